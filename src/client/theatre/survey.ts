// The ground of one frame: where each place and route lies on the screen. What lies off it stands at its edge.

import geometry from '../../../assets/map/geometry.json';
import { LINKS, type PlaceId, type RouteId } from './atlas.ts';
import type { Frame, Rect } from './framing.ts';
import type { Ground, Point } from './ground.ts';
import { EDGE } from './theme.ts';

export interface Survey extends Ground {
  frame: Frame;
  clear: Rect;
}

const PLACES: Readonly<Record<PlaceId, readonly number[]>> = geometry.places;
const GROUND_ROUTES: Readonly<Record<string, readonly number[]>> = geometry.routes;
/** 100 km near Korea, in units of the map: 1,000 units a step of the logarithm, whose knee is at 637 km. */
const HUNDRED_KM = 150;
const STEPS = 28;

export function survey(frame: Frame, size: { width: number; height: number; unit: number }, clear: Rect): Survey {
  const { unit } = size;
  const inset = { left: clear.left + EDGE.side * unit, top: clear.top + EDGE.top * unit, right: clear.right - EDGE.side * unit, bottom: clear.bottom - EDGE.bottom * unit };
  const onScreen = (x: number, y: number): Point => ({ x: x * frame.scale + frame.left, y: y * frame.scale + frame.top });
  const fixed = (place: PlaceId) => onScreen(PLACES[place][0] as number, PLACES[place][1] as number);
  const raw = (route: string) => pairs(GROUND_ROUTES[route] ?? []).map(({ x, y }) => onScreen(x, y));

  // Moscow leaves room for the front to its left, and both stay where they are seen.
  const west = { ...inset, left: inset.left + EDGE.front.x * unit };
  const line = raw('rail');
  const moscow = fixed('moscow');
  const railhead = kept(moscow, west);
  const isSeen = holds(west, moscow);
  const ukraine = fixed('ukraine');
  const front = kept(ukraine, {
    left: inset.left,
    right: railhead.x - EDGE.front.x * unit,
    top: railhead.y + EDGE.front.least * unit,
    bottom: railhead.y + EDGE.front.most * unit,
  });
  const eastern = line.slice(0, nearest(line, moscow));

  const at = (place: PlaceId): Point => {
    if (place === 'moscow') return railhead;
    if (place === 'ukraine') return front;
    const spot = fixed(place);
    return holds(inset, spot) ? spot : kept(spot, inset);
  };
  const drawn = (route: RouteId): readonly Point[] => {
    if (route in LINKS) {
      const { from, to, bow } = LINKS[route as keyof typeof LINKS];
      return bowed(at(from), at(to), bow);
    }
    if (route === 'rail') return [...(isSeen ? eastern : inside(eastern, west)), railhead, front];
    if (route === 'technology') return isSeen ? raw(route) : [railhead, ...inside(raw(route).reverse(), west).reverse()];
    if (route === 'front') return raw(route).map(({ x, y }) => ({ x: front.x + (x - ukraine.x), y: front.y + (y - ukraine.y) }));
    return raw(route);
  };

  const known = new Map<RouteId, { points: readonly Point[]; lengths: readonly number[] }>();
  const measured = (route: RouteId) => {
    const found = known.get(route);
    if (found !== undefined) return found;
    const points = drawn(route);
    let total = 0;
    const lengths = points.map(({ x, y }, i) => {
      const before = points[i - 1];
      if (before !== undefined) total += Math.hypot(x - before.x, y - before.y);
      return total;
    });
    const fresh = { points, lengths };
    known.set(route, fresh);
    return fresh;
  };

  return {
    ...size,
    frame,
    clear,
    reach: HUNDRED_KM * frame.scale,
    at,
    points: (route) => measured(route).points,
    along(route, t) {
      const { points, lengths } = measured(route);
      const target = Math.max(0, Math.min(1, t)) * (lengths.at(-1) ?? 0);
      const next = Math.max(
        1,
        lengths.findIndex((length) => length >= target),
      );
      const [before, after] = [points[next - 1], points[next]];
      if (before === undefined || after === undefined) return points[0] ?? { x: 0, y: 0 };
      const from = lengths[next - 1] as number;
      const step = (lengths[next] as number) - from;
      const part = step === 0 ? 0 : (target - from) / step;
      return { x: before.x + (after.x - before.x) * part, y: before.y + (after.y - before.y) * part };
    },
  };
}

function pairs(flat: readonly number[]): Point[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => ({ x: flat[2 * i] as number, y: flat[2 * i + 1] as number }));
}

function holds({ left, top, right, bottom }: Rect, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function kept({ x, y }: Point, { left, top, right, bottom }: Rect): Point {
  return { x: Math.max(left, Math.min(right, x)), y: Math.max(top, Math.min(bottom, y)) };
}

function nearest(points: readonly Point[], to: Point): number {
  const distances = points.map(({ x, y }) => Math.hypot(x - to.x, y - to.y));
  return distances.indexOf(Math.min(...distances));
}

/** A line from its beginning until it leaves a rectangle, with the point where it does. */
function inside(points: readonly Point[], rect: Rect): Point[] {
  const leaves = points.findIndex((point) => !holds(rect, point));
  const [last, out] = [points[leaves - 1], points[leaves]];
  if (leaves < 0) return [...points];
  if (last === undefined || out === undefined) return [kept(points[0] as Point, rect)];
  const part = Math.min(
    ...[
      [out.x - last.x, rect.left - last.x],
      [out.x - last.x, rect.right - last.x],
      [out.y - last.y, rect.top - last.y],
      [out.y - last.y, rect.bottom - last.y],
    ].map(([step = 0, edge = 0]) => (step !== 0 && edge / step >= 0 ? edge / step : 1)),
  );
  return [...points.slice(0, leaves), { x: last.x + (out.x - last.x) * part, y: last.y + (out.y - last.y) * part }];
}

function bowed(from: Point, to: Point, bow: number): Point[] {
  const middle = { x: (from.x + to.x) / 2 - (to.y - from.y) * bow * 2, y: (from.y + to.y) / 2 + (to.x - from.x) * bow * 2 };
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * middle.x + c * to.x, y: a * from.y + b * middle.y + c * to.y };
  });
}
