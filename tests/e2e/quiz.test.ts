// Practice and review as a student meets them: rounds, what comes back, what is taken along, what is forgotten, and all of it without a network.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { questionsIn, quizWordsIn } from '../../src/content/quizzes.ts';
import { keyOf } from '../../src/quiz/marking.ts';
import { bank } from '../bank.ts';
import { openBrowser } from './browser.ts';
import { plainWords, whatSticksOut } from './fits.ts';
import { press } from './keyboard.ts';
import { findings, openPage, type Product, startProduct } from './product.ts';
import { buildPretended, serveFrom } from './pseudo.ts';
import { downloaded } from './savedCampaigns.ts';

const { quiz: words } = english;
const PHONE = { width: 390, height: 844 };
const questions = questionsIn(bank, 'en');

let browser: Browser;
let product: Product;
beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const toNext = (page: Page) => page.locator('.feedback-onward button').click();

/** Answers what is asked: whatever comes first, or the key. */
async function answer(page: Page, way: 'first' | 'key' = 'first'): Promise<void> {
  await page.locator('form.question').waitFor();
  const form = page.locator('form.question');
  const kind = /kind-(\w+)/.exec((await form.getAttribute('class')) ?? '')?.[1];
  const stem = await form.locator('.stem').textContent();
  const question = questions.find((one) => one.words.stem === stem);
  if (question === undefined) throw new Error(`Asks what is in no quiz: ${stem}`);
  const key = keyOf(question.item);
  if (kind === 'order') {
    const wanted = key.kind === 'order' && way === 'key' ? [...key.steps] : null;
    if (wanted === null) await form.locator('[data-move$=" down"]').first().click();
    else
      for (const [place, step] of wanted.entries()) {
        const up = form.locator(`[data-move="${step} up"]`);
        const at = async () => (await form.locator('[data-move$=" up"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-move')?.split(' ')[0] ?? ''))).indexOf(step);
        while ((await at()) > place) await up.click();
      }
  } else if (kind === 'signs') {
    for (const fieldset of await form.locator('[data-edge]').all()) {
      const edge = (await fieldset.getAttribute('data-edge')) ?? '';
      await fieldset
        .locator(way === 'key' && key.kind === 'signs' ? `input[value=${key.signs[edge]}]` : 'input')
        .first()
        .check();
    }
  } else {
    const chosen = way === 'first' ? [] : key.kind === 'several' ? key.options : key.kind === 'one' || key.kind === 'scale' ? [key.option] : [];
    for (const id of chosen) await form.locator(`.question-answer input[value="${id}"]`).check();
    if (chosen.length === 0) await form.locator('.question-answer input').first().check();
  }
  await form
    .locator('.sure input')
    .nth(way === 'key' ? 2 : 0)
    .check();
  await form.locator('button[type=submit]').click();
  await page.locator('.feedback').waitFor();
}

async function openRound(page: Page, sheet: string): Promise<void> {
  await page.goto(`${product.address}#/quiz/${sheet}`);
  await page.locator('form.question').waitFor();
}

const count = (page: Page) => page.locator('.quiz-data > p').first().textContent();
const told = (answers: number) => (answers === 1 ? words.data.count_one : words.data.count_other).replace('{{count}}', String(answers));

describe('practice', () => {
  test('is reached from the title by keyboard, asked to its end and summed up; what was answered is counted and weighed', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(product.address);
    await page.locator('main.title').waitFor();
    await press(page, 'a[href="#/quiz"]', 'Enter');
    await page.locator('.topics a').first().waitFor();
    await press(page, '.topics a', 'Enter');
    for (let asked = 0; (await page.locator('.round-summary').count()) === 0; asked++) {
      if (asked > 20) throw new Error('The round does not end');
      await answer(page, 'key');
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
      await toNext(page);
      await page.locator('form.question, .round-summary').first().waitFor();
    }
    expect(await findings(page)).toEqual([]);
    await page.goto(`${product.address}#/quiz`);
    await expect.poll(() => count(page)).toBe(told(10));
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('goes on after a refresh in its midst, and no answer given is lost', async () => {
    const { page } = await openPage(browser);
    await openRound(page, 'the-war');
    await answer(page);
    await toNext(page);
    const above = page.locator('form.question .kicker');
    await expect.poll(() => above.textContent()).toContain('2');
    const shown = await page.locator('form.question .stem').textContent();
    await page.reload();
    await page.locator('form.question').waitFor();
    expect(await page.locator('form.question .stem').textContent()).toBe(shown);
    await page.goto(`${product.address}#/quiz`);
    await expect.poll(() => count(page)).toBe(told(1));
    await page.context().close();
  });

  test('that is missed comes back once it is due, and not after the course has ended', async () => {
    const { page } = await openPage(browser);
    await page.clock.install({ time: new Date('2026-09-01T12:00:00') });
    await openRound(page, 'sanctions');
    await answer(page, 'key');
    await toNext(page);
    await page.clock.setSystemTime(new Date('2026-12-01T12:00:00'));
    await page.goto(`${product.address}#/quiz`);
    await page.locator('.quiz-next a[href="#/quiz/review"]').waitFor();
    await page.locator('input[type=date]').fill('2026-11-30');
    await page.locator('input[type=date]').blur();
    await expect.poll(() => page.locator('.quiz-next a[href="#/quiz/review"]').count()).toBe(0);
    await page.context().close();
  });
});

describe('what is kept', () => {
  test('is taken along as a table and as Anki notes, cleared in one click, and put back', async () => {
    const { page } = await openPage(browser, { acceptDownloads: true });
    await openRound(page, 'china');
    await answer(page, 'key');
    await page.goto(`${product.address}#/quiz`);
    await expect.poll(() => count(page)).toBe(told(1));
    const table = await downloaded(page, () => page.getByRole('button', { name: words.data.csv }).click());
    expect(table.text).toContain(words.csv.answeredAt);
    expect(table.text.trim().split('\r\n')).toHaveLength(2);
    const notes = await downloaded(page, () => page.getByRole('button', { name: words.data.ankiAnswered_one.replace('{{count}}', '1') }).click());
    expect(notes.text).toMatch(/^#separator:tab\n/);
    await page.getByRole('button', { name: words.data.clear }).click();
    await expect.poll(() => count(page)).toBe(words.data.none);
    await page.getByRole('button', { name: words.data.undo }).click();
    await expect.poll(() => count(page)).toBe(told(1));
    await page.context().close();
  });

  test('of a file of one’s own is asked from it; a hostile file is refused with its place, and nothing is kept of it', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${product.address}#/quiz`);
    await page.locator('#own-file').waitFor();
    const shipped = bank.quizzes.find(({ id }) => id === ('the-war' as string)) ?? bank.quizzes[0];
    if (shipped === undefined) throw new Error('There is no quiz');
    const text = quizWordsIn(bank, shipped.id, 'en');
    const notes = Object.fromEntries(Object.entries(text.items).map(([id, own]) => [id, { note: 'n', ...own }]));
    const own = { schema: 1, ...shipped, id: 'my-own', text: { en: { title: 'My own', misconceptions: text.misconceptions, items: notes } } };
    const take = (name: string, content: string) => page.locator('#own-file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await take('bad.json', JSON.stringify({ ...own, items: [{ ...own.items[0], thinking: 'guess' }] }));
    await expect.poll(() => page.locator('.faults').textContent()).toContain('items[0].thinking');
    await take('proto.json', JSON.stringify(own).replace('{', '{"__proto__":{"x":1},'));
    await expect.poll(() => page.locator('.faults').textContent()).toContain('__proto__');
    expect(await page.locator('.own-files li').count()).toBe(0);
    await take('mine.json', JSON.stringify(own));
    await page.locator('.own-files a').click();
    await answer(page);
    await page.goto(`${product.address}#/quiz`);
    await page.locator('.own-files button').click();
    await expect.poll(() => page.locator('.own-files li').count()).toBe(0);
    await page.locator('.own button').first().click();
    await expect.poll(() => page.locator('.own-files li').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a checkpoint', () => {
  test('asks before the desk; a miss is explained and asked again, a right second try earns the clearer report, and it is not asked twice', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${product.address}#/play/pyongyang-2024/13`);
    await page.locator('main.desk').waitFor();
    for (let turn = 0; turn < 2; turn++) {
      await page.locator('.commit button[type=submit]').click();
      await page.locator('main.world').waitFor();
      await page.locator('main.world .actions .primary').first().click();
      await page.locator('main.desk, main.checkpoint').first().waitFor();
    }
    await page.locator('main.checkpoint form.question').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.reload();
    await answer(page, 'first');
    if ((await page.locator('.insight').count()) === 0) {
      await page.getByRole('button', { name: english.checkpoint.again }).click();
      await answer(page, 'key');
    }
    await page.locator('.insight').waitFor();
    await page.getByRole('button', { name: english.checkpoint.earned }).click();
    await page.locator('main.desk').waitFor();
    await page.reload();
    await page.locator('main.desk').waitFor();
    await page.locator('.commit button[type=submit]').click();
    await page.locator('main.world').waitFor();
    await page.locator('main.world .actions .primary').first().click();
    await page.locator('main.desk .tag', { hasText: english.desk.clear }).first().waitFor();
    await page.goto(`${product.address}#/quiz`);
    await expect.poll(() => count(page)).not.toBe(words.data.none);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('everybody', () => {
  test.each([PHONE, { width: 320, height: 640 }, { width: 683, height: 384 }])('has room at $width px', async (viewport) => {
    const { page } = await openPage(browser, { viewport });
    await openRound(page, 'the-war');
    await expect.poll(() => whatSticksOut(page)).toEqual([]);
    await answer(page);
    await expect.poll(() => whatSticksOut(page)).toEqual([]);
    await page.goto(`${product.address}#/quiz`);
    await page.locator('.topics a').first().waitFor();
    await expect.poll(() => whatSticksOut(page)).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  test('reads it in a language 40 % longer, without a word that a translator cannot reach', async () => {
    const folder = await buildPretended();
    const { page } = await openPage(browser, { viewport: PHONE });
    await serveFrom(page, folder);
    await page.goto(`${product.address}#/quiz`);
    await page.locator('.topics a').first().waitFor();
    await expect.poll(() => whatSticksOut(page)).toEqual([]);
    expect(await page.locator('main').evaluate(plainWords)).toEqual([]);
    await page.goto(`${product.address}#/quiz/the-war`);
    await page.locator('form.question').waitFor();
    await expect.poll(() => whatSticksOut(page)).toEqual([]);
    expect(await page.locator('main').evaluate(plainWords)).toEqual([]);
    await page.context().close();
  });

  test('practises without a network once the page has been there', async () => {
    const { page } = await openPage(browser, { serviceWorkers: 'allow' });
    await page.goto(product.address);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await page.locator('main.title').waitFor();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.context().setOffline(true);
    await page.reload();
    await page.locator('main.title').waitFor();
    await openRound(page, 'three-partners');
    await answer(page);
    await page.goto(`${product.address}#/quiz`);
    await expect.poll(() => count(page)).toBe(told(1));
    await page.context().setOffline(false);
    await page.reload();
    await expect.poll(() => count(page)).toBe(told(1));
    await page.context().close();
  });
});
