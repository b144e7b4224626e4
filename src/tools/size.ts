// `npm run size`: what the built client weighs against its budgets; fails when one is passed.

import { fileURLToPath } from 'node:url';
import { BUDGETS, type Line, linesOf, MEANING, NoBuild, type Weighed, weigh } from './build/weights.ts';
import { readCommandLine, run, WrongUse } from './commandLine.ts';

const BUILT = fileURLToPath(new URL('../../dist/client', import.meta.url));
const USAGE = `npm run size -- [FOLDER] [--files] [--json]

What the client built in FOLDER (dist/client) weighs, in kB of 1000 bytes: brotli, as sent on localhost and over HTTPS, which the budgets
bound, and gzip, as sent over plain HTTP in a school's network. Exits with 1 when a budget is passed.
  --files   every file
  --json    the same as JSON`;

await run(async () => {
  const { options, rest, help } = readCommandLine(process.argv.slice(2), { files: 'flag', json: 'flag' }, 1);
  if (help) return console.log(USAGE);
  const weighed = await weighedOrTold(rest[0] ?? BUILT);
  const lines = linesOf(weighed);
  if (lines.some(({ over }) => over)) process.exitCode = 1;
  if (options.json) return console.log(JSON.stringify({ lines, budgets: BUDGETS, files: weighed }));
  console.log(table(lines));
  if (options.files) console.log(`\n${files(weighed)}`);
});

async function weighedOrTold(folder: string): Promise<Weighed[]> {
  try {
    return await weigh(folder);
  } catch (error) {
    if (error instanceof NoBuild) throw new WrongUse(`${error.message}.`);
    throw error;
  }
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(8);
}

function table(lines: readonly Line[]): string {
  const row = ({ part, brotli, gzip, budget, over }: Line) =>
    `${part.padEnd(11)}${kB(brotli)}${kB(gzip)}${budget === null ? ''.padStart(8) : String(budget).padStart(8)}  ${over ? 'OVER  ' : ''}${MEANING[part]}`;
  return [`${'kB'.padEnd(11)}${'brotli'.padStart(8)}${'gzip'.padStart(8)}${'budget'.padStart(8)}`, ...lines.map(row)].join('\n');
}

function files(weighed: readonly Weighed[]): string {
  return [...weighed]
    .sort((a, b) => a.part.localeCompare(b.part) || b.brotli - a.brotli)
    .map(({ part, brotli, gzip, file }) => `${part.padEnd(11)}${kB(brotli)}${kB(gzip)}  ${file}`)
    .join('\n');
}
