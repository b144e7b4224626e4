// What the projector tells of a question once it is revealed.

import { expect, test } from 'vitest';
import { mostFrequentMistake, whyRight } from '../../../src/client/live/host/told.ts';
import { questionsIn } from '../../../src/content/quizzes.ts';
import { lettered } from '../../../src/quiz/asked.ts';
import type { OptionId, Question } from '../../../src/quiz/types.ts';
import type { Tally } from '../../../src/session/types.ts';
import { bank } from '../../bank.ts';

const questions = questionsIn(bank, 'en');

/** In letters, its options or steps in the order of the file. */
function inLetters(id: string): Question {
  const found = questions.find(({ item }) => item.id === id);
  if (found === undefined) throw new Error(`The bank has no ${id}`);
  const { item } = found;
  const shown: OptionId[] = item.kind === 'signs' ? [] : (item.kind === 'order' ? item.steps : item.options).map(({ id }) => id);
  return lettered(found, shown);
}

const tally = (letters: Tally['letters'], answers = 10): Tally => ({ answers, right: 0, letters, confidence: [] });

test('of one answer the most chosen wrong one is explained, and why the right one is right', () => {
  const question = inLetters('beijing-orland');
  const { item, words } = question;
  if (item.kind !== 'one') throw new Error(item.kind);
  const [first, second] = item.options.filter(({ key }) => !key).map(({ id }) => id) as [OptionId, OptionId];
  const right = item.options.find(({ key }) => key)?.id as OptionId;
  expect(mostFrequentMistake(question, tally({ [first]: 1, [second]: 3, [right]: 6 }))).toEqual({ of: 'answer', place: second.toUpperCase(), why: words.options[second]?.why });
  expect(whyRight(question)).toBe(words.options[right]?.why);
});

test('of several answers what was chosen wrongly and what was left out are told apart', () => {
  const question = inLetters('beijing-reports');
  const { item } = question;
  if (item.kind !== 'several') throw new Error(item.kind);
  const all = (right: number, wrong: number) => tally(Object.fromEntries(item.options.map(({ id, key }) => [id, key ? right : wrong])));
  expect(mostFrequentMistake(question, all(9, 4))?.of).toBe('chosen');
  expect(mostFrequentMistake(question, all(3, 1))?.of).toBe('left');
  expect(whyRight(question)).toBeNull();
});

test('a step is called by its place, an arrow by its letter; given arrows are no mistake', () => {
  const chain = inLetters('beijing-chain');
  expect(mostFrequentMistake(chain, tally({ a: 10, b: 9, c: 2, d: 8, e: 8 }))).toMatchObject({ of: 'step', place: '3' });
  const map = inLetters('beijing-causal-map');
  expect(mostFrequentMistake(map, tally({ a: 0, b: 10, c: 7 }))).toMatchObject({ of: 'arrow', place: 'C' });
});

test.each(['beijing-orland', 'beijing-reports', 'beijing-chain', 'beijing-causal-map'])(
  'nothing is called a mistake of %s where nobody erred or hands alone were counted',
  (id) => {
    expect(mostFrequentMistake(inLetters(id), tally({}))).toBeNull();
  },
);
