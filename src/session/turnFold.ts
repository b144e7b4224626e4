// The part of the fold that concerns turns: what of them is refused, and what it changes.

import { SLOTS } from '../rules/apply.ts';
import { askedNow } from '../rules/forecast.ts';
import type { CardId } from '../rules/types.ts';
import { deadlineFor, GRACE, lastDeadline } from './clock.ts';
import type { Folding } from './fold.ts';
import { act, BANDS, beginTurn, type ClassTurn, closeOpen, currentTurn, type FoldingPlay, freshBallot, isPlayable, type OpenBallot, openBallotOf } from './turns.ts';
import type { Command, Input, Refusal, Seat, SeatId, SessionState, SessionTime, TurnCommand } from './types.ts';

const MOST_HANDS = 500;
const EXTENSION = { least: 5, most: 600 };
const PER_MILLE = 1000;

const TURN_COMMANDS: Readonly<Partial<Record<Command['type'], true>>> & Record<TurnCommand['type'], true> = {
  openVote: true,
  closeVote: true,
  voteAgain: true,
  overrule: true,
  act: true,
  goOn: true,
  moreTime: true,
  countForecasts: true,
  countVotes: true,
};

export const isTurnCommand = (command: Command): command is TurnCommand => TURN_COMMANDS[command.type] === true;

type Slip = Extract<Input, { type: 'forecast' | 'voted' }>;

const within = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

// ---------------------------------------------------------------- what is refused

/** Of a seat that stands. */
export function refusedSlip(state: SessionState, slip: Slip): Refusal | null {
  const { play, phase } = state;
  if (phase === 'ended') return 'ended';
  const turn = play === null ? null : currentTurn(play);
  if (phase !== 'turn' || play === null || turn === null || turn.index !== slip.turn) return 'other-round';
  const ballot = slip.type === 'forecast' ? turn.forecasts : turn.votes[slip.ballot];
  if (ballot === null || ballot === undefined || (slip.type === 'voted' && slip.ballot !== turn.votes.length - 1)) return 'other-round';
  if (ballot.answers.has(slip.seat)) return 'answered-already';
  if (ballot.late.has(slip.seat)) return 'closed';
  if (slip.type === 'forecast') {
    const isAsked = askedNow(play.world, play.fold.state) !== null;
    // Once the quarter has passed the slip is late, whatever was asked.
    const eventFits = slip.event === null || turn.stage === 'world' || (isAsked && within(slip.event, 0, PER_MILLE));
    return within(slip.belief, 0, PER_MILLE) && eventFits ? null : 'out-of-range';
  }
  if (slip.cards.length > SLOTS) return 'out-of-range';
  return turn.stage === 'world' || isPlayable(play, slip.cards) ? null : 'not-playable';
}

export function refusedTurnTimeUp(state: SessionState, { turn: index, stage, ballot }: Extract<Input, { type: 'turnTimeUp' }>, time: SessionTime): Refusal | null {
  const turn = state.play === null ? null : currentTurn(state.play);
  if (state.phase !== 'turn' || turn === null || turn.index !== index || turn.stage !== stage || (stage === 'vote' && turn.votes.length - 1 !== ballot)) return 'other-round';
  const open = openBallotOf(turn);
  const due = open === null || open.closedAt !== null ? null : lastDeadline(state, open);
  return due !== null && time >= due ? null : 'not-now';
}

export function refusedTurnCommand(state: SessionState, command: TurnCommand): Refusal | null {
  const { play, phase } = state;
  const turn = play === null ? null : currentTurn(play);
  if (phase !== 'turn' || play === null || turn === null || turn.index !== command.turn || play.checkpoint !== null) return 'other-round';
  const when = (allowed: boolean): Refusal | null => (allowed ? null : 'not-now');
  switch (command.type) {
    case 'openVote':
      return when(turn.stage === 'predict');
    case 'closeVote':
      return when(turn.stage === 'vote');
    case 'voteAgain':
      return when(turn.stage === 'voted' && turn.votes.length === 1);
    case 'overrule':
      if (turn.stage !== 'voted') return 'not-now';
      if (hasOverruled(play.turns)) return 'overruled-already';
      return isPlayable(play, command.cards) ? null : 'not-playable';
    case 'act':
      return when(turn.stage === 'voted');
    case 'goOn':
      return when(turn.stage === 'world');
    case 'moreTime': {
      const open = openBallotOf(turn);
      if (open === null || open.deadline === null || open.closedAt !== null) return 'not-now';
      return within(command.seconds, EXTENSION.least, EXTENSION.most) ? null : 'out-of-range';
    }
    case 'countForecasts':
      if (turn.stage !== 'predict') return 'not-now';
      return areHands(command.hands, Object.keys(BANDS)) ? null : 'out-of-range';
    case 'countVotes':
      if (turn.stage !== 'vote') return 'not-now';
      return areHands(command.hands, [...(play.fold.state.desk?.hand ?? []), 'hold']) ? null : 'out-of-range';
  }
}

export const hasOverruled = (turns: readonly ClassTurn[]): boolean => turns.some(({ overruledBy }) => overruledBy !== null);

function areHands(hands: Readonly<Record<string, number>>, places: readonly string[]): boolean {
  return Object.entries(hands).every(([place, count]) => places.includes(place) && within(count, 0, MOST_HANDS));
}

// ---------------------------------------------------------------- what it changes

/** @returns whether it came too late */
export function takeForecast(state: Folding, { seat, id, belief, event }: Extract<Input, { type: 'forecast' }>, time: SessionTime): boolean {
  const turn = turnOf(state);
  return take(state, turn.forecasts as OpenBallot<never>, turn.stage === 'predict', seat, { id, belief, event, at: time } as never, time);
}

/** @returns whether it came too late */
export function takeVote(state: Folding, { seat, id, cards }: Extract<Input, { type: 'voted' }>, time: SessionTime): boolean {
  const turn = turnOf(state);
  return take(state, turn.votes.at(-1) as OpenBallot<never>, turn.stage === 'vote', seat, { id, cards, at: time } as never, time);
}

function take<Given>(state: Folding, ballot: OpenBallot<Given>, isOpen: boolean, id: SeatId, given: Given, time: SessionTime): boolean {
  const deadline = deadlineFor(ballot, state.seats.get(id) as Seat);
  const isLate = !isOpen || ballot.closedAt !== null || (deadline !== null && time > deadline + GRACE);
  if (isLate) ballot.late.add(id);
  else ballot.answers.set(id, given);
  return isLate;
}

export function commandTurn(state: Folding, command: TurnCommand, time: SessionTime): void {
  const play = state.play as FoldingPlay;
  const turn = turnOf(state);
  const { seconds } = state.settings;
  switch (command.type) {
    case 'openVote':
      closeOpen(state, play, time);
      turn.stage = 'vote';
      turn.votes.push(freshBallot(time, seconds));
      return;
    case 'closeVote':
      closeOpen(state, play, time);
      return;
    case 'voteAgain':
      turn.stage = 'vote';
      turn.decision = null;
      turn.votes.push(freshBallot(time, seconds));
      return;
    case 'overrule':
      turn.overruledBy = [...command.cards] as CardId[];
      return;
    case 'act':
      act(state, play);
      return;
    case 'goOn':
      if (play.fold.state.phase === 'over') state.phase = 'wrapped';
      else beginTurn(play, time, seconds);
      return;
    case 'moreTime': {
      const open = (turn.stage === 'predict' ? turn.forecasts : turn.votes.at(-1)) as { deadline: number };
      open.deadline += 1000 * command.seconds;
      return;
    }
    case 'countForecasts':
      (turn.forecasts as { hands: unknown }).hands = { ...command.hands };
      return;
    case 'countVotes':
      (turn.votes.at(-1) as { hands: unknown }).hands = { ...command.hands };
      return;
  }
}

const turnOf = (state: Folding) => (state.play as FoldingPlay).turns.at(-1) as FoldingPlay['turns'][number];
