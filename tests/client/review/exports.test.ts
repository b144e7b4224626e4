// What a student takes along: tables that run nothing, and notes that Anki reads as they are.

import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { ankiText } from '../../../src/client/review/anki.ts';
import { csvText } from '../../../src/client/review/csv.ts';
import type { AnswerRecord } from '../../../src/client/review/records.ts';
import { questionsIn } from '../../../src/content/quizzes.ts';
import { keyOf } from '../../../src/quiz/marking.ts';
import { ITEM_KINDS, type Question } from '../../../src/quiz/types.ts';
import { bank } from '../../bank.ts';
import { words } from '../../telling/campaigns.ts';

const questions = questionsIn(bank, 'en');
const oneOf = (kind: string) => questions.find(({ item }) => item.kind === kind) as Question;

function answerTo({ item }: Question): AnswerRecord {
  return {
    schema: 1,
    id: 'a',
    at: 0,
    quiz: 'q',
    item: item.id,
    claim: item.claim,
    kind: item.kind,
    response: keyOf(item),
    confidence: 3,
    credit: 1000,
    misconceptions: [],
    from: 'practice',
  };
}

describe('the table', () => {
  const rowsOf = (question: Question, topic = 'Topic') =>
    Papa.parse<string[]>(
      csvText(words, [answerTo(question)], { find: () => ({ question, topic }), claim: () => ({ text: 'A claim', paragraphs: [2, 3] }), misconception: () => '' }).replace(
        '\ufeff',
        '',
      ),
    ).data;

  test.each(ITEM_KINDS)('tells an answer of the kind %s in words', (kind) => {
    const question = oneOf(kind);
    const [heads, row] = rowsOf(question) as [string[], string[]];
    expect(row).toHaveLength(heads.length);
    expect(row).toContain(question.words.stem);
    expect(row[heads.indexOf('your answer')]).toBe(row[heads.indexOf('right answer')]);
    expect(row[heads.indexOf('your answer')]).not.toBe('');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('disarms a cell that begins as a formula: %j', (start) => {
    const row = rowsOf(oneOf('one'), `${start} topic`)[1] as string[];
    expect(row.some((cell) => cell.startsWith(start))).toBe(false);
    expect(row.some((cell) => cell.startsWith("'") && cell.includes('topic'))).toBe(true);
  });
});

describe('the notes', () => {
  const note = (question: Question) => ({ question, quiz: 'the-war', claim: { id: 'c', text: 'A claim', paragraphs: [5] } });

  test('have Anki’s headers, and a front, a back and tags each', () => {
    const lines = ankiText(words, ITEM_KINDS.map(oneOf).map(note)).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('#'))).toEqual(['#separator:tab', '#html:true', '#notetype:Basic', '#deck:Counterweight', '#tags column:3']);
    const notes = lines.filter((line) => !line.startsWith('#'));
    expect(notes).toHaveLength(ITEM_KINDS.length);
    for (const line of notes) expect(line.split('\t')).toHaveLength(3);
  });

  test('hold no markup of a file’s own', () => {
    const question = structuredClone(oneOf('one')) as Question;
    Object.assign(question.words, { stem: 'A <b>"stem"</b>\twith\nbreaks' });
    const text = ankiText(words, [note(question)]);
    expect(text).toContain('A &lt;b&gt;&quot;stem&quot;&lt;/b&gt; with breaks');
  });
});
