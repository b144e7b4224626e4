// `npm start`: serves the game and the live sessions on one port until it is told to stop.

import { fileURLToPath } from 'node:url';
import { greeting } from './links.ts';
import { LaterFile } from './live/sqliteStore.ts';
import { DEFAULTS, LOG_LEVELS, type Options, readOptions, WrongOption } from './options.ts';
import { startServer, UnsoundContent } from './run.ts';
import { MissingBuild } from './site.ts';
import { say } from './words.ts';

const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url));
const WRONG_USE = 2;

function usage(): string {
  return say('usage', { ...DEFAULTS, levels: LOG_LEVELS.join(', ') });
}

function reasonOf(error: unknown, { host, port, data }: Options): string {
  if (error instanceof MissingBuild) return say('noBuild', { path: error.path });
  if (error instanceof UnsoundContent) return error.message;
  if (error instanceof LaterFile) return say('laterData', { data: data ?? '' });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EADDRINUSE':
      return say('portTaken', { port, next: port + 1 });
    case 'EACCES':
      return error instanceof Error && 'syscall' in error && error.syscall === 'listen' ? say('portForbidden', { port }) : say('noData', { data: data ?? '' });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return say('noSuchHost', { host });
    default:
      if (code.startsWith('SQLITE') || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') return `${say('noData', { data: data ?? '' })} (${code})`;
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

async function serve(options: Options): Promise<void> {
  const starting = startServer(CLIENT, options);
  const stop = () => {
    console.log(say('stopped'));
    void starting.then(
      ({ stop }) => stop(),
      () => undefined,
    );
  };
  // Before it says that it listens: whoever reads that may stop it at once.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const { places, key } = await starting;
  console.log(greeting(places, key));
}

async function main(): Promise<void> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    console.error(`${error.message}\n\n${usage()}`);
    process.exitCode = WRONG_USE;
    return;
  }
  if (options.help) {
    console.log(usage());
    return;
  }
  try {
    await serve(options);
  } catch (error) {
    console.error(reasonOf(error, options));
    process.exitCode = 1;
  }
}

await main();
