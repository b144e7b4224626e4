// What the choices were worth under other luck, and what one of them, changed, would have done.

import type { ReadonlySignal } from '@preact/signals';
import type { Debrief } from '../../telling/debrief.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import type { Reckoning } from '../../telling/reckoning.ts';
import { insteadRow, insteadText, luckTexts } from '../../telling/verdict.ts';
import { useShelves } from '../shelves.ts';

interface ReckonedProps {
  play: Playthrough;
  debrief: Debrief;
  /** null while it is being worked out. */
  reckoning: ReadonlySignal<Reckoning | null>;
}

export function Reckoned({ play, debrief, reckoning: { value: reckoning } }: ReckonedProps) {
  const { words } = useShelves();
  const { level } = play.world;
  return (
    <section class="sheet reckoned" aria-labelledby="luck" aria-busy={reckoning === null}>
      <h2 id="luck">{words.t('interface:debrief.luck.heading')}</h2>
      {reckoning === null ? (
        <p>{words.t('interface:debrief.luck.working')}</p>
      ) : (
        <>
          {luckTexts(words, reckoning.luck).map((text) => (
            <p key={text}>{text}</p>
          ))}
          <h3>{words.t('interface:debrief.instead.heading')}</h3>
          <p>{insteadText(words, level, debrief, reckoning.instead)}</p>
          {reckoning.instead.length > 1 && (
            <details class="prints">
              <summary>{words.t('interface:debrief.instead.each')}</summary>
              <ul>
                {[...reckoning.instead]
                  .sort((left, right) => left.turn - right.turn)
                  .map((held) => (
                    <li key={held.turn}>{insteadRow(words, level, held)}</li>
                  ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
