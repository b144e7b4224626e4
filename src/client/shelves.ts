// What the screens read from: content and its words, or why there are none.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import interfaceWords from '../../levels/text/en/interface.json';
import type { Content } from '../content/crossref.ts';
import type { Problem } from '../content/problems.ts';
import type { TellingKey, Vocabulary } from '../telling/wording.ts';

export interface Shelves {
  content: Content;
  words: Vocabulary;
}

export type Fetched = { ok: true; shelves: Shelves } | { ok: false; trouble: 'content' | 'fetch'; problems: readonly Problem[] };

/** Words of the interface alone, there before the library that knows plurals and languages. */
export const shellWords: Vocabulary = {
  language: 'en',
  t: (key, values = {}) => (lookedUp(key) ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')),
  has: (key) => lookedUp(key) !== undefined,
};

function lookedUp(key: TellingKey): string | undefined {
  let group: unknown = interfaceWords;
  for (const part of key.slice('interface:'.length).split('.')) group = (group as Record<string, unknown> | undefined)?.[part];
  return typeof group === 'string' ? group : undefined;
}

export async function fetchShelves(): Promise<Fetched> {
  try {
    const { assembled, createWords } = await import('./shelf.ts');
    if (!assembled.ok) return { ok: false, trouble: 'content', problems: assembled.problems };
    const { content } = assembled;
    return { ok: true, shelves: { content, words: createWords<TellingKey>(content.text, 'en') } };
  } catch (error) {
    console.error(error);
    return { ok: false, trouble: 'fetch', problems: [] };
  }
}

export const ShelvesContext = createContext<Shelves | null>(null);

export function useShelves(): Shelves {
  const shelves = useContext(ShelvesContext);
  if (shelves === null) throw new Error('A screen is shown before its content is there');
  return shelves;
}
