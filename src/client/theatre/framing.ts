// Which part of the map is seen, and where on the screen: pure geometry, in device pixels of the canvas.

import type { PlaceId } from './atlas.ts';

/** A point of the map lies at `scale · x + left`, `scale · y + top`. */
export interface Frame {
  scale: number;
  left: number;
  top: number;
}

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** From the front to Washington's mark; from Beijing to Tokyo. In units of the map. */
const WIDE: Rect = { left: -2230, top: -1700, right: 1480, bottom: 820 };
const CORE: Rect = { left: -1060, top: -640, right: 1330, bottom: 600 };
/** Pixels to a unit of the map, below which Seoul and Pyongyang stand too close to be told apart: then the core is shown, and the rest at its edge. */
const LEAST = 0.2;
/** How much nearer the camera goes to what happens, and how far it leans there. */
const AIMS = { west: { x: -1300, y: -750 }, core: { x: -50, y: 0 }, east: { x: 900, y: 100 } } as const;
const NEARER = 1.14;
const LEANING = 0.3;

/** Where the camera may look: at everything, or at one side of it. */
export type Gaze = 'rest' | 'west' | 'core' | 'east';

const WESTERN: ReadonlySet<PlaceId> = new Set<PlaceId>(['moscow', 'ukraine', 'irkutsk']);
const EASTERN: ReadonlySet<PlaceId> = new Set<PlaceId>(['washington', 'newYork', 'pacific', 'tokyo']);

export function gazeAt(place: PlaceId): Gaze {
  return WESTERN.has(place) ? 'west' : EASTERN.has(place) ? 'east' : 'core';
}

/** @param clear the part of the screen that nothing covers @param unit device pixels of a CSS pixel */
export function frameOf(gaze: Gaze, clear: Rect, unit: number): Frame {
  const all = fit(WIDE, clear);
  if (all.scale < LEAST * unit) return fit(CORE, clear);
  if (gaze === 'rest') return all;
  const aim = AIMS[gaze];
  const middle = centre(WIDE);
  return around({ x: middle.x + (aim.x - middle.x) * LEANING, y: middle.y + (aim.y - middle.y) * LEANING }, all.scale * NEARER, clear);
}

export function between(from: Frame, to: Frame, t: number): Frame {
  const mix = (a: number, b: number) => a + (b - a) * t;
  return { scale: mix(from.scale, to.scale), left: mix(from.left, to.left), top: mix(from.top, to.top) };
}

export function sameFrame(one: Frame, other: Frame): boolean {
  return Math.abs(one.scale - other.scale) < 1e-6 && Math.abs(one.left - other.left) < 0.01 && Math.abs(one.top - other.top) < 0.01;
}

function fit(part: Rect, into: Rect): Frame {
  const scale = Math.min((into.right - into.left) / (part.right - part.left), (into.bottom - into.top) / (part.bottom - part.top));
  return around(centre(part), Math.max(scale, 1e-3), into);
}

function around({ x, y }: { x: number; y: number }, scale: number, into: Rect): Frame {
  const middle = centre(into);
  return { scale, left: middle.x - x * scale, top: middle.y - y * scale };
}

function centre({ left, top, right, bottom }: Rect): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
