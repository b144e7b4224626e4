// How well confidence fits what was answered.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibrationOf, type Judged, STATED } from '../../src/quiz/calibration.ts';
import { points } from '../../src/quiz/marking.ts';
import { CONFIDENCES } from '../../src/quiz/types.ts';

const answers = fc.array(fc.record({ confidence: fc.constantFrom(...CONFIDENCES), right: fc.boolean() }), { minLength: 1, maxLength: 60 });
const times = (count: number, answer: Judged): Judged[] => Array.from({ length: count }, () => answer);

test('without answers nothing is said', () => {
  const { answers, brier, curve } = calibrationOf([]);
  expect([answers, brier]).toEqual([0, null]);
  expect(curve.map(({ answers, right }) => [answers, right])).toEqual([
    [0, null],
    [0, null],
    [0, null],
  ]);
});

test('the curve has for each confidence how many were right', () => {
  const { curve } = calibrationOf([...times(3, { confidence: 2, right: true }), { confidence: 2, right: false }, { confidence: 3, right: true }]);
  expect(curve.map(({ answers, right }) => [answers, right])).toEqual([
    [0, null],
    [4, 750],
    [1, 1000],
  ]);
});

test('the Brier score is the mean square of what was missed, in thousandths', () => {
  expect(calibrationOf([{ confidence: 3, right: true }]).brier).toBe(10);
  expect(calibrationOf([{ confidence: 3, right: false }]).brier).toBe(810);
  expect(calibrationOf([{ confidence: 1, right: false }]).brier).toBe(336);
  expect(
    calibrationOf([
      { confidence: 3, right: true },
      { confidence: 3, right: false },
    ]).brier,
  ).toBe(410);
});

test('counts every answer, in any order, within its bounds', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const told = calibrationOf(given);
      expect(calibrationOf(given.toReversed())).toEqual(told);
      expect(told.curve.reduce((sum, { answers }) => sum + answers, 0)).toBe(given.length);
      expect(told.brier).toBeGreaterThanOrEqual(0);
      expect(told.brier).toBeLessThanOrEqual(1000);
    }),
  );
});

test.each(CONFIDENCES)('confidence %d pays best at the chance that it stands for', (confidence) => {
  const chance = STATED[confidence] / 1000;
  const paid = CONFIDENCES.map((one) => chance * points({ credit: 1000 }, one) + (1 - chance) * points({ credit: 0 }, one));
  expect(Math.max(...paid)).toBe(paid[confidence - 1]);
});
