// The projector's screen fits its window without scrolling, in letters that the last row reads: every question of the bank at every stage, and what comes before and after.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pseudo } from '../../src/content/words.ts';
import { bank } from '../bank.ts';
import { openBrowser } from './browser.ts';
import { findings, openPage } from './product.ts';
import { aroundThem, type Language, plainRoundOf, roundOf, type Shown, screenFaults } from './projecting.ts';
import { buildGallery, serveFrom } from './pseudo.ts';

/** Smallest letters on a screen of 1920 × 1080; on others in proportion, for they are projected as large. */
const LEAST = 28;
const USUAL = { width: 1920, height: 1080 };
const OTHERS = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];
const ITEMS = [...bank.items.keys()];
const SOME = ['beijing-orland', 'beijing-chain', 'beijing-causal-map', 'beijing-reports'];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function openScreen(language: 'plain' | 'pretended', viewport: typeof USUAL): Promise<Page> {
  const { page } = await openPage(browser, { viewport });
  await serveFrom(page, await buildGallery(language));
  await page.goto('http://gallery.test/gallery.html?projector');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  return page;
}

interface Checked {
  name: string;
  faults: string[];
  letters: number;
}

async function check(page: Page, all: readonly Shown[], least: number): Promise<Checked[]> {
  await page.evaluate(`window.screenFaults = ${screenFaults.toString()}`);
  return page.evaluate(
    async ({ all, least }) => {
      const { showOnScreen, screenFaults: faultsNow } = window as unknown as { showOnScreen: (view: unknown) => void; screenFaults: typeof screenFaults };
      const checked: Checked[] = [];
      for (const { name, view } of all) {
        showOnScreen(view);
        await document.fonts.ready;
        checked.push({ name, ...faultsNow(least) });
      }
      return checked;
    },
    { all: all as { name: string; view: object }[], least },
  );
}

const LANGUAGES: readonly ['plain' | 'pretended', Language][] = [
  ['plain', (text) => text],
  ['pretended', pseudo],
];

describe.each(LANGUAGES)('in %s words', (name, language) => {
  const around = aroundThem(SOME, language);
  const rounds = ITEMS.flatMap((item) => [...roundOf(item, language), ...plainRoundOf(item, language)]);

  test('every screen of every question fits 1920 × 1080', async () => fits([...around, ...rounds], USUAL));

  test.each(OTHERS)('what is fullest fits $width × $height', async (window) =>
    fits([...around, ...(name === 'plain' ? [] : rounds.filter(({ view }) => view.standings !== null))], window),
  );

  async function fits(shown: readonly Shown[], window: typeof USUAL): Promise<void> {
    const page = await openScreen(name, window);
    const checked = await check(page, shown, LEAST * Math.min(window.width / USUAL.width, window.height / USUAL.height));
    expect(checked).toHaveLength(shown.length);
    expect(checked.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))).toEqual([]);
    await page.context().close();
  }
});

test('the screens have no fault that axe-core knows', async () => {
  const page = await openScreen('plain', USUAL);
  for (const { view } of [...aroundThem(SOME, (text) => text), ...SOME.flatMap((item) => roundOf(item, (text) => text))]) {
    await page.evaluate((view) => (window as unknown as { showOnScreen: (view: unknown) => void }).showOnScreen(view), view as object);
    expect(await findings(page)).toEqual([]);
  }
});
