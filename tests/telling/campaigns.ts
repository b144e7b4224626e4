// Whole campaigns to be told.

import { createWords } from '../../src/content/words.ts';
import { apply, SLOTS } from '../../src/rules/apply.ts';
import type { CardId, Choice } from '../../src/rules/types.ts';
import { choose, type Outcome, type Playthrough, startPlay } from '../../src/telling/playthrough.ts';
import type { TellingKey } from '../../src/telling/wording.ts';
import { content } from '../content.ts';
import { diceOf, randomTurn } from '../rules/player.ts';

export const words = createWords<TellingKey>(content.text, 'en');
export const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

function must(outcome: Outcome): Playthrough {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
  return outcome.play;
}

/** @param turnOf the choices of each turn */
export function played(level: string, seed: number, turnOf: (play: Playthrough) => readonly Choice[]): Playthrough {
  let play = must(startPlay(content, level, seed));
  while (play.state.phase !== 'over') play = must(choose(play, turnOf(play)));
  return play;
}

export const held = (level: string, seed: number): Playthrough => played(level, seed, () => [{ kind: 'decide', cards: [] }]);

/** Plays by dice: cards, beliefs, forecasts. */
export const diced = (level: string, seed: number): Playthrough => {
  const roll = diceOf(seed);
  return played(level, seed, ({ world, state }) => randomTurn(world, state, roll));
};

/** Fills both slots from the hand without looking, as far as the capital goes. @param belief stated on every turn, per mille */
export const clicking = (level: string, seed: number, belief = 500): Playthrough => {
  const roll = diceOf(seed + 77_777);
  return played(level, seed, ({ world, state }) => {
    const cards: CardId[] = [];
    while (cards.length < SLOTS) {
      const open = (state.desk?.hand ?? []).filter((id) => !cards.includes(id) && apply(world, state, { kind: 'decide', cards: [...cards, id] }).ok);
      if (open.length === 0) break;
      cards.push(open[roll(open.length)] as CardId);
    }
    return [
      { kind: 'forecast', belief },
      { kind: 'decide', cards },
    ];
  });
};

/** Plays the first affordable card of the lever in hand, if there is one. */
export const leaning = (level: string, seed: number, lever: string, until = Number.POSITIVE_INFINITY): Playthrough =>
  played(level, seed, ({ world, state }) => {
    const card = state.turn < until ? state.desk?.hand.find((id) => world.cardById.get(id)?.lever === lever && (world.cardById.get(id)?.cost ?? 9) <= state.capital) : undefined;
    return [{ kind: 'decide', cards: card === undefined ? [] : [card as CardId] }];
  });
