// How wide a part of the page is, so that a chart can be drawn at its true size and its letters stay as large as all others.

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Room {
  /** CSS pixels. */
  width: number;
  /** Pixels in a rem: the reader's own text size. */
  rem: number;
}

/** @returns null before it has been measured */
export function useRoom<Part extends Element>(): [RefObject<Part | null>, Room | null] {
  const ref = useRef<Part>(null);
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    const part = ref.current;
    if (part === null) return;
    // The observer tells the width once the page has been laid out anyway: asking for it would lay it out once more for every chart.
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRoom((before) => (before?.width === width && before.rem === rem ? before : { width, rem }));
    });
    observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return [ref, room];
}
