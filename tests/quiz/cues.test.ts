// A cue that is planted is caught, and items without one are left alone.

import { describe, expect, test } from 'vitest';
import { cuesIn, SUSPECT, scaleWiles, type Wiles, wilesOf } from '../../src/quiz/cues.ts';
import type { Question } from '../../src/quiz/types.ts';
import { draw, STREAM } from '../../src/rules/hash.ts';
import { choice, question } from './items.ts';

const CLEAN = question('Which of these follows from the trade?', ['The tie grows stronger', 'The tie grows weaker', 'The war grows longer', 'The price grows higher']);

describe('single items', () => {
  test('without a cue are left alone', () => expect(cuesIn([CLEAN])).toEqual([]));

  test.each<[string, string, [string, ...string[]]]>([
    ['hedged', 'the only hedged option', ['Russia may share more', 'Russia shares more rockets', 'Russia gives up the trade', 'Russia sends its troops']],
    ['hedged', 'the only unhedged option', ['Russia shares more', 'Russia may share rockets', 'Russia might stop', 'Russia could send troops']],
    ['absolute', 'the only absolute option', ['Sanctions never worked', 'Sanctions worked in part', 'Sanctions worked for a while', 'Sanctions worked on trade']],
    ['absolute', 'the only option that is not absolute', ['Sanctions slow it', 'Sanctions always stop it', 'Sanctions never slow it', 'Sanctions do nothing']],
    ['all-of-the-above', 'a bag of all options', ['The tie', 'The war', 'The trade', 'All of the above']],
    ['all-of-the-above', 'a bag of none', ['The tie', 'The war', 'The trade', 'None of these']],
  ])('%s: %s', (cue, _, texts) => {
    const found = cuesIn([question('Which is it?', texts)]);
    expect(found.map((each) => each.cue)).toContain(cue);
  });

  test('a stem that holds the key of another', () => {
    const key = question('What does the satellite need?', ['Rocket engines built for heavier loads', 'Cloudless weather', 'Fresh fuel', 'Foreign crews'], 'asks');
    const tells = question('Since rocket engines for heavier loads were built in Russia, what follows?', ['Much', 'Little', 'Something', 'A launch'], 'tells');
    expect(cuesIn([key, tells])).toContainEqual({ cue: 'gives-away', item: 'asks', by: 'tells' });
    const twin: Question = { ...tells, item: { ...tells.item, twinOf: key.item.id } };
    expect(cuesIn([key, twin]).filter(({ cue }) => cue === 'gives-away')).toEqual([]);
  });
});

/** Many items whose options differ as `texts` says; the key's place and its text are the writer's. */
function bank(texts: (at: number) => [string, ...string[]], place: (at: number) => number = (at) => draw(at, STREAM.plan, 0, 0) % 4): Question[] {
  return Array.from({ length: 60 }, (_, at) => question('Which is it?', texts(at), `item-${at}`, place(at)));
}

const NAMES = ['amber', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'heron', 'inlet', 'jetty', 'knoll', 'larch'];
/** Four different words, each as long and as telling as any other. */
const even = (at: number): [string, string, string, string] => {
  const from = draw(at, STREAM.plan, 1, 0) % NAMES.length;
  return [0, 1, 2, 3].map((i) => NAMES[(from + 5 * i) % NAMES.length]) as [string, string, string, string];
};
const longer = (at: number): [string, ...string[]] => {
  const [key, ...others] = even(at);
  return [`${key} and then some words`, ...others];
};
const above = (wiles: readonly Wiles[], name: string) => wiles.find(({ wile }) => wile === name)?.above ?? Number.NaN;

describe('over a bank', () => {
  test('nobody gains by a wile where there is nothing to find', () => {
    for (const { wile, above } of wilesOf(bank(even))) expect(above, wile).toBeLessThanOrEqual(SUSPECT);
  });

  test.each<[string, Question[]]>([
    ['takes the longest', bank(longer)],
    [
      'takes the shortest',
      bank((at) => {
        const [key, ...others] = even(at);
        return [key, ...others.map((other) => `${other} and more`)];
      }),
    ],
    [
      'takes the most hedged',
      bank((at) => {
        const [key, first, ...others] = even(at);
        return [`${key} may, perhaps`, `${first} may`, ...others];
      }),
    ],
    [
      'takes the least absolute',
      bank((at) => {
        const [key, first, ...others] = even(at);
        return [`${key} x`, `${first} always`, ...others.map((other) => `${other} never`)];
      }),
    ],
    ['takes the first', bank(even, () => 0)],
    ['takes the second', bank(even, () => 1)],
    ['takes the third', bank(even, () => 2)],
    ['takes the last', bank(even, () => 3)],
    ['takes what sounds like the question', bank(even).map((each) => withStem(each, keyText(each)))],
    [
      'takes what is most like the others',
      bank((at) => {
        const [key, first, second, third] = even(at);
        return [`${key} ${first} ${second}`, `${first} ${key}`, `${second} ${key}`, third];
      }),
    ],
  ])('a player who %s is found out', (wile, questions) => expect(above(wilesOf(questions), wile)).toBeGreaterThan(SUSPECT));

  const scaled = (keyAt: (at: number) => string) =>
    Array.from({ length: 30 }, (_, at): Question => ({ item: choice('scale', 5, keyAt(at)), words: { stem: 'Where?', options: {}, nodes: {}, edges: {} } }));

  test.each<[string, string]>([
    ['takes the low end of scales', 'a'],
    ['takes the middle of scales', 'c'],
    ['takes the high end of scales', 'e'],
  ])('a player who %s is found out', (wile, key) => expect(above(scaleWiles(scaled(() => key)), wile)).toBeGreaterThan(SUSPECT));

  test('keys spread along their scales give nothing away', () => {
    for (const { wile, above } of scaleWiles(scaled((at) => 'abcde'[at % 5] as string))) expect(above, wile).toBeLessThanOrEqual(SUSPECT);
  });
});

function keyText({ item, words }: Question): string {
  const key = item.kind === 'one' ? item.options.find(({ key }) => key) : undefined;
  return words.options[key?.id ?? '']?.text ?? '';
}

function withStem({ item, words }: Question, telling: string): Question {
  return { item, words: { ...words, stem: `Is it the ${telling} or what else?` } };
}
