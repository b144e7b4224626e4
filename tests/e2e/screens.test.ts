import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { choose, codeOf, startPlay } from '../../src/telling/playthrough.ts';
import { openBrowser } from './browser.ts';
import { findings, openPage, type Product, readContent, startProduct } from './product.ts';

const content = readContent();
const level = [...content.levels.values()].find(({ id }) => id === 'pyongyang-2024') ?? [...content.levels.values()][0];
if (level === undefined) throw new Error('There is no level to look at');

/** A campaign held for some turns; all of them when `turns` is left out. */
function heldCode(turns = level?.turns ?? 0): string {
  const started = startPlay(content, level?.id ?? '', 7);
  if (!started.ok) throw new Error(started.trouble.reason);
  const held = choose(
    started.play,
    Array.from({ length: turns }, () => ({ kind: 'decide', cards: [] }) as const).map(({ kind }) => ({ kind, cards: [] })),
  );
  if (!held.ok) throw new Error(held.trouble.reason);
  return codeOf(held.play);
}

const CHROMEBOOK = 1366;
const crossroads = level.crossroads?.turn ?? 3;
const SCREENS: readonly { name: string; hash: string; ready: string }[] = [
  { name: 'title', hash: '#/', ready: 'main.title' },
  { name: 'first desk', hash: `#/play/${level.id}/7`, ready: 'main.desk' },
  { name: 'busiest desk', hash: `#/play/${heldCode(crossroads)}/desk`, ready: 'main.desk' },
  { name: 'world', hash: `#/play/${heldCode(4)}/world`, ready: 'main.world' },
  { name: 'debrief', hash: `#/play/${heldCode()}/debrief`, ready: 'main.debrief' },
  { name: 'replay', hash: `#/replay/${heldCode()}`, ready: 'main.replay' },
  { name: 'trouble', hash: '#/replay/garbage', ready: '[data-testid=trouble]' },
];

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
}

describe.each(SCREENS)('the screen $name', ({ hash, ready }) => {
  test('has no fault that axe-core knows, folded and unfolded, and breaks no policy', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(product.address + hash);
    await page.waitForSelector(ready);
    expect(await findings(page)).toEqual([]);
    await openAll(page);
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('fits a phone of 320 px, a Chromebook at 200 % zoom and a projector without scrolling sideways', async () => {
    const { page } = await openPage(browser);
    await page.goto(product.address + hash);
    await page.waitForSelector(ready);
    await openAll(page);
    for (const width of [320, CHROMEBOOK / 2, 1920]) {
      await page.setViewportSize({ width, height: 640 });
      expect({ width, sticksOut: await whatSticksOut(page) }).toEqual({ width, sticksOut: [] });
    }
    await page.context().close();
  });
});

/** What the window is too narrow for, the beginning of each element. */
function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const sticksOut = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.unseen, .skip');
    const elements = [...document.querySelectorAll('body *')].filter(sticksOut).map((element) => element.outerHTML.slice(0, 120));
    return scrollWidth > clientWidth ? [...elements, `${scrollWidth} px in all`] : elements;
  });
}

describe('an address that leads nowhere', () => {
  const damaged = heldCode().replace(/\.[0-9a-f]{8}$/, '.00000000');
  const { trouble } = english;
  test.each(
    [
      { hash: '#/replay/garbage', words: trouble['not-a-code'] },
      { hash: '#/replay/%3Cimg%20src=x%20onerror=alert(1)%3E', words: trouble['not-a-code'] },
      { hash: '#/replay/%E0%A4%A', words: trouble['not-a-code'] },
      { hash: `#/replay/${'CW1.'.repeat(3000)}`, words: trouble['not-a-code'], name: 'a code far too long' },
      { hash: `#/replay/${damaged}`, words: trouble.damaged, name: 'a damaged replay' },
      { hash: `#/play/${damaged}/desk`, words: trouble.damaged, name: 'a damaged campaign' },
      { hash: `#/play/${heldCode(1)}/debrief`, words: trouble.notOver, name: 'a debrief before the end' },
      { hash: '#/play/no-such-level/1', words: trouble['unknown-level'].replace('{{name}}', 'no-such-level') },
      { hash: '#/play/constructor/1', words: trouble['unknown-level'].replace('{{name}}', 'constructor') },
      { hash: '#/nowhere', words: trouble.page },
      ...['-1', '4294967296', '1e3', 'x'].map((seed) => ({
        hash: `#/play/${level.id}/${seed}`,
        words: trouble.seed.replace('{{seed}}', seed).replace('{{most}}', '4,294,967,295'),
      })),
    ].map((address) => ({ name: address.hash, ...address })),
  )('says so: $name', async ({ hash, words }) => {
    const { page, complaints } = await openPage(browser);
    await page.goto(product.address + hash);
    expect(await page.locator('[data-testid=trouble] p').first().textContent()).toBe(words);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('what only the debrief may tell is nowhere on a desk or in the world', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/play/${heldCode(2)}/world`);
  await page.waitForSelector('main.world');
  const text = (await page.locator('main').textContent()) ?? '';
  for (const secret of [english.quantity.giftSpace, english.quantity.ownIcbm, english.debrief.bond.alliance, english.debrief.bond.expedience])
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  await page.context().close();
});
