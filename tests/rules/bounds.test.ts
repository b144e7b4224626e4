import { describe, expect, test } from 'vitest';
import { rangeOfMeasure } from '../../src/content/ranges.ts';
import { apply, begin } from '../../src/rules/apply.ts';
import { ASSUMPTION_IDS, ASSUMPTIONS } from '../../src/rules/assumptions.ts';
import { barred } from '../../src/rules/cards.ts';
import { ending } from '../../src/rules/endings.ts';
import { draw, STREAM } from '../../src/rules/hash.ts';
import { type Card, type CardId, type Choice, LEVERS, type Quantity, type State, TECH, UNSEEN, VISIBLE, WAR_PHASES, type World } from '../../src/rules/types.ts';
import { content, LEVEL_IDS, LEVELS, levelNamed, worldNamed } from '../content.ts';
import { type Dice, diceOf, randomTurn } from './player.ts';

// ---------------------------------------------------------------- what must hold

/** The threat is a sum without a lid: as the levels are it stays below 1000, but a rival model or a player's assumptions may drive it further. */
const [, HIGHEST_THREAT] = rangeOfMeasure('threatGrowth');

function highest(world: World, what: Quantity): number {
  if (what === 'munitions') return Math.max(world.a.fullShipment, world.level.opening.munitions);
  if (what === 'threat' && (world.rival !== null || Object.keys(world.changed).length > 0)) return HIGHEST_THREAT;
  return what === 'capital' ? world.a.capitalLimit : 1000;
}

const isWhole = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high;

/** What is wrong with a state's numbers; null when nothing is. */
function outOfBounds(world: World, s: State): string | null {
  for (const what of [...VISIBLE, ...UNSEEN]) {
    const high = highest(world, what);
    if (!isWhole(s[what], 0, high)) return `${what} is ${s[what]}, beyond 0 … ${high}`;
  }
  const counts: [string, number, number][] = [
    ['turn', s.turn, world.level.turns],
    ['containers', s.containers, world.level.opening.containers + s.turn * world.a.fullShipment],
    ['crises', s.crises, s.turn],
    ['insight', s.insight, world.level.checkpoints.length],
    ['belief', s.belief, 1000],
    ...TECH.map((tech): [string, number, number] => [`successes.${tech}`, s.successes[tech], 2 * s.turn]),
  ];
  for (const [what, value, high] of counts) if (!isWhole(value, 0, high)) return `${what} is ${value}, beyond 0 … ${high}`;
  for (const tech of TECH) if (!Number.isInteger(s.estimates[tech])) return `the estimate of ${tech} is ${s.estimates[tech]}`;
  return WAR_PHASES.includes(s.war) ? null : `the war is ${s.war}`;
}

/** What is wrong with the cards on offer; null when nothing is. */
function unfairDesk(world: World, s: State): string | null {
  const hand = (s.desk?.hand ?? []).map((id) => world.cardById.get(id) as Card);
  if (new Set(hand).size !== hand.length) return 'a card is dealt twice';
  for (const card of hand) if (barred(world, s, card) !== null) return `${card.id} is dealt and barred`;
  for (const lever of LEVERS) {
    const ofLever = hand.filter((card) => card.lever === lever);
    if (ofLever.length === 0) return `no ${lever} card is dealt`;
    const payable = (card: Card) => card.lever === lever && card.cost <= s.capital && barred(world, s, card) === null && !world.level.crossroads?.cards.includes(card.id);
    if (world.cards.some(payable) && !ofLever.some(payable)) return `a ${lever} card could be paid and none that can is dealt`;
  }
  if (s.desk !== null && s.desk.reports.length > 2) return `${s.desk.reports.length} reports`;
  return apply(world, s, { kind: 'decide', cards: [] }).ok ? null : 'holding is refused';
}

// ---------------------------------------------------------------- a player who tries anything

function anything(world: World, s: State, roll: Dice): Choice {
  const ids = [...world.level.deck, ...(s.desk?.hand ?? []), 'no-such-card' as CardId];
  const any = () => ids[roll(ids.length)] as CardId;
  switch (roll(6)) {
    case 0:
      return { kind: 'forecast', belief: roll(1100) - 50 };
    case 1:
      return { kind: 'forecast', belief: roll(1001) / 2, event: roll(1100) - 50 };
    case 2:
      return { kind: 'answer', item: '', response: null, earned: roll(2) === 0 };
    default:
      return { kind: 'decide', cards: Array.from({ length: roll(4) }, any) };
  }
}

interface Tally {
  accepted: number;
  refused: number;
}

/** @returns what went wrong, with the turn; null when nothing did */
function playRecklessly(world: World, seed: number, detail: 'bare' | 'explained', tally: Tally): string | null {
  const roll = diceOf(seed);
  let state = begin(world, seed, detail);
  let containers = state.containers;
  for (let tries = 0; state.phase !== 'over'; tries++) {
    const turn = `on turn ${state.turn}: `;
    const fault = outOfBounds(world, state) ?? unfairDesk(world, state);
    if (fault !== null) return turn + fault;
    if (tries > 40 * world.level.turns) return `${turn}the campaign does not end`;
    const legal = roll(3) > 0;
    for (const choice of legal ? randomTurn(world, state, roll) : [anything(world, state, roll)]) {
      const applied = apply(world, state, choice);
      // A reckless answer may have used the checkpoint up; nothing else that is legal may be refused.
      if (!applied.ok && legal && applied.refusal !== 'already-answered') return `${turn}${JSON.stringify(choice)} is refused: ${applied.refusal}`;
      if (applied.ok) tally.accepted++;
      else tally.refused++;
      if (!applied.ok) continue;
      const passed = applied.state.turn - state.turn;
      if (passed !== (choice.kind === 'decide' ? 1 : 0)) return `${turn}a ${choice.kind} took ${passed} turns`;
      state = applied.state;
      if (state.containers < containers) return `${turn}containers came back`;
      containers = state.containers;
    }
  }
  if (state.turn !== world.level.turns || state.desk !== null) return `it is over on turn ${state.turn}`;
  if (!world.level.endings.some(({ id }) => id === ending(world, state))) return 'it has no ending';
  return outOfBounds(world, state);
}

// ---------------------------------------------------------------- the campaigns

const SEEDS = 5000;
const EXPLAINED = 150;

describe('a player who tries anything finishes every level, and every number stays in its bounds', () => {
  test.each(LEVEL_IDS)(`%s, ${SEEDS + EXPLAINED} seeds`, (level) => {
    const world = worldNamed(level);
    const tally = { accepted: 0, refused: 0 };
    for (let i = 0; i < SEEDS + EXPLAINED; i++) {
      const seed = draw(i, STREAM.plan, 0, 0) * 4 + (i % 4);
      const fault = playRecklessly(world, seed, i < SEEDS ? 'bare' : 'explained', tally);
      if (fault !== null) expect.fail(`${level}, seed ${seed}, ${i < SEEDS ? 'bare' : 'explained'}, ${fault}`);
    }
    expect(tally.accepted).toBeGreaterThan(SEEDS * levelNamed(level).turns);
    expect(tally.refused).toBeGreaterThan(SEEDS / 2);
  });

  test.each(LEVELS.flatMap(({ id, rivals }) => rivals.map((rival) => [id, rival] as const)))('%s under the rival model %s', (level, name) => {
    const world = worldNamed(level, { rival: content.library.rivals.find(({ id }) => id === name) ?? null });
    for (let seed = 0; seed < 60; seed++) {
      const fault = playRecklessly(world, seed, 'bare', { accepted: 0, refused: 0 });
      if (fault !== null) expect.fail(`${level} under ${name}, seed ${seed}, ${fault}`);
    }
  });

  test.each(LEVEL_IDS)('%s under any assumptions inside their bounds', (level) => {
    for (let seed = 0; seed < 200; seed++) {
      const ends = ASSUMPTION_IDS.map((id, i) => [id, (['min', 'max', 'default'] as const)[draw(seed, STREAM.plan, 1, i) % 3]] as const);
      const changed = Object.fromEntries(ends.map(([id, end]) => [id, ASSUMPTIONS[id][end as 'min']]));
      const fault = playRecklessly(worldNamed(level, { changed }), seed, 'bare', { accepted: 0, refused: 0 });
      if (fault !== null) expect.fail(`${level}, seed ${seed}, ${JSON.stringify(changed)}, ${fault}`);
    }
  });
});
