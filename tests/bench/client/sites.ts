// The two sites that are measured: the built product, and a page that is Phaser and one rectangle. Both by the product's server.

import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSite } from '../../../src/server/site.ts';
import { compressFolder } from '../../../src/tools/build/precompress.ts';
import { ROOT } from '../../e2e/product.ts';

export interface Site {
  address: string;
  close: () => Promise<void>;
}

const BARE_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bare Phaser</title><link rel="modulepreload" href="./assets/phaser.js"></head>
<body><script type="module" src="./assets/bare.js"></script></body></html>
`;
const BARE_SCRIPT = `import * as Phaser from './phaser.js';
new Phaser.Game({
  type: Phaser.AUTO, width: 1366, height: 768, banner: false, audio: { noAudio: true },
  scene: { create() {
    this.add.rectangle(683, 384, 400, 300, 0xd9a441);
    this.game.events.once('postrender', () => performance.mark('map-drawn'));
  } },
});
`;

export async function openProduct(): Promise<Site> {
  return serve(`${ROOT}dist/client`);
}

export async function openBare(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'counterweight-bare-'));
  mkdirSync(join(folder, 'assets'));
  copyFileSync(`${ROOT}node_modules/phaser/dist/phaser.esm.min.js`, join(folder, 'assets/phaser.js'));
  writeFileSync(join(folder, 'assets/bare.js'), BARE_SCRIPT);
  writeFileSync(join(folder, 'index.html'), BARE_PAGE);
  await compressFolder(folder);
  const site = await serve(folder);
  return {
    ...site,
    close: async () => {
      await site.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function serve(folder: string): Promise<Site> {
  const site = await createSite(folder);
  await site.listen({ port: 0, host: '127.0.0.1' });
  const { port } = site.server.address() as AddressInfo;
  return { address: `http://localhost:${port}/`, close: () => site.close() };
}
