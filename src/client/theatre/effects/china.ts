// What the cards of the lever China look like: gold, a channel to Beijing and a doorway at its end.

import type { Point } from '../ground.ts';
import { COLOURS, LASTING, STROKES } from '../theme.ts';
import { type Act, act } from './act.ts';
import type { Pen } from './pen.ts';
import { away, between, corners, heading, lengthOf, QUARTER, station } from './shapes.ts';

const { gold, amber, rose, white, heat, shade } = COLOURS;

const channel = (pen: Pen): readonly Point[] => pen.route('channel');

/** A sheet of paper with lines of text. @param read share of its lines that are written, 0 … 1 */
function sheet(pen: Pen, centre: Point, size: number, alpha: number, read: number): void {
  pen.ink(shade, alpha * 0.8).slab(centre, size * 0.8, size);
  pen.ink(white, alpha, STROKES.line).box(centre, size * 0.8, size);
  for (let i = 0; i < 4; i++) {
    const row = pen.off(centre, -size * 0.28, (-0.3 + i * 0.2) * size);
    pen.ink(white, alpha * 0.8, STROKES.fine).line(row, pen.off(row, size * (i === 3 ? 0.3 : 0.56), 0), Math.max(0, Math.min(1, read * 4 - i)));
  }
}

/** Footsteps along a dotted way; the door stands ajar when they arrive. */
const quietChannel = act('beijing', LASTING.usual, (pen) => {
  const steps = 18;
  const way = channel(pen);
  for (let i = 0; i < steps; i++) {
    const set = pen.turn(0, 0.65, i, steps);
    pen.ink(gold, set * 0.95).dot(station(way, 0.04 + (0.9 * i) / steps), 2.4 * set);
  }
  pen.doorway(pen.at('beijing'), 26, 0.15 + pen.stage(0.5, 0.82) * 0.4, gold, pen.stage(0.3, 0.6));
});

/** A file travels to Beijing and is laid open under a lens. */
const sharedEvidence = act('beijing', LASTING.full, (pen) => {
  const sent = pen.stage(0, 0.4);
  const spread = pen.stage(0.36, 0.62);
  const beijing = pen.off(pen.at('beijing'), 46, -30);
  const way = [...channel(pen).slice(0, -1), beijing];
  pen.ink(gold, 0.5, STROKES.fine).path(way, 0, sent);
  const carried = station(way, sent);
  for (const [i, side] of [-1, 1, 0].entries()) sheet(pen, pen.off(carried, side * 25 * spread, Math.abs(side) * 4 * spread), 24, i === 2 ? 1 : spread, pen.stage(0.45, 0.75));
  const lens = pen.off(carried, -30 + 60 * pen.stage(0.5, 0.82), 3);
  if (spread > 0) {
    pen.ink(gold, spread, STROKES.bold).ring(lens, 9);
    pen.line(pen.off(lens, 6.5, 6.5), pen.off(lens, 14, 14));
  }
});

/** Gates come down along the border, the first at Dandong, and what would pass waits before them. */
const borderPolicing = act('dandong', LASTING.full, (pen) => {
  const border = pen.route('chinaBorder');
  pen.ink(gold, 0.5, STROKES.fine).path(border, 0, pen.stage(0, 0.3));
  const gates = 5;
  for (let i = 0; i < gates; i++) {
    const shut = pen.turn(0.12, 0.78, i, gates);
    const { angle, ...at } = station(border, 0.02 + i * 0.21);
    const posts = [-1, 1].map((side) => away(at, angle, side * 9 * pen.unit)) as [Point, Point];
    pen.ink(gold, shut, STROKES.bold);
    for (const post of posts) pen.line(away(post, angle + QUARTER, 5 * pen.unit), away(post, angle - QUARTER, 5 * pen.unit));
    pen.line(posts[0], away(posts[0], angle - QUARTER * (1 - shut), 18 * pen.unit));
    const goods = away(at, angle - QUARTER, (24 - 13 * pen.stage(0, 0.5)) * pen.unit);
    pen.ink(i % 2 === 0 ? rose : amber, 0.9);
    if (i % 2 === 0) pen.diamond(goods, 4.5);
    else pen.dot(goods, 3.2);
  }
});

/** One sheet between two, signed by a golden hand and by a pale one. */
const jointStatement = act('beijing', LASTING.full, (pen) => {
  const [here, there] = [pen.at('beijing'), station(channel(pen), 0.45)];
  const table = between(here, there, 0.45);
  const drawn = pen.stage(0, 0.32);
  for (const [from, colour] of [
    [here, gold],
    [there, white],
  ] as const)
    pen.ink(colour, 0.8, STROKES.bold).line(from, pen.towards(table, from, 26), drawn);
  pen.ink(shade, drawn * 0.85).slab(table, 34, 42);
  pen.ink(white, drawn, STROKES.line).box(table, 34, 42);
  for (const row of [-13, -7, -1]) pen.ink(white, 0.7, STROKES.fine).line(pen.off(table, -12, row), pen.off(table, 12, row), pen.stage(0.15, 0.4));
  for (const [left, colour, from] of [
    [-13, gold, 0.38],
    [2, white, 0.52],
  ] as const) {
    const hand = [0, 3, 5, 8, 11].map((right, i) => pen.off(table, left + right, 12 + ([2, -4, 3, -3, 1][i] ?? 0)));
    pen.ink(colour, 1, STROKES.line).path(hand, 0, pen.stage(from, from + 0.25));
  }
  const sealed = pen.stage(0.66, 0.84);
  pen.ink(gold, sealed, STROKES.line).ring(pen.off(table, 0, 24), 6 * sealed);
});

/** Wave after wave, until the door is shut. */
const publicPressure = act('beijing', LASTING.usual, (pen) => {
  const beijing = pen.at('beijing');
  const way = channel(pen);
  const from = station(way, 1 - Math.min(0.5, (120 * pen.unit) / lengthOf(way)));
  const facing = heading(from, beijing);
  for (let i = 0; i < 5; i++) {
    const gone = pen.stage(i * 0.09, i * 0.09 + 0.45);
    if (gone > 0 && gone < 1) pen.ink(white, 1 - gone * 0.7, STROKES.bold).arc(from, 18 + 84 * gone, facing - 0.36, facing + 0.36);
  }
  const [mouth, grip] = [away(from, facing, 9 * pen.unit), away(from, facing, -9 * pen.unit)];
  const across = (at: Point, half: number): [Point, Point] => [away(at, facing + QUARTER, half * pen.unit), away(at, facing - QUARTER, half * pen.unit)];
  const [a, b] = across(mouth, 10);
  const [c, d] = across(grip, 3);
  pen.ink(white, pen.stage(0, 0.2)).filled([a, b, d, c]);
  const shut = pen.stage(0.3, 0.62);
  pen.doorway(beijing, 26, 0.8 * (1 - shut), gold);
  const struck = pen.stage(0.58, 0.8);
  for (const angle of [-0.7, 0, 0.7]) {
    const edge = away(beijing, facing + Math.PI + angle, 16 * pen.unit);
    pen.ink(heat, struck).line(edge, away(edge, facing + Math.PI + angle, 8 * pen.unit), struck);
  }
});

/** The door at Beijing: for a card of this lever that the map does not know. */
export const anyApproach: Act = act('beijing', LASTING.usual, (pen) => {
  const beijing = pen.at('beijing');
  pen.ink(gold, 0.7, STROKES.fine).path(channel(pen), 0, pen.stage(0, 0.45));
  pen.doorway(beijing, 26, pen.stage(0.4, 0.8), gold, pen.stage(0.2, 0.5));
  pen.ink(gold, pen.stage(0.4, 0.8), STROKES.fine).closed(corners(beijing, 26 * pen.unit, 4));
});

export const CHINA: Readonly<Record<string, Act>> = {
  'quiet-channel': quietChannel,
  'shared-evidence': sharedEvidence,
  'border-policing': borderPolicing,
  'joint-statement': jointStatement,
  'public-pressure': publicPressure,
};
