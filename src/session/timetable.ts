// The lesson's timetable: when each question was planned, and where the lesson stands.

import { placeOf } from './rounds.ts';
import type { ClassPlay, ClassTurn } from './turns.ts';
import type { SessionState, SessionTime, TimetableLine } from './types.ts';

/** Milliseconds in a tenth of a minute. */
const TENTH = 6000;
/** Of the lesson, per cent: the rest is for looking back. */
const FOR_QUESTIONS = 90;

/** Tenths of a minute of a turn by vote: forecasts, vote, and what comes of it. */
export const TURN_TENTHS = 40;

/** Tenths of minutes since the first question or turn; null in the lobby. */
export function elapsedAt(state: SessionState, time: SessionTime): number | null {
  const start = startOf(state);
  return start === null ? null : Math.floor((time - start) / TENTH);
}

function startOf({ play, rounds }: SessionState): SessionTime | null {
  const [turn] = play?.turns ?? [];
  return (turn === undefined ? rounds[0]?.ballots[0]?.openedAt : beginningOf(turn)) ?? null;
}

const beginningOf = ({ forecasts, votes }: ClassTurn): SessionTime => (forecasts ?? votes[0])?.openedAt ?? 0;

function turnsTable({ phase, play }: SessionState, { world, turns }: ClassPlay): TimetableLine[] {
  const [first] = turns;
  return Array.from({ length: world.level.turns }, (_, index) => {
    const turn = turns.find((one) => one.index === index);
    const isNow = phase === 'turn' && play?.turns.at(-1) === turn && turn !== undefined;
    return {
      number: index + 1,
      stem: '',
      plannedAt: TURN_TENTHS * index,
      begunAt: turn === undefined || first === undefined ? null : Math.floor((beginningOf(turn) - beginningOf(first)) / TENTH),
      state: isNow ? 'now' : turn === undefined ? 'ahead' : turn.stage === 'world' ? 'past' : 'skipped',
    };
  });
}

export function timetableOf(state: SessionState): TimetableLine[] {
  if (state.play !== null) return turnsTable(state, state.play);
  const { questions } = state.header.quiz;
  const minutes = state.settings.minutes;
  const start = state.rounds[0]?.ballots[0]?.openedAt ?? 0;
  const current = state.rounds.at(-1);
  return questions.map(({ words }, place) => {
    const round = state.rounds.find((one) => one.twinOfRound === null && placeOf(state, one) === place);
    const isNow = state.phase === 'round' && current !== undefined && placeOf(state, current) === place;
    return {
      number: place + 1,
      stem: words.stem,
      plannedAt: Math.floor((10 * minutes * FOR_QUESTIONS * place) / (100 * questions.length)),
      begunAt: round === undefined ? null : Math.floor(((round.ballots[0]?.openedAt ?? 0) - start) / TENTH),
      state: isNow ? 'now' : round === undefined ? 'ahead' : round.stage === 'skipped' ? 'skipped' : 'past',
    };
  });
}
