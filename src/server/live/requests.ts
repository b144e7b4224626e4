// What clients may ask of live sessions, whatever carries it: who asks is made out by their secret, what comes in is read here and trusted inside, every refusal has its name.

import type { z } from 'zod';
import { type Created, type Keeping, type Lobby, PROTOCOL, type RefusedReason, readCode, type Seated } from '../../protocol/messages.ts';
import {
  answerMessage,
  commandMessage,
  createMessage,
  forecastMessage,
  homeworkMessage,
  keepMessage,
  nameMessage,
  seatMessage,
  ticketMessage,
  voteMessage,
} from '../../protocol/schemas.ts';
import { ownResponse } from '../../quiz/asked.ts';
import { readResponse } from '../../quiz/marking.ts';
import type { Response } from '../../quiz/types.ts';
import { reportOf } from '../../session/report.ts';
import { questionOf, shownIn } from '../../session/rounds.ts';
import type { Ack, Report, Seat, SeatId } from '../../session/types.ts';
import type { Audience, Looker } from './audience.ts';
import { type Engine, NotAvailable, type Room } from './engine.ts';
import type { Limits } from './limits.ts';
import { readName, sameName } from './names.ts';
import { headerFor, type Shelf } from './quizzes.ts';

export interface RequestParts {
  engine: Engine;
  limits: Limits;
  shelf: Shelf;
  /** SHA-256 of the key that creates sessions; null: anybody may. */
  hostKey: string | null;
  /** Unsigned 32 bits. */
  newSeed: () => number;
  /** Milliseconds after which sessions are deleted. */
  keepFor: number;
}

export class Refusal extends Error {
  readonly reason: RefusedReason;
  readonly detail: string | undefined;
  constructor(reason: RefusedReason, detail?: string) {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }
}

/** A session's code, the secret of who asks (a seat's token, the host's or a screen's secret; null where none came), and what came with it. All throw {Refusal} and {NotAvailable}. */
export interface Requests {
  /** Before what they sent is read. */
  mayCreate(key: string | null): void;
  create(body: unknown): Promise<Created>;
  lobby(code: string): Promise<Lobby>;
  takeSeat(code: string, token: string | null, body: unknown): Promise<Seated>;
  answer(code: string, token: string | null, body: unknown): Promise<Ack>;
  forecast(code: string, token: string | null, body: unknown): Promise<Ack>;
  vote(code: string, token: string | null, body: unknown): Promise<Ack>;
  ticket(code: string, token: string | null, body: unknown): Promise<Ack>;
  homework(code: string, token: string | null, body: unknown): Promise<Ack>;
  command(code: string, secret: string | null, body: unknown): Promise<Ack>;
  /** Looks once nothing that memory holds is on its way to the disk. */
  watch<Value>(code: string, secret: string | null, look: (audience: Audience, as: Looker) => Value): Promise<Value>;
  rename(code: string, secret: string | null, seat: string, body: unknown): Promise<{ name: string }>;
  report(code: string, secret: string | null): Promise<Report>;
  exported(code: string, secret: string | null): Promise<object>;
  keeping(code: string, secret: string | null): Promise<Keeping>;
  keep(code: string, secret: string | null, body: unknown): Promise<Keeping>;
  remove(code: string, secret: string | null): Promise<void>;
}

/** A name on its way to the disk. */
interface Claim {
  code: string;
  name: string;
  holder: string;
}

export function openRequests({ engine, limits, shelf, hostKey, newSeed, keepFor }: RequestParts): Requests {
  const claims = new Set<Claim>();

  return {
    mayCreate(key) {
      if (hostKey !== null && (key === null || engine.hash(key) !== hostKey)) {
        missed();
        throw new Refusal('not-allowed');
      }
      if (!limits.take('created', '')) throw new Refusal('too-many');
    },

    async create(body) {
      const chosen = headerFor(shelf, parsed(createMessage, body), newSeed());
      if (!chosen.ok) throw new Refusal('invalid', chosen.detail);
      const created = await engine.create(chosen.header);
      if (!created.ok) throw new Refusal(created.error);
      return created.value;
    },

    async lobby(typed) {
      const { code, state } = await roomOf(typed);
      const { settings, header, phase, locked } = state;
      const stands = phase === 'ended' ? 'ended' : locked ? 'locked' : 'open';
      return {
        code,
        protocol: PROTOCOL,
        kind: header.kind,
        title: header.quiz.title,
        language: header.quiz.language,
        stands,
        ownNames: settings.ownNames,
        devices: settings.devices,
      };
    },

    async takeSeat(code, token, body) {
      if (token === null) throw new Refusal('not-allowed');
      const { members, name } = parsed(seatMessage, body ?? {});
      const room = await roomOf(code);
      if (!limits.take('joins', room.code)) throw new Refusal('too-many');
      const hash = engine.hash(token);
      const known = room.state.seatOf.get(hash);
      // A name is looked at first, so that who must choose another has no seat yet.
      const own = known === undefined && name !== undefined && room.state.settings.ownNames ? claim(room, name, hash, null) : null;
      try {
        const ack = known === undefined ? await engine.submit(room, { type: 'joined', token: hash, members }) : null;
        const seat = room.state.seatOf.get(hash);
        if (seat === undefined) throw new Refusal(ack?.status === 'refused' ? ack.reason : 'not-available');
        if (room.state.seats.get(seat)?.removed !== false) throw new Refusal('removed');
        if (own !== null) await engine.setName(room, seat, own.name);
        return { seat, name: engine.nameIn(room, seat) };
      } finally {
        if (own !== null) claims.delete(own);
      }
    },

    async answer(code, token, body) {
      const { room, seat } = await seatIn(code, token);
      const { id, round, ballot, response, confidence } = parsed(answerMessage, body);
      return engine.submit(room, { type: 'answered', seat, id, round, ballot, response: inOwnIds(room, round, response), confidence });
    },

    async forecast(code, token, body) {
      const { room, seat } = await seatIn(code, token);
      const { id, turn, belief, event } = parsed(forecastMessage, body);
      return engine.submit(room, { type: 'forecast', seat, id, turn, belief, event });
    },

    async vote(code, token, body) {
      const { room, seat } = await seatIn(code, token);
      const { id, turn, ballot, cards } = parsed(voteMessage, body);
      return engine.submit(room, { type: 'voted', seat, id, turn, ballot, cards });
    },

    async ticket(code, token, body) {
      const { room, seat } = await seatIn(code, token);
      const { id, ticket } = parsed(ticketMessage, body);
      return engine.submit(room, { type: 'ticket', seat, id, ticket });
    },

    async homework(code, token, body) {
      const { room, seat } = await seatIn(code, token);
      const { id, code: replayCode } = parsed(homeworkMessage, body);
      return engine.submit(room, { type: 'homework', seat, id, code: replayCode });
    },

    async command(code, secret, body) {
      const room = await roomFor(code, secret, ['host']);
      if (!limits.take('commands', room.code)) throw new Refusal('too-many');
      const { id, command } = parsed(commandMessage, body);
      return engine.submit(room, { type: 'commanded', id, command });
    },

    async watch(code, secret, look) {
      const room = await roomOf(code);
      const as = lookerIn(room, secret);
      if (!limits.take('views', `${room.code} ${as.role === 'seat' ? as.seat : as.role}`)) throw new Refusal('too-many');
      return engine.whenSettled(() => {
        // Meanwhile the seat may have been removed, or the session let go.
        if (room.isLost) throw new NotAvailable('The session is being read anew');
        return look(room.audience, lookerIn(room, secret));
      });
    },

    async rename(code, secret, named, body) {
      const room = await roomFor(code, secret, ['host']);
      const seat = named as SeatId;
      if (!room.state.seats.has(seat)) throw new Refusal('no-such-seat');
      const { name } = parsed(nameMessage, body);
      const given = name === null ? null : claim(room, name, seat, seat);
      try {
        await engine.setName(room, seat, given?.name ?? null);
        return { name: engine.nameIn(room, seat) };
      } finally {
        if (given !== null) claims.delete(given);
      }
    },

    async report(code, secret) {
      const room = await roomFor(code, secret, ['host']);
      const stored = await engine.read(room.code);
      if (stored === null) throw new Refusal('no-such-session');
      const ended = stored.entries.findLast(({ input }) => input.type === 'commanded' && input.command.type === 'end');
      const times = { openedAt: stored.entries[0]?.at ?? 0, endedAt: ended?.at ?? null };
      return engine.whenSettled(() => reportOf(room.state, { get: (seat) => engine.nameIn(room, seat) }, times));
    },

    async exported(code, secret) {
      const room = await roomFor(code, secret, ['host']);
      const stored = await engine.read(room.code);
      if (stored === null) throw new Refusal('no-such-session');
      return { format: 'counterweight-session', schema: 1, code: room.code, entries: stored.entries, names: Object.fromEntries(stored.names) };
    },

    keeping: async (code, secret) => keepingOf(await roomFor(code, secret, ['host'])),

    async keep(code, secret, body) {
      const room = await roomFor(code, secret, ['host']);
      await engine.setKept(room, parsed(keepMessage, body).kept);
      return keepingOf(room);
    },

    remove: async (code, secret) => engine.delete(await roomFor(code, secret, ['host'])),
  };

  function keepingOf({ record, state }: Room): Keeping {
    return { kept: record.kept, deletedAt: record.kept ? null : state.clock.at + keepFor };
  }

  // -------------------------------------------------------------- who asks

  async function roomOf(typed: string): Promise<Room> {
    const code = readCode(typed);
    const room = code === null ? null : await engine.enter(code);
    if (room !== null) return room;
    missed();
    throw new Refusal('no-such-session');
  }

  /** Whoever guesses spends what all that guess share; who knows a code is never held up by them. */
  function missed(): void {
    if (!limits.take('misses', '')) throw new Refusal('too-many');
  }

  function lookerIn({ record, state }: Room, secret: string | null): Looker {
    const hash = secret === null ? null : engine.hash(secret);
    if (hash !== null && hash === record.host) return { role: 'host' };
    if (hash !== null && hash === record.screen) return { role: 'screen' };
    const seat = hash === null ? undefined : state.seatOf.get(hash);
    if (seat === undefined) {
      missed();
      throw new Refusal('not-allowed');
    }
    if ((state.seats.get(seat) as Seat).removed) throw new Refusal('removed');
    return { role: 'seat', seat };
  }

  async function roomFor(code: string, secret: string | null, roles: readonly Looker['role'][]): Promise<Room> {
    const room = await roomOf(code);
    if (!roles.includes(lookerIn(room, secret).role)) throw new Refusal('wrong-role');
    return room;
  }

  /** Who hands something in. */
  async function seatIn(code: string, token: string | null): Promise<{ room: Room; seat: SeatId }> {
    const room = await roomOf(code);
    const looker = lookerIn(room, token);
    if (looker.role !== 'seat') throw new Refusal('wrong-role');
    if (!limits.take('answers', `${room.code} ${looker.seat}`)) throw new Refusal('too-many');
    return { room, seat: looker.seat };
  }

  /** Holds the name until it is on the disk, so that nobody else gets it meanwhile. @param holder may ask twice; @param seat whose own name it may be */
  function claim(room: Room, typed: string, holder: string, seat: SeatId | null): Claim {
    const name = readName(typed);
    if (name === null) throw new Refusal('name-refused');
    for (const { id, removed } of room.state.seats.values()) if (id !== seat && !removed && sameName(engine.nameIn(room, id), name)) throw new Refusal('name-taken');
    for (const other of claims) if (other.code === room.code && other.holder !== holder && sameName(other.name, name)) throw new Refusal('name-taken');
    const own = { code: room.code, name, holder };
    claims.add(own);
    return own;
  }
}

/** A response in letters in the ids of the round's item; what answers no round is left as it is, for the fold to refuse. */
function inOwnIds({ state }: Room, index: number, lettered: Response): Response {
  const round = state.rounds[index];
  if (round === undefined) return lettered;
  const { item } = questionOf(state.header, round.item);
  const shown = shownIn(state.header, item, round);
  if (lettered.kind !== item.kind) throw new Refusal('no-response');
  const own = ownResponse(item, shown, lettered);
  if (readResponse(item, own) === null) throw new Refusal('no-response');
  return own;
}

export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal('invalid', issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`);
}
