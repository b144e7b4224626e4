// How uncertain the threat is that the desk shows: as much as the estimates are from which it is reckoned.

import type { World } from '../rules/types.ts';
import type { View } from '../rules/view.ts';

/** Nine times in ten the truth lies between, tenths, 0 … 1000. Analysts err on each track by itself, so that errors add as their squares do. */
export function threatBand({ a }: World, { threat, band }: Pick<View, 'threat' | 'band'>): readonly [low: number, high: number] {
  const shares = [a.threatFromSpace, a.threatFromIcbm, a.threatFromSubmarine, a.threatFromSlbm];
  const half = Math.round((band * Math.sqrt(shares.reduce((sum, share) => sum + share * share, 0))) / 1000);
  return [Math.max(0, threat - half), Math.min(1000, threat + half)];
}
