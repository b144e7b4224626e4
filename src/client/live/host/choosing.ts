// What a teacher chooses from: ready-made sets, one for each topic and a short check across them, and every question of the bank.

import { type Bank, quizWordsIn } from '../../../content/quizzes.ts';
import type { Item, ItemId, Question } from '../../../quiz/types.ts';

export interface ReadySet {
  id: string;
  /** Null: the short check across topics. */
  title: string | null;
  items: readonly ItemId[];
}

const IN_A_SET = 6;
const IN_A_CHECK = 4;

/** A twin is asked after a discussion, never by itself. */
const isElder = ({ twinOf }: Item) => twinOf === null;

export function readySets(bank: Bank, language: string): ReadySet[] {
  const twins = new Set([...bank.items.values()].flatMap(({ twinOf }) => twinOf ?? []));
  const best = (items: readonly Item[]) => [...items.filter(({ id }) => twins.has(id)), ...items.filter(({ id }) => !twins.has(id))];
  const check = bank.quizzes.flatMap(({ items }) => best(items.filter((item) => isElder(item) && item.kind === 'one')).slice(0, 1)).slice(0, IN_A_CHECK);
  return [
    { id: 'check', title: null, items: check.map(({ id }) => id) },
    ...bank.quizzes.map((quiz) => ({
      id: quiz.id,
      title: quizWordsIn(bank, quiz.id, language).title,
      items: spread(quiz.items.filter(isElder), twins).map(({ id }) => id),
    })),
  ];
}

/** Each claim of the topic once before any comes twice; of its items one that has a twin. */
function spread(items: readonly Item[], twins: ReadonlySet<ItemId>): Item[] {
  const chosen: Item[] = [];
  const left = [...items].sort((one, other) => Number(twins.has(other.id)) - Number(twins.has(one.id)));
  while (chosen.length < IN_A_SET && left.length > 0) {
    const times = (item: Item) => chosen.filter(({ claim }) => claim === item.claim).length;
    const next = left.reduce((least, item) => (times(item) < times(least) ? item : least));
    chosen.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return chosen;
}

/** Questions of a topic, or of all (`''`), whose words hold what was typed; twins left out. */
export function found(questions: readonly Question[], topicOf: (item: Item) => string, topic: string, typed: string): Question[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter(({ item, words }) => {
    if (!isElder(item) || (topic !== '' && topicOf(item) !== topic)) return false;
    const text = `${words.stem} ${Object.values(words.options)
      .map((option) => option.text)
      .join(' ')}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
