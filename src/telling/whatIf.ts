// "What if": the same plan, holding and blind picks under a few hundred other draws of luck, and how the results spread.

import { begin } from '../rules/apply.ts';
import { balanceOf } from '../rules/endings.ts';
import { draw, STREAM } from '../rules/hash.ts';
import type { Bond, World } from '../rules/types.ts';
import { blindBalance } from './blind.ts';
import { type Decisions, openHanded, playKept } from './retold.ts';

/** What the bond is in those campaigns: as each draw of luck has it, or the same in all. */
export const TRUTHS = ['drawn', 'expedience', 'alliance'] as const satisfies readonly (Bond | 'drawn')[];
export type Truth = (typeof TRUTHS)[number];

export const PLANS = ['yours', 'hold', 'blind'] as const;
/** The balance that each plan reached under one draw of luck, tenths. */
export type Reached = Readonly<Record<(typeof PLANS)[number], number>>;

export interface Question {
  world: World;
  /** Of the campaign that was played: the other draws follow from it. */
  seed: number;
  decisions: Decisions;
  truth: Truth;
  campaigns: number;
}

/** The seed of the i-th other draw of luck. */
export function otherSeed(world: World, seed: number, i: number): number {
  // Past the last turn: no other draw of this stream is there.
  return draw(seed, STREAM.resample, world.level.turns, i);
}

/** One draw of luck after another. */
export function* whatIf({ world: played, seed, decisions, truth, campaigns }: Question): Generator<Reached, void> {
  const dealt: World = truth === 'drawn' ? played : { ...played, interventions: { ...played.interventions, bond: truth } };
  const world = openHanded(dealt);
  for (let i = 0; i < campaigns; i++) {
    const other = otherSeed(world, seed, i);
    const under = (plan: Decisions) => balanceOf(playKept(world, begin(world, other, 'bare'), plan));
    yield { yours: under(decisions), hold: under([]), blind: blindBalance(dealt, other) };
  }
}

export interface Spread {
  lowest: number;
  /** A quarter lies below, a half, three quarters. */
  lower: number;
  middle: number;
  upper: number;
  highest: number;
}

/** The value below which a share, 0 … 1, of the others lies. @param values at least one */
export function spreadAt(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor((sorted.length - 1) * share + 0.5)] as number;
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const at = (share: number) => spreadAt(values, share);
  return { lowest: at(0), lower: at(0.25), middle: at(0.5), upper: at(0.75), highest: at(1) };
}

/** In how many draws of luck a plan ended above holding. */
export function aheadOfHold(all: readonly Reached[], plan: 'yours' | 'blind'): number {
  return all.filter((reached) => reached[plan] > reached.hold).length;
}
