// When each beat of a quarter plays: a plan made before it begins, so that any moment of it can be asked for.

import type { Gaze } from './framing.ts';
import { MOTION } from './theme.ts';

export interface Cue {
  /** Milliseconds from the beginning. The camera travels from `begins` until `starts`, the effect plays until `ends`. */
  begins: number;
  starts: number;
  ends: number;
  gaze: Gaze;
}

export interface Timeline {
  cues: readonly Cue[];
  /** When the camera turns back and the last picture settles. */
  settles: number;
  ends: number;
}

/** @param beats how long each effect plays, in milliseconds, and where the camera looks */
export function timelineOf(beats: readonly { duration: number; gaze: Gaze }[]): Timeline {
  const wish = laid(beats, 1);
  return wish.ends <= MOTION.quarter ? wish : laid(beats, MOTION.quarter / wish.ends);
}

function laid(beats: readonly { duration: number; gaze: Gaze }[], tempo: number): Timeline {
  let now = 0;
  let looking: Gaze = 'rest';
  const cues = beats.map(({ duration, gaze }): Cue => {
    const begins = now;
    const starts = begins + (gaze === looking ? 0 : MOTION.travel) * tempo;
    const ends = starts + duration * tempo;
    now = ends + MOTION.breath * tempo;
    looking = gaze;
    return { begins, starts, ends, gaze };
  });
  return { cues, settles: now, ends: now + Math.max(MOTION.settle, looking === 'rest' ? 0 : MOTION.travel) * tempo };
}

/** The beat at a moment, with how much of its effect has passed (0 before it starts, 1 in the pause after it); null once all are over. */
export function cueAt({ cues }: Timeline, now: number): { at: number; passed: number } | null {
  const at = cues.findLastIndex(({ begins }) => begins <= now);
  const cue = cues[at];
  if (cue === undefined) return null;
  if (at === cues.length - 1 && now >= cue.ends + MOTION.breath) return null;
  return { at, passed: Math.max(0, Math.min(1, (now - cue.starts) / (cue.ends - cue.starts))) };
}
