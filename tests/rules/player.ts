// A player who plays by dice of its own, apart from every draw of the campaign; and what the properties draw from.

import fc from 'fast-check';
import { apply, begin, SLOTS } from '../../src/rules/apply.ts';
import { ASSUMPTION_IDS, ASSUMPTIONS, type AssumptionId } from '../../src/rules/assumptions.ts';
import { barred, excludes } from '../../src/rules/cards.ts';
import { askedNow } from '../../src/rules/forecast.ts';
import { draw, STREAM } from '../../src/rules/hash.ts';
import type { Applied, Card, CardId, Choice, Event, State, World } from '../../src/rules/types.ts';
import { content, LEVEL_IDS, levelNamed, worldNamed } from '../content.ts';

export const MAX_SEED = 4_294_967_295;

/** Rolls in 0 … sides − 1, the same ones for the same `from`. */
export type Dice = (sides: number) => number;

export function diceOf(from: number): Dice {
  let rolled = 0;
  return (sides) => draw(from, STREAM.plan, 0, rolled++) % sides;
}

/** Up to two cards of the hand that may be played together. */
export function randomCards(world: World, state: State, roll: Dice): CardId[] {
  const chosen: Card[] = [];
  let { capital } = state;
  for (let slots = roll(SLOTS + 1); slots > 0; slots--) {
    const open = (state.desk?.hand ?? [])
      .map((id) => world.cardById.get(id) as Card)
      .filter((card) => card.cost <= capital && !chosen.some((other) => other === card || excludes(card, other)) && barred(world, state, card) === null);
    if (open.length === 0) break;
    const card = open[roll(open.length)] as Card;
    chosen.push(card);
    capital -= card.cost;
  }
  return chosen.map(({ id }) => id);
}

/** A turn's choices: often a belief, an answer where there is a checkpoint, and a decision. */
export function randomTurn(world: World, state: State, roll: Dice): Choice[] {
  const choices: Choice[] = [];
  const asked = askedNow(world, state) !== null;
  if (roll(4) > 0) {
    const belief = roll(1001);
    choices.push(asked && roll(3) > 0 ? { kind: 'forecast', belief, event: roll(1001) } : { kind: 'forecast', belief });
  }
  if (world.level.checkpoints.some(({ turn }) => turn === state.turn) && roll(4) > 0) choices.push({ kind: 'answer', item: 'item', response: null, earned: roll(2) === 0 });
  choices.push({ kind: 'decide', cards: randomCards(world, state, roll) });
  return choices;
}

/** @throws when the rules refuse it */
export function accepted(applied: Applied): Extract<Applied, { ok: true }> {
  if (!applied.ok) throw new Error(`refused: ${applied.refusal} ${applied.detail}`);
  return applied;
}

export function must(world: World, state: State, choice: Choice): State {
  return accepted(apply(world, state, choice)).state;
}

export interface Step {
  before: State;
  choice: Choice;
  after: State;
  events: readonly Event[];
}

export interface Played {
  world: World;
  choices: Choice[];
  steps: Step[];
  over: State;
}

/** A whole campaign by dice. */
export function playRandomly(world: World, seed: number, dice: number, detail: 'explained' | 'bare' = 'explained'): Played {
  const roll = diceOf(dice);
  const steps: Step[] = [];
  let state = begin(world, seed, detail);
  while (state.phase !== 'over') {
    for (const choice of randomTurn(world, state, roll)) {
      const { state: after, events } = accepted(apply(world, state, choice));
      steps.push({ before: state, choice, after, events });
      state = after;
    }
  }
  return { world, choices: steps.map(({ choice }) => choice), steps, over: state };
}

/** What a campaign may be played under: small, so that a counterexample can be read. */
export interface Setup {
  level: string;
  seed: number;
  dice: number;
  rival: string | null;
  changed: Partial<Record<AssumptionId, number>>;
}

const seeds = fc.integer({ min: 0, max: MAX_SEED });

const changes = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ASSUMPTION_IDS), fc.nat(1000)), { maxLength: 6, selector: ([id]) => id })
  .map((changed): Setup['changed'] =>
    Object.fromEntries(changed.map(([id, share]) => [id, ASSUMPTIONS[id].min + Math.floor(((ASSUMPTIONS[id].max - ASSUMPTIONS[id].min) * share) / 1000)])),
  );

export const setups: fc.Arbitrary<Setup> = fc
  .constantFrom(...LEVEL_IDS)
  .chain((level) => fc.record({ level: fc.constant(level), seed: seeds, dice: seeds, rival: fc.constantFrom(null, ...levelNamed(level).rivals), changed: changes }));

export function worldOf({ level, rival, changed }: Setup): World {
  return worldNamed(level, { rival: content.library.rivals.find(({ id }) => id === rival) ?? null, changed });
}

export function played(setup: Setup): Played {
  return playRandomly(worldOf(setup), setup.seed, setup.dice);
}

/** Whatever is held is frozen, so that a change to it throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
