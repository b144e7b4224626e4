// A backup taken under a running server is whole, and a server started on it goes on.

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SESSIONS_FILE } from '../../src/server/run.ts';
import { createSession, hex32, ownFolder, serve, sessionAt } from './harness.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder: ReturnType<typeof ownFolder>;
beforeAll(() => {
  folder = ownFolder();
});
afterAll(() => folder.remove());

function backup(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/backup.ts', ...args], { cwd: ROOT, encoding: 'utf8', timeout: 60_000 });
  return { status, stdout, stderr };
}

test.each(['while the server runs', 'after it stopped'])('a backup %s is what the server held', async (when) => {
  const data = join(folder.path, when);
  const to = join(folder.path, `${when}.sqlite`);
  const server = await serve({ data });
  const session = await createSession(server);
  const seat = await session.join({ name: 'Ada' });
  await session.command({ type: 'start' });
  const given = { round: 0, response: { kind: 'one', option: 'a' as never } as const, id: hex32() };
  const ack = await session.answer(seat, given);
  const before = await session.exported();
  if (when === 'after it stopped') await server.stop();
  expect(backup('--data', data, '--to', to)).toMatchObject({ status: 0, stdout: expect.stringContaining('1 sessions copied'), stderr: '' });
  if (when !== 'after it stopped') {
    await session.command({ type: 'reveal', round: 0 });
    await server.stop();
  }
  expect(statSync(to).mode & 0o077).toBe(0);
  expect(readdirSync(folder.path).filter((name) => name.startsWith(when))).toEqual([when, `${when}.sqlite`]);

  const restored = join(folder.path, `${when}, restored`);
  mkdirSync(restored);
  copyFileSync(to, join(restored, SESSIONS_FILE));
  const again = await serve({ data: restored });
  const same = sessionAt(again.origin, session);
  expect((await same.exported()).entries.slice(0, before.entries.length)).toEqual(before.entries);
  expect(await same.answer(seat, given)).toEqual(ack);
  expect(await same.seatView(seat)).toMatchObject({ name: 'Ada', round: { stage: 'open' } });
  await again.stop();
});

test('it explains itself, and how to restore', () => {
  expect(backup('--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/npm run backup.*To restore/s), stderr: '' });
});

test('it overwrites nothing, and says in words what it cannot do', () => {
  const there = join(folder.path, 'there');
  writeFileSync(there, 'mine');
  mkdirSync(join(folder.path, 'damaged'));
  writeFileSync(join(folder.path, 'damaged', SESSIONS_FILE), 'no database '.repeat(500));
  const to = join(folder.path, 'never');
  for (const [args, message] of [
    [[], /--to FILE/],
    [['--data', join(folder.path, 'nowhere'), '--to', to], /no sessions/],
    [['--data', join(folder.path, 'damaged'), '--to', there], /exists already/],
    [['--data', join(folder.path, 'damaged'), '--to', to], /cannot be copied/],
    [['--data', join(folder.path, 'damaged'), '--to', join(folder.path, 'nowhere', 'x')], /cannot be copied/],
  ] as const) {
    const { status, stdout, stderr } = backup(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/ at .*\.ts:/);
  }
  expect([existsSync(to), statSync(there).size]).toEqual([false, 4]);
});
