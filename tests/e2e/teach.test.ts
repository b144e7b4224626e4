// The teacher's kit as it is found, read, printed, and kept from nobody who asks twice.

import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import kit from '../../levels/text/en/kit.json' with { type: 'json' };
import { SHEETS } from '../../src/client/teach/kit.ts';
import { bank } from '../bank.ts';
import { openBrowser } from './browser.ts';
import { plainWords, whatSticksOut } from './fits.ts';
import { findings, openPage, type Product, startProduct } from './product.ts';
import { buildPretended, serveFrom } from './pseudo.ts';

let browser: Browser;
let product: Product;
let pretended: string;
beforeAll(async () => {
  [browser, product, pretended] = await Promise.all([openBrowser(), startProduct(), buildPretended()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
  if (pretended !== undefined) rmSync(pretended, { recursive: true, force: true });
});

/** Every sheet, the answer key closed and open. */
async function eachSheet(page: Page, address: string, visit: (name: string) => Promise<void>): Promise<void> {
  for (const sheet of ['', ...SHEETS]) {
    await page.goto(`${address}#/teach/${sheet}`);
    await page
      .locator(`main.${sheet === '' ? 'kit-home' : 'kit'} h2`)
      .first()
      .waitFor();
    await visit(sheet);
    if (sheet !== 'answers') continue;
    await page.locator('main .actions .primary').click();
    await page.locator('.kit-key').first().waitFor();
    await visit('answers, open');
  }
}

test('a teacher finds it from the about page, and every sheet from its list', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(`${product.address}#/about`);
  await page.getByRole('link', { name: english.about.teachersGo }).click();
  await page.locator('main.kit-home').waitFor();
  expect(await page.locator('.kit-list a').count()).toBe(SHEETS.length);
  await page.getByRole('link', { name: kit.sheets.background.title }).click();
  await page.locator('h1', { hasText: kit.sheets.background.title }).waitFor();
  await page.goto(`${product.address}#/teach/nothing`);
  await page.getByText(english.trouble.page).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the answer key stays shut until it is asked for, holds every question, and shows one topic at a time', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/teach/answers`);
  await page.getByText(kit.answers.warningText).waitFor();
  expect(await page.locator('.kit-key').count()).toBe(0);
  await page.getByRole('button', { name: kit.answers.show }).click();
  await page.locator('.kit-key').first().waitFor();
  expect(await page.locator('.kit-key > li').count()).toBe(bank.items.size);
  const [first] = bank.quizzes;
  await page.locator('#topic').selectOption(first?.id ?? '');
  expect(await page.locator('.kit-key > li').count()).toBe(first?.items.length);
  await page.context().close();
});

test('no sheet has a fault that axe-core knows, and each fits a phone and a projector', { timeout: 200_000 }, async () => {
  const { page, complaints } = await openPage(browser);
  await eachSheet(page, product.address, async (name) => {
    expect({ name, findings: await findings(page) }).toEqual({ name, findings: [] });
    for (const width of [320, 1920]) {
      await page.setViewportSize({ width, height: 768 });
      await expect.poll(() => whatSticksOut(page), { message: `${name} at ${width}` }).toEqual([]);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('in a language 40 % longer each sheet fits the narrowest phone, and has no word that a translator cannot reach', { timeout: 200_000 }, async () => {
  const { page } = await openPage(browser, { viewport: { width: 320, height: 640 } });
  await serveFrom(page, pretended);
  await eachSheet(page, product.address, async (name) => {
    await expect.poll(() => whatSticksOut(page), { message: name }).toEqual([]);
    expect({ name, words: await page.locator('main').evaluate(plainWords) }).toEqual({ name, words: [] });
  });
  await page.context().close();
});

/** Sides of paper that a teacher copies; of the answer key, which is shut, the warning alone. */
const SIDES: Readonly<Record<(typeof SHEETS)[number], number>> = {
  'plan-45': 2,
  'plan-30': 2,
  'plan-15': 2,
  'plan-quiz': 2,
  background: 2,
  prompts: 3,
  ticket: 2,
  answers: 1,
  balance: 2,
  standards: 2,
  network: 1,
};

test('each sheet prints on the sides it is laid out for, on Letter and on A4, without controls and with two slips', { timeout: 200_000 }, async () => {
  const { page } = await openPage(browser);
  for (const sheet of SHEETS) {
    await page.goto(`${product.address}#/teach/${sheet}`);
    await page.locator('main.kit h2').first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    for (const format of ['Letter', 'A4'] as const) {
      const printed = await page.pdf({ format });
      expect({ sheet, format, sides: printed.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length }).toEqual({ sheet, format, sides: SIDES[sheet] });
    }
  }
  await page.goto(`${product.address}#/teach/ticket`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.kit-slip:visible').count()).toBe(2);
  expect(await page.locator('button:visible, .masthead:visible').count()).toBe(0);
  await page.context().close();
});
