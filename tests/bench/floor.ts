// The floor of the benchmark: about the arithmetic of one campaign, on a mutated typed array, with nothing else. It models nothing.

import { draw, STREAM } from '../../src/rules/hash.ts';

/** Numbers that a quarter changes, and draws that it makes. */
const LEVELS = 40;
const DRAWS = 22;

/** @returns a checksum, so that nothing is optimized away */
export function floorCampaign(levels: Float64Array, seed: number, turns: number): number {
  levels.fill(500);
  for (let turn = 0; turn < turns; turn++) {
    for (let i = 0; i < DRAWS; i++) {
      const at = draw(seed, STREAM.plan, turn, i) % LEVELS;
      levels[at] = (levels[at] as number) + 3;
    }
    for (let pass = 0; pass < 3; pass++) {
      for (let i = 0; i < LEVELS; i++) {
        const other = levels[(i + 7) % LEVELS] as number;
        const moved = (levels[i] as number) + ((((other - (levels[i] as number)) * 90) / 1000) | 0);
        levels[i] = moved < 0 ? 0 : moved > 1000 ? 1000 : moved;
      }
    }
  }
  return levels[0] as number;
}
