// Many results as dots, one row a plan, heaped where they fall together; a line where this campaign ended.

import type { Tone } from './lineChart.tsx';
import { useRoom } from './width.ts';

interface Row {
  key: string;
  name: string;
  values: readonly number[];
  /** Half of the values lie below. */
  middle: number;
  tone: Tone;
}

interface DotsProps {
  rows: readonly Row[];
  /** The value that all rows are compared with. */
  at: number;
  write: (value: number) => string;
}

/** Heaps of dots, one for so many tenths: the width that leaves the dots largest is taken. */
const BINS = [2, 5, 10, 20, 50, 100];
/** Pixels. */
const LARGEST = 4;
/** rem. */
const NAME = 1.5;
const HEAP = 4;

export function Dots({ rows, at, write }: DotsProps) {
  const [ref, room] = useRoom<HTMLDivElement>();
  return (
    <div ref={ref} class="chart dots" aria-hidden="true">
      {room !== null && room.width > 0 && <Drawn rows={rows} at={at} write={write} width={room.width} rem={room.rem} />}
    </div>
  );
}

function Drawn({ rows, at, write, width, rem }: DotsProps & { width: number; rem: number }) {
  const values = rows.flatMap((row) => row.values);
  const [least, most] = [Math.min(at, ...values) - 10, Math.max(at, ...values) + 10];
  const [left, right] = [0.6 * rem, width - 0.6 * rem];
  const pixels = (tenths: number) => ((right - left) * tenths) / (most - least);
  const x = (value: number) => left + pixels(value - least);
  const rowHeight = (NAME + HEAP) * rem;
  const height = rowHeight * rows.length + 1.8 * rem;
  const { heaps, radius } = BINS.map((bin) => {
    const all = rows.map((row) => heapsOf(row.values, bin));
    const tallest = Math.max(1, ...all.flatMap((heap) => [...heap.values()]));
    return { heaps: all, radius: Math.min(LARGEST, pixels(bin) * 0.48, (HEAP * rem) / (2 * tallest)) };
  }).reduce((best, other) => (other.radius > best.radius ? other : best));
  const step = [50, 100, 200, 500].find((each) => pixels(each) > 4 * rem) ?? 1000;
  const first = Math.ceil(least / step) * step;
  const ticks = Array.from({ length: Math.floor((most - first) / step) + 1 }, (_, i) => first + i * step);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <g key={tick}>
          <path class={tick === 0 ? 'grid zero' : 'grid'} d={`M${x(tick)} 0V${height - 1.6 * rem}`} />
          <text class="tick" x={x(tick)} y={height - 0.4 * rem} text-anchor="middle">
            {write(tick)}
          </text>
        </g>
      ))}
      {rows.map(({ key, name, middle, tone }, i) => {
        const floor = rowHeight * (i + 1) - 2;
        return (
          <g key={key} class={`of-${tone}`}>
            <text class="row-name" x={left} y={rowHeight * i + 1.1 * rem}>
              {name}
            </text>
            <path class="floor" d={`M${left} ${floor + 1}H${right}`} />
            {[...(heaps[i] ?? [])].map(([bin, count]) =>
              Array.from({ length: count }, (_, up) => <circle key={`${bin} ${up}`} class="dot" cx={x(bin)} cy={floor - radius - 2 * radius * up} r={radius} />),
            )}
            <path class="middle" d={`M${x(middle)} ${floor + 1}v${-HEAP * rem * 0.9}`} />
          </g>
        );
      })}
      <path class="here" d={`M${x(at)} 0V${height - 1.6 * rem}`} />
    </svg>
  );
}

/** How many values fall into each bin, by the bin's middle. */
function heapsOf(values: readonly number[], width: number): Map<number, number> {
  const heaps = new Map<number, number>();
  for (const value of values) {
    const bin = (Math.floor(value / width) + 0.5) * width;
    heaps.set(bin, (heaps.get(bin) ?? 0) + 1);
  }
  return heaps;
}
