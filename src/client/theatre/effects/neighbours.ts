// What the moves of Pyongyang and Beijing look like; launches are apart.

import { COLOURS, LASTING, STROKES } from '../theme.ts';
import { type Act, act } from './act.ts';
import { away, between, heading, lob, QUARTER, station } from './shapes.ts';

const { heat, ember, amber, gold, white, cold } = COLOURS;

/** A batch by rail: a train of dots from Pyongyang over the border. */
const shells = act('rason', LASTING.usual, (pen) => {
  const line = pen.route('rail');
  const rolled = pen.stage(0, 0.82);
  pen.ink(amber, 0.4, STROKES.hair).path(line, 0, 0.4);
  for (let i = 0; i < 14; i++) {
    const at = rolled * 0.42 - i * 0.014;
    if (at > 0.003) pen.ink(amber, 1).dot(station(line, at), i === 0 ? 4 : 2.8);
  }
});

/** Shells fall short on both sides of a line; nobody is hit. */
const border = act('panmunjom', LASTING.usual, (pen) => {
  const line = pen.route('dmz');
  pen.ink(white, 0.9, STROKES.line).dashes(line, 0, pen.stage(0, 0.3), 3, 1);
  for (let i = 0; i < 5; i++) {
    const { angle, ...at } = station(line, 0.12 + i * 0.19);
    const fired = pen.turn(0.12, 0.7, i, 5);
    const [from, to] = [away(at, angle - QUARTER, 34 * pen.unit), away(at, angle + QUARTER, (6 + (i % 2) * 6) * pen.unit)];
    if (fired > 0 && fired < 1) pen.ink(ember, 1, STROKES.line).path(lob(from, to, 14 * pen.unit), Math.max(0, fired - 0.35), fired);
    if (fired > 0.85) pen.ink(heat, 1, STROKES.line).arc(to, 5, -Math.PI, 0);
  }
});

/** Softer words go out: rings with gaps, paler as they widen. */
const feeler = act('pyongyang', LASTING.usual, (pen) => {
  const home = pen.at('pyongyang');
  for (let i = 0; i < 3; i++) {
    const gone = pen.turn(0, 0.84, i, 3);
    if (gone > 0) pen.ink(white, 1 - gone * 0.65, STROKES.line).brokenRing(home, 8 + (20 + i * 9) * gone, 5 + i * 2, 0.4 * i);
  }
  pen.ink(white, 1).dot(home, 3.5 * pen.stage(0, 0.25));
});

/** Beijing's own checks: a light goes along the border and ticks what it has seen. */
const checks = act('dandong', LASTING.usual, (pen) => {
  const line = pen.route('chinaBorder');
  const gone = pen.stage(0.05, 0.72);
  pen.ink(gold, 0.9, STROKES.bold).path(line, 0, gone);
  const { angle, ...lamp } = station(line, gone);
  pen.ink(gold, 0.28).filled([lamp, away(lamp, angle + QUARTER - 0.45, 34 * pen.unit), away(lamp, angle + QUARTER + 0.45, 34 * pen.unit)]);
  pen.ink(white, 1).dot(lamp, 3);
  for (let i = 0; i < 6; i++) {
    const at = pen.off(station(line, 0.08 + i * 0.16), 0, -12);
    if (gone > 0.08 + i * 0.16) pen.ink(gold, 1, STROKES.line).path([pen.off(at, -5, 0), pen.off(at, -1, 4), pen.off(at, 6, -5)]);
  }
});

/** A train from Pyongyang comes in at an open door. */
const summit = act('beijing', LASTING.full, (pen) => {
  const [from, to] = [pen.at('pyongyang'), pen.at('beijing')];
  const way = [from, pen.at('dandong'), pen.off(to, 6, 0)];
  const come = pen.stage(0, 0.62);
  pen.ink(gold, 0.5, STROKES.fine).path(way);
  for (let i = 0; i < 5; i++) {
    const { angle, ...car } = station(way, Math.max(0, come - i * 0.045));
    pen.ink(i === 0 ? white : gold, come > i * 0.045 ? 1 : 0, STROKES.bold * 2).line(away(car, angle, 4 * pen.unit), away(car, angle, -4 * pen.unit));
  }
  const open = pen.stage(0.35, 0.75);
  pen.glow(pen.off(to, 0, 2), 30, gold, 0.4 * pen.stage(0.6, 0.82));
  pen.doorway(to, 34, open, gold, pen.stage(0, 0.3));
});

/** A door shut, and a warning to Seoul. */
const protest = act('seoul', LASTING.usual, (pen) => {
  const [from, to] = [pen.at('beijing'), pen.at('seoul')];
  const facing = heading(from, to);
  pen.doorway(from, 26, 0.7 * (1 - pen.stage(0, 0.25)), gold);
  for (let i = 0; i < 4; i++) {
    const gone = pen.turn(0.1, 0.78, i, 4);
    const at = between(from, to, 0.12 + 0.8 * gone);
    if (gone > 0 && gone < 1) pen.ink(gold, 1, STROKES.bold).path([away(at, facing + 2.3, 11 * pen.unit), at, away(at, facing - 2.3, 11 * pen.unit)]);
  }
  pen.ink(gold, pen.stage(0.55, 0.8), STROKES.line).brokenRing(to, 15, 4, 0.4);
});

/** Two files of ships, gold and grey, side by side. */
const patrol = act('yellowSea', LASTING.full, (pen) => {
  const lane = pen.route('yellowSeaPatrol');
  const sailed = pen.stage(0, 0.8);
  for (const [side, colour] of [
    [-8, gold],
    [8, cold],
  ] as const) {
    for (let i = 0; i < 3; i++) {
      const at = sailed * 0.8 - i * 0.12 + 0.12;
      if (at < 0) continue;
      const { angle, ...mid } = station(lane, at);
      const ship = away(mid, angle + QUARTER, side * pen.unit);
      pen.ink(colour, 0.6, STROKES.fine).line(ship, away(ship, angle + Math.PI, 26 * sailed * pen.unit));
      pen.ink(colour, 1).ship(ship, 15, angle);
    }
  }
});

/** The lamps at the crossings go out, and goods slip over. */
const looksAway = act('dandong', LASTING.usual, (pen) => {
  const line = pen.route('chinaBorder');
  pen.ink(gold, 0.8 - 0.5 * pen.stage(0.1, 0.5), STROKES.line).dashes(line, 0, 1, 6, 0.2 + pen.stage(0.1, 0.6) * 1.4);
  for (let i = 0; i < 4; i++) {
    const { angle, ...at } = station(line, 0.04 + i * 0.24);
    const dark = pen.turn(0.05, 0.5, i, 4);
    const slipped = pen.turn(0.3, 0.8, i, 4);
    pen.glow(at, 13, gold, 0.5 * (1 - dark));
    pen.ink(gold, 1, STROKES.line).ring(at, 5);
    if (dark > 0.5) pen.line(pen.off(at, -5, 0), pen.off(at, 5, 0));
    if (slipped > 0) pen.ink(amber, 1).dot(away(at, angle + QUARTER, (-16 + 36 * slipped) * pen.unit), 3);
  }
});

/** For a move of Pyongyang's that the map does not know. */
export const anyOfPyongyang: Act = act('pyongyang', LASTING.brief, (pen) => {
  const home = pen.at('pyongyang');
  const told = pen.stage(0, 0.7);
  pen.glow(home, 26, heat, 0.45 * told);
  pen.ink(heat, 1, STROKES.line).swept(home, 15, told);
});

/** For a move of Beijing's that the map does not know. */
export const anyOfBeijing: Act = act('beijing', LASTING.brief, (pen) => {
  const told = pen.stage(0, 0.7);
  pen.doorway(pen.at('beijing'), 26, 0.4, gold, told);
  pen.ink(gold, 1, STROKES.line).swept(pen.at('beijing'), 24, told);
});

export const PYONGYANG: Readonly<Record<string, Act>> = { 'pyongyang-shells': shells, 'pyongyang-border': border, 'pyongyang-feeler': feeler };

export const BEIJING: Readonly<Record<string, Act>> = {
  'beijing-checks': checks,
  'beijing-summit': summit,
  'beijing-protest': protest,
  'beijing-patrol': patrol,
  'beijing-looks-away': looksAway,
};
