import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import type { CardId } from '../../src/rules/types.ts';
import { choose, codeOf, type Playthrough, resumePlay, rewoundCode, startPlay } from '../../src/telling/playthrough.ts';
import { openBrowser } from './browser.ts';
import { press, tabTo } from './keyboard.ts';
import { drawn, findings, openPage, outsideAddress, type Product, readContent, startProduct } from './product.ts';

const content = readContent();
const LEVEL = 'pyongyang-2024';
const { turns } = campaign().world.level;

/** Plays the first card of each hand that may be paid for, and states beliefs. */
function campaign(): Playthrough {
  const started = startPlay(content, LEVEL, 7);
  if (!started.ok) throw new Error(started.trouble.reason);
  let { play } = started;
  while (play.state.phase !== 'over') {
    const { desk, capital, turn } = play.state;
    const card = desk?.hand.find((id) => (play.world.cardById.get(id)?.cost ?? 9) <= capital);
    const outcome = choose(play, [
      { kind: 'forecast', belief: 300 + 50 * turn },
      { kind: 'decide', cards: card === undefined ? [] : [card as CardId] },
    ]);
    if (!outcome.ok) throw new Error(outcome.trouble.reason);
    play = outcome.play;
  }
  return play;
}

const play = campaign();
const CODE = codeOf(play);
const titleOf = (card: string | undefined) => content.text.en?.cards[card ?? '']?.title ?? '';

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

async function openDebrief(address = product.address): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser);
  await opened.page.goto(`${address}#/play/${CODE}/debrief`);
  await opened.page.waitForSelector('main.debrief .reckoned[aria-busy=false]');
  return opened;
}

/** Opens a part that is folded to its heading. */
async function unfold(page: Page, part: string): Promise<void> {
  await page.locator(`.${part} > details > summary`).click();
}

async function sticksOut(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe('the debrief in a browser', () => {
  test('tells verdict, picture and causes before all else, and leads to each part without leaving its address', async () => {
    const { page, complaints } = await openDebrief();
    const headings = await page.locator('main h2').allTextContents();
    expect(headings.slice(0, 5)).toEqual([
      english.debrief.reached,
      expect.stringMatching(/prevented|cost|changed/),
      english.debrief.contents.heading,
      english.debrief.overview.heading,
      english.debrief.chain.heading,
    ]);
    expect(await page.locator('.overview .quarters > li').count()).toBe(turns);
    await page.locator('.chain').nth(1).waitFor();
    const address = page.url();
    await page.locator('.contents button', { hasText: english.debrief.critic.heading }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('critic');
    expect(await page.locator('.critic .options').isVisible()).toBe(true);
    expect(page.url()).toBe(address);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('draws the beliefs stated, with a table that says the same', async () => {
    const { page } = await openDebrief();
    await expect.poll(() => page.locator('.foreseen .of-rose circle.mark').count()).toBe(turns + 1);
    await page.locator('.foreseen summary', { hasText: english.debrief.beliefChart.table }).click();
    const stated = await page.locator('.foreseen table tbody td:nth-of-type(1)').allTextContents();
    expect(stated).toEqual(play.state.forecasts.map(({ belief }) => `${belief / 10}%`));
    await page.context().close();
  });

  test('one decision changed by keyboard: another card, holding, and what the rules refuse', async () => {
    const { page, complaints } = await openDebrief();
    const outcome = page.locator('[data-testid=changed-outcome]');
    await press(page, '.changed > details > summary', 'Enter');
    await page.locator('#changed-turn').waitFor();
    await tabTo(page, '#changed-turn');
    await page.locator('#changed-turn').selectOption('0');
    const decided = play.log.choices.find((choice) => choice.kind === 'decide');
    const played = titleOf(decided?.kind === 'decide' ? decided.cards[0] : undefined);
    expect(await page.locator('.alternatives li:has(.tag)').textContent()).toContain(played);
    await press(page, '.alternatives input', 'Space');
    const options = page.locator('.alternatives input');
    expect(await options.first().isChecked()).toBe(true);
    for (let i = 1; i < (await options.count()); i++) await options.nth(i).click();
    expect(await outcome.textContent()).toMatch(new RegExp(`${english.refusal['too-many-cards']}|${english.refusal['not-enough-capital']}`));
    expect(await page.locator('.alternatives input:checked').count()).toBeLessThanOrEqual(2);
    await page.locator('.changed button', { hasText: english.debrief.changed.asItWas }).click();
    expect(await outcome.textContent()).toBe(english.debrief.changed.unchanged);
    await page.locator('.changed button', { hasText: english.debrief.changed.holdIt }).click();
    expect(await outcome.textContent()).toMatch(/balance would have ended/);
    await page.locator('.changed .small').nth(3).waitFor();
    expect(await page.locator('.changed .small').count()).toBe(4);
    await page.locator('.changed summary', { hasText: english.debrief.side.headlinesOpen }).click();
    await expect.poll(() => page.locator('.changed .both > li').count()).toBe(turns);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a critic is heard, and the campaign is played again in that view', async () => {
    const { page } = await openDebrief();
    await unfold(page, 'critic');
    const rivals = play.world.level.rivals.map((id) => content.text.en?.rivals[id]);
    expect(await page.locator('.critic .options label').allTextContents()).toEqual(rivals.map((rival) => ` ${rival?.title}`));
    await page.locator('.critic input').nth(1).check();
    expect(await page.locator('.critic .case').textContent()).toBe(rivals[1]?.case.replaceAll(/\n+/g, ''));
    expect(await page.locator('[data-testid=critic-outcome]').textContent()).toMatch(/balance would have ended/);
    await page.locator('.critic .small').nth(3).waitFor();
    expect(await page.locator('.critic .small').count()).toBe(4);
    await page.context().close();
  });

  test('other luck is played in a worker, under the bond asked for', async () => {
    const { page, complaints } = await openDebrief();
    await unfold(page, 'what-if');
    await page.locator('.what-if input').nth(2).check();
    await page.locator('.what-if button.primary').click();
    await page.waitForSelector('[data-testid=what-if-summary]');
    expect(await page.locator('[data-testid=what-if-state]').textContent()).toContain('300');
    await expect.poll(() => page.locator('.what-if circle.dot').count()).toBe(900);
    await expect.poll(() => page.workers()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('other luck can be stopped while it is played, and says so where no worker starts', async () => {
    const { page } = await openDebrief();
    const state = page.locator('[data-testid=what-if-state]');
    await unfold(page, 'what-if');
    let hang = true;
    await page.route('**/whatIf.worker*', (route) => (hang ? undefined : route.abort()));
    await page.locator('.what-if button.primary').click();
    expect(await page.locator('.what-if progress').isVisible()).toBe(true);
    await page.locator('.what-if .actions button').click();
    expect(await state.textContent()).toBe(english.whatIf.stopped.replace('{{done}}', '0').replace('{{all}}', '300'));
    await expect.poll(() => page.workers()).toEqual([]);
    hang = false;
    await page.locator('.what-if button.primary').click();
    await page.waitForFunction((broken) => document.querySelector('[data-testid=what-if-state]')?.textContent === broken, english.whatIf.broken);
    expect(await page.locator('.what-if progress').count()).toBe(0);
    await page.context().close();
  });

  test('on a plain-HTTP address, without a clipboard, the code is selected for the reader to copy', async ({ skip }) => {
    const address = outsideAddress(product.address);
    if (address === null) return skip('this machine has no address but the loopback');
    const { page, complaints } = await openDebrief(address);
    await press(page, '.keep button', 'Enter');
    expect(await page.locator('[data-testid=copy-said]').textContent()).toBe(english.debrief.copy.byHand);
    expect(await page.evaluate(() => document.getSelection()?.toString() || (document.activeElement as HTMLTextAreaElement).value)).toBe(CODE);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('prints on white, with what belongs on paper unfolded, and folds it again', async () => {
    const { page } = await openDebrief();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.evidence li').first().isVisible()).toBe(true);
    await page.locator('.chain .link').first().waitFor();
    expect(await page.locator('.choosing, .critic, .what-if').evaluateAll((parts) => parts.filter((part) => part.getBoundingClientRect().height > 0).length)).toBe(0);
    expect(await page.locator('.reached').evaluate((sheet) => [getComputedStyle(sheet).backgroundColor, getComputedStyle(sheet).color])).toEqual([
      'rgb(255, 255, 255)',
      'rgb(0, 0, 0)',
    ]);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('.evidence li').first().isVisible()).toBe(false);
    await page.context().close();
  });

  test('with every part at work has no fault that axe-core knows, and fits 320 px', async () => {
    const { page } = await openDebrief();
    await unfold(page, 'critic');
    await unfold(page, 'what-if');
    await page.locator('.critic input').first().check();
    await page.locator('.what-if button.primary').click();
    await page.waitForSelector('[data-testid=what-if-summary]');
    expect(await findings(page)).toEqual([]);
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    for (const width of [320, 683, 1366]) {
      await page.setViewportSize({ width, height: 600 });
      await drawn(page);
      await expect.poll(async () => ({ width, sticksOut: await sticksOut(page) })).toEqual({ width, sticksOut: 0 });
    }
    await page.context().close();
  });
});

describe('the history', () => {
  test('lists every quarter, and rewinding opens a practice branch that says so; Back returns to the campaign', async () => {
    const { page, complaints } = await openDebrief();
    const address = page.url();
    await page.locator('[data-testid=rewind]').click();
    expect(await page.locator('.past > li').count()).toBe(turns);
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 500 });
    expect(await page.locator('dialog.drawer').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog.drawer').count()).toBe(0);
    await page.locator('[data-testid=rewind]').click();
    await page.locator('.past > li').nth(1).locator('a').nth(1).click();
    await page.waitForSelector('main.desk');
    expect(decodeURIComponent(page.url())).toContain(`#/practice/${rewoundCode(play, 1)}/desk`);
    expect(await page.locator('dialog.drawer').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.locator('[data-testid=practice]').textContent()).toContain(english.history.practice);
    expect(await findings(page)).toEqual([]);
    await page.locator('.commit button[type=submit]').click();
    await page.waitForSelector('main.world');
    expect(page.url()).toContain('#/practice/');
    expect(await page.locator('[data-testid=practice]').count()).toBe(1);
    const branch = resumePlay(content, decodeURIComponent(page.url()).split('/').at(-2) ?? '');
    expect(branch.ok && branch.play.state.turn).toBe(2);
    await page.goBack();
    await page.waitForSelector('main.debrief');
    expect(page.url()).toBe(address);
    expect(await page.locator('[data-testid=practice]').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('shows a quarter again as it was told', async () => {
    const { page } = await openDebrief();
    await page.locator('[data-testid=rewind]').click();
    const headline = await page.locator('.past > li').nth(1).locator('.past-headline').textContent();
    await page.locator('.past > li').nth(1).locator('a').first().click();
    await page.waitForSelector('main.world');
    expect(await page.locator('#headline').textContent()).toBe(headline);
    await page.context().close();
  });
});
