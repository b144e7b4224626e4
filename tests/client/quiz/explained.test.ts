import { describe, expect, test } from 'vitest';
import { beliefIn, edgesExplained, optionsExplained } from '../../../src/client/quiz/explained.ts';
import { signedPoints, verdictOf } from '../../../src/client/quiz/wording.ts';
import type { Bank } from '../../../src/content/quizzes.ts';
import { mark } from '../../../src/quiz/marking.ts';
import type { ItemOf, MisconceptionId, OptionId, Response } from '../../../src/quiz/types.ts';
import { words } from '../../telling/campaigns.ts';
import { CHAIN, CHOICE, GRAPH, PLACES, questionOf, SOME } from './items.ts';

const ids = (...all: string[]) => all as OptionId[];

describe('after the answer', () => {
  test('every option is explained in the order in which it was shown, the chosen and the right ones marked', () => {
    const lines = optionsExplained(questionOf(SOME), { kind: 'several', options: ids('a', 'c') }, ids('d', 'c', 'b', 'a'));
    expect(lines.map(({ id, why, yours, key }) => [id, why, yours, key])).toEqual([
      ['d', 'why d', false, false],
      ['c', 'why c', true, false],
      ['b', 'why b', false, true],
      ['a', 'why a', true, true],
    ]);
  });

  test.each([CHOICE, PLACES])('one option is yours: $kind', (item) => {
    const response = { kind: item.kind, option: 'b' } as Response;
    const shown = item.kind === 'one' || item.kind === 'scale' ? item.options.map(({ id }) => id) : [];
    expect(optionsExplained(questionOf(item), response, shown).filter(({ yours }) => yours)).toMatchObject([{ id: 'b', key: false }]);
  });

  test('a chain is told in its right order, with where each step was put and which came too early, as it is marked', () => {
    const response: Response = { kind: 'order', steps: ids('b', 'a', 'c') };
    const lines = optionsExplained(questionOf(CHAIN), response, ids('b', 'a', 'c'));
    expect(lines.map(({ id, place, yours, early }) => [id, place, yours, early])).toEqual([
      ['a', 2, false, false],
      ['b', 1, false, true],
      ['c', 3, true, false],
    ]);
    expect(mark(CHAIN, response).misconceptions).toEqual(['early-b']);
  });

  test('all three signs of each asked arrow are explained, and a given arrow is shown', () => {
    const graph = GRAPH as ItemOf<'signs'>;
    const told = edgesExplained(graph, questionOf(graph).words, { kind: 'signs', signs: { up: 'none', down: 'less' } });
    expect(told.map(({ edge, signs }) => [edge.id, signs.map(({ sign, yours, key }) => `${sign}${yours ? ' yours' : ''}${key ? ' key' : ''}`)])).toEqual([
      ['up', ['more key', 'less', 'none yours']],
      ['down', ['more', 'less yours key', 'none']],
      ['shown', []],
    ]);
    expect(told[0]?.signs.map(({ why }) => why)).toEqual(['up more', 'up less', 'up none']);
  });
});

test('a misconception is named with its paragraphs, and one that the bank does not know is not', () => {
  const id = 'odd' as MisconceptionId;
  const quiz = { id: 'q' as never, misconceptions: [{ id, paragraphs: [2, 5] }], items: [] };
  const bank: Bank = {
    quizzes: [quiz],
    items: new Map(),
    misconceptions: new Map([[id, quiz.misconceptions[0] as never]]),
    text: { en: { q: { title: '', misconceptions: { odd: 'An odd belief.' }, items: {} } } },
  };
  expect(beliefIn(bank, 'en', id)).toEqual({ name: 'An odd belief.', paragraphs: [2, 5] });
  expect(beliefIn(bank, 'en', 'trace-same-time' as MisconceptionId)).toBeNull();
});

test.each([
  [3000, '+3'],
  [-6000, '−6'],
  [-666, '−0.7'],
  [1334, '+1.3'],
  [0, '0'],
  [-20, '0'],
])('%i thousandths of a point read as %s', (thousandths, text) => {
  expect(signedPoints(words, thousandths)).toBe(text);
});

test.each([
  [1000, 'right'],
  [500, 'partly'],
  [0, 'wrong'],
] as const)('a credit of %i is %s', (credit, verdict) => {
  expect(verdictOf({ credit, right: credit === 1000, misconceptions: [] })).toBe(verdict);
});
