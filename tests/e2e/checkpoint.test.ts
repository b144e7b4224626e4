// A checkpoint as a player meets it: before the desk, with a second try, and never twice.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { questionsIn } from '../../src/content/quizzes.ts';
import { keyOf } from '../../src/quiz/marking.ts';
import { bank } from '../bank.ts';
import { openBrowser } from './browser.ts';
import { findings, openPage, type Product, startProduct } from './product.ts';

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
  await expect.poll(() => page.locator('.quiz-data > p').first().textContent()).not.toBe(english.quiz.data.none);
  expect(complaints).toEqual([]);
  await page.context().close();
});
