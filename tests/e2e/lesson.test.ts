// A whole lesson in real browsers: a host on a laptop, a projector, and six students, each with a trouble of their own.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import live from '../../levels/text/en/live.json' with { type: 'json' };
import { openBrowser } from './browser.ts';
import { answers, answersByKeys, createSession, joins, keyIn, type Pupil } from './classroom.ts';
import { plainWords, whatSticksOut } from './fits.ts';
import { press } from './keyboard.ts';
import { findings, openPage, outsideAddress, type Product, startProduct } from './product.ts';
import { buildPretended, serveFrom } from './pseudo.ts';

/** One of each kind but the scale; the first has a twin. */
const ITEMS = ['beijing-orland', 'beijing-chain', 'beijing-causal-map', 'beijing-reports'];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct(['--memory'])]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.stop()]);
});

const step = (page: Page, name: string) => page.locator(`[data-step=${name}]`).click();
const sound = async (page: Page) => expect(await findings(page)).toEqual([]);
const fits = async (page: Page) => expect(await whatSticksOut(page)).toEqual([]);

test('a lesson of four rounds, with a discussion, a sleeper, a reload and a latecomer, through to the report', async () => {
  const { code, host, screen } = await createSession(product, ITEMS);
  // Students come by the address that a class would use.
  const address = outsideAddress(product.address) ?? product.address;
  const teacher = await openPage(browser, { viewport: { width: 1366, height: 768 } });
  await teacher.page.goto(`${product.address}#/control/${code}/${host}`);
  await teacher.page.locator('[data-testid=code]').waitFor();
  expect(teacher.page.url()).not.toContain(host);
  const projector = await openPage(browser, { viewport: { width: 1920, height: 1080 } });
  await projector.page.goto(`${product.address}#/screen/${code}/${screen}`);
  await projector.page.locator('.screen-code').waitFor();
  expect(projector.page.url()).not.toContain(screen);

  const phone = await joins(browser, address, code, PHONE);
  const laptop = await joins(browser, address, code);
  const keys = await joins(browser, address, code);
  const sleeper = await joins(browser, address, code, PHONE);
  const reloader = await joins(browser, address, code);
  expect(new Set([phone, laptop, keys, sleeper, reloader].map(({ name }) => name)).size).toBe(5);
  await expect.poll(() => projector.page.locator('.screen-names li').count()).toBe(5);
  await sound(projector.page);
  await sound(teacher.page);
  await sound(phone.page);

  // First round: the sleeper loses the network before the question and answers once it is back; one reloads over a half-filled sheet.
  await sleeper.page.context().setOffline(true);
  await step(teacher.page, 'start');
  await reloader.page.locator('form.question').waitFor();
  await reloader.page.locator('.question-answer label').first().click();
  await reloader.page.reload();
  await reloader.page.locator('.question-answer input:checked').waitFor();
  await sound(phone.page);
  await sound(projector.page);
  await fits(phone.page);
  await answers(phone, 'right', 3);
  await answers(laptop, 'wrong', 3);
  await answersByKeys(keys, 'right');
  await answers(reloader, 'wrong', 1);
  await sleeper.page.context().setOffline(false);
  await answers(sleeper, 'right');
  await expect.poll(() => teacher.page.locator('[data-testid=answered]').textContent()).toBe('5 of 5 answered');
  await sound(laptop.page);

  // 60 % are right: a discussion is suggested, pays, and its twin is asked.
  await step(teacher.page, 'close');
  await teacher.page.locator('.suggestion', { hasText: live.control.suggestDiscuss }).waitFor();
  expect(await teacher.page.locator('.control-buttons .primary').getAttribute('data-step')).toBe('discuss');
  await step(teacher.page, 'discuss');
  await phone.page.locator('.seat-answer').waitFor();
  await projector.page.locator('.screen-discuss').waitFor();
  await sound(phone.page);
  await step(teacher.page, 'revote');
  for (const pupil of [phone, laptop, keys, sleeper, reloader]) await answers(pupil, 'right', 3);
  await step(teacher.page, 'reveal');
  await phone.page.locator('.feedback .verdict-right').or(phone.page.locator('.feedback')).first().waitFor();
  await projector.page.locator('.screen-told').waitFor();
  await teacher.page.locator('.suggestion', { hasText: '60%' }).waitFor();
  await sound(projector.page);
  await sound(phone.page);
  await sound(teacher.page);
  await fits(phone.page);

  // The twin, with one who came late.
  await step(teacher.page, 'twin');
  const latecomer = await joins(browser, address, code);
  const all: Pupil[] = [phone, laptop, keys, sleeper, reloader, latecomer];
  for (const pupil of all) await answers(pupil, 'right');
  await step(teacher.page, 'reveal');
  await step(teacher.page, 'next');

  // A chain, a graph and several answers; the host goes on by keys.
  for (const [at] of ITEMS.slice(1).entries()) {
    await answers(phone, at === 1 ? 'wrong' : 'right', 3);
    await answersByKeys(keys, 'right');
    await teacher.page.bringToFront();
    await press(teacher.page, '[data-step=reveal]', 'Enter');
    await projector.page.locator('.screen-round.stage-revealed').waitFor();
    await sound(projector.page);
    await teacher.page.locator('[data-step=next], [data-step=finish]').waitFor();
    await teacher.page.keyboard.press('n');
    await teacher.page.locator('[data-step=reveal], main.phase-wrapped').first().waitFor();
  }
  await phone.page.locator('.seat-summary').waitFor();
  await projector.page.locator('.screen-debrief').waitFor();
  for (const page of [phone.page, projector.page, teacher.page]) await sound(page);

  // Another device of the host's resumes the exact state; the session ends, the report stays.
  const other = await openPage(browser, PHONE);
  await other.page.goto(`${address}#/control/${code}/${host}`);
  await other.page.locator('main.phase-wrapped').waitFor();
  await fits(other.page);
  await other.page.locator('.session-more .danger').click();
  await other.page.locator('dialog .danger').click();
  await teacher.page.locator('main.phase-ended').waitFor();
  await teacher.page.locator('.control-buttons a.go').click();
  await teacher.page.locator('#in-short').waitFor();
  await sound(teacher.page);
  expect(await teacher.page.locator('[aria-labelledby=by-student] tbody tr').count()).toBe(6);
  expect(await teacher.page.locator('.report-item').count()).toBe(5);
  expect(await teacher.page.locator('main').textContent()).toContain(phone.name);
  await teacher.page.locator('.report-tools input').check();
  expect(await teacher.page.locator('main').textContent()).not.toContain(phone.name);
  for (const { complaints } of [teacher, projector, phone, laptop, keys, reloader, latecomer, other])
    expect(complaints.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('a teacher with the link opens a session by keyboard, and is told what to do without it', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(`${product.address}#/host`);
  await page.getByText(live.host.noKey).waitFor();
  await sound(page);
  await page.goto(`${product.address}#/host/${keyIn(product)}`);
  await page.locator('.ready-set').first().waitFor();
  await expect.poll(() => page.url()).toMatch(/#\/host$/);
  await sound(page);
  await press(page, '.host-create button', 'Enter');
  await page.locator('[data-testid=code]').waitFor();
  await page.goto(`${product.address}#/host`);
  await page.locator('.hosted li').waitFor();
  expect(complaints).toEqual([]);
});

test('wrong codes, a full name and an ended session are answered with what to do', async () => {
  const { code, host } = await createSession(product, ITEMS.slice(0, 1), { ownNames: true });
  const { page } = await openPage(browser, PHONE);
  await page.goto(`${product.address}#/join`);
  await page.locator('#class-code').fill('abc');
  await page.keyboard.press('Enter');
  await page.getByText('A code has 6 letters and digits', { exact: false }).waitFor();
  await page.locator('#class-code').fill('ZZZ ZZZ');
  await page.keyboard.press('Enter');
  await page.getByText(live.trouble['no-such-session']).waitFor();
  await page.locator('#class-code').fill(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `);
  await page.keyboard.press('Enter');
  await page.locator('#own-name').fill('f\u200bu\u202ec');
  await page.keyboard.press('Enter');
  await page.getByText(live.trouble['name-refused']).waitFor();
  await sound(page);
  await page.locator('#own-name').fill('Ada');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.seat-bar strong').textContent()).toBe('Ada');
  const teacher = await openPage(browser);
  await teacher.page.goto(`${product.address}#/control/${code}/${host}`);
  await teacher.page.locator('.seat-name').click();
  await teacher.page.locator('.seat-tools .danger').click();
  await teacher.page.locator('dialog .danger').click();
  await page.getByText(live.trouble.removed).waitFor();
});

test('a class without devices is counted by hands', async () => {
  const { code, host } = await createSession(product, ['beijing-orland'], { devices: 'none', seconds: null });
  const { page } = await openPage(browser);
  await page.goto(`${product.address}#/control/${code}/${host}`);
  await step(page, 'start');
  for (const [at, hands] of ['9', '8', '2', '1'].entries()) await page.locator('.hands-place input').nth(at).fill(hands);
  await page.locator('.hands button').click();
  await page.getByText('20 hands saved').waitFor();
  await step(page, 'close');
  await page.locator('.suggestion').waitFor();
  await sound(page);
  await step(page, 'reveal');
  await step(page, 'finish');
  await page.locator('main.phase-wrapped').waitFor();
});

test.each(['cards', 'preflight', 'privacy'])('#/%s is sound on a phone and at 1366', async (name) => {
  const { page, complaints } = await openPage(browser, PHONE);
  await page.goto(`${product.address}#/${name}`);
  await page.locator('h1').waitFor();
  if (name === 'preflight') await page.getByText(live.preflight.verdict.warn).or(page.getByText(live.preflight.verdict.pass)).first().waitFor();
  await sound(page);
  await fits(page);
  expect(complaints).toEqual([]);
});

test('in a language 40 % longer the pages that need no session fit 320 px, and have no word that a translator cannot reach', async () => {
  const { page } = await openPage(browser, { viewport: { width: 320, height: 640 } });
  await serveFrom(page, await buildPretended());
  for (const name of ['join', 'cards', 'privacy']) {
    await page.goto(`http://pretended.test/#/${name}`);
    await page.locator('main h1').waitFor();
    await expect.poll(() => page.evaluate(() => document.querySelector('main h1')?.textContent ?? '')).toMatch(/~/);
    expect(await page.locator('main').evaluate(plainWords)).toEqual([]);
    await fits(page);
  }
});
