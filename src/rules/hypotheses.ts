// The twelve things the hidden facts may be, in one fixed order, and their prior chances.

import { draw, STREAM } from './hash.ts';
import { BONDS, type Hidden, type Level, WEST_VALUES, type World } from './types.ts';

/** Bond, then how Moscow values the West, then whether help had begun. */
export const HYPOTHESES: readonly Hidden[] = BONDS.flatMap((bond) => WEST_VALUES.flatMap((west) => [false, true].map((help): Hidden => ({ bond, west, help }))));

/** Prior chances in HYPOTHESES' order, each an integer in billionths; they add to 10^9. */
export function priorBillionths(level: Level): number[] {
  const { alliance, west: ofWest, help: ofHelp } = level.prior;
  return HYPOTHESES.map(({ bond, west, help }) => {
    const bondChance = bond === 'alliance' ? alliance : 1000 - alliance;
    const helpChance = help ? ofHelp[bond] : 1000 - ofHelp[bond];
    return bondChance * ofWest[bond][west] * helpChance;
  });
}

export function sum(weights: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i] as number;
  return total;
}

const DRAWS = 1 << 30;

/**
 * Draws an index from weights whose sum is `total`, an integer of 1 … 2^30.
 * The draw is scaled, since a remainder would favor the first weights of a large total.
 */
export function pick(weights: readonly number[], total: number, drawn: number): number {
  let rest = Math.floor((drawn * total) / DRAWS);
  for (let i = 0; i < weights.length; i++) {
    rest -= weights[i] as number;
    if (rest < 0) return i;
  }
  return weights.length - 1;
}

/** Values of each fact, in HYPOTHESES' order: each hangs on those before it, and a value's place decides which end of a draw is its own. */
const VALUES = [BONDS.length, WEST_VALUES.length, 2] as const;

/**
 * The hidden facts of a seed. What tools force is drawn as if it had been so by chance.
 * Each fact has a draw of its own, so that other chances of one leave the others as they are, except where they hang on it:
 * where an alliance is likelier, all that were alliances still are, and the West is valued no more than before.
 */
export function drawHidden(world: World, seed: number): Hidden {
  const weights = weightsOf(world);
  // The hypotheses that agree with what has been drawn so far lie side by side.
  let first = 0;
  let many = HYPOTHESES.length;
  for (let fact = 0; fact < VALUES.length; fact++) {
    many /= VALUES[fact] as number;
    const shares: number[] = [];
    for (let value = 0; value < (VALUES[fact] as number); value++) {
      let share = 0;
      for (let i = 0; i < many; i++) share += weights[first + value * many + i] as number;
      shares.push(share);
    }
    first += many * pick(shares, sum(shares), draw(seed, STREAM.hidden, 0, fact));
  }
  return HYPOTHESES[first] as Hidden;
}

/** The prior chances, of what tools force alone where they force anything. */
function weightsOf({ prior, interventions: { bond, west, help } }: World): readonly number[] {
  if (bond === undefined && west === undefined && help === undefined) return prior;
  const allowed = HYPOTHESES.map((h) => (bond ?? h.bond) === h.bond && (west ?? h.west) === h.west && (help ?? h.help) === h.help);
  const likely = prior.map((chance, i) => (allowed[i] ? chance : 0));
  // What a level rules out can still be forced; then all that is allowed is equally likely.
  return sum(likely) > 0 ? likely : allowed.map((is) => (is ? 1 : 0));
}
