import { describe, expect, test } from 'vitest';
import { calibrationIn, fitOf, missedClaims, topicsOf } from '../../../src/client/review/progress.ts';
import type { AnswerRecord } from '../../../src/client/review/records.ts';
import { drawsOf, familiesOf, familyFinder, practiceRound, ROUND, reviewRound } from '../../../src/client/review/round.ts';
import { standingsOf } from '../../../src/client/review/schedule.ts';
import type { Bank } from '../../../src/content/quizzes.ts';
import type { ItemId, MisconceptionId, QuizId } from '../../../src/quiz/types.ts';
import type { ClaimId } from '../../../src/rules/types.ts';
import { answer } from './answers.ts';

const QUIZZES = ['the-tie', 'sanctions'];
const NUMBERS = Array.from({ length: 12 }, (_, i) => i);

/** Two quizzes of twelve items and a twin each; the words do not matter. */
const bank: Bank = {
  quizzes: QUIZZES.map((quiz) => ({
    id: quiz as QuizId,
    misconceptions: [],
    items: [...NUMBERS, 'twin'].map((name) => ({
      id: `${quiz}-${name}` as ItemId,
      claim: `claim-${quiz}-${name === 'twin' ? 0 : Number(name) % 3}` as ClaimId,
      thinking: 'apply',
      twinOf: name === 'twin' ? (`${quiz}-0` as ItemId) : null,
      facts: [],
      kind: 'one',
      options: [],
    })),
  })),
  items: new Map(),
  misconceptions: new Map(),
  text: { en: Object.fromEntries(QUIZZES.map((quiz) => [quiz, { title: quiz, misconceptions: {}, items: {} }])) },
};
for (const quiz of bank.quizzes)
  for (const item of quiz.items) Object.assign(bank.text.en?.[quiz.id]?.items ?? {}, { [item.id]: { stem: item.id, options: {}, nodes: {}, edges: {} } });

const families = familiesOf(bank, 'en', null);
const find = familyFinder(families);
const at = (minutes: number) => Date.parse('2026-09-01T08:00:00Z') + 60_000 * minutes;
const to = (item: string, part: Partial<AnswerRecord> = {}) => answer({ item: item as ItemId, quiz: item.replace(/-\w+$/, ''), ...part });
const standings = (answers: readonly AnswerRecord[]) => standingsOf(answers, find);
const names = (questions: readonly { item: { id: string } }[]) => questions.map(({ item }) => item.id);
const tie = families.filter(({ quiz }) => quiz === 'the-tie');

describe('a practice round', () => {
  test('is a handful, each question once, and a matter of the seed', () => {
    const round = names(practiceRound(families, new Map(), [], 1));
    expect(round).toHaveLength(ROUND);
    expect(new Set(round).size).toBe(ROUND);
    expect(names(practiceRound(families, new Map(), [], 1))).toEqual(round);
    expect(names(practiceRound(families, new Map(), [], 2))).not.toEqual(round);
  });

  test('asks what is unanswered or missed first, then what was answered longest ago', () => {
    const answers = NUMBERS.slice(0, 10).map((i) => to(`the-tie-${i}`, { at: at(i), credit: i === 5 ? 0 : 1000 }));
    const round = names(practiceRound(tie, standings(answers), answers, 3));
    expect(new Set(round.slice(0, 3))).toEqual(new Set(['the-tie-5', 'the-tie-10', 'the-tie-11']));
    expect(round.slice(3)).toEqual(['the-tie-twin', ...[1, 2, 3, 4, 6, 7].map((i) => `the-tie-${i}`)]);
  });

  test('asks a twin where its item has been asked, and both count as one question', () => {
    expect(tie).toHaveLength(12);
    const answers = [to('the-tie-0', { credit: 0, at: at(0) }), to('the-tie-twin', { at: at(1) })];
    expect([...standings(answers).keys()]).toEqual(['the-tie-0']);
    expect(topicsOf(families, standings(answers), [])).toContainEqual({ quiz: 'the-tie', questions: 12, answered: 1, missed: 0 });
    expect(names(practiceRound(tie.slice(0, 1), standings(answers), answers, 1))).toEqual(['the-tie-0']);
  });

  test('shows options in an order of the seed', () => {
    expect([0, 1, 2].map(drawsOf(1, 'a'))).toEqual([0, 1, 2].map(drawsOf(1, 'a')));
    expect([0, 1, 2].map(drawsOf(1, 'a'))).not.toEqual([0, 1, 2].map(drawsOf(2, 'a')));
  });
});

test('a review asks what is due, the longest due if there are too many, and nothing that is gone', () => {
  const due = ['sanctions-4', 'gone', 'the-tie-0', ...NUMBERS.slice(1).map((i) => `the-tie-${i}`)];
  const round = names(reviewRound(families, due, [to('the-tie-0')], 1));
  expect(round).toHaveLength(ROUND);
  expect(round).toContain('sanctions-4');
  expect(round).toContain('the-tie-twin');
  expect(round).not.toContain('the-tie-11');
});

test('a stranger’s items never count as shipped ones of the same name', () => {
  const own = familiesOf(bank, 'en', 'mine');
  const both = familyFinder([...families, ...own]);
  expect(both({ quiz: 'own:mine', item: 'the-tie-3' as ItemId })).toBe('own:mine/the-tie-3');
  expect(both({ quiz: 'own:other', item: 'the-tie-3' as ItemId })).toBeNull();
  expect(both({ quiz: null, item: 'the-tie-3' as ItemId })).toBe('the-tie-3');
});

describe('progress', () => {
  test('topics stand in the order of their claims', () => {
    expect(topicsOf(families, new Map(), ['claim-sanctions-0', 'claim-sanctions-1', 'claim-sanctions-2', 'claim-the-tie-0']).map(({ quiz }) => quiz)).toEqual([
      'the-tie',
      'sanctions',
    ]);
    const claims = [...QUIZZES].reverse().flatMap((quiz) => [0, 1, 2].map((i) => `claim-${quiz}-${i}`));
    expect(topicsOf(families, new Map(), claims).map(({ quiz }) => quiz)).toEqual(['sanctions', 'the-tie']);
  });

  test('claims are missed by what was missed at last, those with most questions first', () => {
    const misconceptions = ['m-1'] as unknown as MisconceptionId[];
    const answers = [
      to('the-tie-1', { credit: 0, misconceptions, claim: 'claim-the-tie-1' as ClaimId }),
      to('the-tie-4', { credit: 500, misconceptions, claim: 'claim-the-tie-1' as ClaimId }),
      to('the-tie-2', { credit: 0 }),
      to('the-tie-3', { credit: 0, at: at(1) }),
      to('the-tie-3', { at: at(2) }),
    ];
    expect(missedClaims(families, standings(answers))).toMatchObject([
      { claim: 'claim-the-tie-1', questions: 2, misconceptions },
      { claim: 'claim-the-tie-2', questions: 1 },
    ]);
  });

  test('calibration counts first answers alone', () => {
    const answers = [to('the-tie-1', { credit: 0, confidence: 3, at: at(0) }), to('the-tie-1', { confidence: 3, at: at(1) }), to('the-tie-2', { confidence: 3, at: at(2) })];
    expect(calibrationIn(answers)).toMatchObject({ answers: 2, curve: [{}, {}, { answers: 2, right: 500 }] });
  });

  test.each([
    ['few', 9, 1000, 3],
    ['over', 12, 0, 3],
    ['under', 12, 1000, 1],
    ['well', 12, 1000, 3],
  ] as const)('is said to fit: %s', (fit, count, credit, confidence) => {
    expect(fitOf(calibrationIn(Array.from({ length: count }, (_, i) => to(`the-tie-x${i}`, { credit, confidence }))))).toBe(fit);
  });
});
