// What layers and effects draw on: where places and routes lie on the screen at this moment, and how thick a line is.

import type { PlaceId, RouteId } from './atlas.ts';

export type { PlaceId, RouteId } from './atlas.ts';

export interface Point {
  x: number;
  y: number;
}

/** All positions are in device pixels of the canvas and hold for one frame: ask again in the next. */
export interface Ground {
  at(place: PlaceId): Point;
  /** @param t 0 … 1 by length, from the route's first place to its last */
  along(route: RouteId, t: number): Point;
  points(route: RouteId): readonly Point[];
  /** One CSS pixel in device pixels; a little more on large screens. A fine line is 1 unit, a mark 4 to 8. */
  unit: number;
  /** Device pixels per 100 km near Korea: for what should grow with the map and not with the screen. */
  reach: number;
  width: number;
  height: number;
}

/**
 * A drawing of time: the same `t` draws the same, so that it can be cut at any frame. Nothing is kept between calls.
 * `g` is cleared before each call.
 */
export interface Effect {
  /** Milliseconds. */
  duration: number;
  /** @param t 0 … 1, linear in time; ease inside */
  draw(g: Phaser.GameObjects.Graphics, t: number, ground: Ground): void;
}
