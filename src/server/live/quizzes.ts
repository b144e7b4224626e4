// What a teacher asks for, from the shipped bank or a file of their own, as the quiz that a session's log carries.

import type { Content } from '../../content/crossref.ts';
import { type Bank, misconceptionsIn, parseStrangerQuiz, questionsIn, quizWordsIn } from '../../content/quizzes.ts';
import { createWords } from '../../content/words.ts';
import type { CreateMessage } from '../../protocol/messages.ts';
import type { ItemId, Question } from '../../quiz/types.ts';
import { hashValue } from '../../rules/hash.ts';
import { RULES_HASH } from '../../rules/version.ts';
import type { NamedMisconception, SessionHeader, SessionQuiz } from '../../session/types.ts';
import { dateOf, type TellingKey } from '../../telling/wording.ts';

export type Chosen = { ok: true; header: SessionHeader } | { ok: false; detail: string };

/** Problems of a teacher's file that are told at once. */
const MOST_TOLD = 8;

export interface Shelf {
  content: Content;
  bank: Bank;
}

/** @param seed unsigned 32 bits */
export function headerFor({ content, bank: shipped }: Shelf, { settings, language, title, items, own }: CreateMessage, seed: number): Chosen {
  let bank = shipped;
  if (own !== undefined) {
    const read = parseStrangerQuiz('quiz', own, content);
    if (!read.ok)
      return {
        ok: false,
        detail: read.problems
          .slice(0, MOST_TOLD)
          .map(({ message }) => message)
          .join('\n'),
      };
    bank = read.bank;
  }
  const byId = new Map<string, Question>(questionsIn(bank, language).map((question) => [question.item.id, question]));
  const unknown = items.filter((id) => !byId.has(id));
  if (unknown.length > 0) return { ok: false, detail: `items: ${unknown.slice(0, MOST_TOLD).join(', ')}` };
  if (new Set(items).size < items.length) return { ok: false, detail: 'items' };
  const questions = items.map((id) => byId.get(id) as Question);
  const twins = [...byId.values()].filter(({ item }) => item.twinOf !== null && items.includes(item.twinOf) && !items.includes(item.id));
  const quiz = quizOf(content, bank, language, title, questions, twins);
  return { ok: true, header: { format: 1, kind: 'quiz', rules: RULES_HASH, content: hashValue(quiz), seed, quiz, settings } };
}

function quizOf(content: Content, bank: Bank, language: string, title: string, questions: readonly Question[], twins: readonly Question[]): SessionQuiz {
  const words = createWords<TellingKey>(content.text, language);
  const asked = [...questions, ...twins].map(({ item }) => item);
  const claims = new Set(asked.map(({ claim }) => claim));
  const facts = new Set(asked.flatMap((item) => item.facts));
  return {
    title,
    language: words.language,
    questions,
    twins,
    misconceptions: misconceptionsFor(bank, language, new Set(asked.map(({ id }) => id))),
    claims: content.claims.filter(({ id }) => claims.has(id)).map(({ id, paragraphs }) => ({ id, text: words.t(`claims:${id}`), paragraphs })),
    facts: Object.fromEntries(
      content.facts
        .filter(({ id }) => facts.has(id))
        .map(({ id, date, to, precision, checked }) => [id, { when: dateOf(words, date, precision, to), text: words.t(`facts:${id}`), checked }]),
    ),
  };
}

function misconceptionsFor(bank: Bank, language: string, items: ReadonlySet<ItemId>): NamedMisconception[] {
  return bank.quizzes.flatMap((quiz) => {
    const names = quizWordsIn(bank, quiz.id, language).misconceptions;
    const shown = new Set(quiz.items.filter(({ id }) => items.has(id)).flatMap((item) => misconceptionsIn(item).map(({ id }) => id)));
    return quiz.misconceptions.filter(({ id }) => shown.has(id)).map(({ id, paragraphs }) => ({ id, name: names[id] ?? id, paragraphs }));
  });
}
