// Parts of a long page come one after another, each in a task of its own, so that a slow machine shows the first at once and never stands still.

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const waiting: (() => void)[] = [];
let isAtWork = false;

/** Runs a task after those that wait already. @returns what takes it back */
export function soon(task: () => void): () => void {
  waiting.push(task);
  if (!isAtWork) setTimeout(work);
  isAtWork = true;
  return () => {
    const at = waiting.indexOf(task);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function work(): void {
  try {
    waiting.shift()?.();
  } finally {
    isAtWork = waiting.length > 0;
    if (isAtWork) setTimeout(work);
  }
}

/** Nothing at first; its part once its turn has come. */
export function Soon({ children }: { children: () => ComponentChildren }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => soon(() => setDue(true)), []);
  return isDue ? children() : null;
}
