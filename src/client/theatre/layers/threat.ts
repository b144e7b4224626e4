// Threat as heat in the land of North Korea, tension along the line that divides it.

import { inMapUnits, northKorea } from '../landscape.ts';
import type { Marks } from '../marks.ts';
import { fillWith, glow, type Pen, strokeWith, trace } from '../pen.ts';
import type { Survey } from '../survey.ts';
import { COLOURS, HEAT } from '../theme.ts';

export function drawThreat(pen: Pen, ground: Survey, { threat, tension }: Marks): void {
  const { frame, unit } = ground;
  const north = northKorea();
  inMapUnits(pen, frame, (line) => {
    pen.save();
    pen.clip(north);
    pen.beginPath();
    pen.rect(-800, -800, 1600, 1600);
    fillWith(pen, COLOURS.heat, 0.05 + 0.22 * threat);
    glow(pen, HEAT.heart, HEAT.spread * (0.4 + 0.8 * threat), COLOURS.heat, 0.2 + 0.6 * threat);
    // Contours, as of a height: one more for each fifth.
    for (let step = 1; step <= Math.round(threat * HEAT.contours); step++) {
      pen.beginPath();
      pen.ellipse(HEAT.heart.x, HEAT.heart.y, HEAT.contour * step, HEAT.contour * step * 0.62, -0.85, 0, 2 * Math.PI);
      strokeWith(pen, COLOURS.heatLine, 0.42 - 0.04 * step, line(unit * 0.8));
    }
    pen.restore();
    pen.beginPath();
    pen.strokeStyle = `rgba(242, 140, 112, ${0.3 + 0.4 * threat})`;
    pen.lineWidth = line(unit);
    pen.stroke(north);
  });
  const line = ground.points('dmz');
  trace(pen, line);
  strokeWith(pen, COLOURS.heat, 0.28 * tension, unit * (4 + 12 * tension));
  trace(pen, line);
  strokeWith(pen, COLOURS.heatLine, 0.35 + 0.6 * tension, unit * (1 + 1.6 * tension), [unit * 2, unit * 2.5]);
}
