// What each role may see of a class's campaign. What is hidden in it, and its seed, go to the teacher's own devices alone, whose pages fold it.

import { ownReport } from '../rules/desk.ts';
import { veiled } from '../rules/view.ts';
import { deadlineFor } from './clock.ts';
import { hasOverruled } from './turnFold.ts';
import { beliefsIn, type ClassPlay, type ClassTurn, currentTurn, type GivenForecast, type GivenVote, handOf, meanOf, openBallotOf, sumOf, tallyOfVotes } from './turns.ts';
import type { Ballot, HostTurn, PlayedTurn, ScreenTurn, Seat, SeatTurn, SessionState, SessionTime, TurnView } from './types.ts';

/** The desks of a class in groups, in the order in which devices are dealt to them. */
export const DESKS = ['state', 'treasury', 'defense', 'seoul', 'tokyo', 'intelligence'] as const;

/** 0-based place among `DESKS`; null where a class sits at no desks. */
export function deskOf({ play, settings }: Pick<SessionState, 'play' | 'settings'>, { id }: Pick<Seat, 'id'>): number | null {
  return play !== null && settings.devices === 'groups' ? (Number(id.slice(1)) - 1) % DESKS.length : null;
}

export interface TurnLooks {
  seat(seat: Seat, time: SessionTime): SeatTurn;
  screen(time: SessionTime): ScreenTurn;
  host(time: SessionTime): HostTurn;
}

/** @returns null where no turn is on */
export function lookAtTurn(state: SessionState, expected: number): TurnLooks | null {
  const { play } = state;
  const turn = play === null ? null : currentTurn(play);
  if (play === null || turn === null || state.phase !== 'turn') return null;
  const open = openBallotOf(turn);
  const hidden = veiled(play.world, play.fold.state);
  const isCounted = turn.stage === 'voted' || turn.stage === 'world';
  const lastVote = turn.votes.at(-1);
  const tally = lastVote === undefined ? null : tallyOfVotes(state, handOf(play, turn), lastVote);
  const base: TurnView = {
    index: turn.index,
    of: play.world.level.turns,
    stage: turn.stage,
    closed: open !== null && open.closedAt !== null,
    ballot: Math.max(0, turn.votes.length - 1),
    left: null,
    whole: null,
    answered: open === null ? 0 : counted(state, open),
    expected,
    tally: isCounted ? tally : null,
    decided: isCounted ? cardsOf(turn) : null,
    overruled: turn.overruledBy !== null,
  };
  const isForecast = turn.forecasts !== null && (turn.stage !== 'predict' || turn.forecasts.closedAt !== null);
  const beliefs = isForecast ? beliefsIn(state, turn) : null;

  return { seat, screen, host };

  function timed(time: SessionTime, extraPercent: number): TurnView {
    const deadline = open === null || open.closedAt !== null ? null : deadlineFor(open, { extraPercent });
    return open === null || deadline === null ? base : { ...base, left: Math.max(0, deadline - time), whole: deadline - open.openedAt };
  }

  function seat(own: Seat, time: SessionTime): SeatTurn {
    const { world, fold } = play as ClassPlay;
    const { forecasts } = turn as ClassTurn;
    const desk = deskOf(state, own);
    return {
      ...timed(time, own.extraPercent),
      // How many have answered is the host's and the screen's matter.
      answered: 0,
      expected: 0,
      level: world.level.id,
      state: hidden,
      desk,
      own: desk === null || turn?.stage === 'world' ? null : ownReport(world, fold.state, desk),
      forecast: forecasts === null ? null : slipOf<GivenForecast>(forecasts, own),
      vote: lastVote === undefined ? null : slipOf<GivenVote>(lastVote, own),
    };
  }

  function screen(time: SessionTime): ScreenTurn {
    return { ...timed(time, 0), beliefs, belief: beliefs === null ? null : meanOf(beliefs) };
  }

  function host(time: SessionTime): HostTurn {
    return { ...screen(time), tally, hands: open?.hands ?? null, mayOverrule: turn?.stage === 'voted' && !hasOverruled((play as ClassPlay).turns) };
  }
}

export const cardsOf = ({ overruledBy, decision }: ClassTurn) => overruledBy ?? decision?.cards ?? [];

function counted({ seats }: SessionState, { answers, hands }: Ballot<unknown>): number {
  return sumOf(hands) + [...answers.keys()].filter((id) => seats.get(id)?.removed === false).length;
}

function slipOf<Slip extends { id: unknown; at: unknown }>(
  { answers, late }: Ballot<Slip>,
  { id }: Seat,
): (Omit<Slip, 'id' | 'at'> & { status: 'saved' }) | { status: 'late' } | null {
  const given = answers.get(id);
  if (given === undefined) return late.has(id) ? { status: 'late' } : null;
  const { id: _, at: __, ...slip } = given;
  return { ...slip, status: 'saved' };
}

/** Turns whose quarter has passed. */
export function playedTurns(state: SessionState): PlayedTurn[] {
  const { play } = state;
  if (play === null) return [];
  return play.turns.flatMap((turn) => {
    const { decision, stage } = turn;
    const vote = turn.votes.at(-1);
    if (stage !== 'world' || decision === null || vote === undefined) return [];
    const tally = tallyOfVotes(state, handOf(play, turn), vote);
    return [
      {
        turn: turn.index,
        beliefs: beliefsIn(state, turn),
        tally,
        decided: cardsOf(turn),
        voted: decision.cards,
        second: decision.second,
        overruled: turn.overruledBy !== null,
      },
    ];
  });
}
