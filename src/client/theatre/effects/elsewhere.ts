// What happens elsewhere in the world.

import { COLOURS, LASTING, STROKES } from '../theme.ts';
import { type Act, act } from './act.ts';
import { away, between, bow, corners, heading, QUARTER, station } from './shapes.ts';

const { white, amber, ice, cold, ember, heat, teal, shade } = COLOURS;

/** Containers counted in rows at the border port. */
const containerCount = act('rason', LASTING.full, (pen) => {
  const yard = pen.off(pen.at('rason'), -34, -62);
  for (let i = 0; i < 20; i++) {
    const set = pen.turn(0, 0.62, i, 20);
    const at = pen.off(yard, ((i % 5) - 2) * 16, (Math.floor(i / 5) - 1.5) * 9);
    pen.ink(amber, set).slab(at, 13, 6);
  }
  const framed = pen.stage(0.58, 0.8);
  pen.ink(white, framed, STROKES.line).box(yard, 90, 46);
  pen.line(pen.off(yard, -45, 28), pen.off(yard, 45, 28), framed);
});

/** A ship stopped at a quay; one crate is opened. */
const freighter = act('shanghai', LASTING.usual, (pen) => {
  const quay = pen.at('shanghai');
  const come = pen.stage(0, 0.4);
  const hull = pen.off(quay, 66 - 34 * come, 6);
  pen.ink(white, 0.9, STROKES.bold).line(pen.off(quay, 14, -14), pen.off(quay, 14, 22));
  pen.ink(cold, 1).ship(hull, 30, Math.PI);
  const searched = pen.stage(0.36, 0.7);
  const crate = pen.off(hull, 0, -20);
  pen.ink(amber, searched, STROKES.line).box(crate, 15, 12);
  pen.line(pen.off(crate, -7.5, -6), away(pen.off(crate, -7.5, -6), -0.75 * pen.stage(0.5, 0.76), 15 * pen.unit));
  pen.ink(amber, pen.stage(0.6, 0.8)).dot(crate, 2.8);
  pen.ink(ice, searched, STROKES.bold).brokenRing(pen.off(hull, 0, -8), 28, 4, 0.4);
});

/** Of the shells that reach the front, most are hollow. */
const badShells = act('ukraine', LASTING.usual, (pen) => {
  const come = pen.stage(0, 0.45);
  for (let i = 0; i < 7; i++) {
    const to = pen.off(pen.at('ukraine'), 26, (i - 3) * 11);
    const at = between(pen.off(to, 60, -16), to, come);
    const good = i % 3 === 0;
    const failed = good ? 0 : pen.turn(0.4, 0.8, i, 7);
    pen.ink(amber, 1 - failed).dot(at, 3.4);
    if (failed > 0) {
      pen.ink(amber, 1, STROKES.line).ring(at, 3.8);
      pen.ink(cold, failed, STROKES.line).line(pen.off(at, -5, 5), pen.off(at, 5, -5), failed);
    }
  }
});

/** Eyes around a table close one after another. */
const watchdog = act('newYork', LASTING.usual, (pen) => {
  const desk = pen.off(pen.at('newYork'), -78, -2);
  pen.ink(shade, 0.6).dot(desk, 36);
  for (const [i, eye] of corners(desk, 24 * pen.unit, 8).entries()) {
    const shut = pen.turn(0.12, 0.74, i, 8);
    const lid = 4 * (1 - shut);
    pen.ink(white, 1 - 0.6 * shut, STROKES.line);
    pen.path([pen.off(eye, -7, 0), pen.off(eye, 0, -lid), pen.off(eye, 7, 0), pen.off(eye, 0, lid), pen.off(eye, -7, 0)]);
    pen.ink(ice, 1 - shut).dot(eye, 2.2 * (1 - shut));
  }
});

/** Small coin drains from the banks of three capitals to Pyongyang. */
const cyberTheft = act('pyongyang', LASTING.full, (pen) => {
  const home = pen.at('pyongyang');
  const drawn = pen.stage(0, 0.8);
  for (const [row, from] of [pen.at('tokyo'), pen.at('seoul'), pen.at('shanghai'), pen.at('washington')].entries()) {
    const way = bow(from, home, row % 2 === 0 ? 0.14 : -0.14);
    for (let i = 0; i < 9; i++) {
      const at = drawn * 1.5 - i * 0.09 - row * 0.04;
      if (at > 0.02 && at < 0.97) pen.ink(i % 3 === 0 ? white : heat, 0.95).slab(station(way, at), 4.5, 4.5);
    }
  }
  const filled = pen.stage(0.3, 0.82);
  for (let i = 0; i < 5; i++) pen.ink(heat, filled * 5 > i ? 1 : 0).slab(pen.off(home, 18, 8 - i * 5), 14, 3.4);
});

/** Three rings come together until they interlock. */
const threeLeaders = act('tokyo', LASTING.usual, (pen) => {
  const middle = pen.off(station(pen.route('seoulTokyo'), 0.5), 0, 46);
  const met = pen.stage(0, 0.6);
  for (const at of corners(middle, (46 - 34 * met) * pen.unit, 3)) pen.ink(teal, 0.4 + 0.6 * met, STROKES.bold).ring(at, 16);
  pen.ink(white, pen.stage(0.55, 0.8)).dot(middle, 3.5);
});

/** Slanting rain, and water that stands. */
const floods = act('pyongyang', LASTING.full, (pen) => {
  const land = pen.off(between(pen.at('pyongyang'), pen.at('seoul'), 0.25), 14, 0);
  const stormy = pen.stage(0, 0.2) * (1 - pen.stage(0.6, 0.84));
  for (let i = 0; i < 40; i++) {
    const drop = (((i * 29) % 40) / 40 + 1.6 * pen.stage(0, 0.84)) % 1;
    const top = pen.off(land, (i - 19.5) * 3.4 - 14 * drop, -70 + 72 * drop);
    pen.ink(ice, stormy * (0.4 + 0.6 * drop), STROKES.fine).line(top, pen.off(top, -4, 13));
  }
  for (let row = 0; row < 3; row++) {
    const risen = pen.turn(0.25, 0.82, row, 3);
    const wave = Array.from({ length: 17 }, (_, i) => pen.off(land, (i - 8) * 7, 12 + row * 8 - 4 * risen + (i % 2 === 0 ? 2 : -2)));
    pen.ink(ice, 0.9, STROKES.line).path(wave, 0.5 - risen / 2, 0.5 + risen / 2);
  }
});

/** Two lines come together over the front, and it grows quiet around them. */
const peaceTalk = act('ukraine', LASTING.full, (pen) => {
  const front = pen.at('ukraine');
  const come = pen.stage(0, 0.5);
  for (const [angle, colour] of [
    [0, cold],
    [Math.PI, white],
  ] as const) {
    const start = away(front, angle, (angle === 0 ? 64 : pen.roomLeft(front, 64)) * pen.unit);
    pen.ink(colour, 1, STROKES.bold).line(start, pen.towards(front, start, 10), come);
  }
  const said = pen.stage(0.42, 0.84);
  for (let i = 0; i < 3; i++) if (said > 0) pen.ink(white, 1 - said * (0.25 + 0.25 * i), STROKES.line).ring(front, 7 + (10 + 13 * i) * said);
  pen.ink(ember, 0.6 * (1 - said), STROKES.bold).line(pen.off(front, 0, -20), pen.off(front, 0, 20));
});

/** A wave from afar: for what the map does not know. */
export const anyElsewhere: Act = act('washington', LASTING.brief, (pen) => {
  const told = pen.stage(0, 0.7);
  const from = pen.at('washington');
  const facing = heading(from, pen.at('seoul'));
  for (let i = 0; i < 3; i++) pen.ink(white, told * (1 - i * 0.25), STROKES.line).arc(from, (12 + i * 9) * told, facing - QUARTER * 0.6, facing + QUARTER * 0.6);
});

export const ELSEWHERE: Readonly<Record<string, Act>> = {
  'world-container-count': containerCount,
  'world-freighter': freighter,
  'world-bad-shells': badShells,
  'world-watchdog': watchdog,
  'world-cyber-theft': cyberTheft,
  'world-three-leaders': threeLeaders,
  'world-floods': floods,
  'shock-peace-talk': peaceTalk,
};
