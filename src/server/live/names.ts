// What students are called: generated names, and which names of their own are let through.

import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import live from '../../../levels/text/en/live.json' with { type: 'json' };
import { LONGEST_NAME } from '../../protocol/messages.ts';
import type { SeatId } from '../../session/types.ts';

const { adjectives, animals } = live.names;
const FIRST = adjectives.split(' ');
const SECOND = animals.split(' ');
/** Has no divisor in common with the number of names, so that none comes twice before all have come. */
const STRIDE = 769;

/** "Amber Heron": another one for each seat of a session, and other ones under another seed. */
export function generatedName(seed: number, seat: SeatId): string {
  const all = FIRST.length * SECOND.length;
  const at = ((seed % all) + STRIDE * Number(seat.slice(1))) % all;
  return `${FIRST[at % FIRST.length]} ${SECOND[Math.floor(at / FIRST.length)]}`;
}

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Control, format, private and unassigned characters: they hide, reorder or break what is read. */
const UNFIT = /[\p{C}\p{Zl}\p{Zp}<>]/u;
const MARKS_IN_A_ROW = /\p{M}{3,}/u;
const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Thai', 'Han', 'Hangul', 'Hiragana', 'Katakana'].map(
  (name) => new RegExp(`\\p{Script=${name}}`, 'u'),
);
/** Written together. */
const JAPANESE = new Set([7, 9, 10]);

/** A name as it is kept. @returns null where it is refused: empty, too long, of mixed scripts that look alike, hidden characters, or foul */
export function readName(typed: string): string | null {
  const name = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (name === '' || [...name].length > LONGEST_NAME || UNFIT.test(name) || MARKS_IN_A_ROW.test(name)) return null;
  if (!/[\p{L}\p{N}]/u.test(name)) return null;
  const scripts = SCRIPTS.flatMap((script, at) => (script.test(name) ? [at] : []));
  if (scripts.length > 1 && !scripts.every((at) => JAPANESE.has(at))) return null;
  return matcher.hasMatch(name) ? null : name;
}

const { compare } = new Intl.Collator('en', { sensitivity: 'base' });

/** Whether two names would be read as one. */
export function sameName(one: string, other: string): boolean {
  return compare(one, other) === 0;
}
