// Builds the client; the server runs from its source.

import { defineConfig } from 'vite';
import english from './levels/text/en/interface.json' with { type: 'json' };
import { phaserSource } from './src/client/theatre/phaserSource.ts';
import { cataloguePlugin } from './src/tools/build/catalogue.ts';
import { offline } from './src/tools/build/offline.ts';
import { precompress } from './src/tools/build/precompress.ts';
import { preloadMap } from './src/tools/build/preload.ts';

/** The few words that stand in the page before any script runs. */
const wordsOfThePage = {
  name: 'words-of-the-page',
  transformIndexHtml: (html: string) => html.replaceAll('%NAME%', english.app.name).replaceAll('%NO_SCRIPT%', english.app.noScript),
};

export default defineConfig({
  root: 'src/client',
  base: './',
  plugins: [wordsOfThePage, cataloguePlugin(), phaserSource(), preloadMap(), offline(), precompress()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: '../../dist/client', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, manifest: true },
  server: { fs: { allow: ['../..'] } },
});
