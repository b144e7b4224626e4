// Saved campaigns as an end-to-end test plays, spoils and reads them.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { stateHash } from '../../src/rules/campaign.ts';
import { choose, type Playthrough, resumePlay, startPlay } from '../../src/telling/playthrough.ts';
import { readContent } from './product.ts';

const content = readContent();
export const LEVEL = 'vostochny-2023';
export const SEED = 7;
export const NOTICE = '[data-testid=storage-notice]';

/** The same campaign, held for so many turns, in Node. */
export function held(turns: number): Playthrough {
  const started = startPlay(content, LEVEL, SEED);
  if (!started.ok) throw new Error(started.trouble.reason);
  const played = choose(
    started.play,
    Array.from({ length: turns }, () => ({ kind: 'decide' as const, cards: [] })),
  );
  if (!played.ok) throw new Error(played.trouble.reason);
  return played.play;
}

export function hashIn(page: Page): string {
  const code = decodeURIComponent(/play\/([^/]+)\//.exec(page.url())?.[1] ?? '');
  const outcome = resumePlay(content, code);
  if (!outcome.ok) throw new Error(`${page.url()}: ${outcome.trouble.reason}`);
  return stateHash(outcome.play.state);
}

export async function openDesk(page: Page, address: string): Promise<void> {
  await page.goto(`${address}#/play/${LEVEL}/${SEED}`);
  await page.waitForSelector('main.desk');
}

/** Holds for some quarters and stays at the last one's answer. */
export async function hold(page: Page, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    if ((await page.locator('main.world').count()) > 0) await page.locator('main.world .actions .primary').first().click();
    await page.waitForSelector('main.desk');
    await page.locator('.commit button[type=submit]').click();
    await page.waitForSelector('main.world');
  }
}

export async function openTitle(page: Page, address: string, slots: number): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForSelector('main.title');
  await expect.poll(() => page.locator('[data-testid=slot]').count()).toBe(slots);
}

export const goOn = (page: Page) => page.locator('[data-testid=slot] button.primary').first().click();
export const kept = (page: Page) => expect.poll(() => textsIn(page).then((texts) => texts.length));

/** Whether the page has made its database: a test that opened it first would make an empty one. */
async function hasDatabase(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'counterweight'));
}

export const databaseThere = (page: Page) => expect.poll(() => hasDatabase(page)).toBe(true);

/** The documents on disk, oldest first. */
export async function textsIn(page: Page): Promise<string[]> {
  if (!(await hasDatabase(page))) return [];
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('counterweight');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('generations').objectStore('generations').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve((reading.result as { text: string }[]).map(({ text }) => text));
          };
        };
      }),
  );
}

/** Something else happens to the newest document. */
export async function spoilNewest(page: Page, text: string): Promise<void> {
  await page.evaluate(
    (spoiled) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('counterweight');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('generations', 'readwrite');
          const cursor = transaction.objectStore('generations').openCursor(null, 'prev');
          cursor.onsuccess = () => cursor.result?.update({ ...cursor.result.value, text: spoiled });
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    text,
  );
}

export async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Saves from files are taken under “More”. */
export async function openImport(page: Page): Promise<void> {
  await page.locator('details.more').evaluate((details) => {
    (details as HTMLDetailsElement).open = true;
  });
  await page.waitForSelector('[data-testid=import]');
}

export async function drop(page: Page, name: string, text: string): Promise<void> {
  await openImport(page);
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text as string], name as string));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent('[data-testid=import]', 'drop', { dataTransfer: data });
}
