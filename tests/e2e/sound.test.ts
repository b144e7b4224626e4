// What is fetched and what is heard, measured where the sound leaves the page.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import type { Settings } from '../../src/client/settings.ts';
import type { Scenery } from '../../src/client/stage.ts';
import { pictureOf } from '../../src/telling/picture.ts';
import { startPlay } from '../../src/telling/playthrough.ts';
import { openBrowser } from './browser.ts';
import { openPage, type Product, readContent, startProduct } from './product.ts';
import { type Source, serveSource } from './source.ts';

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

interface Ear {
  /** Of the last 20 ms that left the page: the largest sample, and whether any sound can. */
  listen: () => { peak: number; running: boolean };
  /** How many sounds were stopped before their end. */
  stopped: () => number;
}

interface Listening {
  page: Page;
  complaints: string[];
  fetched: string[];
}

/** A page with a measuring instrument between its sound and the loudspeaker. */
async function openWithEar(initial: Partial<Settings> = {}, address = product.address, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Listening> {
  const { page, complaints } = await openPage(browser);
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (/\.(webm|mp3)$|mixer/.test(request.url())) fetched.push(request.url().replace(/^.*\/([a-z]+)\b.*\./, '$1.'));
  });
  await page.addInitScript((stored) => {
    localStorage.setItem('counterweight-settings', JSON.stringify(stored));
    let ear: AnalyserNode | null = null;
    let stops = 0;
    const { stop } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.stop = function (when) {
      stops++;
      stop.call(this, when);
    };
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode | AudioParam, ...rest: number[]) => unknown;
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode | AudioParam, ...rest: number[]) {
      if (!(to instanceof AudioDestinationNode) || !(this instanceof GainNode)) return connect.call(this, to, ...rest);
      ear = this.context.createAnalyser();
      ear.fftSize = 1024;
      connect.call(ear, to);
      return connect.call(this, ear);
    } as typeof AudioNode.prototype.connect;
    Object.assign(globalThis, {
      stopped: () => stops,
      listen: () => {
        const samples = new Float32Array(1024);
        ear?.getFloatTimeDomainData(samples);
        return { peak: samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0), running: ear?.context.state === 'running' };
      },
    });
  }, initial);
  await prepare(page);
  await page.goto(address);
  await page.waitForSelector('main.title');
  return { page, complaints, fetched };
}

const listen = (page: Page) => page.evaluate(() => (globalThis as unknown as Ear).listen());

/** Waits until something, or nothing, leaves the page. */
async function hears(page: Page, wanted: 'something' | 'nothing'): Promise<void> {
  await page.waitForFunction((loud) => {
    const { peak, running } = (globalThis as unknown as Ear).listen();
    return loud ? running && peak > 0.0005 : !running;
  }, wanted === 'something');
}

async function show(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: now === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

describe('the sound', () => {
  test('is fetched once, by the first gesture and not before, and is heard', async () => {
    const { page, complaints, fetched } = await openWithEar();
    await page.waitForLoadState('networkidle');
    expect(fetched).toEqual([]);
    await page.locator('h1').click();
    await hears(page, 'something');
    await page.locator('h1').click();
    await page.waitForLoadState('networkidle');
    expect(fetched).toEqual(['mixer.js', 'sprite.webm']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is muted by m, and heard again by the button', async () => {
    const { page } = await openWithEar();
    await page.locator('h1').click();
    await hears(page, 'something');
    await page.keyboard.press('m');
    await hears(page, 'nothing');
    await page.getByRole('button', { name: english.app.sound, exact: false }).click();
    await hears(page, 'something');
    await page.context().close();
  });

  test('is silent while the tab is hidden, and comes back with it', async () => {
    const { page } = await openWithEar();
    await page.keyboard.press('Tab');
    await hears(page, 'something');
    await show(page, 'hidden');
    await hears(page, 'nothing');
    await show(page, 'visible');
    await hears(page, 'something');
    await page.context().close();
  });

  test.each([
    ['muted', { muted: true }, async () => {}],
    ['turned down', { effects: 0, ambience: 0 }, async () => {}],
    ['to be spared', {}, (page: Page) => page.addInitScript(() => void Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))],
  ] as const)('is not even fetched where it is %s', async (_, initial, prepare) => {
    const { page, fetched } = await openWithEar(initial, product.address, prepare);
    await page.locator('h1').click();
    await page.waitForTimeout(500);
    expect(fetched).toEqual([]);
    expect(await listen(page)).toEqual({ peak: 0, running: false });
    await page.context().close();
  });

  test('comes in its other format where the browser cannot read the first', async () => {
    const { page, fetched } = await openWithEar({}, product.address, (page) => page.route('**/*.webm', (route) => route.fulfill({ body: 'no sound' })));
    await page.locator('h1').click();
    await hears(page, 'something');
    expect(fetched).toEqual(['mixer.js', 'sprite.webm', 'sprite.mp3']);
    await page.context().close();
  });

  test('is gone without a word where it cannot be fetched', async () => {
    const { page, complaints } = await openWithEar({}, product.address, (page) => page.route(/\.(webm|mp3)$/, (route) => route.fulfill({ body: 'no sound' })));
    const both = page.waitForResponse(/\.mp3$/);
    await page.locator('h1').click();
    await both;
    await page.waitForTimeout(300);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the mixer', () => {
  let source: Source;
  let address: string;
  beforeAll(async () => {
    source = await serveSource();
    address = source.address;
    // The first visit prepares the packages and loads the page again.
    const { page } = await openPage(browser);
    await page.goto(address);
    await page.waitForSelector('main.title');
    await page.evaluate("import('/audio/mixer.ts')").catch(() => {});
    await page.waitForLoadState('networkidle');
    await page.context().close();
  });
  afterAll(async () => {
    await source?.close();
  });

  const set = (page: Page, part: Partial<Settings>) => page.evaluate(`import('/settings.ts').then(({ change }) => change(${JSON.stringify(part)}))`);
  const stage = (page: Page, what: string) => page.evaluate(`import('/stage.ts').then((stage) => { ${what} })`);
  const ready = (page: Page) => expect.poll(() => page.evaluate("import('/audio/door.ts').then(({ sound }) => sound.value)")).toBe('ready');

  test('is muted and unmuted at once', async () => {
    const { page } = await openWithEar({}, address);
    await page.locator('h1').click();
    await hears(page, 'something');
    await set(page, { muted: true });
    await hears(page, 'nothing');
    await set(page, { muted: false });
    await hears(page, 'something');
    await page.context().close();
  });

  test('answers a beat that is performed, and lets it go when the player skips', async () => {
    const { page } = await openWithEar({ ambience: 0 }, address);
    await page.locator('h1').click();
    await ready(page);
    expect((await listen(page)).peak).toBe(0);
    const crisis = { event: { type: 'crisisBroke', turn: 0 }, who: 'world', lever: null, headline: true };
    const stopped = () => page.evaluate(() => (globalThis as unknown as Ear).stopped());
    const before = await stopped();
    // Skipped by the page itself as soon as it is loud: a test that is held up would come after its end.
    await stage(
      page,
      `stage.performed.value = { key: 'a', at: 0, beat: ${JSON.stringify(crisis)} };
       return new Promise((skipped) => {
         const wait = () => (listen().peak > 0.02 ? skipped(stage.skip()) : setTimeout(wait));
         wait();
       });`,
    );
    await page.waitForFunction(() => (globalThis as unknown as Ear).listen().peak < 0.0005);
    await expect.poll(stopped).toBe(before + 1);
    await page.context().close();
  });

  test('lets the room tighten with the risk, and makes room for what the page announces', async () => {
    const { page } = await openWithEar({ ambience: 100 }, address);
    await page.locator('h1').click();
    await ready(page);
    const content = readContent();
    const started = startPlay(content, 'pyongyang-2024', 1);
    if (!started.ok) throw new Error(started.trouble.reason);
    const calm = pictureOf(started.play.world, started.play.state);
    const scene = (key: string, tension: number, crises: number): Scenery => ({ key, picture: { ...calm, crises, levels: { ...calm.levels, tension } }, from: null, beats: [] });
    await stage(page, `stage.scenery.value = ${JSON.stringify(scene('calm', 0, 0))}`);
    await page.waitForTimeout(4500);
    const before = await mean(page);
    await stage(page, `stage.scenery.value = ${JSON.stringify(scene('tense', 1000, 2))}`);
    await page.waitForTimeout(4500);
    let after = 0;
    await expect
      .poll(async () => {
        after = await mean(page);
        return after;
      })
      .toBeGreaterThan(1.3 * before);
    // Said anew each time: nobody reads one announcement for as long as a busy machine may take.
    const announced = () =>
      page.evaluate(() => {
        const status = document.querySelector('#said') ?? document.createElement('p');
        Object.assign(status, { id: 'said', role: 'status' });
        document.body.append(status);
        status.textContent = 'A launch was seen this morning, and nobody knows yet whether what it carried has come to its orbit or fallen.';
      });
    await expect
      .poll(async () => {
        await announced();
        return mean(page);
      })
      .toBeLessThan(0.6 * after);
    await page.context().close();
  });

  /** Of the loudest samples within a second. */
  function mean(page: Page): Promise<number> {
    return page.evaluate(async () => {
      let sum = 0;
      for (let i = 0; i < 20; i++) {
        sum += (globalThis as unknown as Ear).listen().peak;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return sum / 20;
    });
  }
});
