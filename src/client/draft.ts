// What lies on a desk uncommitted, kept for this tab alone, so that a page loaded again shows the desk as it was left.

import type { CardId } from '../rules/types.ts';

export interface Draft {
  /** The replay code of the campaign up to this desk. */
  at: string;
  chosen: readonly CardId[];
  belief: number;
  event: number | null;
}

const KEY = 'counterweight-draft';

/** @param hand the cards that may be chosen @returns null when there is none for this desk, or it cannot be read */
export function readDraft(at: string, hand: readonly CardId[]): Draft | null {
  try {
    const kept: Partial<Draft> = JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}');
    if (kept.at !== at || !Array.isArray(kept.chosen) || !isPerMille(kept.belief)) return null;
    const chosen = kept.chosen.filter((card) => hand.includes(card));
    return { at, chosen, belief: kept.belief, event: isPerMille(kept.event) ? kept.event : null };
  } catch {
    return null;
  }
}

export function keepDraft(draft: Draft): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Private mode: it holds until the page is left.
  }
}

function isPerMille(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000;
}
