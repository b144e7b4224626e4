// Belief against truth: the player's and the ideal observer's, turn by turn, and the events that were forecast.

import type { ReadonlySignal } from '@preact/signals';
import type { Level } from '../../rules/types.ts';
import type { Debrief } from '../../telling/debrief.ts';
import { evidenceOf, evidenceText } from '../../telling/evidence.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import type { Reckoning } from '../../telling/reckoning.ts';
import { brierText, forecastText, foresawText } from '../../telling/verdict.ts';
import { percent, quarterOf, shortMonthOf } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';
import { Legend } from './legend.tsx';
import { type Line, LineChart } from './lineChart.tsx';

interface ForeseenProps {
  debrief: Debrief;
  play: Playthrough;
  /** null while it is being worked out. */
  reckoning: ReadonlySignal<Reckoning | null>;
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
          <p class="lead">{foresawText(words, debrief)}</p>
          <BeliefChart beliefs={beliefs} truth={truth} level={level} />
          <p class="hint">{brierText(words, brier)}</p>
        </>
      )}
      {evidence.length > 0 && (
        <details class="evidence prints">
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
      {forecasts.length > 0 && <Events debrief={debrief} play={play} reckoning={reckoning} />}
    </section>
  );
}

function Events({ debrief: { forecasts }, play, reckoning }: ForeseenProps) {
  const { words } = useShelves();
  const benchmarks = reckoning.value?.benchmarks ?? [];
  return (
    <>
      <h3>{words.t('interface:debrief.forecasts')}</h3>
      <ul>
        {forecasts.map((result) => (
          <li key={result.turn}>{forecastText(words, play.world.level, result, benchmarks)}</li>
        ))}
      </ul>
    </>
  );
}

/** Few points, so each is shown; a curve of how often one was right would be made of air. */
function BeliefChart({ beliefs, truth, level }: { beliefs: Debrief['beliefs']; truth: number; level: Level }) {
  const { words } = useShelves();
  const write = (value: number) => percent(words, value);
  const lines: readonly (Line & { name: string })[] = [
    { key: 'truth', name: `${words.t('interface:debrief.beliefChart.truth')}: ${write(truth)}`, tone: 'ink', mark: 'none', points: beliefs.map((_, at) => ({ at, value: truth })) },
    {
      key: 'ideal',
      name: words.t('interface:debrief.beliefChart.ideal'),
      tone: 'ice',
      dashed: true,
      mark: 'diamond',
      points: beliefs.map(({ ideal }, at) => ({ at, value: ideal })),
    },
    { key: 'you', name: words.t('interface:debrief.beliefChart.you'), tone: 'rose', mark: 'dot', points: beliefs.map(({ belief }, at) => ({ at, value: belief })) },
  ];
  return (
    <>
      <h3>{words.t('interface:debrief.beliefsTable')}</h3>
      <Legend entries={[...lines].reverse()} />
      <LineChart lines={lines} labels={beliefs.map(({ turn }) => shortMonthOf(words, level.start, turn))} scale={[0, 1000]} write={write} writeTick={write} height={14} />
      <p class="hint">{words.t('interface:debrief.beliefChart.few', { count: beliefs.length })}</p>
      <details class="prints">
        <summary>{words.t('interface:debrief.beliefChart.table')}</summary>
        <table>
          <caption>
            {words.t('interface:debrief.beliefsTable')}. {words.t('interface:debrief.truth', { percent: write(truth) })}
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
                <th scope="row">{quarterOf(words, level.start, turn)}</th>
                <td>{write(belief)}</td>
                <td>{write(ideal)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
