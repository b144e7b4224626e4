// The line down: views of a session as they come, by a stream, or by polls where a network holds streams back.

import type { RefusedReason } from '../../protocol/messages.ts';
import type { View } from '../../session/types.ts';
import type { Platform } from './platform.ts';
import type { Reply } from './transport.ts';

export type LineState =
  | { is: 'connecting' }
  | { is: 'live' }
  /** By polls. */
  | { is: 'slow' }
  /** Tries again by itself. */
  | { is: 'lost' }
  /** For good. */
  | { is: 'refused'; reason: RefusedReason };

interface LineParts {
  code: string;
  secret: string;
  platform: Pick<Platform, 'transport' | 'now' | 'after' | 'random' | 'onWake'>;
  onView: (view: View) => void;
  onState: (state: LineState) => void;
}

/** Milliseconds in which a stream must have brought something, at first and later; the server gives a sign of life each ten seconds. */
const FIRST_WORD = 5000;
const SILENCE = 25_000;
/** Milliseconds of polling after which a stream is tried again. */
const POLLING = 120_000;
const LEAST_WAIT = 500;
const MOST_WAIT = 8000;
/** Refusals that no waiting mends. */
const FINAL: readonly RefusedReason[] = ['not-allowed', 'wrong-role', 'removed', 'no-such-session', 'no-such-address', 'other-protocol', 'other-origin', 'invalid'];

/** @returns how to hang up */
export function openLine({ code, secret, platform, onView, onState }: LineParts): () => void {
  const { transport, now, after, random, onWake } = platform;
  let version = -1;
  let failures = 0;
  let pollsUntil = Number.NEGATIVE_INFINITY;
  let heardAt = now();
  let isOver = false;
  let state: LineState['is'] | null = null;
  /** Calls off what the line is at: a stream, a poll or a wait. */
  let leave = () => {};
  const unwake = onWake(() => {
    if (!isOver && (state === 'lost' || now() - heardAt > FIRST_WORD)) connect();
  });
  connect();
  return hangUp;

  function hangUp(): void {
    isOver = true;
    leave();
    unwake();
  }

  function say(said: LineState): void {
    if (said.is === state) return;
    state = said.is;
    onState(said);
  }

  function connect(): void {
    leave();
    if (state === null) say({ is: 'connecting' });
    if (now() < pollsUntil) poll();
    else listen();
  }

  function listen(): void {
    let isDone = false;
    let hush = after(FIRST_WORD, () => {
      // The stream stands, and something holds it back.
      pollsUntil = now() + POLLING;
      done();
      connect();
    });
    const done = () => {
      isDone = true;
      hush();
      hangStream();
    };
    const hangStream = transport.stream(`/s/${code}/view`, secret, {
      heard: () => {
        if (isDone) return;
        heardAt = now();
        hush();
        hush = after(SILENCE, () => {
          done();
          retry();
        });
      },
      event: (name, data) => {
        if (isDone) return;
        if (name === 'view') {
          failures = 0;
          say({ is: 'live' });
          take(JSON.parse(data) as View);
        } else if (name === 'gone') {
          done();
          refused((JSON.parse(data) as { error: RefusedReason }).error);
        }
      },
      end: (reply) => {
        if (isDone) return;
        done();
        ended(reply);
      },
    });
    leave = done;
  }

  function poll(): void {
    let isDone = false;
    leave = () => {
      isDone = true;
    };
    void transport.request('GET', `/s/${code}/view?after=${version}`, secret).then((reply) => {
      if (isDone || isOver) return;
      if (reply.status !== 200 && reply.status !== 204) return ended(reply);
      failures = 0;
      heardAt = now();
      say({ is: 'slow' });
      if (reply.status === 200) take(reply.body as View);
      // A pause, so that a server that answers at once is not asked in a loop.
      const cancel = after(LEAST_WAIT, connect);
      leave = cancel;
    });
  }

  function ended({ status, body }: Reply): void {
    const reason = status >= 400 ? ((body as { error?: RefusedReason } | null)?.error ?? null) : null;
    if (reason === null) retry();
    else refused(reason);
  }

  function refused(reason: RefusedReason): void {
    if (!FINAL.includes(reason)) {
      retry();
      return;
    }
    hangUp();
    say({ is: 'refused', reason });
  }

  function retry(): void {
    if (isOver) return;
    failures++;
    // One broken stream is nothing to be told of.
    if (failures > 1) say({ is: 'lost' });
    const wait = Math.min(MOST_WAIT, LEAST_WAIT * 2 ** (failures - 1));
    leave = after(wait * (0.5 + random()), connect);
  }

  function take(view: View): void {
    if (isOver || view.version < version) return;
    version = view.version;
    onView(view);
  }
}
