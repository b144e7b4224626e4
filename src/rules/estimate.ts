// What analysts believe of the four technology tracks: a noisy reading of one track a turn, the others as last assessed.

import { draw, STREAM } from './hash.ts';
import { pick } from './hypotheses.ts';
import { witness } from './observer.ts';
import { because, clamp, type Quarter } from './quarter.ts';
import { giftOf, giftsOf, ownOf, TECH_INDEX } from './technology.ts';
import { TECH, type Tech } from './types.ts';

/** Estimates come in steps of so many tenths. */
const STEP = 50;
/** Chance in per mille that an estimate is off by −8 … +8 steps. The long tails keep a single one from settling the matter. */
const ERRORS = [1, 1, 2, 3, 8, 20, 75, 190, 400, 190, 75, 20, 8, 3, 2, 1, 1] as const;
const FARTHEST = 8;
const LAST_STEP = 1000 / STEP - 1;
/** Nine times in ten the truth lies within so many tenths of the estimate, when it was made. */
export const ESTIMATE_BAND = 2 * STEP + STEP / 2;

/** Replaces one track's estimate by a fresh one. */
export function assess(q: Quarter, tech: Tech): void {
  const { state } = q;
  const own = ownOf(state, tech);
  const stepOf = (gift: number) => Math.floor((own + gift) / STEP);
  const error = pick(ERRORS, 1000, draw(state.seed, STREAM.estimate, state.turn, TECH_INDEX[tech])) - FARTHEST;
  const shown = clamp(stepOf(giftOf(giftsOf(state), tech)) + error, 0, LAST_STEP);
  witness(q, (_, gifts) => chanceShown(shown, stepOf(giftOf(gifts, tech))));
  const [from, to] = [state.estimates[tech], shown * STEP + STEP / 2];
  if (from !== to) q.events?.push({ type: 'assessed', turn: state.turn, tech, from, to, because: because(q.world, 'analysts-look-again') });
  state.estimates = { ...state.estimates, [tech]: to };
}

/** Chance in per mille that a track whose true step is `step` is shown at `shown`; what would lie beyond the scale is shown at its end. */
function chanceShown(shown: number, step: number): number {
  const chanceOf = (error: number) => ERRORS[error + FARTHEST] ?? 0;
  if (shown > 0 && shown < LAST_STEP) return chanceOf(shown - step);
  let chance = 0;
  for (let error = -FARTHEST; error <= FARTHEST; error++) if (shown === clamp(step + error, 0, LAST_STEP)) chance += chanceOf(error);
  return chance;
}

/** Which track is assessed on a turn. */
export function assessedOn(turn: number): Tech {
  return TECH[(turn + 1) % TECH.length] as Tech;
}
