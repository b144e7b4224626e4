// The game as one file, opened without a server: it plays, keeps saves, and its debrief works to the last part.

import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LevelId } from '../../src/rules/types.ts';
import { choose, codeOf, startPlay } from '../../src/telling/playthrough.ts';
import { openBrowser } from './browser.ts';
import { openPage, ROOT, readContent } from './product.ts';

const FILE = `${ROOT}dist/file/counterweight.html`;
/** With the map's engine, sound, fonts and all content. */
const MOST_BYTES = 4_000_000;

let browser: Browser;
beforeAll(async () => {
  execFileSync('npm', ['run', 'package', '--', '--logLevel', 'error'], { cwd: ROOT, stdio: 'inherit' });
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('a student opens the lesson’s draw from the file, plays it, and has a result to hand back', async () => {
  expect(statSync(FILE).size).toBeLessThan(MOST_BYTES);
  const content = readContent();
  const seed = content.levels.get('classroom-30' as LevelId)?.seeds[0] ?? 0;
  const { page, complaints } = await openPage(browser);
  await page.goto(`file://${FILE}#/play/classroom-30/${seed}`);
  await page.locator('#belief').fill('30');
  await page.locator('.card input').first().click();
  await page.locator('#commit').click();
  await page.locator('.headline').waitFor();

  // The same campaign at its end, by its code.
  const started = startPlay(content, 'classroom-30', seed);
  if (!started.ok) throw new Error(started.trouble.reason);
  const { turns, checkpoints } = started.play.world.level;
  const over = choose(
    started.play,
    Array.from({ length: turns }, (_, turn) => [
      ...(checkpoints.some((one) => one.turn === turn) ? [{ kind: 'answer', item: '', response: null, earned: true } as const] : []),
      { kind: 'decide', cards: [] } as const,
    ])
      .flat()
      .map((choice) => (choice.kind === 'decide' ? { ...choice, cards: [] } : choice)),
  );
  if (!over.ok) throw new Error(over.trouble.reason);
  await page.goto(`file://${FILE}#/play/${codeOf(over.play)}/debrief`);
  await page.locator('.debrief-grid').waitFor();
  expect(await page.locator('[data-testid=code]').inputValue()).toBe(codeOf(over.play));
  // What is worked out beside the page is worked out here too.
  await page.locator('.what-if summary').first().click();
  await page.locator('.what-if button').first().click();
  await page.locator('.what-if .dots, .what-if table').first().waitFor();
  expect(complaints).toEqual([]);
});
