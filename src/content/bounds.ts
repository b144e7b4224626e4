// Bounds on the model's numbers as authors write them.

import { z } from 'zod';
import { ASSUMPTION_IDS, ASSUMPTIONS, type AssumptionId } from '../rules/assumptions.ts';
import { meaning, oneOf, type Refuse, whole } from './fields.ts';
import type { Range } from './ranges.ts';

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
