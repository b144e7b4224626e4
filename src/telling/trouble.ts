// Why a campaign cannot be opened, or a choice not be made, in words.

import type { Trouble } from './playthrough.ts';
import type { Vocabulary } from './wording.ts';

export function troubleText(words: Vocabulary, trouble: Trouble): string {
  switch (trouble.reason) {
    case 'unknown-level':
    case 'unknown-rival':
      return words.t(`interface:trouble.${trouble.reason}`, { name: trouble.name.slice(0, 60) });
    case 'refused':
      return words.t('interface:trouble.refused', { refusal: words.t(`interface:refusal.${trouble.refusal}`) });
    default:
      return words.t(`interface:trouble.${trouble.reason}`);
  }
}

/** The same for a choice just made. */
export function refusalText(words: Vocabulary, trouble: Trouble): string {
  return trouble.reason === 'refused' ? words.t('interface:cards.refused', { refusal: words.t(`interface:refusal.${trouble.refusal}`) }) : troubleText(words, trouble);
}
