// The ranges of the model's numbers, and bounds on them as authors write them.

import { z } from 'zod';
import { ASSUMPTION_IDS, ASSUMPTIONS, type AssumptionId } from '../rules/assumptions.ts';
import { type EndingMeasure, TECH, type Visible } from '../rules/types.ts';
import { meaning, oneOf, PER_MILLE, type Refuse, whole } from './fields.ts';

export const MIN_TURNS = 3;
export const MAX_TURNS = 12;
export const MAX_CAPITAL = ASSUMPTIONS.capitalLimit.max;

type Range = readonly [least: number, most: number];

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

/** Bounds on one of several numbers, each with its own range; a bound left out is the range's end. */
export function boundsOn<const What extends string>(whats: readonly What[], range: (what: What) => Range) {
  const bound = z.int('a whole number').exactOptional();
  return z
    .strictObject({ what: oneOf(whats), atLeast: bound, atMost: bound })
    .superRefine(
      meaning<{ what: What; atLeast?: number; atMost?: number }>((bounds, refuse) => {
        const [least, most] = range(bounds.what);
        const inRange = (value: number | undefined) => value === undefined || (value >= least && value <= most);
        for (const end of ['atLeast', 'atMost'] as const) {
          if (!inRange(bounds[end])) refuse([end], `a value that ${bounds.what} can take, ${least} to ${most}`);
        }
        if (bounds.atLeast === undefined && bounds.atMost === undefined) refuse([], 'a bound: "atLeast", "atMost" or both');
        inOrder(bounds, refuse);
      }),
    )
    .transform(({ what, atLeast, atMost }) => {
      const [least, most] = range(what as What);
      return { what: what as What, atLeast: atLeast ?? least, atMost: atMost ?? most };
    });
}

export function inOrder({ atLeast, atMost }: { atLeast?: number; atMost?: number }, refuse: Refuse): void {
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    refuse(['atLeast'], `at most ${atMost}, the value of "atMost"`, { cure: 'no number is both at least the one and at most the other' });
  }
}

/** Changed assumptions, each inside its published bounds. */
export const overrides = z.strictObject(
  Object.fromEntries(ASSUMPTION_IDS.map((name) => [name, whole(ASSUMPTIONS[name].min, ASSUMPTIONS[name].max).exactOptional()])) as Record<
    AssumptionId,
    z.ZodExactOptional<z.ZodInt>
  >,
);
