import { describe, expect, test } from 'vitest';
import { draw, STREAM } from '../../src/rules/hash.ts';
import type { LevelId } from '../../src/rules/types.ts';
import { readContent } from '../../src/tools/commandLine.ts';
import { labOf } from '../../src/tools/lab.ts';
import { bestPlansDiffer, type Game, playGame } from '../../src/tools/verify/game.ts';
import { measureParts, type Part, quantile } from '../../src/tools/verify/measure.ts';
import { rowOf } from '../../src/tools/verify/report.ts';
import { difference } from '../../src/tools/verify/search.ts';

/** Uniform on 0 … 1. */
const uniform = (seed: number) => draw(seed, STREAM.plan, 0, 0) / 2 ** 30;
const mean: Part = { says: 'mean', sense: 'atLeast', threshold: 0.45, of: ([value = 0]) => value };

describe('a figure and its bound', () => {
  test('agree with the textbook interval of a mean', () => {
    const n = 2000;
    const [measured] = measureParts((seed) => [uniform(seed)], [mean], 1, n);
    const standardError = Math.sqrt(1 / 12 / n);
    expect(measured?.figure).toBeCloseTo(0.5, 1);
    expect((measured?.figure ?? 0) - (measured?.bound ?? 0)).toBeGreaterThan(1.729 * standardError * 0.6);
    expect((measured?.figure ?? 0) - (measured?.bound ?? 0)).toBeLessThan(1.729 * standardError * 1.5);
  });

  test('cover the truth in about 95 of 100 samples', () => {
    const covered = Array.from({ length: 400 }, (_, i) => measureParts((seed) => [uniform(seed)], [mean], 10_000 * i, 100)[0]?.bound ?? 1).filter((bound) => bound <= 0.5);
    expect(covered.length / 400).toBeGreaterThan(0.91);
    expect(covered.length / 400).toBeLessThan(0.99);
  });

  test('must clear the threshold, which the figure alone does not', () => {
    const close = { ...mean, threshold: 0.499 };
    expect(measureParts((seed) => [uniform(seed)], [close], 1, 200)[0]).toMatchObject({ passed: false });
    expect(measureParts((seed) => [uniform(seed)], [{ ...mean, sense: 'atMost' }], 1, 200)[0]).toMatchObject({ passed: false });
  });
});

test('a check that fails by its bound alone is unsettled, and one whose figure misses has failed', () => {
  const level = readContent().content.levels.get('pyongyang-2024' as LevelId);
  if (level === undefined) throw new Error('no level');
  const row = (...parts: Part[]) =>
    rowOf(
      'V0',
      'claim',
      level,
      'says',
      measureParts((seed) => [uniform(seed)], parts, 1, 200),
      200,
    );
  const close = { ...mean, threshold: 0.48 };
  expect(row(mean)).toMatchObject({ passed: true, unsettled: false });
  expect(row(mean, close)).toMatchObject({ passed: false, unsettled: true });
  expect(row(close, { ...mean, threshold: 0.9 })).toMatchObject({ passed: false, unsettled: false });
});

test('quantiles lie between their neighbors', () => {
  expect(quantile([0, 10], 0.25)).toBe(2.5);
  expect(quantile([3], 0.9)).toBe(3);
});

test('the difference of two plans counts turns, whatever the order of cards', () => {
  const plan = [['hotlines', 'un-route'], [], ['data-link'], []] as never;
  expect(difference(plan, [['un-route', 'hotlines'], [], [], []] as never)).toBe(0.25);
});

test('G5 tells levels with different best plans from copies of one level', () => {
  const { content } = readContent();
  const level = content.levels.get('pyongyang-2024' as LevelId);
  if (level === undefined) throw new Error('no level');
  const effort = { plans: 6, tries: 30, seeds: 20 };
  const play = (deck: typeof level.deck) => playGame(labOf(content, { ...level, deck }), 200, effort, 1, 60);
  const plain = play(level.deck);
  const twin: Game = { ...plain };
  expect(bestPlansDiffer(plain, [plain, twin])[0]).toMatchObject({ passed: false, figure: 0 });
  const other = play(level.deck.filter((id) => content.library.cards.find((card) => card.id === id)?.lever !== 'trilateral'));
  expect(bestPlansDiffer(plain, [plain, other])[0]).toMatchObject({ passed: true });
});
