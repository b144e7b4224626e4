// Belief against truth: the player's and the ideal observer's, turn by turn, and the events that were forecast.

import type { Debrief } from '../../telling/debrief.ts';
import { evidenceOf, evidenceText } from '../../telling/evidence.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import type { Reckoning } from '../../telling/reckoning.ts';
import { brierText, forecastText, foresawText } from '../../telling/verdict.ts';
import { percent, quarterOf } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';

interface ForeseenProps {
  debrief: Debrief;
  play: Playthrough;
  /** null while it is being worked out. */
  reckoning: Reckoning | null;
}

export function Foreseen({ debrief, play, reckoning }: ForeseenProps) {
  const { words } = useShelves();
  const { brier, beliefs, forecasts, hidden } = debrief;
  const { level } = play.world;
  const evidence = evidenceOf(play);
  const truth = hidden.bond === 'alliance' ? 1000 : 0;
  return (
    <section class="sheet foreseen" aria-labelledby="beliefs">
      <h2 id="beliefs">{words.t('interface:debrief.beliefs')}</h2>
      {brier !== null && (
        <>
          <p class="lead">{foresawText(words, brier)}</p>
          <table>
            <caption>
              {words.t('interface:debrief.beliefsTable')}. {words.t('interface:debrief.truth', { percent: percent(words, truth) })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.t('interface:debrief.columnTurn')}</th>
                <td class="marks" aria-hidden="true">
                  {words.t('interface:debrief.columnMarks')}
                </td>
                <th scope="col" class="of-you">
                  {words.t('interface:debrief.columnYou')}
                </th>
                <th scope="col" class="of-ideal">
                  {words.t('interface:debrief.columnIdeal')}
                </th>
              </tr>
            </thead>
            <tbody>
              {beliefs.map(({ turn, belief, ideal }) => (
                <tr key={turn}>
                  <th scope="row">{quarterOf(words, level.start, turn)}</th>
                  <td class="marks" aria-hidden="true">
                    <Marks you={belief} ideal={ideal} truth={truth} />
                  </td>
                  <td>{percent(words, belief)}</td>
                  <td>{percent(words, ideal)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="hint">{brierText(words, brier)}</p>
        </>
      )}
      {evidence.length > 0 && (
        <details class="evidence">
          <summary>{words.t('interface:debrief.evidence.heading')}</summary>
          {evidence.map(({ turn, reports }) => (
            <div key={turn}>
              <h3>{quarterOf(words, level.start, turn)}</h3>
              <ul>
                {reports.map((report) => (
                  <li key={report.topic}>
                    {words.t(`intelligence:${report.topic}.readings.${report.reading}`)} <strong>{evidenceText(words, report)}</strong>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      )}
      {forecasts.length > 0 && (
        <>
          <h3>{words.t('interface:debrief.forecasts')}</h3>
          <ul>
            {forecasts.map((result) => (
              <li key={result.turn}>{forecastText(words, level, result, reckoning?.benchmarks ?? [])}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A line from 0 to 100 %: a dot for the player, a diamond for the ideal observer, a bar at the truth. All per mille. */
function Marks({ you, ideal, truth }: { you: number; ideal: number; truth: number }) {
  const at = (perMille: number) => 8 + (perMille * 104) / 1000;
  return (
    <svg class="marks-line" viewBox="0 0 120 16" aria-hidden="true" focusable="false">
      <path class="scale" d="M8 8H112" />
      <path class="truth" d={`M${at(truth)} 1V15`} />
      <path class="ideal" d={`M${at(ideal)} 2.5l5.5 5.5-5.5 5.5-5.5-5.5z`} />
      <circle class="you" cx={at(you)} cy="8" r="4" />
    </svg>
  );
}
