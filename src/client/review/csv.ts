// All answers as a table for spreadsheets.

import { points } from '../../quiz/marking.ts';
import type { Question } from '../../quiz/types.ts';
import type { Vocabulary } from '../../telling/wording.ts';
import { csvOf } from '../csv.ts';
import { keyText, responseText } from './inWords.ts';
import type { AnswerRecord } from './records.ts';

export interface CsvShelf {
  /** The question of an answer and its topic; null where it is no longer here. */
  find: (answer: AnswerRecord) => { question: Question; topic: string } | null;
  claim: (id: string) => { text: string; paragraphs: readonly number[] } | null;
  misconception: (answer: AnswerRecord, id: string) => string;
}

const COLUMNS = ['answeredAt', 'from', 'topic', 'question', 'kind', 'answer', 'key', 'credit', 'right', 'sure', 'points', 'misconceptions', 'claim', 'paragraphs', 'item'] as const;

/** @param answers in the order in which they are to stand */
export function csvText(words: Vocabulary, answers: readonly AnswerRecord[], shelf: CsvShelf): string {
  const heads = COLUMNS.map((column) => words.t(column === 'from' ? 'interface:quiz.csv.where' : `interface:quiz.csv.${column}`));
  const rows = answers.map((answer) => COLUMNS.map((column) => cell(words, answer, shelf, column)));
  return csvOf([heads, ...rows]);
}

function cell(words: Vocabulary, answer: AnswerRecord, { find, claim, misconception }: CsvShelf, column: (typeof COLUMNS)[number]): string | number {
  const found = find(answer);
  const gone = words.t('interface:quiz.csv.gone');
  switch (column) {
    case 'answeredAt':
      return new Date(answer.at).toISOString();
    case 'from':
      return words.t(`interface:quiz.csv.from.${answer.from}`);
    case 'topic':
      return found?.topic ?? gone;
    case 'question':
      return found?.question.words.stem ?? gone;
    case 'kind':
      return words.t(`interface:quiz.csv.kinds.${answer.kind}`);
    case 'answer':
      return found === null ? JSON.stringify(answer.response) : responseText(words, found.question, answer.response);
    case 'key':
      return found === null ? gone : keyText(words, found.question);
    case 'credit':
      return answer.credit / 10;
    case 'right':
      return words.t(answer.credit === 1000 ? 'interface:quiz.csv.yes' : 'interface:quiz.csv.no');
    case 'sure':
      return answer.confidence;
    case 'points':
      return points(answer, answer.confidence) / 1000;
    case 'misconceptions':
      return answer.misconceptions.map((id) => misconception(answer, id)).join('; ');
    case 'claim':
      return claim(answer.claim)?.text ?? answer.claim;
    case 'paragraphs':
      return claim(answer.claim)?.paragraphs.join(', ') ?? '';
    case 'item':
      return answer.item;
  }
}
