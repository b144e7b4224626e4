// The built client in a pretended language: every word accented and 40 % longer. For what only another language would show.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Plugin } from 'vite';
import { inject } from 'vitest';
import { pseudo } from '../../src/content/words.ts';
import { buildClient } from './build.ts';
import { ROOT } from './product.ts';

const SHELF = /client\/shelf\.ts$/;
const DOOR = "export { createWords } from '../content/words.ts';";
const PRETENDING = `
import { createWords as plain, pseudo } from '../content/words.ts';
const longer = (words) => typeof words === 'string' ? pseudo(words) : Array.isArray(words) ? words.map(longer) : Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, longer(inner)]));
export const createWords = (text, language) => plain(longer(text), language);
`;

/** The bank's words: lengthened once they are checked, for a file may not be as long. */
const QUIZ_SHELF = /client\/quizShelf\.ts$/;
const BANK_DOOR = "import { type AssembledBank, assembleBank, type QuizShelf } from '../content/quizzes.ts';";
const LONGER_BANK = `
import { assembleBank as plainBank } from '../content/quizzes.ts';
import { pseudo } from '../content/words.ts';
const longer = (words) => typeof words === 'string' ? pseudo(words) : Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, longer(inner)]));
const assembleBank = (files, shelf) => {
  const found = plainBank(files, shelf);
  return found.ok ? { ok: true, bank: { ...found.bank, text: longer(found.bank.text) } } : found;
};
`;

/** All words again, the kit's among them. */
const KIT_SHELF = /client\/teach\/kitShelf\.ts$/;
const KIT_DOOR = "import { createWords } from '../../content/words.ts';";

/** The shell's own words, which are there before all others. */
const SHELVES = /client\/shelves\.ts$/;
const GROUPS = '{ interface: interfaceWords, levels: catalogue.text }';
const OWN_WORDS =
  "import { pseudo } from '../content/words.ts';\nconst longer = (words) => typeof words === 'string' ? pseudo(words) : Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, longer(inner)]));\n";

/** Words of live sessions, for pages that stand without the content. */
const LIVE_WORDS = /client\/live\/words\.ts$/;
const ADDED = "addWords('live', live);";

const pretend: Plugin = {
  name: 'pretended-language',
  enforce: 'pre',
  transform(code, id) {
    if (SHELVES.test(id)) {
      if (!code.includes(GROUPS)) throw new Error('src/client/shelves.ts keeps its own words otherwise than this test knows');
      return OWN_WORDS + code.replace(GROUPS, `longer(${GROUPS})`);
    }
    if (LIVE_WORDS.test(id)) {
      if (!code.includes(ADDED)) throw new Error('src/client/live/words.ts adds its words otherwise than this test knows');
      return OWN_WORDS.replace('../content/', '../../content/') + code.replace(ADDED, "addWords('live', longer(live));");
    }
    if (QUIZ_SHELF.test(id)) {
      if (!code.includes(BANK_DOOR)) throw new Error('src/client/quizShelf.ts gets its bank by another door than this test knows');
      return code.replace(BANK_DOOR, LONGER_BANK);
    }
    if (KIT_SHELF.test(id)) {
      if (!code.includes(KIT_DOOR)) throw new Error('src/client/teach/kitShelf.ts makes its words otherwise than this test knows');
      return code.replace(KIT_DOOR, PRETENDING.replaceAll('../content/', '../../content/').replace('export const', 'const'));
    }
    if (!SHELF.test(id)) return null;
    if (!code.includes(DOOR)) throw new Error('src/client/shelf.ts gives out words by another door than this test knows');
    return code.replace(DOOR, PRETENDING);
  },
};

/** Built once for all files of tests. @returns the folder that holds the built client */
export async function buildPretended(): Promise<string> {
  const outDir = join(inject('shared'), 'pretended');
  if (!existsSync(join(outDir, 'index.html'))) await buildClient({ plugins: [pretend], build: { outDir, emptyOutDir: true } });
  return outDir;
}

/** The gallery, which the product leaves out, built as the product is and once for all files of tests. @returns the folder that holds it */
export async function buildGallery(language: 'plain' | 'pretended'): Promise<string> {
  const outDir = join(inject('shared'), `gallery-${language}`);
  const plugins = language === 'pretended' ? [pretend] : [];
  if (!existsSync(join(outDir, 'gallery.html'))) await buildClient({ plugins, build: { outDir, emptyOutDir: true, rolldownOptions: { input: `${ROOT}src/client/gallery.html` } } });
  return outDir;
}

/** Words of a session's questions and names, as the server sends them. */
const SENT_WORDS = ['stem', 'text', 'why', 'name', 'title'];

const inLongerWords = (body: string): string => {
  const longer = (value: unknown) => (typeof value === 'string' ? pseudo(value) : value);
  return JSON.stringify(
    JSON.parse(body, (key, value) => {
      // Names of a graph's nodes stand by id.
      if (key === 'nodes' && !Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([id, text]) => [id, longer(text)]));
      return SENT_WORDS.includes(key) ? longer(value) : value;
    }),
  );
};

/**
 * Answers the page's requests from the folder.
 * @param server the real one, for what goes to `/api`; streams are held back, so that pages go over to polls
 * @param sent whether the server's words are to be lengthened too
 */
export async function serveFrom(page: Page, folder: string, server?: string, sent: 'as-they-are' | 'longer' = 'as-they-are'): Promise<void> {
  await page.route('**/*', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    if (!pathname.startsWith('/api') || server === undefined) return route.fulfill({ path: join(folder, pathname === '/' ? 'index.html' : pathname) });
    const { origin: _, ...headers } = await route.request().allHeaders();
    if (headers.accept?.includes('text/event-stream')) return;
    const response = await route.fetch({ url: `${server}${pathname.slice(1)}${search}`, headers, timeout: 60_000 }).catch(() => null);
    // The page was left meanwhile.
    if (response === null) return route.abort().catch(() => undefined);
    const isLonger = sent === 'longer' && (response.headers()['content-type'] ?? '').includes('json');
    await route.fulfill(isLonger ? { response, body: inLongerWords(await response.text()) } : { response }).catch(() => undefined);
  });
}
