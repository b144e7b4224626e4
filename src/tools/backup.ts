// `npm run backup`: a copy of the sessions, taken while the server goes on.

import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { reasonOf } from '../server/files.ts';
import { DEFAULTS } from '../server/options.ts';
import { SESSIONS_FILE } from '../server/run.ts';
import { readCommandLine, run, WrongUse } from './commandLine.ts';

const USAGE = `npm run backup -- [--data DIR] --to FILE

Copies all sessions with their names to FILE, which must not exist yet. The server may be running: the copy is of one moment, and nobody waits for it.
  --data DIR   the server's data folder (default ./${DEFAULTS.data}, or COUNTERWEIGHT_DATA)
  --to FILE    where the copy is written; only you may read it

To restore: stop the server, delete ${SESSIONS_FILE}, ${SESSIONS_FILE}-wal and ${SESSIONS_FILE}-shm in its data folder,
copy FILE there as ${SESSIONS_FILE}, and start the server. Links of hosts and students that were known to the copy work again.
The key that creates sessions is the file host-key in the same folder: without it the server makes a new one.`;

await run(async () => {
  const { options, help } = readCommandLine(process.argv.slice(2), { data: 'text', to: 'text' });
  if (help) return console.log(USAGE);
  if (options.to === undefined) throw new WrongUse('Where shall the copy be written? npm run backup -- --to FILE');
  const from = join(resolve(options.data ?? (process.env.COUNTERWEIGHT_DATA || DEFAULTS.data)), SESSIONS_FILE);
  const to = resolve(options.to);
  if (!existsSync(from)) throw new WrongUse(`There are no sessions: ${from} does not exist. Name the server's data folder: --data DIR`);
  if (existsSync(to)) throw new WrongUse(`${to} exists already, and is left as it is. Choose another FILE.`);
  console.log(`${await copied(from, to)} sessions copied to ${to}`);
});

/** Under another name until it is whole and was read again. @returns how many sessions it holds */
async function copied(from: string, to: string): Promise<number> {
  const part = `${to}.part`;
  try {
    const source = new Database(from, { fileMustExist: true, readonly: true });
    try {
      await source.backup(part);
    } finally {
      source.close();
    }
    chmodSync(part, 0o600);
    const sessions = looked(part);
    renameSync(part, to);
    return sessions;
  } catch (error) {
    throw new WrongUse(`The sessions cannot be copied: ${reasonOf(error)}`);
  } finally {
    for (const left of [part, `${part}-wal`, `${part}-shm`]) rmSync(left, { force: true });
  }
}

/** @throws where the copy is damaged */
function looked(file: string): number {
  const copy = new Database(file, { fileMustExist: true });
  try {
    // One plain file, with no journal beside it.
    copy.pragma('journal_mode = DELETE');
    const found = copy.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error(String(found));
    return Number(copy.prepare('select count(*) from sessions').pluck().get());
  } finally {
    copy.close();
  }
}
