// Other moments of a campaign: an earlier turn, a later one with nothing played, the same choices under another seed.

import type { Content } from '../../content/crossref.ts';
import type { Choice } from '../../rules/types.ts';
import { choose, type Outcome, type Playthrough, replayLog } from '../../telling/playthrough.ts';

/** The choices of the first turns, whole. */
export function choicesUntil(choices: readonly Choice[], turns: number): readonly Choice[] {
  let ended = 0;
  const end = choices.findIndex(({ kind }) => kind === 'decide' && ++ended === turns);
  return turns === 0 ? [] : end === -1 ? choices : choices.slice(0, end + 1);
}

/** @param turn 0 … the level's turns, at which it is over; turns that were not played yet are held */
export function atTurn(content: Content, { world, log }: Playthrough, turn: number): Outcome {
  const earlier = replayLog(content, world.level, { ...log, choices: choicesUntil(log.choices, turn) });
  if (!earlier.ok) return earlier;
  const missing = turn - earlier.play.turns.length;
  return choose(
    earlier.play,
    Array.from({ length: missing }, () => ({ kind: 'decide', cards: [] })),
  );
}

/** @returns why not, where the other luck refuses a choice */
export function underSeed(content: Content, { world, log }: Playthrough, seed: number): Outcome {
  return replayLog(content, world.level, { ...log, header: { ...log.header, seed } });
}
