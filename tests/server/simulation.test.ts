// Sessions in a world where everything goes wrong: whatever dies when, no promise is broken; and each planted fault is found.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FAULTS } from './simulation/planted.ts';
import { simulate } from './simulation/simulate.ts';

const SEEDS = 2000;
/** Within which each planted fault shows. */
const ENOUGH = 400;
const PROGRAM = fileURLToPath(new URL('simulateLive.ts', import.meta.url));
const program = (...args: string[]) => spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });

test(`no promise is broken under ${SEEDS} seeds`, { timeout: 600_000 }, async () => {
  let deaths = 0;
  const slips: Record<string, number> = {};
  for (let seed = 1; seed <= SEEDS; seed++) {
    const gone = await simulate(seed);
    deaths += gone.deaths;
    for (const [kind, count] of Object.entries(gone.slips)) slips[kind] = (slips[kind] ?? 0) + count;
    expect(gone.faults, `npm run simulate:live -- --from ${seed} --seeds 1`).toEqual([]);
  }
  // Else nothing was tried.
  expect(deaths).toBeGreaterThan(SEEDS);
  for (const kind of ['answered', 'forecast', 'voted', 'ticket']) expect(slips[kind], kind).toBeGreaterThan(SEEDS / 2);
});

test('a seed always goes the same way', async () => {
  expect(await simulate(86)).toEqual(await simulate(86));
});

describe('a planted fault is found, and its seed named', () => {
  test.for(Object.keys(FAULTS))('a server or a device that %s', { timeout: 300_000 }, (fault) => {
    const { status, stdout } = program('--fault', fault, '--seeds', String(ENOUGH), '--first');
    expect(stdout).toMatch(/^seed \d+: /);
    expect(status).toBe(1);
  });
});

test('the command explains itself, and refuses what it does not know', () => {
  const { stdout, status } = program('--help');
  expect(stdout).toContain('--fault NAME');
  expect(status).toBe(0);
  expect(program('--fault', 'nonsense').stderr).toContain('Unknown fault "nonsense"');
});
