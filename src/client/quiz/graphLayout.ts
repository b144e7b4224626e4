// Where the boxes and arrows of a causal graph lie: causes above, effects below.

import { Graph, layout } from '@dagrejs/dagre';

/** CSS pixels. */
export interface Size {
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}

export interface Laid extends Size {
  /** By node: the box's top left corner and its size. */
  boxes: ReadonlyMap<string, Point & Size>;
  /** By edge: the line from box to box, and the middle of what stands on it. */
  arrows: ReadonlyMap<string, { line: readonly Point[]; badge: Point }>;
}

interface Arrow {
  id: string;
  from: string;
  to: string;
}

/** @param badge the size of what stands on each arrow @param gaps beside boxes, and above and below what stands on arrows, CSS pixels */
export function laidOut(boxes: ReadonlyMap<string, Size>, edges: readonly Arrow[], badge: Size, gaps: { between: number; below: number }): Laid {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: gaps.between, edgesep: gaps.between, ranksep: 2 * gaps.below });
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
  for (const { from, to } of edges) graph.setEdge(from, to, { width: badge.width, height: badge.height, labelpos: 'c' });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
  return {
    width,
    height,
    boxes: new Map(
      [...boxes].map(([id, size]) => {
        const { x = 0, y = 0 } = graph.node(id) as Partial<Point>;
        return [id, { ...size, x: x - size.width / 2, y: y - size.height / 2 }];
      }),
    ),
    arrows: new Map(
      edges.map(({ id, from, to }) => {
        const { points = [], x = 0, y = 0 } = graph.edge(from, to) as Partial<Point> & { points?: Point[] };
        return [id, { line: points, badge: { x, y } }];
      }),
    ),
  };
}
