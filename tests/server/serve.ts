// The real server as a process of its own, with a stub of the client, for tests that kill it: `node tests/server/serve.ts CLIENT DATA PORT`.

import { startServer } from '../../src/server/run.ts';

const [client = '', data = '', port = '0'] = process.argv.slice(2);
const { places, key, stop } = await startServer(client, {
  port: Number(port),
  host: '127.0.0.1',
  data,
  open: false,
  publicUrl: null,
  newKey: false,
  days: 30,
  sessions: 200,
  log: 'silent',
  help: false,
});
process.once('SIGTERM', () => void stop());
console.log(JSON.stringify({ origin: places.own, key }));
