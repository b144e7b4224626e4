// Builds the game into one file that opens without a server: for homework where the school's server is out of reach.

import { renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig, type Plugin, type UserConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { inlineWorker } from './src/tools/build/inlineWorker.ts';
import common from './vite.config.ts';

const FOLDER = fileURLToPath(new URL('dist/file/', import.meta.url));
/** What only a served page has use for. */
const SERVED = /^(?:precompress|preload-map|vite-plugin-pwa)/;

const named: Plugin = {
  name: 'name-of-the-file',
  enforce: 'post',
  closeBundle: () => renameSync(`${FOLDER}index.html`, `${FOLDER}counterweight.html`),
};

const { plugins = [], ...rest } = common as UserConfig;
const kept = plugins.flat(3).filter((plugin) => typeof plugin === 'object' && plugin !== null && 'name' in plugin && !SERVED.test(plugin.name));

export default defineConfig(
  mergeConfig(rest, {
    plugins: [inlineWorker, ...kept, viteSingleFile(), named],
    build: { outDir: FOLDER, assetsInlineLimit: Number.MAX_SAFE_INTEGER, manifest: false },
  } satisfies UserConfig),
);
