// Words by key, in a language or else in English: a thin layer over i18next that fetches nothing and is ready at once.

import { createInstance } from 'i18next';
import { SOURCE_LANGUAGE } from './wordChecks.ts';
import { NAMESPACES, type Namespace, type TextByLanguage } from './wordSchemas.ts';

/** Such as `cards:joint-exercises.title` or `levels:long-war.briefings.0`. */
export type WordKey = `${Namespace}:${string}`;

export interface Words<Key extends string = WordKey> {
  language: string;
  /** The words for a key, with `{{placeholders}}` filled in; `count` chooses the plural form. The key itself where there are no words. */
  t(key: Key, values?: Readonly<Record<string, string | number>>): string;
  has(key: Key): boolean;
}

export function createWords<Key extends string = WordKey>(text: TextByLanguage, language: string): Words<Key> {
  const i18n = createInstance({
    lng: language,
    fallbackLng: SOURCE_LANGUAGE,
    ns: NAMESPACES,
    resources: text as Record<string, Record<string, object>>,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  void i18n.init();
  return {
    language,
    // Words come from strangers too: they may not look up other words.
    t: (key, values = {}) => i18n.t(key, { ...values, nest: false }),
    has: (key) => i18n.exists(key),
  };
}

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀçðéƒĝĥíĵķļɱñöþǫŕšţüṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const PLACEHOLDER = /(\{\{.*?\}\})/;
const GROWTH = 0.4;

/** A text as a pretended language would have it: accented and 40 % longer, its placeholders kept. For tests of layout and of words left untranslated. */
export function pseudo(text: string): string {
  const parts = text.split(PLACEHOLDER);
  const letters = parts.filter((_, i) => i % 2 === 0).join('').length;
  const accented = parts.map((part, i) => (i % 2 === 1 ? part : part.replace(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] as string)));
  return accented.join('') + '~'.repeat(Math.ceil(letters * GROWTH));
}
