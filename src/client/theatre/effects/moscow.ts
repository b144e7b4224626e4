// What Moscow's moves look like.

import { COLOURS, LASTING, STROKES } from '../theme.ts';
import { type Act, act } from './act.ts';
import { away, bow, heading, QUARTER, station } from './shapes.ts';

const { cold, rose, ice, amber, white, shade } = COLOURS;

/** One aeroplane to Pyongyang, with an escort of dashes. */
const envoy = act('pyongyang', LASTING.usual, (pen) => {
  const way = pen.route('moscowPyongyang');
  const flown = pen.stage(0, 0.68);
  pen.ink(cold, 0.8, STROKES.fine).dashes(way, 0, flown, 6, 0.8);
  const { angle, ...nose } = station(way, flown);
  pen.ink(white, 1);
  pen.filled([nose, away(nose, angle + 2.75, 16 * pen.unit), away(nose, angle + Math.PI, 11 * pen.unit), away(nose, angle - 2.75, 16 * pen.unit)]);
  pen.ink(white, 1, STROKES.line).swept(pen.at('pyongyang'), 15, pen.stage(0.6, 0.82));
});

/** Know-how travels: diamonds by air, and they settle in a row. */
const technicians = act('pyongyang', LASTING.full, (pen) => {
  const way = pen.route('technology');
  const flown = pen.stage(0, 0.66);
  const home = pen.at('pyongyang');
  pen.ink(rose, 0.5, STROKES.fine).path(way, 0, flown);
  for (let i = 0; i < 5; i++) {
    const at = Math.max(0, flown * 1.2 - 0.05 * i);
    if (at > 0.01 && at < 1) pen.ink(rose, 1).diamond(station(way, at), 5.5);
    const settled = pen.turn(0.5, 0.82, i, 5);
    pen.ink(rose, settled).diamond(pen.off(home, (i - 2) * 12, -22), 6 * settled);
  }
  const gear = pen.stage(0.58, 0.82);
  pen.ink(rose, gear, STROKES.bold).line(pen.off(home, -30, -12), pen.off(home, 30, -12), gear);
});

/** A roof held over Pyongyang: hatching slides off it. */
const cover = act('pyongyang', LASTING.usual, (pen) => {
  const home = pen.at('pyongyang');
  const held = pen.stage(0, 0.35);
  pen.ink(cold, 0.7, STROKES.fine).path(pen.route('moscowPyongyang'), 0, held);
  pen.ink(cold, 1, STROKES.bold * 1.4).arc(home, 32, -QUARTER - 1.1 * held, -QUARTER + 1.1 * held);
  pen.ink(cold, held, STROKES.line).line(home, pen.off(home, 0, -32), held);
  for (let i = 0; i < 7; i++) {
    const angle = -QUARTER - 0.95 + i * 0.32;
    const fallen = pen.stage(0.16 + i * 0.05, 0.62 + i * 0.03);
    const struck = Math.min(1, fallen * 2);
    const slid = Math.max(0, fallen * 2 - 1);
    const at = away(away(home, angle, (58 - 20 * struck) * pen.unit), angle + Math.sign(angle + QUARTER + 0.01) * QUARTER, 20 * slid * pen.unit);
    pen.ink(ice, Math.min(1, fallen * 4) * (1 - slid * 0.55), STROKES.bold).line(pen.off(at, 5, -7), pen.off(at, -5, 7));
  }
});

/** A list goes to Moscow and comes back unanswered. */
const caution = act('moscow', LASTING.usual, (pen) => {
  const way = [...pen.route('moscowPyongyang')].reverse();
  const sent = pen.stage(0, 0.4);
  const returned = pen.stage(0.48, 0.84);
  const list = station(way, 0.9 * sent - 0.5 * returned);
  pen.ink(cold, 0.6, STROKES.fine).dashes(way, 0, 0.9 * sent, 3, 1.5);
  pen.ink(shade, 0.9).slab(list, 15, 19);
  pen.ink(white, 1 - returned * 0.5, STROKES.line).box(list, 15, 19);
  for (const row of [-5, 0, 5]) pen.line(pen.off(list, -4, row), pen.off(list, 4, row));
  pen.ink(cold, pen.stage(0.34, 0.5), STROKES.bold * 1.4).across(way, 0.95, 15);
});

/** Feelers to the west: three short ways, none of them all the way. */
const opening = act('moscow', LASTING.usual, (pen) => {
  const moscow = pen.at('moscow');
  [-0.1, 0.4, 0.9].forEach((slant, i) => {
    const angle = Math.PI + slant;
    const felt = pen.turn(0.05, 0.75, i, 3);
    const way = bow(away(moscow, angle, 10 * pen.unit), away(moscow, angle, pen.roomLeft(moscow, 70) * pen.unit), 0.12 * (i - 1));
    pen.ink(white, 0.9, STROKES.line).dashes(way, 0, felt, 5, 0.8);
    pen.ink(white, felt, STROKES.line).ring(station(way, felt), 4 * felt);
  });
  pen.ink(cold, 1 - pen.stage(0.3, 0.7) * 0.7, STROKES.line).path(pen.route('moscowPyongyang'), 0, 0.3 * (1 - pen.stage(0.3, 0.75)));
});

/** Tank cars and grain cars roll from the border to Pyongyang. */
const paysOil = act('rason', LASTING.usual, (pen) => {
  const line = pen.route('rail');
  const rolled = pen.stage(0, 0.78);
  pen.ink(cold, 0.6, STROKES.hair).path(line, 0, 0.3);
  for (let i = 0; i < 6; i++) {
    const { angle, ...car } = station(line, Math.max(0.01, 0.24 - rolled * 0.2 + i * 0.025));
    const half = 6 * pen.unit;
    pen.ink(i % 2 === 0 ? white : amber, Math.min(1, rolled * 4), STROKES.bold * 2.2).line(away(car, angle, half), away(car, angle, -half));
    if (i % 2 === 1) pen.ink(shade, 1, STROKES.fine).across([away(car, angle, half), away(car, angle, -half)], 0.5, 3);
  }
});

/** Two sign one sheet in Pyongyang, and a double line joins their capitals. */
const treaty = act('pyongyang', LASTING.full, (pen) => {
  const way = pen.route('moscowPyongyang');
  const tied = pen.stage(0.35, 0.75);
  pen.ink(cold, 0.95, STROKES.bold * 1.6).path(way, 0.5 - tied / 2, 0.5 + tied / 2);
  pen.ink(shade, 1, STROKES.fine).path(way, 0.5 - tied / 2, 0.5 + tied / 2);
  const sheet = pen.off(pen.at('pyongyang'), -46, -44);
  const laid = pen.stage(0, 0.25);
  pen.ink(shade, laid * 0.85).slab(sheet, 32, 42);
  pen.ink(white, laid, STROKES.line).box(sheet, 32, 42);
  for (let i = 0; i < 4; i++) pen.ink(white, laid * 0.7, STROKES.fine).line(pen.off(sheet, -11, -14 + i * 6), pen.off(sheet, i === 3 ? 4 : 11, -14 + i * 6), laid);
  for (const [left, from] of [
    [-12, 0.2],
    [2, 0.34],
  ] as const) {
    const hand = [0, 3, 5, 8, 10].map((right, i) => pen.off(sheet, left + right, 13 + ([2, -4, 3, -3, 1][i] ?? 0)));
    pen.ink(white, 1, STROKES.line).path(hand, 0, pen.stage(from, from + 0.22));
  }
  const sealed = pen.stage(0.62, 0.82);
  for (const radius of [9, 13]) pen.ink(amber, sealed, STROKES.line).ring(pen.off(sheet, 16, 21), radius * sealed);
});

/** A sign of life: for a move of Moscow's that the map does not know. */
export const anyOfMoscow: Act = act('moscow', LASTING.brief, (pen) => {
  const moscow = pen.at('moscow');
  const told = pen.stage(0, 0.7);
  pen.ink(cold, 1, STROKES.line).swept(moscow, 14, told);
  pen.ink(cold, told, STROKES.fine).path(pen.route('moscowPyongyang'), 0, 0.25 * told);
  const facing = heading(moscow, pen.at('pyongyang'));
  pen.ink(cold, told, STROKES.line).line(away(moscow, facing, 14 * pen.unit), away(moscow, facing, 24 * pen.unit), told);
});

export const MOSCOW: Readonly<Record<string, Act>> = {
  'moscow-envoy': envoy,
  'moscow-technicians': technicians,
  'moscow-cover': cover,
  'moscow-caution': caution,
  'moscow-opening': opening,
  'moscow-pays-oil': paysOil,
  'treaty-signed': treaty,
};
