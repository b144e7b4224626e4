// Writes geometry.json: Natural Earth seen from Korea, where near is large and far is small. Run: node assets/map/make.ts

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GeoPermissibleObjects, type GeoRawProjection, geoArea, geoPath, geoProjection } from 'd3-geo';
import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import gazetteer from './gazetteer.json' with { type: 'json' };

const OUT = new URL('./geometry.json', import.meta.url);
const SOURCE = new URL('../../node_modules/world-atlas/countries-50m.json', import.meta.url);

/** Units of the map for each step of the logarithm; a screen 1920 wide shows about 2 units a pixel. */
const UNITS = 1000;
/** Distance from Korea, in radians, at which the map begins to shrink what is farther: about 640 km. */
const KNEE = 0.1;
/** What is kept, in units, from the corner top left to the corner bottom right. Origin: the eye. */
const EXTENT: [[number, number], [number, number]] = [
  [-2900, -2900],
  [2900, 2900],
];
const EYE: [number, number] = [-127.3, -39.2];
/** Degrees by which the north leans to the right, so that Moscow lies left and Tokyo right. */
const LEAN = 9;
/** Farthest a simplified line may lie from the true one, in units: at the eye, and what each unit away from it adds. */
const SLACK = { near: 1, away: 1 / 400 };
/** Islands smaller than this many square units are left out, near and far. */
const SPECK = { near: 60, far: 900, from: 1600 };
/** Degrees from the eye beyond which nothing is drawn. */
const HORIZON = 88;

type Pair = [number, number];

/** Azimuthal: true directions from the eye, distances by logarithm (Hägerstrand, 1957). */
const fromKorea: GeoRawProjection = (x, y) => {
  const cosine = Math.cos(x) * Math.cos(y);
  const distance = Math.acos(Math.max(-1, Math.min(1, cosine)));
  const stretch = distance < 1e-9 ? 1 / KNEE : Math.log(1 + distance / KNEE) / Math.sin(distance);
  return [stretch * Math.cos(y) * Math.sin(x), stretch * Math.sin(y)];
};

const projection = geoProjection(fromKorea).rotate([EYE[0], EYE[1], 0]).angle(LEAN).scale(UNITS).translate([0, 0]).precision(0).clipAngle(HORIZON).clipExtent(EXTENT);
const spot = (place: Pair): Pair => (projection(place) ?? [Number.NaN, Number.NaN]).map(Math.round) as Pair;

export function geometry(): string {
  const atlas = simplified(JSON.parse(readFileSync(SOURCE, 'utf8')) as Topology<{ countries: GeometryCollection; land: GeometryCollection }>);
  const { countries, land } = atlas.objects;
  const north = countries.geometries.find(({ id }) => id === '408');
  if (north === undefined) throw new Error('world-atlas holds no North Korea');
  const lines = {
    land: rings(whole(feature(atlas, land)), true),
    north: rings(whole(feature(atlas, north)), true),
    borders: rings(
      mesh(atlas, countries as never, (a, b) => a !== b),
      false,
    ),
    graticule: graticule(),
  };
  const places = Object.fromEntries([...Object.entries(gazetteer.places).map(([id, place]) => [id, spot(place as Pair)]), ...Object.entries(gazetteer.edge)]) as Record<
    string,
    Pair
  >;
  const drawn = Object.entries(gazetteer.routes).map(([id, stops]) => [id, stops.flatMap((stop) => (typeof stop === 'string' ? (places[stop] as Pair) : spot(stop as Pair)))]);
  const frontier = (one: string, other: string) =>
    longest(mesh(atlas, countries as never, (a, b) => [one, other].every((id) => [a, b].some((country) => (country as { id?: string }).id === id))));
  const routes = { ...Object.fromEntries(drawn), chinaBorder: frontier('156', '408'), dmz: frontier('408', '410') };
  const sphere = { horizon: Math.round(UNITS * Math.log(1 + (HORIZON * Math.PI) / 180 / KNEE)) };
  const flat = Object.entries({ ...sphere, ...lines, places, routes }).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{${flat.join(',\n')}}\n`;
}

/** Each arc by Douglas and Peucker in the units of the map, so that neighbours still share their lines. */
function simplified<T extends Topology>(topology: T): T {
  const [kx, ky] = topology.transform?.scale ?? [1, 1];
  const [dx, dy] = topology.transform?.translate ?? [0, 0];
  const bare = geoProjection(fromKorea).rotate([EYE[0], EYE[1], 0]).angle(LEAN).scale(UNITS).translate([0, 0]).precision(0);
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    const degrees = arc.map(([ax = 0, ay = 0]): Pair => {
      x += ax;
      y += ay;
      return [x * kx + dx, y * ky + dy];
    });
    return thinned(
      degrees,
      degrees.map((place) => bare(place) as Pair),
    );
  });
  const { transform: _, ...rest } = topology;
  return { ...rest, arcs } as unknown as T;
}

/** Without the islands that simplifying has left as lines or turned inside out: such a ring would be taken for the whole sphere. */
function whole(shapes: Feature | FeatureCollection): GeoPermissibleObjects {
  const polygons = ('features' in shapes ? shapes.features : [shapes]).flatMap(({ geometry: shape }) =>
    shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : [],
  );
  const solid = polygons
    .filter(([shore = []]) => {
      const steradians = geoArea({ type: 'Polygon', coordinates: [shore] });
      return shore.length > 3 && steradians > 1e-7 && steradians < 2 * Math.PI;
    })
    .map(([shore = [], ...lakes]) => [shore, ...lakes.filter((lake) => lake.length > 3)]);
  return { type: 'MultiPolygon', coordinates: solid };
}

function thinned(degrees: Pair[], shown: Pair[]): Pair[] {
  const keep = new Set([0, degrees.length - 1]);
  const queue: Pair[] = [[0, degrees.length - 1]];
  for (let span = queue.pop(); span !== undefined; span = queue.pop()) {
    const [from, to] = span;
    let worst = 1;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const point = shown[i] as Pair;
      const off = away(point, shown[from] as Pair, shown[to] as Pair) / (SLACK.near + Math.hypot(...point) * SLACK.away);
      if (off > worst) [worst, at] = [off, i];
    }
    if (at < 0) continue;
    keep.add(at);
    queue.push([from, at], [at, to]);
  }
  return degrees.filter((_, i) => keep.has(i));
}

function away([x, y]: Pair, [ax, ay]: Pair, [bx, by]: Pair): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Lines as flat lists of differences: first x, first y, then steps. Closed ones leave out their last point. */
function rings(shape: GeoPermissibleObjects, closed: boolean): number[][] {
  const found: Pair[][] = [];
  let line: Pair[] = [];
  geoPath(projection, {
    beginPath() {},
    arc() {},
    closePath() {},
    moveTo(x: number, y: number) {
      line = [[Math.round(x), Math.round(y)]];
      found.push(line);
    },
    lineTo(x: number, y: number) {
      line.push([Math.round(x), Math.round(y)]);
    },
  })(shape);
  return found
    .map(unrepeated)
    .filter((points) => (closed ? points.length > 2 && area(points) > speck(points) : points.length > 1))
    .map(steps);
}

/** The longest of several lines as positions, from west to east. */
function longest(lines: MultiLineString): number[] {
  const [line = []] = lines.coordinates.toSorted((a, b) => b.length - a.length);
  const points = line.map((place) => spot(place as Pair));
  return ((line[0]?.[0] ?? 0) > (line.at(-1)?.[0] ?? 0) ? points.reverse() : points).flat();
}

function unrepeated(points: Pair[]): Pair[] {
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1]);
}

function speck([first]: Pair[]): number {
  return Math.hypot(...(first as Pair)) > SPECK.from ? SPECK.far : SPECK.near;
}

function area(points: Pair[]): number {
  let sum = 0;
  for (const [i, [x, y]] of points.entries()) {
    const [nx, ny] = points[(i + 1) % points.length] as Pair;
    sum += x * ny - nx * y;
  }
  return Math.abs(sum / 2);
}

function steps(points: Pair[]): number[] {
  return points.flatMap(([x, y], i) => (i === 0 ? [x, y] : [x - (points[i - 1] as Pair)[0], y - (points[i - 1] as Pair)[1]]));
}

/** Every ten degrees, bent as the map bends. */
function graticule(): number[][] {
  const along = (from: number, to: number, place: (at: number) => Pair): Pair[] => Array.from({ length: (to - from) / 5 + 1 }, (_, i) => place(from + 5 * i));
  const meridians = Array.from({ length: 18 }, (_, i) => along(10, 80, (latitude) => [30 + 10 * i > 180 ? 10 * i - 330 : 30 + 10 * i, latitude]));
  const parallels = Array.from({ length: 7 }, (_, i) => along(20, 210, (longitude) => [longitude > 180 ? longitude - 360 : longitude, 10 + 10 * i]));
  return [...meridians, ...parallels].flatMap((line) => rings({ type: 'LineString', coordinates: line }, false));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(OUT, geometry());
