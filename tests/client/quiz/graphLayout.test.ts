import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laidOut } from '../../../src/client/quiz/graphLayout.ts';

const BADGE = { width: 48, height: 28 };
const GAPS = { between: 16, below: 24 };
const NODES = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Graphs as quiz files may hold them: up to six nodes and eight arrows, circles too. */
const graphs = fc.integer({ min: 2, max: 6 }).chain((count) => {
  const nodes = NODES.slice(0, count);
  const pair = fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)).filter(([from, to]) => from !== to);
  return fc.record({
    boxes: fc
      .array(fc.integer({ min: 20, max: 140 }), { minLength: count, maxLength: count })
      .map((heights) => new Map(nodes.map((id, i) => [id, { width: 150, height: heights[i] as number }]))),
    edges: fc
      .uniqueArray(pair, { minLength: 1, maxLength: 8, selector: ([from, to]) => `${from} ${to}` })
      .map((pairs) => pairs.map(([from, to], i) => ({ id: `e${i}`, from, to }))),
  });
});

describe('a causal graph', () => {
  test('is laid out with no box over another, nothing outside its frame, and every arrow from its cause to its effect', () => {
    fc.assert(
      fc.property(graphs, ({ boxes, edges }) => {
        const laid = laidOut(boxes, edges, BADGE, GAPS);
        const placed = [...laid.boxes.values()];
        placed.forEach((one, i) => {
          expect(one.x).toBeGreaterThanOrEqual(-0.5);
          expect(one.y).toBeGreaterThanOrEqual(-0.5);
          expect(one.x + one.width).toBeLessThanOrEqual(laid.width + 0.5);
          expect(one.y + one.height).toBeLessThanOrEqual(laid.height + 0.5);
          for (const other of placed.slice(i + 1)) {
            const apart = one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
            expect(apart).toBe(true);
          }
        });
        for (const { id, from, to } of edges) {
          const line = laid.arrows.get(id)?.line ?? [];
          expect(touches(line[0], laid.boxes.get(from))).toBe(true);
          expect(touches(line.at(-1), laid.boxes.get(to))).toBe(true);
        }
      }),
    );
  });

  test('lies the same each time, causes above effects', () => {
    const boxes = new Map(['a', 'b', 'c'].map((id) => [id, { width: 150, height: 40 }]));
    const edges = [
      { id: 'ab', from: 'a', to: 'b' },
      { id: 'bc', from: 'b', to: 'c' },
      { id: 'ac', from: 'a', to: 'c' },
    ];
    const laid = laidOut(boxes, edges, BADGE, GAPS);
    expect(laidOut(boxes, edges, BADGE, GAPS)).toEqual(laid);
    const tops = ['a', 'b', 'c'].map((id) => laid.boxes.get(id)?.y ?? 0);
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
  });
});

function touches(point: { x: number; y: number } | undefined, box: { x: number; y: number; width: number; height: number } | undefined): boolean {
  if (point === undefined || box === undefined) return false;
  const near = 1;
  return point.x >= box.x - near && point.x <= box.x + box.width + near && point.y >= box.y - near && point.y <= box.y + box.height + near;
}
