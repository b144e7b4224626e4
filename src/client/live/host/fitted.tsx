// What a projector shows, in letters as large as there is room for.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Shares of the width of the screen, largest first; the last is 28 pixels on one of 1920. */
const SIZES = [2.6, 2.35, 2.1, 1.9, 1.7, 1.57, 1.46];

/** Where the smallest letters do not fit, it is `crowded`: what stands beside it makes room. @param stamp another one when what is shown has changed */
export function Fitted({ stamp, label, children }: { stamp: string; label: string; children: ComponentChildren }) {
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      const element = frame.current;
      if (element === null) return;
      for (const crowded of [false, true]) {
        element.classList.toggle('crowded', crowded);
        for (const size of SIZES) {
          element.style.fontSize = `max(18px, ${size}vw)`;
          if (element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1) return;
        }
      }
    };
    fit();
    void document.fonts.ready.then(fit);
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, [stamp]);
  return (
    // Scrolls by keyboard where a screen is too small after all.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached
    <section ref={frame} class="projector-body" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
