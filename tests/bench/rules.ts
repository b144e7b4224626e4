// `npm run bench:rules`: campaigns a second of the rules on one core, beside boardgame.io driving the same rules and beside a floor kernel.
// All take turns in one run, so that what slows the machine slows them alike; what counts are the ratios of medians.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { readCommandLine } from '../../src/tools/commandLine.ts';
import { ascending, quantile } from '../../src/tools/verify/measure.ts';
import type { Order, Played } from './boardgame.ts';
import { floorCampaign } from './floor.ts';
import { counterfactual, eight, ownCampaign, TURNS, world } from './scenario.ts';

const ROUNDS = 15;

const { help, options } = readCommandLine(process.argv.slice(2), { json: 'flag' });
if (help) {
  console.log('npm run bench:rules -- [--json]\n\nCampaigns a second of the rules, of boardgame.io driving them, and of a floor kernel, interleaved; ratios of medians.');
  process.exit();
}
const levels = new Float64Array(40);
const contestants = {
  rules: { campaigns: 3000, play: (seed: number) => ownCampaign(world, seed) },
  floor: { campaigns: 20_000, play: (seed: number) => floorCampaign(levels, seed, TURNS) },
  thousand: { campaigns: 1000, play: (seed: number) => ownCampaign(counterfactual, seed) },
};
const BOARDGAME_CAMPAIGNS = 10;
type Own = keyof typeof contestants;
const OWN = Object.keys(contestants) as Own[];
type Name = Own | 'boardgame';

const boardgame = new Worker(new URL('./boardgame.ts', import.meta.url));
async function ask(order: Order): Promise<Played> {
  boardgame.postMessage(order);
  const [played] = await once(boardgame, 'message');
  return played as Played;
}
// Enough that its thread, too, has compiled what it runs.
const { balances } = await ask({ first: 1, campaigns: 1000 });
if (balances.some((balance, i) => ownCampaign(world, 1 + i) !== balance)) throw new Error('boardgame.io reached another end than the rules alone');

/** Milliseconds a campaign, by round. */
const times: Record<Name, number[]> = { rules: [], boardgame: [], floor: [], thousand: [] };
let checksum = 0;
for (let round = -2; round < ROUNDS; round++) {
  const { milliseconds } = await ask({ first: round * 100_000, campaigns: BOARDGAME_CAMPAIGNS });
  if (round >= 0) times.boardgame.push(milliseconds / BOARDGAME_CAMPAIGNS);
  for (const name of OWN) {
    const { campaigns, play } = contestants[name];
    const begun = performance.now();
    for (let i = 0; i < campaigns; i++) checksum += play(round * 100_000 + i);
    if (round >= 0) times[name].push((performance.now() - begun) / campaigns);
  }
}
await boardgame.terminate();

const median = (name: Name) => quantile(ascending(times[name]), 0.5);
const figures = {
  rules: Math.round(1000 / median('rules')),
  boardgame: Math.round(1000 / median('boardgame')),
  floor: Math.round(1000 / median('floor')),
  timesBoardgame: median('boardgame') / median('rules'),
  timesBelowFloor: median('rules') / median('floor'),
  thousandCounterfactualsMs: median('thousand') * 1000,
};
const rate = (name: 'rules' | 'boardgame' | 'floor') => figures[name].toLocaleString('en').padStart(12);
const text = [
  `${TURNS}-turn campaigns a second on one core, medians of ${ROUNDS} interleaved rounds (checksum ${Math.round(checksum)}):`,
  `  rules, explanation off   ${rate('rules')}`,
  `  boardgame.io, same rules ${rate('boardgame')}   rules are ${figures.timesBoardgame.toFixed(0)} times as fast`,
  `  floor kernel             ${rate('floor')}   rules are ${figures.timesBelowFloor.toFixed(1)} times slower`,
  `1,000 counterfactual campaigns of ${eight.turns} turns: ${figures.thousandCounterfactualsMs.toFixed(1)} ms`,
];
console.log(options.json ? JSON.stringify(figures) : text.join('\n'));
