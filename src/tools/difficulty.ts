// How hard a level is under one seed, so that classes side by side can be given equal luck: what holding comes to, what the named plans are worth beside it, what careless play comes to, and how far thought reaches.

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

/** How many lines of play are kept on a turn. */
const KEPT = 60;

/** The best balance found from the hand, tenths, by keeping, turn by turn, the lines that look best: what is lasting, saved or on its way counts too. */
export function reachOf(world: World, seed: number): number {
  const promise = (state: State) => balanceOf(state) + 0.12 * state.durability + 6 * state.capital + 12 * state.pending.length;
  let lines = [begin(world, seed, 'bare')];
  for (let turn = 0; turn < world.level.turns; turn++) {
    lines = lines.flatMap((state) => afterAny(world, state)).sort((left, right) => promise(right) - promise(left));
    lines = lines.slice(0, KEPT);
  }
  return Math.max(...lines.map(balanceOf));
}

/** Where each legal decision at a desk leads, holding first; the order of two cards is left aside. */
export function afterAny(world: World, state: State): State[] {
  const hand = state.desk?.hand ?? [];
  const decisions: CardId[][] = [[], ...hand.flatMap((card, i) => [[card], ...hand.slice(i + 1).map((other) => [card, other])])];
  return decisions.flatMap((cards) => {
    const applied = apply(world, state, { kind: 'decide', cards });
    return applied.ok ? [applied.state] : [];
  });
}
