// The bank of all shipped quizzes, or one quiz of a stranger's: files parsed and checked against each other, against the claims and the facts.

import type { Item, ItemId, ItemWords, Misconception, MisconceptionId, Question, Quiz, QuizId, QuizWords } from '../quiz/types.ts';
import type { ClaimId } from '../rules/types.ts';
import type { ContentFile } from './crossref.ts';
import { dangling, idsOf } from './levelChecks.ts';
import { type FileData, parseInto } from './parse.ts';
import { didYouMean, Findings, type Problem } from './problems.ts';
import type { Claim, Fact } from './schemas.ts';
import { SOURCE_LANGUAGE, sameKeys } from './wordChecks.ts';

/** What quizzes may name. */
export interface QuizShelf {
  claims: readonly Claim[];
  facts: readonly Fact[];
}

export interface Bank {
  quizzes: readonly Quiz[];
  /** In the order of their files. */
  items: ReadonlyMap<ItemId, Item>;
  misconceptions: ReadonlyMap<MisconceptionId, Misconception>;
  /** By language, then by quiz. */
  text: Readonly<Record<string, Readonly<Record<string, QuizWords>>>>;
}

export type AssembledBank = { ok: true; bank: Bank } | { ok: false; problems: Problem[] };

const QUIZ_FILE = /^quiz\/([a-z0-9-]{1,48})\.json$/;
const TEXT_FILE = /^text\/([A-Za-z0-9-]+)\/quiz\/([a-z0-9-]{1,48})\.json$/;

/** Whether a content file is a quiz's or its words'. */
export function isOfQuiz(name: string): boolean {
  return QUIZ_FILE.test(name) || TEXT_FILE.test(name);
}

/** The shipped bank. @param files of the content folder; those that are no quizzes are passed over */
export function assembleBank(files: readonly ContentFile[], shelf: QuizShelf): AssembledBank {
  const findings = new Findings();
  const quizzes: Quiz[] = [];
  const text: Record<string, Record<string, QuizWords>> = { [SOURCE_LANGUAGE]: {} };
  for (const { name, text: data } of files) {
    const [, ofQuiz] = QUIZ_FILE.exec(name) ?? [];
    const [, language, ofText] = TEXT_FILE.exec(name) ?? [];
    if (ofQuiz !== undefined) {
      const quiz = parseInto(findings, 'quiz', name, data);
      if (quiz === undefined) continue;
      if (quiz.id !== ofQuiz) findings.add({ file: name, path: 'id', found: `"${quiz.id}"`, expected: `"${ofQuiz}", the file's name` });
      quizzes.push(quiz);
    } else if (language !== undefined && ofText !== undefined) {
      const words = parseInto(findings, 'text/quiz', name, data);
      if (words !== undefined) text[language] = { ...text[language], [ofText]: words };
    }
  }
  if (findings.any) return { ok: false, problems: findings.problems };
  const fileOf = ({ id }: Quiz) => `quiz/${id}.json`;
  for (const quiz of quizzes) checkQuiz(findings, fileOf(quiz), quiz, shelf);
  checkAcross(findings, quizzes, fileOf);
  for (const [language, byQuiz] of Object.entries(text)) {
    for (const quiz of quizzes) {
      const file = `text/${language}/quiz/${quiz.id}.json`;
      const words = byQuiz[quiz.id];
      if (words !== undefined) checkQuizWords(findings, file, [], quiz, words);
      else findings.add({ file, path: '', found: 'no such file', expected: 'a file of this name' });
    }
    for (const id of Object.keys(byQuiz)) {
      if (!quizzes.some((quiz) => quiz.id === id))
        findings.add({
          file: `text/${language}/quiz/${id}.json`,
          path: '',
          found: `words for "${id}"`,
          expected: 'words of a quiz that exists',
          cure: didYouMean(id, idsOf(quizzes)),
        });
    }
  }
  return findings.any ? { ok: false, problems: findings.problems } : { ok: true, bank: bankOf(quizzes, text) };
}

export type StrangerQuiz = { ok: true; bank: Bank; quiz: Quiz } | { ok: false; problems: Problem[] };

/** One quiz file that carries its words inline. */
export function parseStrangerQuiz(name: string, data: FileData, shelf: QuizShelf): StrangerQuiz {
  const findings = new Findings();
  const parsed = parseInto(findings, 'stranger-quiz', name, data);
  if (parsed === undefined) return { ok: false, problems: findings.problems };
  const { quiz, text } = parsed;
  checkQuiz(findings, name, quiz, shelf);
  for (const [language, words] of Object.entries(text)) checkQuizWords(findings, name, ['text', language], quiz, words);
  if (findings.any) return { ok: false, problems: findings.problems };
  return { ok: true, quiz, bank: bankOf([quiz], Object.fromEntries(Object.entries(text).map(([language, words]) => [language, { [quiz.id]: words }]))) };
}

function bankOf(quizzes: readonly Quiz[], text: Bank['text']): Bank {
  return {
    quizzes,
    items: new Map(quizzes.flatMap(({ items }) => items.map((item) => [item.id, item]))),
    misconceptions: new Map(quizzes.flatMap(({ misconceptions }) => misconceptions.map((one) => [one.id, one]))),
    text,
  };
}

// ---------------------------------------------------------------- one quiz

/** Every misconception that an item's wrong answers name, with its place in the item. */
export function misconceptionsIn(item: Item): { path: PropertyKey[]; id: MisconceptionId }[] {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'scale':
      return item.options.flatMap((option, i) => (option.key ? [] : [{ path: ['options', i, 'misconception'], id: option.misconception }]));
    case 'order':
      return item.steps.flatMap(({ early }, i) => (early === null ? [] : [{ path: ['steps', i, 'early'], id: early }]));
    case 'signs':
      return item.edges.flatMap((edge, i) => (edge.given ? [] : Object.entries(edge.wrong).map(([sign, id]) => ({ path: ['edges', i, 'wrong', sign], id }))));
  }
}

function checkQuiz(findings: Findings, file: string, quiz: Quiz, { claims, facts }: QuizShelf): void {
  const declared = new Set(idsOf(quiz.misconceptions));
  const used = new Set<string>();
  const byId = new Map(quiz.items.map((item) => [item.id, item]));
  quiz.items.forEach((item, i) => {
    const at = ['items', i];
    if (!claims.some(({ id }) => id === item.claim))
      findings.add({ file, path: [...at, 'claim'], found: `"${item.claim}"`, expected: 'a claim that exists', cure: didYouMean(item.claim, idsOf(claims)) });
    dangling(findings, file, [...at, 'facts'], item.facts, 'fact', idsOf(facts));
    for (const { path, id } of misconceptionsIn(item)) {
      used.add(id);
      if (!declared.has(id))
        findings.add({
          file,
          path: [...at, ...path],
          found: `"${id}"`,
          expected: `one of this file's misconceptions`,
          cure: didYouMean(id, declared) ?? 'add it to "misconceptions"',
        });
    }
    if (item.twinOf === null) return;
    const twin = byId.get(item.twinOf);
    const place = { file, path: [...at, 'twinOf'], found: `"${item.twinOf}"` };
    if (twin === undefined) findings.add({ ...place, expected: 'an item of this file', cure: didYouMean(item.twinOf, idsOf(quiz.items)) });
    else if (twin.id === item.id || twin.twinOf !== null) findings.add({ ...place, expected: 'another item that is no twin itself' });
    else if (twin.claim !== item.claim || twin.kind !== item.kind || twin.thinking !== item.thinking)
      findings.add({ ...place, found: `"${twin.id}", which differs in claim, kind or thinking`, expected: 'an item of the same claim, kind and level of thinking' });
  });
  quiz.misconceptions.forEach(({ id }, i) => {
    if (!used.has(id))
      findings.add({ file, path: ['misconceptions', i, 'id'], found: `"${id}", which no wrong answer names`, expected: 'a misconception in use', cure: 'remove it' });
  });
}

/** Ids of items and misconceptions stand alone in reports and in what a device remembers. */
function checkAcross(findings: Findings, quizzes: readonly Quiz[], fileOf: (quiz: Quiz) => string): void {
  for (const list of ['items', 'misconceptions'] as const) {
    const first = new Map<string, Quiz>();
    for (const quiz of quizzes) {
      quiz[list].forEach(({ id }, i) => {
        const earlier = first.get(id);
        if (earlier === undefined) first.set(id, quiz);
        else
          findings.add({
            file: fileOf(quiz),
            path: [list, i, 'id'],
            found: `"${id}", which ${fileOf(earlier)} has too`,
            expected: 'an id of its own',
            cure: 'rename one of the two',
          });
      });
    }
  }
}

function checkQuizWords(findings: Findings, file: string, path: readonly PropertyKey[], quiz: Quiz, words: QuizWords): void {
  sameKeys(findings, file, [...path, 'misconceptions'], idsOf(quiz.misconceptions), words.misconceptions);
  sameKeys(findings, file, [...path, 'items'], idsOf(quiz.items), words.items);
  for (const item of quiz.items) {
    const own = words.items[item.id];
    if (own === undefined) continue;
    const at = [...path, 'items', item.id];
    const optioned = item.kind === 'signs' ? [] : item.kind === 'order' ? item.steps : item.options;
    sameKeys(findings, file, [...at, 'options'], idsOf(optioned), own.options);
    sameKeys(findings, file, [...at, 'nodes'], item.kind === 'signs' ? item.nodes : [], own.nodes);
    sameKeys(findings, file, [...at, 'edges'], item.kind === 'signs' ? idsOf(item.edges.filter(({ given }) => !given)) : [], own.edges);
  }
}

// ---------------------------------------------------------------- reading the bank

/** The words of a quiz, in a language or else in English or else in the first there is. */
export function quizWordsIn({ text }: Bank, quiz: QuizId, language: string): QuizWords {
  const found = text[language]?.[quiz] ?? text[SOURCE_LANGUAGE]?.[quiz] ?? Object.values(text).flatMap((byQuiz) => byQuiz[quiz] ?? [])[0];
  if (found === undefined) throw new Error(`No words for the quiz ${quiz}`);
  return found;
}

/** All items with their words. */
export function questionsIn(bank: Bank, language: string): Question[] {
  return bank.quizzes.flatMap((quiz) => {
    const words = quizWordsIn(bank, quiz.id, language);
    return quiz.items.map((item) => ({ item, words: words.items[item.id] as ItemWords }));
  });
}

/** Items of a claim, twins left out. */
export function itemsOn(bank: Bank, claim: ClaimId): Item[] {
  return [...bank.items.values()].filter((item) => item.claim === claim && item.twinOf === null);
}
