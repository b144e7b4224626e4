// The names of the places, and the glyphs of those that no other layer draws.

import { fillWith, ink, type Pen, ring, strokeWith } from '../pen.ts';
import type { Survey } from '../survey.ts';
import { COLOURS, NAMES, TYPE } from '../theme.ts';

export type NamedPlace = (typeof NAMES)[number]['place'];

/** What lies far off stands at the map's edge by convention, and means nothing where no campaign is shown. */
const FAR: ReadonlySet<NamedPlace> = new Set<NamedPlace>(['moscow', 'ukraine', 'washington', 'newYork']);

/** @param need how much munitions Moscow wants, 0 … 1, drawn as a filling of its mark; null where no campaign is shown */
export function drawNames(pen: Pen, ground: Survey, name: (place: NamedPlace) => string, need: number | null): void {
  const { unit } = ground;
  const roomy = ground.width >= TYPE.faintFrom * unit && ground.clear.bottom - ground.clear.top >= TYPE.faintAbove * unit;
  glyphs(pen, ground, need, roomy);
  pen.textBaseline = 'middle';
  for (const { place, side, x, y, faint } of NAMES) {
    if ((faint && !roomy) || (need === null && FAR.has(place))) continue;
    const at = ground.at(place);
    const text = name(place);
    pen.font = `${faint ? 500 : 650} ${Math.round((faint ? TYPE.faint : TYPE.size) * unit)}px ${TYPE.family}`;
    const width = pen.measureText(text).width;
    const beside = side === 'left' ? at.x - x * unit - width : side === 'middle' ? at.x - width / 2 : at.x + x * unit;
    const [least, most] = [ground.clear.left + TYPE.margin * unit, ground.clear.right - TYPE.margin * unit - width];
    // Where there is no room beside the place, the name stands below it.
    const fits = side === 'middle' || (beside >= least && beside <= most);
    const held = Math.max(least, Math.min(most, fits ? beside : at.x - width / 2));
    const line = at.y + (fits ? y : TYPE.below) * unit;
    pen.lineJoin = 'round';
    pen.strokeStyle = ink(COLOURS.sea, 0.85);
    pen.lineWidth = 3.5 * unit;
    pen.strokeText(text, held, line);
    pen.fillStyle = ink(faint ? COLOURS.nameFaint : COLOURS.name);
    pen.fillText(text, held, line);
  }
}

function glyphs(pen: Pen, ground: Survey, need: number | null, roomy: boolean): void {
  const { unit } = ground;
  if (need !== null) moscowMark(pen, ground, need);
  const { x, y } = ground.at('pyongyang');
  pen.beginPath();
  pen.moveTo(x, y - 7.5 * unit);
  pen.lineTo(x + 7 * unit, y + 4.5 * unit);
  pen.lineTo(x - 7 * unit, y + 4.5 * unit);
  pen.closePath();
  fillWith(pen, COLOURS.shade, 0.85);
  strokeWith(pen, COLOURS.white, 0.95, 1.8 * unit);
  if (!roomy) return;
  for (const place of ['rason', 'vladivostok'] as const) {
    ring(pen, ground.at(place), 2.2 * unit);
    fillWith(pen, COLOURS.nameFaint, 1);
  }
  if (need === null) return;
  const york = ground.at('newYork');
  ring(pen, york, 5 * unit);
  strokeWith(pen, COLOURS.nameFaint, 0.9, unit);
  pen.beginPath();
  pen.moveTo(york.x - 5 * unit, york.y);
  pen.lineTo(york.x + 5 * unit, york.y);
  pen.moveTo(york.x, york.y - 5 * unit);
  pen.lineTo(york.x, york.y + 5 * unit);
  strokeWith(pen, COLOURS.nameFaint, 0.9, unit);
}

/** Moscow's square, filled by its need. */
function moscowMark(pen: Pen, ground: Survey, need: number): void {
  const { unit } = ground;
  const moscow = ground.at('moscow');
  const square = () => {
    pen.beginPath();
    pen.rect(moscow.x - 6 * unit, moscow.y - 6 * unit, 12 * unit, 12 * unit);
  };
  square();
  fillWith(pen, COLOURS.shade, 0.85);
  pen.fillStyle = ink(COLOURS.amber, 0.9);
  pen.fillRect(moscow.x - 6 * unit, moscow.y + (6 - 12 * need) * unit, 12 * unit, 12 * need * unit);
  square();
  strokeWith(pen, COLOURS.white, 0.95, 1.8 * unit);
}
