// An effect with the place it happens at.

import type { Effect, PlaceId } from '../ground.ts';
import { type Drawing, effect } from './pen.ts';

export interface Act {
  /** Where a reader should look. */
  place: PlaceId;
  effect: Effect;
}

/** @param duration milliseconds */
export function act(place: PlaceId, duration: number, drawing: Drawing): Act {
  return { place, effect: effect(duration, drawing) };
}
