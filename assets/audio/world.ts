// What happens far away: heard through distance, always soft. No sirens, no explosions.

import { add, breath, type Clip, decay, filtered, inRoom, laid, line, noise, pluck, shaped, silence, struck, tone } from './dsp.ts';
import { click, rustle, thud } from './paper.ts';

const SAW = [1, 0.5, 0.33, 0.25, 0.2, 0.16, 0.14, 0.12];
/** Of the scale that all tuned sounds share. */
const D2 = 73.42;
const A2 = 110;
const D3 = 146.83;
const G3 = 196;
const A3 = 220;
const D4 = 293.66;
const E4 = 329.63;
const FIS4 = 369.99;
const A4 = 440;
const D5 = 587.33;

const far = (clip: Clip, hertz: number, wet = 0.5) => inRoom(filtered(clip, 'low', hertz, 0.7), wet, 0.8);
const mallet = (seconds: number, hertz: number) =>
  struck(seconds, [
    [hertz, 1, 0.32],
    [hertz * 2, 0.3, 0.2],
    [hertz * 3.01, 0.12, 0.09],
    [hertz * 5.4, 0.05, 0.03],
  ]);

export const train = () => {
  const clip = silence(1.9);
  const rumble = filtered(noise(1.9, 201), 'band', 210, 0.8);
  add(clip, shaped(rumble, line([0, 0], [0.6, 1], [1.2, 1], [1.9, 0])), 0, 0.7);
  for (let joint = 0; joint < 4; joint++) {
    const loud = [0.5, 0.9, 0.9, 0.45][joint] as number;
    add(clip, thud(175, 202 + joint, 0.5), 0.12 + joint * 0.42, loud);
    add(clip, thud(160, 212 + joint, 0.5), 0.25 + joint * 0.42, loud * 0.8);
  }
  return far(clip, 800, 0.45);
};

export const shipHorn = () => {
  const loud = line([0, 0], [0.3, 1], [1.1, 0.9], [1.45, 0], [2.1, 0]);
  const both = laid(2.1, [tone(2.1, A2, SAW)], [tone(2.1, 138.59, SAW), 0, 0.8], [filtered(noise(2.1, 221), 'band', 400, 1), 0, 0.5]);
  return far(shaped(both, loud), 520, 0.6);
};

export const launch = () => {
  const rumble = filtered(noise(2.4, 231), 'low', line([-0.1, 160], [0.7, 620], [2.5, 130]), 0.8);
  const crackle = filtered(noise(2.4, 232), 'low', 24, 0.7).map((x) => 0.55 + 4 * Math.abs(x));
  return inRoom(
    shaped(
      rumble.map((x, i) => x * (crackle[i] as number)),
      line([0, 0], [0.6, 1], [1.1, 0.8], [2.35, 0], [2.4, 0]),
    ),
    0.4,
    1,
  );
};

export const splashdown = () => {
  const water = shaped(
    filtered(noise(1.1, 241), 'low', (t) => 200 + 2400 * Math.max(0, 0.5 - t), 0.9),
    line([0, 0], [0.04, 1], [0.3, 0.5], [1.1, 0]),
  );
  const bubbles = silence(0.7);
  for (let i = 0; i < 6; i++)
    add(
      bubbles,
      shaped(
        tone(0.09, (t) => 250 + 40 * i + 1500 * t),
        breath(0.02, 0.07),
      ),
      0.08 * i + 0.02 * (i % 2),
      0.5 / (1 + 0.3 * i),
    );
  return inRoom(laid(1.3, [thud(95, 242, 0.2)], [water, 0.02, 1], [bubbles, 0.3, 0.25]), 0.4, 0.7);
};

export const orbit = () => {
  const calls = silence(1.6);
  for (const [i, hertz] of [D5, D5 * 1.5, D5 * 1.5].entries()) add(calls, shaped(tone(0.1, hertz, [1, 0.1]), breath(0.02, 0.08)), 0.1 + 0.26 * i, i === 2 ? 0.45 : 0.8);
  return inRoom(
    laid(
      1.6,
      [calls],
      [
        shaped(
          tone(1.4, (t) => D4 * (1 + 0.004 * t), [1, 0.2]),
          breath(0.6, 0.8),
        ),
        0,
        0.2,
      ],
    ),
    0.55,
    0.6,
  );
};

export const submarine = () =>
  inRoom(
    laid(
      1.5,
      [
        struck(0.9, [
          [466, 1, 0.22],
          [470, 0.6, 0.3],
        ]),
      ],
      [shaped(filtered(noise(1.2, 251), 'low', 260, 0.9), breath(0.3, 0.9)), 0, 0.8],
    ),
    0.6,
    0.9,
  );

export const radar = () => {
  const sweep = shaped(
    filtered(noise(0.9, 261), 'band', (t) => 500 + 900 * t, 6),
    breath(0.5, 0.4),
  );
  return inRoom(laid(1.2, [sweep, 0, 1], [mallet(0.6, 659.26), 0.48, 0.12]), 0.4, 0.6);
};

export const engines = () => {
  const pass = (hertz: number) => tone(2, line([-0.1, hertz * 1.05], [0.8, hertz * 1.04], [1.3, hertz * 0.93], [2.1, hertz * 0.92]), SAW);
  const all = laid(2, [pass(98)], [pass(101.3), 0, 0.8], [pass(147.6), 0, 0.5], [filtered(noise(2, 271), 'band', 380, 0.7), 0, 2.2]);
  return far(shaped(all, breath(1, 1)), 640, 0.4);
};

export const wirePulse = () => {
  const clip = silence(0.8);
  for (const [i, length] of [0.05, 0.05, 0.12].entries())
    add(clip, shaped(tone(length + 0.02, 740, [1, 0.15]), line([0, 0], [0.008, 1], [length, 1], [length + 0.02, 0])), 0.02 + i * 0.11);
  return inRoom(filtered(clip, 'low', 1600, 0.7), 0.3, 0.5);
};

export const doorOpens = () =>
  inRoom(
    laid(
      1.1,
      [click(820, 281), 0, 0.5],
      [
        shaped(
          filtered(noise(0.85, 282), 'band', (t) => 260 + 900 * t, 0.9),
          breath(0.5, 0.35),
        ),
        0.06,
        0.9,
      ],
      [shaped(tone(0.8, A3, [1, 0.3]), breath(0.45, 0.35)), 0.2, 0.12],
    ),
    0.35,
    0.5,
  );

export const doorCloses = () =>
  inRoom(
    laid(
      0.95,
      [
        shaped(
          filtered(noise(0.5, 283), 'band', (t) => 850 - 1200 * t, 0.9),
          breath(0.28, 0.2),
        ),
        0,
        0.7,
      ],
      [thud(105, 284, 0.35), 0.42, 1.1],
      [click(700, 285), 0.47, 0.35],
    ),
    0.35,
    0.5,
  );

export const barrier = () =>
  inRoom(
    laid(
      0.9,
      [
        shaped(
          filtered(noise(0.35, 291), 'band', (t) => 420 + 500 * t, 4),
          breath(0.25, 0.1),
        ),
        0,
        0.5,
      ],
      [thud(180, 292, 0.6), 0.34, 1],
      [thud(172, 293, 0.4), 0.47, 0.35],
    ),
    0.35,
    0.6,
  );

/** A low swelling, as of pressure in a room. */
export const crisis = () => {
  const body = laid(3, [tone(3, D2, SAW)], [tone(3, D2 * 1.5 * 1.006, SAW), 0, 0.6], [tone(3, D3 * 1.0595, SAW), 0, 0.45], [tone(3, D3, SAW), 0, 0.5]);
  const opening = filtered(body, 'low', line([-0.1, 120], [1.6, 620], [3.1, 110]), 1);
  const air = filtered(noise(3, 301), 'band', line([-0.1, 140], [1.6, 480], [3.1, 160]), 0.9);
  return inRoom(shaped(laid(3, [opening], [air, 0, 3]), line([0, 0], [0.5, 0.2], [1.6, 1], [2.9, 0], [3, 0])), 0.35, 0.9);
};

export const warHeats = () => {
  const clip = silence(1.7);
  for (const [moment, loud] of [
    [0, 0.8],
    [0.31, 0.55],
    [0.74, 1],
  ] as const)
    add(clip, laid(0.6, [thud(88, 311, 0.15)], [shaped(filtered(noise(0.6, 312), 'low', 240, 0.8), decay(0.14)), 0, 1.5]), moment, loud);
  add(clip, shaped(laid(1.6, [tone(1.6, D3, SAW), 0, 0.3], [tone(1.6, 155.56, SAW), 0, 0.25]), breath(1, 0.6)), 0, 0.12);
  return far(clip, 560, 0.5);
};

export const warCools = () =>
  inRoom(
    laid(
      1.7,
      [
        shaped(
          filtered(noise(1.3, 321), 'band', (t) => 620 - 330 * t, 0.8),
          breath(0.4, 0.9),
        ),
        0,
        0.9,
      ],
      [mallet(1.3, D3), 0.2, 0.35],
      [mallet(1.1, A3), 0.5, 0.28],
    ),
    0.45,
    0.7,
  );

export const attemptWon = () => inRoom(laid(1.3, [pluck(1.2, D4, 0.2, 331), 0, 0.9], [pluck(1, A4, 0.2, 332), 0.17, 0.8], [mallet(1, A3), 0.17, 0.12]), 0.3, 0.4);
export const attemptRefused = () => inRoom(laid(0.95, [pluck(0.6, A3, 0.75, 341), 0, 1], [pluck(0.7, 207.65, 0.8, 342), 0.22, 0.9], [thud(120, 343, 0.1), 0.22, 0.4]), 0.25, 0.4);
export const calledOff = () => inRoom(laid(0.8, [pluck(0.5, G3, 0.6, 351), 0, 0.8], [rustle(0.3, 352, (t) => 2600 - 3600 * t, 80, breath(0.1, 0.2)), 0.14, 0.7]), 0.25, 0.4);
export const effectLands = () => inRoom(laid(0.8, [click(760, 361), 0, 0.4], [pluck(0.75, A3, 0.4, 362), 0.02, 0.6], [pluck(0.7, E4, 0.4, 363), 0.1, 0.4]), 0.3, 0.4);
export const quarterPasses = () =>
  inRoom(laid(1.2, [click(520, 371), 0, 0.45], [mallet(1.1, D3), 0.01, 0.55], [mallet(1, D4), 0.01, 0.15], [click(470, 372), 0.42, 0.35]), 0.35, 0.5);

const chord = (seconds: number, gap: number, ...notes: readonly number[]) =>
  laid(
    seconds,
    ...notes.flatMap((hertz, i) => [[pluck(seconds - gap * i, hertz, 0.12, 380 + i), gap * i, 0.8] as const, [mallet(seconds - gap * i, hertz), gap * i, 0.3] as const]),
  );

export const endingGood = () => inRoom(chord(2.6, 0.17, D3, A3, D4, FIS4, A4), 0.4, 0.7);
export const endingUneasy = () => inRoom(chord(2.5, 0.22, D3, G3, A3, E4), 0.45, 0.8);
export const endingBad = () =>
  inRoom(laid(2.7, [chord(2.7, 0.3, A3, 174.61, 155.56, D3), 0, 0.8], [shaped(filtered(tone(2.7, D2, SAW), 'low', 300, 0.8), breath(1.4, 1.3)), 0, 0.35]), 0.45, 0.9);
export const levelOpens = () => inRoom(chord(1.7, 0.15, D3, A3, E4), 0.4, 0.6);

/** Two muted strings closing on one: pressure that tightens. */
export const motifSanctions = () =>
  inRoom(
    laid(
      1.5,
      [pluck(0.5, A4, 0.7, 401), 0, 0.8],
      [pluck(0.5, 392, 0.7, 402), 0.19, 0.8],
      [pluck(0.5, 349.23, 0.6, 403), 0.38, 0.85],
      [pluck(0.9, D4, 0.4, 404), 0.57, 1],
      [pluck(0.9, D3, 0.4, 405), 0.57, 0.8],
    ),
    0.3,
    0.5,
  );

/** Three voices, each holding on as the next joins. */
export const motifTrilateral = () => {
  const voice = (hertz: number, seconds: number) =>
    laid(seconds, [shaped(tone(seconds, hertz, [1, 0.35, 0.16, 0.08]), line([0, 0], [0.06, 1], [seconds * 0.5, 0.7], [seconds, 0])), 0, 0.4], [mallet(seconds, hertz), 0, 0.5]);
  return inRoom(laid(1.8, [voice(D4, 1.7)], [voice(E4, 1.45), 0.24, 0.9], [voice(A4, 1.2), 0.48, 0.9]), 0.35, 0.6);
};

/** A step up that is not finished: a door that may open. */
export const motifChina = () => {
  const bow = (hertz: number, seconds: number) => shaped(filtered(tone(seconds, hertz, SAW), 'low', 900, 0.7), breath(seconds * 0.4, seconds * 0.6));
  return inRoom(
    laid(1.9, [bow(D3, 1.5), 0, 0.5], [bow(A3, 1.5), 0.1, 0.4], [pluck(1, A3, 0.3, 411), 0.12, 0.5], [pluck(1.1, 246.94, 0.3, 412), 0.62, 0.7], [bow(246.94, 1.1), 0.62, 0.35]),
    0.4,
    0.7,
  );
};
