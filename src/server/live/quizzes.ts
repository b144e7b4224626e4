// What a teacher asks for, from the shipped bank, a file of their own or the levels, as the quiz or the game that a session's log carries.

import type { Content } from '../../content/crossref.ts';
import { type Bank, misconceptionsIn, parseStrangerQuiz, questionsIn, quizWordsIn } from '../../content/quizzes.ts';
import { createWords } from '../../content/words.ts';
import type { ClassMessage, CreateMessage, QuizMessage } from '../../protocol/messages.ts';
import type { ItemId, Question } from '../../quiz/types.ts';
import { hashValue } from '../../rules/hash.ts';
import { type Library, prepare } from '../../rules/prepare.ts';
import type { LevelId } from '../../rules/types.ts';
import { RULES_HASH } from '../../rules/version.ts';
import type { Input, NamedMisconception, SessionHeader, SessionQuiz, SessionState } from '../../session/types.ts';
import { checkpointOf } from '../../telling/checkpoint.ts';
import { dateOf, type TellingKey } from '../../telling/wording.ts';

export type Chosen = { ok: true; header: SessionHeader } | { ok: false; detail: string };

/** Problems of a teacher's file that are told at once. */
const MOST_TOLD = 8;

export interface Shelf {
  content: Content;
  bank: Bank;
}

/** @param seed unsigned 32 bits */
export function headerFor(shelf: Shelf, message: CreateMessage, seed: number): Chosen {
  return message.kind === 'quiz' ? quizHeader(shelf, message, seed) : classHeader(shelf, message, seed);
}

/** A level with all that its rules read. */
function classHeader({ content }: Shelf, { settings, language, title, level: name, seed: wanted }: ClassMessage, drawn: number): Chosen {
  const level = content.levels.get(name as LevelId);
  if (level === undefined) return { ok: false, detail: `level: ${name}` };
  const { cards, moves, topics, ledger } = content.library;
  const library: Library = {
    cards: cards.filter(({ id }) => level.deck.includes(id)),
    moves: moves.filter(({ id }) => level.moves.includes(id)),
    topics: topics.filter(({ id }) => level.topics.includes(id)),
    ledger,
    rivals: [],
  };
  const seed = wanted ?? level.seeds[drawn % Math.max(1, level.seeds.length)] ?? drawn;
  const words = createWords<TellingKey>(content.text, language);
  const quiz: SessionQuiz = { title, language: words.language, questions: [], twins: [], misconceptions: [], claims: [], facts: {} };
  return { ok: true, header: { format: 1, kind: 'class', rules: RULES_HASH, content: prepare(level, library).content, seed, quiz, game: { level, library }, settings } };
}

/** What a checkpoint that waits asks; null where the bank has nothing on it. */
export function checkpointFor({ content, bank }: Shelf, { header, play }: SessionState): Extract<Input, { type: 'checkpoint' }> | null {
  if (play?.checkpoint?.stands !== 'waits') return null;
  const words = createWords<TellingKey>(content.text, header.quiz.language);
  const { world, log, fold } = play;
  const checkpoint = checkpointOf({ world, log, carried: null, ...fold }, bank, words);
  const { turn } = play.checkpoint;
  if (checkpoint === null) return { type: 'checkpoint', turn, asks: null };
  const { first, retry, beliefOf } = checkpoint;
  const twins = retry.item.twinOf === first.item.id ? [retry] : [];
  const { questions: _, twins: __, title: ___, language: ____, ...named } = quizOf(content, bank, header.quiz.language, '', [first], twins);
  const own = misconceptionsIn(first.item).flatMap(({ id }) => {
    const belief = named.misconceptions.some((known) => known.id === id) ? null : beliefOf(id);
    return belief === null ? [] : [{ id, ...belief }];
  });
  return { type: 'checkpoint', turn, asks: { ...named, questions: [first], twins, misconceptions: [...named.misconceptions, ...own] } };
}

function quizHeader({ content, bank: shipped }: Shelf, { settings, language, title, items, own }: QuizMessage, seed: number): Chosen {
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
