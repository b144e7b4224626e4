// The screens that are photographed, and how a page is brought to each.

import type { Page } from 'playwright-core';
import type { Showcase } from './showcase.ts';

export interface Size {
  width: number;
  height: number;
  /** Device pixels a CSS pixel. */
  density: number;
}

/** A school's laptop, a phone, a projector. */
export const SIZES: readonly Size[] = [
  { width: 1366, height: 768, density: 1 },
  { width: 390, height: 844, density: 2 },
  { width: 1920, height: 1080, density: 1 },
];

export interface Shot {
  name: string;
  /** What is to be seen. */
  says: string;
  bring: (page: Page, address: string, showcase: Showcase) => Promise<void>;
}

/** Milliseconds into the turn at which several things are under way on the map. */
const MIDST = 2600;
/** Milliseconds in which type, map and motion come to rest. */
const REST = 1800;

export const SHOTS: readonly Shot[] = [
  {
    name: 'title',
    says: 'the way in',
    bring: async (page, address) => {
      await page.goto(`${address}#/`);
      await page.locator('main.title button.primary').first().waitFor();
      await page.waitForTimeout(REST);
    },
  },
  {
    name: 'desk',
    says: 'the desk with a card laid',
    bring: async (page, address, { before, cards }) => {
      await openDesk(page, address, before);
      await page.locator(`#card-${cards[0]}`).check();
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.waitForTimeout(REST);
    },
  },
  {
    name: 'world',
    says: 'the world in the midst of its busiest turn',
    bring: async (page, address, { before, cards }) => {
      await openDesk(page, address, before);
      await page.waitForTimeout(REST);
      for (const card of cards) await page.locator(`#card-${card}`).check();
      await page.locator('main.desk button[type=submit].primary').click();
      await page.locator('main.world').waitFor();
      await page.waitForTimeout(MIDST);
    },
  },
  {
    name: 'why',
    says: 'why: what a cause rests on',
    bring: async (page, address, { after }) => {
      await page.goto(`${address}#/play/${after}/world`);
      const why = page.locator('main.world .headline .why details').first();
      await why.locator('summary').click();
      await why.scrollIntoViewIfNeeded();
      await page.waitForTimeout(REST);
    },
  },
  {
    name: 'debrief',
    says: 'the debrief',
    bring: async (page, address, { finished }) => {
      await page.goto(`${address}#/play/${finished}/debrief`);
      await page.locator('main.debrief').waitFor();
      // What is dear to work out arrives after the rest.
      await page.waitForFunction(() => document.querySelector('main.debrief [aria-busy=true]') === null);
      await page.waitForTimeout(REST);
    },
  },
];

async function openDesk(page: Page, address: string, code: string): Promise<void> {
  await page.goto(`${address}#/play/${code}/desk`);
  await page.locator('main.desk').waitFor();
}

/** @param most bytes; the quality goes down until the picture is no larger */
export async function photograph(page: Page, most: number): Promise<Uint8Array> {
  const cdp = await page.context().newCDPSession(page);
  for (let quality = 80; ; quality -= 10) {
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality });
    const picture = Buffer.from(data, 'base64');
    if (picture.length <= most || quality <= 20) return picture;
  }
}
