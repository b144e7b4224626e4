// Who looks on at a session, and when they are shown it anew. Seats are shown what concerns them as it comes, hosts and screens a few times a second;
// a large class is told in parts, so that no acknowledgement waits behind it.

import type { RefusedReason } from '../../protocol/messages.ts';
import type { SeatId, View } from '../../session/types.ts';
import type { Looks } from '../../session/views.ts';
import type { Room } from './engine.ts';

export type Looker = { role: 'host' } | { role: 'screen' } | { role: 'seat'; seat: SeatId };

export interface Watcher {
  as: Looker;
  show: (view: View) => void;
  /** Called once: there is nothing more to see. */
  gone: (why: RefusedReason) => void;
}

export interface Audience {
  /** Seats with a device that looks on. */
  present: ReadonlySet<SeatId>;
  /** @returns how to leave */
  join(watcher: Watcher): () => void;
  /** What this looker would be shown now. */
  view(as: Looker): View;
  /** The version of the last thing that concerned this looker: a poll that has it need not be answered yet. */
  versionFor(as: Looker): number;
  changed(what: { all: boolean; seats: readonly SeatId[] }): void;
  /** Sends a seat away. */
  dismiss(seat: SeatId): void;
  close(why: RefusedReason): void;
  isEmpty(): boolean;
}

interface AudienceParts {
  after: (milliseconds: number, run: () => void) => () => void;
  now: () => number;
  /** Version of the session when it was read: all who know less are told. */
  since: number;
  room: () => Room;
  looks: () => Looks;
  whenSettled: (look: () => void) => Promise<void>;
}

/** Seats told in one go. */
const IN_ONE_GO = 128;
/** Milliseconds between two views for a host or a screen. */
const CALM = 250;

export function openAudience({ after, now, since, room, looks, whenSettled }: AudienceParts): Audience {
  const seats = new Map<SeatId, Set<Watcher>>();
  const overseers = new Set<Watcher>();
  const present = new Set<SeatId>();
  /** Versions at which all were concerned, or one seat. */
  let allVersion = since;
  const seatVersion = new Map<SeatId, number>();
  let shown: { version: number; stamp: number; looks: Looks } | null = null;
  let stamp = 0;
  let lastCalm = Number.NEGATIVE_INFINITY;
  let calmDue: (() => void) | null = null;
  let round: { left: SeatId[]; cancel: (() => void) | null } = { left: [], cancel: null };
  let isClosed = false;

  return { present, join, view, versionFor, changed, dismiss, close, isEmpty: () => overseers.size === 0 && seats.size === 0 };

  /** Made once a version, for all who look at it. */
  function current(): Looks {
    const { seq } = room().state;
    if (shown === null || shown.version !== seq || shown.stamp !== stamp) shown = { version: seq, stamp, looks: looks() };
    return shown.looks;
  }

  function view(as: Looker): View {
    const time = now();
    switch (as.role) {
      case 'host':
        return current().host(time);
      case 'screen':
        return current().screen(time);
      case 'seat':
        return current().seat(as.seat, time);
    }
  }

  function versionFor(as: Looker): number {
    if (as.role !== 'seat') return room().state.seq;
    return Math.max(allVersion, seatVersion.get(as.seat) ?? 0);
  }

  function join(watcher: Watcher): () => void {
    const { as } = watcher;
    if (as.role !== 'seat') {
      overseers.add(watcher);
      return () => void overseers.delete(watcher);
    }
    const own = seats.get(as.seat) ?? new Set();
    seats.set(as.seat, own.add(watcher));
    if (!present.has(as.seat)) {
      present.add(as.seat);
      overseersSoon();
    }
    return () => {
      own.delete(watcher);
      if (own.size > 0 || seats.get(as.seat) !== own) return;
      seats.delete(as.seat);
      present.delete(as.seat);
      overseersSoon();
    };
  }

  function changed(what: { all: boolean; seats: readonly SeatId[] }): void {
    const { seq } = room().state;
    stamp++;
    for (const seat of what.seats) seatVersion.set(seat, seq);
    if (what.all) {
      allVersion = seq;
      round.cancel?.();
      round = { left: [...seats.keys()], cancel: null };
      tellSome();
    } else {
      for (const seat of what.seats) tellSeat(seat);
    }
    overseersSoon();
  }

  function tellSome(): void {
    round.cancel = null;
    for (const seat of round.left.splice(0, IN_ONE_GO)) tellSeat(seat);
    if (round.left.length > 0) round.cancel = after(0, () => void whenSettled(tellSome));
  }

  function tellSeat(seat: SeatId): void {
    const own = seats.get(seat);
    if (own === undefined || isClosed) return;
    const seen = view({ role: 'seat', seat });
    for (const watcher of own) watcher.show(seen);
  }

  function overseersSoon(): void {
    if (overseers.size === 0 || calmDue !== null || isClosed) return;
    calmDue = after(Math.max(0, lastCalm + CALM - now()), () => void whenSettled(tellOverseers));
  }

  function tellOverseers(): void {
    calmDue = null;
    lastCalm = now();
    stamp++;
    if (!isClosed) for (const watcher of overseers) watcher.show(view(watcher.as));
  }

  function dismiss(seat: SeatId): void {
    const own = seats.get(seat);
    seats.delete(seat);
    present.delete(seat);
    for (const watcher of own ?? []) watcher.gone('removed');
  }

  function close(why: RefusedReason): void {
    isClosed = true;
    calmDue?.();
    round.cancel?.();
    for (const watcher of [...overseers, ...[...seats.values()].flatMap((own) => [...own])]) watcher.gone(why);
    overseers.clear();
    seats.clear();
    present.clear();
  }
}
