import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import assets from '../../assets/manifest.json' with { type: 'json' };
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { stateHash } from '../../src/rules/campaign.ts';
import { resumePlay } from '../../src/telling/playthrough.ts';
import { openBrowser } from './browser.ts';
import { findings, openPage, type Product, readContent, startProduct } from './product.ts';

const content = readContent();
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const FULL = 'pyongyang-2024';

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

async function openDesk(options: BrowserContextOptions = {}, level = FULL) {
  const opened = await openPage(browser, options);
  await opened.page.goto(`${product.address}#/play/${level}/7`);
  await opened.page.waitForSelector('main.desk');
  return opened;
}

const codeIn = (page: Page) => decodeURIComponent(page.url()).split('/').at(-2) ?? '';

async function expectReplays(page: Page): Promise<void> {
  const code = await page.locator('[data-testid=code]').inputValue();
  const outcome = resumePlay(content, code);
  expect(outcome.ok && stateHash(outcome.play.state)).toBe(await page.locator('[data-testid=state-hash]').textContent());
}

describe('a whole campaign', () => {
  test('is played by touch on a phone, with the map', async () => {
    const { page, complaints } = await openPage(browser, PHONE);
    await page.goto(product.address);
    await page.locator('.level').nth(1).getByRole('button').tap();
    await page.waitForSelector('main.desk');
    let touched = 0;
    while ((await page.locator('main.debrief').count()) === 0) {
      const free = page.locator('.card:not(.barred) h3 label');
      if ((await free.count()) > 0) {
        await free.first().tap();
        touched++;
        await expect.poll(() => page.locator('.card-slot:not(.empty)').count()).toBe(1);
      }
      await page.locator('.commit button[type=submit]').tap();
      await page.waitForSelector('main.world .caption');
      await page.locator('main.world .told .primary').first().tap();
      await page.waitForSelector('main.desk, main.debrief, main.checkpoint');
      if ((await page.locator('main.checkpoint').count()) > 0) await page.locator('[data-testid=pass]').tap();
      await page.waitForSelector('main.desk, main.debrief');
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
    expect(touched).toBeGreaterThan(4);
    await page.waitForSelector('[data-testid=code]');
    await expectReplays(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is played in text mode, where no map is fetched', async () => {
    const { page, complaints } = await openPage(browser);
    const fetched: string[] = [];
    await page.goto(product.address);
    await page.getByRole('button', { name: english.settings.heading }).click();
    await page.getByRole('checkbox', { name: english.settings.text }).check();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('canvas').count()).toBe(0);
    await page.reload();
    page.on('request', (request) => fetched.push(request.url()));
    await page.locator('.level').nth(0).getByRole('button').click();
    while ((await page.locator('main.debrief').count()) === 0) {
      await page.waitForSelector('main.desk');
      if ((await page.locator('.hand input:not([aria-disabled=true])').count()) > 0) await page.locator('.hand input:not([aria-disabled=true])').first().check();
      await page.locator('.commit button[type=submit]').click();
      await page.waitForSelector('main.world');
      expect(await page.locator('.caption').count()).toBe(0);
      await page.locator('main.world .told .primary').first().click();
      await page.waitForSelector('main.desk, main.debrief');
    }
    await page.waitForSelector('[data-testid=code]');
    await expectReplays(page);
    expect(fetched.filter((url) => /theatre/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a card', () => {
  test('is dragged to the slots by mouse; let go elsewhere, it stays in hand', async () => {
    const { page } = await openDesk();
    // What is dragged is found by its place, which letters that arrive late would change.
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const line = page.locator('.card:not(.barred) h3').first();
    const bar = await page.locator('.commit').boundingBox();
    const from = await line.boundingBox();
    if (bar === null || from === null) throw new Error('the desk shows no card or no slots');
    const carry = async (x: number, y: number) => {
      await page.mouse.move(from.x + 70, from.y + 10);
      await page.mouse.down();
      await page.mouse.move(from.x + 110, from.y + 40, { steps: 4 });
      await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
    };
    await carry(from.x - 300, from.y);
    expect(await page.locator('.card-slot:not(.empty)').count()).toBe(0);
    await carry(bar.x + 60, bar.y + 25);
    expect(await page.locator('.card-slot:not(.empty)').count()).toBe(1);
    expect(await page.locator('.card.chosen').count()).toBe(1);
    expect(await page.locator('.card.chosen').evaluate((card) => (card as HTMLElement).style.translate)).toBe('');
    await page.reload();
    await page.waitForSelector('.card.chosen');
    await page.locator('.card-slot button').click();
    expect(await page.locator('.hand input:checked').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^card-/);
    await page.context().close();
  });

  test('is chosen by its number, put back by u; keys do nothing while one writes, in a dialog, or when turned off', async () => {
    const { page } = await openDesk();
    const chosen = page.locator('.hand input:checked');
    await page.keyboard.press('2');
    expect(await chosen.count()).toBe(1);
    expect(await page.locator('.commit [role=status]').textContent()).not.toBe('');
    await page.keyboard.press('u');
    expect(await chosen.count()).toBe(0);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    expect(await page.locator('dialog kbd').allTextContents()).toEqual(expect.arrayContaining(['1', '2', 'b', 'g', 'm', 'u', '?']));
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('2');
    expect(await chosen.count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('belief');
    await page.keyboard.press('o');
    await page.getByRole('checkbox', { name: english.settings.shortcuts }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    expect(await chosen.count()).toBe(0);
    await page.context().close();
  });
});

describe('the world on the map', () => {
  test('plays its beats with captions, is cut by a refresh or a key, and the state is the same', async () => {
    const { page, complaints } = await openDesk({ reducedMotion: 'no-preference' });
    await page.waitForSelector('.theatre canvas');
    await page.keyboard.press('1');
    await page.locator('.commit button[type=submit]').click();
    await page.waitForSelector('.caption-line');
    const code = codeIn(page);
    const told = await page.locator('.told').textContent();
    await page.reload();
    await page.waitForSelector('.caption-line');
    expect(codeIn(page)).toBe(code);
    expect(await page.locator('.told').textContent()).toBe(told);
    await page.keyboard.press('s');
    await page.waitForSelector('.caption-line', { state: 'detached' });
    await page.keyboard.press('r');
    await page.waitForSelector('.caption-line');
    await page.keyboard.press('n');
    await page.waitForSelector('main.desk');
    expect(resumePlay(content, codeIn(page)).ok).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is announced once, by its headline', async () => {
    const { page } = await openDesk({ reducedMotion: 'no-preference' });
    await page.locator('.commit button[type=submit]').click();
    await page.waitForSelector('.caption-line');
    expect(await page.locator('main [role=status]').count()).toBe(0);
    await expect.poll(() => page.locator('[data-testid=voice]').textContent()).toContain(await page.locator('#headline').textContent());
    expect(await page.locator('.caption-line').getAttribute('aria-hidden')).toBe('true');
    await page.context().close();
  });
});

describe('the settings', () => {
  test('are kept: text size, motion and notes outlive a visit, and the largest text fits a phone', async () => {
    const { page } = await openDesk({ ...PHONE, reducedMotion: 'no-preference' }, 'vostochny-2023');
    expect(await page.locator('.lesson').count()).toBe(1);
    const before = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    await page.keyboard.press('o');
    await page.locator('input[name=text-size]').last().check();
    await page.getByRole('checkbox', { name: english.settings.reduced }).check();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.lesson button').click();
    await page.reload();
    await page.waitForSelector('main.desk');
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeCloseTo(before * 1.5, 1);
    expect(await page.evaluate(() => document.documentElement.classList.contains('still'))).toBe(true);
    expect(await page.locator('.lesson').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.context().close();
  });
});

test('a language that is not there, as a setting kept from elsewhere, is English', async () => {
  const { page, complaints } = await openPage(browser);
  await page.addInitScript(() => window.localStorage.setItem('counterweight-settings', JSON.stringify({ language: 'xx', textSize: 7 })));
  await page.goto(`${product.address}#/play/${FULL}/7`);
  await page.waitForSelector('main.desk');
  expect(await page.locator('h1').textContent()).toBe(english.desk.heading);
  await page.keyboard.press('o');
  expect(await page.locator('dialog').textContent()).toContain(english.settings.oneLanguage);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('each lesson of the tutorial names what is new on that desk', async () => {
  const { page } = await openDesk({}, 'vostochny-2023');
  const steps = content.levels.get('vostochny-2023' as never)?.steps ?? [];
  expect(steps.length).toBe(4);
  for (const step of steps) {
    await page.waitForSelector('main.desk');
    expect(await page.locator('.lesson').textContent()).toContain(english.lesson[step]);
    await page.locator('.commit button[type=submit]').click();
    await page.waitForSelector('main.world');
    await page.locator('main.world .told .primary').first().click();
  }
  await page.waitForSelector('main.debrief');
  await page.context().close();
});

test('the page about the game names each asset with its source and licence, and every claim with its paragraph', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(product.address);
  await page.locator('.colophon a').click();
  await page.waitForSelector('main.about');
  const rows = await page.locator('main.about tbody tr').allTextContents();
  expect(rows.length).toBe(assets.assets.length);
  for (const [i, { source, licence }] of assets.assets.entries()) expect(rows[i]).toContain(source + licence);
  expect(await page.locator('.claims li').count()).toBe(content.claims.length);
  expect(await page.locator('.claims .paragraph').count()).toBe(content.claims.length);
  expect(await findings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
