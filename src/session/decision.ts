// From a vote to cards: the rule that is stated to the class. Who does not vote counts for nothing.
// The card with most votes goes first; of equals the cheaper one, then the one that lies first in hand. A card is played if more voted for it than to hold,
// as long as the capital lasts and the two may be played together. Two cards at most.

import { apply, SLOTS } from '../rules/apply.ts';
import type { CardId, State, World } from '../rules/types.ts';
import type { VoteTally } from './turns.ts';

export interface Decision {
  /** In the order in which they go; none: hold. */
  cards: readonly CardId[];
  /** What would be played if the first of these did not stand for election; after a hold, the card that came closest. */
  second: readonly CardId[];
}

export function decisionBy(world: World, state: State, { cards, hold }: VoteTally): Decision {
  const costOf = (id: CardId) => world.cardById.get(id)?.cost ?? 0;
  const ranked = cards
    .map((one, place) => ({ ...one, place }))
    .filter(({ votes }) => votes > 0)
    .sort((one, other) => other.votes - one.votes || costOf(one.card) - costOf(other.card) || one.place - other.place);
  const elected = ranked.filter(({ votes }) => votes > hold).map(({ card }) => card);
  const chosen = fitting(world, state, elected);
  const [first] = chosen;
  const second =
    first === undefined
      ? fitting(
          world,
          state,
          ranked.slice(0, 1).map(({ card }) => card),
        )
      : fitting(
          world,
          state,
          elected.filter((card) => card !== first),
        );
  return { cards: chosen, second };
}

/** As many as may be played together, those first that come first. */
function fitting(world: World, state: State, cards: readonly CardId[]): CardId[] {
  const chosen: CardId[] = [];
  for (const card of cards) if (chosen.length < SLOTS && apply(world, state, { kind: 'decide', cards: [...chosen, card] }).ok) chosen.push(card);
  return chosen;
}
