// All sheets of the kit, by whom they are for.

import { Page } from '../parts/page.tsx';
import { teachLink } from '../route.ts';
import { useShelves } from '../shelves.ts';
import { GROUPS } from './kit.ts';
import { Lines, Part } from './parts.tsx';

export function Home() {
  const { words } = useShelves();
  return (
    <Page words={words} name={words.t('kit:name')} below={words.t('kit:below')} focusKey="teach" class="narrow kit kit-home">
      <section class="sheet kit-steps" aria-labelledby="hurry">
        <div class="kit-sides">
          <div>
            <h2 id="hurry">{words.t('kit:home.hurry')}</h2>
            <Lines text={words.t('kit:home.steps')} />
          </div>
          <div>
            <h2>{words.t('kit:home.rules')}</h2>
            <p>{words.t('kit:home.rule')}</p>
          </div>
        </div>
      </section>
      <div class="kit-groups">
        {GROUPS.map(([group, sheets]) => (
          <Part key={group} id={group} heading={words.t(`kit:home.${group}`)}>
            <ul class="kit-list">
              {sheets.map((sheet) => (
                <li key={sheet}>
                  <a href={teachLink(sheet)}>{words.t(`kit:sheets.${sheet}.title`)}</a>
                  <p class="meta">{words.t(`kit:sheets.${sheet}.line`)}</p>
                </li>
              ))}
            </ul>
          </Part>
        ))}
      </div>
    </Page>
  );
}
