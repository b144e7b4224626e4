// The session's own clock. It runs on the server's time between entries, and stands still while the session is paused or no server runs it.

import type { Ballot, Entry, Seat, SessionState, SessionTime } from './types.ts';

/** Milliseconds after a seat's deadline in which an answer may still be on its way; never shown. */
export const GRACE = 1500;

/** @param now the server's time, milliseconds since 1970 */
export function timeAt({ clock, paused, phase }: Pick<SessionState, 'clock' | 'paused' | 'phase'>, now: number): SessionTime {
  return paused || phase === 'ended' ? clock.time : clock.time + Math.max(0, now - clock.at);
}

/** Between two servers no time passes. */
export function timeOf(state: SessionState, { at, input }: Entry): SessionTime {
  return input.type === 'resumedByServer' ? state.clock.time : timeAt(state, at);
}

/** When a ballot ends for a seat, in session time; null: not until it is closed. */
export function deadlineFor({ openedAt, deadline }: Pick<Ballot, 'openedAt' | 'deadline'>, { extraPercent }: Pick<Seat, 'extraPercent'>): SessionTime | null {
  return deadline === null ? null : openedAt + Math.floor(((deadline - openedAt) * (100 + extraPercent)) / 100);
}

/** When the time of an open ballot is up for all who may still answer, grace included; null: never by itself. */
export function lastDeadline({ seats }: Pick<SessionState, 'seats'>, ballot: Ballot<unknown>): SessionTime | null {
  if (ballot.deadline === null) return null;
  let last = ballot.deadline;
  for (const seat of seats.values()) if (!seat.removed && !ballot.answers.has(seat.id)) last = Math.max(last, deadlineFor(ballot, seat) as number);
  return last + GRACE;
}
