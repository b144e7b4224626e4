// The map's geometry is what its script makes of Natural Earth, and every mark finds its place on every screen.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import gazetteer from '../../../assets/map/gazetteer.json' with { type: 'json' };
import { geometry } from '../../../assets/map/make.ts';
import { LINKS, type PlaceId, type RouteId } from '../../../src/client/theatre/atlas.ts';
import { frameOf, type Gaze, gazeAt, type Rect } from '../../../src/client/theatre/framing.ts';
import { survey } from '../../../src/client/theatre/survey.ts';
import { NAMES } from '../../../src/client/theatre/theme.ts';

const FILE = readFileSync(new URL('../../../assets/map/geometry.json', import.meta.url), 'utf8');
const { places, routes, horizon, land } = JSON.parse(FILE) as { places: Record<PlaceId, [number, number]>; routes: Record<string, number[]>; horizon: number; land: number[][] };

describe('the geometry', () => {
  test('is made the same each time, and is light', () => {
    expect(geometry()).toBe(FILE);
    expect(FILE.length).toBeLessThan(40_000);
  });

  test('is made of small integers', () => {
    expect(land.flat().every(Number.isInteger)).toBe(true);
    expect(land.length).toBeGreaterThan(50);
  });

  test('has the sea where there is sea: no ring takes in the whole sphere', () => {
    const inside = (x: number, y: number) => land.filter((ring) => crossings(ring, x, y) % 2 === 1).length % 2 === 1;
    const sea = [places.pacific, places.yellowSea, places.eastSea];
    const shore = [places.moscow, places.beijing, places.seoul, places.tokyo, places.irkutsk];
    expect(sea.map(([x, y]) => inside(x, y))).toEqual([false, false, false]);
    expect(shore.map(([x, y]) => inside(x, y))).toEqual([true, true, true, true, true]);
  });

  test('keeps true directions from Korea: the places lie as the compass says, the north leaning a little', () => {
    const [ox, oy] = places.panmunjom;
    const bearing = (place: PlaceId) => (Math.atan2(places[place][0] - ox, oy - places[place][1]) * 180) / Math.PI;
    expect(bearing('moscow')).toBeLessThan(-40);
    expect(bearing('tokyo')).toBeGreaterThan(75);
    expect(bearing('beijing')).toBeLessThan(-70);
    expect(Math.hypot(...places.moscow)).toBeLessThan(horizon);
  });

  test('holds every place and route of the gazetteer, and the borders that Natural Earth draws', () => {
    expect(Object.keys(places)).toEqual([...Object.keys(gazetteer.places), ...Object.keys(gazetteer.edge)]);
    expect(Object.keys(routes)).toEqual([...Object.keys(gazetteer.routes), 'chinaBorder', 'dmz']);
    for (const points of Object.values(routes)) expect(points.length).toBeGreaterThanOrEqual(8);
  });
});

const ROUTES = [...Object.keys(routes), ...Object.keys(LINKS)] as RouteId[];
const PLACES = Object.keys(places) as PlaceId[];
const GAZES: readonly Gaze[] = ['rest', 'west', 'core', 'east'];
const SCREENS: [name: string, width: number, height: number, ratio: number, clear: Rect][] = [
  ['a Chromebook beside the pages', 1366, 768, 1, { left: 0, top: 60, right: 820, bottom: 768 }],
  ['a Chromebook, all of it', 1366, 768, 1, { left: 0, top: 0, right: 1366, bottom: 768 }],
  ['a phone above the page', 780, 1688, 2, { left: 0, top: 0, right: 780, bottom: 680 }],
  ['a small phone', 640, 1136, 2, { left: 0, top: 0, right: 640, bottom: 400 }],
  ['a projector', 1920, 1080, 1, { left: 0, top: 60, right: 1280, bottom: 1080 }],
];

describe.each(SCREENS)('on %s', (_, width, height, ratio, clear) => {
  const on = (gaze: Gaze) => survey(frameOf(gaze, clear, ratio), { width, height, unit: ratio }, clear);

  test.each(GAZES)('looking %s, every named place stands where it can be seen', (gaze) => {
    const ground = on(gaze);
    for (const { place } of NAMES) {
      const { x, y } = ground.at(place);
      expect(x, place).toBeGreaterThanOrEqual(clear.left + 20 * ratio);
      expect(x, place).toBeLessThanOrEqual(clear.right - 20 * ratio);
      expect(y, place).toBeGreaterThanOrEqual(clear.top + 20 * ratio);
      expect(y, place).toBeLessThanOrEqual(clear.bottom - 20 * ratio);
    }
  });

  test('at rest no two capitals stand on each other', () => {
    const ground = on('rest');
    const capitals = (['moscow', 'ukraine', 'pyongyang', 'beijing', 'seoul', 'tokyo', 'washington'] as const).map((place) => ground.at(place));
    for (const [i, one] of capitals.entries()) for (const other of capitals.slice(i + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(26 * ratio);
  });

  test('routes run from place to place, and every point of them can be asked for', () => {
    for (const gaze of GAZES) {
      const ground = on(gaze);
      expect(ground.along('rail', 0)).toEqual(ground.at('pyongyang'));
      expect(ground.along('rail', 1)).toEqual(ground.at('ukraine'));
      expect(ground.along('technology', 0)).toEqual(ground.at('moscow'));
      expect(ground.along('technology', 1)).toEqual(ground.at('pyongyang'));
      expect(ground.along('channel', 1)).toEqual(ground.at('beijing'));
      for (const route of ROUTES) for (const t of [-1, 0, 0.3, 1, 2]) expect(Number.isFinite(ground.along(route, t).x + ground.along(route, t).y), `${route} ${t}`).toBe(true);
    }
  });
});

test('on any screen every place and route has a position', () => {
  const side = fc.integer({ min: 200, max: 4000 });
  fc.assert(
    fc.property(side, side, fc.constantFrom(1, 1.5, 2, 3), fc.constantFrom(...GAZES), (width, height, ratio, gaze) => {
      const clear = { left: 0, top: 0, right: width, bottom: height };
      const ground = survey(frameOf(gaze, clear, ratio), { width, height, unit: ratio }, clear);
      for (const place of PLACES) expect(Number.isFinite(ground.at(place).x + ground.at(place).y)).toBe(true);
      for (const route of ROUTES) expect(ground.points(route).length).toBeGreaterThan(1);
    }),
    { numRuns: 60 },
  );
});

test('the camera has somewhere to look for every place', () => {
  expect(PLACES.map(gazeAt).every((gaze) => gaze !== 'rest')).toBe(true);
  expect([gazeAt('moscow'), gazeAt('pyongyang'), gazeAt('washington')]).toEqual(['west', 'core', 'east']);
});

function crossings(ring: number[], px: number, py: number): number {
  let [x, y] = [0, 0];
  const points: [number, number][] = [];
  for (let i = 0; i < ring.length; i += 2) {
    x += ring[i] as number;
    y += ring[i + 1] as number;
    points.push([x, y]);
  }
  return points.filter(([ax, ay], i) => {
    const [bx, by] = points[(i + 1) % points.length] as [number, number];
    return ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax;
  }).length;
}
