// The desk's own sounds: paper, pencil, wood, metal; near, dry and small.

import { add, breath, type Clip, type Curve, decay, dice, filtered, laid, line, noise, pluck, RATE, shaped, silence, struck, tone } from './dsp.ts';

/** Paper moves in little jerks: noise whose loudness is itself a rough noise. @param grain jerks a second */
export function rustle(seconds: number, seed: number, brightness: Curve, grain: number, loudness: Curve): Clip {
  const jerks = filtered(noise(seconds, seed + 1000), 'low', grain, 0.8);
  const rough = jerks.map((x) => x * x);
  const most = rough.reduce((a, b) => Math.max(a, b), 0);
  const fibre = filtered(filtered(noise(seconds, seed), 'band', brightness, 0.8), 'low', 7000, 0.7);
  return shaped(
    fibre.map((x, i) => x * (0.25 + Math.sqrt((rough[i] as number) / most))),
    loudness,
  );
}

/** Something soft set down on wood. @param hertz its body */
export function thud(hertz: number, seed: number, hardness = 0.5): Clip {
  const body = shaped(
    tone(0.22, (t) => hertz * (1 + 0.8 * Math.max(0, 1 - t / 0.03)), [1, 0.5, 0.3, 0.15]),
    decay(0.045),
  );
  const touch = shaped(filtered(noise(0.06, seed), 'low', 500 + 1800 * hardness, 0.7), decay(0.012));
  return laid(0.22, [body, 0, 0.7], [touch, 0, 0.4 + hardness]);
}

/** A small hard contact: a latch, a key, a nib. */
export function click(hertz: number, seed: number): Clip {
  const ring = struck(0.05, [
    [hertz, 0.6, 0.006],
    [hertz * 2.31, 0.4, 0.004],
    [hertz * 3.77, 0.2, 0.003],
  ]);
  return add(ring, shaped(filtered(noise(0.05, seed), 'band', hertz * 1.5, 0.9), decay(0.004)), 0, 0.8);
}

/** A pencil over paper: strokes with a tooth. */
function strokes(seconds: number, seed: number, ...each: readonly (readonly [from: number, to: number, brightness: number])[]): Clip {
  const clip = silence(seconds);
  for (const [from, to, brightness] of each) {
    const length = to - from;
    const lead = filtered(
      filtered(noise(length, seed + Math.round(from * 100)), 'band', (t) => brightness * (1 + 0.25 * (t / length)), 1.6),
      'high',
      900,
      0.7,
    );
    const tooth = tone(length, 86, [1, 0.5]).map((x) => 0.7 + 0.3 * x);
    add(
      clip,
      shaped(
        lead.map((x, i) => x * (tooth[i] as number)),
        line([0, 0], [0.02, 1], [length * 0.7, 0.8], [length, 0]),
      ),
      from,
    );
  }
  return clip;
}

export const paperSlide = () => rustle(0.42, 11, (t) => 1700 + 2600 * t, 90, breath(0.16, 0.26));
export const paperBack = () => rustle(0.36, 12, (t) => 2900 - 3000 * t, 90, breath(0.08, 0.28));
export const paperLift = () => laid(0.26, [rustle(0.26, 13, (t) => 2200 + 5200 * t, 140, breath(0.05, 0.2))], [click(1900, 3), 0.005, 0.16]);
export const cardLaid = () => laid(0.34, [rustle(0.2, 14, (t) => 3200 - 6000 * t, 120, breath(0.09, 0.1)), 0, 0.7], [thud(210, 4, 0.55), 0.11, 0.8]);
export const cardTaken = () => laid(0.32, [thud(260, 5, 0.2), 0, 0.35], [rustle(0.28, 15, (t) => 1800 + 7000 * t, 120, breath(0.11, 0.16)), 0.02]);
export const pencil = () => strokes(0.34, 21, [0, 0.13, 3300], [0.17, 0.33, 3800]);
export const ledgerStrike = () => laid(0.62, [strokes(0.4, 22, [0, 0.34, 2700])], [thud(150, 6, 0.3), 0.34, 0.9], [pluck(0.25, 110, 0.9, 71), 0.34, 0.5]);
export const signature = () => strokes(0.72, 23, [0, 0.18, 3000], [0.2, 0.31, 3700], [0.33, 0.42, 3300], [0.46, 0.71, 2800]);
export const stamp = () =>
  laid(
    0.5,
    [click(700, 7), 0, 0.35],
    [thud(120, 8, 0.9), 0.05, 1.2],
    [shaped(filtered(noise(0.12, 31), 'band', 1500, 0.7), decay(0.025)), 0.05, 0.5],
    [rustle(0.16, 16, 2300, 120, breath(0.04, 0.12)), 0.3, 0.25],
  );
export const pageTurn = () => laid(0.6, [rustle(0.56, 17, (t) => 1500 + 5200 * Math.min(t, 0.4), 60, breath(0.3, 0.26))], [thud(190, 9, 0.25), 0.46, 0.3]);
export const folderShut = () => laid(0.55, [rustle(0.34, 18, (t) => 2600 - 4200 * t, 70, breath(0.14, 0.2)), 0, 0.8], [thud(125, 10, 0.4), 0.26, 1.1]);

export const seal = () =>
  laid(
    0.95,
    [
      shaped(
        filtered(noise(0.4, 32), 'low', (t) => 900 - 1300 * t, 1),
        breath(0.22, 0.18),
      ),
      0,
      0.8,
    ],
    [thud(98, 11, 0.3), 0.3, 1.3],
    [pluck(0.62, 146.83, 0.35, 72), 0.33, 0.5],
    [pluck(0.62, 73.42, 0.4, 73), 0.33, 0.7],
  );

export const drawer = () => {
  const runners = filtered(
    filtered(noise(0.62, 33), 'band', (t) => 320 + 420 * t, 1.1),
    'low',
    1400,
    0.7,
  );
  const wobble = tone(0.62, (t) => 26 + 18 * t).map((x) => 0.72 + 0.28 * x);
  return laid(
    0.8,
    [
      shaped(
        runners.map((x, i) => x * (wobble[i] as number)),
        breath(0.36, 0.25),
      ),
    ],
    [thud(140, 12, 0.35), 0.52, 0.5],
  );
};

/** A soft knock on the underside of the desk: this cannot be done. */
export const refused = () => laid(0.42, [thud(165, 13, 0.12)], [thud(147, 14, 0.1), 0.15, 0.8]);

export const radioTick = () =>
  laid(0.3, [click(1250, 15), 0, 0.8], [shaped(filtered(noise(0.14, 34), 'band', 1700, 2.5), breath(0.02, 0.1)), 0.02, 0.14], [click(1050, 16), 0.15, 0.55]);

/** A report is put on the pile. */
export const reports = () => laid(0.46, [rustle(0.3, 19, (t) => 1500 + 3000 * t, 100, breath(0.1, 0.2)), 0, 0.8], [rustle(0.16, 20, 3400, 150, breath(0.04, 0.12)), 0.29, 0.5]);

/** A machine in the next room, writing a line. */
export const teletype = () => {
  const clip = silence(1.05);
  const roll = dice(35);
  for (let key = 0; key < 12; key++) {
    if (key === 4 || key === 9) continue;
    const moment = 0.02 + key * 0.071 + 0.006 * roll();
    add(clip, click(900 + 160 * roll(), 100 + key), moment, 0.7 + 0.25 * roll());
    add(clip, thud(230 + 20 * roll(), 120 + key, 0.3), moment, 0.35);
  }
  add(clip, shaped(tone(0.9, 118, [1, 0.6, 0.5, 0.2]), breath(0.2, 0.7)), 0, 0.03);
  return filtered(clip, 'low', 3000, 0.7);
};

/** A press printing an edition. */
export const presses = () => {
  const clip = silence(1.2);
  for (let beat = 0; beat < 4; beat++) {
    add(clip, thud(135, 140 + beat, 0.5), beat * 0.26, 0.8);
    add(clip, rustle(0.16, 150 + beat, 2600, 130, breath(0.06, 0.1)), beat * 0.26 + 0.09, 0.55);
  }
  return shaped(filtered(clip, 'low', 3600, 0.7), line([0, 0.6], [0.3, 1], [0.8, 0.9], [clip.length / RATE, 0]));
};
