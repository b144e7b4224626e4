// After a first visit the product is there without a network; a newer version never mixes with an older one.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { createSite } from '../../src/server/site.ts';
import { openBrowser } from './browser.ts';
import { openPage, outsideAddress, ROOT } from './product.ts';
import { answer, keptCount, TOPIC } from './quizzing.ts';

const { quiz, offline } = english;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** A site of its own, whose files may change under its readers. */
let folder: string;
let site: Awaited<ReturnType<typeof createSite>>;
let address: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterweight-offline-'));
  cpSync(`${ROOT}dist/client`, folder, { recursive: true });
  site = await createSite(folder);
  await site.listen({ port: 0, host: '0.0.0.0' });
  address = `http://localhost:${(site.server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page of a browser that has been here before: all that is kept is kept. */
async function visited() {
  const watched = await openPage(browser, { serviceWorkers: 'allow' });
  const { page } = watched;
  await page.goto(address);
  await page.locator('main.title').waitFor();
  await kept(page);
  return watched;
}

async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 30_000 });
}

const gone = async (page: Page) => {
  await page.context().setOffline(true);
  await site.close();
};

test('a question is answered without a network after a first visit to the title alone, and kept', async () => {
  const { page } = await visited();
  await gone(page);
  await page.reload();
  await page.locator('main.title .quiz-entry a').click();
  await page.locator(`a[href="#/quiz/${TOPIC}"]`).click();
  await answer(page, 'wrong');
  await expect.poll(() => keptCount(page)).toBe(1);
  await page.goto(`${address}#/quiz`);
  await page.reload();
  await page.locator('.quiz-data', { hasText: quiz.data.count_one.replace('{{count}}', '1') }).waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await page.locator('.quiz-data', { hasText: quiz.data.count_one.replace('{{count}}', '1') }).waitFor();
  await page.context().close();
});

test('a campaign is begun without a network, with its map', async () => {
  const { page } = await visited();
  await page.waitForFunction(async () => (await (await caches.open('counterweight-heavy')).keys()).some(({ url }) => url.includes('/theatre-')), null, { timeout: 30_000 });
  await gone(page);
  await page.goto(`${address}#/play/vostochny-2023/7`);
  await page.reload();
  await page.locator('main.desk .hand input').first().waitFor();
  await page.locator('canvas').first().waitFor({ state: 'attached' });
  await page.context().close();
});

test('nothing is kept but files of the build: no answer of the server’s own', async () => {
  const { page } = await visited();
  const statuses = await page.evaluate(async () => [(await fetch('/api/s/TEST')).status, (await fetch('/healthz')).status]);
  expect(statuses).toEqual([404, 200]);
  const paths = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
    return all.flat();
  });
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => path !== '/index.html' && !path.startsWith('/assets/'))).toEqual([]);
  await gone(page);
  await expect(page.evaluate(() => fetch('/healthz').then(({ status }) => status))).rejects.toThrow();
  await page.context().close();
});

/** Replaces a file of the site, as a newer version would. */
function replace(file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} is not what this test takes it for`);
  writeFileSync(path, after);
  for (const ending of ['br', 'gz']) if (existsSync(`${path}.${ending}`)) rmSync(`${path}.${ending}`);
}

test('a newer version waits until the reader asks, and then every open page is of it', async () => {
  const { page } = await visited();
  const other = await page.context().newPage();
  await other.goto(`${address}#/about`);
  await other.locator('main.about').waitFor();
  replace('index.html', (text) => text.replace('<html lang="en">', '<html lang="en" data-version="next">'));
  replace('sw.js', (text) => text.replace(/(url:"index\.html",revision:")[0-9a-f]+|(revision:")[0-9a-f]+(?=",url:"index\.html")/, '$1$2next'));
  await page.reload();
  await page.locator('main.title').waitFor();
  expect(await page.locator('html[data-version]').count()).toBe(0);
  const notice = page.getByTestId('update-notice');
  await notice.filter({ hasText: offline.ready }).waitFor({ timeout: 30_000 });
  await notice.getByRole('button').click();
  await page.locator('html[data-version=next] main.title').waitFor();
  await other.locator('html[data-version=next] main.about').waitFor();
  await page.context().close();
});

test('the worker is asked for anew each time, and is under the same policy', async () => {
  const { headers, status } = await fetch(`${address}sw.js`);
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('content-type')).toContain('javascript');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('on plain HTTP in a network, where no browser offers a worker, all goes on without one', async () => {
  const outside = outsideAddress(address);
  if (outside === null) return;
  const { page, complaints } = await openPage(browser, { serviceWorkers: 'allow' });
  await page.goto(`${outside}#/quiz`);
  await page.locator('.quiz-parts').waitFor();
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
  expect(complaints).toEqual([]);
  await page.context().close();
});
