// The shipped bank holds what the quiz promises, and nobody scores in it by knowing how tests are written.

import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, test } from 'vitest';
import { itemsOn, questionsIn, quizWordsIn } from '../../src/content/quizzes.ts';
import { cuesIn, SUSPECT, scaleWiles, wilesOf } from '../../src/quiz/cues.ts';
import { ITEM_KINDS, type ItemWords, THINKING } from '../../src/quiz/types.ts';
import { bank } from '../bank.ts';
import { content } from '../content.ts';
import article from './articleRuns.json' with { type: 'json' };
import { runsOf } from './runs.ts';

const items = [...bank.items.values()];
const questions = questionsIn(bank, 'en');
const twins = items.filter(({ twinOf }) => twinOf !== null);

describe('the bank', () => {
  test.each(content.claims.map(({ id }) => id))('asks at least five items, twins aside, on %s', (claim) => {
    expect(itemsOn(bank, claim).length).toBeGreaterThanOrEqual(5);
  });

  test('has at least 110 items that are no twins, and at least 20 twins', () => {
    expect(items.length - twins.length).toBeGreaterThanOrEqual(110);
    expect(twins.length).toBeGreaterThanOrEqual(20);
  });

  test('asks in half of its items or more to apply or to evaluate, and in some for every level of thinking', () => {
    expect(items.filter(({ thinking }) => thinking === 'apply' || thinking === 'evaluate').length).toBeGreaterThanOrEqual(items.length / 2);
    expect(new Set(items.map(({ thinking }) => thinking))).toEqual(new Set(THINKING));
  });

  test('has items of all five kinds', () => expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(ITEM_KINDS)));

  test('has no item with a cue', () => expect(cuesIn(questions)).toEqual([]));

  test.each([...wilesOf(questions), ...scaleWiles(questions)].map((each) => [each.wile, each] as const))('gives nothing to a player who %s', (_, { above }) => {
    expect(above).toBeLessThanOrEqual(SUSPECT);
  });

  test('has the key of items of one answer in every place about as often', () => {
    const places = items.flatMap((item) => (item.kind === 'one' && item.options.length === 4 ? [item.options.findIndex(({ key }) => key)] : []));
    for (const place of [0, 1, 2, 3]) expect(places.filter((each) => each === place).length).toBeGreaterThan(places.length / 8);
  });

  test('asks no two items in the same words', () => {
    const stems = questions.map(({ words }) => `${words.stem} ${textsOf(words).sort().join(' ')}`);
    expect(stems.filter((stem, at) => stems.indexOf(stem) !== at)).toEqual([]);
  });
});

function textsOf(words: ItemWords): string[] {
  return [...Object.values(words.options).map(({ text }) => text), ...Object.values(words.nodes)];
}

/** All that a student reads of an item, each text a sentence or more. */
function readingOf(words: ItemWords): string[] {
  return [words.stem, ...Object.values(words.options).flatMap(({ text, why }) => [text, why]), ...Object.values(words.edges).flatMap(({ more, less, none }) => [more, less, none])];
}

/** The school year whose readers follow a text (Flesch and Kincaid). */
function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []);
  const sentence = texts.reduce((sum, text) => sum + Math.max(1, text.match(/[.!?]+(?=["”’)]?(?:\s|$))/g)?.length ?? 0), 0);
  return fleschKincaid({ sentence, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
}

describe('a reader of fourteen', () => {
  test.each(bank.quizzes.map(({ id }) => id))('can follow the items on %s', (id) => {
    const { items: own, misconceptions } = quizWordsIn(bank, id, 'en');
    expect(gradeOf([...Object.values(own).flatMap(readingOf), ...Object.values(misconceptions)])).toBeLessThanOrEqual(9);
  });

  test('is told apart from one of many more years at school', () => {
    expect(gradeOf(['The dog ran home. It was cold.'])).toBeLessThan(3);
    expect(gradeOf(['Notwithstanding considerable international condemnation, proliferation-relevant technological cooperation continues unabated.'])).toBeGreaterThan(16);
  });
});

test('no item repeats eight words of the article in a row', () => {
  const runs = new Set(article.runs);
  const repeated = questions.flatMap(({ item, words }) =>
    [...readingOf(words), ...textsOf(words)].filter((text) => runsOf(text).some((run) => runs.has(run))).map((text) => `${item.id}: ${text}`),
  );
  expect(repeated).toEqual([]);
  expect(runs.size).toBeGreaterThan(500);
});
