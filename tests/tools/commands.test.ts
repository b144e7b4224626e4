// The command line as its users meet it: each tool as a process of its own, its output through a pipe.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tools-'));
afterAll(() => rmSync(folder, { recursive: true }));

function tool(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/tools/${name}.ts`, ...args], { cwd: ROOT, encoding: 'utf8', input: '' });
  return { status, stdout, stderr };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe.each(['play', 'replay', 'simulate', 'verify', 'validate', 'stamp', 'schemas', 'backup'])('%s', (name) => {
  test('explains itself', () => {
    expect(tool(name, '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining(`npm run ${name}`), stderr: '' });
  });

  test('refuses an unknown option in words, not with a stack', () => {
    const { status, stderr } = tool(name, '--hlp');
    expect(status).toBe(2);
    expect(stderr).toMatch(/unknown option --hlp; perhaps "help" is meant/);
    expect(stderr).not.toMatch(/ at .*\.ts:/);
  });
});

describe('simulate', () => {
  const json = (...args: string[]) => JSON.parse(tool('simulate', '--json', ...args).stdout);

  test('gives every measure with its quantiles, in the same words for the same seed', () => {
    const result = json('--plan', 'article', '--campaigns', '200', '--seed', '7');
    expect(result).toMatchObject({ level: 'pyongyang-2024', plan: 'article', campaigns: 200, seed: 7, rival: null });
    for (const measure of ['transfer', 'threat', 'deterrence', 'balance', 'score']) {
      const { mean, p05, p50, p95 } = result.measures[measure];
      expect(p05).toBeLessThanOrEqual(p50);
      expect(p50).toBeLessThanOrEqual(p95);
      expect(mean).toBeGreaterThanOrEqual(p05);
    }
    expect(Object.values<number>(result.endings).reduce((sum, share) => sum + share)).toBeCloseTo(1);
    const { campaignsPerSecond: _, ...again } = json('--plan', 'article', '--campaigns', '200', '--seed', '7');
    expect(result).toMatchObject(again);
  });

  test('lays a hand on hidden facts, the war, a track’s help and an assumption', () => {
    const mean = (...set: string[]) => json('--plan', 'hold', '--campaigns', '200', ...set.flatMap((text) => ['--set', text])).measures.transfer.mean;
    const [alliance, expedience] = [mean('bond=alliance'), mean('bond=expedience')];
    expect(alliance).toBeGreaterThan(1.5 * expedience);
    expect(mean('bond=expedience', 'war.endsAt=2')).toBeLessThan(expedience);
    expect(mean('bond=expedience', 'help.space=50')).toBeGreaterThan(expedience);
    expect(mean('bond=expedience', 'fullTransfer=300')).toBeGreaterThan(expedience);
  });

  test('plays a plan whose cards shut each other', () => {
    const step = (card: string) => ({ cards: [card] });
    const plans = { schema: 1, plans: [{ id: 'both', purse: 6, steps: [step('theatre-shield'), step('standing-offer')] }] };
    expect(json('--plan', write('both.json', JSON.stringify(plans)), '--campaigns', '20')).toMatchObject({ plan: 'both' });
  });

  test('plays a plan from a file, under a rival', () => {
    const plans = { schema: 1, plans: [{ id: 'my-plan', purse: 2, steps: [{ cards: ['hotlines'] }] }] };
    expect(json('--plan', write('plan.json', JSON.stringify(plans)), '--rival', 'sanctions-bite', '--campaigns', '20')).toMatchObject({ plan: 'my-plan', rival: 'sanctions-bite' });
    const wrong = { schema: 1, plans: [{ id: 'my-plan', purse: 2, steps: [{ cards: ['hotline'] }] }] };
    expect(tool('simulate', '--plan', write('wrong.json', JSON.stringify(wrong)))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/"hotline"; perhaps "hotlines" is meant/),
    });
  });

  test.each([
    [['--plan', 'artcle'], /perhaps "article" is meant/],
    [['--plan', 'nowhere.json'], /nowhere\.json: found ENOENT/],
    [['--plan', 'hold', '--set', 'bond=alliance', '--set', 'bond=expedience'], /bond twice/],
    [['--plan', 'hold', '--level', 'pyongyang'], /unknown level "pyongyang"/],
    [['--plan', 'hold', '--rival', 'nobody'], /known rivals: sanctions-bite/],
    [['--plan', 'hold', '--campaigns', '0'], /a whole number from 1 to 1000000 is expected/],
    [['--plan', 'hold', '--set', 'bond'], /NAME=VALUE is expected/],
    [['--plan', 'hold', '--set', 'bond=love'], /one of expedience, alliance is expected/],
    [['--plan', 'hold', '--set', 'war.endsAt=99'], /a whole number from 0 to 8 is expected/],
    [['--plan', 'hold', '--set', 'sanctionsDrg=1'], /perhaps "sanctionsDrag" is meant/],
    [[], /option --plan is needed/],
  ])('refuses %j', (args, message) => {
    expect(tool('simulate', ...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});

describe('validate', () => {
  test('finds the shipped content sound and says what its rules rest on', () => {
    const { status, stdout } = tool('validate', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, problems: [], coverage: { unusedClaims: [], unsupportedRules: expect.arrayContaining(['capital-returns']) } });
  });

  test('names file, place and cure of a mistake in a stranger’s file', () => {
    const { status, stderr } = tool('validate', write('level.json', '{"schema": 1, "id": "mine", "turns": 99}'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/level\.json: at turns, found 99 where a whole number from 3 to 12 is expected/);
  });

  test('finds what a level of the shipped kind names and nobody has', () => {
    const level = JSON.parse(readFileSync(join(ROOT, 'levels/pyongyang-2024.json'), 'utf8'));
    const broken = write('broken.json', JSON.stringify({ ...level, deck: [...level.deck, 'no-such-card'] }));
    expect(tool('validate', broken)).toMatchObject({ status: 1, stderr: expect.stringMatching(/broken\.json: at deck\[20\], found "no-such-card"/) });
  });

  test('checks a file as the kind that its schema names', () => {
    const cards = write('cards.json', '{"$schema": "./schema/cards.schema.json", "schema": 1, "cards": []}');
    expect(JSON.parse(tool('validate', '--json', cards).stdout)).toMatchObject({ ok: false, files: [{ kind: 'cards', ok: false }] });
  });

  test.each([
    ['missing', 'nothing-here.json', /a plain file of at most \d+ bytes is expected/],
    ['a device', '/dev/zero', /no plain file/],
    ['empty', write('empty.json', ''), /found an empty file/],
    ['a folder', '.', /a plain file of at most \d+ bytes is expected/],
    ['far too large', '', /found 50000000 bytes where a plain file/],
  ])('refuses a file that is %s', (_, path, message) => {
    const file = path === '' ? write('large.json', ' '.repeat(50_000_000)) : path;
    expect(tool('validate', file)).toMatchObject({ status: 1, stderr: expect.stringMatching(message) });
  });
});
