// The server put together: the site, the sessions, their store, and what happens by the clock.

import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { assembleBank } from '../content/quizzes.ts';
import { startUpKey } from './key.ts';
import { loadContent, readFolder } from './library.ts';
import { type Places, placesOf } from './links.ts';
import { addApi } from './live/api.ts';
import { createEngine } from './live/engine.ts';
import { openMemoryStore } from './live/memoryStore.ts';
import { generatedName } from './live/names.ts';
import { checkpointFor, type Shelf } from './live/quizzes.ts';
import { openSqliteStore } from './live/sqliteStore.ts';
import type { Options } from './options.ts';
import { createSite } from './site.ts';

const LEVELS = fileURLToPath(new URL('../../levels', import.meta.url));
const A_DAY = 86_400_000;
const AN_HOUR = 3_600_000;
/** The file of sessions in the data folder. */
export const SESSIONS_FILE = 'sessions.sqlite';

export interface Running {
  site: FastifyInstance;
  places: Places;
  /** Null: anybody may create sessions. */
  key: string | null;
  stop: () => Promise<void>;
}

/** @param client the folder of the built client; @throws what the disk and the network say, {MissingBuild}, {UnsoundContent} */
export async function startServer(client: string, options: Options): Promise<Running> {
  const shelf = readShelf();
  if (options.data !== null) mkdirSync(options.data, { recursive: true });
  const key = options.open ? null : startUpKey(options.data, options.newKey);
  const store = options.data === null ? openMemoryStore() : await openSqliteStore(join(options.data, SESSIONS_FILE));
  const site = await createSite(client, options.log, () => store.isWell());
  const engine = createEngine({
    store,
    now: monotonicNow(),
    randomBytes,
    sha256,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    nameOf: generatedName,
    checkpointFor: (state) => checkpointFor(shelf, state),
    onError: (err) => site.log.error({ err }),
    mostSessions: options.sessions,
  });
  let places: Places = placesOf(options.host, options.port, options.publicUrl);
  const streams = addApi(site, {
    engine,
    shelf,
    hostKey: key === null ? null : sha256(key),
    links: () => places.others,
    newSeed: () => randomBytes(4).readUInt32LE(),
    keepFor: options.days * A_DAY,
  });
  const sweep = () => void engine.expire(Date.now() - options.days * A_DAY).catch((err: unknown) => site.log.error({ err }));
  const sweeping = setInterval(sweep, AN_HOUR);
  sweep();
  const stop = async () => {
    clearInterval(sweeping);
    await engine.close();
    for (const end of [...streams]) end();
    await site.close();
    await store.close();
  };
  try {
    await site.listen({ port: options.port, host: options.host });
  } catch (error) {
    await stop();
    throw error;
  }
  const bound = site.server.address();
  places = placesOf(options.host, typeof bound === 'object' && bound !== null ? bound.port : options.port, options.publicUrl);
  return { site, places, key, stop };
}

/** The content that came with the program is not as it should be. */
export class UnsoundContent extends Error {}

function readShelf(): Shelf {
  const assembled = loadContent(LEVELS);
  if (!assembled.ok) throw new UnsoundContent(assembled.problems.map(({ message }) => message).join('\n'));
  const folder = readFolder(LEVELS);
  const bank = folder.ok ? assembleBank(folder.files, assembled.content) : folder;
  if (!bank.ok) throw new UnsoundContent(bank.problems.map(({ message }) => message).join('\n'));
  return { content: assembled.content, bank: bank.bank };
}

/** The time of day when the program began, and from there on a clock that nobody sets. */
function monotonicNow(): () => number {
  const began = Date.now() - performance.now();
  return () => Math.floor(began + performance.now());
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
