// What the screens read from: content and its words, or why there are none. The shell's own words are there before both.

import catalogue from 'virtual:catalogue';
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import interfaceWords from '../../levels/text/en/interface.json';
import type { Content } from '../content/crossref.ts';
import type { Problem } from '../content/problems.ts';
import type { TellingKey, Vocabulary } from '../telling/wording.ts';
import { settings } from './settings.ts';

export interface Shelves {
  content: Content;
  words: Vocabulary;
}

export type Fetched = { ok: true; shelves: Shelves } | { ok: false; trouble: 'content' | 'fetch'; problems: readonly Problem[] };

/** The shell's own words come in one language; those of all other pages in each that `levels/text` holds. */
const SHELL_LANGUAGE = 'en';
const plurals = new Intl.PluralRules(SHELL_LANGUAGE);
const GROUPS: Record<string, unknown> = { interface: interfaceWords, levels: catalogue.text };

/** Words of pages that do without the content, such as a student's of a live session. */
export function addWords(group: 'live', words: object): void {
  GROUPS[group] = words;
}

/** Words of the interface and the names of the levels, there before the library that knows all words and languages. */
export const shellWords: Vocabulary = {
  language: SHELL_LANGUAGE,
  t: (key, values = {}) => {
    const found = lookedUp(typeof values.count === 'number' ? `${key}_${plurals.select(values.count)}` : key) ?? lookedUp(key) ?? key;
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  },
  has: (key) => lookedUp(key) !== undefined,
};

function lookedUp(key: string): string | undefined {
  const [name = '', path = ''] = key.split(':');
  let group = GROUPS[name];
  for (const part of path.split('.')) group = (group as Record<string, unknown> | undefined)?.[part];
  return typeof group === 'string' ? group : undefined;
}

/** In which levels and pages are written, once it is known. */
export const languages = signal<readonly string[]>([SHELL_LANGUAGE]);

let fetching: Promise<Fetched> | null = null;

/** Fetched once for all who ask; asked again only after a failure. */
export function fetchShelves(): Promise<Fetched> {
  fetching ??= fetchThem().then((fetched) => {
    if (!fetched.ok) fetching = null;
    return fetched;
  });
  return fetching;
}

async function fetchThem(): Promise<Fetched> {
  try {
    const { assembled, createWords } = await import('./shelf.ts');
    if (!assembled.ok) return { ok: false, trouble: 'content', problems: assembled.problems };
    const { content } = assembled;
    languages.value = Object.keys(content.text);
    return { ok: true, shelves: { content, words: createWords<TellingKey>(content.text, languageAmong(languages.value)) } };
  } catch (error) {
    console.error(error);
    return { ok: false, trouble: 'fetch', problems: [] };
  }
}

/** The language set, where there is such a one. */
function languageAmong(known: readonly string[]): string {
  const wanted = settings.peek().language;
  return known.includes(wanted) ? wanted : SHELL_LANGUAGE;
}

export const ShelvesContext = createContext<Shelves | null>(null);

export function useShelves(): Shelves {
  const shelves = useContext(ShelvesContext);
  if (shelves === null) throw new Error('A screen is shown before its content is there');
  return shelves;
}

/** Words of the interface alone: there without the content too, as on a page that does without it. */
export function useWords(): Vocabulary {
  return useContext(ShelvesContext)?.words ?? shellWords;
}
