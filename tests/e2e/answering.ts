// A student at a question: with keys alone, or by hand. Right answers and wrong ones.

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Question, Response } from '../../src/quiz/types.ts';
import { press } from './keyboard.ts';

/** The steps of a chain as they stand. */
export const stepsOf = (page: Page): Promise<string[]> =>
  page.locator('[data-move$=" up"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-move')?.split(' ')[0] ?? ''));

/** One of some radios, reached and chosen by keys. */
export async function chooseByKeys(page: Page, radios: string, value: string): Promise<void> {
  const values = await page.locator(radios).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  await press(page, radios, 'Space', ...Array<string>(values.indexOf(value)).fill('ArrowDown'));
  expect(await page.locator(`${radios}:checked`).inputValue()).toBe(value);
}

export async function answerByKeys(page: Page, { item, words }: Question, response: Response): Promise<void> {
  switch (response.kind) {
    case 'one':
    case 'scale':
      return chooseByKeys(page, '.question-answer input', response.option);
    case 'several':
      for (const option of await page.locator('.question-answer input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)))
        if (response.options.some((id) => id === option)) await press(page, `.question-answer input[value="${option}"]`, 'Space');
      return;
    case 'order':
      for (const [place, step] of response.steps.entries()) {
        const text = words.options[step]?.text ?? '';
        for (let at = (await stepsOf(page)).indexOf(step); at > place; at--) {
          await press(page, `[data-move="${step} up"]`, 'Enter');
          await page.locator('[role=status]', { hasText: `“${text}” is now number ${at} of ${response.steps.length}.` }).waitFor({ state: 'attached' });
          expect(await page.evaluate(() => document.activeElement?.getAttribute('data-move'))).toBe(`${step} up`);
        }
      }
      return;
    case 'signs':
      if (item.kind === 'signs') for (const { id, given } of item.edges) if (!given) await chooseByKeys(page, `[data-edge="${id}"] input`, response.signs[id] ?? '');
      return;
  }
}

export async function answerByHand(page: Page, response: Response, press: (target: Locator) => Promise<void>): Promise<void> {
  switch (response.kind) {
    case 'one':
    case 'scale':
      return press(page.locator('label', { has: page.locator(`input[value="${response.option}"]`) }));
    case 'several':
      for (const option of response.options) await press(page.locator('label', { has: page.locator(`input[value="${option}"]`) }));
      return;
    case 'order':
      for (const [place, step] of response.steps.entries())
        for (let at = (await stepsOf(page)).indexOf(step); at > place; at--) await press(page.locator(`[data-move="${step} up"]`));
      return;
    case 'signs':
      for (const [edge, sign] of Object.entries(response.signs)) await press(page.locator(`[data-edge="${edge}"] label`, { has: page.locator(`input[value="${sign}"]`) }));
      return;
  }
}

/** A response that shows a misconception and earns nothing. */
export function missedBy({ item }: Question): Response {
  switch (item.kind) {
    case 'scale': {
      // Beside the key there is half the credit.
      const far = item.options.findIndex(({ key }) => key) < item.options.length / 2 ? item.options.at(-1) : item.options[0];
      return { kind: 'scale', option: far?.id as never };
    }
    case 'one':
      return { kind: item.kind, option: item.options.flatMap((option) => (option.key ? [] : option.id))[0] as never };
    case 'several':
      return { kind: 'several', options: item.options.flatMap((option) => (option.key ? [] : option.id)) };
    case 'order':
      return { kind: 'order', steps: item.steps.map(({ id }) => id).reverse() };
    case 'signs':
      return { kind: 'signs', signs: Object.fromEntries(item.edges.flatMap((edge) => (edge.given ? [] : [[edge.id, edge.sign === 'none' ? 'more' : 'none']]))) };
  }
}
