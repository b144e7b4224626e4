import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import type { Choice, MoveId } from '../../src/rules/types.ts';
import { choose, codeOf, startPlay } from '../../src/telling/playthrough.ts';
import { OTHER_SEEDS } from '../../src/telling/reckoning.ts';
import { waitsAt } from '../../src/telling/waiting.ts';
import { openBrowser } from './browser.ts';
import { plainWords, whatSticksOut } from './fits.ts';
import { tabTo } from './keyboard.ts';
import { drawn, findings, openPage, type Product, readContent, startProduct } from './product.ts';
import { buildPretended, serveFrom } from './pseudo.ts';

const content = readContent();
const level = [...content.levels.values()].find(({ id }) => id === 'pyongyang-2024') ?? [...content.levels.values()][0];
if (level === undefined) throw new Error('There is no level to look at');

/** A campaign held for some turns, checkpoints passed by; all of them when `turns` is left out. */
function heldCode(turns = level?.turns ?? 0): string {
  const started = startPlay(content, level?.id ?? '', 7);
  if (!started.ok) throw new Error(started.trouble.reason);
  let { play } = started;
  const make = (choice: Choice) => {
    const made = choose(play, [choice]);
    if (!made.ok) throw new Error(made.trouble.reason);
    play = made.play;
  };
  for (let turn = 0; ; turn++) {
    if (waitsAt(play)) make({ kind: 'answer', item: '', response: null, earned: false });
    if (turn === turns) return codeOf(play);
    make({ kind: 'decide', cards: [] });
  }
}

const CHROMEBOOK = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** What is said of how likely a prepared move is. */
const ODDS = english.desk.telegraphChance.split('{{')[0] as string;
/** Seeds that are played before the page may answer. */
const MOST_AT_ONCE = 10;
const crossroads = level.crossroads?.turn ?? 3;
const SCREENS: readonly { name: string; hash: string; ready: string }[] = [
  { name: 'title', hash: '#/', ready: 'main.title' },
  { name: 'first desk', hash: `#/play/${level.id}/7`, ready: 'main.desk' },
  { name: 'busiest desk', hash: `#/play/${heldCode(crossroads)}/desk`, ready: 'main.desk' },
  { name: 'world of a fact', hash: `#/play/${heldCode(1)}/world`, ready: 'main.world' },
  { name: 'world', hash: `#/play/${heldCode(4)}/world`, ready: 'main.world' },
  { name: 'debrief', hash: `#/play/${heldCode()}/debrief`, ready: 'main.debrief .reckoned[aria-busy=false]' },
  { name: 'replay', hash: `#/replay/${heldCode(2)}`, ready: 'main.replay' },
  { name: 'about', hash: '#/about', ready: 'main.about' },
  { name: 'trouble', hash: '#/replay/garbage', ready: '[data-testid=trouble]' },
];

let browser: Browser;
let product: Product;
let pretended: string;
beforeAll(async () => {
  [browser, product, pretended] = await Promise.all([openBrowser(), startProduct(), buildPretended()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

/** Unfolds everything, and what comes to light by it. */
async function openAll(page: Page): Promise<void> {
  while ((await page.locator('details:not([open])').count()) > 0) {
    await page.locator('details:not([open])').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    await drawn(page);
  }
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
    for (const width of [320, CHROMEBOOK.width / 2, 1920]) {
      await page.setViewportSize({ width, height: CHROMEBOOK.height / 2 });
      await drawn(page);
      await expect.poll(async () => ({ width, sticksOut: await whatSticksOut(page) })).toEqual({ width, sticksOut: [] });
    }
    await page.context().close();
  });
});

describe.each(SCREENS)('in a language 40 % longer, the screen $name', ({ hash, ready }) => {
  test('fits a phone, and has no word that a translator cannot reach', async () => {
    const { page } = await openPage(browser, { viewport: PHONE });
    await serveFrom(page, pretended);
    await page.goto(product.address + hash);
    await page.waitForSelector(ready);
    await openAll(page);
    await expect.poll(() => whatSticksOut(page)).toEqual([]);
    expect(await page.locator('main').evaluate(plainWords)).toEqual([]);
    await page.context().close();
  });
});

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

test('a fact of history is told as fact, and a simulated quarter as simulated', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/play/${heldCode(1)}/world`);
  await page.waitForSelector('main.world');
  expect(await page.locator('.headline .kicker').textContent()).toBe(english.world.fact);
  await page.goto(`${product.address}#/play/${heldCode(2)}/world`);
  await page.waitForFunction((simulated) => document.querySelector('.headline .kicker')?.textContent === simulated, english.world.simulated);
  expect(await page.locator('.fact').count()).toBe(0);
  await page.context().close();
});

test.each(['telegraph', 'quiet'] as const)('of what is prepared the desk shows a sign, and odds unless it is going on as before: %s', async (kind) => {
  const { seed, moves } = prepared(kind);
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/play/${level.id}/${seed}`);
  const text = (await page.locator('.telegraph').textContent()) ?? '';
  for (const move of moves) {
    const { sign = '', headline = '' } = content.text.en?.moves[move] ?? {};
    expect(text).toContain(sign);
    expect(text).not.toContain(headline);
  }
  expect(text.includes(ODDS)).toBe(kind === 'telegraph');
  expect(await page.locator('.telegraph.stirring').count()).toBe(kind === 'telegraph' ? 1 : 0);
  await page.context().close();
});

/** A seed under which the first desk tells of something prepared and of somebody idle, or of nothing but that. */
function prepared(kind: 'telegraph' | 'quiet'): { seed: number; moves: MoveId[] } {
  for (let seed = 0; seed < 300; seed++) {
    const started = startPlay(content, level?.id ?? '', seed);
    const { telegraph = null, quiet = [] } = (started.ok && started.play.state.desk) || {};
    if (quiet.length > 0 && (telegraph !== null) === (kind === 'telegraph')) return { seed, moves: [...quiet, ...(telegraph === null ? [] : [telegraph])].map(({ move }) => move) };
  }
  throw new Error(`No first desk shows what is ${kind}`);
}

test('with a card laid, the figures name the capital there is, and the bar what is left after', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/play/${level.id}/5`);
  const figure = page.locator('.situation-figure', { hasText: english.quantity.capital.replace(/^./, (letter) => letter.toUpperCase()) }).first();
  const card = page.locator('.hand .card:not(.barred)').first();
  const now = await figure.locator('.figure-value').textContent();
  const cost = Number(/\d+/.exec((await card.locator('.cost').textContent()) ?? '')?.[0]);
  await card.locator('input').check();
  const left = Number(now) - cost;
  expect(cost).toBeGreaterThan(0);
  await expect.poll(() => page.locator('.bets p').first().textContent()).toBe((left === 1 ? english.cards.left_one : english.cards.left_other).replace('{{count}}', String(left)));
  expect(await figure.locator('.figure-value').textContent()).toBe(now);
  await page.context().close();
});

test('a desk forgets what was chosen at the same desk of another campaign', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/play/${level.id}/5`);
  await page.locator('.hand input').first().check();
  await page.goto(`${product.address}#/play/${level.id}/8`);
  await expect.poll(() => page.locator('.hand input:checked').count()).toBe(0);
  await page.locator('.hand input:not(:checked)').first().waitFor();
  expect(await page.locator('.commit .primary').textContent()).toBe(english.cards.commit_zero);
  await page.context().close();
});

test('a card that cannot be undone says so on the button and in the bar, and others do not', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/play/${heldCode(crossroads)}/desk`);
  await page.locator('.card:has(.irreversible) input').first().check();
  expect(await page.locator('.commit .primary').textContent()).toBe(english.cards.commitForGood_one);
  expect(await page.locator('.commit .irreversible').textContent()).toContain(english.cards.forGood.split('}}”')[1]);
  await page.locator('.card:has(.irreversible) input').first().uncheck();
  await page.locator('.card:not(:has(.irreversible)) input:not([disabled])').first().check();
  expect(await page.locator('.commit .primary').textContent()).toBe(english.cards.commit_one);
  expect(await page.locator('.commit .irreversible').count()).toBe(0);
  await page.context().close();
});

test('the desk tells its goal, what the new estimate was if it was another, and why the threat as estimated moves', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/play/${heldCode(1)}/desk`);
  await page.waitForSelector('.estimates .tag', { state: 'attached' });
  expect(await page.locator('.estimates .ghost').count()).toBe(0);
  await page.goto(`${product.address}#/play/${level.id}/7`);
  expect(await page.locator('.goal').textContent()).toBe(english.desk.goal);
  await page.goto(`${product.address}#/play/${heldCode(2)}/desk`);
  await page.waitForFunction(() => document.querySelector('.goal') === null && document.querySelector('main.desk') !== null);
  expect(await page.locator('.estimates .figure:has(.tag) .ghost').count()).toBe(1);
  await openAll(page);
  expect(await page.locator('.figures .causes').allTextContents()).toContainEqual(expect.stringContaining(english.desk.threatNote));
  await page.context().close();
});

test('the debrief opens with a verdict, and folds away what each report was worth and the hash', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/play/${heldCode()}/debrief`);
  await page.waitForSelector('main.debrief');
  expect(await page.locator('.reached').textContent()).toContain(english.debrief.scoreSame);
  await page.waitForSelector('[data-testid=state-hash]', { state: 'attached' });
  expect(await page.locator('.evidence li').count()).toBeGreaterThan(level.turns);
  expect(await page.locator('.evidence li').first().isVisible()).toBe(false);
  expect(await page.locator('[data-testid=state-hash]').isVisible()).toBe(false);
  await page.context().close();
});

test('the focus is never hidden behind the bar with the decision', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await page.goto(`${product.address}#/play/${heldCode(2)}/desk`);
  await page.waitForSelector('main.desk');
  const cards = await page.locator('.hand input').count();
  for (let i = 0; i < cards; i++) {
    await tabTo(page, `.card:nth-child(${i + 1}) input`);
    const [card, bar] = await Promise.all([page.locator('.hand input:focus').boundingBox(), page.locator('.commit').boundingBox()]);
    expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }
  await page.context().close();
});

test.each([
  ['reduce', 0],
  ['no-preference', 150],
] as const)('with the motion preference %s, nothing moves for longer than %i ms', async (reducedMotion, most) => {
  const { page } = await openPage(browser, { reducedMotion });
  await page.goto(`${product.address}#/play/${heldCode(2)}/desk`);
  await page.waitForSelector('main.desk');
  const longest = await page.evaluate(() => {
    const seconds = [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return `${transitionDuration}, ${animationDuration}`.split(', ').map(Number.parseFloat);
    });
    return Math.max(...seconds) * 1000;
  });
  expect(longest).toBe(most);
  await page.context().close();
});

test('the debrief appears, and answers, before its dear part is worked out, which is done in many short pieces', async () => {
  const { page } = await openPage(browser);
  // Whatever waits its turn is held up from then on; and by this clock every piece of work takes a second.
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window) as (task: () => void, delay?: number) => number;
    const isPending = () => document.querySelector('.reckoned[aria-busy=true]') !== null;
    const held: (() => void)[] = [];
    /** How often each task asked for the time. */
    const asked: number[] = [];
    let [time, asks, holds] = [0, 0, true];
    performance.now = () => {
      asks++;
      time += 1000;
      return time;
    };
    window.setTimeout = ((task: () => void, delay = 0) =>
      later(() => {
        const run = () => {
          asks = 0;
          task();
          asked.push(asks);
        };
        if (holds && isPending()) held.push(run);
        else run();
      }, delay)) as typeof window.setTimeout;
    const letGo = () => {
      holds = false;
      asked.length = 0;
      for (const run of held) later(run);
    };
    Object.assign(window, { asked, letGo });
  });
  const goTo = (name: string) => page.locator('.contents button', { hasText: name }).click();
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await page.goto(`${product.address}#/play/${heldCode()}/world`);
  await page.waitForSelector('main.world');
  await page.locator('main.world button').first().click();
  await page.waitForSelector('.reckoned[aria-busy=true]');
  expect(await page.locator('.reached').textContent()).toContain(english.debrief.scoreSame);
  await goTo(english.debrief.overview.heading);
  await expect.poll(focused).toBe('overview');
  await goTo(english.debrief.critic.heading);
  expect(await page.locator('.reckoned[aria-busy=true]').count()).toBe(1);
  await page.evaluate(() => (window as unknown as { letGo: () => void }).letGo());
  await page.waitForSelector('.reckoned[aria-busy=false]');
  expect(await page.locator('.reckoned').textContent()).toContain(english.debrief.instead.none);
  await expect.poll(focused).toBe('critic');
  const pieces = (await page.evaluate(() => (window as unknown as { asked: number[] }).asked)).filter((asks) => asks > 0);
  expect(Math.max(...pieces)).toBe(2);
  expect(pieces.length).toBeGreaterThanOrEqual(OTHER_SEEDS / MOST_AT_ONCE);
  await page.context().close();
});

test('only facts of a later day than the article are marked as after it', async () => {
  const { page } = await openPage(browser);
  const started = startPlay(content, 'vostochny-2023', 15);
  if (!started.ok) throw new Error(started.trouble.reason);
  const over = choose(
    started.play,
    Array.from({ length: started.play.world.level.turns }, () => ({ kind: 'decide', cards: [] })),
  );
  if (!over.ok) throw new Error(over.trouble.reason);
  await page.goto(`${product.address}#/play/${codeOf(over.play)}/debrief`);
  await page.waitForSelector('main.debrief');
  await page.waitForSelector('.after .facts li', { state: 'attached' });
  const marked = await page
    .locator('.after .facts li')
    .evaluateAll((items) => items.map((item) => [item.querySelector('.date')?.firstChild?.textContent, item.querySelector('.tag')?.textContent ?? '']));
  expect(marked).toContainEqual(['21 November 2023', '']);
  expect(marked).toContainEqual(['28 July 2024', english.debrief.afterTag]);
  await page.context().close();
});
