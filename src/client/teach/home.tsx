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
      <Part id="hurry" heading={words.t('kit:home.hurry')} class="kit-steps">
        <Lines text={words.t('kit:home.steps')} />
      </Part>
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
      <Part id="rules" heading={words.t('kit:home.rules')}>
        <p>{words.t('kit:home.rule')}</p>
      </Part>
    </Page>
  );
}
