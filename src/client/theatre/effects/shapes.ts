// Lines and places to put marks, as plain points in device pixels.

import type { Point } from '../ground.ts';

export const between = (a: Point, b: Point, share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
/** Radians; 0 points right, a quarter turn points down. */
export const heading = (a: Point, b: Point): number => Math.atan2(b.y - a.y, b.x - a.x);
/** @param angle radians */
export const away = (from: Point, angle: number, by: number): Point => ({ x: from.x + Math.cos(angle) * by, y: from.y + Math.sin(angle) * by });

export const QUARTER = Math.PI / 2;
export const TURN = Math.PI * 2;
/** Steps of a curve: smooth at any size it is drawn. */
const STEPS = 28;

/** A bow from a to b. @param lift its height as a share of the distance; above 0 bends to the left of the way */
export function bow(a: Point, b: Point, lift: number): Point[] {
  const middle = between(a, b, 0.5);
  const top = { x: middle.x + (b.y - a.y) * lift * 2, y: middle.y - (b.x - a.x) * lift * 2 };
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const share = i / STEPS;
    return between(between(a, top, share), between(top, b, share), share);
  });
}

/** A bow that rises up the screen whichever way it goes. @param height in pixels at its top */
export function lob(a: Point, b: Point, height: number): Point[] {
  const middle = between(a, b, 0.5);
  const top = { x: middle.x, y: middle.y - height * 2 };
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const share = i / STEPS;
    return between(between(a, top, share), between(top, b, share), share);
  });
}

/** Where the share of a line's length ends, and the direction there. An empty line has its end at the origin. */
export function station(points: readonly Point[], share: number): Point & { angle: number } {
  const total = lengthOf(points);
  let left = Math.max(0, Math.min(1, share)) * total;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const step = distance(a, b);
    if (step > 0 && (left <= step || i === points.length - 1)) return { ...between(a, b, Math.min(1, left / step)), angle: heading(a, b) };
    left -= step;
  }
  return { ...(points[0] ?? { x: 0, y: 0 }), angle: 0 };
}

export function lengthOf(points: readonly Point[]): number {
  let total = 0;
  for (let i = 1; i < points.length; i++) total += distance(points[i - 1] as Point, points[i] as Point);
  return total;
}

/** The part of a line between two shares of its length. */
export function part(points: readonly Point[], from: number, to: number): Point[] {
  if (points.length < 2 || to <= from) return [];
  const total = lengthOf(points);
  const kept: Point[] = [station(points, from)];
  let gone = 0;
  for (let i = 1; i < points.length; i++) {
    gone += distance(points[i - 1] as Point, points[i] as Point);
    if (gone > from * total && gone < to * total) kept.push(points[i] as Point);
  }
  kept.push(station(points, to));
  return kept;
}

/** Corners of a regular figure. @param turn radians by which the first corner is turned from straight up */
export function corners(centre: Point, radius: number, count: number, turn = 0): Point[] {
  return Array.from({ length: count }, (_, i) => away(centre, turn - QUARTER + (TURN * i) / count, radius));
}
