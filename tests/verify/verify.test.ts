// The heavy verification: every check on the shipped content, at full size.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContent } from '../../src/tools/commandLine.ts';
import { modelCard } from '../../src/tools/verify/modelCard.ts';
import { DEFAULT_CAMPAIGNS, DEFAULT_SEED, verify } from '../../src/tools/verify/report.ts';

const { content, words } = readContent();
const report = verify(content, DEFAULT_CAMPAIGNS, DEFAULT_SEED);
const IDS = [...Array.from({ length: 14 }, (_, i) => `V${i + 1}`), 'G1', 'G2', 'G3', 'G4'];

test('every check is there, clears its threshold with its bound, and none is left out in silence', () => {
  expect(report.checks.map(({ id }) => id)).toEqual(IDS);
  expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(report.notYet.map(({ id }) => id)).toEqual(['G5']);
});

test('every check fails under its mutant', () => {
  expect(report.mutants.map(({ id }) => id)).toEqual(IDS);
  expect(report.mutants.filter(({ failed }) => !failed)).toEqual([]);
});

test('every rival breaks something, so that it is a rival', () => {
  expect(report.rivals).toHaveLength(4);
  for (const { breaks } of report.rivals) expect(breaks).not.toEqual([]);
});

test('some plan reaches every ending of every level', () => {
  expect(new Set(report.endings.map(({ level }) => level))).toEqual(new Set(content.levels.keys()));
  expect(report.endings.filter(({ share }) => share === 0)).toEqual([]);
});

test('the model card is what this verification writes', () => {
  expect(readFileSync('docs/model-card.md', 'utf8')).toBe(modelCard(report, content, words));
});
