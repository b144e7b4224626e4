// What the feedback tells of each part of an item: why it is right or wrong, and how it stands to what was answered.

import { type Bank, quizWordsIn } from '../../content/quizzes.ts';
import { type Edge, type ItemOf, type MisconceptionId, type OptionId, type Question, type Response, SIGNS, type Sign } from '../../quiz/types.ts';

export interface Explained {
  id: string;
  text: string;
  why: string;
  yours: boolean;
  key: boolean;
  /** Of a step of a chain alone: where it was put, 1-based, and whether before the step that it follows. */
  place?: number;
  early?: boolean;
}

/** The options in the order in which they were shown; the steps of a chain in the right one. */
export function optionsExplained({ item, words }: Question, response: Response | null, shown: readonly OptionId[]): Explained[] {
  const said = (id: OptionId) => ({ id, text: words.options[id]?.text ?? '', why: words.options[id]?.why ?? '' });
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'scale':
      return shown.map((id) => ({ ...said(id), yours: isChosen(response, id), key: item.options.find((option) => option.id === id)?.key === true }));
    case 'order': {
      const given = response?.kind === 'order' ? response.steps : [];
      return item.steps.map(({ id }, at) => {
        const place = given.indexOf(id) + 1;
        const before = item.steps[at - 1];
        return { ...said(id), yours: given[at] === id, key: true, place, early: before !== undefined && place < given.indexOf(before.id) + 1 };
      });
    }
    case 'signs':
      return [];
  }
}

function isChosen(response: Response | null, id: OptionId): boolean {
  switch (response?.kind) {
    case 'one':
    case 'scale':
      return response.option === id;
    case 'several':
      return response.options.includes(id);
    default:
      return false;
  }
}

export interface EdgeExplained {
  edge: Edge;
  /** Of an asked edge alone: each sign. */
  signs: readonly { sign: Sign; why: string; yours: boolean; key: boolean }[];
}

export function edgesExplained(item: ItemOf<'signs'>, words: Question['words'], response: Response | null): EdgeExplained[] {
  const given = response?.kind === 'signs' ? response.signs : {};
  return item.edges.map((edge) => ({
    edge,
    signs: edge.given ? [] : SIGNS.map((sign) => ({ sign, why: words.edges[edge.id]?.[sign] ?? '', yours: given[edge.id] === sign, key: edge.sign === sign })),
  }));
}

export interface Belief {
  /** In words, as one may believe it. */
  name: string;
  /** Of the article, that answer it; none where the item is not about the article. */
  paragraphs: readonly number[];
}

/** A misconception of the bank's; null where the bank does not know it. */
export function beliefIn(bank: Bank, language: string, id: MisconceptionId): Belief | null {
  const quiz = bank.quizzes.find(({ misconceptions }) => misconceptions.some((one) => one.id === id));
  const name = quiz === undefined ? undefined : quizWordsIn(bank, quiz.id, language).misconceptions[id];
  return name === undefined ? null : { name, paragraphs: bank.misconceptions.get(id)?.paragraphs ?? [] };
}
