// Script time per drawn frame, read from a trace of Chromium.

import type { CDPSession } from 'playwright-core';

export interface TraceEvent {
  name: string;
  /** `X` is a span with a duration, `M` metadata. */
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  args?: { name?: string };
}

const CATEGORIES = ['devtools.timeline', 'v8'];
/** Whatever runs script or cleans up after it; one may hold others. */
const SCRIPT: ReadonlySet<string> = new Set([
  'FireAnimationFrame',
  'FunctionCall',
  'EvaluateScript',
  'v8.compile',
  'TimerFire',
  'EventDispatch',
  'RunMicrotasks',
  'MinorGC',
  'MajorGC',
]);
/** Happens once in every frame that the page's main thread makes, after all its script. */
const END_OF_FRAME = 'PrePaint';

/** @returns milliseconds of script on the main thread of the page for each frame, in the order in which they were drawn */
export function scriptPerFrame(events: readonly TraceEvent[]): number[] {
  const threads = new Set(events.flatMap((event) => (event.ph === 'M' && event.name === 'thread_name' && event.args?.name === 'CrRendererMain' ? [threadOf(event)] : [])));
  const spans = events.filter((event) => event.ph === 'X' && threads.has(threadOf(event)));
  const busiest = mostCommon(spans.filter(({ name }) => name === END_OF_FRAME).map(threadOf));
  const own = spans.filter((event) => threadOf(event) === busiest).sort((a, b) => a.ts - b.ts);
  const frames: number[] = [];
  let script = 0;
  let told = Number.NEGATIVE_INFINITY;
  for (const { name, ts, dur = 0 } of own) {
    if (SCRIPT.has(name)) {
      script += Math.max(0, ts + dur - Math.max(ts, told));
      told = Math.max(told, ts + dur);
    } else if (name === END_OF_FRAME) {
      frames.push(script / 1000);
      script = 0;
    }
  }
  return frames;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}

function mostCommon(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Traces while something is done. */
export async function traced(cdp: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] } });
  await act();
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}
