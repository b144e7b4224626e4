// The order in which options are shown.

import { expect, test } from 'vitest';
import { shownOrder } from '../../src/quiz/layout.ts';
import { draw, STREAM } from '../../src/rules/hash.ts';
import { chain, choice } from './items.ts';

const ROLLS = 6000;
const drawsOf = (seed: number) => (index: number) => draw(seed, STREAM.plan, 0, index);
const shownUnder = (seed: number, item: Parameters<typeof shownOrder>[0]) => shownOrder(item, drawsOf(seed));

test.each([choice('one', 4, 'b'), choice('several', 6, 'ab')])('options of $kind are shown each once, in every place about as often, alike for the same draws', (item) => {
  const { length } = item.options;
  const places = item.options.map(({ id }) => {
    const seen = Array.from({ length }, () => 0);
    for (let seed = 0; seed < ROLLS; seed++) {
      const place = shownUnder(seed, item).indexOf(id);
      seen[place] = (seen[place] ?? 0) + 1;
    }
    return seen;
  });
  const due = ROLLS / length;
  for (const seen of places) for (const count of seen) expect(Math.abs(count - due)).toBeLessThan(5 * Math.sqrt(due));
  expect(shownUnder(7, item)).toEqual(shownUnder(7, item));
  expect([...shownUnder(7, item)].sort()).toEqual(item.options.map(({ id }) => id));
});

test('a scale is shown from one end to the other', () => {
  for (let seed = 0; seed < 20; seed++) expect(shownUnder(seed, choice('scale', 5, 'c'))).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test.each([3, 4, 5, 6])('a chain of %d is shown in any order but the right one', (count) => {
  const item = chain(count);
  const right = item.steps.map(({ id }) => id).join('');
  const shown = new Set(Array.from({ length: ROLLS }, (_, seed) => shownUnder(seed, item).join('')));
  expect(shown).not.toContain(right);
  const orders = [6, 24, 120, 720][count - 3] as number;
  expect(shown.size).toBeGreaterThan(orders * 0.99 - 1.01);
});
