// How a campaign is measured once it is over.

import { within } from './conditions.ts';
import { transferOf } from './technology.ts';
import type { Ending, EndingId, EndingMeasure, State, World } from './types.ts';

/** Deterrence minus threat, tenths: the one final measure. */
export function balanceOf(s: State): number {
  return s.deterrence - s.threat;
}

export function measure(s: State, what: EndingMeasure): number {
  switch (what) {
    case 'balance':
      return balanceOf(s);
    case 'threatGrowth':
      return s.threat - s.openingThreat;
    case 'transfer':
      return transferOf(s);
    default:
      return s[what];
  }
}

/** The first of the level's endings whose conditions all hold. */
export function ending(world: World, s: State): EndingId {
  const reached = world.level.endings.find(({ when }) => when.every((bounds) => within(bounds, measure(s, bounds.what))));
  return (reached ?? (world.level.endings.at(-1) as Ending)).id;
}

/**
 * Brier score of the beliefs stated, per mille: 0 is perfect, 250 is what always saying 50 % earns, 1000 is the worst.
 * null when nothing was stated.
 */
export function brier(s: State, whose: 'belief' | 'ideal'): number | null {
  if (s.forecasts.length === 0) return null;
  const truth = s.hidden.bond === 'alliance' ? 1000 : 0;
  const sum = s.forecasts.reduce((total, forecast) => total + (forecast[whose] - truth) * (forecast[whose] - truth), 0);
  return Math.floor(sum / s.forecasts.length / 1000);
}
