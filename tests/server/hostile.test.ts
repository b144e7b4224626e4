// Ten thousand requests that nobody's client would make: none is a fault of the server, and none changes a session.

import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL_HEADER } from '../../src/protocol/messages.ts';
import { ask, createSession, hex32, type Joined, type Served, type Session, serve } from './harness.ts';
import { type Hostile, hostileRequests, type Target } from './hostile.ts';

/** Each is asked two hundred times. */
const SESSIONS = 55;
const AT_ONCE = 16;
const SEED = 20_240_619;
/** Seconds in which one request must have been answered: far more than any takes, and less than for ever. */
const HANG = 30;

let served: Served;
let session: Session;
let seat: Joined;
beforeAll(async () => {
  served = await serve();
  session = await createSession(served);
  seat = await session.join();
});
afterAll(() => served.stop());

interface Outcome {
  of: string;
  status: number;
  text: string;
}

/** What cannot even be sent counts as refused by the sender. */
const UNSENT = 0;

async function send({ of, method, path, headers, secret, body }: Hostile): Promise<Outcome> {
  const leaving = AbortSignal.timeout(HANG * 1000);
  try {
    const reply = await fetch(served.origin + path, {
      method,
      signal: leaving,
      headers: {
        [PROTOCOL_HEADER]: '1',
        ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body }),
    });
    return { of, status: reply.status, text: await reply.text() };
  } catch (error) {
    if (leaving.aborted) throw new Error(`No answer to ${of}: ${method} ${path} ${body?.slice(0, 200)}`);
    return { of, status: UNSENT, text: String(error) };
  }
}

test('more than 10,000 hostile requests crash nothing and change nothing', { timeout: 300_000 }, async () => {
  const targets = await Promise.all(Array.from({ length: SESSIONS }, newTarget));
  const before = await Promise.all(targets.map(({ session }) => session.exported()));
  const requests = hostileRequests(targets, SEED);
  const outcomes: Outcome[] = [];
  const used = process.cpuUsage();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const request of requests) outcomes.push(await send(request));
    }),
  );
  const { user, system } = process.cpuUsage(used);
  const sent = outcomes.filter(({ status }) => status !== UNSENT);
  const classes = Object.entries(Object.groupBy(sent, ({ of }) => of));
  const readIn = (all: readonly Outcome[] = []) => all.filter(({ status }) => status !== 429).length;
  console.log(`${sent.length} hostile requests of ${classes.length} classes, ${Math.round((user + system) / sent.length)} µs of CPU each, the client's included`);
  console.log(classes.map(([of, all]) => `${of} ${all?.length}, ${readIn(all)} within limits`).join('; '));

  expect(sent.length).toBeGreaterThanOrEqual(10_000);
  expect(outcomes.filter(({ status }) => status >= 500)).toEqual([]);
  // Those who guess secrets and codes are soon refused unread; all others are read.
  for (const [of, all] of classes) if (!/secret|role|code|session/.test(of)) expect(readIn(all), of).toBeGreaterThan(0.6 * (all?.length ?? 0));
  expect(sent.filter(({ text }) => / at .*\.ts:|node_modules|\/src\//.test(text))).toEqual([]);

  for (const [i, { session }] of targets.entries()) {
    const { entries, names } = await session.exported();
    // A new device may join, a name that is fit may be given: nothing else may be done.
    expect(entries.slice(before[i].entries.length).filter(({ input }: { input: { type: string } }) => input.type !== 'joined')).toEqual([]);
    expect(await session.hostView()).toMatchObject({ phase: 'lobby', paused: false, locked: false, version: entries.at(-1).seq });
    for (const name of Object.values(names)) {
      expect(name).toMatch(/^[\p{L}\p{N}\p{P}\p{S}\p{M} ]{1,24}$/u);
      expect(name).not.toMatch(/[\p{C}<>]/u);
    }
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});

async function newTarget(): Promise<Target> {
  const target = await createSession(served);
  const seats = await Promise.all(Array.from({ length: 6 }, () => target.join()));
  const removed = await target.join();
  await target.command({ type: 'remove', seat: removed.seat });
  return { session: target, seats: seats.map(({ token }) => token), removed: removed.token, elsewhere: seat.token };
}

test('a lesson then goes on as ever', async () => {
  const late = await session.join();
  expect(await session.command({ type: 'start' })).toMatchObject({ status: 'saved' });
  for (const { token } of [seat, late])
    expect(
      (await session.ask('POST', 'answers', { secret: token, body: { id: hex32(), round: 0, ballot: 0, response: { kind: 'one', option: 'a' }, confidence: 1 } })).status,
    ).toBe(200);
  expect(await session.command({ type: 'reveal', round: 0 })).toMatchObject({ status: 'saved' });
});

test('bodies that come slowly or not at all hold nobody up', async () => {
  const { hostname, port } = new URL(served.origin);
  const head = `POST /api/s/${session.code}/answers HTTP/1.1\r\nhost: ${hostname}:${port}\r\n${PROTOCOL_HEADER}: 1\r\nauthorization: Bearer ${seat.token}\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n`;
  const starts = [
    '',
    'POST',
    'POST / HTTP/1.1\r\n',
    `${head.slice(0, 80)}`,
    head,
    `${head}{"id":`,
    'GET / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab',
    '\u0000\u0001\u0002',
    'GET / HTTP/9.9\r\n\r\n',
  ];
  const sockets = await Promise.all(
    Array.from(
      { length: 300 },
      (_, i) =>
        new Promise<ReturnType<typeof connect>>((resolve) => {
          const socket = connect(Number(port), hostname, () => {
            socket.write(starts[i % starts.length] ?? '');
            resolve(socket);
          });
          socket.on('error', () => undefined);
          socket.resume();
        }),
    ),
  );
  for (let i = 0; i < 20; i++) expect((await ask(served.origin, 'GET', `/api/s/${session.code}`)).status).toBe(200);
  for (const socket of sockets) socket.destroy();
  expect((await session.hostView()).role).toBe('host');
});

test('who leaves in the middle of an answer harms nothing', async () => {
  const leavings = Array.from({ length: 200 }, async (_, i) => {
    const leaving = new AbortController();
    const asking = fetch(`${served.origin}/api/s/${session.code}/${i % 2 === 0 ? 'export' : 'view'}`, {
      headers: { [PROTOCOL_HEADER]: '1', authorization: `Bearer ${session.host}`, ...(i % 3 === 0 ? { accept: 'text/event-stream' } : {}) },
      signal: leaving.signal,
    }).catch(() => null);
    setTimeout(() => leaving.abort(), i % 7);
    await asking;
  });
  await Promise.all(leavings);
  expect((await ask(served.origin, 'GET', '/healthz')).body).toEqual({ status: 'ok' });
});
