// When an item comes back. An item's card is folded from its answers by FSRS, so that two tabs, an undo and a later version of FSRS can never disagree with what is kept.

import { type Card, createEmptyCard, FSRS, type Grade, generatorParameters, Rating } from 'ts-fsrs';
import type { AnswerRecord } from './records.ts';

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** The last looks before a course ends are spread over so many days, so that they do not all fall on the last one. */
const LAST_DAYS = 7;
const HALF = 500;

/** One short step after a miss, and after a right answer given without confidence; then days. Without fuzz the same answers give the same dates. */
const fsrs = new FSRS(generatorParameters({ enable_fuzz: false, enable_short_term: true, learning_steps: ['10m'], relearning_steps: ['10m'] }));

/** What an answer says about memory. */
export function ratingOf({ credit, confidence }: Pick<AnswerRecord, 'credit' | 'confidence'>): Grade {
  if (credit < HALF) return Rating.Again;
  if (credit < 1000 || confidence === 1) return Rating.Hard;
  return confidence === 2 ? Rating.Good : Rating.Easy;
}

export interface Standing {
  /** What `keyOf` calls it. */
  key: string;
  answers: number;
  /** The last one. */
  last: AnswerRecord;
  card: Card;
}

/** @returns what each item stands at, by key; answers whose key is null are left out */
export function standingsOf(answers: readonly AnswerRecord[], keyOf: (answer: AnswerRecord) => string | null): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const answer of inTime(answers)) {
    const key = keyOf(answer);
    if (key === null) continue;
    const before = standings.get(key);
    const at = new Date(answer.at);
    const { card } = fsrs.next(before?.card ?? createEmptyCard(at), at, ratingOf(answer));
    standings.set(key, { key, answers: (before?.answers ?? 0) + 1, last: answer, card });
  }
  return standings;
}

export function inTime(answers: readonly AnswerRecord[]): AnswerRecord[] {
  return [...answers].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

/** Whether the last answer was not right. */
export function isMissed({ last }: Standing): boolean {
  return last.credit < 1000;
}

/** @param end ISO date, the course's last day @returns the first moment after it, where the student is, milliseconds since 1970 */
export function endOf(end: string): number {
  const [year, month, day] = end.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day + 1).getTime();
}

/**
 * When an item is due, milliseconds since 1970; null where it is not due again before the course ends.
 * What would come back after the end comes once more in the last week instead, unless it has just been seen.
 * @param courseEnd ISO date, or null for a course without an end
 */
export function dueAt({ key, card, last }: Standing, courseEnd: string | null): number | null {
  const due = card.due.getTime();
  if (courseEnd === null) return due;
  const end = endOf(courseEnd);
  if (due < end) return due;
  const lastLook = end - DAY * (1 + (spread(key) % LAST_DAYS));
  return lastLook - last.at >= DAY ? lastLook : null;
}

/** Keys of what is due, the longest due first; nothing once the course is over. */
export function dueItems(standings: Iterable<Standing>, courseEnd: string | null, now: number): string[] {
  if (courseEnd !== null && now >= endOf(courseEnd)) return [];
  return [...standings]
    .flatMap((standing) => {
      const due = dueAt(standing, courseEnd);
      return due === null || due > now ? [] : [{ key: standing.key, due }];
    })
    .sort((one, other) => one.due - other.due || (one.key < other.key ? -1 : 1))
    .map(({ key }) => key);
}

/** When the next item falls due after now; null when none does. */
export function nextDue(standings: Iterable<Standing>, courseEnd: string | null, now: number): number | null {
  if (courseEnd !== null && now >= endOf(courseEnd)) return null;
  const later = [...standings].flatMap((standing) => dueAt(standing, courseEnd) ?? []).filter((due) => due > now);
  return later.length === 0 ? null : Math.min(...later);
}

function spread(key: string): number {
  let sum = 0;
  for (const letter of key) sum = (31 * sum + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum;
}
