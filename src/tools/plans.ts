// Plans: how a tool plays a campaign by rule. They choose from every legal card, not from a hand, and spend from a purse.

import { apply, begin, SLOTS } from '../rules/apply.ts';
import { barred, excludes } from '../rules/cards.ts';
import type { Card, CardId, State, World } from '../rules/types.ts';
import { blindCards } from '../telling/blind.ts';

export interface Plan {
  id: string;
  /** Capital the plan may spend by the end of each turn, points for every turn begun. */
  purse: number;
  /** Each step plays at most one card a turn: the first it may play. */
  steps: PlanStep[];
  /** Plays any legal cards, by the campaign's seed. */
  random: boolean;
}

export interface PlanStep {
  when: { every: number; offset: number; uneaseAtLeast: number };
  cards: CardId[];
  /** Begins one card later in the list each turn the step is taken. */
  rotate: boolean;
}

interface Run {
  state: State;
  /** Capital spent, points. */
  spent: number;
}

/**
 * Plays a whole campaign by plan.
 * @param watch is shown the state before each turn's decision
 */
export function runPlan(world: World, plan: Plan, seed: number, watch: (state: State) => void = ignore): Run {
  let state = begin(world, seed, 'bare');
  let spent = 0;
  while (state.phase !== 'over') {
    watch(state);
    const cards = plan.random ? blindCards(world, state) : plannedCards(world, state, plan, spent);
    for (const card of cards) spent += card.cost;
    const applied = apply(world, state, { kind: 'decide', cards: cards.map(({ id }) => id) });
    if (!applied.ok) throw new Error(`Plan "${plan.id}" chose what the rules refuse: ${applied.refusal} ${applied.detail}`);
    state = applied.state;
  }
  return { state, spent };
}

function ignore(): void {}

function plannedCards(world: World, state: State, plan: Plan, spent: number): Card[] {
  const chosen: Card[] = [];
  let purse = Math.min(state.capital, (state.turn + 1) * plan.purse - spent);
  for (const { when, cards, rotate } of plan.steps) {
    if (chosen.length === SLOTS || state.turn % when.every !== when.offset || state.unease < when.uneaseAtLeast) continue;
    const first = rotate ? Math.floor(state.turn / when.every) : 0;
    for (let i = 0; i < cards.length; i++) {
      const card = world.cardById.get(cards[(first + i) % cards.length] as CardId);
      if (card === undefined || card.cost > purse || chosen.some((other) => other === card || excludes(card, other)) || barred(world, state, card) !== null) continue;
      chosen.push(card);
      purse -= card.cost;
      break;
    }
  }
  return chosen;
}
