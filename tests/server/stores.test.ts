// The stores that there are, by one contract; and what is SQLite's own.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/server/live/memoryStore.ts';
import { LaterFile, openSqliteStore } from '../../src/server/live/sqliteStore.ts';
import { ownFolder } from './harness.ts';
import { keepsTheContract } from './storeContract.ts';

keepsTheContract('memory', async () => ({ open: async () => openMemoryStore(), openAgain: null, remove: async () => {} }));

keepsTheContract('SQLite', async () => {
  const folder = ownFolder();
  const open = () => openSqliteStore(join(folder.path, 'sessions.sqlite'));
  return { open, openAgain: open, remove: async () => folder.remove() };
});

describe('the file of SQLite', () => {
  let folder: ReturnType<typeof ownFolder>;
  beforeAll(() => {
    folder = ownFolder();
  });
  afterAll(() => folder.remove());

  test('of a later program is refused and left as it is', async () => {
    const path = join(folder.path, 'later.sqlite');
    await (await openSqliteStore(path)).close();
    const database = new Database(path);
    database.exec('update about set version = 99');
    database.close();
    await expect(openSqliteStore(path)).rejects.toBeInstanceOf(LaterFile);
    const again = new Database(path);
    expect(again.prepare('select version from about').pluck().get()).toBe(99);
    again.close();
  });

  test('that is none is refused in SQLite’s words', async () => {
    const path = join(folder.path, 'none.sqlite');
    writeFileSync(path, 'This is no database. '.repeat(100));
    await expect(openSqliteStore(path)).rejects.toMatchObject({ code: 'SQLITE_NOTADB' });
  });
});
