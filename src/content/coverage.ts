// Which claims the rules rest on, and which rules rest on none.

import type { ClaimId, Label, RuleId } from '../rules/types.ts';
import type { Content } from './crossref.ts';
import type { Claim } from './schemas.ts';

export interface Coverage {
  /** Claims that some rule should use and none does. */
  unusedClaims: ClaimId[];
  /** Rules that are wholly ours. */
  unsupportedRules: RuleId[];
  /** How many rules bear each label. */
  labels: Record<Label, number>;
}

/** A fact happened and a question is open: neither must be a rule. */
const EXEMPT: ReadonlySet<Claim['kind']> = new Set<Claim['kind']>(['fact', 'question']);

export function coverageOf({ claims, library }: Pick<Content, 'claims' | 'library'>): Coverage {
  const rules = Object.values(library.ledger);
  const used = new Set(rules.flatMap((rule) => rule.claims));
  const labels: Coverage['labels'] = { says: 0, infers: 0, ours: 0 };
  for (const { label } of rules) labels[label]++;
  return {
    unusedClaims: claims.filter(({ id, kind }) => !used.has(id) && !EXEMPT.has(kind)).map(({ id }) => id),
    unsupportedRules: rules.filter((rule) => rule.claims.length === 0).map(({ rule }) => rule),
    labels,
  };
}
