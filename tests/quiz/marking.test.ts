// What each kind of item gives for what is answered, and what confidence makes of it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf, mark, points, readResponse } from '../../src/quiz/marking.ts';
import { CONFIDENCES, type Item, type Response } from '../../src/quiz/types.ts';
import { chain, choice, graph, items, one, order, responsesTo, scale, several, signs } from './items.ts';

const MARKED: [what: string, item: Item, response: Response, credit: number, misconceptions: string[]][] = [
  ['the right one of four', choice('one', 4, 'b'), one('b'), 1000, []],
  ['a wrong one of four', choice('one', 4, 'b'), one('c'), 0, ['belief-c']],
  ['the right place on a scale', choice('scale', 5, 'c'), scale('c'), 1000, []],
  ['the place below it', choice('scale', 5, 'c'), scale('b'), 500, ['belief-b']],
  ['the place above it', choice('scale', 5, 'c'), scale('d'), 500, ['belief-d']],
  ['a place further off', choice('scale', 5, 'c'), scale('a'), 0, ['belief-a']],
  ['one end where the key is the other', choice('scale', 4, 'a'), scale('d'), 0, ['belief-d']],
  ['both of two right ones', choice('several', 5, 'ac'), several('ca'), 1000, []],
  ['one of two right ones', choice('several', 5, 'ac'), several('a'), 500, []],
  ['both and a wrong one', choice('several', 5, 'ac'), several('abc'), 500, ['belief-b']],
  ['one right and one wrong', choice('several', 5, 'ac'), several('ab'), 0, ['belief-b']],
  ['all there are', choice('several', 4, 'a'), several('abcd'), 0, ['belief-b', 'belief-c', 'belief-d']],
  ['two of three right ones', choice('several', 5, 'abc'), several('ab'), 666, []],
  ['four steps in order', chain(4), order('abcd'), 1000, []],
  ['two neighbours exchanged', chain(4), order('acbd'), 666, ['belief-c']],
  ['the last step first', chain(4), order('dabc'), 0, ['belief-d']],
  ['a chain told backwards', chain(3), order('cba'), 0, ['belief-b', 'belief-c']],
  ['all signs', graph(['more', 'less']), signs('more', 'less'), 1000, []],
  ['one sign of two', graph(['more', 'less']), signs('more', 'none'), 250, ['belief-1-none']],
  ['two signs of three', graph(['more', 'less', 'none']), signs('more', 'less', 'more'), 500, ['belief-2-more']],
  ['one sign of three', graph(['more', 'less', 'none']), signs('more', 'more', 'more'), 0, ['belief-1-more', 'belief-2-more']],
];

test.each(MARKED)('%s', (_, item, response, credit, misconceptions) => {
  expect(mark(item, response)).toEqual({ credit, right: credit === 1000, misconceptions });
});

test('a misconception that two choices show is named once', () => {
  const item = choice('several', 4, 'a');
  const same = { ...item, options: item.options.map((option) => (option.key ? option : { ...option, misconception: 'belief-b' })) } as Item;
  expect(mark(same, several('bcd')).misconceptions).toEqual(['belief-b']);
});

describe('any item', () => {
  const answered = items.chain((item) => fc.constantFrom(...responsesTo(item)).map((response) => [item, response] as const));

  test('gives 0 to 1000, in whole numbers, and all of it for the key alone', () => {
    fc.assert(
      fc.property(answered, ([item, response]) => {
        const { credit, right, misconceptions } = mark(item, response);
        expect(Number.isInteger(credit) && credit >= 0 && credit <= 1000).toBe(true);
        expect(right).toBe(credit === 1000);
        if (right) expect(misconceptions).toEqual([]);
        expect(new Set(misconceptions).size).toBe(misconceptions.length);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(items, (item) => {
        expect(mark(item, keyOf(item))).toEqual({ credit: 1000, right: true, misconceptions: [] });
        expect(responsesTo(item).filter((response) => mark(item, response).right)).toHaveLength(1);
      }),
    );
  });

  test('reads every response to it and refuses all else', () => {
    fc.assert(
      fc.property(answered, ([item, response]) => {
        expect(readResponse(item, JSON.parse(JSON.stringify(response)))).toEqual(response);
      }),
      { numRuns: 500 },
    );
    const id = fc.constantFrom('a', 'b', 'c', 'edge-0', 'zz', '__proto__', 7, null);
    const nearly = fc.record(
      {
        kind: fc.constantFrom('one', 'several', 'scale', 'order', 'signs', 'other'),
        option: id,
        options: fc.array(id, { maxLength: 4 }),
        steps: fc.array(id, { maxLength: 4 }),
        signs: fc.dictionary(fc.constantFrom('edge-0', 'edge-1', 'edge-9'), fc.constantFrom('more', 'less', 'none', 'much', 3)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(items, fc.oneof(nearly, fc.jsonValue()), (item, sent) => {
        const read = readResponse(item, sent);
        if (read !== null) expect(responsesTo(item).map((response) => mark(item, response).credit)).toContain(mark(item, read).credit);
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, Item, unknown]>([
    ['no choice of several', choice('several', 4, 'a'), { kind: 'several', options: [] }],
    ['a choice twice', choice('several', 4, 'a'), { kind: 'several', options: ['a', 'a'] }],
    ['an option of another item', choice('one', 3, 'a'), { kind: 'one', option: 'z' }],
    ['an option of a scale for a choice of one', choice('one', 3, 'a'), { kind: 'scale', option: 'a' }],
    ['a chain with a step left out', chain(3), { kind: 'order', steps: ['a', 'b'] }],
    ['a chain with a step twice', chain(3), { kind: 'order', steps: ['a', 'b', 'b'] }],
    ['a graph with an edge left out', graph(['more', 'less']), { kind: 'signs', signs: { 'edge-0': 'more' } }],
    ['a graph with the given edge answered', graph(['more']), { kind: 'signs', signs: { 'edge-1': 'more' } }],
    ['no sign at all', graph(['more']), { kind: 'signs', signs: { 'edge-0': 'yes' } }],
  ])('%s is no response', (_, item, sent) => expect(readResponse(item, sent)).toBeNull());
});

describe('blind guessing', () => {
  const guessed = (item: Item, value: (credit: number) => number) => {
    const all = responsesTo(item).map((response) => value(mark(item, response).credit));
    return all.reduce((sum, each) => sum + each, 0) / all.length;
  };
  const GUESSED: [string, Item][] = [
    ...[3, 4, 5, 6].map((count): [string, Item] => [`a chain of ${count}`, chain(count)]),
    ...[2, 3, 4, 6].map((count): [string, Item] => [`${count} signs`, graph(Array.from({ length: count }, () => 'more' as const))]),
    ...['a', 'ab', 'abc'].flatMap((keys) => [4, 5, 6].map((count): [string, Item] => [`${keys.length} right of ${count}`, choice('several', count, keys)])),
  ];
  test.each(GUESSED)('earns little of %s, and loses points with any confidence', (_, item) => {
    expect(guessed(item, (credit) => credit)).toBeLessThan(400);
    for (const confidence of [2, 3] as const) expect(guessed(item, (credit) => points({ credit }, confidence))).toBeLessThan(0);
  });
});

describe('points', () => {
  test('are 1, 2, 3 for what is right, and 0, −2, −6 for what is wrong', () => {
    expect(CONFIDENCES.map((confidence) => [points({ credit: 1000 }, confidence), points({ credit: 0 }, confidence)])).toEqual([
      [1000, 0],
      [2000, -2000],
      [3000, -6000],
    ]);
  });

  test('rise with the credit', () => {
    for (const confidence of CONFIDENCES) {
      for (let credit = 1; credit <= 1000; credit++) expect(points({ credit }, confidence)).toBeGreaterThan(points({ credit: credit - 1 }, confidence));
    }
  });

  test('pay best for the confidence that fits: from two thirds right on fairly sure, from four fifths very sure', () => {
    const best = (chance: number) => {
      const paid = CONFIDENCES.map((confidence) => chance * points({ credit: 1000 }, confidence) + (1 - chance) * points({ credit: 0 }, confidence));
      return CONFIDENCES[paid.indexOf(Math.max(...paid))];
    };
    expect([0.3, 0.65, 0.68, 0.78, 0.82, 1].map(best)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});
