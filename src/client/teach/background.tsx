// One page to read aloud, and one to look things up in: words, names, dates.

import type { FactId } from '../../rules/types.ts';
import { ARTICLE_DATE } from '../../telling/debrief.ts';
import { Facts } from '../parts/facts.tsx';
import { useShelves } from '../shelves.ts';
import { BACKGROUND, DATES, GAME_TERMS, SAYINGS, TERMS } from './kit.ts';
import { Cited, Entries, Part } from './parts.tsx';

export function BackgroundSheet() {
  const { words } = useShelves();
  return (
    <>
      <Part id="aloud" heading={words.t('kit:background.aloud')} class="kit-aloud">
        <p class="hint">{words.t('kit:background.aloudNote')}</p>
        <p class="hint kit-names">
          <b>{words.t('kit:background.names')}</b>
          {SAYINGS.map((id) => (
            <span key={id}>
              {words.t(`kit:background.saying.${id}.name`)}: <i>{words.t(`kit:background.saying.${id}.text`)}</i>
            </span>
          ))}
        </p>
        {BACKGROUND.map(({ id, claims, short }) => (
          <p key={id} class={short ? 'kit-short' : 'kit-long'}>
            {words.t(`kit:background.text.${id}`)} <Cited claims={claims} />
          </p>
        ))}
      </Part>
      <Part id="words" heading={words.t('kit:background.words')} class="kit-new-page">
        <Entries two entries={TERMS.map((id) => ({ id, name: words.t(`kit:background.term.${id}.name`), text: words.t(`kit:background.term.${id}.text`) }))} />
      </Part>
      <Part id="game-words" heading={words.t('kit:background.gameWords')}>
        <p class="hint">{words.t('kit:background.gameNote')}</p>
        <Entries two entries={GAME_TERMS.map((id) => ({ id, name: words.t(`kit:background.gameTerm.${id}.name`), text: words.t(`kit:background.gameTerm.${id}.text`) }))} />
      </Part>
      <Part id="dates" heading={words.t('kit:background.dates')} class="kit-dates">
        <p class="hint">{words.t('kit:background.datesNote')}</p>
        <Facts ids={DATES as unknown as readonly FactId[]} tag={{ word: words.t('interface:debrief.afterTag'), after: ARTICLE_DATE }} />
      </Part>
    </>
  );
}
