// The article's claims in words.

import type { Content } from '../../content/crossref.ts';
import type { Vocabulary } from '../../telling/wording.ts';

export interface ClaimTold {
  id: string;
  text: string;
  paragraphs: readonly number[];
}

export function claimIn(content: Content, words: Vocabulary, id: string): ClaimTold | null {
  const claim = content.claims.find((one) => one.id === id);
  return claim === undefined ? null : { id, text: words.t(`claims:${id}`), paragraphs: claim.paragraphs };
}

export function paragraphsText(content: Content, words: Vocabulary, id: string): string {
  const { paragraphs } = claimIn(content, words, id) ?? { paragraphs: [] };
  return words.t('interface:why.paragraphs', { count: paragraphs.length, list: paragraphs.join(', ') });
}
