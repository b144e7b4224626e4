// The campaign in one picture: threat against deterrence, what holding would have brought, and what was played.

import { useMemo } from 'preact/hooks';
import { decisionsOf } from '../../rules/campaign.ts';
import type { CardId, World } from '../../rules/types.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { openHanded, retell, traceOf } from '../../telling/retold.ts';
import { points, quarterOf, shortMonthOf, tick } from '../../telling/wording.ts';
import { narrow } from '../settings.ts';
import { useShelves } from '../shelves.ts';
import { Legend } from './legend.tsx';
import { type Line, LineChart, pointsOf } from './lineChart.tsx';

export function Overview({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const { world, turns, state } = play;
  const { level } = world;
  const held = useMemo(() => retell(openHanded(world), state.seed, []), [world, state]);
  const decisions = decisionsOf(play.log.choices);
  const traces = { threat: traceOf(play, 'threat'), deterrence: traceOf(play, 'deterrence'), threatHold: traceOf(held, 'threat'), deterrenceHold: traceOf(held, 'deterrence') };
  const lines: readonly (Line & { name: string; key: keyof typeof traces })[] = [
    { key: 'threatHold', name: words.t('interface:debrief.overview.threatHold'), tone: 'heat', dashed: true, mark: 'none', points: pointsOf(traces.threatHold) },
    { key: 'deterrenceHold', name: words.t('interface:debrief.overview.deterrenceHold'), tone: 'teal', dashed: true, mark: 'none', points: pointsOf(traces.deterrenceHold) },
    { key: 'threat', name: words.t('interface:debrief.overview.threat'), tone: 'heat', mark: 'diamond', points: pointsOf(traces.threat) },
    { key: 'deterrence', name: words.t('interface:debrief.overview.deterrence'), tone: 'teal', mark: 'dot', points: pointsOf(traces.deterrence) },
  ];
  const broke = turns.map((events) => events.some(({ type }) => type === 'crisisBroke'));
  const months = Array.from({ length: level.turns + 1 }, (_, turn) => shortMonthOf(words, level.start, turn));
  return (
    <section class="sheet overview" aria-labelledby="overview">
      <h2 id="overview">{words.t('interface:debrief.overview.heading')}</h2>
      <p class="hint">{words.t('interface:debrief.overview.note')}</p>
      <Legend entries={[...lines].reverse()} />
      <LineChart
        lines={lines}
        labels={months}
        write={(value) => points(words, value)}
        writeTick={(value) => tick(words, value)}
        height={17}
        between={['threat', 'deterrence']}
        breaks={turns.flatMap((_, turn) => (broke[turn] === true ? [turn + 1] : []))}
      />
      <details class="prints" open={!narrow.value}>
        <summary>{words.t('interface:debrief.overview.quarters')}</summary>
        <ol class="quarters" style={{ '--turns': String(level.turns) }}>
          {turns.map((_, turn) => (
            <li key={turn}>
              <span class="date">{quarterOf(words, level.start, turn)}</span>
              {broke[turn] === true && <span class="tag broke">{words.t('interface:debrief.overview.crisis')}</span>}
              <Played world={world} cards={decisions[turn] ?? []} />
            </li>
          ))}
        </ol>
      </details>
      <details>
        <summary>{words.t('interface:debrief.overview.table')}</summary>
        <div class="small-multiples">
          {(['threat', 'deterrence'] as const).map((what) => (
            <table key={what}>
              <caption>{words.t(`interface:debrief.overview.${what}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.t('interface:debrief.overview.opening')}</th>
                  <th scope="col">{words.t('interface:debrief.changed.original')}</th>
                  <th scope="col">{words.t(`interface:debrief.overview.${what}Hold`)}</th>
                </tr>
              </thead>
              <tbody>
                {months.map((month, at) => (
                  <tr key={month}>
                    <th scope="row">{at === level.turns ? words.t('interface:debrief.overview.atEnd') : month}</th>
                    <td>{points(words, traces[what][at] ?? 0)}</td>
                    <td>{points(words, traces[`${what}Hold`][at] ?? 0)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
      </details>
    </section>
  );
}

export function Played({ world, cards }: { world: World; cards: readonly CardId[] }) {
  const { words } = useShelves();
  if (cards.length === 0) return <p class="held">{words.t('interface:debrief.overview.held')}</p>;
  return (
    <ul>
      {cards.map((card) => (
        <li key={card} class={`lever-${world.cardById.get(card)?.lever ?? ''}`}>
          <span class="lever">{words.t(`cards:${card}.title`)}</span>
        </li>
      ))}
    </ul>
  );
}
