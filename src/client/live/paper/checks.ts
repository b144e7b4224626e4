// What a page tries before a lesson, to know whether a school's network lets a session through.

import { PROTOCOL, PROTOCOL_HEADER } from '../../../protocol/messages.ts';
import type { Platform } from '../platform.ts';
import { eventParser } from '../transport.ts';

export const CHECKS = ['reach', 'version', 'latency', 'clock', 'stream', 'poll', 'post', 'storage', 'secure'] as const;
export type Check = (typeof CHECKS)[number];
/** `warn`: a session works, less well. `fail`: it does not. */
export interface Finding {
  check: Check;
  is: 'pass' | 'warn' | 'fail';
  /** Milliseconds or seconds, where a figure belongs to it. */
  figure: number | null;
}

const PINGS = 5;
/** Milliseconds. */
const SLOW = 400;
const SKEW = 60_000;
/** Between the first and the last tick of a stream that nobody holds back; the server takes two seconds. */
const UNBUFFERED = 1000;
const STREAM_PATIENCE = 8000;

/** Tells each finding as it comes. @param today milliseconds since 1970 */
export async function runChecks(platform: Platform, base: string, today: () => number, told: (finding: Finding) => void, isWanted: () => boolean): Promise<void> {
  const { transport, now } = platform;
  const times: number[] = [];
  let last: { protocol?: number; now?: number } = {};
  for (let ping = 0; ping < PINGS && isWanted(); ping++) {
    const began = now();
    const { status, body } = await transport.request('GET', '/preflight', null);
    if (status !== 200) {
      told({ check: 'reach', is: status === 426 ? 'pass' : 'fail', figure: null });
      if (status === 426) told({ check: 'version', is: 'fail', figure: null });
      return finish();
    }
    times.push(now() - began);
    last = body as typeof last;
  }
  if (!isWanted()) return;
  const median = Math.round([...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0);
  const skew = Math.round(Math.abs(today() - (last.now ?? 0)) / 1000);
  told({ check: 'reach', is: 'pass', figure: null });
  told({ check: 'version', is: last.protocol === PROTOCOL ? 'pass' : 'fail', figure: null });
  told({ check: 'latency', is: median <= SLOW ? 'pass' : 'warn', figure: median });
  told({ check: 'clock', is: skew * 1000 <= SKEW ? 'pass' : 'warn', figure: skew });
  const [stream, poll, post] = await Promise.all([
    spreadOfStream(base, now),
    transport.request('GET', '/preflight/poll', null),
    transport.request('POST', '/preflight/echo', null, { hello: 1 }),
  ]);
  if (!isWanted()) return;
  told({ check: 'stream', is: stream !== null && stream >= UNBUFFERED ? 'pass' : 'warn', figure: stream === null ? null : Math.round(stream) });
  told({ check: 'poll', is: poll.status === 200 ? 'pass' : stream === null ? 'fail' : 'warn', figure: null });
  told({ check: 'post', is: post.status === 200 ? 'pass' : 'fail', figure: null });
  finish();

  function finish(): void {
    told({ check: 'storage', is: canKeep(platform) ? 'pass' : 'warn', figure: null });
    told({ check: 'secure', is: window.isSecureContext ? 'pass' : 'warn', figure: null });
  }
}

/** Milliseconds between the first and the last tick; null where they did not come. */
async function spreadOfStream(base: string, now: () => number): Promise<number | null> {
  const aborting = new AbortController();
  const timer = setTimeout(() => aborting.abort(), STREAM_PATIENCE);
  let first: number | null = null;
  let latest = 0;
  try {
    const response = await fetch(new URL('api/preflight/stream', base).href, { headers: { [PROTOCOL_HEADER]: String(PROTOCOL) }, cache: 'no-store', signal: aborting.signal });
    if (!response.ok || response.body === null) return null;
    const feed = eventParser(() => {
      latest = now();
      first ??= latest;
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      feed(value);
    }
    return first === null ? null : latest - first;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function canKeep({ storage }: Platform): boolean {
  try {
    storage.setItem('counterweight-preflight', '1');
    storage.removeItem('counterweight-preflight');
    return storage === window.localStorage;
  } catch {
    return false;
  }
}
