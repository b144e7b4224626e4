// Strokes that several layers share, on a plain 2D canvas.

import type { Point } from './ground.ts';

export type Pen = CanvasRenderingContext2D;

/** @param alpha 0 … 1 */
export function ink(colour: number, alpha = 1): string {
  return `rgba(${colour >> 16}, ${(colour >> 8) & 255}, ${colour & 255}, ${Math.round(alpha * 1000) / 1000})`;
}

export function trace(pen: Pen, points: readonly Point[]): void {
  pen.beginPath();
  for (const { x, y } of points) pen.lineTo(x, y);
}

/** A line with soft corners, through the middles of its segments. */
export function traceSmoothly(pen: Pen, points: readonly Point[]): void {
  pen.beginPath();
  for (const [i, { x, y }] of points.entries()) {
    const next = points[i + 1];
    if (i === 0 || next === undefined) pen.lineTo(x, y);
    else pen.quadraticCurveTo(x, y, (x + next.x) / 2, (y + next.y) / 2);
  }
}

export function strokeWith(pen: Pen, colour: number, alpha: number, width: number, dash: readonly number[] = []): void {
  pen.strokeStyle = ink(colour, alpha);
  pen.lineWidth = width;
  pen.setLineDash([...dash]);
  pen.stroke();
  pen.setLineDash([]);
}

export function fillWith(pen: Pen, colour: number, alpha: number): void {
  pen.fillStyle = ink(colour, alpha);
  pen.fill();
}

export function ring(pen: Pen, { x, y }: Point, radius: number, from = 0, sweep = 1): void {
  pen.beginPath();
  pen.arc(x, y, radius, (from - 0.25) * 2 * Math.PI, (from + sweep - 0.25) * 2 * Math.PI);
}

/** A pool of light that fades out at its rim. */
export function glow(pen: Pen, { x, y }: Point, radius: number, colour: number, alpha: number): void {
  const light = pen.createRadialGradient(x, y, 0, x, y, radius);
  light.addColorStop(0, ink(colour, alpha));
  light.addColorStop(0.45, ink(colour, alpha * 0.42));
  light.addColorStop(1, ink(colour, 0));
  pen.fillStyle = light;
  pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

/** The line at a share of its way, and the direction across it (one unit long, to the right of the way). */
export function across(along: (t: number) => Point, t: number): Point & { dx: number; dy: number } {
  const before = along(Math.max(0, t - 0.004));
  const after = along(Math.min(1, t + 0.004));
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  return { ...along(t), dx: -(after.y - before.y) / length, dy: (after.x - before.x) / length };
}
