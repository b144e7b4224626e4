// What an answer to a question of the bank is explained with: the beliefs it shows, the claim and the dated facts.

import type { Content } from '../../content/crossref.ts';
import type { Bank } from '../../content/quizzes.ts';
import type { Mark } from '../../quiz/marking.ts';
import type { MisconceptionId, Question } from '../../quiz/types.ts';
import type { NamedClaim, NamedFact } from '../../session/types.ts';
import { dateOf, type Vocabulary } from '../../telling/wording.ts';
import { type Belief, beliefIn } from './explained.ts';

export interface Grounds {
  beliefs: readonly Belief[];
  claim: NamedClaim | null;
  facts: readonly NamedFact[];
}

/** @param beliefOf misconceptions of items that are in no bank; those of the bank are known */
export function groundsOf({ item }: Question, mark: Mark, bank: Bank, { claims, facts }: Content, words: Vocabulary, beliefOf?: (id: MisconceptionId) => Belief | null): Grounds {
  const claim = claims.find(({ id }) => id === item.claim);
  return {
    beliefs: mark.misconceptions.flatMap((one) => beliefIn(bank, words.language, one) ?? beliefOf?.(one) ?? []),
    claim: claim === undefined ? null : { id: claim.id, text: words.t(`claims:${claim.id}`), paragraphs: claim.paragraphs },
    facts: facts
      .filter(({ id }) => item.facts.includes(id))
      .map(({ id, date, to, precision, checked }) => ({ when: dateOf(words, date, precision, to), text: words.t(`facts:${id}`), checked })),
  };
}
