// What a round asks, in which order its options are shown, and what its answers are worth.

import { shownOrder } from '../quiz/layout.ts';
import { type Mark, mark, points } from '../quiz/marking.ts';
import type { Item, ItemId, OptionId, Question } from '../quiz/types.ts';
import { draw, STREAM } from '../rules/hash.ts';
import type { Ballot, Given, Round, SeatId, SessionHeader, SessionState } from './types.ts';

export function questionOf({ quiz }: SessionHeader, item: ItemId): Question {
  const found = [...quiz.questions, ...quiz.twins].find((question) => question.item.id === item);
  if (found === undefined) throw new Error(`The session asks ${item}, which its quiz does not hold`);
  return found;
}

/** 0-based place among the planned questions; a twin has that of its elder. */
export function placeOf({ header, rounds }: SessionState, round: Round): number {
  const elder = round.twinOfRound === null ? round : (rounds[round.twinOfRound] as Round);
  return header.quiz.questions.findIndex(({ item }) => item.id === elder.item);
}

export function twinOf({ header }: SessionState, round: Round): Question | null {
  return round.twinOfRound === null ? (header.quiz.twins.find(({ item }) => item.twinOf === round.item) ?? null) : null;
}

/** Ids of options or steps as the round shows them to all; none for `signs`. */
export function shownIn({ seed }: Pick<SessionHeader, 'seed'>, item: Item, round: Pick<Round, 'index'>): OptionId[] {
  return item.kind === 'signs' ? [] : shownOrder(item, (index) => draw(seed, STREAM.shown, round.index, index));
}

export const lastBallot = ({ ballots }: Round): Ballot => ballots.at(-1) as Ballot;

/** Answers of seats that were not removed, in the order of answering. */
export function standingAnswers({ seats }: Pick<SessionState, 'seats'>, { answers }: Ballot): [SeatId, Given][] {
  return [...answers].filter(([id]) => seats.get(id)?.removed === false);
}

/** Tenths of a point that an earlier answer may earn where speed scores. */
const MOST_FOR_SPEED = 10;

/** Tenths of points, −60 … 30, and up to 10 more where speed scores. */
export function pointsFor({ settings }: Pick<SessionState, 'settings'>, ballot: Ballot, given: Given, marked: Mark): number {
  const earned = Math.floor(points(marked, given.confidence) / 100);
  if (!settings.speed || !marked.right || ballot.deadline === null) return earned;
  const whole = ballot.deadline - ballot.openedAt;
  return earned + Math.floor((MOST_FOR_SPEED * Math.max(0, ballot.deadline - given.at)) / Math.max(1, whole));
}

export interface Marked {
  seat: SeatId;
  given: Given;
  mark: Mark;
  /** Tenths. */
  points: number;
}

/** Every counted answer of a ballot, marked. */
export function markedIn(state: SessionState, round: Round, ballot: Ballot): Marked[] {
  const { item } = questionOf(state.header, round.item);
  return standingAnswers(state, ballot).map(([seat, given]) => {
    const marked = mark(item, given.response);
    return { seat, given, mark: marked, points: pointsFor(state, ballot, given, marked) };
  });
}
