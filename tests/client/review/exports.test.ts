// What leaves the page as a file does no harm where it is opened.

import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { ankiText } from '../../../src/client/review/anki.ts';
import { csvText } from '../../../src/client/review/csv.ts';
import type { AnswerRecord } from '../../../src/client/review/records.ts';
import { createWords } from '../../../src/content/words.ts';
import type { ItemId, MisconceptionId, OptionId, Question } from '../../../src/quiz/types.ts';
import type { ClaimId } from '../../../src/rules/types.ts';
import type { TellingKey } from '../../../src/telling/wording.ts';
import { content } from '../../content.ts';
import { answer } from './answers.ts';

const words = createWords<TellingKey>(content.text, 'en');
const id = <Id extends string>(text: string) => text as Id;
const common = { id: id<ItemId>('an-item'), claim: id<ClaimId>('key-question'), thinking: 'apply', twinOf: null, facts: [] } as const;
const belief = id<MisconceptionId>('m');

function one(stem: string, key = 'Yes', other = 'No'): Question {
  return {
    item: {
      ...common,
      kind: 'one',
      options: [
        { id: id<OptionId>('a'), key: true },
        { id: id<OptionId>('b'), key: false, misconception: belief },
      ],
    },
    words: { stem, options: { a: { text: key, why: 'Because\tit is.\nSo.' }, b: { text: other, why: '“Not so”' } }, nodes: {}, edges: {} },
  };
}
const chain: Question = {
  item: { ...common, kind: 'order', steps: ['a', 'b', 'c'].map((step, at) => ({ id: id<OptionId>(step), early: at === 0 ? null : belief })) },
  words: { stem: 'Order these', options: Object.fromEntries(['a', 'b', 'c'].map((step) => [step, { text: `Step ${step}`, why: `Why ${step}` }])), nodes: {}, edges: {} },
};
const signs: Question = {
  item: {
    ...common,
    kind: 'signs',
    nodes: [id<OptionId>('x'), id<OptionId>('y')],
    edges: [{ id: id<OptionId>('e'), from: id<OptionId>('x'), to: id<OptionId>('y'), sign: 'less', given: false, wrong: { more: belief, none: belief } }],
  },
  words: { stem: 'Arrows', options: {}, nodes: { x: 'unease', y: 'closeness' }, edges: { e: { more: 'M', less: 'L', none: 'N' } } },
};
const claim = { id: 'key-question', text: 'The <claim>', paragraphs: [2, 3] };

describe('the file for Anki', () => {
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');
  const text = ankiText(
    words,
    [one('<script>alert(1)</script> & "quoted"\tand\nbroken'), chain, signs].map((question) => ({ question, quiz: 'own quiz', claim })),
  );

  test('has the headers that Anki reads, and three cells a note', () => {
    expect(lines(text).slice(0, 5)).toEqual(['#separator:tab', '#html:true', '#notetype:Basic', '#deck:Counterweight', '#tags column:3']);
    expect(lines(text)).toHaveLength(8);
    for (const line of lines(text).slice(5)) expect(line.split('\t')).toHaveLength(3);
  });

  test('holds nothing that is markup of the file’s own, nor a quote that would swallow what follows', () => {
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; and broken');
    expect(text).not.toContain('"');
    expect(text).toContain('The &lt;claim&gt;');
  });

  test('asks in front and tells behind', () => {
    const [front = '', back = '', tags = ''] = lines(text)[6]?.split('\t') ?? [];
    expect(front).toMatch(/Order these.*Step/);
    expect(front).not.toContain('Why');
    expect(back).toMatch(/1\. Step a 2\. Step b 3\. Step c/);
    expect(back).toMatch(/Why c.*¶¶\s2, 3/);
    expect(tags).toBe('counterweight own-quiz key-question apply');
    expect(lines(text)[7]).toMatch(/More “unease” → “closeness”.*\t.*less.*L/);
  });

  test('is the same each time', () => {
    expect(ankiText(words, [{ question: chain, quiz: 'q', claim: null }])).toBe(ankiText(words, [{ question: chain, quiz: 'q', claim: null }]));
  });
});

describe('the table of answers', () => {
  const shelf = (question: Question | null, topic = 'The tie') => ({
    find: () => (question === null ? null : { question, topic }),
    claim: () => claim,
    misconception: (_: AnswerRecord, misconception: string) => `belief ${misconception}`,
  });
  const read = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

  test.each(['=HYPERLINK("http://x")', '+1', '-1+2', '@SUM(A1)', '\tx', '\rx'])('runs no formula: %j', (evil) => {
    const text = csvText(words, [answer()], shelf(one(evil, evil), evil));
    const [row] = read(text);
    for (const column of ['question', 'topic', 'your answer', 'right answer']) expect(row?.[column]?.startsWith("'")).toBe(true);
    expect(text).not.toMatch(/(?:^|,|\n)"?[=+@\t\r]/);
  });

  test('tells each answer, numbers as numbers', () => {
    const wrong = answer({ credit: 0, confidence: 3, misconceptions: [belief], response: { kind: 'one', option: id<OptionId>('b') } });
    const text = csvText(words, [wrong], shelf(one('Is it, “so”?')));
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(read(text.slice(1))).toMatchObject([
      {
        'answered at': '2026-09-01T08:00:00.000Z',
        question: 'Is it, “so”?',
        'your answer': 'No',
        'right answer': 'Yes',
        points: '-6',
        right: 'no',
        misconceptions: 'belief m',
        paragraphs: '2, 3',
      },
    ]);
  });

  test('keeps the answer to a question that is no longer here', () => {
    expect(read(csvText(words, [answer()], shelf(null)).slice(1))).toMatchObject([{ question: 'no longer here', 'your answer': '{"kind":"one","option":"a"}' }]);
  });
});
