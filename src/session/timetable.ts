// The lesson's timetable: when each question was planned, and where the lesson stands.

import { placeOf } from './rounds.ts';
import type { SessionState, SessionTime, TimetableLine } from './types.ts';

/** Milliseconds in a tenth of a minute. */
const TENTH = 6000;
/** Of the lesson, per cent: the rest is for looking back. */
const FOR_QUESTIONS = 90;

/** Tenths of minutes since the first question; null in the lobby. */
export function elapsedAt({ rounds }: SessionState, time: SessionTime): number | null {
  const start = rounds[0]?.ballots[0]?.openedAt;
  return start === undefined ? null : Math.floor((time - start) / TENTH);
}

export function timetableOf(state: SessionState): TimetableLine[] {
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
