import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './product.ts';

function screens(...args: readonly string[]) {
  return spawnSync(process.execPath, ['src/tools/screens.ts', ...args], { cwd: ROOT, encoding: 'utf8' });
}

test('npm run screens writes a screen at the three sizes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterweight-screens-'));
  const { status, stderr } = screens(folder, '--only', 'title');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readdirSync(folder).sort()).toEqual(['title-1366x768.webp', 'title-1920x1080.webp', 'title-390x844.webp']);
  for (const name of readdirSync(folder)) {
    const picture = readFileSync(join(folder, name));
    expect(picture.toString('latin1', 8, 12)).toBe('WEBP');
    expect(picture.length, name).toBeGreaterThan(8000);
    expect(picture.length, name).toBeLessThanOrEqual(250_000);
  }
  rmSync(folder, { recursive: true });
});

test('it says in words which screens there are', () => {
  expect(screens('--only', 'elsewhere')).toMatchObject({ status: 2, stderr: expect.stringContaining('title, desk, world, why, debrief') });
});
