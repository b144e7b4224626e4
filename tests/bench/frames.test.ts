import { expect, test } from 'vitest';
import { scriptPerFrame, type TraceEvent } from './client/frames.ts';

const PAGE = { pid: 7, tid: 7 };
const span = (name: string, ts: number, dur: number, thread = PAGE): TraceEvent => ({ name, ph: 'X', ts, dur, ...thread });
const named = (name: string, thread: typeof PAGE): TraceEvent => ({ name: 'thread_name', ph: 'M', ts: 0, args: { name }, ...thread });

const OTHER = { pid: 7, tid: 9 };
const EMPTY_TAB = { pid: 3, tid: 3 };

test('script counts once however deep it is nested, to the frame that it precedes, on the main thread of the page alone', () => {
  const events = [
    named('CrRendererMain', PAGE),
    named('CrRendererMain', EMPTY_TAB),
    named('Compositor', OTHER),
    // Not in the order of time, as a trace may come.
    span('PrePaint', 9_000, 100),
    span('FireAnimationFrame', 1_000, 2_000),
    span('FunctionCall', 1_200, 1_500),
    span('MinorGC', 1_300, 100),
    span('TimerFire', 4_000, 500),
    span('PrePaint', 12_000, 100),
    span('EventDispatch', 10_000, 1_000),
    span('RunMicrotasks', 11_000, 250),
    span('Layout', 11_500, 9_000),
    span('FunctionCall', 1_000, 50_000, OTHER),
    span('PrePaint', 5_000, 10, EMPTY_TAB),
    span('FunctionCall', 30_000, 1_000),
  ];
  expect(scriptPerFrame(events)).toEqual([2.5, 1.25]);
});

test('a trace without frames has none', () => {
  expect(scriptPerFrame([named('CrRendererMain', PAGE), span('FunctionCall', 0, 10)])).toEqual([]);
});
