// A stand-in for Phaser's Graphics that writes down what is drawn, and a small map to draw on.

import { frameOf } from '../../../src/client/theatre/framing.ts';
import type { Ground } from '../../../src/client/theatre/ground.ts';
import { survey } from '../../../src/client/theatre/survey.ts';

/** A call as text, numbers rounded to a tenth of a pixel. */
export type Call = string;

const DRAWING = [
  'lineStyle',
  'fillStyle',
  'lineBetween',
  'strokePoints',
  'fillPoints',
  'fillCircle',
  'strokeCircle',
  'strokeRect',
  'fillRect',
  'beginPath',
  'arc',
  'strokePath',
] as const;

export interface Recording {
  graphics: Phaser.GameObjects.Graphics;
  calls: Call[];
  /** Numbers that were no numbers. */
  faults: Call[];
}

export function recorder(): Recording {
  const calls: Call[] = [];
  const faults: Call[] = [];
  const note =
    (name: string) =>
    (...given: unknown[]): void => {
      const call = `${name} ${JSON.stringify(given, (_, value) => (typeof value === 'number' ? Number(value.toFixed(1)) : value))}`;
      if (/null|undefined/.test(call)) faults.push(call);
      calls.push(call);
    };
  const graphics = Object.fromEntries(DRAWING.map((name) => [name, note(name)])) as unknown as Phaser.GameObjects.Graphics;
  return { graphics, calls, faults };
}

/** The real map in a window of 1366 × 768, or of a phone. */
export function ground(width = 1366, height = 768, unit = 1): Ground {
  const clear = { left: 0, top: 0, right: width, bottom: height };
  return survey(frameOf('rest', clear, unit), { width, height, unit }, clear);
}
