// When a question comes back: what the spaced-repetition library says of its answers, within the course.

import { createEmptyCard, FSRS, generatorParameters, Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import type { AnswerRecord } from '../../../src/client/review/records.ts';
import { DAY, dueAt, dueItems, endOf, isMissed, nextDue, ratingOf, type Standing, standingsOf } from '../../../src/client/review/schedule.ts';

const NOON = new Date(2026, 8, 1, 12).getTime();

function answer(at: number, credit: number, confidence: 1 | 2 | 3, id = `a${at}`): AnswerRecord {
  return {
    schema: 1,
    id,
    at,
    quiz: 'the-war',
    item: 'x' as never,
    claim: 'y' as never,
    kind: 'one',
    response: { kind: 'one', option: 'o' as never },
    confidence,
    credit,
    misconceptions: [],
    from: 'practice',
  };
}

const standingOf = (...answers: AnswerRecord[]): Standing => standingsOf(answers, () => 'key').get('key') as Standing;

test.each([
  [0, 3, Rating.Again],
  [499, 1, Rating.Again],
  [500, 3, Rating.Hard],
  [999, 3, Rating.Hard],
  [1000, 1, Rating.Hard],
  [1000, 2, Rating.Good],
  [1000, 3, Rating.Easy],
] as const)('credit %d under confidence %d is rated %d', (credit, confidence, rating) => {
  expect(ratingOf({ credit, confidence })).toBe(rating);
});

describe('a card', () => {
  test('is what the library makes of the same answers, in whatever order they are read', () => {
    const answers = [answer(NOON, 1000, 2), answer(NOON + 3 * DAY, 0, 3), answer(NOON + 4 * DAY, 1000, 3)];
    const fsrs = new FSRS(generatorParameters({ enable_fuzz: false, enable_short_term: true, learning_steps: ['10m'], relearning_steps: ['10m'] }));
    let card = createEmptyCard(new Date(NOON));
    for (const { at, credit, confidence } of answers) card = fsrs.next(card, new Date(at), ratingOf({ credit, confidence })).card;
    expect(standingOf(...answers.toReversed()).card.due).toEqual(card.due);
  });

  test('of a miss is due within the hour and counts as missed; of a sure right answer in days, and does not', () => {
    const missed = standingOf(answer(NOON, 0, 3));
    expect(isMissed(missed)).toBe(true);
    expect(dueAt(missed, null)).toBeLessThanOrEqual(NOON + 3_600_000);
    const known = standingOf(answer(NOON, 1000, 3));
    expect(isMissed(known)).toBe(false);
    expect(dueAt(known, null)).toBeGreaterThan(NOON + DAY);
  });
});

describe('a course with an end', () => {
  const end = '2026-09-20';
  const wellKnown = standingOf(answer(NOON, 1000, 3), answer(NOON + 8 * DAY, 1000, 3));

  test('has everything back before it, and nothing after it', () => {
    expect(dueAt(wellKnown, null)).toBeGreaterThan(endOf(end));
    const due = dueAt(wellKnown, end) as number;
    expect(due).toBeLessThan(endOf(end));
    expect(due).toBeGreaterThan(endOf(end) - 8 * DAY);
    expect(dueItems([wellKnown], end, endOf(end))).toEqual([]);
    expect(nextDue([wellKnown], end, endOf(end))).toBeNull();
  });

  test('does not ask again what has just been seen', () => {
    const late = standingOf(answer(NOON, 1000, 3), answer(endOf(end) - DAY / 2, 1000, 3));
    expect(dueAt(late, end)).toBeNull();
  });

  test('leaves what is due before it where it is', () => {
    const missed = standingOf(answer(NOON, 0, 1));
    expect(dueAt(missed, end)).toBe(dueAt(missed, null));
    expect(dueItems([missed], end, NOON)).toEqual([]);
    expect(dueItems([missed], end, NOON + DAY)).toEqual(['key']);
  });
});
