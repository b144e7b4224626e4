// Reckons a campaign a little at a time, so that the page never waits for it.

import { useEffect, useState } from 'preact/hooks';
import type { Playthrough } from '../telling/playthrough.ts';
import { type Reckoning, reckon } from '../telling/reckoning.ts';

/** Milliseconds of work between two chances to draw. */
const SLICE = 12;

/** @returns null while it is being worked out */
export function useReckoning(play: Playthrough): Reckoning | null {
  const [reckoning, setReckoning] = useState<Reckoning | null>(null);
  useEffect(() => {
    setReckoning(null);
    const work = reckon(play);
    const slice = () => {
      const until = performance.now() + SLICE;
      do {
        const step = work.next();
        if (step.done) return setReckoning(step.value);
      } while (performance.now() < until);
      timer = setTimeout(slice);
    };
    let timer = setTimeout(slice);
    return () => clearTimeout(timer);
  }, [play]);
  return reckoning;
}
