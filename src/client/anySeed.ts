// A seed for a new campaign.

import type { CatalogueLevel } from '../telling/catalogue.ts';

/** One of the level's own seeds, which are of equal difficulty. The address carries it from here on. */
export function anySeed(level: Pick<CatalogueLevel, 'seeds'>): number {
  const drawn = window.crypto.getRandomValues(new Uint32Array(1))[0] as number;
  return level.seeds[drawn % level.seeds.length] ?? drawn;
}
