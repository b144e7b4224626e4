import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { levelOfCode, stateHash } from '../../src/rules/campaign.ts';
import { ending } from '../../src/rules/endings.ts';
import { askedNow } from '../../src/rules/forecast.ts';
import { draw, STREAM } from '../../src/rules/hash.ts';
import type { LevelId } from '../../src/rules/types.ts';
import { choose, codeOf, type Playthrough, resumePlay, startPlay } from '../../src/telling/playthrough.ts';
import { openBrowser } from './browser.ts';
import { goOn, playTurn, press, tabTo } from './keyboard.ts';
import { openPage, outsideAddress, type Product, ROOT, readContent, startProduct } from './product.ts';

const content = readContent();
const LEVELS = [...content.levels.keys()];
const FULL: LevelId = LEVELS.find((id) => id === 'pyongyang-2024') ?? (LEVELS[0] as LevelId);

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

function hashOf(code: string): string {
  const outcome = resumePlay(content, code);
  if (!outcome.ok) throw new Error(outcome.trouble.reason);
  return stateHash(outcome.play.state);
}

describe('a campaign in the browser', () => {
  test.each(LEVELS)('%s is played to the debrief by keyboard alone, and Node reaches the same state from its code', async (level) => {
    const { page, complaints } = await openPage(browser);
    await page.goto(product.address);
    await page.waitForSelector('main.title');
    await press(page, 'details.more summary', 'Enter');
    await tabTo(page, '#seed');
    await page.keyboard.type('7');
    const title = content.text.en?.levels[level]?.title ?? level;
    const at = await page.locator('.level').evaluateAll((items, wanted) => items.findIndex((item) => item.querySelector('h3')?.textContent === wanted), title);
    await press(page, `.level:nth-child(${at + 1}) button`, 'Enter');
    await page.waitForSelector('main.desk');
    for (let turn = 0; ; turn++) {
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      await playTurn(page, turn);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      if ((await goOn(page)) === 'debrief') break;
    }
    const code = await page.locator('[data-testid=code]').inputValue();
    const shown = await page.locator('[data-testid=state-hash]').textContent();
    expect(shown).toBe(hashOf(code));
    expect(resumePlay(content, code)).toMatchObject({ ok: true, play: { state: { phase: 'over', seed: 7 } } });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('resumes where it stood after a refresh', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${product.address}#/play/${FULL}/7`);
    await page.waitForSelector('main.desk');
    await playTurn(page, 0);
    const told = await page.locator('main').textContent();
    await page.reload();
    await page.waitForSelector('main.world');
    expect(await page.locator('main').textContent()).toBe(told);
    await goOn(page);
    const desk = await page.locator('main').textContent();
    await page.reload();
    await page.waitForSelector('main.desk');
    expect(await page.locator('main').textContent()).toBe(desk);
    await playTurn(page, 1);
    await page.context().close();
  });

  test('can be undone until it is committed, what was believed kept', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${product.address}#/play/${FULL}/7`);
    await page.waitForSelector('main.desk');
    const address = page.url();
    await page.locator('#belief').fill('83');
    await press(page, '.hand input', 'Space');
    expect(await page.locator('.hand input:checked').count()).toBe(1);
    await press(page, '.commit button[type=button]', 'Enter');
    expect(await page.locator('.hand input:checked').count()).toBe(0);
    expect(await page.locator('#belief').inputValue()).toBe('83');
    expect(page.url()).toBe(address);
    await page.context().close();
  });

  test('works on the machine’s address in its network, where the page is no secure context', async ({ skip }) => {
    const address = outsideAddress(product.address);
    if (address === null) return skip('this machine has no address but the loopback');
    const { page, complaints } = await openPage(browser);
    await page.goto(`${address}#/play/${FULL}/7`);
    await page.waitForSelector('main.desk');
    await playTurn(page, 0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a log replays to the same bit in Node and in Chromium', () => {
  const golden = goldenLogs();
  const drawn = LEVELS.map((level) => ({ name: `${level}, by dice`, ...randomPlay(level, 1) }));

  test('and there is a golden one of every level', () => {
    expect(new Set(golden.map(({ code }) => levelOfCode(code)))).toEqual(new Set(LEVELS));
  });

  test.each([...golden, ...drawn])('$name', async ({ code, hash, ending }) => {
    expect(hashOf(code)).toBe(hash);
    const { page } = await openPage(browser);
    await page.goto(`${product.address}#/replay/${encodeURIComponent(code)}`);
    expect(await page.locator('[data-testid=state-hash]').textContent()).toBe(hash);
    await page.goto(`${product.address}#/play/${encodeURIComponent(code)}/debrief`);
    await page.waitForSelector('main.debrief');
    expect(await page.locator('h1').textContent()).toBe(content.text.en?.endings[ending]?.title);
    await page.context().close();
  });
});

function goldenLogs(): { name: string; code: string; hash: string; ending: string }[] {
  const folder = join(ROOT, 'tests/golden');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name: `golden ${name}`, ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as { code: string; hash: string; ending: string }) }));
}

/** Plays any card it may, by seed, and forecasts all along. */
function randomPlay(level: LevelId, seed: number): { code: string; hash: string; ending: string } {
  const started = startPlay(content, level, seed);
  if (!started.ok) throw new Error(started.trouble.reason);
  let play: Playthrough = started.play;
  while (play.state.phase !== 'over') {
    const { turn, desk } = play.state;
    const hand = desk?.hand ?? [];
    const belief = draw(seed, STREAM.plan, turn, 0) % 1001;
    const card = hand[draw(seed, STREAM.plan, turn, 1) % Math.max(1, hand.length)];
    const asked = askedNow(play.world, play.state) !== null;
    const stated = choose(play, [asked ? { kind: 'forecast', belief, event: 300 } : { kind: 'forecast', belief }]);
    if (!stated.ok) throw new Error(`seed ${seed}, turn ${turn}: ${stated.trouble.reason}`);
    const decided = choose(stated.play, [{ kind: 'decide', cards: card === undefined ? [] : [card] }]);
    const held = decided.ok ? decided : choose(stated.play, [{ kind: 'decide', cards: [] }]);
    if (!held.ok) throw new Error(`seed ${seed}, turn ${turn}: ${held.trouble.reason}`);
    play = held.play;
  }
  return { code: codeOf(play), hash: stateHash(play.state), ending: ending(play.world, play.state) };
}
