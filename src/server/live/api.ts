// The addresses of live sessions. What comes in is read here and trusted inside; every refusal has its name.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Keeping, type Lobby, type Places, PROTOCOL, PROTOCOL_HEADER, type RefusedReason, readCode, type Seated } from '../../protocol/messages.ts';
import { answerMessage, commandMessage, createMessage, keepMessage, nameMessage, seatMessage } from '../../protocol/schemas.ts';
import { ownResponse } from '../../quiz/asked.ts';
import { readResponse } from '../../quiz/marking.ts';
import type { Response } from '../../quiz/types.ts';
import { reportOf } from '../../session/report.ts';
import { questionOf, shownIn } from '../../session/rounds.ts';
import type { Ack, Seat, SeatId } from '../../session/types.ts';
import type { Looker } from './audience.ts';
import { type Engine, NotAvailable, type Room } from './engine.ts';
import { type Limits, openLimits } from './limits.ts';
import { readName, sameName } from './names.ts';
import { addPreflight } from './preflight.ts';
import { headerFor, type Shelf } from './quizzes.ts';
import { poll, type Streams, stream } from './streams.ts';

export interface ApiParts {
  engine: Engine;
  shelf: Shelf;
  /** SHA-256 of the key that creates sessions; null: anybody may. */
  hostKey: string | null;
  /** Origins by which others reach this server. */
  links: () => readonly string[];
  /** Unsigned 32 bits. */
  newSeed: () => number;
  /** Milliseconds after which sessions are deleted. */
  keepFor: number;
}

const CREATE_BODY = 524_288;

const STATUS: Partial<Record<RefusedReason, number>> = {
  invalid: 400,
  'not-allowed': 401,
  'wrong-role': 403,
  removed: 403,
  'other-origin': 403,
  'no-such-session': 404,
  'no-such-address': 404,
  'too-large': 413,
  'too-many': 429,
  'other-protocol': 426,
  'name-refused': 422,
  'not-available': 503,
};

class Refusal extends Error {
  readonly reason: RefusedReason;
  readonly detail: string | undefined;
  constructor(reason: RefusedReason, detail?: string) {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }
}

/** Adds the addresses under `/api`. @returns open streams, to be let go before the server closes */
export function addApi(site: FastifyInstance, parts: ApiParts): Streams {
  const { engine } = parts;
  const limits = openLimits(engine.now);
  const streams: Streams = new Set();
  site.register(
    async (api) => {
      api.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        checkOrigin(request);
        if (request.headers[PROTOCOL_HEADER] !== String(PROTOCOL)) throw new Refusal('other-protocol');
      });
      api.setErrorHandler((error, request, reply) => refuse(error, request, reply));
      addSessions(api, parts, limits, streams);
      addPreflight(api, limits, streams);
      api.get('/places', async (): Promise<Places> => ({ links: parts.links(), open: parts.hostKey === null }));
      // Else the site's own files are looked through.
      api.all('/*', async () => {
        throw new Refusal('no-such-address');
      });
    },
    { prefix: '/api' },
  );
  return streams;
}

/** A page of another origin cannot use what this browser knows. */
function checkOrigin({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  if (origin === undefined) return;
  let from: string;
  try {
    from = new URL(origin).host;
  } catch {
    throw new Refusal('other-origin');
  }
  if (from !== host) throw new Refusal('other-origin');
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return reply.code(STATUS[error.reason] ?? 409).send({ error: error.reason, ...(error.detail === undefined ? {} : { detail: error.detail }) });
  if (error instanceof NotAvailable) return reply.code(503).send({ error: 'not-available' });
  const { statusCode = 500, code = '' } = error as { statusCode?: number; code?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ error: 'too-large' });
  if (statusCode < 500) return reply.code(400).send({ error: 'invalid' });
  request.log.error({ err: error });
  return reply.code(500).send({ error: 'not-available' });
}

function addSessions(api: FastifyInstance, { engine, shelf, hostKey, newSeed, keepFor }: ApiParts, limits: Limits, streams: Streams): void {
  const claims = new Set<Claim>();

  api.post('/sessions', { bodyLimit: CREATE_BODY, onRequest: async (request) => mayCreate(request) }, async (request, reply) => {
    const chosen = headerFor(shelf, parsed(createMessage, request.body), newSeed());
    if (!chosen.ok) throw new Refusal('invalid', chosen.detail);
    const created = await engine.create(chosen.header);
    if (!created.ok) throw new Refusal(created.error);
    return reply.code(201).send(created.value);
  });

  function mayCreate(request: FastifyRequest): void {
    const given = bearerOf(request);
    if (hostKey !== null && (given === null || engine.hash(given) !== hostKey)) {
      missed();
      throw new Refusal('not-allowed');
    }
    if (!limits.take('created', '')) throw new Refusal('too-many');
  }

  api.get('/s/:code', async (request): Promise<Lobby> => {
    const { code, state } = await roomOf(request);
    const { settings, header, phase, locked } = state;
    const stands = phase === 'ended' ? 'ended' : locked ? 'locked' : 'open';
    return { code, protocol: PROTOCOL, title: header.quiz.title, language: header.quiz.language, stands, ownNames: settings.ownNames, devices: settings.devices };
  });

  api.post('/s/:code/seat', async (request): Promise<Seated> => {
    const token = bearerOf(request);
    if (token === null) throw new Refusal('not-allowed');
    const { members, name } = parsed(seatMessage, request.body ?? {});
    const room = await roomOf(request);
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
  });

  api.post('/s/:code/answers', async (request, reply) => {
    const room = await roomOf(request);
    const { seat } = seatIn(room, request);
    if (!limits.take('answers', `${room.code} ${seat}`)) throw new Refusal('too-many');
    const { id, round, ballot, response, confidence } = parsed(answerMessage, request.body);
    return acknowledge(reply, await engine.submit(room, { type: 'answered', seat, id, round, ballot, response: inOwnIds(room, round, response), confidence }));
  });

  api.post('/s/:code/commands', async (request, reply) => {
    const room = await roomFor(request, ['host']);
    if (!limits.take('commands', room.code)) throw new Refusal('too-many');
    const { id, command } = parsed(commandMessage, request.body);
    return acknowledge(reply, await engine.submit(room, { type: 'commanded', id, command }));
  });

  api.get('/s/:code/view', async (request, reply) => {
    const room = await roomOf(request);
    const as = lookerIn(room, request);
    if (!limits.take('views', `${room.code} ${as.role === 'seat' ? as.seat : as.role}`)) throw new Refusal('too-many');
    const { after } = parsed(z.object({ after: z.coerce.number().int().min(-1).default(-1) }), request.query);
    const isStream = request.headers.accept?.includes('text/event-stream') ?? false;
    return engine.whenSettled(() => {
      // Meanwhile the seat may have been removed, or the session let go.
      if (room.isLost) throw new NotAvailable('The session is being read anew');
      const still = lookerIn(room, request);
      return isStream ? stream(reply, room.audience, still, streams) : poll(reply, room.audience, still, after, streams);
    });
  });

  api.put('/s/:code/names/:seat', async (request) => {
    const room = await roomFor(request, ['host']);
    const { seat } = parsed(z.object({ seat: z.string() }), request.params) as { seat: SeatId };
    if (!room.state.seats.has(seat)) throw new Refusal('no-such-seat');
    const { name } = parsed(nameMessage, request.body);
    const given = name === null ? null : claim(room, name, seat, seat);
    try {
      await engine.setName(room, seat, given?.name ?? null);
      return { name: engine.nameIn(room, seat) };
    } finally {
      if (given !== null) claims.delete(given);
    }
  });

  api.get('/s/:code/report', async (request) => {
    const room = await roomFor(request, ['host']);
    const stored = await engine.read(room.code);
    if (stored === null) throw new Refusal('no-such-session');
    const ended = stored.entries.findLast(({ input }) => input.type === 'commanded' && input.command.type === 'end');
    const times = { openedAt: stored.entries[0]?.at ?? 0, endedAt: ended?.at ?? null };
    return engine.whenSettled(() => reportOf(room.state, { get: (seat) => engine.nameIn(room, seat) }, times));
  });

  api.get('/s/:code/export', async (request, reply) => {
    const room = await roomFor(request, ['host']);
    const stored = await engine.read(room.code);
    if (stored === null) throw new Refusal('no-such-session');
    reply.header('content-disposition', `attachment; filename="counterweight-${room.code}.json"`);
    return { format: 'counterweight-session', schema: 1, code: room.code, entries: stored.entries, names: Object.fromEntries(stored.names) };
  });

  api.get('/s/:code/keep', async (request) => keepingOf(await roomFor(request, ['host'])));

  api.put('/s/:code/keep', async (request) => {
    const room = await roomFor(request, ['host']);
    await engine.setKept(room, parsed(keepMessage, request.body).kept);
    return keepingOf(room);
  });

  api.delete('/s/:code', async (request, reply) => {
    await engine.delete(await roomFor(request, ['host']));
    return reply.code(204).send();
  });

  function keepingOf({ record, state }: Room): Keeping {
    return { kept: record.kept, deletedAt: record.kept ? null : state.clock.at + keepFor };
  }

  // -------------------------------------------------------------- who asks

  async function roomOf({ params }: FastifyRequest): Promise<Room> {
    const code = readCode((params as { code: string }).code);
    const room = code === null ? null : await engine.enter(code);
    if (room !== null) return room;
    missed();
    throw new Refusal('no-such-session');
  }

  /** Whoever guesses spends what all that guess share; who knows a code is never held up by them. */
  function missed(): void {
    if (!limits.take('misses', '')) throw new Refusal('too-many');
  }

  function lookerIn({ record, state }: Room, request: FastifyRequest): Looker {
    const secret = bearerOf(request);
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

  async function roomFor(request: FastifyRequest, roles: readonly Looker['role'][]): Promise<Room> {
    const room = await roomOf(request);
    if (!roles.includes(lookerIn(room, request).role)) throw new Refusal('wrong-role');
    return room;
  }

  function seatIn(room: Room, request: FastifyRequest): { seat: SeatId } {
    const looker = lookerIn(room, request);
    if (looker.role !== 'seat') throw new Refusal('wrong-role');
    return looker;
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

/** A name on its way to the disk. */
interface Claim {
  code: string;
  name: string;
  holder: string;
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

function acknowledge(reply: FastifyReply, ack: Ack): FastifyReply {
  return reply.code(ack.status === 'refused' ? 409 : 200).send(ack);
}

const SECRET = /^Bearer ([0-9a-f]{32})$/;
function bearerOf({ headers }: FastifyRequest): string | null {
  return SECRET.exec(headers.authorization ?? '')?.[1] ?? null;
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal('invalid', issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`);
}
