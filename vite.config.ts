// Builds the client; the server runs from its source.

import { defineConfig } from 'vite';
import english from './levels/text/en/interface.json' with { type: 'json' };

/** The few words that stand in the page before any script runs. */
const wordsOfThePage = {
  name: 'words-of-the-page',
  transformIndexHtml: (html: string) => html.replaceAll('%NAME%', english.app.name).replaceAll('%NO_SCRIPT%', english.app.noScript),
};

export default defineConfig({
  root: 'src/client',
  base: './',
  plugins: [wordsOfThePage],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: '../../dist/client', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { fs: { allow: ['../..'] } },
});
