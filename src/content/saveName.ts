// What a player may call a saved campaign.

import { UNPRINTABLE } from './problems.ts';

/** Longest name, characters. */
export const MAX_NAME = 60;
const UNSUITED = new RegExp(`(?:${UNPRINTABLE.source}|\\n)+`, 'gu');

/** Visible characters on one line: what else a name holds would be refused when its file is read again. */
export function nameFrom(text: string): string {
  return text.slice(0, MAX_NAME).replace(UNSUITED, ' ').trim();
}
