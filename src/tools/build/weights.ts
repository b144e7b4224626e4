// What the built client weighs, by the part a visitor waits for. Parts are known by the module a chunk begins with, never by its hashed name.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBrotli, toGzip } from './precompress.ts';

export type Part = 'shell' | 'content' | 'pages' | 'theatre' | 'sound' | 'looks' | 'later';

/** kB (1000 bytes) of brotli for text, as it is for the rest. */
export const BUDGETS: Readonly<Record<Exclude<Part, 'later'> | 'firstVisit', number>> = {
  shell: 60,
  content: 110,
  pages: 60,
  theatre: 190,
  sound: 290,
  looks: 110,
  firstVisit: 900,
};

export const MEANING: Readonly<Record<Part | 'firstVisit', string>> = {
  shell: 'script before the title is usable',
  content: 'levels, words and what reads them',
  pages: 'script of desk, world and saves',
  theatre: 'Phaser, the map and its geometry',
  sound: 'the mixer and the sprite',
  looks: 'the page itself, styles and typefaces',
  later: 'not fetched on a first visit',
  firstVisit: 'all that a first visit fetches up to the first desk, with map and sound',
};

/** By the module that is imported when the program runs. What is not named here is fetched early: `pages`. */
const BEGINS: readonly [RegExp, Part][] = [
  [/^theatre\//, 'theatre'],
  [/^audio\//, 'sound'],
  [/^shelf\.ts$/, 'content'],
  [/^(?:debrief|history|live|quiz|review|teach)\/|^quiz(?:Rooms|Shelf)\.|^screens\/(?:debrief|replay|about)\./, 'later'],
];

/** Of files that no chunk holds. A browser takes one of the two sprites, and of a typeface the letters it needs. */
const LOOSE: readonly [RegExp, Part][] = [
  [/latin-ext.*\.woff2$/, 'later'],
  [/\.woff2$|\.html$|\.css$/, 'looks'],
  [/\.mp3$/, 'later'],
  [/\.(?:webm|ogg|opus)$/, 'sound'],
  [/geometry.*\.json$/, 'theatre'],
  [/worker.*\.js$|^sw\.js$/i, 'later'],
];

export interface Weighed {
  /** Path inside the build. */
  file: string;
  part: Part;
  /** Bytes. */
  brotli: number;
  gzip: number;
  plain: number;
}

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
  css?: string[];
}

export class NoBuild extends Error {}

/** @param folder the built client; @throws {NoBuild} when there is none, or its manifest names what is not there */
export async function weigh(folder: string): Promise<Weighed[]> {
  const manifestFile = join(folder, '.vite/manifest.json');
  if (!existsSync(manifestFile)) throw new NoBuild(`There is no ${manifestFile}: run npm run build first`);
  const parts = partsOf(JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz|map)$/.test(entry.name) && !entry.parentPath.endsWith('.vite'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'));
  const absent = [...parts.keys()].filter((file) => !files.includes(file));
  if (absent.length > 0) throw new NoBuild(`The build in ${folder} is not whole: ${absent.join(', ')} is missing`);
  return Promise.all(files.sort().map((file) => weighFile(folder, file, parts.get(file) ?? looseOf(file))));
}

/** Each chunk belongs to the first part that needs it, in the order in which a visitor meets them. */
function partsOf(manifest: Readonly<Record<string, Chunk>>): Map<string, Part> {
  const order: readonly Part[] = ['shell', 'content', 'pages', 'theatre', 'sound', 'later'];
  const chunks = Object.values(manifest);
  const begun = chunks.filter(({ isEntry, isDynamicEntry }) => isEntry === true || isDynamicEntry === true);
  const parts = new Map<string, Part>();
  for (const part of order) {
    for (const chunk of begun.filter((one) => beginsWith(one) === part)) claim(chunk, part);
  }
  return parts;

  function claim({ file, imports = [], css = [] }: Chunk, part: Part): void {
    if (parts.has(file)) return;
    parts.set(file, part);
    for (const sheet of css) if (!parts.has(sheet)) parts.set(sheet, part === 'later' ? 'later' : 'looks');
    for (const name of imports) {
      const imported = manifest[name];
      if (imported !== undefined) claim(imported, part);
    }
  }
}

function beginsWith({ isEntry, src = '' }: Chunk): Part {
  if (isEntry === true) return 'shell';
  return BEGINS.find(([pattern]) => pattern.test(src))?.[1] ?? 'pages';
}

function looseOf(file: string): Part {
  return LOOSE.find(([pattern]) => pattern.test(file))?.[1] ?? 'looks';
}

async function weighFile(folder: string, file: string, part: Part): Promise<Weighed> {
  const bytes = readFileSync(join(folder, file));
  const plain = bytes.length;
  if (/\.(?:woff2|webm|mp3|ogg|opus|png|webp|jpe?g)$/.test(file)) return { file, part, brotli: plain, gzip: plain, plain };
  const [brotli, gzip] = await Promise.all([packed('br', toBrotli), packed('gz', toGzip)]);
  return { file, part, brotli, gzip, plain };

  async function packed(ending: string, pack: (text: Uint8Array) => Promise<Uint8Array>): Promise<number> {
    const beside = join(folder, `${file}.${ending}`);
    return existsSync(beside) ? readFileSync(beside).length : Math.min(plain, (await pack(bytes)).length);
  }
}

export interface Line {
  part: Part | 'firstVisit';
  /** Bytes. */
  brotli: number;
  gzip: number;
  /** kB; none for what comes later. */
  budget: number | null;
  over: boolean;
}

export function linesOf(weighed: readonly Weighed[]): Line[] {
  const parts: readonly Part[] = ['shell', 'content', 'pages', 'theatre', 'sound', 'looks', 'later'];
  return [
    ...parts.slice(0, -1).map((part) => line(part, (file) => file.part === part)),
    line('firstVisit', ({ part }) => part !== 'later'),
    line('later', ({ part }) => part === 'later'),
  ];

  function line(part: Line['part'], counts: (file: Weighed) => boolean): Line {
    const counted = weighed.filter(counts);
    const brotli = counted.reduce((sum, file) => sum + file.brotli, 0);
    const budget = part === 'later' ? null : BUDGETS[part];
    return { part, brotli, gzip: counted.reduce((sum, file) => sum + file.gzip, 0), budget, over: budget !== null && brotli > budget * 1000 };
  }
}
