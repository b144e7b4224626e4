// How a player read the signs: whether the beliefs stated moved with the evidence, as the ideal observer's did. What came true is no part of it.

import type { Forecast } from '../rules/types.ts';

/**
 * `close`: near the ideal observer all along. `with`, `partly`, `against`: which way the belief went where the signs moved the observer.
 * `constant`: the same belief on every turn, whatever was seen. `untested`: the signs moved nobody much.
 */
export type Reading = { kind: 'close' | 'with' | 'partly' | 'against' | 'untested' } | { kind: 'constant'; belief: number };

/** All in per mille: a belief that keeps within so much has not moved; */
const STILL = 30;
/** a move of the ideal observer from which anybody could learn; */
const TELLING = 30;
/** a move at all; */
const MOVE = 10;
/** as near to the ideal observer, in the mean over turns, as anyone could be asked to come. */
const NEAR = 100;

/**
 * @param beliefs one for each turn in which a belief was asked for, in order
 * @param prior the chance of an alliance before anything was seen, per mille
 */
export function readingOf(beliefs: readonly Forecast[], prior: number): Reading {
  const own = beliefs.map(({ belief }) => belief);
  const ideal = beliefs.map((stated) => stated.ideal);
  const telling = movesOf(ideal, prior).flatMap((move, turn) => (Math.abs(move) >= TELLING ? [{ turn, move }] : []));
  if (telling.length === 0) return { kind: 'untested' };
  if (own.length > 1 && Math.max(...own) - Math.min(...own) < STILL) return { kind: 'constant', belief: own.at(-1) as number };
  const apart = own.reduce((sum, belief, turn) => sum + Math.abs(belief - (ideal[turn] as number)), 0) / own.length;
  if (apart <= NEAR) return { kind: 'close' };
  const moves = movesOf(own, prior);
  const went = telling.map(({ turn, move }) => (moves[turn] as number) * Math.sign(move));
  const along = went.filter((by) => by >= MOVE).length;
  const against = went.filter((by) => by <= -MOVE).length;
  return { kind: along * 3 >= telling.length * 2 ? 'with' : against * 2 > telling.length ? 'against' : 'partly' };
}

function movesOf(path: readonly number[], from: number): number[] {
  return path.map((value, turn) => value - (turn === 0 ? from : (path[turn - 1] as number)));
}
