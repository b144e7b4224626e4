// The partnership of Washington, Tokyo and Seoul in teal: links of up to five strands, five linked rings, a steady ring of deterrence around them.

import { TRACKS } from '../../../rules/types.ts';
import type { PlaceId, RouteId } from '../atlas.ts';
import type { Marks } from '../marks.ts';
import { across, fillWith, type Pen, ring, strokeWith, traceSmoothly } from '../pen.ts';
import type { Survey } from '../survey.ts';
import { COLOURS, LINKAGE } from '../theme.ts';

const SIDES: readonly RouteId[] = ['washingtonTokyo', 'washingtonSeoul', 'seoulTokyo'];

export function drawPartners(pen: Pen, ground: Survey, marks: Marks): void {
  deterrence(pen, ground, marks);
  for (const side of SIDES) strands(pen, ground, side, marks);
  pen.lineDashOffset = 0;
  chain(pen, ground, marks);
  footing(pen, ground, 'seoul', marks.footingSeoul);
  footing(pen, ground, 'tokyo', marks.footingTokyo);
  footing(pen, ground, 'washington', 1);
}

/** An ellipse around the allies: the firmer, the fuller its line; the shield doubles it. */
function deterrence(pen: Pen, ground: Survey, { deterrence: firm, shield }: Marks): void {
  const { unit } = ground;
  const [seoul, tokyo] = [ground.at('seoul'), ground.at('tokyo')];
  const middle = { x: (seoul.x + tokyo.x) / 2, y: (seoul.y + tokyo.y) / 2 };
  const [dx, dy] = [tokyo.x - seoul.x, tokyo.y - seoul.y];
  const long = Math.hypot(dx, dy) / 2 + LINKAGE.margin * unit;
  const outline = (more: number) => {
    pen.beginPath();
    pen.ellipse(middle.x, middle.y, long + more * unit, long * LINKAGE.flat + more * unit, Math.atan2(dy, dx), 0, 2 * Math.PI);
  };
  outline(0);
  fillWith(pen, COLOURS.teal, 0.02 + 0.05 * firm);
  strokeWith(pen, COLOURS.teal, 0.12 + 0.55 * firm, unit * (0.8 + 3.2 * firm));
  outline(6);
  strokeWith(pen, COLOURS.teal, 0.6 * shield, unit * 0.9);
}

/** One strand for each track, as bright as the track is strong; dashed until it would outlast a government. */
function strands(pen: Pen, ground: Survey, side: RouteId, { tracks, durability }: Marks): void {
  const { unit } = ground;
  const along = (t: number) => ground.along(side, t);
  const dash = durability > 0.85 ? [] : [unit * (7 + 22 * durability), unit * (5 - 3 * durability)];
  for (const [i, track] of TRACKS.entries()) {
    const offset = (i - (TRACKS.length - 1) / 2) * LINKAGE.apart * unit;
    const line = Array.from({ length: 25 }, (_, step) => {
      const { x, y, dx, dy } = across(along, step / 24);
      return { x: x + dx * offset, y: y + dy * offset };
    });
    traceSmoothly(pen, line);
    pen.lineDashOffset = i * LINKAGE.weave * unit;
    strokeWith(pen, COLOURS.teal, 0.1 + 0.85 * tracks[track], unit * (0.5 + 1.5 * tracks[track]), dash);
  }
}

function chain(pen: Pen, ground: Survey, { tracks }: Marks): void {
  const { unit } = ground;
  const radius = LINKAGE.ring * unit;
  const { x, y } = ground.along('seoulTokyo', 0.5);
  pen.beginPath();
  pen.roundRect(x - 4.5 * radius, y - 1.6 * radius, 9 * radius, 3.2 * radius, 1.6 * radius);
  fillWith(pen, COLOURS.shade, 0.8);
  for (const [i, track] of TRACKS.entries()) {
    const at = { x: x + (i - 2) * radius * 1.5, y };
    ring(pen, at, radius);
    strokeWith(pen, COLOURS.teal, 0.5, unit);
    ring(pen, at, radius, 0, tracks[track]);
    strokeWith(pen, COLOURS.tealBright, 1, unit * 2);
  }
}

/** A ring around a capital, closed as far as its people stand behind the partnership. */
function footing(pen: Pen, ground: Survey, place: PlaceId, firm: number): void {
  const { unit } = ground;
  const at = ground.at(place);
  ring(pen, at, unit * 8);
  fillWith(pen, COLOURS.shade, 0.8);
  strokeWith(pen, COLOURS.teal, 0.35, unit);
  ring(pen, at, unit * 8, 0, firm);
  strokeWith(pen, COLOURS.tealBright, 1, unit * 2.4);
  ring(pen, at, unit * 2.4);
  fillWith(pen, COLOURS.white, 1);
}
