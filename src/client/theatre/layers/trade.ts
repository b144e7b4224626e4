// What Moscow and Pyongyang send each other: the munitions' rail and sea way in amber, technology back in rose, and how close they stand.

import type { Tech } from '../../../rules/types.ts';
import type { PlaceId } from '../atlas.ts';
import type { Point } from '../ground.ts';
import type { Marks } from '../marks.ts';
import { fillWith, type Pen, strokeWith, traceSmoothly } from '../pen.ts';
import type { Survey } from '../survey.ts';
import { COLOURS, TRACK_SPOTS } from '../theme.ts';

export function drawTrade(pen: Pen, ground: Survey, { closeness, munitions, russianThreat, estimates, proven }: Marks): void {
  const { unit } = ground;
  traceSmoothly(pen, ground.points('technology'));
  strokeWith(pen, COLOURS.rose, 0.03 + 0.1 * closeness, unit * (6 + 16 * closeness));
  traceSmoothly(pen, ground.points('technology'));
  strokeWith(pen, COLOURS.rose, 0.3 + 0.5 * russianThreat, unit * (0.8 + 1.4 * russianThreat), [unit * 7, unit * 4]);
  for (const route of ['rail', 'sea'] as const) {
    traceSmoothly(pen, ground.points(route));
    strokeWith(pen, COLOURS.shade, 0.7, unit * (3 + 2.5 * munitions));
    traceSmoothly(pen, ground.points(route));
    strokeWith(pen, COLOURS.amber, 0.3 + 0.5 * munitions, unit * (1 + 2 * munitions));
  }
  for (const [tech, spot] of Object.entries(TRACK_SPOTS) as [Tech, { place: PlaceId; x: number; y: number }][]) {
    const base = ground.at(spot.place);
    const at = { x: base.x + spot.x * unit, y: base.y + spot.y * unit };
    const most = unit * 6.5;
    diamond(pen, at, most);
    fillWith(pen, COLOURS.shade, 0.55);
    strokeWith(pen, COLOURS.rose, 0.75, unit * 0.8);
    diamond(pen, at, most * Math.sqrt(estimates[tech]));
    fillWith(pen, COLOURS.rose, proven[tech] ? 1 : 0.6);
    if (proven[tech]) {
      diamond(pen, at, most + unit * 2.6);
      strokeWith(pen, COLOURS.rose, 0.9, unit * 0.8);
    }
  }
}

function diamond(pen: Pen, { x, y }: Point, radius: number): void {
  pen.beginPath();
  pen.moveTo(x, y - radius);
  pen.lineTo(x + radius * 0.8, y);
  pen.lineTo(x, y + radius);
  pen.lineTo(x - radius * 0.8, y);
  pen.closePath();
}
