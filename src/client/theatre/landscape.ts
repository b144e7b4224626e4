// The land, the sea and the season's light on them.

import geometry from '../../../assets/map/geometry.json';
import type { Picture } from '../../telling/picture.ts';
import type { Frame } from './framing.ts';
import { glow, ink, type Pen } from './pen.ts';
import type { Survey } from './survey.ts';
import { COAST, COLOURS, LIGHT } from './theme.ts';

/** In units of the map; made once. */
const shapes = new Map<'land' | 'borders' | 'graticule' | 'north', Path2D>();

function shape(name: 'land' | 'borders' | 'graticule' | 'north'): Path2D {
  const known = shapes.get(name);
  if (known !== undefined) return known;
  const path = new Path2D();
  for (const steps of geometry[name]) {
    let [x, y] = [0, 0];
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i] as number;
      y += steps[i + 1] as number;
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    if (name === 'land' || name === 'north') path.closePath();
  }
  shapes.set(name, path);
  return path;
}

/** In the map's own units while `draw` runs. */
export function inMapUnits(pen: Pen, { scale, left, top }: Frame, draw: (line: (pixels: number) => number) => void): void {
  pen.save();
  pen.setTransform(scale, 0, 0, scale, left, top);
  draw((pixels) => pixels / scale);
  pen.restore();
}

export const northKorea = (): Path2D => shape('north');

export function drawLandscape(pen: Pen, ground: Survey, season: Picture['season']): void {
  const { frame, unit, width, height } = ground;
  const light = LIGHT[season];
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  pen.fillStyle = ink(COLOURS.space);
  pen.fillRect(0, 0, width, height);
  inMapUnits(pen, frame, (line) => {
    const sea = pen.createRadialGradient(150, 100, 0, 150, 100, geometry.horizon);
    sea.addColorStop(0, ink(COLOURS.seaNear));
    sea.addColorStop(0.5, ink(COLOURS.sea));
    sea.addColorStop(1, ink(COLOURS.seaFar));
    pen.beginPath();
    pen.arc(0, 0, geometry.horizon, 0, 2 * Math.PI);
    pen.fillStyle = sea;
    pen.fill();
    pen.save();
    pen.clip();
    pen.strokeStyle = ink(COLOURS.graticule);
    pen.lineWidth = line(unit * 0.75);
    pen.stroke(shape('graticule'));
    const land = shape('land');
    for (const { width: glowWidth, alpha } of COAST) {
      pen.strokeStyle = ink(light.coast, alpha);
      pen.lineWidth = line(glowWidth * unit);
      pen.stroke(land);
    }
    const ground = pen.createRadialGradient(0, 0, 0, 0, 0, geometry.horizon);
    ground.addColorStop(0, ink(light.near));
    ground.addColorStop(0.45, ink(light.land));
    ground.addColorStop(1, ink(light.far));
    pen.fillStyle = ground;
    pen.fill(land, 'evenodd');
    pen.strokeStyle = ink(COLOURS.border, 0.8);
    pen.lineWidth = line(unit * 0.75);
    pen.stroke(shape('borders'));
    pen.strokeStyle = ink(light.coast, 0.75);
    pen.lineWidth = line(unit * 0.9);
    pen.stroke(land);
    pen.restore();
    pen.strokeStyle = ink(COLOURS.horizon, 0.5);
    pen.lineWidth = line(unit);
    pen.stroke();
  });
  glow(pen, { x: width * light.from.x, y: height * light.from.y }, Math.hypot(width, height) * 0.75, light.glow, light.strength);
}
