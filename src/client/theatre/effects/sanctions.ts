// What the cards of the lever sanctions look like: ice blue that closes on a way; offers are the one opening in it.

import { COLOURS, HATCH, LASTING, STROKES } from '../theme.ts';
import { type Act, act } from './act.ts';
import { away, between, corners, heading, QUARTER, station } from './shapes.ts';

const { ice, amber, rose, white, cold } = COLOURS;

/** Strands of a web around Pyongyang, cut one by one. */
const armsNetworks = act('pyongyang', LASTING.full, (pen) => {
  const hub = pen.at('pyongyang');
  const reach = [58, 46, 64, 52, 60, 44, 62];
  const knots = corners(hub, 1, reach.length, 0.3).map((at, i) => away(hub, heading(hub, at), (reach[i] ?? 40) * pen.unit));
  const spun = pen.stage(0, 0.3);
  knots.forEach((knot, i) => {
    const cut = pen.turn(0.32, 0.8, i, knots.length);
    const strands = [
      [hub, knot],
      [knot, knots[(i + 1) % knots.length] ?? hub],
    ] as const;
    for (const [from, to] of strands) {
      pen.ink(amber, 0.85 - cut * 0.45, STROKES.fine);
      if (cut === 0) pen.line(from, to, spun);
      else
        for (const [end, other] of [
          [from, to],
          [to, from],
        ] as const)
          pen.line(end, between(end, other, 0.42 * (1 - cut)));
    }
    pen.ink(amber, 1 - cut * 0.6).dot(knot, 2.5 * spun);
    if (cut > 0) {
      const middle = between(hub, knot, 0.55);
      const slant = heading(hub, knot) + QUARTER + 0.5;
      pen.ink(ice, 1, STROKES.bold).line(away(middle, slant, 8 * pen.unit), away(middle, slant, -8 * pen.unit), cut);
    }
  });
});

/** A page of a bank's ledger at Beijing and one at Shanghai, struck through line by line; the money's ways go dark. */
const thirdCountryBanks = act('beijing', LASTING.full, (pen) => {
  const opened = pen.stage(0, 0.25);
  for (const [place, lines, first] of [
    ['beijing', 6, 0.28],
    ['shanghai', 3, 0.45],
  ] as const) {
    const page = pen.off(pen.at(place), 46, place === 'beijing' ? -40 : -6);
    pen.ink(COLOURS.shade, 0.75 * opened).slab(page, 46, lines * 8 + 8);
    pen.ink(white, 0.8 * opened, STROKES.fine).box(page, 46, lines * 8 + 8);
    for (let i = 0; i < lines; i++) {
      const struck = pen.turn(first, 0.8, i, lines);
      const row = pen.off(page, 0, (i - (lines - 1) / 2) * 8);
      pen.ink(white, opened * (0.85 - struck * 0.5), STROKES.fine);
      pen.line(pen.off(row, -18, 0), pen.off(row, 4 - (i % 3) * 4, 0), opened);
      pen.line(pen.off(row, 10, 0), pen.off(row, 18, 0), opened);
      pen.ink(ice, 1, STROKES.bold).line(pen.off(row, -22, 1.5), pen.off(row, 22, -1.5), struck);
    }
  }
  const dark = pen.stage(0.45, 0.8);
  for (const to of ['pyongyang', 'moscow'] as const)
    pen.ink(white, opened * (0.6 - dark * 0.5), STROKES.fine).dashes(pen.way('beijing', to, -0.16), dark * 0.5, opened * (1 - dark * 0.5), 3, 1.4);
});

/** Two brackets close on a ship between Rason and Vladivostok. */
const seaInterdiction = act('rason', LASTING.usual, (pen) => {
  const lane = pen.route('sea');
  const under = pen.stage(0, 0.4);
  const { angle, ...ship } = station(lane, 0.25 + under * 0.25);
  const shut = pen.stage(0.2, 0.65);
  pen.ink(amber, 0.5, STROKES.fine).dashes(lane, 0, 0.25 + under * 0.25, 2, 1.5);
  pen.ink(amber, 1).ship(ship, 20, angle);
  const gap = 46 - 26 * shut;
  for (const side of [-1, 1]) {
    const spine = away(ship, angle, side * gap * pen.unit);
    const [top, foot] = [away(spine, angle - QUARTER, 15 * pen.unit), away(spine, angle + QUARTER, 15 * pen.unit)];
    const lip = -side * 7 * pen.unit;
    pen.ink(ice, 0.4 + shut * 0.6, STROKES.bold).path([away(top, angle, lip), top, foot, away(foot, angle, lip)]);
  }
  pen.ink(ice, 1, STROKES.line);
  const held = pen.stage(0.6, 0.8);
  pen.line(away(ship, angle - QUARTER, 11 * pen.unit), away(ship, angle + QUARTER, 11 * pen.unit), held);
});

/** Where the map's own hatching for controls begins, as a share of the route. */
const STOP = HATCH.stretches[2].from;

/** Hatching falls across the way of technology, and what comes along it is stopped there. */
const exportControls = act('irkutsk', LASTING.full, (pen) => {
  const way = pen.route('technology');
  const coming = pen.stage(0, 0.5);
  pen.ink(rose, 0.45, STROKES.fine).path(way, 0, STOP * coming);
  for (let i = 0; i < 4; i++) {
    const at = Math.min(coming * 0.6 - i * 0.08, STOP - 0.03 - i * 0.04);
    if (at > 0.02) pen.ink(rose, 0.95).diamond(station(way, at), 5);
  }
  const bars = 11;
  for (let i = 0; i < bars; i++) {
    const fallen = pen.turn(0.2, 0.75, i, bars);
    if (fallen > 0) pen.ink(ice, fallen, STROKES.bold).across(way, STOP + i * 0.014, 19 * fallen, HATCH.lean);
  }
});

/** Fifteen seats around a table in New York. Hands go up; one bar falls across them. */
const unRoute = act('newYork', LASTING.full, (pen) => {
  const table = pen.off(pen.at('newYork'), -78, -2);
  const sat = pen.stage(0, 0.25);
  const raised = pen.stage(0.25, 0.5);
  const vetoed = pen.stage(0.52, 0.78);
  pen.ink(COLOURS.shade, 0.6 * sat).dot(table, 40);
  pen.ink(white, 0.8, STROKES.fine).arc(table, 16, Math.PI * 0.9, Math.PI * (0.9 + 1.2 * sat));
  for (let i = 0; i < 15; i++) {
    const angle = Math.PI * (0.9 + (1.2 * i) / 14);
    const seat = away(table, angle, 22 * pen.unit);
    const against = i === 7;
    pen.ink(against ? cold : white, sat * (1 - vetoed * (against ? 0 : 0.55))).dot(seat, 2);
    if (!against) pen.ink(ice, raised * (1 - vetoed * 0.55)).line(away(seat, angle, 3 * pen.unit), away(seat, angle, (3 + 9 * raised) * pen.unit));
  }
  pen.ink(COLOURS.heat, vetoed, STROKES.bold * 1.4).line(pen.off(table, -36, 8), pen.off(table, 36, -20), vetoed);
});

/** A hatched ring around Moscow opens on its western side, and a way leads out of it. */
const wayOut = act('moscow', LASTING.full, (pen) => {
  const moscow = pen.at('moscow');
  const closed = pen.stage(0, 0.3);
  const opened = pen.stage(0.32, 0.58);
  const west = Math.PI * 1.12;
  const gap = 0.55 * opened;
  for (let i = 0; i < 26; i++) {
    const angle = west + gap + ((Math.PI * 2 - 2 * gap) * (i + 0.5)) / 26;
    const foot = away(moscow, angle, 19 * pen.unit);
    pen.ink(ice, closed).line(foot, away(foot, angle + 0.7, 9 * pen.unit), closed);
  }
  pen.ink(white, opened * 0.35).filled([moscow, away(moscow, west - gap, 30 * pen.unit), away(moscow, west + gap, 30 * pen.unit)]);
  const out = pen.stage(0.45, 0.8);
  const path = [away(moscow, west, 6 * pen.unit), away(moscow, west, pen.roomLeft(moscow, 58) * pen.unit)];
  pen.ink(white, 1, STROKES.bold).path(path, 0, out);
  pen.head(path, out, 7);
});

/** A ladder laid rung by rung from the west to Moscow, sealed where it ends: it stays. */
const standingOffer = act('moscow', LASTING.full, (pen) => {
  const moscow = pen.at('moscow');
  const lit = pen.stage(0.55, 0.8);
  const start = pen.off(moscow, -pen.roomLeft(moscow, 96), -34);
  const end = pen.towards(moscow, start, 14);
  const laid = pen.stage(0, 0.5);
  const angle = heading(start, end);
  const rails = [-1, 1].map((side) => [start, end].map((at) => away(at, angle + QUARTER, side * 6 * pen.unit)));
  pen.ink(white, 0.95, STROKES.line);
  for (const rail of rails) pen.path(rail, 0, laid);
  for (let i = 0; i <= 10; i++) if (i / 10 <= laid) pen.across([start, end], i / 10, 6);
  pen.glow(moscow, 30, white, 0.3 * lit);
  pen.ink(white, lit, STROKES.bold).swept(moscow, 14, lit);
  pen.ink(white, lit, STROKES.line).swept(moscow, 19, lit);
});

/** Hatching laid on North Korea: for a card of this lever that the map does not know. */
export const anySanction: Act = act('pyongyang', LASTING.usual, (pen) => {
  const centre = pen.at('pyongyang');
  const laid = pen.stage(0, 0.6);
  pen.ink(ice, 0.95).hatch(centre, 74, 46, laid, 7);
  pen.ink(ice, pen.stage(0.5, 0.8), STROKES.fine).box(centre, 92, 54);
});

export const SANCTIONS: Readonly<Record<string, Act>> = {
  'arms-networks': armsNetworks,
  'third-country-banks': thirdCountryBanks,
  'sea-interdiction': seaInterdiction,
  'export-controls': exportControls,
  'un-route': unRoute,
  'way-out': wayOut,
  'standing-offer': standingOffer,
};
