// Belief against truth: the player's and the ideal observer's, turn by turn, and the events that were forecast.

import type { Level } from '../../rules/types.ts';
import type { Debrief } from '../../telling/debrief.ts';
import { monthOf, percent, type Vocabulary } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';

export function Foreseen({ debrief, level }: { debrief: Debrief; level: Level }) {
  const { words } = useShelves();
  const { brier, beliefs, forecasts, hidden } = debrief;
  return (
    <section class="sheet foreseen" aria-labelledby="beliefs">
      <h2 id="beliefs">{words.t('interface:debrief.beliefs')}</h2>
      {brier !== null && <p>{words.t('interface:debrief.brier', { player: share(words, brier.player), ideal: share(words, brier.ideal) })}</p>}
      <table>
        <caption>
          {words.t('interface:debrief.beliefsTable')}. {words.t('interface:debrief.truth', { percent: percent(words, hidden.bond === 'alliance' ? 1000 : 0) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.t('interface:debrief.columnTurn')}</th>
            <th scope="col">{words.t('interface:debrief.columnYou')}</th>
            <th scope="col">{words.t('interface:debrief.columnIdeal')}</th>
          </tr>
        </thead>
        <tbody>
          {beliefs.map(({ turn, belief, ideal }) => (
            <tr key={turn}>
              <th scope="row">{monthOf(words, level.start, turn)}</th>
              <td>{percent(words, belief)}</td>
              <td>{percent(words, ideal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {forecasts.length > 0 && (
        <>
          <h3>{words.t('interface:debrief.forecasts')}</h3>
          <ul>
            {forecasts.map(({ turn, event, chance, byTurn, happened, brier: missed }) => (
              <li key={turn}>
                {words.t(happened ? 'interface:debrief.forecastHappened' : 'interface:debrief.forecastNot', {
                  question: words.t(`interface:belief.event.${event}`, { month: monthOf(words, level.start, byTurn) }),
                  percent: percent(words, chance),
                  brier: share(words, missed),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Per mille as a share with two decimals. */
function share(words: Vocabulary, perMille: number): string {
  return new Intl.NumberFormat(words.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(perMille / 1000);
}
