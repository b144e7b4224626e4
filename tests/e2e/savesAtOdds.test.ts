// When nothing can be saved, two tabs at once, and the list of campaigns by keyboard and on a narrow page.

import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { readSave, sealSave } from '../../src/content/saveFile.ts';
import { stateHash } from '../../src/rules/campaign.ts';
import { campaignKey } from '../../src/telling/campaignKey.ts';
import { codeOf } from '../../src/telling/playthrough.ts';
import { openBrowser } from './browser.ts';
import { press, tabTo } from './keyboard.ts';
import { findings, openPage, type Product, ROOT, startProduct } from './product.ts';
import { buildPretended, serveFrom } from './pseudo.ts';
import { databaseThere, downloaded, goOn, hashIn, held, hold, kept, LEVEL, NOTICE, openDesk, openImport, openTitle, textsIn } from './savedCampaigns.ts';

const words = english.saves;

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

describe('when nothing can be saved', () => {
  test('a full disk is said for as long as it is full, and play goes on; then everything is written', async () => {
    const { page, complaints } = await openPage(browser);
    await openDesk(page, product.address);
    await hold(page, 1);
    await kept(page).toBe(1);
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      Object.assign(window, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('No room', 'QuotaExceededError');
      };
    });
    await hold(page, 1);
    await expect.poll(() => page.locator(NOTICE).textContent()).toContain(words.notice.full);
    expect(await findings(page)).toEqual([]);
    const file = await downloaded(page, () => page.getByRole('button', { name: words.notice.exportLatest }).click());
    expect(readSave('save', file.text)).toMatchObject({ ok: true, save: { state: { turn: 2 } } });
    await hold(page, 1);
    expect(await page.locator(NOTICE).textContent()).toContain(words.notice.full);
    expect((await textsIn(page)).length).toBe(1);
    await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom());
    await hold(page, 1);
    await expect.poll(() => page.locator(NOTICE).textContent()).toBe('');
    expect(readSave('save', (await textsIn(page)).at(-1) ?? '')).toMatchObject({ ok: true, save: { state: { turn: 4 } } });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a private window is played to the end under a notice, and gone on in from the title', async () => {
    const { page, complaints } = await openPage(browser);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Not in a private window', 'InvalidStateError');
      };
    });
    await openDesk(page, product.address);
    await expect.poll(() => page.locator(NOTICE).textContent()).toContain(words.notice.unavailable);
    await hold(page, 2);
    await page.locator('a.wordmark').click();
    await page.waitForSelector('main.title [data-testid=slot]');
    await goOn(page);
    await page.waitForSelector('main.desk');
    expect(hashIn(page)).toBe(stateHash(held(2).state));
    await hold(page, 2);
    expect(await page.locator(NOTICE).textContent()).toContain(words.notice.unavailable);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('saves that a later version has taken over are left alone, and it is said', async () => {
    const { page } = await openPage(browser);
    await openDesk(page, product.address);
    await hold(page, 1);
    await kept(page).toBe(1);
    // Another tab of a later version: its upgrade waits for this tab to let go.
    const later = await page.context().newPage();
    await later.goto(`${product.address}404`);
    await later.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const upgrading = indexedDB.open('counterweight', 2);
          upgrading.onblocked = () => reject(new Error('blocked'));
          upgrading.onsuccess = () => resolve();
        }),
    );
    await expect.poll(() => page.locator(NOTICE).textContent()).toContain(words.notice.newer);
    await hold(page, 1);
    await page.waitForTimeout(200);
    expect(await page.locator(NOTICE).textContent()).toContain(words.notice.newer);
    await page.reload();
    await expect.poll(() => page.locator(NOTICE).textContent()).toContain(words.notice.newer);
    await page.context().close();
  });
});

describe('in two tabs', () => {
  test('one writes and the other says so, until it is told to write instead; what it made meanwhile is then saved', async () => {
    const { page: first } = await openPage(browser);
    await openDesk(first, product.address);
    await hold(first, 1);
    await kept(first).toBe(1);
    const second = await first.context().newPage();
    await second.goto(`${product.address}#/play/${encodeURIComponent(codeOf(held(1)))}/desk`);
    await expect.poll(() => second.locator(NOTICE).textContent()).toContain(words.notice.elsewhere);
    expect(await first.locator(NOTICE).textContent()).toBe('');
    await hold(second, 1);
    await second.waitForTimeout(300);
    expect((await textsIn(second)).length).toBe(1);
    await second.getByRole('button', { name: words.notice.writeHere }).click();
    await expect.poll(() => second.locator(NOTICE).textContent()).toBe('');
    await kept(second).toBe(2);
    await expect.poll(() => first.locator(NOTICE).textContent()).toContain(words.notice.elsewhere);
    await second.close();
    await expect.poll(() => first.locator(NOTICE).textContent()).toBe('');
    await first.context().close();
  });

  test('a tab that was killed holds nobody up: it does not answer, and its campaign is written by the next', async () => {
    const { page } = await openPage(browser);
    await openTitle(page, product.address, 0);
    await databaseThere(page);
    await page.evaluate(
      (campaign) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('counterweight');
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('leases', 'readwrite');
            transaction.objectStore('leases').put({ campaign, owner: 'killed', renewed: Date.now() });
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      campaignKey(held(0).log.header),
    );
    await openDesk(page, product.address);
    await hold(page, 1);
    await kept(page).toBe(1);
    expect(await page.locator(NOTICE).textContent()).toBe('');
    await page.context().close();
  });

  test('two campaigns are written side by side', async () => {
    const { page: first } = await openPage(browser);
    await openDesk(first, product.address);
    const second = await first.context().newPage();
    await second.goto(`${product.address}#/play/${LEVEL}/8`);
    await second.waitForSelector('main.desk');
    await hold(second, 1);
    await hold(first, 1);
    await kept(first).toBe(2);
    expect(await second.locator(NOTICE).textContent()).toBe('');
    await first.context().close();
  });
});

describe('the list of campaigns', () => {
  test('is used by keyboard alone: a name, a deletion and its undoing, going on; the focus is never lost', async () => {
    const { page, complaints } = await openPage(browser);
    await openDesk(page, product.address);
    await page.locator('.save-as summary').click();
    await page.locator('#save-name').fill('The first desk');
    await page.locator('.save-as button').click();
    await expect.poll(() => page.locator('.save-as [role=status]').textContent()).toBe('Saved as “The first desk”.');
    await hold(page, 1);
    await openTitle(page, product.address, 2);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    await press(page, `[aria-label^="${words.rename}: "]`, 'Enter');
    await tabTo(page, '.slot input');
    await page.keyboard.type('Period five');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h3:text-is("Period five")');
    await expect.poll(focused).toBe(`${words.rename}: Period five`);
    await press(page, `[aria-label="${words.remove}: Period five"]`, 'Enter');
    await expect.poll(focused).toBe(words.undo);
    await expect.poll(() => page.locator('[data-testid=slot]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForSelector('h3:text-is("Period five")');
    expect(await focused()).toBe(words.heading);
    await expect.poll(() => page.locator('.saves [role=status]').textContent()).toBe('“Period five” is back.');
    expect(await findings(page)).toEqual([]);
    await press(page, `[aria-label="${words.goOn}: The first desk"]`, 'Enter');
    await page.waitForSelector('main.desk');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('fits 320 px and a language 40 % longer, the longest name and the notice with it', async () => {
    const pretended = await buildPretended();
    const { page } = await openPage(browser, { viewport: { width: 320, height: 640 } });
    await serveFrom(page, pretended);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Not in a private window', 'InvalidStateError');
      };
    });
    await page.goto(product.address);
    const file = saveFile('x'.repeat(60));
    await openImport(page);
    await page.locator('#import').setInputFiles({ name: `${'y'.repeat(100)}.json`, mimeType: 'application/json', buffer: Buffer.from(file) });
    await page.waitForSelector('[data-testid=slot]');
    await page.locator('#import').setInputFiles({ name: `${'y'.repeat(100)}.json`, mimeType: 'application/json', buffer: Buffer.from('?') });
    await page.waitForSelector('[data-testid=import] .wrong');
    for (const details of await page.locator('[data-testid=import] details').all()) await details.locator('summary').click();
    await page.locator('[data-testid=slot] .actions button').nth(1).click();
    const sticksOut = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((one) => one.outerHTML.slice(0, 90)),
    );
    expect(sticksOut).toEqual([]);
    await page.context().close();
  });
});

function saveFile(name: string): string {
  const text = readFileSync(`${ROOT}tests/golden/saves/schema-1-${LEVEL}.json`, 'utf8');
  const read = readSave('save', text);
  if (!read.ok) throw new Error(read.fault);
  return sealSave({ ...read.save, name });
}
