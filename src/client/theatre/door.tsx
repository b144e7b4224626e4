// The way to the map: nothing of it is fetched before it is wanted, and the pages do without it.

import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Vocabulary } from '../../telling/wording.ts';
import { settings } from '../settings.ts';
import { clearing, theatre } from '../stage.ts';
import { canDraw } from './renderer.ts';
import './theatre.css';

/** Keeps the map in a host as long as the settings want one; the returned function takes it away. */
export function openTheatre(host: HTMLElement, words: () => Vocabulary): () => void {
  let close = () => {};
  let wanted = false;
  let attempt = 0;
  const fetchAndRaise = async () => {
    const own = ++attempt;
    if (!canDraw()) {
      theatre.value = 'absent';
      return;
    }
    theatre.value = 'loading';
    try {
      const { raise } = await import('./theatre.ts');
      // The wish may have changed twice while it was fetched.
      if (wanted && own === attempt) close = raise(host, words);
    } catch (error) {
      console.warn(error);
      theatre.value = 'absent';
    }
  };
  const end = effect(() => {
    const { map } = settings.value;
    if (map === wanted) return;
    wanted = map;
    if (map) void fetchAndRaise();
    else {
      close();
      close = () => {};
      theatre.value = 'absent';
    }
  });
  return () => {
    end();
    wanted = false;
    close();
    theatre.value = 'absent';
  };
}

/** Lies behind all pages and is nothing to a screen reader: whatever it shows is told in words too. */
export function TheatreHost({ words }: { words: () => Vocabulary }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current === null ? undefined : openTheatre(host.current, words)), [words]);
  return <div ref={host} class={`theatre${clearing.value === null ? ' behind' : ''}`} aria-hidden="true" />;
}
