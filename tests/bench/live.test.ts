// The bench of live sessions runs, and loses nothing; how fast it is on this machine is no test.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('live.ts', import.meta.url));

test.each(['quiz', 'class'])('a small school, %s: all that was handed in is acknowledged and kept', (kind) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [PROGRAM, '--students', '9', '--rooms', '2', '--rounds', '2', '--spread', '60', '--within', '60', '--kind', kind, '--json'],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const { lost, figures } = JSON.parse(stdout);
  expect(lost).toBe(0);
  expect(figures.map(({ name, saved }: { name: string; saved: number }) => [name, saved])).toEqual([
    ['counterweight', 18],
    ['floor', 18],
  ]);
  expect(status).toBe(0);
});
