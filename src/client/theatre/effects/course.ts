// What comes of things: answers, landings, signs, plans called off, doors closed, the war's phases and a crisis.

import type { Lever, WarPhase } from '../../../rules/types.ts';
import type { PlaceId, Point } from '../ground.ts';
import { COLOURS, FRONT, LASTING, STROKES } from '../theme.ts';
import { type Act, act } from './act.ts';
import type { Pen } from './pen.ts';
import { away, between, heading, QUARTER, station } from './shapes.ts';

const { ice, teal, gold, white, cold, heat, ember } = COLOURS;

export type Kind = Lever | 'unknown';
const INK: Readonly<Record<Kind, number>> = { sanctions: ice, trilateral: teal, china: gold, unknown: white };

/** A lever's mark: hatching, linked rings, a doorway. */
function mark(pen: Pen, kind: Kind, centre: Point, share: number): void {
  switch (kind) {
    case 'sanctions':
      pen.hatch(centre, 15, 15, share, 5);
      break;
    case 'trilateral':
      for (const side of [-5, 5]) pen.swept(pen.off(centre, side, 0), 7.5, share);
      break;
    case 'china':
      if (share > 0) pen.doorway(centre, 18, share * 0.8, gold, share);
      break;
    case 'unknown':
      if (share > 0) pen.diamond(centre, 7 * share);
      break;
  }
}

/** Where a stamp hangs, clear of the place and its name. */
const hung = (pen: Pen, place: PlaceId): Point => pen.off(pen.at(place), 0, -36);

/** A stamp over the card's place: what was set going has arrived. */
export const landed = (place: PlaceId, kind: Kind): Act =>
  act(place, LASTING.usual, (pen) => {
    const centre = hung(pen, place);
    const pressed = pen.stage(0, 0.28);
    const size = 21 + 16 * (1 - pressed);
    pen.ink(COLOURS.shade, 0.85 * pressed).dot(centre, 21);
    pen.ink(INK[kind], pressed, STROKES.bold).ring(centre, size);
    pen.ink(INK[kind], pressed, STROKES.fine).ring(centre, size - 4);
    pen.line(pen.off(centre, 0, 21), pen.off(centre, 0, 28), pen.stage(0.24, 0.45));
    pen.ink(INK[kind], 1, STROKES.line);
    mark(pen, kind, centre, pen.stage(0.2, 0.6));
    const spread = pen.stage(0.28, 0.8);
    if (spread > 0) pen.ink(INK[kind], 1 - spread, STROKES.line).ring(centre, 21 + 18 * spread);
  });

/** The same stamp to come: its outline gathers, and stays open. */
export const ahead = (place: PlaceId, kind: Kind): Act =>
  act(place, LASTING.brief, (pen) => {
    const centre = hung(pen, place);
    const near = pen.stage(0, 0.75);
    pen.ink(COLOURS.shade, 0.6 * near).dot(centre, 21);
    pen.ink(INK[kind], 0.3 + 0.7 * near, STROKES.line).brokenRing(centre, 36 - 15 * near, 12, 0.5 * near);
    pen.ink(INK[kind], 0.6 * near, STROKES.fine);
    mark(pen, kind, centre, near);
  });

/** A plan drawn in dashes, then struck and let go. */
export const calledOff = (place: PlaceId): Act =>
  act(place, LASTING.usual, (pen) => {
    const site = pen.at(place);
    const planned = pen.stage(0, 0.25);
    const gone = pen.stage(0.4, 0.84);
    pen.ink(white, planned * (1 - gone * 0.8), STROKES.bold).brokenRing(site, 20 + 14 * gone, 9, -0.5 * gone);
    pen.ink(white, planned * (1 - gone), STROKES.line).brokenRing(site, 11 - 6 * gone, 5, 0.5 * gone);
    pen.ink(cold, 1, STROKES.bold).line(pen.off(site, -16, 10), pen.off(site, 16, -10), pen.stage(0.26, 0.55));
  });

/** Sheets of the hand under a shutter that comes down. */
export const closed = (count: number): Act =>
  act('washington', LASTING.brief, (pen) => {
    const desk = pen.at('washington');
    const sheets = Math.max(1, Math.min(4, count));
    const down = pen.stage(0.1, 0.7);
    for (let i = 0; i < sheets; i++) {
      const sheet = pen.off(desk, -40 - i * 24, -34);
      pen.ink(COLOURS.shade, 0.7).slab(sheet, 19, 27);
      pen.ink(white, pen.stage(0, 0.25), STROKES.line).box(sheet, 19, 27);
      for (let slat = 0; slat < 6; slat++) if (down * 6 > slat) pen.ink(cold, 1, STROKES.bold).line(pen.off(sheet, -8, -11 + slat * 4.4), pen.off(sheet, 8, -11 + slat * 4.4));
    }
  });

/** Beijing says yes or no: its door opens on light, or shuts. */
export const beijingAnswers = (agreed: boolean): Act =>
  act('beijing', LASTING.usual, (pen) => {
    const beijing = pen.at('beijing');
    const foot = pen.off(beijing, 0, 15);
    const weighed = pen.stage(0, 0.3);
    const answered = pen.stage(0.32, 0.66);
    if (agreed) {
      pen.glow(beijing, 42, gold, 0.5 * answered);
      pen.ink(white, 0.4 * answered).filled([pen.off(foot, -9, 0), pen.off(foot, 9, 0), pen.off(foot, 20, 26 * answered), pen.off(foot, -20, 26 * answered)]);
      pen.doorway(beijing, 38, 0.35 + 0.65 * answered, gold, weighed);
      return;
    }
    pen.doorway(beijing, 38, 0.35 * (1 - answered), gold, weighed);
    const barred = pen.stage(0.5, 0.8);
    pen.ink(COLOURS.shade, 1, STROKES.bold * 3).line(pen.off(beijing, -21, -4), pen.off(beijing, 21, -4), barred);
    pen.ink(white, 1, STROKES.bold * 1.4).line(pen.off(beijing, -20, -4), pen.off(beijing, 20, -4), barred);
  });

/** Moscow takes the offer and its ring opens to the west, or hands it back and turns east. */
export const moscowAnswers = (agreed: boolean): Act =>
  act('moscow', LASTING.usual, (pen) => {
    const moscow = pen.at('moscow');
    const west = Math.PI * 1.12;
    const way = [away(moscow, west, pen.roomLeft(moscow, 76) * pen.unit), away(moscow, west, 18 * pen.unit)];
    const come = pen.stage(0, 0.35);
    const answered = pen.stage(0.36, 0.82);
    if (agreed) {
      const gap = 0.15 + 0.75 * answered;
      pen.glow(moscow, 36, white, 0.4 * answered);
      pen.ink(white, 1, STROKES.bold).arc(moscow, 18, west + gap, west + Math.PI * 2 - gap);
      pen.ink(white, 1, STROKES.bold).path(way, 0, come);
      pen.ink(white, 1).dot(between(station(way, come), moscow, answered), 4.5);
      return;
    }
    pen.ink(cold, 1, STROKES.bold).ring(moscow, 18);
    pen.ink(white, 1 - answered * 0.7, STROKES.line).dashes(way, 0, come * (1 - answered), 5, 0.8);
    pen.ink(white, 1 - answered * 0.6).dot(station(way, come * (1 - answered)), 4.5);
    const east = heading(moscow, pen.at('pyongyang'));
    const turned = [away(moscow, east, 18 * pen.unit), away(moscow, east, 74 * pen.unit)];
    pen.ink(cold, 1, STROKES.bold).path(turned, 0, answered);
    pen.head(turned, answered, 8);
  });

/** The middle of the front, raised so that what is drawn there keeps off its name. */
const midFront = (pen: Pen): Point => pen.off(pen.at('ukraine'), 0, -7);

/** The front, larger than it stands on the map. @param aside units to the east */
const front = (pen: Pen, aside = 0): Point[] => [-1, 0, 1].map((down) => pen.off(midFront(pen), aside, down * FRONT.half * 1.5));

/** Takes the glow from the front, so that what replaces it is seen; its name stays clear. */
function cool(pen: Pen, share: number): void {
  pen.glow(midFront(pen), 34, COLOURS.shade, 1.1 * share);
}

/** The front in its new phase: it glows, cools, comes apart, falls quiet. */
export const warTurns: Readonly<Record<WarPhase, Act>> = {
  fighting: act('ukraine', LASTING.full, (pen) => {
    const flared = pen.stage(0, 0.5);
    const line = front(pen);
    pen.glow(midFront(pen), FRONT.glow.fighting * flared, ember, 0.35);
    for (const width of [14, 9, 5]) pen.ink(heat, 0.25 * flared, width).path(line, 0.5 - flared / 2, 0.5 + flared / 2);
    pen.ink(ember, 1, STROKES.bold * 1.6).path(line, 0.5 - flared / 2, 0.5 + flared / 2);
    for (let i = 0; i < 7; i++) {
      const lit = pen.stage(0.16 + i * 0.05, 0.6 + i * 0.03);
      if (lit > 0) pen.ink(ember, 1 - lit * 0.4, STROKES.line).across(line, (((i * 3) % 7) + 0.5) / 7, 5 + 15 * lit);
    }
  }),
  stalemate: act('ukraine', LASTING.full, (pen) => {
    const cooled = pen.stage(0.1, 0.6);
    const line = front(pen);
    cool(pen, cooled);
    pen.ink(ember, 1 - 0.6 * cooled, 6 - 3.5 * cooled).path(line);
    for (let i = 0; i < 9; i++) {
      const dug = pen.turn(0.25, 0.8, i, 9);
      const { angle, ...post } = station(line, (i + 0.5) / 9);
      pen.ink(cold, dug, STROKES.bold).line(post, away(post, angle + (i % 2 === 0 ? QUARTER : -QUARTER), 13 * pen.unit), dug);
    }
  }),
  talks: act('ukraine', LASTING.full, (pen) => {
    const apart = pen.stage(0.05, 0.55);
    cool(pen, apart);
    for (const side of [-1, 1]) pen.ink(side < 0 ? white : cold, 1, STROKES.bold).dashes(front(pen, side * 24 * apart), 0, 1, 7, 0.2 + 0.4 * apart);
    pen.ink(ember, 0.9 * (1 - apart), STROKES.bold).path(front(pen));
    const table = midFront(pen);
    const sat = pen.stage(0.45, 0.8);
    pen.ink(white, sat, STROKES.line).box(table, 13 * sat, 26 * sat);
    for (const side of [-1, 1]) for (const row of [-8, 0, 8]) pen.ink(side < 0 ? white : cold, sat).dot(pen.off(table, side * 13, row), 2.6);
  }),
  ended: act('ukraine', LASTING.full, (pen) => {
    const quiet = pen.stage(0.1, 0.6);
    const line = front(pen);
    cool(pen, quiet);
    pen.ink(ember, 0.8 * (1 - quiet), STROKES.bold).path(line);
    pen.ink(white, quiet, STROKES.line).path(line, 0, quiet);
    for (let i = 0; i < 2; i++) {
      const spread = pen.stage(0.2 + i * 0.12, 0.84);
      if (spread > 0) pen.ink(white, 1 - spread * 0.75, STROKES.line).ring(midFront(pen), (48 - i * 14) * spread);
    }
  }),
};

/** Heat rises in the land between the two Koreas and stands in three lines, like those of height on a map. */
export const crisis = act('panmunjom', LASTING.full, (pen) => {
  const line = pen.at('panmunjom');
  const risen = pen.stage(0, 0.7);
  pen.glow(line, 104 * risen, heat, 0.34);
  for (let i = 0; i < 3; i++) {
    const drawn = pen.turn(0.15, 0.8, i, 3);
    const ring = Array.from({ length: 49 }, (_, k) => {
      const angle = (Math.PI * 2 * k) / 48;
      return away(line, angle, (34 + i * 24) * pen.unit * (1 + 0.09 * Math.sin(angle * 3 + i * 1.7) + 0.05 * Math.sin(angle * 5 + i)));
    });
    pen.ink(i === 0 ? ember : heat, 1 - i * 0.25, i === 0 ? STROKES.bold : STROKES.line).path(ring, 0, drawn);
  }
});
