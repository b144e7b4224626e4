// A quarter is played in time: beats one after another, none cut short, the whole no longer than it may be.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gaze } from '../../../src/client/theatre/framing.ts';
import { MOTION } from '../../../src/client/theatre/theme.ts';
import { cueAt, timelineOf } from '../../../src/client/theatre/timeline.ts';

const beats = fc.array(fc.record({ duration: fc.integer({ min: 150, max: 900 }), gaze: fc.constantFrom<Gaze>('rest', 'west', 'core', 'east') }), { maxLength: 9 });

describe('a quarter’s beats', () => {
  test('never last longer than nine seconds, travel and pauses included', () => {
    fc.assert(fc.property(beats, (all) => timelineOf(all).ends <= MOTION.quarter + 1e-6));
  });

  test('follow each other without overlap, and the last picture settles after them', () => {
    fc.assert(
      fc.property(beats, (all) => {
        const { cues, settles, ends } = timelineOf(all);
        const times = [...cues.flatMap(({ begins, starts, ends: over }) => [begins, starts, over]), settles, ends];
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });

  test('each is met once, in order, from nothing to all of its effect', () => {
    const timeline = timelineOf([
      { duration: 600, gaze: 'west' },
      { duration: 600, gaze: 'west' },
      { duration: 900, gaze: 'core' },
    ]);
    const seen: string[] = [];
    for (let now = 0; now <= timeline.ends; now += 10) {
      const cue = cueAt(timeline, now);
      if (cue === null) seen.push('over');
      else if (cue.passed === 0) seen.push(`${cue.at} waits`);
      else if (cue.passed === 1) seen.push(`${cue.at} is done`);
      else seen.push(`${cue.at} plays`);
    }
    expect(seen.filter((what, i) => what !== seen[i - 1])).toEqual([
      '0 waits',
      '0 plays',
      '0 is done',
      '1 waits',
      '1 plays',
      '1 is done',
      '2 waits',
      '2 plays',
      '2 is done',
      'over',
    ]);
  });

  test('the camera travels only when something happens elsewhere', () => {
    const { cues } = timelineOf([
      { duration: 600, gaze: 'west' },
      { duration: 600, gaze: 'west' },
    ]);
    expect(cues.map(({ begins, starts }) => starts - begins)).toEqual([MOTION.travel, 0]);
  });

  test('without beats there is nothing to play', () => {
    expect(cueAt(timelineOf([]), 0)).toBeNull();
  });
});
