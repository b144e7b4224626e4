// A teacher's pages: what is asked is chosen with open eyes, the way on is always at hand, simulated students are no absent ones, and longer words cut nothing off.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import live from '../../levels/text/en/live.json' with { type: 'json' };
import { openBrowser } from './browser.ts';
import { answers, createSession, joins, keyIn } from './classroom.ts';
import { plainWords, whatIsCutOff, whatSticksOut } from './fits.ts';
import { findings, openPage, type Product, startProduct } from './product.ts';
import { buildPretended, serveFrom } from './pseudo.ts';

const ITEMS = ['beijing-orland', 'beijing-chain', 'beijing-causal-map', 'beijing-reports'];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const LAPTOP = { viewport: { width: 1366, height: 768 } };
/** What twice as large letters leave of a laptop's window. */
const ZOOMED = { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 };

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct(['--memory'])]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

const step = (page: Page, name: string) => page.locator(`[data-step=${name}]`).click();

async function flawless(page: Page): Promise<void> {
  expect(await whatSticksOut(page)).toEqual([]);
  expect(await whatIsCutOff(page)).toEqual([]);
  expect(await findings(page)).toEqual([]);
}

/** Whether it can be pressed where the page stands, without scrolling. */
function isAtHand(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((selector) => {
    const element = document.querySelector(selector);
    if (element === null) return false;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight && element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
  }, selector);
}

test.each([
  ['a phone', PHONE],
  ['a laptop', LAPTOP],
  ['a laptop at 200 %', ZOOMED],
])('on %s the session can be opened from anywhere on the page, which says what is chosen', async (_, options) => {
  const { page, complaints } = await openPage(browser, options);
  await page.goto(`${product.address}#/host/${keyIn(product)}`);
  await page.locator('.ready-set').first().waitFor();
  const what = () => page.locator('.host-create-what').textContent();
  expect(await what()).toBe(`${live.host.check} ${live.host.questions_other.replace('{{count}}', '4')}`);
  await page.locator('[data-press$=" x"]').first().click();
  expect(await what()).toContain(live.host.questions_other.replace('{{count}}', '3'));
  for (const to of [0, 0.5, 1]) {
    await page.evaluate((to) => window.scrollTo(0, to * document.documentElement.scrollHeight), to);
    expect(await isAtHand(page, '.host-create button')).toBe(true);
  }
  // At the very end nothing lies below it for good.
  expect(await isAtHand(page, '.colophon p')).toBe(true);
  await flawless(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a question is shown whole, with what is right, before and after it is chosen', async () => {
  const { page } = await openPage(browser, LAPTOP);
  await page.goto(`${product.address}#/host/${keyIn(product)}`);
  await page.locator('.chosen li').first().waitFor();
  await page.locator('.chosen .preview summary').first().click();
  await expect.poll(() => page.locator('.chosen .preview .tally-row').count()).toBeGreaterThan(2);
  expect(await page.locator('.chosen .preview .is-key').count()).toBe(1);
  await page.locator('.finder > summary').click();
  for (const at of [0, 1, 2, 3, 4, 5, 6, 7]) await page.locator('.finder-list .preview summary').nth(at).click();
  await expect.poll(() => page.locator('.finder-list .preview .tally').count()).toBe(8);
  await flawless(page);
});

test('simulated students are called so, through a reload and until they are taken out; of others it is said whether they are connected', async () => {
  const { code, host } = await createSession(product, ITEMS.slice(0, 1));
  const { page } = await openPage(browser, LAPTOP);
  await page.goto(`${product.address}#/control/${code}/${host}`);
  const present = await joins(browser, product.address, code, PHONE);
  const leaving = await joins(browser, product.address, code, PHONE);
  const stands = (name: string) => page.locator('.seat-line', { hasText: name }).locator('.seat-stands').textContent();
  await page.locator('.rehearsal summary').click();
  await page.locator('.rehearsal select').selectOption('6');
  await page.locator('.rehearsal button').click();
  await expect.poll(() => page.locator('.seat-line.is-simulated').count()).toBe(6);
  expect(await page.locator('.seat-line.is-simulated .seat-stands').allTextContents()).toEqual(Array(6).fill(live.seats.presence.simulated));
  await leaving.page.context().close();
  await expect.poll(() => stands(leaving.name)).toBe(live.seats.presence.away);
  expect(await stands(present.name)).toBe(live.seats.presence.here);
  expect(await page.locator('.seats > .hint').textContent()).toBe('1 connected · 1 away · 6 simulated');

  await step(page, 'start');
  await answers(present, 'right');
  await expect.poll(() => page.locator('[data-testid=answered]').textContent()).toBe('7 of 8 answered');
  expect(await stands(present.name)).toBe(`${live.seats.answered} · ${live.seats.presence.here}`);
  expect(await page.locator('.seat-line.is-simulated .seat-stands').first().textContent()).toBe(`${live.seats.answered} · ${live.seats.presence.simulated}`);
  await page.reload();
  await expect.poll(() => page.locator('.seat-line.is-simulated').count()).toBe(6);
  await flawless(page);
  await page.locator('.rehearsal button').click();
  await expect.poll(() => page.locator('.seat-line').count()).toBe(2);
  await page.locator('.rehearsal').waitFor({ state: 'detached' });
});

test.each([
  ['a phone', PHONE],
  ['a laptop', LAPTOP],
])('on %s and in longer words set-up, control, seats and report are whole, and have no word that a translator cannot reach', async (_, options) => {
  const folder = await buildPretended();
  const { page } = await openPage(browser, options);
  await serveFrom(page, folder, product.address, 'longer');
  const site = 'http://pretended.test/';
  const { code, host } = await createSession(product, ITEMS, { leaderboard: 'on' });
  const checked = async () => {
    await flawless(page);
    // But addresses and the code.
    expect((await page.locator('main').evaluate(plainWords)).filter((word) => !['pretended', 'test', 'join'].includes(word) && !code.includes(word))).toEqual([]);
  };
  await page.goto(`${site}#/host/${keyIn(product)}`);
  await page.locator('.ready-set').first().waitFor();
  for (const summary of ['.finder > summary', '.chosen .preview summary', '.session-settings summary', '.finder-list .preview summary'])
    await page.locator(summary).first().click();
  await checked();

  await page.goto(`${site}#/control/${code}/${host}`);
  await page.locator('[data-testid=code]').waitFor();
  await page.locator('.rehearsal summary').click();
  await page.locator('.rehearsal select').selectOption('28');
  await page.locator('.rehearsal button').click();
  await expect.poll(() => page.locator('.seat-line').count()).toBe(28);
  await page.locator('.seat-name').first().click();
  await page.locator('.way-to-join ~ .sheet details summary').first().click();
  await checked();
  await step(page, 'start');
  for (const round of ITEMS.keys()) {
    await expect.poll(() => page.locator('[data-testid=answered]').textContent()).toMatch(/28 .*28/);
    await checked();
    await step(page, 'close');
    await page.locator('[data-step=reveal]').waitFor();
    await checked();
    await step(page, 'reveal');
    await page.locator('[data-step=next], [data-step=finish]').first().waitFor();
    await checked();
    await step(page, round === ITEMS.length - 1 ? 'finish' : 'next');
  }
  await page.locator('main.phase-wrapped').waitFor();
  await checked();
  await page.locator('.session-more .danger').click();
  await page.locator('dialog .danger').waitFor();
  await checked();
  await page.locator('dialog .danger').click();
  await page.locator('main.phase-ended').waitFor();
  await checked();
  await page.goto(`${site}#/report/${code}`);
  await page.locator('#in-short').waitFor();
  await checked();
});
