// `npm run bench:rules`: campaigns a second on one core, beside boardgame.io driving the same rules and beside a floor kernel.
// All take turns in one run, so that what slows the machine slows them alike; what counts are the ratios of medians.

import { createRequire } from 'node:module';
import { apply, begin } from '../../src/rules/apply.ts';
import { balanceOf } from '../../src/rules/endings.ts';
import type { CardId, Level, State, World } from '../../src/rules/types.ts';
import { readCommandLine, readContent } from '../../src/tools/commandLine.ts';
import { labOf, worldOf } from '../../src/tools/lab.ts';
import { ascending, quantile } from '../../src/tools/verify/measure.ts';
import { floorCampaign } from './floor.ts';

interface Client {
  moves: { decide: (cards: CardId[]) => void };
  getState: () => { G: { state: State } };
  start: () => void;
  stop: () => void;
}
type MakeClient = (options: { game: object; numPlayers: number; debug: boolean }) => Client;
// Its package has no exports for modules.
const { Client: makeClient } = createRequire(import.meta.url)('boardgame.io/client') as { Client: MakeClient };

const ROUNDS = 15;
const TURNS = 12;

const { help, options } = readCommandLine(process.argv.slice(2), { json: 'flag' });
if (help) {
  console.log('npm run bench:rules -- [--json]\n\nCampaigns a second of the rules, of boardgame.io driving them, and of a floor kernel, interleaved; ratios of medians.');
  process.exit();
}
const { content } = readContent();
const eight = content.levels.get('pyongyang-2024' as Level['id']) as Level;
const twelve: Level = { ...eight, turns: TURNS };
const world = worldOf(labOf(content, twelve));
const counterfactual = worldOf(labOf(content, eight));
const cards = twelve.deck.filter((id) => world.cardById.get(id)?.cost === 1).slice(0, 3);

/** A card every third turn; the same decisions for all. */
function choose(state: State): CardId[] {
  const card = cards[state.turn % cards.length] as CardId;
  return state.turn % 3 === 0 && state.capital > 0 && !state.closed.some((closed) => closed.card === card) ? [card] : [];
}

function ownCampaign(world: World, seed: number): number {
  let state = begin(world, seed, 'bare');
  while (state.phase !== 'over') {
    const applied = apply(world, state, { kind: 'decide', cards: choose(state) });
    if (!applied.ok) throw new Error(applied.refusal);
    state = applied.state;
  }
  return balanceOf(state);
}

function boardgameCampaign(seed: number): number {
  const game = {
    setup: () => ({ state: begin(world, seed, 'bare') }),
    moves: {
      decide: ({ G }: { G: { state: State } }, cards: CardId[]) => {
        const applied = apply(world, G.state, { kind: 'decide', cards });
        if (!applied.ok) throw new Error(applied.refusal);
        return { state: applied.state };
      },
    },
  };
  const client = makeClient({ game, numPlayers: 1, debug: false });
  client.start();
  for (let turn = 0; turn < TURNS; turn++) client.moves.decide(choose(client.getState().G.state));
  const { state } = client.getState().G;
  client.stop();
  return balanceOf(state);
}

const levels = new Float64Array(40);
const contestants = {
  rules: { campaigns: 3000, play: (seed: number) => ownCampaign(world, seed) },
  boardgame: { campaigns: 10, play: boardgameCampaign },
  floor: { campaigns: 20_000, play: (seed: number) => floorCampaign(levels, seed, TURNS) },
  thousand: { campaigns: 1000, play: (seed: number) => ownCampaign(counterfactual, seed) },
};
type Name = keyof typeof contestants;
const NAMES = Object.keys(contestants) as Name[];

for (const seed of [1, 2, 3]) {
  if (ownCampaign(world, seed) !== boardgameCampaign(seed)) throw new Error('boardgame.io reached another end than the rules alone');
}

/** Milliseconds a campaign, by round. */
const times: Record<Name, number[]> = { rules: [], boardgame: [], floor: [], thousand: [] };
let checksum = 0;
for (let round = -2; round < ROUNDS; round++) {
  for (const name of NAMES) {
    const { campaigns, play } = contestants[name];
    const begun = performance.now();
    for (let i = 0; i < campaigns; i++) checksum += play(round * 100_000 + i);
    if (round >= 0) times[name].push((performance.now() - begun) / campaigns);
  }
}

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
