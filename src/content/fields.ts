// The pieces that schemas of files are made of. Every message is a noun phrase: what is expected at that place.
// Here alone a checked string becomes an id of the rules.

import { z } from 'zod';
import type { CardId, ClaimId, MoveId, RuleId } from '../rules/types.ts';
import { PER_MILLE } from './ranges.ts';

z.config({ jitless: true });

const ID_SHAPE = /^[a-z0-9-]{1,48}$/;
const ID_EXPECTED = 'an id of 1 to 48 small letters, digits and dashes, such as "joint-exercises"';

/** Refuses a value for what it means, once its shape is right. */
export type Refuse = (path: readonly PropertyKey[], expected: string, more?: { found?: string; cure?: string }) => void;

export function meaning<Value>(judge: (value: Value, refuse: Refuse) => void) {
  return (value: Value, context: z.RefinementCtx) =>
    judge(value, (path, expected, more = {}) => context.addIssue({ code: 'custom', path: [...path], message: expected, params: more }));
}

export function whole(least: number, most: number): z.ZodInt {
  const expected = `a whole number from ${least} to ${most}`;
  return z.int(expected).min(least, expected).max(most, expected);
}

export const perMille = whole(0, PER_MILLE);
export const tenths = whole(0, PER_MILLE);

/** "constructor" would be found on every object. */
export function id<Id extends string>(): z.ZodType<Id, string> {
  const shape = z
    .string(ID_EXPECTED)
    .regex(ID_SHAPE, ID_EXPECTED)
    .refine((text) => text !== 'constructor', 'an id that is no name of JavaScript');
  return shape as unknown as z.ZodType<Id, string>;
}

export const claimId = id<ClaimId>();
export const cardId = id<CardId>();
export const moveId = id<MoveId>();
export const ruleId = id<RuleId>();
export const turn = whole(0, 11);
export const day = z.iso.date('a date such as 2023-05-31');
/** What every file but those of words opens with. */
export const HEADER = { $schema: z.string().max(200).optional(), schema: z.literal(1, 'the number 1, the format of this file') };

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values);
}

export function list<Item extends z.ZodType>(item: Item, least: number, most: number) {
  const expected = least === 0 ? `a list of at most ${most}` : `a list of ${least} to ${most}`;
  return z.array(item, expected).min(least, expected).max(most, expected);
}

/** A list in which no two items have the same key; `at` is where in an item the key stands. */
function listWithout<Item extends z.ZodType>(item: Item, least: number, most: number, keyOf: (value: z.output<Item>) => unknown, at: readonly string[]) {
  return list(item, least, most).superRefine(
    meaning<z.output<Item>[]>((values, refuse) => {
      const first = new Map<unknown, number>();
      values.forEach((value, i) => {
        const key = keyOf(value);
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, i);
        else
          refuse([i, ...at], 'something not in the list before', { found: `a second ${JSON.stringify(key)} (the first is [${earlier}])`, cure: 'remove or rename one of the two' });
      });
    }),
  );
}

/** No item twice. */
export function distinct<Item extends z.ZodType>(item: Item, least: number, most: number) {
  return listWithout(item, least, most, (value) => value, []);
}

/** No two items with the same value under a key. */
export function distinctBy<Key extends string, Item extends z.ZodType<Readonly<Record<Key, unknown>>>>(key: Key, item: Item, least: number, most: number) {
  return listWithout(item, least, most, (value) => value[key], [key]);
}

const LINE_BREAK = /\n/;
/** HTML and addresses have no place in words that are shown as they are; `$t(` would make i18next look words up inside words. */
const MARKUP = /<[a-z/!]|https?:|www\.|javascript:/i;
const NESTING = '$t(';

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Words for people. A `line` has no line break. */
export function prose(most: number, shape: 'line' | 'paragraphs' = 'line') {
  const expected = `text of 1 to ${most} characters`;
  return z
    .string(expected)
    .max(most, expected)
    .refine((text) => text.trim() !== '', expected)
    .refine((text) => shape === 'paragraphs' || !LINE_BREAK.test(text), 'text on one line')
    .refine((text) => !MARKUP.test(text), 'plain text without HTML or addresses')
    .refine((text) => !text.includes(NESTING), 'text without "$t("');
}

/** Words of the interface are ours and may show markup such as `<seed>` as it is. */
export const interfaceText = z
  .string('text of at most 2000 characters')
  .max(2000, 'text of at most 2000 characters')
  .refine((text) => !text.includes(NESTING), 'text without "$t("');
