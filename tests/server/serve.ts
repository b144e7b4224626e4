// An entry to the real server with a stub of the client, for tests that stop and kill it: `node tests/server/serve.ts CLIENT DATA PORT LEVEL`.

import { LOG_LEVELS } from '../../src/server/options.ts';
import { startServer } from '../../src/server/run.ts';

const [client = '', data = '', port = '0', level] = process.argv.slice(2);
const { places, key, stop } = await startServer(client, {
  port: Number(port),
  host: '127.0.0.1',
  data,
  open: false,
  publicUrl: null,
  newKey: false,
  days: 30,
  sessions: 200,
  log: LOG_LEVELS.find((one) => one === level) ?? 'error',
  help: false,
});
process.once('SIGTERM', () => void stop());
console.log(JSON.stringify({ origin: places.own, key }));
