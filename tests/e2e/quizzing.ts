// What tests of the quiz's pages share: the bank as it is shipped, and a student who answers what is asked.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { assembleBank, questionsIn } from '../../src/content/quizzes.ts';
import { keyOf } from '../../src/quiz/marking.ts';
import type { Question } from '../../src/quiz/types.ts';
import { readFolder } from '../../src/server/library.ts';
import { answerByHand, missedBy } from './answering.ts';
import { ROOT, readContent } from './product.ts';

const folder = readFolder(`${ROOT}levels`);
const assembled = folder.ok ? assembleBank(folder.files, readContent()) : folder;
if (!assembled.ok) throw new Error(assembled.problems.map(({ message }) => message).join('\n'));

export const { bank } = assembled;
const questions = questionsIn(bank, 'en');
const first = bank.quizzes[0];
if (first === undefined) throw new Error('There is no quiz');
export const TOPIC = first.id;

/** Items of the topic, twins left out. */
export const TOPIC_SIZE = first.items.filter(({ twinOf }) => twinOf === null).length;

/** The question that is shown. */
export async function asked(page: Page): Promise<Question> {
  const stem = await page.locator('form.question .stem').textContent();
  const found = questions.filter(({ words }) => words.stem === stem);
  const shown = await page.locator('form.question').textContent();
  const question = found.find(({ words }) => Object.values(words.options).every(({ text }) => shown?.includes(text))) ?? found[0];
  if (question === undefined) throw new Error(`The bank does not ask: ${stem}`);
  return question;
}

/** Answers what is shown. @returns what was asked */
export async function answer(page: Page, how: 'right' | 'wrong', sure: 1 | 2 | 3 = 2): Promise<Question> {
  const question = await asked(page);
  await answerByHand(page, how === 'right' ? keyOf(question.item) : missedBy(question), (target) => target.click());
  await page
    .locator('.sure-step')
    .nth(sure - 1)
    .click();
  await page.locator('form.question button[type=submit]').click();
  await page.locator('.feedback').waitFor();
  return question;
}

export async function onward(page: Page): Promise<void> {
  await page.locator('.feedback-onward button').click();
  await page.locator('form.question, .round-summary').waitFor();
}

/** How many answers the device keeps, by its own page. */
export function keptCount(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('counterweight-review');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('answers').objectStore('answers').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** A file as a teacher might write one: the topic under another name, its words inline. */
export function ownFile(change: (file: Record<string, unknown>) => void = () => undefined): string {
  const { $schema: _, ...quiz } = JSON.parse(readFileSync(`${ROOT}levels/quiz/${TOPIC}.json`, 'utf8'));
  const { $schema: __, $note: ___, ...words } = JSON.parse(readFileSync(`${ROOT}levels/text/en/quiz/${TOPIC}.json`, 'utf8'));
  const file = { ...quiz, id: 'of-my-own', text: { en: { ...words, title: 'My own quiz' } } };
  change(file);
  return JSON.stringify(file);
}
