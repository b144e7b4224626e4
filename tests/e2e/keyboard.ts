// A player who has no mouse.

import type { Page } from 'playwright-core';

const MOST_TABS = 400;

/** Tabs on until the focus is on what the selector names. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < MOST_TABS; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}

export async function press(page: Page, selector: string, ...keys: readonly string[]): Promise<void> {
  await tabTo(page, selector);
  for (const key of keys) await page.keyboard.press(key);
}

/** One turn at the desk, from the belief to the commitment; up to two cards. */
export async function playTurn(page: Page, turn: number): Promise<void> {
  if ((await page.locator('#belief').count()) > 0) await press(page, '#belief', ...Array<string>(3).fill(turn % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'));
  if ((await page.locator('#event').count()) > 0) await press(page, '#event', 'ArrowLeft', 'ArrowLeft');
  for (let i = 0; i < 2; i++) {
    if ((await page.locator('.hand input:not(:checked, [aria-disabled=true])').count()) === 0) break;
    await press(page, '.hand input:not(:checked, [aria-disabled=true])', 'Space');
  }
  await press(page, 'button[type=submit]', 'Enter');
  await page.waitForSelector('main.world');
}

/** From the world's answer to the next desk, past a checkpoint, or to the debrief. */
export async function goOn(page: Page): Promise<'desk' | 'debrief'> {
  await press(page, 'main.world button', 'Enter');
  await page.waitForSelector('main.desk, main.debrief, main.checkpoint');
  if ((await page.locator('main.checkpoint').count()) > 0) {
    await page.waitForSelector('[data-testid=pass]');
    await press(page, '[data-testid=pass]', 'Enter');
    await page.waitForSelector('main.desk');
  }
  return (await page.locator('main.debrief').count()) > 0 ? 'debrief' : 'desk';
}
