// Why something changed, in words: the rule's sentence, its label, the claims it rests on and their paragraphs.

import type { Content } from '../content/crossref.ts';
import type { Because, Label } from '../rules/types.ts';
import type { Vocabulary } from './wording.ts';

export interface Reason {
  sentence: string;
  label: Label;
  /** Why we infer or add the rule, and where a reader may disagree; empty where the article says it. */
  doubt: string;
  claims: readonly { paraphrase: string; paragraphs: readonly number[] }[];
}

export function reasonOf(content: Content, words: Vocabulary, { rule, label, claims }: Because): Reason {
  const doubt = `rules:${rule}.why` as const;
  return {
    sentence: words.t(`rules:${rule}.title`),
    label,
    doubt: words.has(doubt) ? words.t(doubt) : '',
    claims: claims.map((id) => ({ paraphrase: words.t(`claims:${id}`), paragraphs: content.claims.find((claim) => claim.id === id)?.paragraphs ?? [] })),
  };
}
