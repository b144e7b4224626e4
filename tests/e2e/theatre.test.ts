// The map in a real browser: it appears, plays, can be cut at any moment, rests when nothing moves, and outlives whatever the browser does to its canvas.

import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { phaserSource } from '../../src/client/theatre/phaserSource.ts';
import { cataloguePlugin } from '../../src/tools/build/catalogue.ts';
import { openBrowser } from './browser.ts';
import { PATIENCE } from './product.ts';
import type { TheatrePage } from './theatre/page.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

let server: Server;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'counterweight-theatre-'));
  const root = fileURLToPath(new URL('./theatre', import.meta.url));
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    plugins: [phaserSource(), cataloguePlugin()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir },
  });
  server = createServer(({ url = '/' }, response) => {
    const file = url === '/' ? '/index.html' : url;
    try {
      const bytes = readFileSync(join(outDir, file));
      response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': "default-src 'self'; img-src 'self' data: blob:" })
        .end(bytes);
    } catch {
      response.writeHead(file === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

afterEach(() => expect(complaints.splice(0)).toEqual([]));

/** What the page's window holds beside its own. */
type Opened = Window &
  TheatrePage & {
    /** Drawn so far. */
    frames: number;
    /** Of each frame asked for, the milliseconds that were waited before it was; 0 where it follows another at once. */
    waits: number[];
    /** The browser's own, uncounted. */
    ownFrame: typeof requestAnimationFrame;
  };

async function open(options: BrowserContextOptions = {}, before: () => void = () => {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 640 }, reducedMotion: 'no-preference', ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  await page.addInitScript(() => {
    const own = window.requestAnimationFrame.bind(window);
    const later = window.setTimeout.bind(window) as (task: () => void, delay?: number) => number;
    const seen = Object.assign(window as unknown as { frames: number; waits: number[] }, { frames: 0, waits: [], ownFrame: own });
    let waited = 0;
    window.setTimeout = ((task: () => void, delay = 0) =>
      later(() => {
        waited = delay;
        task();
        waited = 0;
      }, delay)) as typeof window.setTimeout;
    window.requestAnimationFrame = (callback) => {
      seen.waits.push(waited);
      return own((now) => {
        seen.frames++;
        callback(now);
      });
    };
  });
  await page.addInitScript(before);
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => (window as unknown as Opened).theatre?.value !== 'loading');
  return page;
}

const isReady = (page: Page) => page.evaluate(() => (window as unknown as Opened).theatre.value);

/** Stages a quarter of a level; `at once` shows what it ends in. */
async function stage(page: Page, quarter: number, how: 'play' | 'at once'): Promise<number> {
  return page.evaluate(
    ([at, way]) => {
      const { quarters, scenery } = window as unknown as Opened;
      const scene = quarters('pyongyang-2024', 3)[at];
      if (scene === undefined) throw new Error(`No quarter ${at}`);
      scenery.value = way === 'play' ? scene : { ...scene, key: `${scene.key} at once`, from: null, beats: [] };
      return scene.beats.length;
    },
    [quarter, how] as const,
  );
}

const told = (page: Page) => page.evaluate(() => (window as unknown as Opened).captions.slice());
const framesIn = async (page: Page, milliseconds: number) => {
  const before = await page.evaluate(() => (window as unknown as Opened).frames);
  await page.waitForTimeout(milliseconds);
  return (await page.evaluate(() => (window as unknown as Opened).frames)) - before;
};
/** Waits until one frame no longer follows another at once, and every letter is there to be drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opened = window as unknown as Opened;
    for (let before = -1; before !== opened.frames; ) {
      before = opened.frames;
      await document.fonts.ready;
      await new Promise<void>((done) => opened.ownFrame(() => opened.ownFrame(() => done())));
    }
  });
}
const isPlaying = (page: Page) => page.evaluate(() => (window as unknown as Opened).performed.value !== null);

/** How many different colours the canvas shows: a blank one shows one. */
async function colours(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const bitmap = await createImageBitmap(document.querySelector('canvas') as HTMLCanvasElement);
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    pen?.drawImage(bitmap, 0, 0);
    const data = new Uint32Array(pen?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? new ArrayBuffer(0));
    return new Set(data).size;
  });
}

test('the map appears before any campaign, and shows a picture once there is one', async () => {
  const page = await open();
  expect(await isReady(page)).toBe('ready');
  await settled(page);
  const land = await page.screenshot();
  await stage(page, 3, 'at once');
  await settled(page);
  expect((await page.screenshot()).equals(land)).toBe(false);
  expect(await colours(page)).toBeGreaterThan(300);
  await page.context().close();
});

test('a quarter plays its beats in order, the page is told of each, and then of the end', async () => {
  const page = await open();
  const count = await stage(page, 3, 'play');
  expect(count).toBeGreaterThan(2);
  await page.waitForFunction((beats) => (window as unknown as Opened).captions.length === beats + 2, count);
  const captions = await told(page);
  expect(captions.at(0)).toBeNull();
  expect(captions.slice(1, -1)).not.toContain(null);
  expect(captions.at(-1)).toBeNull();
  await page.context().close();
});

test('cut at any moment, it ends at once in the very picture that it would have ended in', async () => {
  const page = await open();
  await stage(page, 3, 'play');
  await page.waitForFunction(() => (window as unknown as Opened).performed.value !== null);
  await page.waitForTimeout(430);
  await page.evaluate(() => (window as unknown as Opened).skip());
  expect(await isPlaying(page)).toBe(false);
  await page.evaluate(() => (window as unknown as Opened).change({ motion: 'reduced' }));
  await settled(page);
  const cut = await page.screenshot();
  await stage(page, 3, 'at once');
  await settled(page);
  expect((await page.screenshot()).equals(cut)).toBe(true);
  await page.context().close();
});

test('with reduced motion no beat is played: the picture is there, and nothing is drawn while nothing moves', async () => {
  const page = await open({ reducedMotion: 'reduce' });
  await stage(page, 3, 'play');
  await settled(page);
  expect(await framesIn(page, 1500)).toBe(0);
  expect(await told(page)).toEqual([null]);
  await page.context().close();
});

test('asked for less motion in the midst of a beat, it cuts', async () => {
  const page = await open();
  await stage(page, 3, 'play');
  await page.waitForFunction(() => (window as unknown as Opened).performed.value !== null);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.waitForFunction(() => (window as unknown as Opened).performed.value === null);
  await settled(page);
  expect(await framesIn(page, 800)).toBe(0);
  await page.context().close();
});

test('at rest it drifts at a few frames a second and no more; before any campaign it does not move at all', async () => {
  const page = await open();
  await settled(page);
  expect(await framesIn(page, 800)).toBe(0);
  await stage(page, 3, 'at once');
  await settled(page);
  const before = await page.evaluate(() => (window as unknown as Opened).waits.length);
  await page.waitForFunction((asked) => (window as unknown as Opened).waits.length >= asked + 5, before, { polling: 100 });
  const waits = await page.evaluate((asked) => (window as unknown as Opened).waits.slice(asked), before);
  // As it was asked for, not as a busy machine gave it: two to eight a second.
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000 / 8);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1000 / 2);
  await page.context().close();
});

test('resized, turned and made denser, it fills its place with the screen’s own pixels', async () => {
  const page = await open({ deviceScaleFactor: 2 });
  await stage(page, 3, 'play');
  for (const [width, height] of [
    [390, 844],
    [844, 390],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForFunction(([w, h]) => document.querySelector('canvas')?.width === 2 * w && document.querySelector('canvas')?.height === 2 * h, [width, height] as const);
    expect(await page.evaluate(() => document.querySelector('canvas')?.getBoundingClientRect().width)).toBe(width);
  }
  await expect.poll(() => colours(page)).toBeGreaterThan(300);
  await page.context().close();
});

test('without a graphics card it is drawn by Canvas, without Canvas it is absent, and in text mode it is gone', async () => {
  const page = await open();
  expect(await page.evaluate(() => document.querySelector('canvas')?.getContext('2d') !== null)).toBe(true);
  await page.evaluate(() => (window as unknown as Opened).change({ map: false }));
  expect(await isReady(page)).toBe('absent');
  expect(await page.locator('canvas').count()).toBe(0);
  await page.evaluate(() => (window as unknown as Opened).change({ map: true }));
  await page.waitForFunction(() => (window as unknown as Opened).theatre.value === 'ready');
  await page.context().close();
  const bare = await open({}, () => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  expect(await isReady(bare)).toBe('absent');
  await bare.context().close();
});

test('a lost WebGL context is built anew with the picture as it is, and a loss that goes on ends in Canvas', async () => {
  // The tests' own browser draws WebGL in software: here it may pass for a card.
  const page = await open({}, () => {
    const own = WebGLRenderingContext.prototype.getParameter;
    WebGLRenderingContext.prototype.getParameter = function (name: number) {
      return name === 0x9246 || name === this.RENDERER ? 'A card' : own.call(this, name);
    };
    const get = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, name: string, options?: object) => RenderingContext | null;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, name: string, options?: object) {
      return get.call(this, name, name.includes('webgl') ? { ...options, failIfMajorPerformanceCaveat: false } : options);
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
  const isWebGL = () => page.evaluate(() => document.querySelector('canvas')?.getContext('webgl') != null);
  expect(await isWebGL()).toBe(true);
  await stage(page, 3, 'play');
  await page.waitForFunction(() => (window as unknown as Opened).performed.value !== null);
  for (let loss = 1; loss <= 3; loss++) {
    await page.evaluate(() => {
      const canvas = document.querySelector('canvas') as HTMLCanvasElement;
      canvas.dataset.old = 'true';
      canvas.getContext('webgl')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.waitForFunction(() => (window as unknown as Opened).theatre.value === 'ready' && document.querySelector('canvas:not([data-old])') !== null);
    expect(await isPlaying(page)).toBe(false);
    expect(await page.locator('canvas').count()).toBe(1);
  }
  await settled(page);
  expect(await isWebGL()).toBe(false);
  await expect.poll(() => colours(page)).toBeGreaterThan(300);
  await page.context().close();
});
