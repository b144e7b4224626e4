// How hard a level is under one seed, so that classes side by side can be given equal luck: what holding comes to, what the named plans are worth beside it, and what careless play reaches.

import { apply, begin, SLOTS } from '../rules/apply.ts';
import { balanceOf } from '../rules/endings.ts';
import { draw, STREAM } from '../rules/hash.ts';
import type { CardId, State, World } from '../rules/types.ts';
import { type Lab, NAMED_PLANS, planOf, worldOf } from './lab.ts';
import { runPlan } from './plans.ts';
import { ascending, quantile } from './verify/measure.ts';

/** Balances at the end, tenths. */
export interface Difficulty {
  seed: number;
  hold: number;
  /** Of the named plans, less `hold`: the mean and the best. */
  mean: number;
  best: number;
  /** Of careless play from the hand: the middle, and the nine tenths that lie below. */
  middle: number;
  high: number;
}

export const MEASURES = ['hold', 'mean', 'best', 'middle', 'high'] as const satisfies readonly (keyof Difficulty)[];

/** Careless campaigns. */
const TRIED = 60;

export function difficultyOf(lab: Lab, seed: number): Difficulty {
  const open = worldOf(lab);
  const hold = balanceOf(runPlan(open, planOf(lab, 'hold'), seed).state);
  const worth = NAMED_PLANS.map((plan) => balanceOf(runPlan(open, planOf(lab, plan), seed).state) - hold);
  const world: World = { ...open, openHand: false };
  const careless = ascending(Array.from({ length: TRIED }, (_, dice) => balanceOf(carelessly(world, seed, dice))));
  return {
    seed,
    hold,
    mean: Math.floor(worth.reduce((sum, score) => sum + score, 0) / worth.length),
    best: Math.max(...worth),
    middle: quantile(careless, 0.5),
    high: quantile(careless, 0.9),
  };
}

/** Any cards from the hand, two, one or none. @param dice another one is another campaign */
function carelessly(world: World, seed: number, dice: number): State {
  const roll = (turn: number, index: number, sides: number) => draw(seed ^ Math.imul(dice + 1, 0x9e3779b1), STREAM.test, turn, index) % sides;
  let state = begin(world, seed, 'bare');
  while (state.phase !== 'over') {
    const cards: CardId[] = [];
    const wished = roll(state.turn, 0, SLOTS + 1);
    for (let slot = 0; slot < wished; slot++) {
      const legal = (state.desk?.hand ?? []).filter((id) => !cards.includes(id) && apply(world, state, { kind: 'decide', cards: [...cards, id] }).ok);
      const card = legal[roll(state.turn, 1 + slot, Math.max(1, legal.length))];
      if (card !== undefined) cards.push(card);
    }
    const applied = apply(world, state, { kind: 'decide', cards });
    if (!applied.ok) throw new Error(`A careless choice was refused: ${applied.refusal}`);
    state = applied.state;
  }
  return state;
}
