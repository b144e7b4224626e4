// Plays through the page as a player does: by its buttons. No handle of an element is kept: it would hold the whole page it came from.

import type { Page } from 'playwright-core';

/** From the title to a first desk. */
export async function begin(page: Page): Promise<void> {
  await page.locator('main.title button.primary:enabled').first().click();
  await page.locator('main.desk').first().waitFor();
}

/** @param cards ids of what is laid on the desk */
export async function commit(page: Page, cards: readonly string[]): Promise<void> {
  for (const card of cards) await page.locator(`#card-${card}`).check();
  await page.locator('main.desk button[type=submit].primary').click();
  await page.locator('main.world').first().waitFor();
}

/** Past a checkpoint. @returns whether another desk follows */
export async function goOn(page: Page): Promise<boolean> {
  await page.locator('main.world button.primary').first().click();
  await page.locator('main.desk, main.debrief, main.checkpoint').first().waitFor();
  if ((await page.locator('main.checkpoint').count()) > 0) await page.locator('[data-testid=pass]').click();
  await page.locator('main.desk, main.debrief').first().waitFor();
  return (await page.locator('main.desk').count()) > 0;
}
