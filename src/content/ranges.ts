// What the model's numbers can be. Free of the parser, so that a page may know it too.

import { ASSUMPTIONS } from '../rules/assumptions.ts';
import { type EndingMeasure, TECH, type Visible } from '../rules/types.ts';

export const PER_MILLE = 1000;
export const MIN_TURNS = 3;
export const MAX_TURNS = 12;
export const MAX_CAPITAL = ASSUMPTIONS.capitalLimit.max;

export type Range = readonly [least: number, most: number];

/** What a visible number can be. */
export function rangeOf(what: Visible): Range {
  if (what === 'munitions') return [0, ASSUMPTIONS.fullShipment.max];
  if (what === 'capital') return [0, MAX_CAPITAL];
  return [0, PER_MILLE];
}

const MAX_THREAT =
  2 * (ASSUMPTIONS.threatFromSpace.max + ASSUMPTIONS.threatFromIcbm.max + ASSUMPTIONS.threatFromSubmarine.max + ASSUMPTIONS.threatFromSlbm.max) +
  ASSUMPTIONS.tensionWeight.max +
  PER_MILLE;

export function rangeOfMeasure(measure: EndingMeasure): Range {
  if (measure === 'balance') return [-MAX_THREAT, PER_MILLE];
  if (measure === 'threatGrowth') return [-MAX_THREAT, MAX_THREAT];
  if (measure === 'transfer') return [0, TECH.length * PER_MILLE];
  if (measure === 'crises') return [0, MAX_TURNS];
  return rangeOf(measure);
}

/** Paragraphs of the article. */
export const PARAGRAPHS = 8;
