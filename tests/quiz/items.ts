// Items to be marked, and every item and response there can be.

import fc from 'fast-check';
import type { Item, ItemId, ItemOf, ItemWords, MisconceptionId, OptionId, Question, Response, Sign } from '../../src/quiz/types.ts';
import { SIGNS } from '../../src/quiz/types.ts';
import type { ClaimId } from '../../src/rules/types.ts';

const base = { id: 'item' as ItemId, claim: 'a-claim' as ClaimId, thinking: 'apply', twinOf: null, facts: [] } as const;
const belief = (id: string) => `belief-${id}` as MisconceptionId;
const letters = (count: number) => Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i));

/** Options a, b, c …; those of `keys` are right, and each other names `belief-` and its letter. */
export function choice(kind: 'one' | 'several', count: number, keys: string): ItemOf<'one' | 'several'>;
export function choice(kind: 'scale', count: number, keys: string): ItemOf<'scale'>;
export function choice(kind: 'one' | 'several' | 'scale', count: number, keys: string): Item {
  const options = letters(count).map((id) =>
    keys.includes(id) ? { id: id as OptionId, key: true as const } : { id: id as OptionId, key: false as const, misconception: belief(id) },
  );
  return { ...base, kind, options };
}

/** Steps a, b, c … in this order. */
export function chain(count: number): ItemOf<'order'> {
  return { ...base, kind: 'order', steps: letters(count).map((id, i) => ({ id: id as OptionId, early: i === 0 ? null : belief(id) })) };
}

/** One asked edge for each sign, and one that is given. */
export function graph(signs: readonly Sign[]): ItemOf<'signs'> {
  const nodes = letters(signs.length + 2) as OptionId[];
  const edge = (i: number) => ({ id: `edge-${i}` as OptionId, from: nodes[0] as OptionId, to: nodes[i + 1] as OptionId });
  const wrong = (i: number, right: Sign) => Object.fromEntries(SIGNS.filter((sign) => sign !== right).map((sign) => [sign, belief(`${i}-${sign}`)]));
  return {
    ...base,
    kind: 'signs',
    nodes,
    edges: [...signs.map((sign, i) => ({ ...edge(i), sign, given: false as const, wrong: wrong(i, sign) })), { ...edge(signs.length), sign: 'more', given: true }],
  };
}

export const one = (option: string): Response => ({ kind: 'one', option: option as OptionId });
export const scale = (option: string): Response => ({ kind: 'scale', option: option as OptionId });
export const several = (options: string): Response => ({ kind: 'several', options: [...options] as OptionId[] });
export const order = (steps: string): Response => ({ kind: 'order', steps: [...steps] as OptionId[] });
export const signs = (...chosen: readonly Sign[]): Response => ({ kind: 'signs', signs: Object.fromEntries(chosen.map((sign, i) => [`edge-${i}`, sign])) });

const letter = (count: number) => fc.nat(count - 1).map((i) => letters(count)[i] as string);

/** Every shape of item that a file may hold. */
export const items: fc.Arbitrary<Item> = fc.oneof(
  fc.integer({ min: 3, max: 5 }).chain((count) => letter(count).map((key) => choice('one', count, key) as Item)),
  fc.integer({ min: 4, max: 7 }).chain((count) => letter(count).map((key) => choice('scale', count, key) as Item)),
  fc
    .integer({ min: 4, max: 6 })
    .chain((count) => fc.subarray(letters(count), { minLength: 1, maxLength: count - 1 }).map((keys) => choice('several', count, keys.join('')) as Item)),
  fc.integer({ min: 3, max: 6 }).map((count) => chain(count) as Item),
  fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 8 }).map((all) => graph(all) as Item),
);

/** Every response there can be to an item. */
export function responsesTo(item: Item): Response[] {
  switch (item.kind) {
    case 'one':
    case 'scale':
      return item.options.map(({ id }) => ({ kind: item.kind as 'one' | 'scale', option: id }));
    case 'several':
      return subsets(item.options.map(({ id }) => id))
        .filter((options) => options.length > 0)
        .map((options) => ({ kind: 'several', options }));
    case 'order':
      return permutations(item.steps.map(({ id }) => id)).map((steps) => ({ kind: 'order', steps }));
    case 'signs':
      return combinations(item.edges.filter(({ given }) => !given).map(({ id }) => id)).map((chosen) => ({ kind: 'signs', signs: chosen }));
  }
}

function subsets<Value>(all: readonly Value[]): Value[][] {
  const [first, ...rest] = all;
  return first === undefined ? [[]] : subsets(rest).flatMap((subset) => [subset, [first, ...subset]]);
}

function permutations<Value>(all: readonly Value[]): Value[][] {
  return all.length === 0 ? [[]] : all.flatMap((first, i) => permutations(all.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

function combinations(edges: readonly string[]): Record<string, Sign>[] {
  const [first, ...rest] = edges;
  return first === undefined ? [{}] : combinations(rest).flatMap((others) => SIGNS.map((sign) => ({ [first]: sign, ...others })));
}

/** An item of one right answer in words; the first text is the key's. */
export function question(stem: string, [key, ...others]: readonly [string, ...string[]], id = 'item', at = 0): Question {
  const texts = others.toSpliced(at, 0, key);
  const options = texts.map((text, i) => {
    const letter = letters(texts.length)[i] as OptionId;
    return text === key ? { id: letter, key: true as const } : { id: letter, key: false as const, misconception: belief(letter) };
  });
  const words: ItemWords = { stem, options: Object.fromEntries(texts.map((text, i) => [letters(texts.length)[i], { text, why: 'Why.' }])), nodes: {}, edges: {} };
  return { item: { ...base, id: id as ItemId, kind: 'one', options }, words };
}
