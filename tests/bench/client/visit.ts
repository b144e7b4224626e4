// A visit as a school's laptop makes it: a new browser profile, a slow processor, a slow line.

import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';

export const SLOWER = 4;
/** Bytes a second: 1.6 Mbit/s down, 750 kbit/s up; milliseconds before each answer. */
export const LINE = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 };
/** The application's own marks. */
export const TITLE_USABLE = 'title-usable';
export const MAP_DRAWN = 'map-drawn';
const VIEW = { width: 1366, height: 768 };
const PATIENCE = 30_000;
/** Milliseconds without a request after which a page has all it fetches. */
const QUIET = 1500;

export interface Visit {
  page: Page;
  cdp: CDPSession;
  /** What the network carried so far, headers counted, bytes. */
  bytes: () => number;
  /** How many requests await their end. */
  underway: () => number;
  close: () => Promise<void>;
}

export async function visit(browser: Browser, slow: { processor: boolean; line: boolean }, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: VIEW, serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  let bytes = 0;
  const underway = new Set<string>();
  cdp.on('Network.requestWillBeSent', ({ requestId }) => void underway.add(requestId));
  cdp.on('Network.loadingFailed', ({ requestId }) => void underway.delete(requestId));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    underway.delete(requestId);
  });
  await cdp.send('Network.enable');
  if (slow.line) await cdp.send('Network.emulateNetworkConditions', LINE);
  if (slow.processor) await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, cdp, bytes: () => bytes, underway: () => underway.size, close: () => context.close() };
}

/** @returns milliseconds since the navigation began; null when the page never set the mark */
export async function markedAt(page: Page, mark: string, patience = PATIENCE): Promise<number | null> {
  try {
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { timeout: patience, polling: 100 });
  } catch {
    return null;
  }
  return page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? null, mark);
}

/** Bytes of script, compressed, that had arrived at a time in milliseconds. */
export async function scriptBefore(page: Page, time: number): Promise<number> {
  return page.evaluate(
    (until) =>
      performance
        .getEntriesByType('resource')
        .filter(
          (entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming && /\.js$/.test(new URL(entry.name).pathname) && entry.responseEnd <= until,
        )
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    time,
  );
}

/** Waits until nothing has been fetched for a while. */
export async function settled({ bytes, underway }: Visit): Promise<void> {
  let known = -1;
  while (bytes() !== known || underway() > 0) {
    known = bytes();
    await new Promise((resolve) => setTimeout(resolve, QUIET));
  }
}

/** Watches for how long the page answers nobody once something is shown; call before it is opened. @returns the longest time so far, milliseconds; 0 when none was longer than 50 */
export async function longestBlockSince(page: Page, selector: string): Promise<() => Promise<number>> {
  await page.addInitScript((wanted) => {
    const watch = { shownAt: Number.POSITIVE_INFINITY, blocks: [] as PerformanceEntry[] };
    Object.assign(window, { watch });
    new PerformanceObserver((list) => watch.blocks.push(...list.getEntries())).observe({ type: 'longtask' });
    new MutationObserver(() => {
      if (document.querySelector(wanted) !== null) watch.shownAt = Math.min(watch.shownAt, performance.now());
    }).observe(document, { subtree: true, childList: true });
  }, selector);
  return () =>
    page.evaluate(() => {
      const { watch } = window as unknown as { watch: { shownAt: number; blocks: PerformanceEntry[] } };
      return Math.max(0, ...watch.blocks.filter(({ startTime }) => startTime > watch.shownAt).map(({ duration }) => duration));
    });
}

/** Bytes in use after what nobody holds has been dropped. */
export async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}
