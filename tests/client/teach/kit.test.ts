// The teacher's kit holds what it promises: every paragraph, fact and question it names is there, its clocks add up, and a student of fourteen can read it.

import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/client/teach/answer.ts';
import { BACKGROUND, BALANCE, DATES, GROUPS, PLANS, PROMPTS, ROUNDED, SHEETS, type Standing } from '../../../src/client/teach/kit.ts';
import { questionsIn } from '../../../src/content/quizzes.ts';
import { createWords } from '../../../src/content/words.ts';
import { keyOf, mark } from '../../../src/quiz/marking.ts';
import type { TellingKey } from '../../../src/telling/wording.ts';
import { bank } from '../../bank.ts';
import { content } from '../../content.ts';
import article from '../../quiz/articleRuns.json' with { type: 'json' };
import { runsOf } from '../../quiz/runs.ts';

interface Words {
  [key: string]: string | Words;
}
const words = createWords<TellingKey>(content.text, 'en');
const kit = content.text.en?.kit as Words;
const claimIds: readonly string[] = content.claims.map(({ id }) => id);
const factIds: readonly string[] = content.facts.map(({ id }) => id);

function textsOf(group: Words | string): string[] {
  return typeof group === 'string' ? group.split('\n') : Object.values(group).flatMap(textsOf);
}

function under(...path: string[]): Words {
  return path.reduce((group, key) => group[key] as Words, kit);
}

// ---------------------------------------------------------------- what is cited

const standings = PROMPTS.flatMap(({ id, a, b }) => [a, b].flatMap((side) => Object.values(side as Readonly<Record<string, Standing>>).map((from) => ({ prompt: id, from }))));

describe('what the kit cites', () => {
  test('are claims and facts that exist', () => {
    const claims = [...BACKGROUND, ...BALANCE, ...PROMPTS]
      .flatMap(({ claims }): readonly string[] => claims)
      .concat(standings.flatMap(({ from }) => ('claims' in from ? from.claims : [])));
    const facts = [...DATES, ...standings.flatMap(({ from }) => (from.from === 'fact' ? [from.fact] : []))];
    expect(claims.filter((id) => !claimIds.includes(id))).toEqual([]);
    expect(facts.filter((id) => !factIds.includes(id))).toEqual([]);
    expect(Math.min(claims.length, facts.length)).toBeGreaterThan(10);
  });

  test.each(claimIds)('in the background is every claim, told once: %s', (claim) => {
    expect(BACKGROUND.filter(({ claims }) => (claims as readonly string[]).includes(claim))).toHaveLength(1);
  });

  test.each(PROMPTS.map(({ id, claims }) => [id, claims] as const))('in a point of the prompt “%s” is among the claims that bear on it', (id, claims) => {
    const used = standings.flatMap(({ prompt, from }) => (prompt === id && 'claims' in from ? from.claims : []));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((claim) => !(claims as readonly string[]).includes(claim))).toEqual([]);
  });

  test('has no paragraph typed by hand but in the samples, and there none that the article lacks', () => {
    const typed = textsOf(kit).flatMap((text) => [...text.matchAll(/¶¶?\s*(\d+)/g)].map(([, number]) => Number(number)));
    expect(typed.length).toBeGreaterThan(0);
    expect(typed.filter((number) => number < 1 || number > 8)).toEqual([]);
    expect(textsOf(under('ticket', 'sample')).flatMap((text) => [...text.matchAll(/¶/g)])).toHaveLength(typed.length);
  });
});

test('both sides of a prompt have as many points, each with a text, and neither is much longer', () => {
  for (const { id, a, b } of PROMPTS) {
    expect(Object.keys(a)).toHaveLength(Object.keys(b).length);
    expect(Object.keys(under('prompts', id, 'aPoints'))).toEqual(Object.keys(a));
    expect(Object.keys(under('prompts', id, 'bPoints'))).toEqual(Object.keys(b));
    const [left, right] = [under('prompts', id, 'aPoints'), under('prompts', id, 'bPoints')].map((side) => textsOf(side).join(' ').length) as [number, number];
    expect(Math.max(left, right) / Math.min(left, right)).toBeLessThan(1.5);
  }
});

test.each(content.claims.filter(({ kind }) => kind === 'question').map(({ id }) => id))('the article’s open question %s is a prompt', (claim) => {
  expect(PROMPTS.some(({ claims }) => (claims as readonly string[]).includes(claim))).toBe(true);
});

// ---------------------------------------------------------------- sheets, clocks, keys

test('every sheet is listed once', () => {
  expect(GROUPS.flatMap(([, sheets]): readonly string[] => sheets).sort()).toEqual([...SHEETS].sort());
});

describe.each(Object.entries(PLANS))('%s', (_, { minutes, phases, rounds, level }) => {
  test('fills its minutes to the last', () => {
    expect(phases.reduce((sum, [, each]) => sum + each, 0)).toBe(minutes);
  });

  test('gives each turn or question as long as its steps take', () => {
    const [, each] = phases.find(([phase]) => ROUNDED.includes(phase)) ?? [];
    expect(rounds.steps.reduce((sum, [, seconds]) => sum + seconds, 0) * rounds.count).toBe((each ?? 0) * 60);
    if (level !== null) expect(rounds.asks).toHaveLength(rounds.count);
  });

  test('has a turn for each turn of its level, where that is shipped', () => {
    const shipped = [...content.levels.values()].find(({ id }) => id === level);
    expect(shipped?.turns ?? rounds.count).toBe(rounds.count);
  });
});

/** Words a minute of a teacher who reads to a class. */
const ALOUD = 140;

test.each([
  ['whole', 3.75, () => true],
  ['short', 1.5, ({ short }: { short: boolean }) => short],
] as const)('the %s background is read aloud in %d minutes', (_, minutes, read) => {
  const text = BACKGROUND.filter(read).map(({ id }) => words.t(`kit:background.text.${id}`));
  const count = text.join(' ').split(/\s+/).length;
  expect(count / ALOUD).toBeLessThanOrEqual(minutes);
  expect(text.join(' ')).not.toMatch(/[()[\]%¶]/);
});

describe('the answer key', () => {
  const questions = questionsIn(bank, 'en');

  test('has every question of the bank, with a text and a reason for all that is right', () => {
    for (const { item, words: own } of questions) {
      const answer = answerOf(words, item, own);
      expect(answer.length, item.id).toBeGreaterThan(0);
      for (const { text, why } of answer) expect([text, why], item.id).not.toContain('');
    }
    expect(questions).toHaveLength(bank.items.size);
  });

  test('names what the marking holds right, and nothing else', () => {
    for (const { item, words: own } of questions) {
      const given = answerOf(words, item, own).map(({ id }) => id);
      const key = keyOf(item);
      expect(mark(item, key)).toMatchObject({ right: true });
      if (key.kind === 'one' || key.kind === 'scale') expect(given).toEqual([key.option]);
      if (key.kind === 'several') expect([...given].sort()).toEqual([...key.options].sort());
      if (key.kind === 'order') expect(given).toEqual(key.steps);
      if (key.kind === 'signs') expect(given).toEqual(expect.arrayContaining(Object.keys(key.signs)));
    }
  });
});

// ---------------------------------------------------------------- words

/** The school year whose readers follow a text (Flesch and Kincaid). */
function gradeOf(texts: readonly string[]): number {
  const found = texts.flatMap((text) => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []);
  const sentence = texts.reduce((sum, text) => sum + Math.max(1, text.match(/[.!?]+(?=["”’)]?(?:\s|$))/g)?.length ?? 0), 0);
  return fleschKincaid({ sentence, word: found.length, syllable: found.reduce((sum, word) => sum + syllable(word), 0) });
}

test.each([
  ['plan', 9],
  ['background', 9],
  ['prompts', 9],
  ['ticket', 9],
  ['answers', 9],
  ['balance', 9],
  ['home', 9],
  // Written for teachers who plan, and for those who run networks.
  ['standards', 12],
  ['network', 12],
] as const)('%s can be read in grade %i', (sheet, grade) => {
  expect(gradeOf(textsOf(under(sheet)))).toBeLessThanOrEqual(grade);
});

test('what is read aloud is easier still', () => {
  expect(gradeOf(textsOf(under('background', 'text')))).toBeLessThanOrEqual(8);
});

test('the kit repeats no eight words of the article in a row', () => {
  const runs = new Set(article.runs);
  expect(textsOf(kit).filter((text) => runsOf(text).some((run) => runs.has(run)))).toEqual([]);
});
