// The keys of all words, typed from the English file, so that a wrong key does not compile; and how numbers and dates are written.

import type english from '../../levels/text/en/interface.json';
import type kit from '../../levels/text/en/kit.json';
import type live from '../../levels/text/en/live.json';
import type { Namespace } from '../content/wordSchemas.ts';
import type { Words } from '../content/words.ts';

type Stem<Key extends string> = Key extends `${infer Before}_${'zero' | 'one' | 'other'}` ? Before : Key;
type Leaf<Group> = { [Key in keyof Group & string]: Group[Key] extends string ? Stem<Key> : `${Key}.${Leaf<Group[Key]>}` }[keyof Group & string];

export type InterfaceKey = `interface:${Leaf<Omit<typeof english, '$note' | '$schema'>>}`;
export type LiveKey = `live:${Leaf<Omit<typeof live, '$note' | '$schema'>>}`;
export type KitKey = `kit:${Leaf<Omit<typeof kit, '$note' | '$schema'>>}`;
export type TellingKey = InterfaceKey | LiveKey | KitKey | `${Exclude<Namespace, 'interface' | 'live' | 'kit'>}:${string}`;
export type Vocabulary = Words<TellingKey>;

/** A level in tenths as points with one decimal: 523 is "52.3". */
export function points(words: Vocabulary, tenths: number): string {
  return formatter(words.language, 1).format(tenths / 10);
}

/** The same with its sign, always; a true minus. */
export function signed(words: Vocabulary, tenths: number): string {
  return `${tenths > 0 ? '+' : tenths < 0 ? '−' : '±'}${points(words, Math.abs(tenths))}`;
}

/** A level in tenths as the scale of a chart has it: whole points, a true minus. */
export function tick(words: Vocabulary, tenths: number): string {
  return `${tenths < 0 ? '−' : ''}${whole(words, Math.abs(tenths) / 10)}`;
}

export function whole(words: Vocabulary, value: number): string {
  return formatter(words.language, 0).format(value);
}

/** Per mille as whole per cent: 347 is "35 %". */
export function percent(words: Vocabulary, perMille: number): string {
  return words.t('interface:unit.percent', { value: whole(words, perMille / 10) });
}

/** English dates are written "18 June 2024", as the words around them are. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(language: string, digits: number): Intl.NumberFormat {
  const key = `${language} ${digits}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formatters.set(key, made);
  return made;
}

/** The month in which a turn's quarter begins, such as "September 2024". @param turn 0-based; the level's turns give the month after its end */
export function monthOf(words: Vocabulary, start: string, turn: number): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  return dates(words, 'month').format(Date.UTC(year, month - 1 + 3 * turn, 1));
}

/** The three months of a turn, such as "September–November 2023". */
export function quarterOf(words: Vocabulary, start: string, turn: number): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  const first = month - 1 + 3 * turn;
  return dates(words, 'month').formatRange(Date.UTC(year, first, 1), Date.UTC(year, first + 2, 1));
}

/** The same month as short as a chart needs it, such as "Sept 2024". */
export function shortMonthOf(words: Vocabulary, start: string, turn: number): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  return dates(words, 'short').format(Date.UTC(year, month - 1 + 3 * turn, 1));
}

/** An ISO date as far as it is known, or two, such as "18–19 June 2024". */
export function dateOf(words: Vocabulary, iso: string, precision: 'day' | 'month', to?: string): string {
  const from = Date.parse(`${iso}T00:00:00Z`);
  return to === undefined ? dates(words, precision).format(from) : dates(words, precision).formatRange(from, Date.parse(`${to}T00:00:00Z`));
}

const calendars = new Map<string, Intl.DateTimeFormat>();
function dates({ language }: Vocabulary, precision: 'day' | 'month' | 'short'): Intl.DateTimeFormat {
  const key = `${language} ${precision}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  const parts: Intl.DateTimeFormatOptions = { month: precision === 'short' ? 'short' : 'long', year: 'numeric', timeZone: 'UTC' };
  const made = new Intl.DateTimeFormat(localeOf(language), precision === 'day' ? { ...parts, day: 'numeric' } : parts);
  calendars.set(key, made);
  return made;
}

export type Likelihood = 'almostNone' | 'veryUnlikely' | 'unlikely' | 'even' | 'likely' | 'veryLikely' | 'almostCertain';
/** Upper bounds, per mille, of analysts' usual words for chances. */
const LIKELIHOODS: readonly [number, Likelihood][] = [
  [50, 'almostNone'],
  [200, 'veryUnlikely'],
  [450, 'unlikely'],
  [550, 'even'],
  [800, 'likely'],
  [950, 'veryLikely'],
];

/** @param chance per mille */
export function likelihood(chance: number): Likelihood {
  return LIKELIHOODS.find(([bound]) => chance <= bound)?.[1] ?? 'almostCertain';
}
