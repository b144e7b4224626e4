// A server that stops and starts again loses nothing and eats no time; and it says what it cannot do in a sentence.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SESSIONS_FILE } from '../../src/server/run.ts';
import { fold } from '../../src/session/fold.ts';
import { ask, createSession, hex32, ownFolder, serve, sessionAt, stubClient } from './harness.ts';
import { startProcess } from './process.ts';
import { responseTo } from './responding.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder: ReturnType<typeof ownFolder>;
beforeAll(() => {
  folder = ownFolder();
});
afterAll(() => folder.remove());

const fresh = (name: string) => {
  const path = join(folder.path, name);
  mkdirSync(path);
  return path;
};

describe('a server on the same file', () => {
  test('goes on where the one before stopped', async () => {
    const data = fresh('same');
    const first = await serve({ data });
    const session = await createSession(first, { seconds: 60 });
    const [ada, other] = [await session.join({ name: 'Ada' }), await session.join()];
    const start = hex32();
    const started = await session.command({ type: 'start' }, start);
    const { round } = await session.hostView();
    if (round === null) throw new Error('No round');
    const given = { round: 0, response: responseTo(round.asked), id: hex32() };
    const ack = await session.answer(ada, given);
    expect(ack.status).toBe('saved');
    const [before, report] = [await session.exported(), (await session.ask('GET', 'report', { secret: session.host })).body];
    const stream = await session.stream(ada.token);
    await stream.untilView(() => true);
    await first.stop();
    await stream.ended;

    // As if it had stood still for a day.
    const database = new Database(join(data, SESSIONS_FILE));
    database.exec('update entries set at = at - 86400000');
    database.close();

    const second = await serve({ data });
    expect(second.key).toBe(first.key);
    const again = sessionAt(second.origin, session);
    expect(await again.answer(ada, given)).toEqual(ack);
    expect(await again.command({ type: 'start' }, start)).toEqual(started);
    expect(await again.seatView(ada)).toMatchObject({ seat: ada.seat, name: 'Ada', round: { stage: 'open', yours: { response: given.response } } });
    expect(await again.join({ token: other.token })).toMatchObject({ seat: other.seat, name: other.name });
    const { left } = (await again.hostView()).round ?? {};
    expect(left).toBeGreaterThan(0);
    expect((await again.answer(other, { ...given, id: hex32() })).status).toBe('saved');

    const after = await again.exported();
    const shifted = before.entries.map((entry: { at: number }) => ({ ...entry, at: entry.at - 86_400_000 }));
    expect(after.entries.slice(0, shifted.length)).toEqual(shifted);
    const resumed = after.entries[shifted.length];
    expect(resumed.input).toEqual({ type: 'resumedByServer' });
    expect(fold([...shifted, resumed]).clock.time).toBe(fold(shifted).clock.time);
    expect(after.names).toEqual({ s1: 'Ada' });
    const { openedAt, ...same } = (await again.ask('GET', 'report', { secret: session.host })).body;
    expect(same.students.map(({ name, answered }: { name: string; answered: number }) => [name, answered]).slice(0, 1)).toEqual(
      report.students.map(({ name, answered }: { name: string; answered: number }) => [name, answered]).slice(0, 1),
    );
    expect(openedAt).toBe(report.openedAt - 86_400_000);
    await second.stop();
  });

  test('has the same host’s link until a new one is asked for', async () => {
    const data = fresh('key');
    const keys: string[] = [];
    for (const newKey of [false, false, true, false]) {
      const server = await serve({ data, newKey });
      keys.push(server.key);
      await server.stop();
    }
    expect([keys[0] === keys[1], keys[1] === keys[2], keys[2] === keys[3]]).toEqual([true, false, true]);
  });

  test('deletes what has lain untouched too long, and keeps what was kept', async () => {
    const data = fresh('expired');
    const first = await serve({ data, days: 30 });
    const [old, kept] = [await createSession(first), await createSession(first)];
    await old.join({ name: 'Ada' });
    expect((await kept.ask('PUT', 'keep', { secret: kept.host, body: { kept: true } })).body).toEqual({ kept: true, deletedAt: null });
    const { deletedAt } = (await old.ask('GET', 'keep', { secret: old.host })).body;
    expect(deletedAt - (await old.exported()).entries.at(-1).at).toBe(30 * 86_400_000);
    await first.stop();
    const database = new Database(join(data, SESSIONS_FILE));
    database.exec(`update entries set at = at - ${31 * 86_400_000}`);
    const second = await serve({ data, days: 30 });
    expect((await ask(second.origin, 'GET', `/api/s/${kept.code}`)).status).toBe(200);
    await expect.poll(async () => (await ask(second.origin, 'GET', `/api/s/${old.code}`)).status).toBe(404);
    expect(database.prepare('select count(*) from names').pluck().get()).toBe(0);
    database.close();
    await second.stop();
  });
});

describe('the process', () => {
  test('stops cleanly when told to, though streams and polls are open', async () => {
    const server = await startProcess(stubClient(fresh('stops-client')), fresh('stops'));
    const session = await createSession(server);
    const seats = await Promise.all([session.join(), session.join()]);
    const streams = await Promise.all([...seats.map(({ token }) => token), session.host].map((secret) => session.stream(secret)));
    const { version } = (await streams[2]?.untilView(() => true)) ?? { version: 0 };
    const waiting = session.ask('GET', `view?after=${version + 9}`, { secret: session.screen }).catch((error: unknown) => error);
    expect(await server.end('SIGTERM')).toBe(0);
    await Promise.all([...streams.map(({ ended }) => ended), waiting]);
  });

  test('logs no code, name, secret, address or body, whatever it is asked', async () => {
    const server = await startProcess(stubClient(fresh('log-client')), fresh('log'), 0, 'info');
    const session = await createSession(server);
    const seat = await session.join({ name: 'Zebedee' });
    await session.command({ type: 'start' });
    await session.answer(seat, { round: 0, response: { kind: 'one', option: 'a' as never } });
    await session.ask('PUT', `names/${seat.seat}`, { secret: session.host, body: { name: 'Yolanda' } });
    await session.ask('POST', 'seat', { secret: hex32(), body: '{"name":"Quentin' });
    await session.ask('GET', 'Xanthippe?who=Wilfred', { secret: session.host });
    await ask(server.origin, 'GET', '/Xanthippe/%zz?who=Wilfred');
    await session.ask('GET', 'report', { secret: session.host });
    const stream = await session.stream(seat.token);
    stream.leave();
    await server.end('SIGTERM');
    const log = server
      .printed()
      .split('\n')
      .filter((line) => line.includes('"level"'))
      .join('\n');
    expect(log).toContain('"route":"/api/s/:code/answers"');
    for (const secret of [session.code, 'Zebedee', 'Yolanda', 'Quentin', 'Xanthippe', 'Wilfred', seat.name, seat.token, session.host, session.screen, server.key])
      expect(log).not.toContain(secret);
    // The address it listens on is its own.
    expect(
      log
        .split('\n')
        .filter((line) => !line.includes('Server listening'))
        .join('\n'),
    ).not.toMatch(/127\.0\.0\.1|remoteAddress|"ip"/);
  });
});

describe('the command line', () => {
  const start = (...args: string[]) => spawnSync(process.execPath, ['src/server/start.js', ...args], { cwd: ROOT, encoding: 'utf8', timeout: 60_000 });

  test('tells every option', () => {
    const { status, stdout } = start('--help');
    expect(status).toBe(0);
    for (const option of ['--port', '--host', '--data', '--memory', '--open', '--new-key', '--public-url', '--days', '--sessions', '--log', '--help', 'COUNTERWEIGHT_DATA'])
      expect(stdout).toContain(option);
  });

  test.each([
    [['--days', '0'], /--days.*1 to 3650/],
    [['--sessions', 'many'], /--sessions.*1 to 2000/],
    [['--log', 'loud'], /silent, error, warn, info/],
    [['--public-url', 'quiz.example'], /--public-url/],
    [['--port', '-1'], /port/],
    [['--nonsense'], /--nonsense/],
    [['stray'], /stray/],
  ])('%j is refused in words', (args, message) => {
    const { status, stdout, stderr } = start(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/ at .*\.(?:ts|js):/);
  });

  test('a data folder that cannot be used is told of in a sentence', async () => {
    const { reasonOf } = await import('../../src/server/reason.ts');
    const { startServer } = await import('../../src/server/run.ts');
    const client = stubClient(fresh('data-client'));
    writeFileSync(join(folder.path, 'a-file'), 'no folder');
    mkdirSync(join(folder.path, 'odd', 'host-key'), { recursive: true });
    mkdirSync(join(folder.path, 'damaged'));
    writeFileSync(join(folder.path, 'damaged', SESSIONS_FILE), 'no database '.repeat(500));
    for (const data of ['a-file', 'a-file/below', 'odd', 'damaged', '\0'].map((name) => join(folder.path, name))) {
      const options = { port: 0, host: '127.0.0.1', data, open: false, publicUrl: null, newKey: false, days: 30, sessions: 200, log: 'silent', help: false } as const;
      const error = await startServer(client, options).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error, data).not.toBeNull();
      expect(reasonOf(error, options)).toMatch(/cannot be used for sessions/);
    }
  });
});
