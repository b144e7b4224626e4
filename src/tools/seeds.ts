// `npm run seeds`: seeds under which a level is equally hard, half of each bond, for its author to ship.

import { drawHidden } from '../rules/hypotheses.ts';
import { BONDS, type World } from '../rules/types.ts';
import { findLevel, readCommandLine, readContent, run, SEED, WrongUse } from './commandLine.ts';
import { type Difficulty, difficultyOf, MEASURES, reachOf } from './difficulty.ts';
import { labOf, worldOf } from './lab.ts';
import { ascending, quantile } from './verify/measure.ts';

const USAGE = `npm run seeds -- --level L [--tries N] [--from S] [--count N] [--json]

Tries seeds S … S + N − 1 (default 2000 from 1) and prints those under which the level is most nearly as hard as it is on the whole: what holding comes to, what the
named plans are worth beside it, what careless play comes to, and the best that is reached from the hand, in tenths of points. Half of them (default 6 in all) are of one bond and half of the other.`;

/** Seeds that say how hard the level is on the whole. */
const SAMPLE = 60;
/** Of each bond, how many of the most usual seeds are searched for the best that is reached: it takes long. */
const SHORTLIST = 200;
/** What must be reached at least, tenths, or the goal is out of reach. */
const LEAST_REACH = 30;
/** Tenths by which a measure may differ, beside the others. */
const TOLERANCE: Readonly<Record<(typeof MEASURES)[number], number>> = { hold: 10, mean: 5, best: 6, middle: 6, high: 10 };
const REACH_TOLERANCE = 10;

await run(() => {
  const { options, help } = readCommandLine(process.argv.slice(2), {
    level: 'text',
    tries: { least: 20, most: 1_000_000 },
    from: SEED,
    count: { least: 2, most: 64 },
    json: 'flag',
  });
  if (help) return console.log(USAGE);
  if (options.level === undefined) throw new WrongUse('Which level? --level L');
  const { content } = readContent();
  const lab = labOf(content, findLevel(content, options.level));
  const { tries = 2000, from = 1, count = 6 } = options;
  const sample = Array.from({ length: SAMPLE }, (_, i) => difficultyOf(lab, from + i));
  const usual = Object.fromEntries(MEASURES.map((what) => [what, quantile(ascending(sample.map((one) => one[what])), 0.5)])) as Record<(typeof MEASURES)[number], number>;
  const off = (one: Difficulty) => Math.max(...MEASURES.map((what) => Math.abs(one[what] - usual[what]) / TOLERANCE[what]));
  const world = worldOf(lab);
  const found = BONDS.map((bond) => ({ bond, seeds: [] as (Difficulty & { off: number })[] }));
  for (let seed = from; seed < from + tries; seed++) {
    const one = difficultyOf(lab, seed);
    found.find(({ bond }) => bond === drawHidden(world, seed).bond)?.seeds.push({ ...one, off: off(one) });
  }
  const hand: World = { ...world, openHand: false };
  const searched = found.map(({ bond, seeds }) =>
    seeds
      .sort((one, other) => one.off - other.off)
      .slice(0, SHORTLIST)
      .map((one) => ({ bond, ...one, reach: reachOf(hand, one.seed) }))
      .filter(({ reach }) => reach >= LEAST_REACH),
  );
  // The bonds differ in what can be reached: both must come near the one that offers less.
  const reach = Math.min(...searched.map((seeds) => quantile(ascending(seeds.map((one) => one.reach)), 0.5)));
  const chosen = searched.flatMap((seeds) =>
    seeds
      .map((one) => ({ ...one, off: Math.max(one.off, Math.abs(one.reach - reach) / REACH_TOLERANCE) }))
      .sort((one, other) => one.off - other.off)
      .slice(0, Math.ceil(count / BONDS.length)),
  );
  if (options.json) return console.log(JSON.stringify({ usual: { ...usual, reach }, chosen }));
  const line = (of: Record<(typeof MEASURES)[number] | 'reach', number>) => [...MEASURES, 'reach' as const].map((what) => `${what} ${Math.round(of[what])}`).join('  ');
  console.log(`usual ${line({ ...usual, reach })}`);
  for (const one of chosen) console.log(`${String(one.seed).padEnd(10)} ${one.bond.padEnd(11)} ${line(one)}`);
});
