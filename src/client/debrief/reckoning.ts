// Reckons a campaign a little at a time, so that the page never waits for it.

import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Playthrough } from '../../telling/playthrough.ts';
import { type Reckoning, reckon } from '../../telling/reckoning.ts';
import { soon } from './soon.tsx';

/** Milliseconds of work between two chances to draw. */
const SLICE = 12;

/** @returns null while it is being worked out; only what reads the value is drawn anew when it comes */
export function useReckoning(play: Playthrough): ReadonlySignal<Reckoning | null> {
  const reckoning = useSignal<Reckoning | null>(null);
  useEffect(() => {
    reckoning.value = null;
    const work = reckon(play);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slice = () => {
      const until = performance.now() + SLICE;
      do {
        const step = work.next();
        if (step.done) {
          reckoning.value = step.value;
          return;
        }
      } while (performance.now() < until);
      timer = setTimeout(slice);
    };
    // After the page itself.
    const takeBack = soon(slice);
    return () => {
      takeBack();
      clearTimeout(timer);
    };
  }, [play, reckoning]);
  return reckoning;
}
