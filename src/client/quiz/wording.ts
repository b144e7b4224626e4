// How points and credit are written.

import type { Mark } from '../../quiz/marking.ts';
import type { Vocabulary } from '../../telling/wording.ts';

export type Verdict = 'right' | 'partly' | 'wrong';

export function verdictOf({ credit, right }: Mark): Verdict {
  return right ? 'right' : credit > 0 ? 'partly' : 'wrong';
}

/** Paragraphs of the article, such as "¶3, 6". */
export function paragraphsText(words: Vocabulary, paragraphs: readonly number[]): string {
  return words.t('interface:why.paragraphs', { count: paragraphs.length, list: paragraphs.join(', ') });
}

/** Thousandths of a point as points with their sign, such as "+1.3", "−6" with a true minus, or "0". */
export function signedPoints({ language }: Vocabulary, thousandths: number): string {
  const tenths = Math.round(thousandths / 100);
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.abs(tenths) / 10);
  return `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${size}`;
}
