// Saved campaigns in a real browser: what survives, and what is said of a save that something has happened to.

import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { readSave } from '../../src/content/saveFile.ts';
import { stateHash } from '../../src/rules/campaign.ts';
import { codeOf } from '../../src/telling/playthrough.ts';
import { saveOf } from '../../src/telling/saving.ts';
import { openBrowser } from './browser.ts';
import { findings, openPage, outsideAddress, type Product, ROOT, startProduct } from './product.ts';
import { downloaded, drop, goOn, hashIn, held, hold, kept, LEVEL, NOTICE, openDesk, openImport, openTitle, SEED, spoilNewest, textsIn } from './savedCampaigns.ts';

const words = english.saves;

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

describe('a campaign', () => {
  test('is there again after the page was closed at the moment of a choice, on this machine’s network address too', async () => {
    for (const address of [product.address, outsideAddress(product.address) ?? product.address]) {
      const { page, complaints } = await openPage(browser);
      await openDesk(page, address);
      await hold(page, 1);
      // The program that saves is fetched beside the first desk.
      await kept(page).toBe(1);
      await hold(page, 1);
      const context = page.context();
      await page.close();
      const again = await context.newPage();
      await again.goto(address);
      await again.waitForSelector('[data-testid=slot]');
      expect(await again.locator('[data-testid=slot] .meta').textContent()).toContain('Turn 3 of 4');
      await goOn(again);
      await again.waitForSelector('main.desk');
      expect(hashIn(again)).toBe(stateHash(held(2).state));
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  test('is written strictly, at every choice, in three generations that each pass for a save; the browser is asked once to keep them', async () => {
    const { page } = await openPage(browser);
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      const seen = { durability: [] as string[], asked: 0 };
      Object.assign(window, { seen });
      IDBObjectStore.prototype.put = function (value, key) {
        if (this.name === 'generations' || this.name === 'arrivals') seen.durability.push(this.transaction.durability);
        return key === undefined ? put.call(this, value) : put.call(this, value, key);
      };
      navigator.storage.persisted = async () => false;
      navigator.storage.persist = async () => ++seen.asked > 0;
    });
    const seen = () => page.evaluate(() => (window as unknown as { seen: { durability: string[]; asked: number } }).seen);
    await openDesk(page, product.address);
    expect(await seen()).toEqual({ durability: [], asked: 0 });
    await hold(page, 4);
    const turnsIn = async () => (await textsIn(page)).map((text) => readSave('save', text)).map((one) => one.ok && one.save.state.turn);
    await expect.poll(turnsIn).toEqual([2, 3, 4]);
    await expect.poll(async () => (await seen()).asked).toBe(1);
    expect((await seen()).durability).toEqual(Array(8).fill('strict'));
    await page.context().close();
  });

  test('that is over is looked back on, and its level says what was reached', async () => {
    const { page } = await openPage(browser);
    await openDesk(page, product.address);
    await hold(page, 4);
    await kept(page).toBe(3);
    await openTitle(page, product.address, 1);
    expect(await page.locator('[data-testid=reached]').textContent()).toMatch(/^Reached: 1 of \d+ endings\. Best score: ±0\.0/);
    await goOn(page);
    await page.waitForSelector('main.debrief');
    await page.context().close();
  });

  test('is exported, and imported into an empty browser as the same state under its name', async () => {
    const { page } = await openPage(browser);
    await openDesk(page, product.address);
    await hold(page, 2);
    await kept(page).toBe(2);
    await openTitle(page, product.address, 1);
    const file = await downloaded(page, () => page.getByRole('button', { name: `${words.export}: `, exact: false }).click());
    expect(file.name).toBe(`counterweight-${LEVEL}-${SEED}-turn-3.json`);
    await page.context().close();

    const { page: other } = await openPage(browser);
    await openTitle(other, product.address, 0);
    await openImport(other);
    await other.locator('#import').setInputFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
    await other.waitForSelector('[data-testid=slot]');
    await goOn(other);
    await other.waitForSelector('main.desk');
    expect(hashIn(other)).toBe(stateHash(held(2).state));
    await other.context().close();
  });

  test('under other rules goes on from where it stood, says so, and stands a refresh', async () => {
    const { page, complaints } = await openPage(browser);
    await openTitle(page, product.address, 0);
    await drop(page, 'old.json', readFileSync(`${ROOT}tests/golden/saves/schema-1-${LEVEL}.json`, 'utf8'));
    await page.waitForSelector('[data-testid=slot]');
    await goOn(page);
    await page.waitForSelector('main.desk');
    expect(await page.locator('.carried').textContent()).toBe(words.carried);
    await hold(page, 1);
    await expect.poll(() => page.url()).toMatch(/saved\/[^/]+\/world/);
    await kept(page).toBe(2);
    const told = await page.locator('main').textContent();
    await page.reload();
    await page.waitForSelector('main.desk, main.world');
    await page.locator('main.world').waitFor();
    expect(await page.locator('main').textContent()).toBe(told);
    await hold(page, 1);
    await page.locator('main.world .actions .primary').first().click();
    await page.waitForSelector('main.debrief');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('a page that was left before the disk answered is not brought back', async () => {
  const { page, complaints } = await openPage(browser);
  // The disk answers after the address has changed and before the browser tells of it.
  await page.addInitScript(() => {
    let isLate = true;
    window.addEventListener('hashchange', (event) => {
      if (!isLate || window.location.hash !== '#/about') return;
      event.stopImmediatePropagation();
      document.addEventListener('told', () => {
        isLate = false;
        window.dispatchEvent(new Event('hashchange'));
      });
    });
  });
  await openTitle(page, product.address, 0);
  await drop(page, 'old.json', readFileSync(`${ROOT}tests/golden/saves/schema-1-${LEVEL}.json`, 'utf8'));
  await page.waitForSelector('[data-testid=slot]');
  await goOn(page);
  await page.waitForSelector('main.desk');
  await page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('.commit button[type=submit]')?.click();
    window.location.hash = '#/about';
  });
  await kept(page).toBe(2);
  // Time enough for what must not happen.
  await page.waitForTimeout(300);
  await page.evaluate(() => document.dispatchEvent(new Event('told')));
  await page.waitForSelector('main.about');
  expect(new URL(page.url()).hash).toBe('#/about');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('where the program that saves could not be fetched, the notice says so; after loading again the next choice saves, and nothing was lost', async () => {
  const { page } = await openPage(browser);
  let isRefused = true;
  await page.route(/assets\/store-/, (route) => (isRefused ? route.abort() : route.continue()));
  await openDesk(page, product.address);
  await expect.poll(() => page.locator('[data-testid=storage-notice]').textContent()).toContain(words.notice.unfetched);
  await hold(page, 2);
  isRefused = false;
  await page.reload();
  await page.waitForSelector('main.world');
  expect(hashIn(page)).toBe(stateHash(held(2).state));
  await hold(page, 1);
  await kept(page).toBe(1);
  expect(await page.locator('.storage-notice').count()).toBe(0);
  await page.context().close();
});

describe('when something is wrong with a save', () => {
  test('a damaged newest one is passed over for the one before, which is said; the damaged one can be exported', async () => {
    const { page } = await openPage(browser);
    await openDesk(page, product.address);
    await hold(page, 3);
    await kept(page).toBe(3);
    const spoiled = ((await textsIn(page)).at(-1) as string).replace('"turn":3', '"turn":4');
    await spoilNewest(page, spoiled);
    await openTitle(page, product.address, 1);
    await goOn(page);
    await page.waitForSelector('main.desk');
    expect(hashIn(page)).toBe(stateHash(held(2).state));
    await expect.poll(() => page.locator(NOTICE).textContent()).toContain('This is the one before it.');
    const file = await downloaded(page, () => page.locator(NOTICE).getByRole('button', { name: words.exportDamaged }).click());
    expect(file.text).toBe(spoiled);
    await hold(page, 1);
    await openTitle(page, product.address, 1);
    expect(await page.locator('[data-testid=slot]').textContent()).toContain(words.slot.recovered);
    await page.getByRole('button', { name: words.discardDamaged }).click();
    await expect.poll(() => page.locator('[data-testid=slot]').textContent()).not.toContain(words.slot.recovered);
    await page.context().close();
  });

  test('one of a newer version is refused and stays as it is, byte by byte, though the campaign is played on', async () => {
    const { page } = await openPage(browser);
    await openDesk(page, product.address);
    await hold(page, 2);
    await kept(page).toBe(2);
    const newer = '{"format":"counterweight-save","schema":99,"what":"nobody here knows"}';
    await spoilNewest(page, newer);
    await openTitle(page, product.address, 1);
    await goOn(page);
    await page.waitForSelector('[data-testid=trouble]');
    expect(await page.locator('[data-testid=trouble]').textContent()).toContain(words.trouble['newer-save']);
    await expect.poll(() => page.locator('[data-testid=slot]').textContent()).toContain(words.slot.newer);
    const file = await downloaded(page, () => page.getByRole('button', { name: `${words.export}: `, exact: false }).click());
    expect(file.text).toBe(newer);
    await page.goto(`${product.address}#/play/${encodeURIComponent(codeOf(held(2)))}/desk`);
    await hold(page, 2);
    await openTitle(page, product.address, 2);
    expect(await textsIn(page)).toContain(newer);
    await page.context().close();
  });

  test('a hostile file is refused with its place, and nothing is kept of it', async () => {
    const { page, complaints } = await openPage(browser);
    await openTitle(page, product.address, 0);
    const sound = JSON.stringify(saveOf(held(1), { savedAt: '2026-01-31T12:00:00.000Z', name: '', practice: false }));
    const files: [text: string, said: RegExp][] = [
      ['not a save', /This is no save of Counterweight.*line 1, column 1/s],
      [`{"format":"counterweight-save","schema":1,${sound.slice(1, 300)}`, /This save is damaged.*copy it again/s],
      [`{"format":"counterweight-save","schema":1,"__proto__":{},${sound.slice(1)}`, /__proto__/],
      [`${'['.repeat(200_000)}`, /nesting deeper than 64/],
      [' '.repeat(3_000_000), /too large to be a save/],
      ['<img src=x onerror="document.title=1">', /no save/],
    ];
    await openImport(page);
    for (const [text, said] of files) {
      await page.locator('#import').setInputFiles({ name: '<b>x</b>.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await expect.poll(() => page.locator('[data-testid=import] [role=alert]').textContent()).toMatch(said);
    }
    expect(await page.locator('[data-testid=import] b').count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await openTitle(page, product.address, 0);
    expect(await textsIn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
