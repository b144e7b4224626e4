// What the quiz's pages stand on: the shipped bank and files of one's own, and what the answers kept on this device make of them.

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Content } from '../../content/crossref.ts';
import { type Bank, parseStrangerQuiz, quizWordsIn } from '../../content/quizzes.ts';
import type { ItemId, MisconceptionId, Question } from '../../quiz/types.ts';
import type { Vocabulary } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';
import { kept } from './door.ts';
import type { AnswerRecord, OwnFile } from './records.ts';
import { type Family, familiesOf, familyFinder } from './round.ts';
import { dueItems, nextDue, type Standing, standingsOf } from './schedule.ts';
import type { Kept } from './store.ts';

export interface OwnQuiz {
  file: OwnFile;
  title: string;
  /** null where this version cannot read it. */
  bank: Bank | null;
}

export interface Study {
  kept: Kept;
  own: readonly OwnQuiz[];
  families: readonly Family[];
  standings: ReadonlyMap<string, Standing>;
  /** Keys of families, the longest due first. */
  due: readonly string[];
  /** When the next one falls due, milliseconds since 1970. */
  next: number | null;
  now: number;
  /** The bank that a family's quiz stands in. */
  bankOf: (quiz: string) => Bank;
  titleOf: (quiz: string) => string;
  find: (quiz: string | null, item: ItemId) => Question | null;
}

/** @returns null until what is kept has been read */
export function useStudy(bank: Bank): Study | null {
  const { content, words } = useShelves();
  const looks = useLooks();
  const all = kept.value;
  const own = useMemo(() => (all?.own ?? []).map((file) => ownQuiz(file, content, words)), [all?.own, content, words]);
  return useMemo(() => (all === null ? null : studyOf({ bank, own, kept: all, words, now: Date.now() })), [bank, own, all, words, looks]);
}

const parsed = new Map<string, ReturnType<typeof parseStrangerQuiz>>();

function ownQuiz(file: OwnFile, content: Content, words: Vocabulary): OwnQuiz {
  const known = parsed.get(file.id) ?? parseStrangerQuiz(file.name, file.text, content);
  parsed.set(file.id, known);
  if (!known.ok) return { file, title: file.name, bank: null };
  return { file, title: quizWordsIn(known.bank, known.quiz.id, words.language).title, bank: known.bank };
}

function studyOf({ bank, own, kept, words, now }: { bank: Bank; own: readonly OwnQuiz[]; kept: Kept; words: Vocabulary; now: number }): Study {
  const banks = new Map<string, Bank>(own.flatMap(({ file, bank }) => (bank === null ? [] : [[ownKey(file.id), bank]])));
  const families = [...familiesOf(bank, words.language, null), ...own.flatMap(({ file, bank }) => (bank === null ? [] : familiesOf(bank, words.language, file.id)))];
  const keyOf = familyFinder(families);
  const byKey = new Map(families.map((family) => [family.key, family]));
  const standings = standingsOf(kept.answers, keyOf);
  const bankOf = (quiz: string) => banks.get(quiz) ?? bank;
  return {
    kept,
    own,
    families,
    standings,
    due: dueItems(standings.values(), kept.courseEnd, now),
    next: nextDue(standings.values(), kept.courseEnd, now),
    now,
    bankOf,
    titleOf: (quiz) => {
      const ofFile = own.find(({ file }) => ownKey(file.id) === quiz);
      if (ofFile !== undefined) return ofFile.title;
      const shipped = bank.quizzes.find(({ id }) => id === quiz);
      return shipped === undefined ? quiz : quizWordsIn(bank, shipped.id, words.language).title;
    },
    find: (quiz, item) => {
      const key = keyOf({ quiz, item });
      return (key === null ? undefined : byKey.get(key))?.members.find((member) => member.item.id === item) ?? null;
    },
  };
}

export function ownKey(id: string): string {
  return `own:${id}`;
}

/** What somebody believes who answers so, in words. */
export function beliefText(bank: Bank, language: string, id: MisconceptionId): string {
  for (const quiz of bank.quizzes) {
    const text = quizWordsIn(bank, quiz.id, language).misconceptions[id];
    if (text !== undefined) return text;
  }
  return id;
}

/** The title under which an answer's question stands. */
export function topicOf(study: Study, { quiz, item }: AnswerRecord): string {
  const own = quiz?.startsWith('own:') === true ? quiz : null;
  const shipped = study.families.find((family) => own === null && family.members.some((member) => member.item.id === item));
  return study.titleOf(own ?? shipped?.quiz ?? quiz ?? '');
}

/** How often a page looks at the clock, milliseconds. */
const LOOK = 30_000;

/** Counts the looks at the clock. */
function useLooks(): number {
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    const look = () => setLooks((before) => before + 1);
    const timer = setInterval(look, LOOK);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return looks;
}
