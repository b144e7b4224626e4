// Three rounds that lie under the play and can be turned up one by one: the room, unease, pressure. Each repeats without a seam.

import { add, breath, type Clip, filtered, laid, RATE, repeating, shaped, silence, sine, tone } from './dsp.ts';

/** The pitch nearest to a wanted one that fits a whole number of times into the round. */
const fitting = (hertz: number, seconds: number) => Math.round(hertz * seconds) / seconds;
const hum = (seconds: number, hertz: number, partials?: readonly number[]) => tone(seconds, fitting(hertz, seconds), partials);
/** Goes up and down so many times a round, between `low` and 1. */
const swell =
  (seconds: number, times: number, low: number, turned = 0) =>
  (t: number) =>
    low + (1 - low) * (0.5 + 0.5 * sine((t * times) / seconds + turned));

/** Air, a lamp, the night outside. */
export function room(seconds: number): Clip {
  const air = repeating(seconds, 501, (noise) => filtered(filtered(noise, 'low', 420, 0.6), 'high', 70, 0.6));
  const vent = repeating(seconds, 502, (noise) => filtered(noise, 'band', 900, 1.2));
  return laid(
    seconds,
    [shaped(air, swell(seconds, 1, 0.7)), 0, 1],
    [shaped(vent, swell(seconds, 2, 0.5, 0.3)), 0, 0.12],
    [shaped(hum(seconds, 120, [1, 0.5, 0.25]), swell(seconds, 1, 0.75, 0.6)), 0, 0.02],
  );
}

/** Two low voices that do not quite agree. */
export function unease(seconds: number): Clip {
  const low = laid(seconds, [hum(seconds, 146.83, [1, 0.55, 0.3, 0.12])], [hum(seconds, 147.3, [1, 0.5, 0.25])], [hum(seconds, 220.4, [0.6, 0.25]), 0, 0.6]);
  const rub = shaped(hum(seconds, 155.56, [1, 0.4, 0.2]), swell(seconds, 2, 0, 0.1));
  const air = repeating(seconds, 511, (noise) => filtered(noise, 'band', 330, 3));
  return laid(seconds, [shaped(low, swell(seconds, 1, 0.55, 0.4)), 0, 0.4], [rub, 0, 0.22], [shaped(air, swell(seconds, 1, 0.3, 0.8)), 0, 0.8]);
}

/** A slow beat under a thin, held wire. */
export function pressure(seconds: number): Clip {
  const clip = silence(seconds);
  const beats = Math.round(seconds / 1.05);
  // Half a beat of quiet at either end: nothing rings across the seam.
  for (let beat = 0; beat < beats; beat++) {
    const from = ((beat + 0.25) * seconds) / beats;
    add(
      clip,
      shaped(
        tone(0.5, (t) => 92 - 40 * t, [1, 0.7, 0.45, 0.25, 0.12]),
        breath(0.06, 0.44),
      ),
      from,
      0.5,
    );
  }
  const wire = laid(seconds, [hum(seconds, 1174.7)], [hum(seconds, 1244.5), 0, 0.7]);
  const grit = repeating(seconds, 521, (noise) => filtered(noise, 'band', 190, 2));
  return laid(
    seconds,
    [clip, 0, 0.8],
    [shaped(wire, swell(seconds, 2, 0.3)), 0, 0.025],
    [shaped(grit, swell(seconds, beats, 0.4)), 0, 0.7],
    [shaped(hum(seconds, 77.78, [0.6, 0.6, 0.5, 0.35]), swell(seconds, 1, 0.6)), 0, 0.14],
  );
}

/** A round with a little of itself before and after, so that where a decoder begins makes no seam. */
export function withMargins(once: Clip, margin: number): Clip {
  const extra = Math.round(margin * RATE);
  const clip = new Float64Array(once.length + 2 * extra);
  for (let i = 0; i < clip.length; i++) clip[i] = once[(i - extra + once.length) % once.length] as number;
  return clip;
}
