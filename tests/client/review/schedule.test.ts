import fc from 'fast-check';
import { createEmptyCard, FSRS, generatorParameters, Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import type { AnswerRecord } from '../../../src/client/review/records.ts';
import { DAY, dueAt, dueItems, endOf, isMissed, nextDue, ratingOf, type Standing, standingsOf } from '../../../src/client/review/schedule.ts';
import type { ItemId } from '../../../src/quiz/types.ts';
import { answer } from './answers.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-09-01T08:00:00Z');
const byItem = ({ item }: AnswerRecord) => item;
const of = (...answers: AnswerRecord[]): Standing => [...standingsOf(answers, byItem).values()][0] as Standing;

describe('what an answer says about memory', () => {
  test.each([
    [0, 1, Rating.Again],
    [0, 3, Rating.Again],
    [499, 3, Rating.Again],
    [500, 1, Rating.Hard],
    [999, 3, Rating.Hard],
    [1000, 1, Rating.Hard],
    [1000, 2, Rating.Good],
    [1000, 3, Rating.Easy],
  ] as const)('credit %i at confidence %i', (credit, confidence, rating) => {
    expect(ratingOf({ credit, confidence })).toBe(rating);
  });
});

describe('without an end of the course', () => {
  test('a miss comes back after ten minutes, what is known after days, and later the surer it is', () => {
    expect(dueAt(of(answer({ credit: 0 })), null)).toBe(START + 10 * MINUTE);
    const unsure = dueAt(of(answer({ confidence: 1 })), null) as number;
    const fairly = dueAt(of(answer({ confidence: 2 })), null) as number;
    const very = dueAt(of(answer({ confidence: 3 })), null) as number;
    expect(unsure).toBeLessThan(START + DAY);
    expect(fairly).toBeGreaterThanOrEqual(START + DAY);
    expect(very).toBeGreaterThan(fairly);
  });

  test('the card is the one that FSRS makes of the same ratings', () => {
    const fsrs = new FSRS(generatorParameters({ enable_fuzz: false, learning_steps: ['10m'], relearning_steps: ['10m'] }));
    const answers = [answer({ credit: 0 }), answer({ at: START + 20 * MINUTE }), answer({ at: START + 5 * DAY, confidence: 3 }), answer({ at: START + 40 * DAY, credit: 600 })];
    let card = createEmptyCard(new Date(START));
    for (const [one, rating] of [
      [answers[0], Rating.Again],
      [answers[1], Rating.Good],
      [answers[2], Rating.Easy],
      [answers[3], Rating.Hard],
    ] as const)
      card = fsrs.next(card, new Date((one as AnswerRecord).at), rating).card;
    expect(of(...answers).card).toEqual(card);
  });

  test('the order in which answers are read changes nothing', () => {
    const answers = [answer({ credit: 0 }), answer({ at: START + DAY }), answer({ at: START + 9 * DAY })];
    expect(of(...[...answers].reverse())).toEqual(of(...answers));
  });

  test('only the last answer says whether it is missed', () => {
    const miss = answer({ credit: 0 });
    const right = answer({ at: START + DAY });
    expect(isMissed(of(miss))).toBe(true);
    expect(isMissed(of(miss, right))).toBe(false);
    expect(isMissed(of(answer({ credit: 900 })))).toBe(true);
  });

  test('what is due is named, the longest due first, and the next is known', () => {
    const standings = standingsOf(
      [answer({ item: 'b' as ItemId, credit: 0 }), answer({ item: 'a' as ItemId, credit: 0, at: START + MINUTE }), answer({ item: 'c' as ItemId })],
      byItem,
    );
    expect(dueItems(standings.values(), null, START)).toEqual([]);
    expect(nextDue(standings.values(), null, START)).toBe(START + 10 * MINUTE);
    expect(dueItems(standings.values(), null, START + 11 * MINUTE)).toEqual(['b', 'a']);
    expect(nextDue(standings.values(), null, START + 11 * MINUTE)).toBeGreaterThan(START + DAY);
  });

  test('answers to what is no longer there are left out', () => {
    expect(standingsOf([answer()], () => null).size).toBe(0);
  });
});

describe('with an end of the course', () => {
  const history = fc.array(fc.record({ after: fc.integer({ min: MINUTE, max: 60 * DAY }), credit: fc.constantFrom(0, 400, 600, 1000), confidence: fc.constantFrom(1, 2, 3) }), {
    minLength: 1,
    maxLength: 12,
  });

  test('nothing ever comes back after it, nor at once after it was seen', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 400 }), fc.stringMatching(/^[a-z]{1,12}$/), (steps, days, item) => {
        let at = START;
        const answers = steps.map(({ after, credit, confidence }) => {
          at += after;
          return answer({ item: item as ItemId, at, credit, confidence: confidence as 1 | 2 | 3 });
        });
        const end = new Date(at + days * DAY).toISOString().slice(0, 10);
        const standing = of(...answers);
        const due = dueAt(standing, end);
        const free = dueAt(standing, null) as number;
        const over = endOf(end);
        if (due === null) {
          expect(free).toBeGreaterThanOrEqual(over);
        } else {
          expect(due).toBeLessThan(over);
          if (free < over) expect(due).toBe(free);
          else expect(due - at).toBeGreaterThanOrEqual(DAY);
        }
      }),
    );
  });

  test('what would come back later is looked at once more in the last week, spread over its days', () => {
    const answers = Array.from({ length: 70 }, (_, i) => answer({ item: `item-${i}` as ItemId, confidence: 3 }));
    const standings = standingsOf([...answers, ...answers.map((one) => ({ ...one, id: `${one.id}b`, at: START + 12 * DAY }))], byItem);
    const end = '2026-09-30';
    const days = new Set([...standings.values()].map((standing) => Math.ceil((endOf(end) - (dueAt(standing, end) ?? 0)) / DAY)));
    expect(Math.max(...days)).toBeLessThanOrEqual(7);
    expect(days.size).toBeGreaterThan(4);
  });

  test('what was looked at in the last week does not come back before it', () => {
    const end = '2026-09-30';
    const seen = of(answer({ confidence: 3, at: START }), answer({ confidence: 3, at: endOf(end) - DAY }));
    expect(dueAt(seen, end)).toBeNull();
  });

  test('once it is over nothing is due', () => {
    const standings = standingsOf([answer({ credit: 0 })], byItem);
    expect(dueItems(standings.values(), '2026-09-01', endOf('2026-09-01') - 1)).toHaveLength(1);
    expect(dueItems(standings.values(), '2026-09-01', endOf('2026-09-01'))).toEqual([]);
    expect(nextDue(standings.values(), '2026-09-01', endOf('2026-09-01'))).toBeNull();
  });
});
