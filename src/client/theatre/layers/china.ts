// China in gold: Beijing's doorway and the channel to it, gates along the border, its sway over Pyongyang, its unease as broken rings.

import type { Picture } from '../../../telling/picture.ts';
import type { Marks } from '../marks.ts';
import { across, fillWith, glow, type Pen, ring, strokeWith, trace, traceSmoothly } from '../pen.ts';
import type { Survey } from '../survey.ts';
import { COLOURS, DOOR } from '../theme.ts';

/** How far the door stands open. */
const AJAR: Readonly<Record<Picture['stance'], number>> = { balks: 0, watches: 0.3, leans: 0.65, helps: 1 };

export function drawChina(pen: Pen, ground: Survey, { stance, unease, sway, friction, policing }: Marks): void {
  const { unit } = ground;
  const beijing = ground.at('beijing');
  const open = AJAR[stance];
  channel(pen, ground, open, friction);
  traceSmoothly(pen, [beijing, ...ground.points('chinaBorder').slice(0, 1), ground.at('pyongyang')]);
  strokeWith(pen, COLOURS.gold, 0.1 + 0.6 * sway, unit * (0.6 + 1.2 * sway), [unit, unit * 4]);
  gates(pen, ground, policing);
  const rings = Math.round(unease * DOOR.rings);
  for (let i = 0; i < rings; i++) {
    for (let part = 0; part < 6; part++) {
      ring(pen, beijing, unit * (DOOR.height + 4 + i * 4.5), part / 6 + i * 0.05, 0.09);
      strokeWith(pen, COLOURS.gold, 0.55 - 0.09 * i, unit);
    }
  }
  door(pen, ground, open);
}

function channel(pen: Pen, ground: Survey, open: number, friction: number): void {
  const { unit } = ground;
  const points = ground.points('channel');
  traceSmoothly(pen, points);
  strokeWith(pen, COLOURS.gold, 0.12 + 0.6 * open, unit * (0.8 + 1.2 * open), [unit * (2 + 10 * open), unit * (7 - 3 * open)]);
  // Friction: bars laid across it.
  const along = (t: number) => ground.along('channel', t);
  for (let i = 0; i < Math.floor(friction * DOOR.bars); i++) {
    const { x, y, dx, dy } = across(along, 0.62 + i * 0.035);
    trace(pen, [
      { x: x - dx * unit * 5, y: y - dy * unit * 5 },
      { x: x + dx * unit * 5, y: y + dy * unit * 5 },
    ]);
    strokeWith(pen, COLOURS.gold, 0.9, unit * 1.6);
  }
}

/** Short gates on the border with North Korea: their number and their length say how well it is policed. */
function gates(pen: Pen, ground: Survey, policing: number): void {
  const { unit } = ground;
  const along = (t: number) => ground.along('chinaBorder', t);
  const count = 3 + Math.round(policing * DOOR.gates);
  for (let i = 0; i < count; i++) {
    const { x, y, dx, dy } = across(along, (i + 0.5) / count);
    const half = unit * (1.5 + 4 * policing);
    trace(pen, [
      { x: x - dx * half, y: y - dy * half },
      { x: x + dx * half, y: y + dy * half },
    ]);
    strokeWith(pen, COLOURS.gold, 0.3 + 0.65 * policing, unit * 1.3);
  }
}

function door(pen: Pen, ground: Survey, open: number): void {
  const { unit } = ground;
  const { x, y } = ground.at('beijing');
  const [half, height] = [unit * DOOR.half, unit * DOOR.height];
  const [top, floor] = [y - height * 0.6, y + height * 0.4];
  glow(pen, { x, y: floor }, unit * DOOR.spill, COLOURS.goldBright, 0.5 * open);
  pen.beginPath();
  pen.rect(x - half - unit * 3, top - unit * 3, 2 * half + unit * 6, height + unit * 6);
  fillWith(pen, COLOURS.shade, 0.75);
  // The light that falls through.
  trace(pen, [
    { x: x - half, y: floor },
    { x: x - half, y: top },
    { x: x - half + 2 * half * open, y: top },
    { x: x - half + 2 * half * open, y: floor },
  ]);
  fillWith(pen, COLOURS.goldBright, 0.3 + 0.65 * open);
  trace(pen, [
    { x: x - half, y: floor },
    { x: x - half, y: top },
    { x: x + half, y: top },
    { x: x + half, y: floor },
  ]);
  strokeWith(pen, COLOURS.gold, 1, unit * 1.8);
  // The leaf, hung on the right: the further open, the narrower it is seen.
  const edge = x + half - 2 * half * (1 - open);
  const slant = unit * 4 * (open > 0 && open < 1 ? 1 : open === 1 ? 0.6 : 0);
  trace(pen, [
    { x: x + half, y: top },
    { x: edge, y: top + slant },
    { x: edge, y: floor + slant },
    { x: x + half, y: floor },
  ]);
  pen.closePath();
  fillWith(pen, COLOURS.shade, 1);
  fillWith(pen, COLOURS.gold, 0.35);
  strokeWith(pen, COLOURS.gold, 0.9, unit);
}
