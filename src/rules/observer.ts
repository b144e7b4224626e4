// The ideal observer: the exact posterior over the hidden facts, from what the player was shown and nothing else.
// Whatever is drawn from hidden facts is witnessed with the same function that weighed the draw, under each hypothesis.

import { HYPOTHESES } from './hypotheses.ts';
import type { Quarter } from './quarter.ts';
import type { Gifts, Hidden, Observer, World } from './types.ts';

/** Before anything is seen. */
export function firstObserver(world: World): Observer {
  const { giftSpace, giftIcbm, giftSubmarine, giftSlbm } = world.level.opening;
  return {
    weights: world.prior.map((chance) => chance / 1e9),
    gifts: HYPOTHESES.map(({ help }): Gifts => [giftSpace + (help ? world.level.prior.helpGift : 0), giftIcbm, giftSubmarine, giftSlbm]),
  };
}

/** Bayes' rule: `likelihood` is the chance, in any common unit, of what was shown under a hypothesis. */
export function witness(q: Quarter, likelihood: (hidden: Hidden, gifts: Gifts) => number): void {
  const observer = q.state.observer;
  if (observer === null) return;
  const joint = HYPOTHESES.map((hidden, i) => (observer.weights[i] as number) * likelihood(hidden, observer.gifts[i] as Gifts));
  const total = joint.reduce((sum, weight) => sum + weight, 0);
  // Only a forced campaign of the tools can show what no hypothesis allows.
  if (total > 0) q.state.observer = { ...observer, weights: joint.map((weight) => weight / total) };
}

/** The posterior chance, 0 … 1, of a statement about the hidden facts. */
export function posterior(observer: Observer, statement: (hidden: Hidden) => boolean): number {
  return HYPOTHESES.reduce((sum, hidden, i) => sum + (statement(hidden) ? (observer.weights[i] as number) : 0), 0);
}

/** The posterior chance of an alliance, per mille. */
export function idealBelief(observer: Observer): number {
  return Math.floor(posterior(observer, (hidden) => hidden.bond === 'alliance') * 1000 + 0.5);
}
