// Views on their way down: by a stream, and by polls where a network holds streams back.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, createSession, type Served, type Session, serve } from './harness.ts';
import { responseTo } from './responding.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const poll = (session: Session, secret: string, after: number) => session.ask('GET', `view?after=${after}`, { secret });

describe('a stream', () => {
  test('brings the view at once, and again when something happened, each with its version', async () => {
    const session = await createSession(served);
    const seat = await session.join();
    const stream = await session.stream(seat.token);
    expect([stream.status, stream.headers.get('content-type'), stream.headers.get('x-accel-buffering')]).toEqual([200, expect.stringContaining('text/event-stream'), 'no']);
    expect(await stream.untilView(() => true)).toMatchObject({ role: 'seat', seat: seat.seat, phase: 'lobby', version: 1 });
    await session.command({ type: 'start' });
    expect(await stream.untilView(({ phase }) => phase === 'round')).toMatchObject({ version: 2, round: { stage: 'open', number: 1 } });
    expect(stream.text()).toMatch(/event: view\nid: 2\ndata: /);
    stream.leave();
  });

  test('gives a sign of life within ten seconds', { timeout: 120_000 }, async () => {
    const session = await createSession(served);
    const stream = await session.stream(session.screen);
    expect((await stream.until(({ name }) => name === 'comment')).data).toBe(': ping');
    stream.leave();
  });

  test('tells the host who is there, and who has left', async () => {
    const session = await createSession(served);
    const seat = await session.join();
    const host = await session.stream(session.host);
    const isPresent = (present: boolean) => host.untilView((view) => view.role === 'host' && view.hostSeats[0]?.present === present);
    await isPresent(false);
    const stream = await session.stream(seat.token);
    await isPresent(true);
    stream.leave();
    const seen = host.events.length;
    await host.until((event) => host.events.indexOf(event) >= seen && event.data.hostSeats?.[0]?.present === false);
    host.leave();
  });

  test('ends for everybody with the session', async () => {
    const session = await createSession(served);
    const seat = await session.join();
    const streams = await Promise.all([session.host, session.screen, seat.token].map((secret) => session.stream(secret)));
    const waiting = poll(session, seat.token, 999);
    await Promise.all(streams.map((stream) => stream.untilView(() => true)));
    expect((await session.ask('DELETE', '', { secret: session.host })).status).toBe(204);
    for (const stream of streams) {
      expect((await stream.until(({ name }) => name === 'gone')).data).toEqual({ error: 'no-such-session' });
      await stream.ended;
    }
    expect(await waiting).toMatchObject({ status: 404, body: { error: 'no-such-session' } });
    expect((await ask(served.origin, 'GET', `/api/s/${session.code}`)).status).toBe(404);
  });

  test('of one seat is not disturbed by the answers of others; the host’s tells of them together', async () => {
    const session = await createSession(served);
    const seats = await Promise.all(Array.from({ length: 30 }, () => session.join()));
    const [quiet, ...others] = seats as [(typeof seats)[0], ...typeof seats];
    await session.command({ type: 'start' });
    const { round } = await session.hostView();
    if (round === null) throw new Error('No round');
    const [own, host] = [await session.stream(quiet.token), await session.stream(session.host)];
    await Promise.all([own.untilView(() => true), host.untilView(() => true)]);
    for (const [i, other] of others.entries()) expect((await session.answer(other, { round: 0, response: responseTo(round.asked, i) })).status).toBe('saved');
    await host.untilView((view) => view.round?.answered === others.length);
    expect(own.views()).toHaveLength(1);
    expect(host.views().length).toBeLessThan(others.length);
    await session.answer(quiet, { round: 0, response: responseTo(round.asked) });
    expect(await own.untilView((view) => view.role === 'seat' && view.round?.yours !== null)).toMatchObject({ round: { answered: 0, yours: { status: 'saved' } } });
    expect(own.views()).toHaveLength(2);
    for (const stream of [own, host]) stream.leave();
  });

  test('shows two devices of one seat the same', async () => {
    const session = await createSession(served);
    const seat = await session.join();
    const [one, other] = [await session.stream(seat.token), await session.stream(seat.token)];
    await session.command({ type: 'start' });
    const views = await Promise.all([one, other].map((stream) => stream.untilView(({ phase }) => phase === 'round')));
    expect(views[0]).toEqual(views[1]);
    one.leave();
    await one.ended;
    await session.command({ type: 'reveal', round: 0 });
    await other.untilView((view) => view.round?.stage === 'revealed');
    other.leave();
  });

  test('brings a new name, though the log knows nothing of it', async () => {
    const session = await createSession(served);
    const seat = await session.join();
    const [stream, screen] = [await session.stream(seat.token), await session.stream(session.screen)];
    await session.ask('PUT', `names/${seat.seat}`, { secret: session.host, body: { name: 'Ada' } });
    await stream.untilView((view) => view.role === 'seat' && view.name === 'Ada');
    await screen.untilView((view) => view.role === 'screen' && view.names.includes('Ada'));
    for (const one of [stream, screen]) one.leave();
  });
});

describe('a poll', () => {
  test('is answered at once by whoever knows less, and waits else until something happens', async () => {
    const session = await createSession(served);
    const seat = await session.join();
    const { body: first } = await poll(session, seat.token, -1);
    expect(first).toMatchObject({ role: 'seat', version: 1 });
    const waiting = poll(session, seat.token, first.version);
    await session.join();
    await session.command({ type: 'start' });
    expect((await waiting).body).toMatchObject({ phase: 'round', version: 3 });
    expect((await poll(session, seat.token, first.version)).body).toMatchObject({ version: 3 });
  });

  test('of a seat is not answered for what concerns others alone', async () => {
    const session = await createSession(served);
    const seat = await session.join();
    const { version } = await session.seatView(seat);
    await session.join();
    let isAnswered = false;
    const waiting = poll(session, seat.token, version).then((reply) => {
      isAnswered = true;
      return reply;
    });
    await session.join();
    await session.hostView();
    expect(isAnswered).toBe(false);
    await session.command({ type: 'lock', locked: true });
    expect((await waiting).body).toMatchObject({ locked: true });
  });

  test.each(['x', '1e9', '-2', '1.5', ''])('after “%s” is answered in some way that is no fault', async (after) => {
    const session = await createSession(served);
    const replying = session.ask('GET', `view?after=${after}`, { secret: session.host });
    await session.command({ type: 'lock', locked: true });
    expect((await replying).status).toBeLessThan(500);
  });

  test('in vain says so with 204, and waits no longer than a proxy would', { timeout: 120_000 }, async () => {
    const session = await createSession(served);
    const { version } = await session.hostView();
    expect(await poll(session, session.host, version)).toMatchObject({ status: 204, text: '' });
  });
});

test('the network’s test streams ticks, answers after a while, and tells the protocol', async () => {
  expect((await ask(served.origin, 'GET', '/api/preflight')).body).toMatchObject({ protocol: 1 });
  expect((await ask(served.origin, 'GET', '/api/preflight/poll')).status).toBe(200);
  expect((await ask(served.origin, 'GET', '/api/preflight/stream')).text.match(/event: tick/g)).toHaveLength(5);
  expect((await ask(served.origin, 'POST', '/api/preflight/echo', { body: { x: 1 } })).body).toEqual({ echo: { x: 1 } });
});
