// Two timelines of the same campaign side by side: four small charts, the ending, and each quarter's headline.

import type { Level } from '../../rules/types.ts';
import { digestOf, factOf } from '../../telling/digest.ts';
import { headlineText } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { type Retelling, TRACED, type Traced, traceOf } from '../../telling/retold.ts';
import { points, quarterOf, shortMonthOf, signed, tick, type Vocabulary } from '../../telling/wording.ts';
import { Fold } from '../parts/fold.tsx';
import { useShelves } from '../shelves.ts';
import { Legend } from './legend.tsx';
import { type Line, LineChart, pointsOf } from './lineChart.tsx';
import { Soon } from './soon.tsx';

interface Names {
  original: string;
  other: string;
}

interface SideProps {
  play: Playthrough;
  other: Retelling;
  names: Names;
}

export function SideBySide({ play, other, names }: SideProps) {
  const { words } = useShelves();
  const { level } = play.world;
  return (
    <div class="side-by-side">
      <Skips level={level} other={other} />
      <h3>{words.t('interface:debrief.side.charts')}</h3>
      <Legend
        entries={[
          { name: names.original, ...ORIGINAL },
          { name: names.other, ...OTHER },
        ]}
      />
      <div class="small-multiples">
        {TRACED.map((what) => (
          <Soon key={what}>{() => <Small what={what} play={play} other={other} />}</Soon>
        ))}
      </div>
      <Fold summary={words.t('interface:debrief.side.table')}>
        {() => (
          <div class="small-multiples">
            {TRACED.map((what) => (
              <Table key={what} what={what} play={play} other={other} names={names} />
            ))}
          </div>
        )}
      </Fold>
      <Soon>{() => <Headlines play={play} other={other} names={names} />}</Soon>
    </div>
  );
}

const ORIGINAL = { tone: 'ink', mark: 'dot' } as const satisfies Partial<Line>;
const OTHER = { tone: 'rose', mark: 'diamond', dashed: true } as const satisfies Partial<Line>;

const writeOf = (words: Vocabulary, what: Traced) => (value: number) => (what === 'balance' ? signed(words, value) : points(words, value));
const nameOf = (words: Vocabulary, what: Traced) => words.t(what === 'balance' ? 'interface:debrief.side.balanceTrace' : `interface:debrief.side.${what}`);

function Small({ what, play, other }: Omit<SideProps, 'names'> & { what: Traced }) {
  const { words } = useShelves();
  const { level } = play.world;
  const write = writeOf(words, what);
  const [first, second] = [traceOf(play, what), traceOf(other, what)];
  return (
    <figure class="small">
      <figcaption>
        <strong>{nameOf(words, what)}</strong> {words.t('interface:debrief.side.end', { first: write(first.at(-1) ?? 0), second: write(second.at(-1) ?? 0) })}
      </figcaption>
      <LineChart
        lines={[
          { key: 'original', ...ORIGINAL, points: pointsOf(first) },
          { key: 'other', ...OTHER, points: pointsOf(second) },
        ]}
        labels={first.map((_, turn) => shortMonthOf(words, level.start, turn))}
        write={write}
        writeTick={(value) => tick(words, value)}
        height={10}
        zero={what === 'balance'}
      />
    </figure>
  );
}

function Table({ what, play, other, names }: SideProps & { what: Traced }) {
  const { words } = useShelves();
  const { level } = play.world;
  const write = writeOf(words, what);
  const second = traceOf(other, what);
  return (
    <table>
      <caption>{nameOf(words, what)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('interface:debrief.overview.opening')}</th>
          <th scope="col">{names.original}</th>
          <th scope="col">{names.other}</th>
        </tr>
      </thead>
      <tbody>
        {traceOf(play, what).map((value, at) => (
          <tr key={at}>
            <th scope="row">{at === level.turns ? words.t('interface:debrief.overview.atEnd') : shortMonthOf(words, level.start, at)}</th>
            <td>{write(value)}</td>
            <td>{write(second[at] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Skips({ level, other: { skipped } }: { level: Level; other: Retelling }) {
  const { words } = useShelves();
  if (skipped.length === 0) return null;
  return (
    <div class="skipped">
      <p>{words.t('interface:debrief.side.skipped')}</p>
      <ul>
        {skipped.map(({ turn, card, refusal }) => (
          <li key={`${turn} ${card}`}>
            {words.t('interface:debrief.side.skippedOne', {
              months: quarterOf(words, level.start, turn),
              card: words.t(`cards:${card}.title`),
              refusal: words.t(`interface:refusal.${refusal}`),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What led the news of each quarter. Where both timelines tell the same, it is told once. */
function Headlines({ play, other, names }: SideProps) {
  const { words } = useShelves();
  const { level } = play.world;
  const rows = play.turns.map((events, turn) => {
    const told = [digestOf(play.world, events, 'unveiled').headline, digestOf(other.world, other.turns[turn] ?? [], 'unveiled').headline];
    const [first = '', second = ''] = told.map((headline) => (headline === null ? words.t('interface:world.quiet') : headlineText(words, level, headline)));
    return { turn, first, second, isFact: told.map((headline) => headline !== null && factOf(level, headline) !== null) };
  });
  const differing = rows.filter(({ first, second }) => first !== second).length;
  return (
    <>
      <h3>{words.t('interface:debrief.side.headlines')}</h3>
      <p class="hint">{words.t('interface:debrief.side.differs', { count: differing })}</p>
      <details class="prints">
        <summary>{words.t('interface:debrief.side.headlinesOpen')}</summary>
        <ol class="both">
          {rows.map(({ turn, first, second, isFact }) => (
            <li key={turn} class={first === second ? 'same' : 'differs'}>
              <p class="date">{quarterOf(words, level.start, turn)}</p>
              {first === second ? (
                <p>
                  {first} {isFact[0] === true && <span class="tag fact">{words.t('interface:world.fact')}</span>}
                </p>
              ) : (
                <dl>
                  <div>
                    <dt class="term">{names.original}</dt>
                    <dd>{first}</dd>
                  </div>
                  <div>
                    <dt class="term">{names.other}</dt>
                    <dd>{second}</dd>
                  </div>
                </dl>
              )}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
