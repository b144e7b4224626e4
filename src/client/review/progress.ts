// What the answers kept on a device come to: by topic, by claim, and how well confidence fits.

import { type Calibration, calibrationOf } from '../../quiz/calibration.ts';
import type { MisconceptionId } from '../../quiz/types.ts';
import type { ClaimId } from '../../rules/types.ts';
import type { AnswerRecord } from './records.ts';
import type { Family } from './round.ts';
import { inTime, isMissed, type Standing } from './schedule.ts';

export interface Topic {
  quiz: string;
  questions: number;
  answered: number;
  /** Missed at last. */
  missed: number;
}

/** In the order in which the article comes to their claims. @param claims all, in the article's order */
export function topicsOf(families: readonly Family[], standings: ReadonlyMap<string, Standing>, claims: readonly string[]): Topic[] {
  const topics = [...new Set(families.map(({ quiz }) => quiz))].map((quiz) => {
    const own = families.filter((family) => family.quiz === quiz);
    const known = own.flatMap(({ key }) => standings.get(key) ?? []);
    const place = Math.min(...own.map(({ members: [{ item }] }) => claims.indexOf(item.claim)));
    return { place, topic: { quiz, questions: own.length, answered: known.length, missed: known.filter(isMissed).length } };
  });
  return topics.sort((one, other) => one.place - other.place).map(({ topic }) => topic);
}

export interface MissedClaim {
  claim: ClaimId;
  /** Where most of its missed questions stand. */
  quiz: string;
  questions: number;
  /** What the last answers to them show, each once. */
  misconceptions: readonly MisconceptionId[];
  /** When the last of them was missed. */
  at: number;
}

/** Claims with a question missed at last: first those with the most, then the latest. */
export function missedClaims(families: readonly Family[], standings: ReadonlyMap<string, Standing>): MissedClaim[] {
  const byClaim = new Map<ClaimId, { family: Family; standing: Standing }[]>();
  for (const family of families) {
    const standing = standings.get(family.key);
    const { claim } = family.members[0].item;
    if (standing !== undefined && isMissed(standing)) byClaim.set(claim, [...(byClaim.get(claim) ?? []), { family, standing }]);
  }
  return [...byClaim]
    .map(([claim, missed]) => ({
      claim,
      quiz: (missed[0] as { family: Family }).family.quiz,
      questions: missed.length,
      misconceptions: [...new Set(missed.flatMap(({ standing }) => standing.last.misconceptions))],
      at: Math.max(...missed.map(({ standing }) => standing.last.at)),
    }))
    .sort((one, other) => other.questions - one.questions || other.at - one.at);
}

/** Of first answers only: those given again have been told the key. */
export function calibrationIn(answers: readonly AnswerRecord[]): Calibration {
  const seen = new Set<string>();
  const first = inTime(answers).filter(({ quiz, item }) => {
    const key = quiz?.startsWith('own:') === true ? `${quiz}/${item}` : item;
    return !seen.has(key) && seen.add(key);
  });
  return calibrationOf(first.map(({ confidence, credit }) => ({ confidence, right: credit === 1000 })));
}

/** How confidence sat with being right: over, under or well; `few` below what can be told. */
export type Fit = 'few' | 'over' | 'under' | 'well';
export const FEW = 10;
/** Per mille by which stated and right may differ before it is said. */
const APART = 100;

export function fitOf({ answers, curve }: Calibration): Fit {
  if (answers < FEW) return 'few';
  const stated = curve.reduce((sum, step) => sum + step.stated * step.answers, 0) / answers;
  const right = curve.reduce((sum, step) => sum + (step.right ?? 0) * step.answers, 0) / answers;
  return stated - right > APART ? 'over' : right - stated > APART ? 'under' : 'well';
}
