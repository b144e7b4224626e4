// What a teacher takes from a session: by claim, by misconception, by item, by student.

import { letterAt, lettered, letteredResponse } from '../quiz/asked.ts';
import { calibrationOf } from '../quiz/calibration.ts';
import { scoreOf } from '../rules/campaign.ts';
import { brier, ending } from '../rules/endings.ts';
import { lastBallot, type Marked, markedIn, placeOf, questionOf, shownIn } from './rounds.ts';
import { gainOf, heldIn, misconceptionsOf, pairsIn, share, tallyOf } from './tallies.ts';
import { type ClassPlay, playedAlone } from './turns.ts';
import { playedTurns } from './turnViews.ts';
import type { Homework, Names, Report, ReportItem, ReportStudent, Round, Seat, SessionState } from './types.ts';

/** @param openedAt of the log's first entry, and `endedAt` of the one that ended it, both the server's time */
export function reportOf(state: SessionState, names: Names, times: { openedAt: number; endedAt: number | null }): Report {
  const { quiz } = state.header;
  const rounds = state.rounds.filter(({ stage }) => stage === 'revealed' || stage === 'skipped').map((round) => countedIn(state, round));
  const counted = rounds.filter(({ round }) => round.stage === 'revealed');
  const answers = counted.flatMap(({ marked }) => marked);
  const judged = (marked: readonly Marked[]) => marked.map(({ given, mark }) => ({ confidence: given.confidence, right: mark.right }));
  const twins = counted.filter(({ round }) => round.twinOfRound !== null).map(({ tally }) => tally);
  return {
    title: quiz.title,
    language: quiz.language,
    ...times,
    seats: [...state.seats.values()].filter(({ removed }) => !removed).length,
    claims: quiz.claims.flatMap((claim) => {
      const own = counted.filter(({ question }) => question.item.claim === claim.id);
      if (own.length === 0) return [];
      const sum = own.reduce((all, { tally }) => ({ answers: all.answers + tally.answers, right: all.right + tally.right }), { answers: 0, right: 0 });
      const surelyWrong = own.flatMap(({ marked }) => marked).filter(({ given, mark }) => given.confidence === 3 && !mark.right).length;
      return [{ claim, answers: sum.answers, right: share(sum.right, sum.answers), surelyWrong }];
    }),
    misconceptions: heldIn(state.header, answers).map((held) => {
      const { id } = held.misconception;
      const asking = counted.filter(({ question }) => misconceptionsOf(question.item).includes(id)).flatMap(({ marked }) => marked);
      return { ...held, answers: asking.length, seats: [...new Set(asking.filter(({ mark }) => mark.misconceptions.includes(id)).map(({ seat }) => seat))] };
    }),
    items: rounds.map(({ item }) => item),
    students: [...state.seats.values()].map((seat) => studentOf(state, seat, names.get(seat.id) ?? '', rounds)),
    gain: gainOf(counted.flatMap(({ round }) => pairsIn(state, round))),
    twins: {
      answers: twins.reduce((sum, tally) => sum + tally.answers, 0),
      right: share(
        twins.reduce((sum, tally) => sum + tally.right, 0),
        twins.reduce((sum, tally) => sum + tally.answers, 0),
      ),
    },
    calibration: calibrationOf(judged(answers)),
    played: state.play === null ? null : { campaign: state.play.log, turns: playedTurns(state), held: state.play.held },
    homework: state.play === null ? [] : homeworkIn(state.play, state, names),
    tickets: [...state.tickets].map(([seat, ticket]) => ({ seat, name: names.get(seat) ?? '', ...ticket })),
  };
}

function homeworkIn(play: ClassPlay, { homework }: SessionState, names: Names): Homework[] {
  return [...homework].flatMap(([seat, code]) => {
    const told = playedAlone(play, code);
    if (told === null) return [];
    const { state } = told;
    return [{ seat, name: names.get(seat) ?? '', code, ending: ending(play.world, state), score: scoreOf(play.world, state), brier: brier(state, 'belief') }];
  });
}

type Counted = ReturnType<typeof countedIn>;

function countedIn(state: SessionState, round: Round) {
  const question = questionOf(state.header, round.item);
  const shown = shownIn(state.header, question.item, round);
  const told = lettered(question, shown);
  const ballots = round.ballots.map((ballot) => tallyOf(state, round, ballot));
  const item: ReportItem = {
    round: round.index,
    number: placeOf(state, round) + 1,
    isTwin: round.twinOfRound !== null,
    question: told,
    shown: question.item.kind === 'signs' ? [] : shown.map((_, at) => letterAt(at)),
    claim: question.item.claim,
    ballots,
    hands: lastBallot(round).hands !== null,
    gain: gainOf(pairsIn(state, round)),
    skipped: round.stage === 'skipped',
  };
  const all = markedIn(state, round, lastBallot(round));
  return { round, question, shown, item, tally: ballots.at(-1) as (typeof ballots)[number], marked: all, bySeat: new Map(all.map((one) => [one.seat, one])) };
}

function studentOf(state: SessionState, seat: Seat, name: string, rounds: readonly Counted[]): ReportStudent {
  // Removed seats are listed, and counted nowhere.
  const own = rounds.map(({ round, question, shown, bySeat }) => {
    const marked = bySeat.get(seat.id);
    if (marked === undefined) return { answer: lastBallot(round).late.has(seat.id) ? ({ late: true } as const) : null, marked: null };
    const { given, mark } = marked;
    const response = letteredResponse(question.item, shown, given.response);
    return { answer: { response, confidence: given.confidence, credit: mark.credit, right: mark.right, late: false } as const, marked: round.stage === 'revealed' ? marked : null };
  });
  const counted = own.flatMap(({ marked }) => marked ?? []);
  return {
    seat: seat.id,
    name,
    members: seat.members,
    removed: seat.removed,
    answered: counted.length,
    asked: rounds.filter(({ round }) => round.stage === 'revealed' && round.index >= seat.joinedInRound - 1).length,
    right: counted.filter(({ mark }) => mark.right).length,
    points: counted.reduce((sum, { points }) => sum + points, 0),
    brier: calibrationOf(counted.map(({ given, mark }) => ({ confidence: given.confidence, right: mark.right }))).brier,
    answers: own.map(({ answer }) => answer),
    misconceptions: heldIn(state.header, counted).map(({ misconception }) => misconception.id),
  };
}
