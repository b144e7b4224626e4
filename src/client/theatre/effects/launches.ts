// Launches and tests: made ready and let go; then what came of it. Each track has a site and an arc of its own.

import type { Tech } from '../../../rules/types.ts';
import type { PlaceId, Point } from '../ground.ts';
import { COLOURS, LASTING, STROKES } from '../theme.ts';
import { type Act, act } from './act.ts';
import type { Pen } from './pen.ts';
import { away, between, bow, distance, lob, QUARTER, station } from './shapes.ts';

const { heat, ember, white, cold } = COLOURS;

const SITE: Readonly<Record<Tech, PlaceId>> = { space: 'sohae', icbm: 'pyongyang', submarine: 'sinpo', slbm: 'sinpo' };

/** The way of each, whole. */
const ARC: Readonly<Record<Tech, (pen: Pen) => Point[]>> = {
  // South over the Yellow Sea, and on.
  space: (pen) => {
    const [from, over] = [pen.at('sohae'), pen.at('yellowSea')];
    return bow(from, between(from, over, 1.65), -0.07);
  },
  // Lofted: steep up, down in the east.
  icbm: (pen) => {
    const [from, to] = [pen.at('pyongyang'), pen.at('eastSea')];
    return lob(from, to, distance(from, to) * 0.62);
  },
  submarine: (pen) => {
    const [from, to] = [pen.at('sinpo'), pen.at('eastSea')];
    return bow(from, between(from, to, 0.7), -0.16);
  },
  slbm: (pen) => {
    const [from, to] = [berth(pen), pen.at('eastSea')];
    return lob(from, between(from, to, 0.75), distance(from, to) * 0.2);
  },
};

/** Off Sinpo, where a boat or barge lies. */
const berth = (pen: Pen): Point => away(pen.at('sinpo'), 0.35, 16 * pen.unit);

/** What flies: bright at its tip, cooling behind. */
function flight(pen: Pen, way: readonly Point[], share: number): void {
  pen.ink(heat, 0.55, STROKES.fine).path(way, 0, share);
  pen.ink(ember, 0.95, STROKES.bold).path(way, Math.max(0, share - 0.2), share);
  pen.ink(white, 1).dot(station(way, share), 2.6);
}

/** A pad with four masts around a flame; it lifts. */
const satelliteLaunch = act('sohae', LASTING.usual, (pen) => {
  const site = pen.at('sohae');
  const ready = pen.stage(0, 0.35);
  for (let i = 0; i < 4; i++) {
    const corner = away(site, QUARTER / 2 + i * QUARTER, 13 * pen.unit);
    pen.ink(white, ready, STROKES.line).line(corner, pen.off(corner, 0, -9), ready);
  }
  pen.ink(ember, ready, STROKES.fine).swept(site, 18, ready);
  pen.glow(site, 22, ember, 0.5 * pen.stage(0.3, 0.5));
  flight(pen, ARC.space(pen), 0.3 * pen.stage(0.4, 0.84));
});

/** A carrier leaves its shelter, raises its load, and it climbs; water in the east is closed. */
const missileLaunch = act('pyongyang', LASTING.usual, (pen) => {
  const site = pen.at('pyongyang');
  const ready = pen.stage(0, 0.4);
  const carrier = pen.off(site, 10 + 20 * ready, -12);
  pen.ink(white, 1, STROKES.bold).line(pen.off(carrier, -13, 4), pen.off(carrier, 13, 4));
  pen.line(pen.off(carrier, -11, 0), away(pen.off(carrier, -11, 0), -QUARTER * pen.stage(0.22, 0.45), 24 * pen.unit));
  for (const wheel of [-10, -4, 4, 10]) pen.ink(white, 1).dot(pen.off(carrier, wheel, 8), 2.2);
  pen.ink(heat, ready * 0.9, STROKES.line).brokenRing(pen.at('eastSea'), 28, 8, 0.3 * ready);
  flight(pen, ARC.icbm(pen), 0.3 * pen.stage(0.48, 0.84));
});

/** No sign before it: a flash, and it is up. */
export const surprise = act('pyongyang', LASTING.brief, (pen) => {
  const site = pen.at('pyongyang');
  const flash = pen.stage(0, 0.3);
  pen.glow(site, 34, ember, 0.8 * (1 - flash));
  for (let i = 0; i < 3; i++) pen.ink(heat, 1 - flash * 0.5, STROKES.line).ring(site, (10 + 12 * i) * flash);
  flight(pen, ARC.icbm(pen), 0.36 * pen.stage(0.08, 0.8));
});

/** A boat leaves its covered dock and goes under. */
const submarineTrial = act('sinpo', LASTING.usual, (pen) => {
  const dock = pen.at('sinpo');
  const way = ARC.submarine(pen);
  const gone = 0.5 * pen.stage(0.15, 0.84);
  const { angle, ...hull } = station(way, gone);
  pen.ink(white, 1, STROKES.line).path([pen.off(dock, -9, 7), pen.off(dock, -9, -6), pen.off(dock, 9, -6), pen.off(dock, 9, 7)], 0, pen.stage(0, 0.25));
  pen.ink(heat, 0.6, STROKES.fine).dashes(way, 0, gone, 2, 2);
  pen.ink(ember, 1 - gone * 0.7).ship(hull, 18, angle);
  pen.ink(white, 1 - gone).slab(pen.off(hull, 0, -4), 3, 5);
});

/** A barge off Sinpo; the water breaks, and something leaves it. */
const seaLaunch = act('sinpo', LASTING.usual, (pen) => {
  const at = berth(pen);
  const towed = pen.stage(0, 0.3);
  const barge = between(pen.at('sinpo'), at, towed);
  pen.ink(white, 1, STROKES.line).box(barge, 16, 7);
  pen.line(pen.at('sinpo'), barge, 1 - towed);
  pen.ripples(at, 30, pen.stage(0.28, 0.84), white);
  flight(pen, ARC.slbm(pen), 0.45 * pen.stage(0.42, 0.84));
});

const LAUNCH: Readonly<Record<Tech, Act>> = { space: satelliteLaunch, icbm: missileLaunch, submarine: submarineTrial, slbm: seaLaunch };

/** Up, and then once around: a body that stays. */
const orbit = act('yellowSea', LASTING.full, (pen) => {
  const way = ARC.space(pen);
  flight(pen, way, 0.3 + 0.7 * pen.stage(0, 0.4));
  const { angle, ...end } = station(way, 1);
  const round = pen.stage(0.36, 0.84);
  const ellipse = Array.from({ length: 41 }, (_, i) => {
    const turn = (Math.PI * 2 * i) / 40;
    return pen.off(away(end, angle + QUARTER, (1 - Math.cos(turn)) * 60 * pen.unit), 0, Math.sin(turn) * 16);
  });
  pen.ink(white, 0.8, STROKES.line).path(ellipse, 0, round);
  const body = station(ellipse, round);
  if (round > 0) {
    pen.ink(white, 1).diamond(body, 5);
    pen.ink(white, 1, STROKES.bold).line(pen.off(body, -9, 0), pen.off(body, 9, 0));
  }
});

/** Splashdown where the water was closed. */
const reached = (tech: 'icbm' | 'slbm'): Act =>
  act('eastSea', LASTING.full, (pen) => {
    const way = ARC[tech](pen);
    const flown = 0.3 + 0.7 * pen.stage(0, 0.48);
    flight(pen, way, flown);
    const fell = pen.stage(0.44, 0.84);
    const end = station(way, 1);
    pen.ripples(end, tech === 'icbm' ? 46 : 26, fell, ember, tech === 'icbm' ? 4 : 2);
    pen.ink(white, fell, STROKES.line).swept(end, 6, fell);
    if (tech === 'slbm') pen.ripples(berth(pen), 22, pen.stage(0, 0.5), white, 2);
  });

/** Breaks on its way; the pieces come down. */
const broken = (tech: 'space' | 'icbm' | 'slbm', at: number): Act =>
  act(tech === 'space' ? 'yellowSea' : 'eastSea', LASTING.full, (pen) => {
    const way = ARC[tech](pen);
    const flown = 0.3 * at + 0.7 * at * pen.stage(0, 0.35);
    flight(pen, way, flown);
    const apart = pen.stage(0.34, 0.8);
    if (apart === 0) return;
    const { angle, ...end } = station(way, at);
    pen.ink(white, 1, STROKES.bold).cross(end, 7 * apart);
    for (const side of [-0.5, 0.1, 0.6]) {
      const fall = lob(end, pen.off(away(end, angle + side, 40 * pen.unit), 0, 44), 6 * pen.unit);
      pen.ink(cold, 1, STROKES.line).dashes(fall, 0, apart, 2, 1.6);
      pen.ink(cold, 1 - apart * 0.4).dot(station(fall, apart), 2.6);
    }
  });

/** Heard, then no longer heard. */
const hidden = act('eastSea', LASTING.full, (pen) => {
  const way = ARC.submarine(pen);
  const gone = 0.5 + 0.5 * pen.stage(0, 0.6);
  const { angle, ...hull } = station(way, gone);
  pen.ink(ember, 1 - pen.stage(0.2, 0.7)).ship(hull, 18, angle);
  pen.ink(heat, 0.6, STROKES.fine).dashes(way, 0, gone, 2, 2);
  for (let i = 0; i < 4; i++) {
    const heard = pen.turn(0.1, 0.84, i, 4);
    if (heard > 0) pen.ink(ember, (1 - heard * 0.8) * (1 - i * 0.22), STROKES.line).brokenRing(station(way, 0.5 + i * 0.14), 8 + 18 * heard, 6 + i);
  }
});

/** Turns back and is towed in. */
const towedHome = act('sinpo', LASTING.full, (pen) => {
  const way = ARC.submarine(pen);
  const out = 0.5 - 0.42 * pen.stage(0.2, 0.8);
  const { angle, ...hull } = station(way, out);
  pen.ink(cold, 0.6, STROKES.fine).dashes(way, 0, 0.5, 2, 2);
  pen.ink(cold, 1).ship(hull, 18, angle);
  pen.ink(white, pen.stage(0.15, 0.3), STROKES.line).line(pen.at('sinpo'), hull);
  pen.ink(cold, pen.stage(0, 0.25), STROKES.bold).cross(station(way, 0.5), 6);
});

/** The making ready and the letting go. */
export const launchOf = (tech: Tech): Act => LAUNCH[tech];
export const siteOf = (tech: Tech): PlaceId => SITE[tech];

const OUTCOME: Readonly<Record<Tech, Readonly<Record<'success' | 'failure', Act>>>> = {
  space: { success: orbit, failure: broken('space', 0.62) },
  icbm: { success: reached('icbm'), failure: broken('icbm', 0.46) },
  submarine: { success: hidden, failure: towedHome },
  slbm: { success: reached('slbm'), failure: broken('slbm', 0.6) },
};

/** What came of it. */
export const outcomeOf = (tech: Tech, succeeded: boolean): Act => OUTCOME[tech][succeeded ? 'success' : 'failure'];
