// `npm run verify`: whether the model shows what the article argues, and is a game. Writes docs/model-card.md.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonOf } from '../server/files.ts';
import { readCommandLine, readContent, run, SEED, WrongUse } from './commandLine.ts';
import { Progress } from './progress.ts';
import { modelCard } from './verify/modelCard.ts';
import { DEFAULT_CAMPAIGNS, DEFAULT_SEED, LEAST_CAMPAIGNS, type Report, type Row, verify } from './verify/report.ts';

const CARD = fileURLToPath(new URL('../../docs/model-card.md', import.meta.url));
const MOST_CAMPAIGNS = 100_000;

const USAGE = `npm run verify -- [--json] [--campaigns N] [--seed S]

Runs the checks V1–V14 and G1–G5 of the model on every full-length level, each with a 95 % bound that must clear its threshold,
and each under a mutant that must fail it; shows which checks each rival model breaks and which plan reaches each ending.
Writes docs/model-card.md when it runs with the numbers below. Exits with 1 when a check fails, a mutant survives or an ending is out of reach, and when a sample is too small for a check to pass.

  --campaigns N   seeds for each check, ${LEAST_CAMPAIGNS} to ${MOST_CAMPAIGNS}; ${DEFAULT_CAMPAIGNS} unless told
  --seed S        the first seed; ${DEFAULT_SEED} unless told
  --json          the report as JSON`;

await run(() => {
  const { options, help } = readCommandLine(process.argv.slice(2), { json: 'flag', campaigns: { least: LEAST_CAMPAIGNS, most: MOST_CAMPAIGNS }, seed: SEED });
  if (help) {
    console.log(USAGE);
    return;
  }
  const { content, words } = readContent();
  let progress: Progress | undefined;
  const report = verify(content, options.campaigns ?? DEFAULT_CAMPAIGNS, options.seed ?? DEFAULT_SEED, (doing, steps) => {
    progress ??= new Progress(steps);
    progress.next(doing);
  });
  progress?.finish();
  console.log(options.json ? JSON.stringify(report, null, 1) : summary(report));
  if (isStandard(report)) writeCard(modelCard(report, content, words));
  else console.error(`docs/model-card.md is left as it is: it is written at ${DEFAULT_CAMPAIGNS} campaigns from seed ${DEFAULT_SEED} on.`);
  if (!report.passed) process.exitCode = 1;
});

function isStandard({ campaigns, seed }: Report): boolean {
  return campaigns === DEFAULT_CAMPAIGNS && seed === DEFAULT_SEED;
}

function writeCard(text: string): void {
  try {
    mkdirSync(dirname(CARD), { recursive: true });
    writeFileSync(CARD, text);
  } catch (error) {
    throw new WrongUse(`docs/model-card.md cannot be written: ${reasonOf(error)}.`);
  }
}

function summary({ checks, notYet, mutants, rivals, endings }: Report): string {
  const unsettled = checks.filter((row) => row.unsettled);
  return [
    ...checks.map(lineOf),
    ...notYet.map(({ id, needs }) => `${id.padEnd(4)} not yet: needs ${needs}`),
    '',
    ...mutants.map(({ id, says, failed }) => `${id.padEnd(4)} ${failed ? 'fails, as it must,' : 'SURVIVES'} where ${says}`),
    '',
    ...rivals.map(({ rival, breaks }) => `rival ${rival}: breaks ${breaks.length === 0 ? 'nothing' : breaks.join(', ')}`),
    '',
    ...endings.map(({ level, ending, plan, share }) => `${level}: ${ending} ${share === 0 ? 'is NEVER reached' : `is reached by ${plan} in ${(share * 100).toFixed(1)} %`}`),
    ...unsettled.map(tooSmall),
  ].join('\n');
}

/** What is not proved is not passed, but it is not refuted either. */
function tooSmall({ id, n }: Row): string {
  return `\n${id} is not settled by ${n} seeds: every figure clears its threshold, but the 95 % bound of one does not. The sample is too small to say more. Run it with more --campaigns; ${DEFAULT_CAMPAIGNS} unless told.`;
}

function lineOf({ id, passed, unsettled, parts, says, n }: Row): string {
  const figures = parts.map(
    (part) => `       ${part.figure.toFixed(3)} (95 % bound ${part.bound.toFixed(3)}) must be ${part.sense === 'atLeast' ? '≥' : '≤'} ${part.threshold}: ${part.says}`,
  );
  return [`${id.padEnd(4)} ${passed ? 'passed' : unsettled ? 'TOO FEW SEEDS' : 'FAILED'}  ${says} (n = ${n})`, ...figures].join('\n');
}
