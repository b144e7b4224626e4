// The engine of live sessions: it alone appends to their logs. An input is folded, committed with all that wait beside it, and only then acknowledged and shown.
// It knows no clock, disk or network but those it is given, so that a simulation can drive it as it is.

import { CODE_LENGTH, CODE_SYMBOLS, type Created, type RefusedReason } from '../../protocol/messages.ts';
import { lastDeadline, timeAt } from '../../session/clock.ts';
import { apply, fold } from '../../session/fold.ts';
import { currentTurn, openBallotOf } from '../../session/turns.ts';
import type { Ack, ClientId, Entry, Input, SeatId, SessionHeader, SessionState, SessionTime, TokenHash } from '../../session/types.ts';
import { freshMemo, type Looks, lookAt, type Memo } from '../../session/views.ts';
import { type Audience, openAudience } from './audience.ts';
import { CodeTaken, type SecretHash, type SessionRecord, type Store, type Stored } from './store.ts';

export interface EngineParts {
  store: Store;
  /** Milliseconds since 1970; never goes back while the process runs. */
  now: () => number;
  /** Unguessable. */
  randomBytes: (count: number) => Uint8Array;
  /** SHA-256 in hexadecimal. */
  sha256: (text: string) => string;
  /** @returns how to call it off */
  after: (milliseconds: number, run: () => void) => () => void;
  nameOf: (seed: number, seat: SeatId) => string;
  /** What a class's campaign asks at a checkpoint that waits; null where none does. */
  checkpointFor: (state: SessionState) => Input | null;
  /** Told what went wrong without a request that could be told. */
  onError: (error: unknown) => void;
  /** Sessions held in memory and open at once. */
  mostSessions: number;
}

/** A session that is held in memory: its state is what the log on the disk folds to, but for inputs on their way there. */
export interface Room {
  code: string;
  record: SessionRecord;
  state: SessionState;
  /** Written names; see `nameIn`. */
  names: Map<SeatId, string>;
  audience: Audience;
  memo: Memo;
  /** Whether it was let go: it is folded anew for whoever comes next. */
  isLost: boolean;
  usedAt: number;
}

/** What the store would not take: the client asks again. */
export class NotAvailable extends Error {}

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: RefusedReason };
export const refused = (error: RefusedReason): { ok: false; error: RefusedReason } => ({ ok: false, error });

/** Milliseconds in which inputs are gathered for one commit, and the most of them: twice as long, and the disk is asked half as often. */
const GATHER = 10;
const MOST_GATHERED = 256;
const MOST_TRIES = 20;
/** Milliseconds after which a session that nobody looks at leaves the memory. */
const IDLE = 1_800_000;

interface Waiting {
  room: Room;
  input: Input;
  at: number;
  resolve: (ack: Ack) => void;
  reject: (error: Error) => void;
}

export interface Engine {
  /** @throws {NotAvailable} */
  create(header: SessionHeader): Promise<Outcome<Created>>;
  /** @returns null where there is no such session. @throws {NotAvailable} */
  enter(code: string): Promise<Room | null>;
  /** Resolves once it is on the disk. @throws {NotAvailable} */
  submit(room: Room, input: Input): Promise<Ack>;
  /** Looks while nothing that memory holds is still on its way to the disk. */
  whenSettled<Value>(look: () => Value): Promise<Value>;
  nameIn(room: Room, seat: SeatId): string;
  setName(room: Room, seat: SeatId, name: string | null): Promise<void>;
  setKept(room: Room, kept: boolean): Promise<void>;
  delete(room: Room): Promise<void>;
  /** Deletes sessions untouched since then and not kept. @returns how many */
  expire(before: number): Promise<number>;
  /** @throws {NotAvailable} */
  read(code: string): Promise<Stored | null>;
  newId(): ClientId;
  now(): number;
  hash(secret: string): TokenHash & SecretHash;
  /** Commits what waits, lets everybody go. */
  close(): Promise<void>;
}

export function createEngine(parts: EngineParts): Engine {
  const { store, now, randomBytes, sha256, after } = parts;
  const rooms = new Map<string, Promise<Room | null>>();
  const dues = new Map<Room, () => void>();
  let queue: Waiting[] = [];
  let gathering: (() => void) | null = null;
  let flushing: Promise<void> | null = null;
  let isClosed = false;

  const engine: Engine = {
    create,
    enter,
    submit,
    whenSettled,
    nameIn,
    async setName(room, seat, name) {
      await stored(store.setName(room.code, seat, name));
      if (name === null) room.names.delete(seat);
      else room.names.set(seat, name);
      room.audience.changed({ all: false, seats: [seat] });
    },
    async setKept(room, kept) {
      await stored(store.setKept(room.code, kept));
      room.record = { ...room.record, kept };
    },
    async delete(room) {
      const { code } = room;
      // First it takes no more: an entry of a session that is gone would spoil the commit of all others.
      drop(room, 'no-such-session');
      rooms.set(code, Promise.resolve(null));
      try {
        while (flushing !== null) await flushing;
        await stored(store.delete(code));
      } finally {
        rooms.delete(code);
      }
    },
    async expire(before) {
      const codes = await store.expire(before);
      for (const code of codes) {
        const room = await rooms.get(code);
        if (room !== undefined && room !== null) drop(room, 'no-such-session');
      }
      return codes.length;
    },
    read: (code) => stored(store.read(code)),
    newId: () => hex(randomBytes(16)) as ClientId,
    now,
    hash: (secret) => sha256(secret) as TokenHash & SecretHash,
    async close() {
      isClosed = true;
      while (queue.length > 0 || flushing !== null) await flush();
      for (const room of await Promise.all(rooms.values())) if (room !== null) drop(room, 'not-available');
    },
  };
  return engine;

  // -------------------------------------------------------------- sessions

  async function create(header: SessionHeader): Promise<Outcome<Created>> {
    await rest();
    if (rooms.size >= parts.mostSessions) return refused('too-many');
    const [host, screen] = [hex(randomBytes(16)), hex(randomBytes(16))];
    const at = now();
    const first: Entry = { seq: 0, at, input: { type: 'opened', header } };
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const code = newCode();
      try {
        await store.create({ code, host: sha256(host), screen: sha256(screen), createdAt: at, kept: false }, first);
      } catch (error) {
        if (error instanceof CodeTaken) continue;
        throw unavailable(error);
      }
      return { ok: true, value: { code, host, screen } };
    }
    throw new NotAvailable('No code is free');
  }

  function newCode(): string {
    let code = '';
    // Bytes beyond the last whole multiple would favour some symbols.
    const fair = 256 - (256 % CODE_SYMBOLS.length);
    while (code.length < CODE_LENGTH) for (const byte of randomBytes(CODE_LENGTH)) if (byte < fair && code.length < CODE_LENGTH) code += CODE_SYMBOLS[byte % CODE_SYMBOLS.length];
    return code;
  }

  function enter(code: string): Promise<Room | null> {
    const known = rooms.get(code);
    if (known !== undefined) {
      void known.then((room) => {
        if (room !== null) room.usedAt = now();
      }, ignored);
      return known;
    }
    const entering = takeOver(code);
    rooms.set(code, entering);
    entering.then(
      (room) => room === null && rooms.delete(code),
      () => rooms.delete(code),
    );
    return entering;
  }

  /** Lets go of sessions that nobody looks at. */
  async function rest(): Promise<void> {
    for (const entering of [...rooms.values()]) {
      const room = await entering.catch(() => null);
      if (room !== null && now() - room.usedAt > IDLE && room.audience.isEmpty() && !dues.has(room) && !queue.some((waiting) => waiting.room === room)) drop(room, 'not-available');
    }
  }

  /** Folds the log, and enters in it that no time has passed since its last entry. */
  async function takeOver(code: string): Promise<Room | null> {
    const found = await stored(store.read(code));
    if (found === null) return null;
    const state = fold(found.entries);
    const room: Room = {
      code,
      record: found.session,
      state,
      names: new Map(found.names),
      isLost: false,
      usedAt: now(),
      memo: freshMemo(),
      audience: openAudience({ after, now, since: state.seq, room: () => room, looks: () => looksAt(room), whenSettled }),
    };
    if (state.seq > 0 && state.phase !== 'ended') await submit(room, { type: 'resumedByServer' });
    else watchTime(room);
    return room;
  }

  function drop(room: Room, why: RefusedReason): void {
    room.isLost = true;
    rooms.delete(room.code);
    dues.get(room)?.();
    dues.delete(room);
    room.audience.close(why);
  }

  // -------------------------------------------------------------- committing

  function submit(room: Room, input: Input): Promise<Ack> {
    return new Promise((resolve, reject) => {
      if (room.isLost) return reject(new NotAvailable('The session is being read anew'));
      queue.push({ room, input, at: now(), resolve, reject });
      if (queue.length >= MOST_GATHERED) void flush();
      else gatherFor(GATHER);
    });
  }

  function gatherFor(milliseconds: number): void {
    gathering ??= after(milliseconds, () => {
      gathering = null;
      void flush();
    });
  }

  /** One at a time: what comes meanwhile waits for the next. */
  async function flush(): Promise<void> {
    if (flushing !== null) return flushing;
    gathering?.();
    gathering = null;
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    flushing = commit(batch).finally(() => {
      flushing = null;
      if (queue.length > 0) gatherFor(isClosed ? 0 : GATHER);
    });
    return flushing;
  }

  async function commit(batch: readonly Waiting[]): Promise<void> {
    const entries: { code: string; entry: Entry }[] = [];
    const acks = new Map<Waiting, Ack>();
    const changed = new Map<Room, Input[]>();
    for (const waiting of batch) {
      const { room, input, at } = waiting;
      if (room.isLost) continue;
      const entry: Entry = { seq: room.state.seq + 1, at, input };
      const { ok, ack } = apply(room.state, entry);
      acks.set(waiting, ack);
      if (!ok) continue;
      entries.push({ code: room.code, entry });
      changed.set(room, [...(changed.get(room) ?? []), input]);
    }
    try {
      if (entries.length > 0) await store.append(entries);
    } catch (error) {
      // What memory holds of them is ahead of the disk: they are read anew.
      for (const room of changed.keys()) drop(room, 'not-available');
      for (const { room, reject } of batch) if (room.isLost) reject(unavailable(error));
      parts.onError(error);
    }
    for (const waiting of batch) {
      const ack = acks.get(waiting);
      if (waiting.room.isLost || ack === undefined) waiting.reject(new NotAvailable('The session is being read anew'));
      else waiting.resolve(ack);
    }
    for (const [room, inputs] of changed) {
      if (room.isLost) continue;
      watchTime(room);
      tell(room, inputs);
    }
  }

  function whenSettled<Value>(look: () => Value): Promise<Value> {
    return flushing === null ? Promise.resolve(look()) : flushing.then(() => whenSettled(look));
  }

  /** Says so when the time of what is open is up, and asks what a checkpoint waits for. */
  function watchTime(room: Room): void {
    dues.get(room)?.();
    dues.delete(room);
    const asks = parts.checkpointFor(room.state);
    const timed = asks === null ? dueIn(room.state) : { due: 0, input: asks };
    if (timed === null) return;
    const wait = Math.max(0, timed.due - timeAt(room.state, now()));
    dues.set(
      room,
      after(wait, () => {
        dues.delete(room);
        // Refused where the host was quicker, or where the timer was early by a hair.
        submit(room, timed.input).then(
          ({ status }) => status === 'refused' && !room.isLost && watchTime(room),
          (error: unknown) => error instanceof NotAvailable || parts.onError(error),
        );
      }),
    );
  }

  // -------------------------------------------------------------- showing

  function tell(room: Room, inputs: readonly Input[]): void {
    const seats: SeatId[] = [];
    let all = false;
    for (const input of inputs) {
      if (input.type === 'answered' || input.type === 'forecast' || input.type === 'voted' || input.type === 'ticket') seats.push(input.seat);
      else if (input.type === 'joined') seats.push(room.state.seatOf.get(input.token) as SeatId);
      else all = true;
      if (input.type === 'commanded' && input.command.type === 'remove') room.audience.dismiss(input.command.seat);
    }
    room.audience.changed({ all, seats });
  }

  function looksAt(room: Room): Looks {
    return lookAt(room.state, { get: (seat) => nameIn(room, seat) }, room.audience.present, room.memo);
  }

  function nameIn(room: Room, seat: SeatId): string {
    return room.names.get(seat) ?? parts.nameOf(room.state.header.seed, seat);
  }

  async function stored<Value>(work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } catch (error) {
      throw unavailable(error);
    }
  }
}

/** When what is open is over, in session time, and what is to be said then; null: nothing ends by itself. */
function dueIn(state: SessionState): { due: SessionTime; input: Input } | null {
  if (state.paused) return null;
  const round = state.rounds.at(-1);
  const ballot = round?.ballots.at(-1);
  if (state.phase === 'round' && round?.stage === 'open' && ballot !== undefined) {
    const due = lastDeadline(state, ballot);
    return due === null ? null : { due, input: { type: 'timeUp', round: round.index, ballot: round.ballots.length - 1 } };
  }
  const turn = state.phase === 'turn' && state.play !== null ? currentTurn(state.play) : null;
  const open = turn === null ? null : openBallotOf(turn);
  if (turn === null || open === null || open.closedAt !== null) return null;
  const due = lastDeadline(state, open);
  return due === null
    ? null
    : { due, input: { type: 'turnTimeUp', turn: turn.index, stage: turn.stage === 'vote' ? 'vote' : 'predict', ballot: Math.max(0, turn.votes.length - 1) } };
}

function unavailable(error: unknown): NotAvailable {
  return error instanceof NotAvailable ? error : new NotAvailable('The store refuses', { cause: error });
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whoever asked is told. */
function ignored(): void {}
