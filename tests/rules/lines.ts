// Lines of play from the hand: all of them where a level is short, the most promising where it is long, and careless ones.

import { apply, begin, SLOTS } from '../../src/rules/apply.ts';
import { balanceOf } from '../../src/rules/endings.ts';
import type { CardId, State, World } from '../../src/rules/types.ts';
import { diceOf, must } from './player.ts';

/** What may be decided at a desk, holding first; the order of two cards is left aside. */
function decisionsAt({ desk }: State): CardId[][] {
  const hand = desk?.hand ?? [];
  return [[], ...hand.flatMap((card, i) => [[card], ...hand.slice(i + 1).map((other) => [card, other])])];
}

function afterAny(world: World, state: State): State[] {
  return decisionsAt(state).flatMap((cards) => {
    const applied = apply(world, state, { kind: 'decide', cards });
    return applied.ok ? [applied.state] : [];
  });
}

/** Where every legal line of play ends. */
export function endsOf(world: World, seed: number): State[] {
  const on = (state: State): State[] => (state.phase === 'over' ? [state] : afterAny(world, state).flatMap(on));
  return on(begin(world, seed, 'bare'));
}

/** The best balance found by keeping, turn by turn, the lines that look best: what is lasting, saved or on its way counts too. */
export function searched(world: World, seed: number, width: number): number {
  const promise = (state: State) => balanceOf(state) + 0.12 * state.durability + 6 * state.capital + 12 * state.pending.length;
  let lines = [begin(world, seed, 'bare')];
  for (let turn = 0; turn < world.level.turns; turn++) {
    lines = lines.flatMap((state) => afterAny(world, state)).sort((left, right) => promise(right) - promise(left));
    lines = lines.slice(0, width);
  }
  return Math.max(...lines.map(balanceOf));
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
