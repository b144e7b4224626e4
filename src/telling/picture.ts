// What a map may show of a state: what the player may see, and the time of year.

import type { State, World } from '../rules/types.ts';
import { type View, view } from '../rules/view.ts';

export interface Picture extends Pick<View, 'war' | 'containers' | 'levels' | 'estimates' | 'threat' | 'stance' | 'crises' | 'successes'> {
  /** The quarter of the year that is about to pass: 0 is January to March. */
  season: 0 | 1 | 2 | 3;
}

export function pictureOf(world: World, state: State): Picture {
  const { war, containers, levels, estimates, threat, stance, crises, successes } = view(world, state);
  const month = Number(world.level.start.slice(5, 7)) - 1 + 3 * state.turn;
  return { season: (Math.floor(month / 3) % 4) as Picture['season'], war, containers, levels, estimates, threat, stance, crises, successes };
}
