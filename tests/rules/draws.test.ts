import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin } from '../../src/rules/apply.ts';
import { canonical, draw, hashText, hashValue, perMille, STREAM, type Stream } from '../../src/rules/hash.ts';
import { giftOf, giftsOf, ownOf } from '../../src/rules/technology.ts';
import { type Choice, type State, UNSEEN, VISIBLE } from '../../src/rules/types.ts';
import { LEVEL_IDS, LEVELS, worldNamed } from '../content.ts';
import { diceOf, must, type Played, playRandomly } from './player.ts';

describe('one changed decision moves what it causes and leaves luck alone', () => {
  const SEEDS = 60;
  const PLAYERS = [1, 2, 3];

  /** The same seed under several players, and under one who holds. */
  const together = (level: string, seed: number): Played[] => PLAYERS.map((dice) => playRandomly(worldNamed(level), seed, dice * 1000 + seed));
  const desks = ({ steps, over }: Played): State[] => [...steps.filter(({ choice }) => choice.kind === 'decide').map(({ before }) => before), over];

  /** What luck alone decides on a desk: the war, who is watched first, and how far off the estimate is. */
  function luckOf(state: State) {
    const { desk, war, hidden, estimates } = state;
    const shown = desk === null ? 0 : (estimates[desk.assessed] - 25) / 50;
    // At either end of the scale errors are cut short, and may be so in one campaign alone.
    const error = desk === null || shown === 0 || shown === 19 ? null : shown - Math.floor((ownOf(state, desk.assessed) + giftOf(giftsOf(state), desk.assessed)) / 50);
    return { war, hidden, assessed: desk?.assessed, error, watched: (desk?.quiet[0] ?? desk?.telegraph)?.actor ?? null };
  }

  type Luck = ReturnType<typeof luckOf>;
  const whereUncut = (luck: readonly Luck[], other: readonly Luck[]) => luck.map((own, i) => (other[i]?.error === null ? { ...own, error: null } : own));

  test.each(LEVEL_IDS)('%s: the war, the hidden facts, the errors of estimates and who is watched are the same turn by turn', (level) => {
    const paths = new Set<string>();
    let decidedOtherwise = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const [first, ...others] = together(level, seed) as [Played, ...Played[]];
      const luck = desks(first).map(luckOf);
      for (const other of others) {
        const its = desks(other).map(luckOf);
        expect(whereUncut(its, luck), `seed ${seed}`).toEqual(whereUncut(luck, its));
        if (canonical(first.choices) !== canonical(other.choices)) decidedOtherwise++;
      }
      paths.add(luck.map(({ war }) => war).join());
    }
    expect(decidedOtherwise).toBeGreaterThan(SEEDS);
    expect(paths.size).toBeGreaterThan(5);
  });

  test('the shock is the same whatever was decided before it', () => {
    for (const { id, shock } of LEVELS) {
      if (shock === null) continue;
      const seen = new Set<string>();
      for (let seed = 0; seed < SEEDS; seed++) {
        const shocks = together(id, seed).map(({ steps }) =>
          steps.flatMap(({ events }) => events.flatMap((event) => (event.type === 'moved' && shock.options.includes(event.move) ? [event.move] : []))),
        );
        expect(shocks[0]).toHaveLength(1);
        expect(new Set(shocks.map(String)), `${id}, seed ${seed}`).toEqual(new Set([String(shocks[0])]));
        seen.add(String(shocks[0]));
      }
      expect([...seen].sort()).toEqual([...shock.options].sort());
    }
  });

  test('what is believed and answered moves no number, no card and no actor', () => {
    for (const level of LEVEL_IDS) {
      for (let seed = 0; seed < 30; seed++) {
        const { world, steps } = playRandomly(worldNamed(level), seed, seed);
        const roll = diceOf(seed + 1);
        let state = begin(world, seed);
        for (const { choice, after } of steps) {
          const other: Choice = choice.kind === 'forecast' ? { ...choice, belief: roll(1001) } : choice.kind === 'answer' ? { ...choice, earned: !choice.earned } : choice;
          state = must(world, state, other);
          for (const what of [...VISIBLE, ...UNSEEN]) if (state[what] !== after[what]) expect.fail(`${what} of ${level}, seed ${seed}, turn ${state.turn}`);
          expect(state.desk?.hand).toEqual(after.desk?.hand);
          expect([state.desk?.telegraph, state.desk?.quiet]).toEqual([after.desk?.telegraph, after.desk?.quiet]);
          expect(state.estimates).toEqual(after.estimates);
        }
      }
    }
  });
});

describe('the hash is frozen: saves, codes and every campaign ever played rest on it', () => {
  const DRAWS: [seed: number, stream: Stream, turn: number, index: number, drawn: number][] = [
    [0, STREAM.hidden, 0, 0, 102_373_929],
    [0, STREAM.war, 0, 0, 514_541_452],
    [1, STREAM.war, 0, 0, 367_870_018],
    [7, STREAM.crisis, 3, 0, 75_580_798],
    [4_294_967_295, STREAM.hand, 11, 4, 206_529_609],
    [2_147_483_648, STREAM.attempt, 5, 1, 1_013_661_869],
    [20_240_618, STREAM.beijing, 7, 0, 791_438_262],
  ];
  test.each(DRAWS)('draw(%i, %i, %i, %i)', (seed, stream, turn, index, drawn) => {
    expect(draw(seed, stream, turn, index)).toBe(drawn);
    expect(perMille(seed, stream, turn, index)).toBe(drawn % 1000);
  });

  test('streams keep their numbers', () => {
    expect(STREAM).toEqual({
      hidden: 1,
      war: 2,
      moscow: 3,
      pyongyang: 4,
      beijing: 5,
      seoul: 6,
      tokyo: 7,
      world: 8,
      test: 9,
      crisis: 10,
      intelligence: 11,
      estimate: 12,
      hand: 13,
      telegraph: 14,
      shock: 15,
      attempt: 16,
      resample: 17,
      plan: 18,
      checkpoint: 19,
      shown: 20,
      names: 21,
      own: 22,
    });
  });

  test.each([
    ['', '92a5278c6b552b89'],
    ['a', '132ab2d8a3974c30'],
    ['Counterweight', 'e7a853720bbde4c1'],
    ['Пхеньян 평양', 'b096fc0e7e32ba9b'],
    ['x'.repeat(1000), '31f6db66b39ff16f'],
  ])('hashText("%.20s")', (text, hash) => {
    expect(hashText(text)).toBe(hash);
  });

  test.each([
    [null, '24b59f760e6143e1'],
    [0, '189c0d9a4e58c725'],
    ['a', '16631a1e339d0a8c'],
    [[], '97d329a1c6b905ba'],
    [{}, '17ec9f2acb8e758c'],
    [{ b: 1, a: [true, null, 'x'] }, '4024c269e365c4f5'],
    [{ a: undefined, b: [undefined] }, 'd0855bf5f4baf540'],
  ])('hashValue(%j)', (value, hash) => {
    expect(hashValue(value)).toBe(hash);
  });

  test('a value hashes the same in any order of keys and after a trip through JSON, and otherwise differs', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, reversed(inner)]),
            )
          : value;
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        expect(hashValue(reversed(value))).toBe(hashValue(value));
        expect(hashValue(JSON.parse(JSON.stringify(value)))).toBe(hashValue(value));
        expect(hashValue(value) === hashValue(other)).toBe(canonical(value) === canonical(other));
      }),
    );
  });
});

describe('draws are even and independent', () => {
  const N = 16_384;
  const streams = Object.entries(STREAM);

  /** Pearson's chi-square less its degrees of freedom, in standard deviations. */
  function unevenness(cells: number, cellOf: (i: number) => number): number {
    const counts = new Array<number>(cells).fill(0);
    for (let i = 0; i < N; i++) counts[cellOf(i)] = (counts[cellOf(i)] as number) + 1;
    const expected = N / cells;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    return (chiSquare - (cells - 1)) / Math.sqrt(2 * (cells - 1));
  }

  test.each(streams)('stream %s, over seeds and over turns, in its high bits and its low', (_, stream) => {
    expect(unevenness(64, (seed) => draw(seed, stream, 0, 0) >>> 24)).toBeLessThan(5);
    expect(unevenness(64, (seed) => draw(seed, stream, 3, 1) % 64)).toBeLessThan(5);
    expect(unevenness(50, (seed) => Math.floor(perMille(seed, stream, 1, 0) / 20))).toBeLessThan(5);
    expect(unevenness(64, (i) => draw(i >> 7, stream, i & 15, (i >> 4) & 7) >>> 24)).toBeLessThan(5);
  });

  test('neighboring streams, turns, indices and seeds know nothing of each other', () => {
    const pair = (left: number, right: number) => (left >>> 27) * 8 + (right >>> 27);
    const [war, moscow] = [STREAM.war, STREAM.moscow];
    expect(unevenness(64, (seed) => pair(draw(seed, war, 0, 0), draw(seed, moscow, 0, 0)))).toBeLessThan(5);
    expect(unevenness(64, (seed) => pair(draw(seed, war, 0, 0), draw(seed, war, 1, 0)))).toBeLessThan(5);
    expect(unevenness(64, (seed) => pair(draw(seed, war, 0, 0), draw(seed, war, 0, 1)))).toBeLessThan(5);
    expect(unevenness(64, (seed) => pair(draw(seed, war, 0, 0), draw(seed + 1, war, 0, 0)))).toBeLessThan(5);
    expect(unevenness(64, (seed) => pair(draw(seed, STREAM.hidden, 0, 0), draw(seed, STREAM.intelligence, 0, 1)))).toBeLessThan(5);
  });

  test('a draw is a whole number of 30 bits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), fc.constantFrom(...Object.values(STREAM)), fc.nat(12), fc.nat(10), (seed, stream, turn, index) => {
        const drawn = draw(seed, stream, turn, index);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < 2 ** 30).toBe(true);
      }),
    );
  });
});
