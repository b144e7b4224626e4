// Answers as a device keeps them.

import type { AnswerRecord } from '../../../src/client/review/records.ts';
import type { ItemId, MisconceptionId, OptionId } from '../../../src/quiz/types.ts';
import type { ClaimId } from '../../../src/rules/types.ts';

let count = 0;

/** A right answer, fairly sure, to an item of one right answer, but for what is said otherwise. */
export function answer(part: Partial<AnswerRecord> = {}): AnswerRecord {
  return {
    schema: 1,
    id: `answer-${String(++count).padStart(6, '0')}`,
    at: Date.parse('2026-09-01T08:00:00Z'),
    quiz: 'the-tie',
    item: 'tie-1' as ItemId,
    claim: 'key-question' as ClaimId,
    kind: 'one',
    response: { kind: 'one', option: 'a' as OptionId },
    confidence: 2,
    credit: 1000,
    misconceptions: [] as MisconceptionId[],
    from: 'practice',
    ...part,
  };
}
