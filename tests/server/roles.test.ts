// Who may do what: every role on every address and with every command.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Response } from '../../src/quiz/types.ts';
import type { Command } from '../../src/session/types.ts';
import { type Answered, ask, createSession, hex32, type Joined, type Served, type Session, seatId, serve } from './harness.ts';
import { responseTo } from './responding.ts';

const ROLES = [
  'nobody',
  'a malformed secret',
  'a wrong secret',
  'a seat of another session',
  'the host of another session',
  'a removed seat',
  'a seat',
  'the screen',
  'the host',
] as const;
type Role = (typeof ROLES)[number];

/** What a status and its reason say of a request. */
type Verdict = 'let through' | 'not-allowed' | 'removed' | 'wrong-role';
const STATUS = { 'not-allowed': 401, removed: 403, 'wrong-role': 403 } as const;

const STRANGERS: Readonly<Record<Exclude<Role, 'a removed seat' | 'a seat' | 'the screen' | 'the host'>, Verdict>> = {
  nobody: 'not-allowed',
  'a malformed secret': 'not-allowed',
  'a wrong secret': 'not-allowed',
  'a seat of another session': 'not-allowed',
  'the host of another session': 'not-allowed',
};
const HOST_ONLY: Readonly<Record<Role, Verdict>> = { ...STRANGERS, 'a removed seat': 'removed', 'a seat': 'wrong-role', 'the screen': 'wrong-role', 'the host': 'let through' };
const ANYBODY = Object.fromEntries(ROLES.map((role) => [role, 'let through'])) as Readonly<Record<Role, Verdict>>;

interface Address {
  method: string;
  /** After the session's own address. */
  path: string;
  body?: unknown;
  who: Readonly<Record<Role, Verdict>>;
}

const ANSWER = { round: 0, ballot: 0, response: { kind: 'one', option: 'a' } as Response, confidence: 1 };
const ADDRESSES: readonly Address[] = [
  { method: 'GET', path: '', who: ANYBODY },
  // Any secret that is no seat's yet is a new device's own.
  { method: 'POST', path: '/seat', body: {}, who: { ...ANYBODY, nobody: 'not-allowed', 'a malformed secret': 'not-allowed', 'a removed seat': 'removed' } },
  { method: 'POST', path: '/answers', body: ANSWER, who: { ...HOST_ONLY, 'a seat': 'let through', 'the host': 'wrong-role' } },
  { method: 'POST', path: '/forecasts', body: { turn: 0, belief: 500, event: null }, who: { ...HOST_ONLY, 'a seat': 'let through', 'the host': 'wrong-role' } },
  { method: 'POST', path: '/votes', body: { turn: 0, ballot: 0, cards: [] }, who: { ...HOST_ONLY, 'a seat': 'let through', 'the host': 'wrong-role' } },
  { method: 'POST', path: '/tickets', body: { ticket: { claim: 'a', evidence: 'b', reasoning: 'c' } }, who: { ...HOST_ONLY, 'a seat': 'let through', 'the host': 'wrong-role' } },
  { method: 'POST', path: '/homework', body: { code: 'CW1' }, who: { ...HOST_ONLY, 'a seat': 'let through', 'the host': 'wrong-role' } },
  { method: 'POST', path: '/commands', body: { command: { type: 'lock', locked: false } }, who: HOST_ONLY },
  { method: 'GET', path: '/view', who: { ...HOST_ONLY, 'a seat': 'let through', 'the screen': 'let through' } },
  { method: 'PUT', path: '/names/s1', body: { name: 'Ada' }, who: HOST_ONLY },
  { method: 'GET', path: '/report', who: HOST_ONLY },
  { method: 'GET', path: '/export', who: HOST_ONLY },
  { method: 'GET', path: '/keep', who: HOST_ONLY },
  { method: 'PUT', path: '/keep', body: { kept: true }, who: HOST_ONLY },
  { method: 'DELETE', path: '', who: HOST_ONLY },
];

/** Whose bodies carry an id of the client's making. */
const WITH_ID: readonly string[] = ['/answers', '/forecasts', '/votes', '/tickets', '/homework', '/commands'];

const COMMANDS = [
  { type: 'start' },
  { type: 'pause' },
  { type: 'resume' },
  { type: 'extend', round: 0, seconds: 30 },
  { type: 'close', round: 0 },
  { type: 'discuss', round: 0 },
  { type: 'revote', round: 0 },
  { type: 'reveal', round: 0 },
  { type: 'skip', round: 0 },
  { type: 'next', round: 0, twin: false },
  { type: 'lock', locked: true },
  { type: 'remove', seat: seatId('s3') },
  { type: 'leaderboard', shown: 'off' },
  { type: 'allowOwnNames', allowed: false },
  { type: 'extraTime', seat: seatId('s1'), percent: 50 },
  { type: 'count', round: 0, hands: { a: 1 } },
  { type: 'openVote', turn: 0 },
  { type: 'closeVote', turn: 0 },
  { type: 'voteAgain', turn: 0 },
  { type: 'overrule', turn: 0, cards: [] },
  { type: 'act', turn: 0 },
  { type: 'goOn', turn: 0 },
  { type: 'moreTime', turn: 0, seconds: 30 },
  { type: 'countForecasts', turn: 0, hands: { b1: 1 } },
  { type: 'countVotes', turn: 0, hands: { hold: 1 } },
  { type: 'assign' },
  { type: 'wrapUp' },
  { type: 'end' },
] as const satisfies readonly Command[];
// A command that is missing above does not compile.
const _all: Exclude<Command['type'], (typeof COMMANDS)[number]['type']> extends never ? true : false = true;
void _all;

interface Cast {
  session: Session;
  seat: Joined;
  secrets: Readonly<Record<Role, string | null>>;
}

/** A session under way, and somebody of each role. */
async function cast(served: Served): Promise<Cast> {
  const [session, other] = [await createSession(served), await createSession(served)];
  const [seat, removed, elsewhere] = [await session.join(), await session.join(), await other.join()];
  await session.join();
  await session.command({ type: 'start' });
  await session.command({ type: 'remove', seat: removed.seat });
  return {
    session,
    seat,
    secrets: {
      nobody: null,
      'a malformed secret': `${session.host.slice(1)}G`,
      'a wrong secret': hex32(),
      'a seat of another session': elsewhere.token,
      'the host of another session': other.host,
      'a removed seat': removed.token,
      'a seat': seat.token,
      'the screen': session.screen,
      'the host': session.host,
    },
  };
}

function verdictOf({ status, body }: Answered): string {
  const reason = body?.error;
  if (reason !== undefined && reason in STATUS) return STATUS[reason as keyof typeof STATUS] === status ? reason : `${reason} with status ${status}`;
  return (status >= 200 && status < 300) || (status === 409 && body?.status === 'refused') ? 'let through' : `${status} ${reason}`;
}

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

describe.each(ADDRESSES)('$method /api/s/CODE$path', ({ method, path, body, who }) => {
  let players: Cast;
  beforeAll(async () => {
    players = await cast(served);
  });
  const request = (role: Role, code = players.session.code) =>
    ask(served.origin, method, `/api/s/${code}${path}`, {
      secret: players.secrets[role],
      ...(body === undefined ? {} : { body: WITH_ID.includes(path) ? { ...(body as object), id: hex32() } : body }),
    });

  test.each(ROLES)('by %s', async (role) => {
    const before = (await players.session.exported()).entries.length;
    expect(verdictOf(await request(role))).toBe(who[role]);
    if (who[role] !== 'let through') expect((await players.session.exported()).entries).toHaveLength(before);
  });

  test.each(['a seat', 'the host'] as const)('of a session that is not there, by %s', async (role) => {
    expect(await request(role, 'ZZZZZ9')).toMatchObject({ status: who[role] === 'not-allowed' ? 401 : 404, body: { error: 'no-such-session' } });
  });
});

describe('a command of the host', () => {
  let players: Cast;
  beforeAll(async () => {
    players = await cast(served);
  });

  test.each(COMMANDS)('$type is obeyed from nobody else', async (command) => {
    const before = await players.session.exported();
    for (const role of ROLES.filter((one) => one !== 'the host')) {
      const { session, secrets } = players;
      expect([role, verdictOf(await session.ask('POST', 'commands', { secret: secrets[role], body: { id: hex32(), command } }))]).toEqual([role, HOST_ONLY[role]]);
    }
    expect(await players.session.exported()).toEqual(before);
    expect((await players.session.command(command)).status).toMatch(/saved|refused/);
    if (command.type === 'end') expect(await players.session.hostView()).toMatchObject({ phase: 'ended' });
  });
});

describe('creating sessions', () => {
  const body = { kind: 'quiz', settings: {}, language: 'en', title: 'A lesson', items: [] };
  test('takes the start-up key, and no other secret does', async () => {
    const { secrets } = await cast(served);
    for (const role of ROLES) expect([role, (await ask(served.origin, 'POST', '/api/sessions', { secret: secrets[role], body })).status]).toEqual([role, 401]);
    expect((await ask(served.origin, 'POST', '/api/sessions', { secret: served.key, body })).body).toMatchObject({ error: 'invalid' });
  });

  test('is anybody’s on an open server', async () => {
    const open = await serve({ open: true });
    expect((await createSession(open)).code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
    await open.stop();
  });
});

describe('a seat that is removed', () => {
  test('is told so on its stream and its poll, and its token opens nothing again', async () => {
    const session = await createSession(served);
    const [seat, other] = [await session.join(), await session.join()];
    const [stream, others] = [await session.stream(seat.token), await session.stream(other.token)];
    const { version } = await stream.untilView(() => true);
    const poll = session.ask('GET', `view?after=${version}`, { secret: seat.token });
    await session.command({ type: 'remove', seat: seat.seat });
    expect((await stream.until(({ name }) => name === 'gone')).data).toEqual({ error: 'removed' });
    await stream.ended;
    expect(await poll).toMatchObject({ status: 403, body: { error: 'removed' } });
    await others.untilView(({ seats }) => seats === 1);
    for (const [method, path, body] of [
      ['POST', 'seat', {}],
      ['GET', 'view', undefined],
      ['POST', 'answers', { ...ANSWER, id: hex32() }],
    ] as const)
      expect(await session.ask(method, path, { secret: seat.token, body })).toMatchObject({ status: 403, body: { error: 'removed' } });
    others.leave();
  });

  test('sees nothing more, though it asked in the very moment', async () => {
    const session = await createSession(served);
    for (let i = 0; i < 20; i++) {
      const seat = await session.join();
      const [stream] = await Promise.all([session.stream(seat.token), session.command({ type: 'remove', seat: seat.seat })]);
      await stream.ended;
      expect(stream.status === 403 || stream.events.at(-1)?.name === 'gone').toBe(true);
    }
  });
});

describe('where a request comes from', () => {
  const from = (origin: string) => ask(served.origin, 'GET', '/api/places', { headers: { origin } });
  test('must be this server’s own page, if a browser says where', async () => {
    expect((await from(served.origin)).status).toBe(200);
    for (const origin of ['http://elsewhere.example', 'null', `${served.origin}1`, 'http://localhost', 'file://', 'nonsense'])
      expect(await from(origin)).toMatchObject({ status: 403, body: { error: 'other-origin' } });
  });

  test.each(['0', '2', '01', 'x', ''])('must be a client of this protocol, not of “%s”', async (version) => {
    for (const path of ['/api/places', '/api/s/ABCDEF', '/api/nowhere'])
      expect(await ask(served.origin, 'GET', path, { headers: { 'x-counterweight-protocol': version } })).toMatchObject({ status: 426, body: { error: 'other-protocol' } });
  });

  test('is answered with nothing that a cache may keep', async () => {
    const session = await createSession(served);
    for (const path of ['/api/places', '/api/nowhere', `/api/s/${session.code}`, `/api/s/${session.code}/view`])
      expect((await ask(served.origin, 'GET', path, { secret: session.host })).headers.get('cache-control')).toContain('no-store');
  });
});

describe('bodies', () => {
  const padded = (size: number) => JSON.stringify({ members: 1, name: 'x'.repeat(size) });
  test('of more than 16 kB are refused everywhere', async () => {
    const session = await createSession(served);
    for (const [method, path] of [
      ['POST', 'seat'],
      ['POST', 'answers'],
      ['POST', 'commands'],
      ['PUT', 'names/s1'],
      ['PUT', 'keep'],
    ] as const)
      expect(await session.ask(method, path, { secret: session.host, body: padded(16_384) })).toMatchObject({ status: 413, body: { error: 'too-large' } });
    expect(await session.ask('POST', 'seat', { secret: session.host, body: padded(16_000) })).toMatchObject({ status: 400, body: { error: 'invalid' } });
  });

  test('of a new session may carry a quiz, up to 512 kB', async () => {
    const create = (size: number) => ask(served.origin, 'POST', '/api/sessions', { secret: served.key, body: { own: 'x'.repeat(size) } });
    expect((await create(390_000)).status).toBe(400);
    expect((await create(530_000)).status).toBe(413);
  });

  test('of the network’s test echo 1 kB', async () => {
    const echo = (size: number) => ask(served.origin, 'POST', '/api/preflight/echo', { body: { x: 'x'.repeat(size) } });
    expect((await echo(900)).status).toBe(200);
    expect((await echo(1100)).status).toBe(413);
  });
});

describe('names', () => {
  test('are in no entry of the log, and in the export apart from it', async () => {
    const session = await createSession(served);
    const [own, given, renamed] = [await session.join({ name: 'Zebedee' }), await session.join(), await session.join({ name: 'Quentin' })];
    await session.ask('PUT', `names/${renamed.seat}`, { secret: session.host, body: { name: 'Yolanda' } });
    const { entries, names } = await session.exported();
    const log = JSON.stringify(entries);
    for (const name of [own.name, given.name, 'Quentin', 'Yolanda']) expect(log).not.toContain(name);
    for (const secret of [own.token, session.host, session.screen]) expect(log).not.toContain(secret);
    expect(names).toEqual({ s1: 'Zebedee', s3: 'Yolanda' });
  });

  test('are one a seat: who asks for a name that is taken is told, and gets a seat with another one', async () => {
    const session = await createSession(served);
    const token = hex32();
    await session.join({ name: 'Zebedee' });
    expect(await session.ask('POST', 'seat', { secret: token, body: { name: 'ZEBEDÉE' } })).toMatchObject({ status: 409, body: { error: 'name-taken' } });
    expect(await session.join({ token, name: 'Yolanda' })).toMatchObject({ seat: 's2', name: 'Yolanda' });
    expect(await session.join({ token })).toMatchObject({ seat: 's2', name: 'Yolanda' });
  });

  test('that many want in one moment are one seat’s', async () => {
    const session = await createSession(served);
    const replies = await Promise.all(Array.from({ length: 8 }, () => session.ask('POST', 'seat', { secret: hex32(), body: { name: 'Zebedee' } })));
    expect(replies.filter(({ body }) => body.name === 'Zebedee')).toHaveLength(1);
    const { hostSeats } = await session.hostView();
    expect(new Set(hostSeats.map(({ name }) => name)).size).toBe(hostSeats.length);
  });

  test('of one’s own are the host’s to allow and to take away', async () => {
    const session = await createSession(served, { ownNames: false });
    const first = await session.join({ name: 'Zebedee' });
    expect(first.name).toMatch(/^\w+ \w+$/);
    await session.command({ type: 'allowOwnNames', allowed: true });
    const second = await session.join({ name: 'Zebedee' });
    expect(second.name).toBe('Zebedee');
    const name = (body: unknown, seat = second.seat as string) => session.ask('PUT', `names/${seat}`, { secret: session.host, body });
    expect((await name({ name: null })).body.name).toMatch(/^\w+ \w+$/);
    expect(await name({ name: 'shit' })).toMatchObject({ status: 422, body: { error: 'name-refused' } });
    expect(await name({ name: first.name })).toMatchObject({ status: 409, body: { error: 'name-taken' } });
    expect(await name({ name: 'Ada' }, 's9')).toMatchObject({ status: 409, body: { error: 'no-such-seat' } });
  });
});

describe('an answer', () => {
  test('gets the same acknowledgement for the same id, and another answer none', async () => {
    const session = await createSession(served);
    const [seat, other] = [await session.join(), await session.join()];
    await session.command({ type: 'start' });
    const { round } = await session.seatView(seat);
    if (round === null) throw new Error('No round');
    const given = { round: 0, response: responseTo(round.asked), id: hex32() };
    const ack = await session.answer(seat, given);
    expect(ack.status).toBe('saved');
    expect(await session.answer(seat, { ...given, response: responseTo(round.asked, 1) })).toEqual(ack);
    expect(await session.answer(seat, { ...given, id: hex32() })).toEqual({ status: 'refused', reason: 'answered-already' });
    // Ids are each seat's own.
    expect((await session.answer(other, given)).status).toBe('saved');
    expect((await session.seatView(seat)).round?.yours).toMatchObject({ response: given.response });
    await session.command({ type: 'reveal', round: 0 });
    expect((await session.answer(seat, given)).status).toBe('saved');
    expect((await session.answer(await session.join(), { ...given, id: hex32() })).status).toBe('late');
  });
});
