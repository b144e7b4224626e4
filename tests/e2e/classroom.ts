// A class in real browsers: its teacher, its projector, its students, and the letters they answer in.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Created, PROTOCOL, PROTOCOL_HEADER } from '../../src/protocol/messages.ts';
import { lettered, letteredResponse } from '../../src/quiz/asked.ts';
import { keyOf } from '../../src/quiz/marking.ts';
import type { OptionId, Question, Response } from '../../src/quiz/types.ts';
import type { Settings } from '../../src/session/types.ts';
import { answerByHand, answerByKeys, chooseByKeys, missedBy, stepsOf } from './answering.ts';
import { press } from './keyboard.ts';
import { openPage, type Product } from './product.ts';
import { asked } from './quizzing.ts';

export const SETTINGS: Settings = { devices: 'each', ownNames: false, leaderboard: 'off', teams: 0, speed: false, seconds: 300, minutes: 20 };

/** The start-up key that the server printed. */
export function keyIn({ printed }: Product): string {
  const key = /#\/host\/([0-9a-f]{32})/.exec(printed())?.[1];
  if (key === undefined) throw new Error(`The server printed no host's link:\n${printed()}`);
  return key;
}

export async function createSession(product: Product, items: readonly string[], settings: Partial<Settings> = {}): Promise<Created> {
  const response = await fetch(`${product.address}api/sessions`, {
    method: 'POST',
    headers: { [PROTOCOL_HEADER]: String(PROTOCOL), 'content-type': 'application/json', authorization: `Bearer ${keyIn(product)}` },
    body: JSON.stringify({ kind: 'quiz', settings: { ...SETTINGS, ...settings }, language: 'en', title: 'Our lesson', items }),
  });
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Created;
}

export interface Pupil {
  page: Page;
  complaints: string[];
  name: string;
}

/** Opens the students' link and waits for the seat. */
export async function joins(browser: Browser, address: string, code: string, options: BrowserContextOptions = {}): Promise<Pupil> {
  const watched = await openPage(browser, options);
  await watched.page.goto(`${address}#/join/${code}`);
  const name = await watched.page.locator('.seat-bar strong').textContent();
  return { ...watched, name: name ?? '' };
}

/** The question that is shown and a response to it, both in the letters in which it is shown. */
async function inLetters(page: Page, how: 'right' | 'wrong'): Promise<{ question: Question; response: Response }> {
  const question = await asked(page);
  const { item, words } = question;
  const own = how === 'right' ? keyOf(item) : missedBy(question);
  const shown: OptionId[] = [];
  if (item.kind !== 'signs') {
    const isChain = item.kind === 'order';
    const texts = await page.locator(isChain ? '.sequence-text' : '.question-answer label > span').allTextContents();
    const letters = isChain ? await stepsOf(page) : await page.locator('.question-answer input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    for (const [at, text] of texts.entries())
      shown['abcdefgh'.indexOf(letters[at] ?? '')] = Object.keys(words.options).find((id) => words.options[id]?.text === text.trim()) as OptionId;
  }
  return { question: lettered(question, shown), response: letteredResponse(item, shown, own) };
}

/** Answers by hand what is shown, and waits until it is saved. */
export async function answers({ page }: Pick<Pupil, 'page'>, how: 'right' | 'wrong', sure: 1 | 2 | 3 = 2): Promise<void> {
  await page.locator('form.question').waitFor();
  const { response } = await inLetters(page, how);
  await answerByHand(page, response, (target) => target.click());
  await page
    .locator('.sure-step')
    .nth(sure - 1)
    .click();
  await page.locator('form.question button[type=submit]').click();
  await page.locator('[data-status=saved]').waitFor();
}

/** The same by keys alone. */
export async function answersByKeys({ page }: Pick<Pupil, 'page'>, how: 'right' | 'wrong'): Promise<void> {
  await page.locator('form.question').waitFor();
  const { question, response } = await inLetters(page, how);
  await answerByKeys(page, question, response);
  await chooseByKeys(page, '.sure input', '2');
  await press(page, 'form.question button[type=submit]', 'Enter');
  await page.locator('[data-status=saved]').waitFor();
}
