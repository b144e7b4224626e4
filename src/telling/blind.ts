// A player who fills the slots with any legal cards without looking: what skill is measured against.

import { apply, begin, SLOTS } from '../rules/apply.ts';
import { barred, excludes } from '../rules/cards.ts';
import { balanceOf } from '../rules/endings.ts';
import { draw, STREAM } from '../rules/hash.ts';
import type { Card, State, World } from '../rules/types.ts';

/** As many cards as the slots take and the capital pays for, of those in hand, by the campaign's seed. */
export function blindCards(world: World, state: State): Card[] {
  const chosen: Card[] = [];
  const within = world.openHand ? world.cards : world.cards.filter(({ id }) => state.desk?.hand.includes(id));
  let capital = state.capital;
  for (let i = 0; i < SLOTS; i++) {
    const open = within.filter((card) => card.cost <= capital && !chosen.some((other) => other === card || excludes(card, other)) && barred(world, state, card) === null);
    const card = open[draw(state.seed, STREAM.plan, state.turn, i) % open.length];
    if (card === undefined) break;
    chosen.push(card);
    capital -= card.cost;
  }
  return chosen;
}

/** The balance that blind picks reach, tenths. */
export function blindBalance(world: World, seed: number): number {
  let state = begin(world, seed, 'bare');
  while (state.phase !== 'over') {
    const applied = apply(world, state, { kind: 'decide', cards: blindCards(world, state).map(({ id }) => id) });
    if (!applied.ok) throw new Error(`A blind pick was refused: ${applied.refusal}`);
    state = applied.state;
  }
  return balanceOf(state);
}
