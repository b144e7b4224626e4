// Sound from arithmetic: tones, noise, filters, echoes. Only + - * / and square roots are used, so that every machine renders the same samples.

/** Samples a second. Opus knows this rate, and it holds all that quiet paper needs. */
export const RATE = 24_000;
export type Clip = Float64Array<ArrayBuffer>;
/** Something that changes with time, seconds from the clip's beginning; or does not. */
export type Curve = number | ((t: number) => number);

export const silence = (seconds: number): Clip => new Float64Array(Math.round(seconds * RATE));
const at = (curve: Curve, t: number) => (typeof curve === 'number' ? curve : curve(t));

/** e to the x, for x in −60 … 60. */
export function exp(x: number): number {
  let small = x / 1024;
  small = 1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + small / 4)));
  for (let doubled = 0; doubled < 10; doubled++) small *= small;
  return small;
}

/** Amplitude of a level in decibels. */
export const decibels = (level: number): number => exp(level * 0.115_129_254_649_702_28);

const [C3, C5, C7, C9, C11] = [1 / 6, 1 / 20, 1 / 42, 1 / 72, 1 / 110];

/** A sine by turns: 0.25 is its top. */
export function sine(turns: number): number {
  const whole = turns - Math.floor(turns);
  const half = whole > 0.5 ? whole - 0.5 : whole;
  const a = 6.283_185_307_179_586 * (half > 0.25 ? 0.5 - half : half);
  const s = a * a;
  const y = a * (1 - s * C3 * (1 - s * C5 * (1 - s * C7 * (1 - s * C9 * (1 - s * C11)))));
  return whole > 0.5 ? -y : y;
}

/** Draws in −1 … 1; the same ones for the same seed. */
export function dice(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let drawn = Math.imul(state ^ (state >>> 15), state | 1);
    drawn ^= drawn + Math.imul(drawn ^ (drawn >>> 7), drawn | 61);
    return ((drawn ^ (drawn >>> 14)) >>> 0) / 2_147_483_648 - 1;
  };
}

export function noise(seconds: number, seed: number): Clip {
  const roll = dice(seed);
  return silence(seconds).map(roll);
}

/** @param partials amplitudes of the tone and its overtones @param hertz of the lowest */
export function tone(seconds: number, hertz: Curve, partials: readonly number[] = [1]): Clip {
  const clip = silence(seconds);
  let turns = 0;
  for (let i = 0; i < clip.length; i++) {
    turns += at(hertz, i / RATE) / RATE;
    let sum = 0;
    for (let k = 0; k < partials.length; k++) sum += (partials[k] as number) * sine(turns * (k + 1));
    clip[i] = sum;
  }
  return clip;
}

/** Struck things: each part a pitch, an amplitude and the seconds until a third is left of it. */
export function struck(seconds: number, parts: readonly (readonly [hertz: number, amplitude: number, ring: number])[]): Clip {
  const clip = silence(seconds);
  for (const [hertz, amplitude, ring] of parts) add(clip, shaped(tone(seconds, hertz), decay(ring)), 0, amplitude);
  return shaped(clip, (t) => Math.min(1, t / 0.002));
}

/** A plucked string (Karplus and Strong). @param damping 0 rings longest … 1 is muted */
export function pluck(seconds: number, hertz: number, damping: number, seed: number): Clip {
  const clip = silence(seconds);
  const length = RATE / hertz;
  const whole = Math.floor(length - 0.5);
  const part = length - 0.5 - whole;
  const string = filtered(noise((whole + 1) / RATE, seed), 'low', 2600 - 1700 * damping, 0.7);
  const kept = 0.999 - 0.03 * damping;
  let last = 0;
  for (let i = 0; i < clip.length; i++) {
    const here = string[i % (whole + 1)] as number;
    const next = string[(i + 1) % (whole + 1)] as number;
    const read = here * (1 - part) + next * part;
    string[i % (whole + 1)] = kept * 0.5 * (read + last);
    last = read;
    clip[i] = read;
  }
  return filtered(clip, 'high', hertz * 0.7, 0.7);
}

export type FilterKind = 'low' | 'high' | 'band';

/** A filter of second order (Bristow-Johnson). @param sharpness 0.5 … 20 */
export function filtered(clip: Clip, kind: FilterKind, hertz: Curve, sharpness: number): Clip {
  const out = new Float64Array(clip.length);
  let [b0, b1, b2, a1, a2] = [0, 0, 0, 0, 0];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < clip.length; i++) {
    if (i % 32 === 0 && (i === 0 || typeof hertz !== 'number')) {
      const turns = Math.min(0.45, Math.max(0.0005, at(hertz, i / RATE) / RATE));
      const cos = sine(turns + 0.25);
      const alpha = sine(turns) / (2 * sharpness);
      const a0 = 1 + alpha;
      b1 = kind === 'low' ? (1 - cos) / a0 : kind === 'high' ? -(1 + cos) / a0 : 0;
      b0 = kind === 'band' ? alpha / a0 : (kind === 'low' ? b1 : -b1) / 2;
      b2 = kind === 'band' ? -b0 : b0;
      a1 = (-2 * cos) / a0;
      a2 = (1 - alpha) / a0;
    }
    const x = clip[i] as number;
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[i] = y;
  }
  return out;
}

/** As loud as a curve says at each moment. */
export function shaped(clip: Clip, loudness: Curve): Clip {
  return clip.map((x, i) => x * at(loudness, i / RATE));
}

/** Down to a third every `ring` seconds. */
export function decay(ring: number): (t: number) => number {
  const step = exp(-1 / (ring * RATE));
  let level = 1;
  let reached = 0;
  return (t) => {
    for (const wanted = Math.round(t * RATE); reached < wanted; reached++) level *= step;
    return level;
  };
}

/** Straight lines between points of time and loudness; silent before and after. */
export function line(...points: readonly (readonly [t: number, level: number])[]): (t: number) => number {
  return (t) => {
    const next = points.findIndex(([moment]) => moment > t);
    const [from, to] = [points[next - 1], points[next]];
    if (from === undefined || to === undefined) return 0;
    return from[1] + ((to[1] - from[1]) * (t - from[0])) / (to[0] - from[0]);
  };
}

/** Rises and falls like a breath: squared, so that it begins and ends softly. */
export function breath(rise: number, fall: number): (t: number) => number {
  const straight = line([0, 0], [rise, 1], [rise + fall, 0]);
  return (t) => {
    const x = straight(t);
    return x * x * (3 - 2 * x);
  };
}

/** Adds `from` into `into`, from a moment on; what reaches past the end is cut. */
export function add(into: Clip, from: Clip, seconds = 0, gain = 1): Clip {
  const start = Math.round(seconds * RATE);
  const length = Math.min(from.length, into.length - start);
  for (let i = 0; i < length; i++) into[start + i] = (into[start + i] as number) + gain * (from[i] as number);
  return into;
}

/** Parts laid over each other, each with its moment and gain. */
export function laid(seconds: number, ...parts: readonly (readonly [clip: Clip, moment?: number, gain?: number])[]): Clip {
  const clip = silence(seconds);
  for (const [part, moment, gain] of parts) add(clip, part, moment, gain);
  return clip;
}

const COMBS = [0.0297, 0.0371, 0.0411, 0.0437];
const PASSES = [0.005, 0.0017];

/** In a room (after Schroeder). @param wet share of the echo, 0 … 1 @param distance 0 is near, 1 far: duller, longer */
export function inRoom(clip: Clip, wet: number, distance: number): Clip {
  const echo = new Float64Array(clip.length);
  for (const delay of COMBS) {
    const length = Math.round(delay * RATE);
    const line = new Float64Array(length);
    let dull = 0;
    for (let i = 0; i < clip.length; i++) {
      const heard = line[i % length] as number;
      dull += (heard - dull) * (0.75 - 0.45 * distance);
      line[i % length] = (clip[i] as number) + dull * (0.62 + 0.22 * distance);
      echo[i] = (echo[i] as number) + heard / COMBS.length;
    }
  }
  for (const delay of PASSES) {
    const length = Math.round(delay * RATE);
    const line = new Float64Array(length);
    for (let i = 0; i < clip.length; i++) {
      const held = line[i % length] as number;
      const inward = (echo[i] as number) + 0.6 * held;
      line[i % length] = inward;
      echo[i] = held - 0.6 * inward;
    }
  }
  return clip.map((x, i) => x * (1 - wet) + (echo[i] as number) * wet);
}

/** Begins and ends in silence: what still rings goes out softly over the last fifth. */
export function faded(clip: Clip): Clip {
  const end = clip.length / RATE;
  const out = breath(0, end / 5);
  return shaped(clip, (t) => Math.min(1, t / 0.002) * (t > 0.8 * end ? out(t - 0.8 * end) : 1));
}

/** One period of what goes round: the filters have settled in the round before. @param make from a noise that repeats exactly */
export function repeating(seconds: number, seed: number, make: (repeated: Clip) => Clip): Clip {
  const once = noise(seconds, seed);
  const twice = new Float64Array(once.length * 2);
  twice.set(once);
  twice.set(once, once.length);
  return make(twice).slice(once.length);
}

/** The loudest tenth of a second as root mean square, without what small loudspeakers and ears leave out. */
export function loudness(clip: Clip): number {
  const heard = filtered(clip, 'high', 160, 0.7);
  const window = Math.min(heard.length, RATE / 10);
  let sum = 0;
  let most = 0;
  for (let i = 0; i < heard.length; i++) {
    sum += (heard[i] as number) * (heard[i] as number);
    if (i >= window) sum -= (heard[i - window] as number) * (heard[i - window] as number);
    most = Math.max(most, sum);
  }
  return Math.sqrt(most / window);
}

export const peak = (clip: Clip): number => clip.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** At a level in decibels of full scale, but with no peak above −2. */
export function levelled(clip: Clip, level: number): Clip {
  const gain = Math.min(decibels(level) / loudness(clip), decibels(-2) / peak(clip));
  return clip.map((x) => x * gain);
}
