// Whether the page has just announced something, which a screen reader may be reading aloud. A page cannot hear the reader: time is left to read the text.

import { signal } from '@preact/signals';

const REGIONS = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
/** Milliseconds: at an unhurried pace of speech, and at most. */
const PER_CHARACTER = 65;
const BEFORE_IT_SPEAKS = 400;
const AT_MOST = 8000;

export const announced = signal(false);

let ending: ReturnType<typeof setTimeout> | undefined;

export function listenForAnnouncements(): void {
  new MutationObserver((records) => {
    const texts = new Set(records.map(({ target }) => regionOf(target)?.textContent?.trim() ?? ''));
    const length = [...texts].reduce((sum, text) => sum + text.length, 0);
    if (length === 0) return;
    announced.value = true;
    clearTimeout(ending);
    ending = setTimeout(() => {
      announced.value = false;
    }, timeToRead(length));
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** @param length in characters @returns milliseconds */
function timeToRead(length: number): number {
  return Math.min(AT_MOST, BEFORE_IT_SPEAKS + PER_CHARACTER * length);
}

function regionOf(node: Node): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest(REGIONS) ?? null;
}
