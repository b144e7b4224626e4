// The war at the map's western edge: a front that glows, hardens, opens or goes cold. The thaw with Moscow is the light behind it.

import type { Marks } from '../marks.ts';
import { glow, type Pen, ring, strokeWith, trace } from '../pen.ts';
import type { Survey } from '../survey.ts';
import { COLOURS, FRONT } from '../theme.ts';

export function drawWar(pen: Pen, ground: Survey, { war, thaw }: Marks): void {
  const { unit } = ground;
  const { x, y } = ground.at('ukraine');
  const { half, tooth, teeth } = FRONT;
  const hot = war === 'fighting';
  const parted = war === 'talks' ? FRONT.parted * unit : 0;
  if (war !== 'ended') glow(pen, { x, y }, unit * FRONT.glow[war], COLOURS.ember, FRONT.strength[war]);
  const colour = war === 'fighting' || war === 'stalemate' ? COLOURS.ember : COLOURS.cold;
  for (const side of war === 'ended' ? [] : [-1, 1]) {
    for (let i = 0; i < teeth; i++) {
      const at = y + unit * (-half + ((i + 0.5) * 2 * half) / teeth);
      const from = x + side * (parted + unit * 2);
      trace(pen, [
        { x: from, y: at - unit * 2.2 },
        { x: from + side * unit * tooth, y: at },
        { x: from, y: at + unit * 2.2 },
      ]);
      strokeWith(pen, colour, hot ? 0.95 : 0.55, unit * (hot ? 1.4 : 1));
    }
  }
  for (const side of parted > 0 ? [-1, 1] : [0]) {
    trace(pen, [
      { x: x + side * parted, y: y - unit * half },
      { x: x + side * parted, y: y + unit * half },
    ]);
    strokeWith(pen, colour, war === 'ended' ? 0.7 : 0.95, unit * (hot ? 2.2 : 1.3), war === 'stalemate' ? [unit * 4, unit * 3] : []);
  }
  if (thaw > 0.08) {
    const moscow = ground.at('moscow');
    for (let i = 0; i < 3; i++) {
      ring(pen, moscow, unit * (13 + 4 * i), 0.62, 0.26);
      strokeWith(pen, COLOURS.white, Math.max(0, thaw * 1.3 - 0.3 * i) * 0.6, unit);
    }
  }
}
