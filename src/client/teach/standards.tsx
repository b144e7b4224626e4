// Which standards the lesson supports, and by what.

import { Paragraphs } from '../parts/paragraphs.tsx';
import { useShelves } from '../shelves.ts';
import { STANDARDS } from './kit.ts';
import { Part } from './parts.tsx';

export function StandardsSheet() {
  const { words } = useShelves();
  return (
    <>
      <Part id="honest" heading={words.t('kit:standards.honest')}>
        <Paragraphs text={words.t('kit:standards.honestText')} />
      </Part>
      {STANDARDS.map(([framework, codes]) => (
        <Part key={framework} id={framework} heading={words.t(`kit:standards.${framework}`)}>
          <table class="kit-standards">
            <thead>
              <tr>
                {(['code', 'about', 'lesson'] as const).map((column) => (
                  <th scope="col" key={column}>
                    {words.t(`kit:standards.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {codes.map(([id, code]) => (
                <tr key={id}>
                  <th scope="row" class="code">
                    {code}
                  </th>
                  <td>{words.t(`kit:standards.code.${id}.about`)}</td>
                  <td>{words.t(`kit:standards.code.${id}.lesson`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      ))}
      <Part id="not-served" heading={words.t('kit:standards.notServed')}>
        <p>{words.t('kit:standards.notServedText')}</p>
      </Part>
    </>
  );
}
