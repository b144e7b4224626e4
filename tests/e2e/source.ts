// The client as `npm run dev` serves it: as it is written, so that its modules can be reached by name.

import { join } from 'node:path';
import { createServer } from 'vite';
import { inject } from 'vitest';
import { ROOT } from './product.ts';

export interface Source {
  address: string;
  close: () => Promise<void>;
}

/** The packages it needs are prepared once for all files of tests. */
export async function serveSource(): Promise<Source> {
  const cacheDir = join(inject('shared'), 'packages');
  const server = await createServer({
    configFile: join(ROOT, 'vite.config.ts'),
    mode: 'development',
    cacheDir,
    logLevel: 'error',
    server: { port: 0, hmr: false, watch: null },
  });
  await server.listen();
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
