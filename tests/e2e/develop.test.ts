// What `npm run dev` alone has, and that the build leaves it out.

import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resumePlay } from '../../src/telling/playthrough.ts';
import { openBrowser } from './browser.ts';
import { openPage, ROOT, readContent } from './product.ts';
import { type Source, serveSource } from './source.ts';

/** Parts shown at least. */
const SPECIMENS = 35;

let browser: Browser;
let source: Source;
let address: string;
beforeAll(async () => {
  source = await serveSource();
  address = source.address;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await source?.close();
});

describe('the inspector', () => {
  test('shows seed and state, jumps to a turn, and exports a replay that is read again', async () => {
    const { page } = await openPage(browser, { acceptDownloads: true });
    await page.goto(`${address}#/play/pyongyang-2024/7`);
    await page.getByText('Inspector', { exact: true }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    expect(await inspector.getByLabel('Seed, same choices').inputValue()).toBe('7');
    await inspector.getByRole('button', { name: 'World of turn 3' }).click();
    await page.locator('main.world').waitFor();
    await inspector.getByText('state at turn 4 of 8').click();
    await inspector.getByText('openingThreat').first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), inspector.getByRole('button', { name: 'Export replay' }).click()]);
    const exported = JSON.parse(readFileSync(await download.path(), 'utf8'));
    const outcome = resumePlay(readContent(), exported.code);
    expect(outcome.ok && outcome.play.turns.length).toBe(3);
    await inspector.getByRole('button', { name: 'debrief' }).click();
    await page.locator('main.debrief').waitFor();
    await page.context().close();
  });
});

describe('the gallery', () => {
  test('shows each part of the pages alone, without a complaint', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${address}gallery.html`);
    await page.locator('main.gallery').waitFor();
    const specimens = page.locator('.specimen');
    expect(await specimens.count()).toBeGreaterThanOrEqual(SPECIMENS);
    for (const specimen of await specimens.all()) expect((await specimen.textContent())?.length).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('plays each effect of the map alone', async () => {
    const { page } = await openPage(browser, { reducedMotion: 'no-preference' });
    await page.goto(`${address}gallery.html?effects`);
    const effects = page.getByRole('navigation', { name: 'Effects' });
    await page.waitForFunction(() => performance.getEntriesByName('map-drawn').length > 0);
    const { cards, moves } = readContent().library;
    expect(await effects.locator('li button').count()).toBeGreaterThan(cards.length + moves.length);
    const one = effects.locator('li button').first();
    await one.click();
    await effects.locator('p', { hasText: `ready · ${await one.textContent()}` }).waitFor();
    await effects.getByText('at rest').waitFor();
    await page.context().close();
  });
});

test('the build holds nothing of it', () => {
  const scripts = readdirSync(`${ROOT}dist/client/assets`).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  for (const name of [...scripts.map((script) => `assets/${script}`), '.vite/manifest.json']) {
    expect(readFileSync(`${ROOT}dist/client/${name}`, 'utf8'), name).not.toMatch(/inspector|Export replay|gallery/i);
  }
});
