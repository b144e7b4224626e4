// A class plays a campaign in real browsers: a projector, a phone as control, two groups at laptops, three phones, and a row of raised hands, through to the printed report.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealSave } from '../../src/content/saveFile.ts';
import type { Choice, LevelId } from '../../src/rules/types.ts';
import { choose, codeOf, startPlay } from '../../src/telling/playthrough.ts';
import { saveOf } from '../../src/telling/saving.ts';
import { openBrowser } from './browser.ts';
import { keyIn, type Pupil } from './classroom.ts';
import { plainWords, whatSticksOut } from './fits.ts';
import { drawn, findings, openPage, outsideAddress, type Product, readContent, startProduct, type Watched } from './product.ts';
import { buildPretended, serveFrom } from './pseudo.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const WALL = { viewport: { width: 1920, height: 1080 } };
/** What is read from the back of a room, in pixels. */
const LEAST_LETTER = 28;

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

/** Nothing on the wall scrolls, and no letter is too small. */
async function readable(page: Page): Promise<void> {
  await drawn(page);
  const found = await page.evaluate((least) => {
    const body = document.querySelector('.projector-body');
    const walker = document.createTreeWalker(document.querySelector('.projector') as Element, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent?.trim() ?? '';
      if (element === null || text === '' || element.closest('.unseen, svg') !== null || element.getClientRects().length === 0) continue;
      if (Number.parseFloat(getComputedStyle(element).fontSize) < least - 0.5) small.push(`${getComputedStyle(element).fontSize}: ${text}`);
    }
    return { small, over: body === null ? 0 : Math.max(body.scrollHeight - body.clientHeight, body.scrollWidth - body.clientWidth) };
  }, LEAST_LETTER);
  expect(found.small).toEqual([]);
  expect(found.over).toBeLessThanOrEqual(1);
}

/** The draw that these lessons are under, held to the end. */
function playedAlone(level: string): { code: string; file: string } {
  const content = readContent();
  const started = startPlay(content, level, content.levels.get(level as LevelId)?.seeds[2] ?? 0);
  if (!started.ok) throw new Error(started.trouble.reason);
  const { turns, checkpoints } = started.play.world.level;
  const choices = Array.from({ length: turns }, (_, turn): Choice[] => [
    ...(checkpoints.some((one) => one.turn === turn) ? [{ kind: 'answer', item: '', response: null, earned: false } as const] : []),
    { kind: 'decide', cards: [] },
  ]).flat();
  const over = choose(started.play, choices);
  if (!over.ok) throw new Error(over.trouble.reason);
  return { code: codeOf(over.play), file: sealSave(saveOf(over.play, { savedAt: '2026-12-01T10:00:00Z', name: '', practice: false })) };
}

interface Lesson {
  code: string;
  teacher: Watched;
  projector: Watched;
}

/** Set up on the teacher's page, as a teacher does. */
async function begin(address: string, level: string, devices: 'each' | 'groups' | 'none'): Promise<Lesson> {
  const teacher = await openPage(browser, PHONE);
  await teacher.page.goto(`${address}#/host/${keyIn(product)}`);
  await teacher.page.locator('input[name=session-kind]').nth(1).click();
  await teacher.page.locator('.ready-set', { hasText: level }).locator('input').click();
  await teacher.page.locator('#draw').selectOption({ index: 2 });
  await teacher.page.locator('input[name=devices]').nth(['each', 'groups', 'none'].indexOf(devices)).click();
  await sound(teacher.page);
  await fits(teacher.page);
  await teacher.page.locator('.host-create button').click();
  await teacher.page.locator('[data-step=start]').waitFor();
  const code = /control\/(\w{6})/.exec(teacher.page.url())?.[1] ?? '';
  const screen = await teacher.page.locator('a[href*="#/screen/"]').first().getAttribute('href');
  const projector = await openPage(browser, WALL);
  await projector.page.goto(`${address}${screen}`);
  await projector.page.locator('.projector').waitFor();
  return { code, teacher, projector };
}

async function joins(address: string, code: string, options: Parameters<typeof openPage>[1] = {}): Promise<Pupil> {
  const watched = await openPage(browser, options);
  await watched.page.goto(`${address}#/join/${code}`);
  await watched.page.locator('#members').selectOption('4');
  await watched.page.locator('.join-details button[type=submit]').click();
  const name = await watched.page.locator('.seat-bar strong').textContent();
  return { ...watched, name: name ?? '' };
}

async function believes({ page }: Pupil, percent: number): Promise<void> {
  await page.locator('#belief').fill(String(percent));
  await page.locator('.seat-asked button[type=submit]').click();
  await page.locator('[data-status=saved]').waitFor();
}

/** @param card 0-based, in hand; null: holds */
async function votes({ page }: Pupil, card: number | null): Promise<void> {
  await page.locator('.seat-vote').waitFor();
  if (card !== null) await page.locator('.card input').nth(card).click();
  await page.locator('.seat-ballot button').click();
  await page.locator('[data-status=saved]').waitFor();
}

async function settlesCheckpoint({ teacher, projector }: Lesson): Promise<void> {
  await teacher.page.locator('[data-step=close]').waitFor();
  await projector.page.locator('.screen-round').waitFor();
  await readable(projector.page);
  await step(teacher.page, 'close');
  await teacher.page.locator('[data-step=reveal]').click();
  await projector.page.locator('.screen-told').waitFor();
  await readable(projector.page);
  await teacher.page.locator('[data-step=next], [data-step=finish]').first().click();
}

test('a lesson of 45 minutes: six quarters by vote, with groups, phones and a row of hands, an overruling, exit tickets and the report', async () => {
  const address = outsideAddress(product.address) ?? product.address;
  const lesson = await begin(product.address, 'Forty-five minutes', 'groups');
  const { code, teacher, projector } = lesson;
  const groups = [await joins(address, code), await joins(address, code)];
  const phones = [await joins(address, code, PHONE), await joins(address, code, PHONE), await joins(address, code, PHONE)];
  const all = [...groups, ...phones];
  await step(teacher.page, 'start');
  for (let turn = 0; turn < 6; turn++) {
    await teacher.page.locator('[data-step=openVote], [data-step=close]').first().waitFor();
    if (await teacher.page.locator('[data-step=close]').isVisible()) await settlesCheckpoint(lesson);
    await projector.page.locator('.screen-briefed').waitFor();
    await readable(projector.page);
    // Each desk has a brief of its own, and a report that the others lack.
    const briefs = await Promise.all(all.map(({ page }) => page.locator('.desk-brief h2').textContent()));
    expect(new Set(briefs).size).toBe(all.length);
    if (turn === 0) for (const { page } of [teacher, projector, groups[0] as Pupil, phones[0] as Pupil]) await sound(page);
    if (turn === 0) for (const { page } of [teacher, phones[0] as Pupil]) await fits(page);
    for (const [at, pupil] of all.entries()) await believes(pupil, 10 + 20 * at);
    if (turn === 0) {
      await teacher.page.locator('.hands-beside summary').click();
      await teacher.page.locator('.hands input').nth(4).fill('3');
      await teacher.page.locator('.hands button').click();
      await expect.poll(() => teacher.page.locator('[data-testid=answered]').textContent()).toContain('8 of 5');
    }
    await step(teacher.page, 'openVote');
    await projector.page.locator('.screen-cards').waitFor();
    await readable(projector.page);
    // Who comes back to the page finds it as it was left.
    if (turn === 1) await (phones[1] as Pupil).page.reload();
    if (turn === 0) for (const { page } of [teacher, projector, groups[0] as Pupil, phones[0] as Pupil]) await sound(page);
    for (const [at, pupil] of all.entries()) await votes(pupil, at === 4 ? null : at % 2);
    await step(teacher.page, 'closeVote');
    await projector.page.locator('.vote-bars .is-played').first().waitFor();
    await readable(projector.page);
    if (turn === 2) {
      await teacher.page.locator('.overrule summary').click();
      await teacher.page.locator('.overrule .danger').click();
      await teacher.page.locator('dialog .danger, dialog .primary').first().click();
      await projector.page.locator('.screen-discuss').waitFor();
    }
    await step(teacher.page, 'act');
    await projector.page.locator('.screen-headline').waitFor();
    await readable(projector.page);
    await (phones[0] as Pupil).page.locator('.seat-notice').waitFor();
    if (turn === 0) for (const { page } of [teacher, projector, phones[0] as Pupil]) await sound(page);
    await step(teacher.page, 'goOn');
  }

  await projector.page.locator('.screen-ending').waitFor();
  await readable(projector.page);
  await sound(projector.page);
  for (const [at, { page }] of phones.entries()) {
    for (const [part, text] of [`It is a deal, says ${at}.`, 'They hid the trains.', 'Allies need not hide.'].entries())
      await page.locator('.exit-ticket textarea').nth(part).fill(text);
    await page.locator('.exit-ticket button').click();
    await page.locator('.exit-ticket [role=status]', { hasText: /./ }).waitFor();
  }
  await sound((phones[0] as Pupil).page);

  // Somebody plays the same campaign alone, and hands it in by its code; another one gives the teacher a file.
  const { code: replayCode, file } = playedAlone('classroom-45');
  const { page: home } = phones[2] as Pupil;
  expect(await home.locator('.homework a.go').getAttribute('href')).toContain('#/play/classroom-45/');
  await home.locator('#homework-code').fill('not a code');
  await home.locator('.homework button').click();
  await home.locator('.homework [data-status=not-saved]').waitFor();
  // The browser complains of the refusal.
  (phones[2] as Pupil).complaints.length = 0;
  await home.locator('#homework-code').fill(replayCode);
  await home.locator('.homework button').click();
  await home.locator('.homework [role=status]', { hasText: /./ }).waitFor();

  await teacher.page.goto(`${product.address}#/report/${code}`);
  await teacher.page.locator('.decisions').waitFor();
  expect(await teacher.page.locator('.decisions tbody tr').count()).toBe(6);
  expect(await teacher.page.locator('.decisions').textContent()).toContain('overruled by the teacher');
  expect(await teacher.page.locator('.ticket').count()).toBe(3);
  await teacher.page.locator('#result-files').setInputFiles([
    { name: 'Robin.json', mimeType: 'application/json', buffer: Buffer.from(file) },
    { name: 'nonsense.json', mimeType: 'application/json', buffer: Buffer.from('{}') },
  ]);
  await expect.poll(() => teacher.page.locator('section[aria-labelledby=homework] tbody tr').count()).toBe(2);
  expect(await teacher.page.locator('section[aria-labelledby=homework]').textContent()).toContain('Robin');
  expect(await teacher.page.locator('section[aria-labelledby=homework]').textContent()).toContain('nonsense.json was not added');
  await sound(teacher.page);
  await fits(teacher.page);
  // On paper, nothing of it is cut off and no control is in the way.
  await teacher.page.emulateMedia({ media: 'print' });
  expect(await teacher.page.locator('.masthead').isVisible()).toBe(false);
  expect(await teacher.page.locator('.decisions').isVisible()).toBe(true);
  await teacher.page.emulateMedia({ media: 'screen' });
  // The whole campaign opens as one that was played alone.
  await teacher.page.locator('.class-ending a').click();
  await teacher.page.locator('.debrief-grid').waitFor();
  for (const { complaints } of [teacher, projector, ...all]) expect(complaints).toEqual([]);
});

test('given as homework, a campaign is played by each alone', async () => {
  const { code, teacher, projector } = await begin(product.address, 'Forty-five minutes', 'groups');
  await teacher.page.locator('[data-testid=assign]').click();
  await teacher.page.locator('dialog .primary, dialog .danger').first().click();
  const phone = await joins(product.address, code, PHONE);
  await phone.page.locator('#homework-code').fill(playedAlone('classroom-45').code);
  await sound(phone.page);
  await phone.page.locator('.homework button').click();
  await phone.page.locator('.homework [role=status]', { hasText: /./ }).waitFor();
  await expect.poll(() => teacher.page.locator('.control-main').textContent()).toContain('1 campaign handed in');
  await sound(teacher.page);
  await readable(projector.page);
  await teacher.page.goto(`${product.address}#/report/${code}`);
  await expect.poll(() => teacher.page.locator('section[aria-labelledby=homework] tbody tr').count()).toBe(1);
  await sound(teacher.page);
  for (const { complaints } of [teacher, projector, phone]) expect(complaints).toEqual([]);
});

test('hands up: one screen and no device plays it all', async () => {
  const { teacher, projector } = await begin(product.address, 'Fifteen minutes', 'none');
  const count = async (hands: readonly number[]) => {
    for (const [at, number] of hands.entries()) await teacher.page.locator('.hands input').nth(at).fill(String(number));
    await teacher.page.locator('.hands button').click();
    await teacher.page.locator('.hands [role=status]', { hasText: /./ }).waitFor();
  };
  await step(teacher.page, 'start');
  for (let turn = 0; turn < 3; turn++) {
    await teacher.page.locator('[data-step=openVote], [data-step=close]').first().waitFor();
    if (await teacher.page.locator('[data-step=close]').isVisible()) await settlesCheckpoint({ code: '', teacher, projector });
    await projector.page.locator('.screen-briefed').waitFor();
    await readable(projector.page);
    await count([3, 6, 9, 6, 4]);
    await step(teacher.page, 'openVote');
    await projector.page.locator('.screen-cards').waitFor();
    await count([9, 4]);
    await step(teacher.page, 'closeVote');
    await step(teacher.page, 'act');
    await projector.page.locator('.screen-headline').waitFor();
    await step(teacher.page, 'goOn');
  }
  await projector.page.locator('.screen-ending').waitFor();
  for (const { complaints } of [teacher, projector]) expect(complaints).toEqual([]);
});

test('a rehearsal with simulated students, in a language of longer words: set-up, control, projector, seat and report fit, and every word can be translated', async () => {
  const folder = await buildPretended();
  const site = 'http://pretended.test/';
  const pretended = async (options: Parameters<typeof openPage>[1]) => {
    const watched = await openPage(browser, options);
    await serveFrom(watched.page, folder, product.address);
    return watched.page;
  };
  const translated = async (page: Page, within = 'main') => {
    // Names of seats are the server's.
    await page.evaluate(() => {
      for (const name of document.querySelectorAll('.seat-name, .seat-bar strong, .screen-names li, .report tbody th, .report tbody td:first-child, .ticket h3'))
        name.classList.add('code');
    });
    expect(await page.locator(within).first().evaluate(plainWords)).toEqual([]);
  };
  const teacher = await pretended({ viewport: { width: 390, height: 844 } });
  await teacher.goto(`${site}#/host/${keyIn(product)}`);
  await teacher.locator('input[name=session-kind]').nth(1).click();
  await teacher.locator('input[name=level]').first().waitFor();
  await fits(teacher);
  await translated(teacher);
  await teacher.locator('.host-create button').click();
  await teacher.locator('[data-step=start], .host-create .refusal:not(:empty)').first().waitFor();
  expect(await teacher.locator('.host-create .refusal:not(:empty)').allTextContents()).toEqual([]);
  await fits(teacher);
  const code = /control\/(\w{6})/.exec(teacher.url())?.[1] ?? '';
  const screen = await teacher.locator('a[href*="#/screen/"]').first().getAttribute('href');
  const wall = await pretended(WALL);
  await wall.goto(`${site}${screen}`);
  const phone = await pretended(PHONE);
  await phone.goto(`${site}#/join/${code}`);
  await phone.locator('.seat-bar').waitFor();
  await teacher.locator('.rehearsal summary').click();
  await teacher.locator('.rehearsal select').selectOption('28');
  await teacher.locator('.rehearsal button').click();
  await expect.poll(() => teacher.locator('.rehearsal [role=status]').textContent()).toContain('28');
  await step(teacher, 'start');
  await wall.locator('.screen-briefed').waitFor();
  await phone.locator('.seat-asked').waitFor();
  for (const page of [teacher, phone]) await fits(page);
  await translated(phone);
  await readable(wall);
  await translated(wall, '.projector-body');
  await step(teacher, 'openVote');
  await wall.locator('.screen-cards').waitFor();
  await phone.locator('.seat-vote').waitFor();
  for (const page of [teacher, phone]) await fits(page);
  await readable(wall);
  await expect.poll(() => teacher.locator('[data-testid=answered]').textContent()).toContain('28');
  await step(teacher, 'closeVote');
  await wall.locator('.vote-bars').waitFor();
  await readable(wall);
  await fits(teacher);
  await teacher.locator('.session-more button', { hasText: /./ }).first().click();
  await teacher.locator('dialog .primary, dialog .danger').first().click();
  await wall.locator('.screen-ending').waitFor();
  await readable(wall);
  await phone.locator('.exit-ticket').waitFor();
  await fits(phone);
  await teacher.goto(`${site}#/report/${code}`);
  await teacher.locator('.decisions').waitFor();
  await fits(teacher);
  await translated(teacher);
});
