// `npm start`: serves the built client on one port until it is told to stop.

import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createSite, MissingBuild } from './site.ts';
import { say } from './words.ts';

const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url));
const DEFAULT_PORT = 4173;
const LAST_PORT = 65_535;
const ALL_INTERFACES = '0.0.0.0';
const WRONG_USE = 2;

interface Options {
  port: number;
  host: string;
  help: boolean;
}

class WrongOption extends Error {}

function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const options = { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  let values: { port?: string; host?: string; help?: boolean };
  try {
    ({ values } = parseArgs({ args: [...args], options, strict: true }));
  } catch (error) {
    throw new WrongOption(error instanceof Error ? error.message : String(error));
  }
  const port = values.port ?? (environment.PORT || undefined) ?? String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(port) || Number(port) > LAST_PORT) throw new WrongOption(say('wrongPort', { port }));
  return { port: Number(port), host: values.host ?? ALL_INTERFACES, help: values.help ?? false };
}

/** Every address under which others may reach a server that listens on all interfaces. */
function addresses(host: string, port: number): string[] {
  if (host !== ALL_INTERFACES) return [`http://${host.includes(':') ? `[${host}]` : host}:${port}/`];
  const others = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal));
  return ['localhost', ...others.map(({ address }) => address)].map((name) => `http://${name}:${port}/`);
}

function reasonOf(error: unknown, { host, port }: Options): string {
  if (error instanceof MissingBuild) return say('noBuild', { path: error.path });
  const code = error instanceof Error && 'code' in error ? error.code : '';
  switch (code) {
    case 'EADDRINUSE':
      return say('portTaken', { port, next: port + 1 });
    case 'EACCES':
      return say('portForbidden', { port });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return say('noSuchHost', { host });
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

async function serve(options: Options): Promise<void> {
  const site = await createSite(CLIENT);
  const stop = () => {
    console.log(say('stopped'));
    void site.close();
  };
  // Before it says that it listens: whoever reads that may stop it at once.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await site.listen({ port: options.port, host: options.host });
  const bound = site.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  console.log([say('listening'), ...addresses(options.host, port).map((address) => `  ${address}`), say('stopHint')].join('\n'));
}

async function main(): Promise<void> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    console.error(`${error.message}\n\n${say('usage', { port: DEFAULT_PORT })}`);
    process.exitCode = WRONG_USE;
    return;
  }
  if (options.help) {
    console.log(say('usage', { port: DEFAULT_PORT }));
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
