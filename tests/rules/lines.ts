// Lines of play from the hand: all of them where a level is short, and careless ones.

import { apply, begin, SLOTS } from '../../src/rules/apply.ts';
import type { CardId, State, World } from '../../src/rules/types.ts';
import { afterAny } from '../../src/tools/difficulty.ts';
import { diceOf, must } from './player.ts';

/** Where every legal line of play ends. */
export function endsOf(world: World, seed: number): State[] {
  const on = (state: State): State[] => (state.phase === 'over' ? [state] : afterAny(world, state).flatMap(on));
  return on(begin(world, seed, 'bare'));
}

/** A campaign clicked together. @param slots how many cards are wished for on a turn; the capital may pay for fewer */
export function clicked(world: World, seed: number, dice: number, slots: 'all' | 'any'): State {
  const roll = diceOf(dice);
  let state = begin(world, seed, 'bare');
  while (state.phase !== 'over') {
    const wished = slots === 'all' ? SLOTS : roll(SLOTS + 1);
    const cards: CardId[] = [];
    while (cards.length < wished) {
      const open = (state.desk?.hand ?? []).filter((id) => !cards.includes(id) && apply(world, state, { kind: 'decide', cards: [...cards, id] }).ok);
      if (open.length === 0) break;
      cards.push(open[roll(open.length)] as CardId);
    }
    state = must(world, state, { kind: 'decide', cards });
  }
  return state;
}
