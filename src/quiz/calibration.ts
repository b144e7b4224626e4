// How well somebody's confidence fits their answers.

import { CONFIDENCES, type Confidence } from './types.ts';

export interface Judged {
  confidence: Confidence;
  right: boolean;
}

/**
 * The chance of being right, per mille, that each confidence stands for: the middle of the range in which it pays best under confidence-based marking
 * (below two thirds, counted from even odds; two thirds to four fifths; above). Ours, for a scale of three steps has no chances of its own.
 */
export const STATED: Readonly<Record<Confidence, number>> = { 1: 580, 2: 735, 3: 900 };

export interface CalibrationStep {
  confidence: Confidence;
  /** Per mille; see `STATED`. */
  stated: number;
  answers: number;
  /** Per mille of these answers that were right; null without any. */
  right: number | null;
}

export interface Calibration {
  answers: number;
  /** Brier score in thousandths, 0 (sure and right) … 1000; null without answers. */
  brier: number | null;
  /** The reliability curve, one step a confidence. */
  curve: readonly CalibrationStep[];
}

export function calibrationOf(answers: readonly Judged[]): Calibration {
  const squares = answers.map(({ confidence, right }) => {
    const miss = (right ? 1000 : 0) - STATED[confidence];
    return miss * miss;
  });
  return {
    answers: answers.length,
    brier: answers.length === 0 ? null : Math.floor(squares.reduce((sum, square) => sum + square, 0) / answers.length / 1000),
    curve: CONFIDENCES.map((confidence) => {
      const own = answers.filter((answer) => answer.confidence === confidence);
      return {
        confidence,
        stated: STATED[confidence],
        answers: own.length,
        right: own.length === 0 ? null : Math.floor((1000 * own.filter(({ right }) => right).length) / own.length),
      };
    }),
  };
}
