// The round that is going on in this tab. It outlives a refresh; the answers themselves are kept elsewhere.

import { z } from 'zod';
import type { Confidence } from '../../quiz/types.ts';

export interface Given {
  credit: number;
  confidence: Confidence;
}

export interface Ongoing {
  /** The page it belongs to, such as `the-tie` or `review`. */
  of: string;
  seed: number;
  asked: readonly { quiz: string; item: string }[];
  /** What has been answered of them, in their order. */
  given: readonly Given[];
}

const KEY = 'counterweight-round';
const id = z.string().min(1).max(160);
const ongoing: z.ZodType<Ongoing> = z
  .strictObject({
    of: id,
    seed: z.number().int().min(0),
    asked: z.array(z.strictObject({ quiz: id, item: id })).max(100),
    given: z.array(z.strictObject({ credit: z.number().int().min(0).max(1000), confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]) })).max(100),
  })
  .refine(({ asked, given }) => given.length <= asked.length);

/** The round that a page left unfinished; null where there is none. */
export function unfinished(of: string): Ongoing | null {
  try {
    const read = ongoing.safeParse(JSON.parse(window.sessionStorage.getItem(KEY) ?? 'null'));
    return read.success && read.data.of === of && read.data.given.length < read.data.asked.length ? read.data : null;
  } catch {
    return null;
  }
}

export function remember(round: Ongoing): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(round));
  } catch {
    // Refused: the round then lasts as long as the page.
  }
}

export function forgetRound(): void {
  try {
    window.sessionStorage.removeItem(KEY);
  } catch {
    // Then there is none.
  }
}

export function anySeed(): number {
  return window.crypto.getRandomValues(new Uint32Array(1))[0] as number;
}
