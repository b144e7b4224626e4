// What the benchmark of the rules plays: one level, lengthened, and the same decisions for all contestants.

import { apply, begin } from '../../src/rules/apply.ts';
import { balanceOf } from '../../src/rules/endings.ts';
import type { CardId, Level, State, World } from '../../src/rules/types.ts';
import { readContent } from '../../src/tools/commandLine.ts';
import { labOf, worldOf } from '../../src/tools/lab.ts';

export const TURNS = 12;

const { content } = readContent();
export const eight = content.levels.get('pyongyang-2024' as Level['id']) as Level;
const twelve: Level = { ...eight, turns: TURNS };
export const world = worldOf(labOf(content, twelve));
export const counterfactual = worldOf(labOf(content, eight));
const cards = twelve.deck.filter((id) => world.cardById.get(id)?.cost === 1).slice(0, 3);

/** A card every third turn; the same decisions for all. */
export function choose(state: State): CardId[] {
  const card = cards[state.turn % cards.length] as CardId;
  return state.turn % 3 === 0 && state.capital > 0 && !state.closed.some((closed) => closed.card === card) ? [card] : [];
}

export function ownCampaign(world: World, seed: number): number {
  let state = begin(world, seed, 'bare');
  while (state.phase !== 'over') {
    const applied = apply(world, state, { kind: 'decide', cards: choose(state) });
    if (!applied.ok) throw new Error(applied.refusal);
    state = applied.state;
  }
  return balanceOf(state);
}
