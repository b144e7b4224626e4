// The marks that effects are drawn with, at one moment of an effect's time. Sizes are in units, shares and times 0 … 1.

import type { Effect, Ground, PlaceId, Point, RouteId } from '../ground.ts';
import { COLOURS, DOOR, FADE, MARGIN, STROKES } from '../theme.ts';
import { away, between, bow, distance, heading, lengthOf, part, QUARTER, station, TURN } from './shapes.ts';

export type Drawing = (pen: Pen) => void;

/** @param duration milliseconds */
export function effect(duration: number, drawing: Drawing): Effect {
  return { duration, draw: (g, t, ground) => drawing(new Pen(g, Math.max(0, Math.min(1, t)), ground)) };
}

/** Discs in a glow: enough for no edge to be seen. */
const GLOW_STEPS = 12;

const eased = (share: number): number => 1 - (1 - share) ** 3;

export class Pen {
  /** Device pixels in a unit. */
  readonly unit: number;
  readonly #g: Phaser.GameObjects.Graphics;
  readonly #t: number;
  readonly #ground: Ground;
  /** All of an effect fades together at its end. */
  readonly #life: number;

  constructor(g: Phaser.GameObjects.Graphics, t: number, ground: Ground) {
    this.#g = g;
    this.#t = t;
    this.#ground = ground;
    this.unit = ground.unit;
    this.#life = t <= FADE ? 1 : 1 - (t - FADE) / (1 - FADE);
  }

  at(place: PlaceId): Point {
    return this.#ground.at(place);
  }

  route(route: RouteId): readonly Point[] {
    return this.#ground.points(route);
  }

  /** A point so many units to the right and down. */
  off({ x, y }: Point, right: number, down: number): Point {
    return { x: x + right * this.unit, y: y + down * this.unit };
  }

  /** How far a stage is that lasts from one time to another: 0 before, 1 after, eased out between. */
  stage(from: number, to: number): number {
    return eased(Math.max(0, Math.min(1, (this.#t - from) / (to - from))));
  }

  /** The same for one of several things that follow each other inside a stage. */
  turn(from: number, to: number, index: number, count: number): number {
    const each = (to - from) / (count + 1);
    return this.stage(from + index * each, from + (index + 2) * each);
  }

  ink(colour: number, alpha = 1, width: number = STROKES.line): this {
    const seen = Math.max(0, Math.min(1, alpha)) * this.#life;
    this.#g.lineStyle(width * this.unit, colour, seen);
    this.#g.fillStyle(colour, seen);
    return this;
  }

  line(a: Point, b: Point, share = 1): void {
    if (share > 0) this.#g.lineBetween(a.x, a.y, a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
  }

  path(points: readonly Point[], from = 0, to = 1): void {
    const shown = from <= 0 && to >= 1 ? [...points] : part(points, from, to);
    if (shown.length > 1) this.#g.strokePoints(shown as Phaser.Math.Vector2[]);
  }

  closed(points: readonly Point[]): void {
    if (points.length > 2) this.#g.strokePoints([...points] as Phaser.Math.Vector2[], true, true);
  }

  filled(points: readonly Point[]): void {
    if (points.length > 2) this.#g.fillPoints([...points] as Phaser.Math.Vector2[], true);
  }

  /** @param dash units; the gap after it is `gap` times as long */
  dashes(points: readonly Point[], from = 0, to = 1, dash = 4, gap = 1): void {
    const total = lengthOf(points);
    const [length, cycle] = [dash * this.unit, dash * this.unit * (1 + gap)];
    let gone = 0;
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1] as Point, points[i] as Point];
      const step = distance(a, b);
      const last = Math.min(gone + step, to * total);
      for (let begun = Math.floor(gone / cycle) * cycle; begun < last; begun += cycle) {
        const [start, end] = [Math.max(begun, gone, from * total), Math.min(begun + length, last)];
        if (start < end) this.line(between(a, b, (start - gone) / step), between(a, b, (end - gone) / step));
      }
      gone += step;
    }
  }

  dot({ x, y }: Point, radius: number): void {
    if (radius > 0) this.#g.fillCircle(x, y, radius * this.unit);
  }

  ring({ x, y }: Point, radius: number): void {
    if (radius > 0) this.#g.strokeCircle(x, y, radius * this.unit);
  }

  /** Part of a ring. @param from radians, 0 points right */
  arc({ x, y }: Point, radius: number, from: number, to: number): void {
    if (radius <= 0 || to <= from) return;
    this.#g.beginPath();
    this.#g.arc(x, y, radius * this.unit, from, to);
    this.#g.strokePath();
  }

  /** A ring drawn clockwise from its top. */
  swept(centre: Point, radius: number, share: number): void {
    this.arc(centre, radius, -QUARTER, -QUARTER + TURN * Math.max(0, Math.min(1, share)));
  }

  brokenRing(centre: Point, radius: number, pieces: number, turned = 0): void {
    const each = TURN / pieces;
    for (let i = 0; i < pieces; i++) this.arc(centre, radius, turned + i * each, turned + (i + 0.55) * each);
  }

  diamond(centre: Point, radius: number): void {
    if (radius > 0) this.filled([this.off(centre, 0, -radius), this.off(centre, radius * 0.72, 0), this.off(centre, 0, radius), this.off(centre, -radius * 0.72, 0)]);
  }

  box(centre: Point, width: number, height: number): void {
    if (width > 0 && height > 0) this.#g.strokeRect(centre.x - (width / 2) * this.unit, centre.y - (height / 2) * this.unit, width * this.unit, height * this.unit);
  }

  slab(centre: Point, width: number, height: number): void {
    if (width > 0 && height > 0) this.#g.fillRect(centre.x - (width / 2) * this.unit, centre.y - (height / 2) * this.unit, width * this.unit, height * this.unit);
  }

  cross(centre: Point, radius: number): void {
    this.line(this.off(centre, -radius, -radius), this.off(centre, radius, radius));
    this.line(this.off(centre, radius, -radius), this.off(centre, -radius, radius));
  }

  /** An open arrow head at the end of the way so far. */
  head(points: readonly Point[], share: number, size: number): void {
    if (points.length < 2 || share <= 0) return;
    const tip = station(points, share);
    this.line(tip, away(tip, tip.angle + Math.PI * 0.82, size * this.unit));
    this.line(tip, away(tip, tip.angle - Math.PI * 0.82, size * this.unit));
  }

  /** A short stroke across a line. */
  across(points: readonly Point[], share: number, half: number, slant = 0): void {
    const { angle, ...at } = station(points, share);
    this.line(away(at, angle + QUARTER + slant, half * this.unit), away(at, angle - QUARTER + slant, half * this.unit));
  }

  /** Slanted strokes in a field, drawn from left to right. */
  hatch(centre: Point, width: number, height: number, share: number, every = 6): void {
    const strokes = Math.floor(width / every) + 1;
    for (let i = 0; i < strokes; i++) {
      const drawn = Math.max(0, Math.min(1, share * strokes - i));
      const foot = this.off(centre, -width / 2 + i * every - height / 4, height / 2);
      if (drawn > 0) this.line(foot, this.off(foot, height / 2, -height), drawn);
    }
  }

  /** A hull seen from above, bow ahead. @param angle its heading in radians */
  ship(centre: Point, length: number, angle: number): void {
    const [fore, aft] = [away(centre, angle, length * 0.6 * this.unit), away(centre, angle, -length * 0.4 * this.unit)];
    const beam = length * 0.17 * this.unit;
    const waist = away(centre, angle, length * 0.2 * this.unit);
    this.filled([fore, away(waist, angle + QUARTER, beam), away(aft, angle + QUARTER, beam), away(aft, angle - QUARTER, beam), away(waist, angle - QUARTER, beam)]);
  }

  /** China's mark, as on the map: a frame and one leaf hung on the right. @param height units @param open 0 … 1 */
  doorway(centre: Point, height: number, open: number, colour: number, alpha = 1): void {
    const half = (height * DOOR.half) / DOOR.height;
    const [top, floor] = [-height * 0.6, height * 0.4];
    this.ink(COLOURS.shade, 0.8 * alpha).slab(this.off(centre, 0, -height * 0.1), half * 2 + 8, height + 8);
    const edge = half - 2 * half * (1 - open);
    const slant = height * 0.22 * Math.sin(Math.PI * Math.min(1, open * 0.8));
    this.ink(colour, alpha * (0.15 + 0.4 * open)).slab(this.off(centre, -half + half * open, -height * 0.1), 2 * half * open, height);
    this.ink(colour, alpha, STROKES.line);
    this.path([this.off(centre, -half, floor), this.off(centre, -half, top), this.off(centre, half, top), this.off(centre, half, floor)]);
    this.ink(colour, 0.85 * alpha);
    this.filled([this.off(centre, half, top), this.off(centre, edge, top + slant), this.off(centre, edge, floor + slant), this.off(centre, half, floor)]);
  }

  /** Rings that widen and thin out, as where something has entered water. */
  ripples(centre: Point, radius: number, share: number, colour: number, count = 3): void {
    for (let i = 0; i < count; i++) {
      const own = Math.max(0, Math.min(1, share * (1 + (count - 1) * 0.3) - i * 0.3));
      if (own > 0 && own < 1) this.ink(colour, (1 - own) * 0.9, STROKES.fine).ring(centre, radius * own);
    }
  }

  /** Light or heat in the land: densest at its centre. */
  glow(centre: Point, radius: number, colour: number, alpha: number): void {
    for (let i = GLOW_STEPS; i > 0; i--) this.ink(colour, (alpha / GLOW_STEPS) * 1.6).dot(centre, (radius * i) / GLOW_STEPS);
  }

  /** A way from one place to another, bent a little to its left. */
  way(from: PlaceId, to: PlaceId, lift = 0.12): Point[] {
    return bow(this.at(from), this.at(to), lift);
  }

  /** So many units to the left of a point, or as many as the screen has there. */
  roomLeft({ x }: Point, units: number): number {
    return Math.max(12, Math.min(units, x / this.unit - MARGIN));
  }

  towards(from: Point, to: Point, by: number): Point {
    return away(from, heading(from, to), by * this.unit);
  }
}
