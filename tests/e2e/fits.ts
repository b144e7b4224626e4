// Whether a page fits its window, and whether a translator reaches all of its words.

import type { Page } from 'playwright-core';

/** Words that the pretended language did not reach. Months come from the browser, codes and hashes are no words. */
export function plainWords(main: Element): string[] {
  const months = (['long', 'short'] as const).flatMap((style) =>
    Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat('en-GB', { month: style, timeZone: 'UTC' }).format(Date.UTC(2024, month, 1))),
  );
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement?.closest('.code')) continue;
    const words = (walker.currentNode.textContent ?? '').match(/[a-z]{3,}/gi) ?? [];
    found.push(...words.filter((word) => !months.includes(word)));
  }
  return found;
}

/** What the window is too narrow for, the beginning of each element; but a table may scroll in its frame. */
export function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const sticksOut = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.unseen, .skip, .table-frame > *');
    const elements = [...document.querySelectorAll('body *')].filter(sticksOut).map((element) => element.outerHTML.slice(0, 120));
    return scrollWidth > clientWidth ? [...elements, `${scrollWidth} px in all`] : elements;
  });
}

/** What is cut off, the beginning of each element: it holds more than it shows and does not scroll. Fields scroll as one types. */
export function whatIsCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => {
        if (element.matches('input, select, textarea, svg *') || element.closest('.unseen, .skip') !== null) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}
