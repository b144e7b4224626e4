// What a projector shows, in letters as large as there is room for.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Of letters, in points of a screen of 1920 × 1080: the largest first, none below what is read from the last row. */
const SIZES = [64, 61, 58, 55, 52, 50, 48, 46, 44, 42, 40, 38, 36, 34, 32, 30, 29, 28] as const;

/** Steps of size that another arrangement than the first must win. */
const WORTH = 3;

/** How the parts lie. */
export type Arrangement = 'stacked' | 'beside';

/** Where even the smallest letters have no room, lines move together; where that is not enough, what can be done without goes, and what stands beside it makes room. */
type Space = 'roomy' | 'tight' | 'crowded';

interface FittedProps {
  /** Another one when what is shown has changed. */
  stamp: string;
  label: string;
  /** The first is taken unless another has room for much larger letters. */
  arrangements?: readonly Arrangement[];
  children: ComponentChildren;
}

const STACKED: readonly Arrangement[] = ['stacked'];

export function Fitted({ stamp, label, arrangements = STACKED, children }: FittedProps) {
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let fittedTo = '';
    const fit = () => {
      const room = `${element.clientWidth} × ${element.clientHeight}`;
      if (room === fittedTo) return;
      fittedTo = room;
      fitIn(element, arrangements);
    };
    fit();
    let isShown = true;
    if (document.fonts.status === 'loading') void document.fonts.ready.then(() => isShown && fitIn(element, arrangements));
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => {
      isShown = false;
      observer.disconnect();
    };
  }, [stamp, arrangements.join()]);
  return (
    // Scrolls by keyboard where a screen is too small after all.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached
    <section ref={frame} class="projector-body" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

const LEAST = SIZES.length - 1;

function fitIn(element: HTMLElement, arrangements: readonly Arrangement[]): void {
  const fits = (step: number, space: Space, arrangement: Arrangement) => {
    element.style.setProperty('--letters', String(SIZES[step]));
    element.dataset.space = space;
    element.dataset.arranged = arrangement;
    return element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
  };
  const tries: [Space, from: number][] = [
    ['roomy', 0],
    ['tight', LEAST],
    ['crowded', 0],
  ];
  for (const [space, from] of tries) {
    let best: { step: number; arrangement: Arrangement } | null = null;
    for (const arrangement of arrangements) {
      const step = largest(from, (step) => fits(step, space, arrangement));
      if (step <= LEAST && (best === null || step <= best.step - WORTH)) best = { step, arrangement };
    }
    if (best !== null) {
      fits(best.step, space, best.arrangement);
      return;
    }
  }
}

/** By halves, since each trial lays the page out anew. @returns beyond `LEAST` where nothing fits */
function largest(from: number, fits: (step: number) => boolean): number {
  let fitting: number = SIZES.length;
  let tried = from;
  while (tried < fitting) {
    const middle = Math.floor((tried + fitting) / 2);
    if (fits(middle)) fitting = middle;
    else tried = middle + 1;
  }
  return fitting;
}
