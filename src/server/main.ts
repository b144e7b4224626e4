// `npm start`: serves the game and the live sessions on one port until it is told to stop.

import { fileURLToPath } from 'node:url';
import { greeting } from './links.ts';
import { DEFAULTS, LOG_LEVELS, type Options, readOptions, WrongOption } from './options.ts';
import { reasonOf } from './reason.ts';
import { startServer } from './run.ts';
import { say } from './words.ts';

const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url));
const WRONG_USE = 2;

function usage(): string {
  return say('usage', { ...DEFAULTS, levels: LOG_LEVELS.join(', ') });
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
