// Sanctions as ice-blue hatching that closes on a route from both sides: the tighter, the longer and the nearer its lines.

import type { RouteId } from '../atlas.ts';
import type { Marks } from '../marks.ts';
import { across, type Pen, strokeWith } from '../pen.ts';
import type { Survey } from '../survey.ts';
import { COLOURS, HATCH } from '../theme.ts';

export function drawSanctions(pen: Pen, ground: Survey, marks: Marks): void {
  for (const { route, from, to, by, reach } of HATCH.stretches) hatch(pen, ground, route, from, to, marks[by], reach);
}

function hatch(pen: Pen, ground: Survey, route: RouteId, from: number, to: number, pressure: number, reach: number): void {
  const { unit } = ground;
  const along = (t: number) => ground.along(route, t);
  const points = ground.points(route);
  const whole = points.reduce((sum, { x, y }, i) => sum + (i === 0 ? 0 : Math.hypot(x - (points[i - 1]?.x ?? x), y - (points[i - 1]?.y ?? y))), 0);
  const length = (whole * (to - from)) / unit;
  const count = Math.max(3, Math.floor(length / HATCH.every));
  const gap = unit * (HATCH.open - (HATCH.open - HATCH.closed) * pressure);
  const size = unit * reach * (0.25 + 0.75 * pressure);
  pen.beginPath();
  for (let i = 0; i < count; i++) {
    const { x, y, dx, dy } = across(along, from + ((i + 0.5) / count) * (to - from));
    // Each line crosses the route aslant and leaves it free in the middle.
    const [sx, sy] = [dx + dy * HATCH.lean, dy - dx * HATCH.lean];
    for (const side of [-1, 1]) {
      pen.moveTo(x + sx * gap * side, y + sy * gap * side);
      pen.lineTo(x + sx * (gap + size) * side, y + sy * (gap + size) * side);
    }
  }
  strokeWith(pen, COLOURS.ice, 0.22 + 0.7 * pressure, unit * (0.8 + 0.5 * pressure));
}
