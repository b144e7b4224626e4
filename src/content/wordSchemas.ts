// The files of words, levels/text/<language>/<namespace>.json: nested by id, with notes to the translator left out.

import { z } from 'zod';
import { interfaceText, list, meaning, prose } from './fields.ts';

const TITLE = 160;
const LINE = 600;
const PROSE = 4000;
const MAX_BRIEFINGS = 12;

/** A language's tag, such as `en` or `pt-BR`. */
export const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

interface Nested {
  [key: string]: string | Nested;
}

const briefings = list(prose(900, 'paragraphs'), 1, MAX_BRIEFINGS);
const levelWords = z.strictObject({ title: prose(TITLE), subtitle: prose(TITLE), premise: prose(PROSE, 'paragraphs'), briefings, epilogue: prose(PROSE, 'paragraphs') });
const endingWords = z.strictObject({ title: prose(TITLE), text: prose(PROSE, 'paragraphs') });

/** Dots and colons would part keys for i18next. */
const KEY = /^[A-Za-z0-9_-]{1,64}$/;
const plainKeys = meaning<Record<string, unknown>>((group, refuse) => {
  for (const key of Object.keys(group)) if (!KEY.test(key)) refuse([key], 'a key of letters, digits, _ and -');
});
const interfaceEntry: z.ZodType<string | Nested> = z.union([interfaceText, z.lazy(() => z.record(z.string(), interfaceEntry).superRefine(plainKeys))], 'text or a group of texts');

const NOTES = { $schema: z.string().max(200).optional(), $note: z.string().max(PROSE).optional() };

function words<Entry extends z.ZodType>(entry: Entry) {
  return z
    .object(NOTES)
    .catchall(entry)
    .transform(({ $schema: _, $note: __, ...entries }) => entries as unknown as Record<string, z.output<Entry>>)
    .superRefine(plainKeys);
}

export const WORD_SCHEMAS = {
  claims: words(prose(LINE)),
  facts: words(prose(LINE)),
  rules: words(z.strictObject({ title: prose(LINE), why: prose(LINE).exactOptional() })),
  cards: words(z.strictObject({ title: prose(TITLE), line: prose(LINE) })),
  moves: words(z.strictObject({ headline: prose(LINE), detail: prose(LINE), sign: prose(LINE).exactOptional() })),
  intelligence: words(z.strictObject({ subject: prose(TITLE), readings: z.record(z.string(), prose(LINE)) })),
  levels: words(levelWords),
  endings: words(endingWords),
  assumptions: words(z.strictObject({ title: prose(TITLE), more: prose(LINE) })),
  rivals: words(z.strictObject({ title: prose(TITLE), case: prose(PROSE, 'paragraphs') })),
  interface: words(interfaceEntry),
  /** Of live sessions: they stand apart from `interface`, which is there before all else. */
  live: words(interfaceEntry),
  /** Of the teacher's kit. */
  kit: words(interfaceEntry),
};

export type Namespace = keyof typeof WORD_SCHEMAS;
export const NAMESPACES = Object.keys(WORD_SCHEMAS) as Namespace[];
/** Words of pages that fetch them for themselves: content may be assembled without them. */
export const FETCHED_APART: readonly Namespace[] = ['kit'] satisfies Apart[];
type Apart = 'kit';
type TextsOf<Names extends Namespace> = { [Name in Names]: z.output<(typeof WORD_SCHEMAS)[Name]> };
export type Texts = TextsOf<Exclude<Namespace, Apart>> & Partial<TextsOf<Apart>>;
/** The words of each language, such as `en`. */
export type TextByLanguage = Readonly<Record<string, Texts>>;

/** What a stranger's level file carries of them, inline. */
export const inlineText = z.record(z.string(), z.strictObject({ levels: z.record(z.string(), levelWords), endings: z.record(z.string(), endingWords).default({}) })).superRefine(
  meaning<Record<string, unknown>>((languages, refuse) => {
    for (const language of Object.keys(languages)) if (!LANGUAGE.test(language)) refuse([language], 'a language such as "en"');
  }),
);
