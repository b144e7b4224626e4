// What the cards of the lever trilateral look like: teal between Seoul, Tokyo and Washington.

import type { Point } from '../ground.ts';
import { COLOURS, LASTING, STROKES } from '../theme.ts';
import { type Act, act } from './act.ts';
import type { Pen } from './pen.ts';
import { away, corners, distance, heading, lob, part, QUARTER, station } from './shapes.ts';

const { teal, heat, white } = COLOURS;

/** The three ways between the partners. */
const links = (pen: Pen): (readonly Point[])[] => [pen.route('seoulTokyo'), pen.route('washingtonTokyo'), pen.route('washingtonSeoul')];
const capitals = (pen: Pen): Point[] => [pen.at('seoul'), pen.at('tokyo'), pen.at('washington')];
/** In the water between Seoul and Tokyo, clear of their link. */
const midway = (pen: Pen): Point => pen.off(station(pen.route('seoulTokyo'), 0.5), 6, -44);

/** A pulse runs each line and is answered. */
const hotlines = act('seoul', LASTING.usual, (pen) => {
  const drawn = pen.stage(0, 0.3);
  const there = pen.stage(0.2, 0.52);
  const back = pen.stage(0.48, 0.82);
  for (const link of links(pen)) {
    pen.ink(teal, 0.7, STROKES.fine).path(link, 0, drawn);
    const at = back > 0 ? 1 - back : there;
    if (there > 0) {
      pen.ink(teal, 1, STROKES.bold).path(link, Math.max(0, at - 0.07), Math.min(1, at + 0.07));
      pen.ink(white, 1).dot(station(link, at), 3.5);
    }
  }
  for (const home of capitals(pen)) for (let i = 0; i < 2; i++) pen.ink(teal, pen.stage(0.5, 0.7), STROKES.line).arc(home, 14 + i * 6, -QUARTER - 0.7, -QUARTER + 0.7);
});

/** A stream of long and short ticks along every line. */
const dataLink = act('seoul', LASTING.usual, (pen) => {
  const flow = pen.stage(0, 0.8);
  for (const link of links(pen)) {
    pen.ink(teal, 0.35, STROKES.hair).path(link);
    for (let i = 0; i < 26; i++) {
      const at = flow * 1.25 - i * 0.048;
      if (at > 0.02 && at < 0.98) pen.ink(teal, 0.95, STROKES.line).across(link, at, [7, 3, 3, 7, 3][i % 5] ?? 3);
    }
  }
});

/** Three lines of sight meet in one cell. */
const intelligenceCell = act('seoul', LASTING.usual, (pen) => {
  const cell = midway(pen);
  const brought = pen.stage(0, 0.45);
  const built = pen.stage(0.35, 0.72);
  for (const home of capitals(pen)) {
    const way = [home, pen.towards(cell, home, 26)];
    pen.ink(teal, 0.7, STROKES.fine).dashes(way, 0, brought, 2, 1.6);
    pen.ink(teal, 1).dot(station(way, brought), 3);
  }
  const hexagon = corners(cell, 22 * pen.unit, 6);
  pen.ink(COLOURS.shade, built * 0.7).filled(hexagon);
  pen.ink(teal, 1, STROKES.bold).path([...hexagon, hexagon[0] ?? cell], 0, built);
  pen.ink(teal, built, STROKES.line).ring(cell, 10 * built);
  pen.ink(white, built).dot(cell, 3.5 * built);
});

/** What rises from the north is met from two sides. */
const missileDefence = act('tokyo', LASTING.full, (pen) => {
  const from = pen.at('pyongyang');
  const to = pen.at('tokyo');
  const rise = distance(from, to) * 0.3;
  const threat = lob(from, to, rise);
  const met = station(threat, 0.56);
  const coming = pen.stage(0, 0.5) * 0.56;
  pen.ink(heat, 0.9, STROKES.line).dashes(threat, 0, coming, 4, 0.8);
  const answered = pen.stage(0.24, 0.56);
  for (const place of ['seoul', 'tokyo'] as const) {
    const home = pen.at(place);
    const facing = heading(home, met);
    const watching = pen.stage(0, 0.3);
    for (let i = 1; i <= 3; i++) pen.ink(teal, watching * 0.7, STROKES.fine).arc(home, 8 * i, facing - 0.5 * watching, facing + 0.5 * watching);
    pen.ink(teal, 1, STROKES.bold).path(lob(home, met, rise * 0.18), 0.12, 0.12 + 0.88 * answered);
  }
  const hit = pen.stage(0.54, 0.82);
  pen.ink(white, hit > 0 ? 1.2 - hit : 0).dot(met, 4 - 2 * hit);
  pen.ink(teal, hit > 0 ? 1 : 0, STROKES.line).swept(met, 10, hit);
});

/** A roof of plates over Seoul and Tokyo, each locked into the next: it stays. */
const theatreShield = act('seoul', LASTING.full, (pen) => {
  const [seoul, tokyo] = [pen.at('seoul'), pen.at('tokyo')];
  const [left, right] = [away(seoul, heading(tokyo, seoul), 40 * pen.unit), away(tokyo, heading(seoul, tokyo), 30 * pen.unit)];
  const height = distance(left, right) * 0.27;
  const roofs = [lob(left, right, height), lob(away(left, heading(seoul, tokyo), 18 * pen.unit), away(right, heading(tokyo, seoul), 18 * pen.unit), height - 17 * pen.unit)];
  const plates = 9;
  for (let i = 0; i < plates; i++) {
    const set = pen.turn(0, 0.68, i, plates);
    if (set === 0) continue;
    const [from, to] = [(i + 0.06) / plates, (i + 0.94) / plates];
    const [upper, lower] = roofs.map((roof) => part(roof, from, to)) as [Point[], Point[]];
    const plate = [...upper, ...[...lower].reverse()].map((at) => pen.off(at, 0, -12 * (1 - set)));
    pen.ink(teal, set * 0.28).filled(plate);
    pen.ink(teal, set, STROKES.line).closed(plate);
  }
  const locked = pen.stage(0.6, 0.82);
  for (const [foot, home] of [
    [left, seoul],
    [right, tokyo],
  ] as const)
    pen.ink(teal, locked, STROKES.bold).line(foot, home, locked);
  for (let i = 1; i < plates; i++) pen.ink(white, locked).dot(station(roofs[1] ?? [], i / plates), 2.2 * locked);
});

/** Five ships in formation, with their wakes. */
const jointExercises = act('seoul', LASTING.full, (pen) => {
  const [a, b] = [pen.at('seoul'), pen.at('tokyo')];
  const course = heading(a, b);
  const sailed = pen.stage(0, 0.75);
  const lead = away(midway(pen), course, (-34 + 62 * sailed) * pen.unit);
  pen.ripples(lead, 58, pen.stage(0.15, 0.85), teal, 2);
  for (const [row, side] of [
    [0, 0],
    [1, -1],
    [1, 1],
    [2, -2],
    [2, 2],
  ] as const) {
    const ship = away(away(lead, course, -row * 22 * pen.unit), course + QUARTER, side * 14 * pen.unit);
    const stern = away(ship, course, -7 * pen.unit);
    for (const flank of [-1, 1]) pen.ink(teal, 0.75, STROKES.fine).line(stern, away(stern, course + Math.PI + flank * 0.28, 28 * sailed * pen.unit));
    pen.ink(row === 0 ? white : teal, 1).ship(ship, 20, course);
  }
});

/** What was dashed is drawn solid, and at each end a column stands. */
const lastingInstitutions = act('seoul', LASTING.full, (pen) => {
  const solid = pen.stage(0.25, 0.65);
  const raised = pen.stage(0.45, 0.8);
  for (const link of links(pen)) {
    pen.ink(teal, 0.8 * (1 - solid), STROKES.line).dashes(link, solid, pen.stage(0, 0.25), 5, 1);
    pen.ink(teal, 1, STROKES.bold * 1.2).path(link, 0, solid);
  }
  for (const home of capitals(pen)) {
    const foot = pen.off(home, 0, -9);
    pen.ink(white, raised, STROKES.line).line(pen.off(foot, -12, 0), pen.off(foot, 12, 0), raised);
    for (const column of [-8, 0, 8]) pen.ink(white, raised, STROKES.bold).line(pen.off(foot, column, -2), pen.off(foot, column, -2 - 15 * raised));
    pen.ink(white, pen.stage(0.65, 0.82), STROKES.line).path([pen.off(foot, -12, -18), pen.off(foot, 0, -25), pen.off(foot, 12, -18), pen.off(foot, -12, -18)]);
  }
});

/** Three come to one table, and its light goes home with them. */
const leadersVisit = act('tokyo', LASTING.full, (pen) => {
  const table = midway(pen);
  const met = pen.stage(0, 0.42);
  const home = pen.stage(0.5, 0.82);
  pen.ink(white, met, STROKES.line).swept(table, 9, met);
  pen.glow(table, 24, white, 0.3 * met * (1 - home));
  for (const capital of capitals(pen)) {
    const way = [capital, pen.towards(table, capital, 16)];
    pen.ink(teal, 0.5, STROKES.fine).path(way, 0, met);
    pen.ink(teal, 1).dot(station(way, met - home * 0.98), 4.5);
    if (home > 0) pen.ripples(capital, 34, home, teal, 3);
  }
});

/** Two linked rings: for a card of this lever that the map does not know. */
export const anyPartnership: Act = act('seoul', LASTING.usual, (pen) => {
  const middle = midway(pen);
  const drawn = pen.stage(0, 0.6);
  for (const side of [-9, 9]) pen.ink(teal, 1, STROKES.bold).swept(pen.off(middle, side, 0), 15, drawn);
});

export const TRILATERAL: Readonly<Record<string, Act>> = {
  hotlines,
  'data-link': dataLink,
  'intelligence-cell': intelligenceCell,
  'missile-defence': missileDefence,
  'theatre-shield': theatreShield,
  'joint-exercises': jointExercises,
  'lasting-institutions': lastingInstitutions,
  'leaders-visit': leadersVisit,
};
