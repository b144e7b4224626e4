// Where tools run campaigns by the thousand: a level with its library and plans, and what is changed in them.

import type { Content } from '../content/crossref.ts';
import type { AuthoredPlan } from '../content/schemas.ts';
import type { AssumptionId } from '../rules/assumptions.ts';
import { type Library, prepare } from '../rules/prepare.ts';
import type { Interventions, Level, Rival, World } from '../rules/types.ts';

/** The single-lever and mixed plans that the checks speak of, and `random` apart. */
export const NAMED_PLANS = ['hold', 'sanctions', 'trilateral', 'china', 'balanced', 'article'] as const;
export type NamedPlan = (typeof NAMED_PLANS)[number] | 'random';

export interface Lab {
  level: Level;
  library: Library;
  plans: readonly AuthoredPlan[];
  rival: Rival | null;
  /** Unlike a player's changes these may go beyond the published bounds: mutants do. */
  changed: Partial<Record<AssumptionId, number>>;
}

export function labOf(content: Pick<Content, 'library' | 'plans'>, level: Level, rival: Rival | null = null): Lab {
  return { level, library: content.library, plans: content.plans, rival, changed: {} };
}

/** A world for plans, which choose from all legal cards. */
export function worldOf(lab: Lab, interventions: Interventions = {}): World {
  return prepare(lab.level, lab.library, { rival: lab.rival, changed: lab.changed, interventions, openHand: true });
}

/** @throws when content has no such plan */
export function planOf(lab: Lab, id: NamedPlan): AuthoredPlan {
  const plan = lab.plans.find((plan) => plan.id === id);
  if (plan === undefined) throw new Error(`levels/plans.json has no plan "${id}"`);
  return plan;
}
