// What the class is told of a question once it is revealed: why the right answer is right, and what the most frequent mistake overlooks. Pure.

import { keyOf } from '../../../quiz/marking.ts';
import type { OptionId, Question } from '../../../quiz/types.ts';
import type { Tally } from '../../../session/types.ts';

/** Why the right answer is right, where it is one option; null otherwise. @param question in letters */
export function whyRight({ item, words }: Question): string | null {
  if (item.kind !== 'one' && item.kind !== 'scale') return null;
  const key = keyOf(item) as { option: OptionId };
  return words.options[key.option]?.why ?? null;
}

export interface Mistake {
  /** A wrong answer; of several a wrong one that was chosen, a right one that was not; a step out of place; an arrow with another sign. */
  of: 'answer' | 'chosen' | 'left' | 'step' | 'arrow';
  /** As it is shown after the reveal: a letter, or the 1-based place in a chain. */
  place: string;
  why: string;
}

/** @param question in letters @returns null where nobody erred, or nobody knows at what */
export function mostFrequentMistake({ item, words }: Question, { answers, letters }: Tally): Mistake | null {
  const [worst] = possible()
    .filter(({ times }) => times > 0)
    .sort((one, other) => other.times - one.times);
  if (worst === undefined || worst.why === '') return null;
  const { times: _, ...mistake } = worst;
  return mistake;

  function possible(): (Mistake & { times: number })[] {
    const whyOf = (id: OptionId) => words.options[id]?.why ?? '';
    const chosen = (id: OptionId) => letters[id] ?? 0;
    const missed = (id: OptionId) => (letters[id] === undefined ? 0 : answers - letters[id]);
    switch (item.kind) {
      case 'one':
      case 'scale':
        return item.options.flatMap(({ id, key }) => (key ? [] : [{ of: 'answer', place: id.toUpperCase(), why: whyOf(id), times: chosen(id) }]));
      case 'several':
        return item.options.map(({ id, key }) => ({ of: key ? 'left' : 'chosen', place: id.toUpperCase(), why: whyOf(id), times: key ? missed(id) : chosen(id) }));
      case 'order':
        return item.steps.map(({ id }, at) => ({ of: 'step', place: String(at + 1), why: whyOf(id), times: missed(id) }));
      case 'signs':
        return item.edges.flatMap(({ id, given, sign }) => (given ? [] : [{ of: 'arrow', place: id.toUpperCase(), why: words.edges[id]?.[sign] ?? '', times: missed(id) }]));
    }
  }
}
