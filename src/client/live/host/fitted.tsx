// What a projector shows, in letters as large as there is room for.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Of letters, in points of a screen of 1920 × 1080: the largest first, none below what is read from the last row. */
const SIZES = [64, 61, 58, 55, 52, 50, 48, 46, 44, 42, 40, 38, 36, 34, 32, 30, 29, 28] as const;

/** Steps of size that another arrangement than the first must win. */
const WORTH = 3;

/** How the parts lie. */
export type Arrangement = 'stacked' | 'beside';

type Space = 'roomy' | 'tight' | 'short';

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

/** Where not even the smallest letters have room, the spaces between lines give way, and then what is told elsewhere too. */
function fitIn(element: HTMLElement, arrangements: readonly Arrangement[]): void {
  const fits = (step: number, space: Space, arrangement: Arrangement) => {
    element.style.setProperty('--letters', String(SIZES[step]));
    element.dataset.space = space;
    element.dataset.arranged = arrangement;
    return element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
  };
  let best: { step: number; arrangement: Arrangement } | null = null;
  for (const arrangement of arrangements) {
    // By halves: each trial lays the page out anew.
    let least = 0;
    let most: number = SIZES.length;
    while (least < most) {
      const middle = Math.floor((least + most) / 2);
      if (fits(middle, 'roomy', arrangement)) most = middle;
      else least = middle + 1;
    }
    if (least < SIZES.length && (best === null || least <= best.step - WORTH)) best = { step: least, arrangement };
  }
  if (best !== null) fits(best.step, 'roomy', best.arrangement);
  else (['tight', 'short'] as const).some((space) => arrangements.some((arrangement) => fits(SIZES.length - 1, space, arrangement)));
}
