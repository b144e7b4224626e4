// Practice and review as a student meets them: what is answered is kept, what is missed comes back, and all of it is the student's own.

import { readFileSync, rmSync } from 'node:fs';
import Papa from 'papaparse';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { keyOf } from '../../src/quiz/marking.ts';
import { answerByKeys, chooseByKeys } from './answering.ts';
import { openBrowser } from './browser.ts';
import { plainWords, whatSticksOut } from './fits.ts';
import { press, tabTo } from './keyboard.ts';
import { findings, openPage, type Product, startProduct } from './product.ts';
import { buildPretended, serveFrom } from './pseudo.ts';
import { answer, asked, keptCount, onward, ownFile, TOPIC, TOPIC_SIZE } from './quizzing.ts';

const { quiz } = english;
const PHONE = { width: 390, height: 844 };
const MINUTE = 60_000;
const ROUND = 10;

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

async function open(hash: string, options: Parameters<typeof openPage>[1] = {}) {
  const watched = await openPage(browser, options);
  await watched.page.goto(product.address + hash);
  return watched;
}

const goHome = async (page: Page) => {
  await page.goto(`${product.address}#/quiz`);
  await page.locator('.quiz-parts').waitFor();
};
const topicLine = (page: Page) => page.locator('.topics li', { has: page.locator(`a[href="#/quiz/${TOPIC}"]`) }).locator('.meta');
const above = (at: number) => quiz.round.above.replace('{{at}}', String(at)).replace('{{of}}', String(ROUND));

// ---------------------------------------------------------------- rounds

test('a round is found, answered and left by keyboard alone', { timeout: 120_000 }, async () => {
  const { page, complaints } = await open('#/');
  await press(page, 'a[href="#/quiz"]', 'Enter');
  await page.locator('main.quiz-home .topics').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await press(page, `a[href="#/quiz/${TOPIC}"]`, 'Enter');
  for (let at = 1; at <= ROUND; at++) {
    await page.locator('form.question .kicker', { hasText: above(at) }).waitFor();
    const question = await asked(page);
    await answerByKeys(page, question, keyOf(question.item));
    await chooseByKeys(page, '.sure input', '3');
    await press(page, 'form.question button[type=submit]', 'Enter');
    await press(page, '.feedback-onward button', 'Enter');
  }
  await page.locator('.round-summary').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(quiz.summary.heading);
  expect(await page.locator('.round-summary .lead').textContent()).toBe(quiz.summary.right_other.replace('{{right}}', '10').replace('{{count}}', '10'));
  expect(await page.locator('.round-summary').textContent()).toContain('+30 points');
  await press(page, '.round-summary a[href="#/quiz"]', 'Enter');
  await topicLine(page).waitFor();
  expect(await topicLine(page).textContent()).toContain(`10 of ${TOPIC_SIZE}`);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a refresh amid a round loses no answer, and the round goes on where it stood', async () => {
  const { page } = await open(`#/quiz/${TOPIC}`);
  await answer(page, 'right');
  await onward(page);
  await answer(page, 'wrong');
  await expect.poll(() => keptCount(page)).toBe(2);
  await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('counterweight-round') ?? '{}').given?.length === 2);
  await page.reload();
  await page.locator('form.question .kicker', { hasText: above(3) }).waitFor();
  for (let at = 3; at <= ROUND; at++) {
    await answer(page, 'right');
    await onward(page);
  }
  expect(await page.locator('.summary-list li').count()).toBe(ROUND);
  expect(await page.locator('.summary-verdict.verdict-right').count()).toBe(ROUND - 1);
  expect(await keptCount(page)).toBe(ROUND);
  await page.getByRole('button', { name: quiz.round.again }).click();
  await page.locator('form.question .kicker', { hasText: above(1) }).waitFor();
  await page.context().close();
});

test('two tabs that practise at once lose no answer, and each sees the other’s', async () => {
  const { page } = await open(`#/quiz/${TOPIC}`);
  const other = await page.context().newPage();
  await other.goto(`${product.address}#/quiz`);
  await other.locator('.quiz-parts').waitFor();
  await answer(page, 'right');
  await other.locator('.quiz-data', { hasText: quiz.data.count_one.replace('{{count}}', '1') }).waitFor();
  await other.goto(`${product.address}#/quiz/${TOPIC}`);
  await Promise.all([answer(other, 'right'), onward(page).then(() => answer(page, 'wrong'))]);
  await expect.poll(() => keptCount(page)).toBe(3);
  await page.context().close();
});

test('what is missed comes back after ten minutes, and what is known does not', async () => {
  const { page } = await openPage(browser);
  const start = Date.parse('2026-09-01T08:00:00Z');
  await page.clock.setFixedTime(start);
  await page.goto(`${product.address}#/quiz/${TOPIC}`);
  const missed = await answer(page, 'wrong');
  await onward(page);
  await answer(page, 'right', 3);
  await expect.poll(() => keptCount(page)).toBe(2);
  await goHome(page);
  await page.locator('.quiz-next', { hasText: quiz.next.none }).waitFor();
  expect(await page.locator('.quiz-next').textContent()).toContain('in 10 minutes');
  await page.clock.setFixedTime(start + 11 * MINUTE);
  await page.reload();
  await page.locator('a[href="#/quiz/review"]').click();
  expect(await page.locator('form.question .kicker').textContent()).toContain('1 of 1');
  const again = await answer(page, 'right');
  expect([again.item.id, again.item.twinOf]).toContain(missed.item.id);
  await onward(page);
  await page.goto(`${product.address}#/quiz/review`);
  await page.goto(`${product.address}#/quiz`);
  await page.locator('.quiz-next', { hasText: quiz.next.none }).waitFor();
  expect(await topicLine(page).textContent()).toContain(quiz.topics.notMissed);
  await page.context().close();
});

test('nothing comes back after the course has ended', async () => {
  const { page } = await openPage(browser);
  const start = Date.parse('2026-09-01T08:00:00Z');
  await page.clock.setFixedTime(start);
  await page.goto(`${product.address}#/quiz/${TOPIC}`);
  await answer(page, 'wrong');
  await goHome(page);
  await page.locator('#course-end').fill('2026-09-02');
  await page.locator('.course .said', { hasText: '2 September 2026' }).waitFor();
  await page.clock.setFixedTime(start + 20 * MINUTE);
  await page.reload();
  await page.locator('a[href="#/quiz/review"]').waitFor();
  await page.clock.setFixedTime(start + 3 * 24 * 60 * MINUTE);
  await page.reload();
  await page.locator('.quiz-next', { hasText: '2 September 2026' }).waitFor();
  expect(await page.locator('a[href="#/quiz/review"]').count()).toBe(0);
  await page.getByRole('button', { name: quiz.course.remove }).click();
  await page.locator('a[href="#/quiz/review"]').waitFor();
  await page.context().close();
});

// ---------------------------------------------------------------- what is kept

const read = async (downloading: Promise<Download>) => {
  const download = await downloading;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};

test('answers are taken along for Anki and as a table, and read back as they were given', async () => {
  const { page } = await open(`#/quiz/${TOPIC}`);
  const wrong = await answer(page, 'wrong', 3);
  await onward(page);
  const right = await answer(page, 'right');
  await expect.poll(() => keptCount(page)).toBe(2);
  await goHome(page);
  const buttons = page.locator('.quiz-data button');
  const fetched = async (at: number) => {
    const downloading = page.waitForEvent('download');
    await buttons.nth(at).click();
    return read(downloading);
  };
  const missed = await fetched(0);
  expect(missed.text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toHaveLength(1);
  expect(missed.text).toContain(wrong.item.claim);
  const all = await fetched(1);
  expect(all.text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toHaveLength(2);
  const table = await fetched(2);
  expect(table.name).toMatch(/\.csv$/);
  const rows = Papa.parse<Record<string, string>>(table.text.replace('\ufeff', ''), { header: true, skipEmptyLines: true }).data;
  expect(rows).toMatchObject([
    { question: wrong.words.stem, 'how sure (1 to 3)': '3', right: 'no', 'item id': wrong.item.id },
    { question: right.words.stem, right: 'yes', points: '2', 'item id': right.item.id },
  ]);
  await page.context().close();
});

test('everything is cleared at one click, and comes back at another', async () => {
  const { page } = await open(`#/quiz/${TOPIC}`);
  await answer(page, 'wrong');
  await expect.poll(() => keptCount(page)).toBe(1);
  await goHome(page);
  await page.locator('#course-end').fill('2030-01-31');
  await press(page, '.quiz-data .clear button', 'Enter');
  await page.locator('.quiz-data', { hasText: quiz.data.cleared }).waitFor();
  await page.waitForFunction((undo) => document.activeElement?.textContent === undo, quiz.data.undo);
  expect(await keptCount(page)).toBe(0);
  expect(await page.locator('#course-end').inputValue()).toBe('');
  await page.keyboard.press('Enter');
  await page.locator('.quiz-data .said', { hasText: quiz.data.restored }).waitFor();
  await page.reload();
  await page.locator('.quiz-data', { hasText: quiz.data.count_one.replace('{{count}}', '1') }).waitFor();
  expect(await page.locator('#course-end').inputValue()).toBe('2030-01-31');
  await page.context().close();
});

test('a damaged record is set aside, and all others are read', async () => {
  const { page, complaints } = await open(`#/quiz/${TOPIC}`);
  await answer(page, 'right');
  await expect.poll(() => keptCount(page)).toBe(1);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('counterweight-review');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('answers', 'readwrite');
          writing.objectStore('answers').put({ id: 'damaged', schema: 1, credit: 'much' });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await goHome(page);
  await page.reload();
  await page.locator('.quiz-data', { hasText: quiz.data.count_one.replace('{{count}}', '1') }).waitFor();
  await expect.poll(() => keptCount(page)).toBe(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('where the browser keeps nothing, it is said, and practice goes on', async () => {
  const { page } = await openPage(browser);
  await page.addInitScript(() =>
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('No', 'SecurityError');
      },
    }),
  );
  await page.goto(`${product.address}#/quiz/${TOPIC}`);
  await page.getByTestId('keeping-notice').filter({ hasText: quiz.notice.unavailable }).waitFor();
  await answer(page, 'wrong');
  await page.locator('.quiz-round .links a').click();
  await page.locator('.quiz-data', { hasText: quiz.data.count_one.replace('{{count}}', '1') }).waitFor();
  await page.context().close();
});

// ---------------------------------------------------------------- files of one's own

const give = (page: Page, name: string, text: string) => page.setInputFiles('#own-file', { name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('a quiz file of one’s own is opened, practised, removed and put back, and never leaves the device', async () => {
  const { page } = await open('#/quiz');
  await page.locator('.quiz-parts').waitFor();
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await give(page, 'mine.json', ownFile());
  await page.locator('.own .said', { hasText: 'My own quiz' }).waitFor();
  await page.reload();
  await page.locator('.own-files a').click();
  expect(await page.locator('h1').textContent()).toBe('My own quiz');
  await answer(page, 'wrong');
  await expect.poll(() => keptCount(page)).toBe(1);
  await goHome(page);
  expect(await topicLine(page).textContent()).toContain(`0 of ${TOPIC_SIZE}`);
  expect(await page.locator('.own-files .meta').textContent()).toContain(`1 of ${TOPIC_SIZE}`);
  await page.locator('.own-files button').click();
  await page.waitForFunction((undo) => document.activeElement?.textContent === undo, quiz.data.undo);
  expect(await page.locator('.own-files').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.locator('.own-files', { hasText: `1 of ${TOPIC_SIZE}` }).waitFor();
  expect(sent).toEqual([]);
  await page.context().close();
});

test.each<[string, string, string]>([
  ['no JSON', 'not json', 'hostile.json'],
  ['a key of the prototype', '{"schema":1,"__proto__":{"x":1}}', '__proto__'],
  [
    'three right answers where one is asked',
    ownFile((file) => {
      const [item] = file.items as { options?: { key: boolean; misconception?: string }[]; kind: string }[];
      if (item !== undefined)
        Object.assign(item, {
          kind: 'one',
          options: [
            { id: 'a', key: true },
            { id: 'b', key: true },
            { id: 'c', key: true },
          ],
          steps: undefined,
          nodes: undefined,
          edges: undefined,
        });
    }),
    'items[0].options',
  ],
  [
    'a claim that there is not',
    ownFile((file) => {
      const [item] = file.items as { claim: string }[];
      if (item !== undefined) item.claim = 'no-such-claim';
    }),
    'items[0].claim',
  ],
  ['far too much', 'x'.repeat(1_100_000), quiz.own.huge],
])('a file with %s is refused with its place, and nothing of it is kept', async (_, text, place) => {
  const { page, complaints } = await open('#/quiz');
  await page.locator('.quiz-parts').waitFor();
  await give(page, 'hostile.json', text);
  await page.locator('.own [role=alert]', { hasText: place }).waitFor();
  expect(await page.locator('.own .wrong').textContent()).toContain('hostile.json');
  expect(await page.locator('.own-files').count()).toBe(0);
  await page.reload();
  await page.locator('.quiz-parts').waitFor();
  expect(await page.locator('.own-files').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each(['#/quiz/nowhere', '#/quiz/own/nothing', '#/quiz/constructor', '#/quiz/own', `#/quiz/${TOPIC}/more`])('an address that leads nowhere says so: %s', async (hash) => {
  const { page, complaints } = await open(hash);
  await page.getByTestId('trouble').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

// ---------------------------------------------------------------- how it looks

/** Visits all pages of the quiz, each when it has something to show. */
async function eachPage(page: Page, address: string, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${address}#/quiz`);
  await page.locator('.quiz-parts').waitFor();
  await look('home, empty');
  await page.goto(`${address}#/quiz/review`);
  await page.locator('#nothing-due').waitFor();
  await look('review, nothing due');
  await page.goto(`${address}#/quiz/${TOPIC}`);
  for (let at = 1; at <= ROUND; at++) {
    await page.locator('form.question').waitFor();
    await page
      .locator('.sure-step')
      .nth(at % 3)
      .click();
    for (const name of await page.locator('.question-answer input').evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).name))]))
      await page.locator(`.question-answer input[name="${name}"]`).first().check();
    if ((await page.locator('.question-answer input').count()) === 0) await page.locator('.question-answer button:not([aria-disabled=true])').first().click();
    await page.locator('form.question button[type=submit]').click();
    await onward(page);
  }
  await look('summary');
  await page.goto(`${address}#/quiz`);
  await page.locator('.fit table').waitFor();
  for (const details of await page.locator('.quiz-parts details').all()) await details.evaluate((one) => ((one as HTMLDetailsElement).open = true));
  await look('home');
}

describe('every page of the quiz', () => {
  test('has no fault that axe-core knows, and fits a phone of 320 px, 200 % zoom and a projector', { timeout: 120_000 }, async () => {
    const { page, complaints } = await openPage(browser);
    await eachPage(page, product.address, async (name) => {
      expect({ name, findings: await findings(page) }).toEqual({ name, findings: [] });
      for (const width of [320, 683, 1920]) {
        await page.setViewportSize({ width, height: 768 });
        await expect.poll(() => whatSticksOut(page), { message: `${name} at ${width}` }).toEqual([]);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('in a language 40 % longer fits a phone, and has no word that a translator cannot reach', { timeout: 120_000 }, async () => {
    const { page } = await openPage(browser, { viewport: PHONE });
    await serveFrom(page, pretended);
    await eachPage(page, product.address, async (name) => {
      await expect.poll(() => whatSticksOut(page), { message: name }).toEqual([]);
      expect({ name, words: await page.locator('main').evaluate(plainWords) }).toEqual({ name, words: [] });
    });
    await page.context().close();
  });

  test('is practised by finger on a phone', async () => {
    const { page } = await open('#/quiz', { viewport: PHONE, hasTouch: true, isMobile: true });
    await page.locator(`a[href="#/quiz/${TOPIC}"]`).tap();
    await page.locator('form.question').waitFor();
    await answer(page, 'right');
    expect(await whatSticksOut(page)).toEqual([]);
    await page.locator('.feedback-onward button').tap();
    await page.locator('form.question .kicker', { hasText: above(2) }).waitFor();
    await page.context().close();
  });

  test('shows the focus on each control', async () => {
    const { page } = await open('#/quiz');
    await page.locator('.quiz-parts').waitFor();
    for (const control of ['.quiz-next .go', '.topics .go', '#course-end', '#own-file']) {
      await tabTo(page, control);
      expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle), control).not.toBe('none');
    }
    await page.context().close();
  });
});
