// A campaign worth looking at: the turn on which most happens, found by playing; the same one every time.

import type { Content } from '../../content/crossref.ts';
import { SLOTS } from '../../rules/apply.ts';
import { excludes } from '../../rules/cards.ts';
import type { Card, CardId } from '../../rules/types.ts';
import { choose, codeOf, type Outcome, type Playthrough, startPlay } from '../../telling/playthrough.ts';
import { beatsOf } from '../../telling/staging.ts';
import { waitsAt } from '../../telling/waiting.ts';

const LEVEL = 'pyongyang-2024';
const SEEDS = 24;

export interface Showcase {
  level: string;
  seed: number;
  /** Code of the desk before the busiest turn. */
  before: string;
  /** What is played on it. */
  cards: readonly CardId[];
  /** Code of the world after it. */
  after: string;
  /** How many beats that turn has. */
  beats: number;
  /** Code of the finished campaign. */
  finished: string;
}

export function showcaseOf(content: Content): Showcase {
  let best: Omit<Showcase, 'finished'> & { play: Playthrough } = { level: LEVEL, seed: 0, before: '', cards: [], after: '', beats: -1, play: begun(content, 0) };
  for (let seed = 0; seed < SEEDS; seed++) {
    let play = begun(content, seed);
    while (play.state.phase !== 'over') {
      play = pastCheckpoint(play);
      const cards = twoInHand(play);
      const next = must(choose(play, [{ kind: 'decide', cards }]));
      const beats = beatsOf(next.world, next.turns.at(-1) ?? []).length;
      if (cards.length === SLOTS && beats > best.beats) best = { level: LEVEL, seed, before: codeOf(play), cards, after: codeOf(next), beats, play: next };
      play = next;
    }
  }
  const { play, ...rest } = best;
  return { ...rest, finished: codeOf(playedOut(play)) };
}

function playedOut(from: Playthrough): Playthrough {
  let play = from;
  while (play.state.phase !== 'over') {
    play = pastCheckpoint(play);
    play = must(choose(play, [{ kind: 'decide', cards: twoInHand(play) }]));
  }
  return play;
}

function pastCheckpoint(play: Playthrough): Playthrough {
  return waitsAt(play) ? must(choose(play, [{ kind: 'answer', item: '', response: null, earned: false }])) : play;
}

/** The first two cards in hand that go together and can be paid, counted from another place each turn. */
function twoInHand({ world, state }: Playthrough): CardId[] {
  const hand = state.desk?.hand ?? [];
  const chosen: Card[] = [];
  for (let i = 0; i < hand.length; i++) {
    const card = world.cardById.get(hand[(i + state.turn) % hand.length] as CardId);
    const spent = chosen.reduce((sum, { cost }) => sum + cost, 0);
    if (card === undefined || chosen.length === SLOTS || spent + card.cost > state.capital || chosen.some((other) => excludes(card, other))) continue;
    chosen.push(card);
  }
  return chosen.map(({ id }) => id);
}

const begun = (content: Content, seed: number): Playthrough => must(startPlay(content, LEVEL, seed));

function must(outcome: Outcome): Playthrough {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
  return outcome.play;
}
