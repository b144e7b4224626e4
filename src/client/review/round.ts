// A round: a handful of questions, drawn anew each time, those not yet mastered first.

import type { Bank } from '../../content/quizzes.ts';
import { questionsIn } from '../../content/quizzes.ts';
import type { Item, Question } from '../../quiz/types.ts';
import { hashText } from '../../rules/hash.ts';
import type { AnswerRecord } from './records.ts';
import { isMissed, type Standing } from './schedule.ts';

export const ROUND = 10;

/** A question in all its guises: an item and its twins, which share one place in the schedule. */
export interface Family {
  /** The first item's id. */
  key: string;
  /** Where it stands: a shipped quiz, or `own:` and a file's id. */
  quiz: string;
  members: readonly [Question, ...Question[]];
}

/** @param own the id of the file that the bank came from; null for the shipped one */
export function familiesOf(bank: Bank, language: string, own: string | null): Family[] {
  const questions = new Map(questionsIn(bank, language).map((question) => [question.item.id, question]));
  return bank.quizzes.flatMap(({ id, items }) =>
    items
      .filter(({ twinOf }) => twinOf === null)
      .map((item): Family => {
        const twins = items.filter(({ twinOf }) => twinOf === item.id);
        const members = [item, ...twins].map(({ id }) => questions.get(id) as Question);
        return { key: familyKey(item, own), quiz: own === null ? id : `own:${own}`, members: members as [Question, ...Question[]] };
      }),
  );
}

function familyKey(item: Pick<Item, 'id' | 'twinOf'>, own: string | null): string {
  const first = item.twinOf ?? item.id;
  return own === null ? first : `own:${own}/${first}`;
}

/** Finds the family of an answer. Shipped items are known by their id wherever they were asked; a stranger's only inside its file. */
export function familyFinder(families: readonly Family[]): (answer: Pick<AnswerRecord, 'quiz' | 'item'>) => string | null {
  const known = new Map(families.flatMap(({ key, quiz, members }) => members.map(({ item }) => [quiz.startsWith('own:') ? `${quiz}/${item.id}` : item.id, key])));
  return ({ quiz, item }) => known.get(quiz?.startsWith('own:') === true ? `${quiz}/${item}` : item) ?? null;
}

/** Draws for an item's options. */
export function drawsOf(seed: number, item: string): (index: number) => number {
  return (index) => drawn(`${seed}:${item}:${index}`);
}

function drawn(text: string): number {
  return Number.parseInt(hashText(text).slice(0, 7), 16);
}

/** The questions of a practice round: those unanswered or missed at last first, then those answered longest ago. */
export function practiceRound(families: readonly Family[], standings: ReadonlyMap<string, Standing>, answers: readonly AnswerRecord[], seed: number, size = ROUND): Question[] {
  const ranked = shuffled(families, seed).map((family) => {
    const standing = standings.get(family.key);
    return { family, since: standing === undefined || isMissed(standing) ? 0 : standing.last.at };
  });
  return ranked
    .sort((one, other) => one.since - other.since)
    .slice(0, size)
    .map(({ family }) => guiseOf(family, answers));
}

/** The questions of a review: those longest due, in an order of their own. @param due keys, the longest due first */
export function reviewRound(families: readonly Family[], due: readonly string[], answers: readonly AnswerRecord[], seed: number, size = ROUND): Question[] {
  const byKey = new Map(families.map((family) => [family.key, family]));
  const chosen = due.flatMap((key) => byKey.get(key) ?? []).slice(0, size);
  return shuffled(chosen, seed).map((family) => guiseOf(family, answers));
}

/** The guise that was answered longest ago, or never. */
function guiseOf({ members }: Family, answers: readonly AnswerRecord[]): Question {
  const lastAt = ({ item }: Question) => Math.max(-1, ...answers.filter((answer) => answer.item === item.id).map(({ at }) => at));
  return members.reduce((best, member) => (lastAt(member) < lastAt(best) ? member : best));
}

function shuffled(families: readonly Family[], seed: number): Family[] {
  return families
    .map((family) => ({ family, place: drawn(`${seed}:${family.key}`) }))
    .sort((one, other) => one.place - other.place)
    .map(({ family }) => family);
}
