// Moments of one campaign from which the gallery takes what it shows.

import type { Content } from '../../content/crossref.ts';
import type { Because, CardId, Event } from '../../rules/types.ts';
import { choose, type Outcome, type Playthrough, startPlay } from '../../telling/playthrough.ts';

const LEVEL = 'pyongyang-2024';
const SEED = 13;

export interface Samples {
  /** Before the first turn. */
  opening: Playthrough;
  /** On the turn of the choice that cannot be undone, with things under way. */
  midway: Playthrough;
  over: Playthrough;
  /** One cause of each kind: what the article says, what follows from it, what is ours. */
  causes: readonly Because[];
}

export function samplesOf(content: Content): Samples {
  const opening = must(startPlay(content, LEVEL, SEED));
  const crossroads = opening.world.level.crossroads?.turn ?? 4;
  const midway = playedUntil(opening, crossroads);
  const over = playedUntil(midway, opening.world.level.turns);
  const becauses = over.turns.flat().flatMap((event) => becauseIn(event));
  const causes = (['says', 'infers', 'ours'] as const).flatMap((label) => becauses.find((because) => because.label === label) ?? []);
  return { opening, midway, over, causes };
}

function becauseIn(event: Event): Because[] {
  return 'because' in event ? [event.because] : [];
}

function playedUntil(from: Playthrough, turn: number): Playthrough {
  let play = from;
  while (play.state.turn < turn) play = must(choose(play, [{ kind: 'decide', cards: inHand(play) }]));
  return play;
}

/** The first card that can be paid. */
function inHand({ world, state }: Playthrough): CardId[] {
  const card = state.desk?.hand.find((id) => (world.cardById.get(id)?.cost ?? Number.POSITIVE_INFINITY) <= state.capital);
  return card === undefined ? [] : [card];
}

function must(outcome: Outcome): Playthrough {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
  return outcome.play;
}
