// What analysts believe of the four technology tracks: a noisy reading of one track a turn, the others as last assessed.

import { draw, STREAM } from './hash.ts';
import { pick } from './hypotheses.ts';
import { witness } from './observer.ts';
import type { Quarter } from './quarter.ts';
import { giftOf, giftsOf, ownOf, TECH_INDEX } from './technology.ts';
import { TECH, type Tech } from './types.ts';

/** Estimates come in steps of so many tenths. */
const STEP = 50;
/** Chance in per mille that an estimate is off by −3 … +3 steps. */
const ERRORS = [30, 90, 200, 360, 200, 90, 30] as const;
/** Nine times in ten the truth lies within so many tenths of the estimate, when it was made. */
export const ESTIMATE_BAND = 2 * STEP + STEP / 2;

/** Replaces one track's estimate by a fresh one. */
export function assess(q: Quarter, tech: Tech): void {
  const { state } = q;
  const own = ownOf(state, tech);
  const stepOf = (gift: number) => Math.floor((own + gift) / STEP);
  const error = pick(ERRORS, 1000, draw(state.seed, STREAM.estimate, state.turn, TECH_INDEX[tech])) - 3;
  const shown = stepOf(giftOf(giftsOf(state), tech)) + error;
  witness(q, (_, gifts) => ERRORS[shown - stepOf(giftOf(gifts, tech)) + 3] ?? 0);
  state.estimates = { ...state.estimates, [tech]: shown * STEP + STEP / 2 };
}

/** Which track is assessed on a turn. */
export function assessedOn(turn: number): Tech {
  return TECH[(turn + 1) % TECH.length] as Tech;
}
