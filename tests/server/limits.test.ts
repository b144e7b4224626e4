// What is let through, and what is not: by seat and by session, never by address.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUDGETS, openLimits } from '../../src/server/live/limits.ts';
import { ask, createSession, hex32, type Served, serve } from './harness.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const statuses = (replies: readonly { status: number }[]) =>
  Object.fromEntries(Object.entries(Object.groupBy(replies, ({ status }) => status)).map(([status, all]) => [status, all?.length]));
const many = <Value>(count: number, make: (i: number) => Promise<Value>) => Promise.all(Array.from({ length: count }, (_, i) => make(i)));

describe('a budget', () => {
  test.each(Object.entries(BUDGETS))('of %s lets its burst through, then so many a second, each holder’s its own', (name, { burst, perSecond }) => {
    const kind = name as keyof typeof BUDGETS;
    let now = 5000;
    const limits = openLimits(() => now);
    const passed = (key: string, tries: number) => Array.from({ length: tries }, () => limits.take(kind, key)).filter(Boolean).length;
    expect(passed('one', burst + 50)).toBe(burst);
    expect(passed('other', 1)).toBe(1);
    now += 1000;
    expect(passed('one', burst + 50)).toBe(Math.min(burst, perSecond));
    now += 3_600_000;
    expect(passed('one', burst + 50)).toBe(burst);
  });

  test('is kept for no more holders than memory has room for', () => {
    const limits = openLimits(() => 0);
    for (let i = 0; i < 120_000; i++) limits.take('answers', String(i));
    expect(limits.take('answers', '119999')).toBe(true);
  });
});

test('a seat that answers in a loop is held up, and nobody else', async () => {
  const session = await createSession(served);
  const [loud, calm] = [await session.join(), await session.join()];
  await session.command({ type: 'start' });
  const body = () => ({ id: hex32(), round: 0, ballot: 0, response: { kind: 'one', option: 'a' }, confidence: 1 });
  const replies = await many(100, () => session.ask('POST', 'answers', { secret: loud.token, body: body() }));
  expect(replies.filter(({ status, body }) => status === 429 && body.error === 'too-many').length).toBeGreaterThan(0);
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await session.ask('POST', 'answers', { secret: calm.token, body: body() })).status).toBe(200);
});

test('a device that asks for views in a loop is held up, and nobody else', async () => {
  const session = await createSession(served);
  const [loud, calm] = [await session.join(), await session.join()];
  const replies = await many(120, () => session.ask('GET', 'view', { secret: loud.token }));
  expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  expect((await session.ask('GET', 'view', { secret: calm.token })).status).toBe(200);
});

test('who guesses codes and secrets is held up; who knows them is not', async () => {
  const own = await serve();
  const session = await createSession(own);
  const seat = await session.join();
  const guesses = await many(900, (i) => ask(own.origin, 'GET', `/api/s/${i % 2 === 0 ? 'ZZZZZ' : session.code.slice(0, 5)}${'23456789'.charAt(i % 8)}`));
  expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  const secrets = await many(300, () => session.ask('GET', 'view', { secret: hex32() }));
  expect(secrets.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  expect((await ask(own.origin, 'GET', `/api/s/${session.code}`)).status).toBe(200);
  expect((await session.ask('GET', 'view', { secret: seat.token })).status).toBe(200);
  expect((await session.join()).seat).toBe('s2');
  expect(await session.command({ type: 'start' })).toMatchObject({ status: 'saved' });
  expect((await createSession(own)).code).not.toBe(session.code);
  await own.stop();
});

test('2,000 devices join from one address', async () => {
  const sessions = [await createSession(served), await createSession(served)];
  const replies: { status: number }[] = [];
  for (let from = 0; from < 2000; from += 250) {
    replies.push(...(await many(250, async (i) => await (sessions[i % 2] as (typeof sessions)[number]).ask('POST', 'seat', { secret: hex32(), body: {} }))));
  }
  expect(statuses(replies)).toEqual({ 200: 2000 });
  for (const session of sessions) {
    const { hostSeats } = await session.hostView();
    expect(hostSeats).toHaveLength(1000);
    expect(new Set(hostSeats.map(({ name }) => name)).size).toBe(1000);
  }
});

test('no more sessions are open at once than was said', async () => {
  const small = await serve({ sessions: 2 });
  for (let i = 0; i < 2; i++) await (await createSession(small)).hostView();
  await expect(createSession(small)).rejects.toThrow(/429.*too-many/);
  await small.stop();
});
