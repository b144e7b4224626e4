// `virtual:catalogue`: the levels as the title screen lists them, read at build time.

import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { catalogueOf } from '../../telling/catalogue.ts';

const ID = 'virtual:catalogue';
const RESOLVED = `\0${ID}`;
const LEVELS = new URL('../../../levels/', import.meta.url);

export function cataloguePlugin(): Plugin {
  return {
    name: 'catalogue',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const files = readdirSync(LEVELS).filter((name) => name.endsWith('.json'));
      return `export default ${JSON.stringify(catalogueOf(files, (name) => JSON.parse(readFileSync(new URL(name, LEVELS), 'utf8'))))}`;
    },
  };
}
