// What the moves of Seoul and Tokyo look like, and what turns at home there.

import type { Point } from '../ground.ts';
import { COLOURS, LASTING, STROKES } from '../theme.ts';
import { type Act, act } from './act.ts';
import { away, between, heading, part, QUARTER } from './shapes.ts';

const { teal, tealBright, white, cold, shade } = COLOURS;

type Capital = 'seoul' | 'tokyo';
const other = (capital: Capital): Capital => (capital === 'seoul' ? 'tokyo' : 'seoul');

/** A second line beside the first, from the capital that adds it, and a link that closes at its end. */
const deepens = (capital: Capital): Act =>
  act(capital, LASTING.usual, (pen) => {
    const way = capital === 'seoul' ? pen.route('seoulTokyo') : [...pen.route('seoulTokyo')].reverse();
    const added = pen.stage(0.05, 0.6);
    pen.ink(teal, 0.6, STROKES.line).path(way);
    const beside = way.map((at) => pen.off(at, 0, -9));
    pen.ink(teal, 1, STROKES.bold).path(beside, 0, added);
    const linked = pen.stage(0.4, 0.8);
    for (const side of [-6, 6]) pen.ink(teal, 1, STROKES.bold).swept(pen.off(pen.at(capital), side, -20), 9, linked);
  });

/** The ring at home comes loose and drifts off its place. */
const hedges = (capital: Capital): Act =>
  act(capital, LASTING.usual, (pen) => {
    const home = pen.at(capital);
    const loose = pen.stage(0.15, 0.8);
    const side = capital === 'seoul' ? -1 : 1;
    pen.ink(tealBright, 1 - 0.3 * loose, STROKES.bold).arc(home, 20, -QUARTER + 1.3 * loose, -QUARTER + Math.PI * 2 - 1.3 * loose);
    pen.ink(white, 1 - 0.3 * loose, STROKES.line).brokenRing(pen.off(home, side * 34 * loose, -12 * loose), 20, 9, side * loose);
  });

/** The line between the two breaks where an old quarrel runs. */
const argues = (capital: Capital): Act =>
  act(capital, LASTING.usual, (pen) => {
    const way = pen.route('seoulTokyo');
    const [near, far] = capital === 'seoul' ? [0.24, 0.4] : [0.76, 0.6];
    const split = pen.stage(0.25, 0.6);
    const middle = (near + far) / 2;
    pen.ink(teal, 0.9, STROKES.line).path(way, 0, middle - 0.08 * split);
    pen.path(way, middle + 0.08 * split, 1);
    const [start] = part(way, middle - 0.001, middle + 0.001) as [Point];
    pen.ink(COLOURS.shade, 0.85 * split).dot(start, 15);
    const crack = [-22, -13, -4, 5, 13, 22].map((down, i) => pen.off(start, (i % 2 === 0 ? -5 : 5) * (i === 0 || i === 5 ? 0.4 : 1), down));
    pen.ink(white, 1, STROKES.bold).path(crack, 0, pen.stage(0.1, 0.5));
    const back = heading(start, pen.at(capital));
    for (let i = 0; i < 2; i++) pen.ink(white, pen.turn(0.35, 0.78, i, 2), STROKES.line).arc(pen.at(capital), 12 + 6 * i, back + Math.PI - 0.5, back + Math.PI + 0.5);
  });

/** A ballot falls into its box; of two columns the other is now the taller. */
const votes = (capital: Capital): Act =>
  act(capital, LASTING.full, (pen) => {
    const mirrored = capital === 'seoul' ? 1 : -1;
    const box = pen.off(pen.at(capital), 22 * mirrored, -20);
    const cast = pen.stage(0, 0.4);
    pen.ink(shade, 0.8).slab(box, 28, 20);
    const slip = pen.off(box, 0, -30 + 22 * cast);
    if (cast < 1) pen.ink(white, 1).slab(slip, 11, 13);
    pen.ink(white, pen.stage(0, 0.2), STROKES.line).box(box, 28, 20);
    pen.ink(white, 1, STROKES.bold).line(pen.off(box, -8, -10), pen.off(box, 8, -10));
    const counted = pen.stage(0.38, 0.76);
    const foot = pen.off(box, 36 * mirrored, 10);
    for (const [side, from, to, colour] of [
      [-6, 24, 12, cold],
      [6, 10, 26, teal],
    ] as const) {
      const height = from + (to - from) * counted;
      pen.ink(colour, pen.stage(0.25, 0.45)).slab(pen.off(foot, side * mirrored, -height / 2), 8, height);
    }
  });

/** A ring at home: for a move that the map does not know. */
export const anyOfPartner = (capital: Capital): Act =>
  act(capital, LASTING.brief, (pen) => {
    const told = pen.stage(0, 0.7);
    const home = pen.at(capital);
    pen.ink(teal, 1, STROKES.line).swept(home, 15, told);
    pen.ink(teal, told).dot(between(home, pen.at(other(capital)), 0.08), 3);
    pen.line(home, away(home, heading(home, pen.at(other(capital))), 24 * pen.unit), told);
  });

export const PARTNERS: Readonly<Record<string, Act>> = {
  'seoul-deepens': deepens('seoul'),
  'seoul-hedges': hedges('seoul'),
  'seoul-argues': argues('seoul'),
  'tokyo-deepens': deepens('tokyo'),
  'tokyo-hedges': hedges('tokyo'),
  'tokyo-argues': argues('tokyo'),
  'shock-seoul-votes': votes('seoul'),
  'shock-tokyo-votes': votes('tokyo'),
};
