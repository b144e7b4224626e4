// Colour carries meaning: every pair of the map's meanings can be told apart, with the three common colour-vision deficiencies too, and names can be read.

import { expect, test } from 'vitest';
import { COLOURS, LIGHT } from '../../../src/client/theatre/theme.ts';

type Triple = [number, number, number];

const MEANINGS = ['amber', 'rose', 'ice', 'teal', 'gold', 'heat'] as const;
/** Complete deficiencies, in linear light (Machado, Oliveira and Fernandes, 2009). */
const EYES: Readonly<Record<string, readonly Triple[]>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

test.each(Object.keys(EYES))('seen with %s eyes, no two meanings look alike', (eye) => {
  for (const [i, one] of MEANINGS.entries()) {
    for (const other of MEANINGS.slice(i + 1)) expect(difference(seen(COLOURS[one], eye), seen(COLOURS[other], eye)), `${one} and ${other}`).toBeGreaterThan(11);
  }
});

test('names stand out from sea and land in every season by 4.5 to 1, as lines do by 3 to 1', () => {
  for (const ground of [COLOURS.sea, COLOURS.seaNear, ...LIGHT.flatMap(({ near, land }) => [near, land])]) {
    for (const name of [COLOURS.name, COLOURS.nameFaint]) expect(contrast(name, ground)).toBeGreaterThan(4.5);
    for (const meaning of MEANINGS) expect(contrast(COLOURS[meaning], ground), meaning).toBeGreaterThan(3);
  }
});

function linear(colour: number): Triple {
  return [16, 8, 0].map((shift) => {
    const part = ((colour >> shift) & 255) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

function seen(colour: number, eye: string): Triple {
  const light = linear(colour);
  return (EYES[eye] ?? []).map((row) => Math.max(0, Math.min(1, row[0] * light[0] + row[1] * light[1] + row[2] * light[2]))) as Triple;
}

/** In CIELAB; about 2.3 is just noticeable. */
function difference(one: Triple, other: Triple): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function lab([r, g, b]: Triple): Triple {
  const bend = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = bend(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function contrast(one: number, other: number): number {
  const [a, b] = [one, other].map((colour) => {
    const [r, g, blue] = linear(colour);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
  }) as [number, number];
  return Math.max(a, b) / Math.min(a, b);
}
