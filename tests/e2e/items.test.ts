// Every kind of question asked and answered: by keyboard alone, by finger, by mouse; told to those who listen; on every width and in longer words.

import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { assembleBank, questionsIn } from '../../src/content/quizzes.ts';
import { keyOf } from '../../src/quiz/marking.ts';
import { ITEM_KINDS, type ItemKind, type Question } from '../../src/quiz/types.ts';
import { readFolder } from '../../src/server/library.ts';
import { answerByHand, answerByKeys, chooseByKeys, missedBy, stepsOf } from './answering.ts';
import { openBrowser } from './browser.ts';
import { plainWords, whatSticksOut } from './fits.ts';
import { press, tabTo } from './keyboard.ts';
import { findings, openPage, ROOT, readContent } from './product.ts';
import { buildGallery, serveFrom } from './pseudo.ts';

const content = readContent();
const folder = readFolder(`${ROOT}levels`);
const assembled = folder.ok ? assembleBank(folder.files, content) : folder;
if (!assembled.ok) throw new Error(assembled.problems.map(({ message }) => message).join('\n'));
const questions = questionsIn(assembled.bank, 'en');
const specimenOf = (kind: ItemKind): Question => {
  const found = questions.find(({ item }) => item.kind === kind);
  if (found === undefined) throw new Error(`The bank has no item of the kind ${kind}`);
  return found;
};

const { asking } = english;
const PHONE = { width: 390, height: 844 };
const WIDTHS = [320, 683, 1920];

let browser: Browser;
let plain: string;
let longer: string;
beforeAll(async () => {
  browser = await openBrowser();
  plain = await buildGallery('plain');
  longer = await buildGallery('pretended');
});
afterAll(async () => {
  await browser?.close();
});

async function openQuestion(kind: ItemKind, { folder: from = plain, ...options }: BrowserContextOptions & { folder?: string } = {}) {
  const watched = await openPage(browser, options);
  await serveFrom(watched.page, from);
  await watched.page.goto(`http://localhost/gallery.html?question=${specimenOf(kind).item.id}`);
  await watched.page.locator('form.question').waitFor();
  return watched;
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

// ---------------------------------------------------------------- each kind

describe.each(ITEM_KINDS)('a question of the kind %s', (kind) => {
  const question = specimenOf(kind);
  const key = keyOf(question.item);

  test('is answered by keyboard alone: the result takes the focus, and the way on leads to a question again', async () => {
    const { page, complaints } = await openQuestion(kind);
    await answerByKeys(page, question, key);
    await chooseByKeys(page, '.sure input', '3');
    await press(page, 'button[type=submit]', 'Enter');
    await page.locator('.feedback').waitFor();
    expect(await focused(page)).toContain(asking.result.right);
    expect(await page.locator('.earned').textContent()).toContain(`${asking.result.were[3]} ${asking.result.points_other.replace('{{points}}', '+3')}`);
    expect(await page.locator('[data-credit]').getAttribute('data-credit')).toBe('1000');
    await press(page, '.feedback-onward button', 'Enter');
    await page.locator('form.question').waitFor();
    expect(await focused(page)).toBe(question.words.stem);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is answered by finger on a phone', async () => {
    const { page } = await openQuestion(kind, { viewport: PHONE, hasTouch: true, isMobile: true });
    const tap = (target: Locator) => target.tap();
    await answerByHand(page, key, tap);
    await tap(page.locator('.sure-step').nth(1));
    await tap(page.locator('button[type=submit]'));
    expect(await page.locator('.feedback h2').textContent()).toContain(asking.result.right);
    expect(await page.locator('[data-credit]').getAttribute('data-credit')).toBe('1000');
    await page.context().close();
  });

  test('is refused while something is missing, which is said and takes the focus', async () => {
    const { page } = await openQuestion(kind);
    const give = page.locator('button[type=submit]');
    await give.click();
    const missing = { one: asking.missing.answer, scale: asking.missing.answer, several: asking.missing.answers, order: asking.missing.move, signs: 'not set yet' }[kind];
    await page.locator('[role=alert]', { hasText: missing }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('.question-answer') !== null)).toBe(true);
    await answerByHand(page, key, (target) => target.click());
    await give.click();
    await page.locator('[role=alert]', { hasText: asking.missing.confidence }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('.sure') !== null)).toBe(true);
    expect(await page.locator('.feedback').count()).toBe(0);
    await page.context().close();
  });

  test('has no fault that axe-core knows and fits every width, before the answer and after', async () => {
    const { page } = await openQuestion(kind);
    await fitsEverywhere(page);
    await answerByHand(page, key, (target) => target.click());
    await page.locator('.sure-step').first().click();
    await page.locator('button[type=submit]').click();
    await page.locator('.feedback').waitFor();
    await fitsEverywhere(page);
    await page.context().close();
  });

  test('in a language 40 % longer fits a phone, and has no word that a translator cannot reach', async () => {
    const { page } = await openQuestion(kind, { viewport: PHONE, folder: longer });
    const checked = async () => {
      for (const width of [PHONE.width, 320]) {
        await page.setViewportSize({ ...PHONE, width });
        await fits(page, width);
      }
      // The gallery's own words are for those who work on the game.
      const texts = page.locator(
        '.question > :not(.question-head), .question-head > :not(.kicker), .feedback > :not(.feedback-options, .feedback-onward), .feedback-options > :not(.kicker)',
      );
      for (const text of await texts.all()) expect(await text.evaluate(plainWords)).toEqual([]);
    };
    await checked();
    await answerByHand(page, key, (target) => target.click());
    await page.locator('.sure-step').first().click();
    await page.locator('button[type=submit]').click();
    await page.locator('.feedback').waitFor();
    await checked();
    await page.context().close();
  });

  test('explains every option after a wrong answer, names what may have led there, and quotes the claim with its paragraphs', async () => {
    const { page } = await openQuestion(kind);
    const wrong = missedBy(question);
    await answerByHand(page, wrong, (target) => target.click());
    await page.locator('.sure-step').nth(2).click();
    await page.locator('button[type=submit]').click();
    await page.locator('.feedback').waitFor();
    const told = (await page.locator('.feedback').textContent()) ?? '';
    const { item, words } = question;
    const whys = item.kind === 'signs' ? Object.values(words.edges).flatMap((edge) => Object.values(edge)) : Object.values(words.options).map(({ why }) => why);
    expect(whys.filter((why) => !told.includes(why))).toEqual([]);
    expect(told).toContain(content.text.en?.claims[item.claim]);
    expect(told).toContain('¶');
    expect(await page.locator('.beliefs q').count()).toBeGreaterThan(0);
    expect(await page.locator('.feedback h2').textContent()).not.toBe(` ${asking.result.right}`);
    await page.context().close();
  });
});

async function fitsEverywhere(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([]);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 384 });
    await fits(page, width);
  }
}

/** A picture is drawn anew after the window has changed: what counts is how it comes to rest. */
function fits(page: Page, width: number): Promise<void> {
  return expect.poll(() => whatSticksOut(page), { timeout: 20_000, message: `at ${width} px` }).toEqual([]);
}

// ---------------------------------------------------------------- what one kind alone can

describe('the lines of a chain', () => {
  const { words } = specimenOf('order');

  test('are dragged by mouse, and the move is told', async () => {
    const { page } = await openQuestion('order');
    const [first = '', second = '', third = ''] = await stepsOf(page);
    const [from, to] = await Promise.all([page.locator('.sequence-step').nth(0).boundingBox(), page.locator('.sequence-step').nth(2).boundingBox()]);
    if (from === null || to === null) throw new Error('The chain is not shown');
    await page.mouse.move(from.x + 150, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 150, from.y + from.height, { steps: 3 });
    await page.mouse.move(from.x + 150, to.y + to.height / 2 + 4, { steps: 5 });
    await page.mouse.up();
    expect((await stepsOf(page)).slice(0, 3)).toEqual([second, third, first]);
    expect(await page.locator('.question [role=status]').textContent()).toContain(`“${words.options[first]?.text}” is now number 3`);
    await page.context().close();
  });

  test('are dragged by finger from the handle, while a finger anywhere else scrolls the page', async () => {
    const { page } = await openQuestion('order', { viewport: PHONE, hasTouch: true, isMobile: true });
    const [first = '', second = ''] = await stepsOf(page);
    const touch = await page.context().newCDPSession(page);
    const drag = async (on: Locator, by: number) => {
      const box = await on.boundingBox();
      if (box === null) throw new Error('The chain is not shown');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      for (let step = 1; step <= 5; step++) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y + (by * step) / 5 }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await drag(page.locator('.sequence-text').nth(0), 110);
    expect((await stepsOf(page)).slice(0, 2)).toEqual([first, second]);
    await drag(page.locator('.sequence-step .handle').nth(0), 110);
    expect((await stepsOf(page)).slice(0, 2)).toEqual([second, first]);
    await page.context().close();
  });

  test('stay where they are when a drag is given up or a line is at its end already', async () => {
    const { page } = await openQuestion('order');
    const before = await stepsOf(page);
    const box = await page.locator('.sequence-step').nth(0).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 150, (box?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 150, (box?.y ?? 0) + 200, { steps: 5 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await press(page, `[data-move="${before[0]} up"]`, 'Enter');
    await page.locator('.question [role=status]', { hasText: 'at the top already' }).waitFor({ state: 'attached' });
    expect(await stepsOf(page)).toEqual(before);
    await page.context().close();
  });
});

test('the picture of a graph follows the list, by sign and line and not by color alone, and says what it shows', async () => {
  const { page } = await openQuestion('signs');
  const { item } = specimenOf('signs');
  const edge = item.kind === 'signs' ? item.edges.find(({ given }) => !given) : undefined;
  const picture = page.locator('.question .causal');
  // A line that runs straight down has no width of its own, and counts as unseen.
  await page.locator('.causal-line').first().waitFor({ state: 'attached' });
  expect(await picture.getAttribute('aria-label')).toContain('not set yet');
  await tabTo(page, `[data-edge="${edge?.id}"] input`);
  await page.locator('.causal-badge.lit').waitFor();
  const dashes = () => page.locator('.causal-arrow.lit .causal-line').evaluate((line) => getComputedStyle(line).strokeDasharray);
  const seen: string[] = [];
  for (const [sign, mark] of [
    ['more', asking.signs.moreSign],
    ['less', asking.signs.lessSign],
    ['none', asking.signs.noneSign],
  ] as const) {
    await page.locator(`[data-edge="${edge?.id}"] input[value=${sign}]`).press('Space');
    await page.locator('.causal-badge.lit', { hasText: mark }).waitFor();
    seen.push(await dashes());
  }
  expect(new Set(seen).size).toBe(3);
  expect(await picture.getAttribute('aria-label')).toContain('alone does nothing to');
  await page.context().close();
});
