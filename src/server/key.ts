// The start-up key: who has it may create sessions. It outlives restarts, so that a teacher's bookmark goes on working.

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY = /^[0-9a-f]{32}$/;

/** @param folder where the key lies; null: a new one each time */
export function startUpKey(folder: string | null, isNew: boolean): string {
  if (folder === null) return freshKey();
  const file = join(folder, 'host-key');
  if (!isNew && existsSync(file)) {
    const known = readFileSync(file, 'utf8').trim();
    if (KEY.test(known)) return known;
  }
  const key = freshKey();
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return key;
}

function freshKey(): string {
  return randomBytes(16).toString('hex');
}
