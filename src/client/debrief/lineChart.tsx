// Lines over the quarters of a campaign, drawn at true size. The picture is for the eye alone: the words and the table beside it say the same.

import { area, line } from 'd3-shape';
import { useRoom } from './width.ts';

export type Tone = 'heat' | 'teal' | 'ink' | 'rose' | 'ice';

export interface Line {
  key: string;
  /** One value a quarter boundary; a line may begin later than the first. */
  points: readonly { at: number; value: number }[];
  tone: Tone;
  dashed?: boolean;
  /** What stands on each point; a ghost has nothing and no number at its end. */
  mark: 'dot' | 'diamond' | 'none';
}

/** A value at every boundary. */
export function pointsOf(values: readonly number[]): Line['points'] {
  return values.map((value, at) => ({ at, value }));
}

interface ChartProps {
  lines: readonly Line[];
  /** Written below the boundaries, as many as there is room for. */
  labels: readonly string[];
  /** Fixed ends of the scale; else what the lines need. */
  scale?: readonly [least: number, most: number];
  write: (value: number) => string;
  /** The same for the scale. */
  writeTick: (value: number) => string;
  /** rem. */
  height: number;
  /** Keys of two lines between which the room is shaded. */
  between?: readonly [upper: string, lower: string];
  /** Boundaries at which something broke. */
  breaks?: readonly number[];
  /** Whether zero is worth a line of its own. */
  zero?: boolean;
}

export function LineChart({ height, ...shown }: ChartProps) {
  const [ref, room] = useRoom<HTMLDivElement>();
  return (
    <div ref={ref} class="chart" style={{ minHeight: `${height}rem` }} aria-hidden="true">
      {room !== null && room.width > 0 && <Drawn {...shown} width={room.width} rem={room.rem} height={height * room.rem} />}
    </div>
  );
}

function Drawn({
  lines,
  labels,
  scale,
  write,
  writeTick,
  width,
  height,
  rem,
  between,
  breaks = [],
  zero = false,
}: Omit<ChartProps, 'height'> & { width: number; height: number; rem: number }) {
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const [least, most] = scale ?? roundedOut(Math.min(...values, ...(zero ? [0] : [])), Math.max(...values, ...(zero ? [0] : [])));
  const plot = { left: 3 * rem, right: width - 3.2 * rem, top: 0.7 * rem, bottom: height - 1.9 * rem };
  const x = (at: number) => plot.left + ((plot.right - plot.left) * at) / Math.max(1, labels.length - 1);
  const y = (value: number) => plot.bottom - ((plot.bottom - plot.top) * (value - least)) / Math.max(1, most - least);
  const path = line<Line['points'][number]>(
    ({ at }) => x(at),
    ({ value }) => y(value),
  );
  const every = Math.ceil((4.9 * rem * (labels.length - 1)) / Math.max(1, plot.right - plot.left));
  const ends = spread(
    lines.flatMap(({ key, points, tone, mark }) => {
      const last = points.at(-1);
      return mark === 'none' || last === undefined ? [] : [{ key, tone, text: write(last.value), at: x(last.at), y: y(last.value) }];
    }),
    1.05 * rem,
    plot.bottom,
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {ticksOf(least, most).map((tick) => (
        <g key={tick}>
          <path class={tick === 0 && zero ? 'grid zero' : 'grid'} d={`M${plot.left} ${y(tick)}H${plot.right}`} />
          <text class="tick" x={plot.left - 0.5 * rem} y={y(tick)} dy="0.32em" text-anchor="end">
            {writeTick(tick)}
          </text>
        </g>
      ))}
      {labels.map((label, at) =>
        at % every === 0 ? (
          <text key={label} class="tick" x={x(at)} y={height - 0.35 * rem} text-anchor="middle">
            {label}
          </text>
        ) : null,
      )}
      {between !== undefined && <Gap lines={lines} between={between} x={x} y={y} />}
      {breaks.map((at) => (
        <path key={at} class="break" d={`M${x(at) - 5} ${plot.top - 3}l10 10m0 -10l-10 10M${x(at)} ${plot.top + 10}V${plot.bottom}`} />
      ))}
      {lines.map(({ key, points, tone, dashed = false, mark }) => (
        <g key={key} class={`of-${tone}${mark === 'none' ? ' faint' : ''}`}>
          <path class={dashed ? 'line dashed' : 'line'} d={path([...points]) ?? ''} />
          {mark !== 'none' && points.map(({ at, value }) => <Mark key={at} kind={mark} x={x(at)} y={y(value)} />)}
        </g>
      ))}
      {ends.map((end) => (
        <text key={end.key} class={`end of-${end.tone}`} x={end.at + 0.55 * rem} y={end.y} dy="0.32em">
          {end.text}
        </text>
      ))}
    </svg>
  );
}

function Gap({ lines, between, x, y }: { lines: readonly Line[]; between: readonly [string, string]; x: (at: number) => number; y: (value: number) => number }) {
  const [upper, lower] = between.map((key) => lines.find((line) => line.key === key)?.points ?? []) as [Line['points'], Line['points']];
  const shade = area<number>(
    (i) => x(upper[i]?.at ?? 0),
    (i) => y(upper[i]?.value ?? 0),
    (i) => y(lower[i]?.value ?? 0),
  );
  return <path class="gap" d={shade(upper.map((_, i) => i)) ?? ''} />;
}

function Mark({ kind, x, y }: { kind: 'dot' | 'diamond'; x: number; y: number }) {
  return kind === 'dot' ? <circle class="mark" cx={x} cy={y} r="3.5" /> : <path class="mark hollow" d={`M${x} ${y - 4.5}l4.5 4.5-4.5 4.5-4.5-4.5z`} />;
}

/** Numbers at the ends of lines, moved apart until none covers another or the scale below. */
function spread<End extends { y: number }>(ends: readonly End[], apart: number, lowest: number): End[] {
  const sorted = [...ends].sort((left, right) => left.y - right.y);
  for (let i = 1; i < sorted.length; i++) {
    const [above, below] = [sorted[i - 1] as End, sorted[i] as End];
    const short = apart - (below.y - above.y);
    if (short <= 0) continue;
    sorted[i - 1] = { ...above, y: above.y - short / 2 };
    sorted[i] = { ...below, y: below.y + short / 2 };
  }
  return sorted.map((end, i) => ({ ...end, y: Math.min(end.y, lowest - (sorted.length - 1 - i) * apart) }));
}

const STEPS = [10, 20, 50, 100, 200, 250, 500, 1000];
const MOST_TICKS = 5;
/** Tenths: a scale that fits a small change to the whole height would make it look large. */
const NARROWEST = 100;

function stepOf(least: number, most: number): number {
  return STEPS.find((step) => (most - least) / step <= MOST_TICKS - 1) ?? 1000;
}

/** Out to the next tick on either side. */
function roundedOut(from: number, to: number): [number, number] {
  const short = Math.max(0, NARROWEST - (to - from)) / 2;
  const [least, most] = [from - short, to + short];
  const step = stepOf(least, most);
  const [low, high] = [Math.floor(least / step) * step, Math.ceil(most / step) * step];
  return low === high ? [low - step, high + step] : [low, high];
}

function ticksOf(least: number, most: number): number[] {
  const step = stepOf(least, most);
  const first = Math.ceil(least / step) * step;
  return Array.from({ length: Math.floor((most - first) / step) + 1 }, (_, i) => first + i * step);
}
