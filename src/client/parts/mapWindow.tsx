// The part of a page through which the map behind it is seen. It tells the theatre where that is.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { clearing } from '../stage.ts';

export function MapWindow({ children }: { children?: ComponentChildren }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = element.current;
    if (shown === null) return;
    const tell = () => {
      const { left, top, right, bottom, width, height } = shown.getBoundingClientRect();
      const { clientWidth } = document.documentElement;
      clearing.value =
        width === 0 || height === 0 ? null : { left, top: top + window.scrollY, right: clientWidth - right, bottom: Math.max(0, window.innerHeight - bottom - window.scrollY) };
    };
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(shown);
    observer.observe(document.documentElement);
    return () => {
      observer.disconnect();
      clearing.value = null;
    };
  }, []);
  return (
    <div class="map-window">
      <div ref={element} class="map-free" />
      {children}
    </div>
  );
}
