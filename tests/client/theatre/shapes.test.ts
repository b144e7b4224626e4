import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bow, distance, lengthOf, lob, part, station } from '../../../src/client/theatre/effects/shapes.ts';

const coordinate = fc.integer({ min: -2000, max: 4000 });
const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 0, maxLength: 12 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('lines on the map', () => {
  test('a part of a line is as long as its share, and begins and ends on it', () => {
    fc.assert(
      fc.property(points, share, share, (line, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const kept = part(line, from, to);
        expect(lengthOf(kept)).toBeCloseTo(line.length < 2 ? 0 : (to - from) * lengthOf(line), 3);
        const [first, last] = [kept[0], kept.at(-1)];
        if (first !== undefined) expect(distance(first, station(line, from))).toBeLessThan(1e-6);
        if (last !== undefined) expect(distance(last, station(line, to))).toBeLessThan(1e-6);
      }),
    );
  });

  test('a station is a place even on a line without length', () => {
    for (const line of [
      [],
      [{ x: 3, y: 4 }],
      [
        { x: 3, y: 4 },
        { x: 3, y: 4 },
      ],
    ]) {
      const { x, y, angle } = station(line, 0.5);
      expect([x, y, angle].every(Number.isFinite)).toBe(true);
    }
  });

  test('a bow bends to the left of the way and a lob up the screen, both from end to end', () => {
    const [a, b] = [
      { x: 100, y: 100 },
      { x: 300, y: 100 },
    ];
    for (const line of [bow(a, b, 0.2), lob(a, b, 40), lob(b, a, 40)]) {
      expect(Math.max(...line.map(({ y }) => y))).toBe(100);
      expect(Math.min(...line.map(({ y }) => y))).toBeCloseTo(60, 0);
    }
    expect(Math.max(...bow(b, a, 0.2).map(({ y }) => y))).toBeCloseTo(140, 0);
    expect(bow(a, b, 0.2)[0]).toEqual(a);
    expect(bow(a, b, 0.2).at(-1)).toEqual(b);
  });
});
