// What each role may see: the whole of what leaves the server about a session. Before the reveal no seat and no screen gets what is right, what was counted, or an authored id.

import { askedOf, letterAt, lettered, letteredResponse } from '../quiz/asked.ts';
import { calibrationOf } from '../quiz/calibration.ts';
import { keyOf } from '../quiz/marking.ts';
import { deadlineFor, timeAt } from './clock.ts';
import { mayHandInTicket, refusedCommand } from './fold.ts';
import { lastBallot, markedIn, placeOf, questionOf, shownIn, standingAnswers, twinOf } from './rounds.ts';
import { pointsBySeat, seatStandings, teamStandings } from './standings.ts';
import { gainOf, heldIn, misconceptionsOf, pairsIn, share, tallyOf } from './tallies.ts';
import { elapsedAt, timetableOf } from './timetable.ts';
import { currentTurn, openBallotOf, sumOf } from './turns.ts';
import { lookAtTurn, playedTurns } from './turnViews.ts';
import type {
  Ballot,
  ClassDebrief,
  Command,
  Given,
  HostRound,
  HostSeat,
  HostView,
  Names,
  Revealed,
  Round,
  RoundView,
  ScreenView,
  SeatId,
  SeatRound,
  SeatSummary,
  SeatView,
  SessionState,
  Standing,
} from './types.ts';

/** Names told in the lobby, and places on a leaderboard. */
const MOST_NAMES = 400;
const MOST_STANDINGS = 10;
const MOST_MISCONCEPTIONS = 5;
/** Share right, per mille, between which a discussion pays best (Crouch and Mazur 2001). */
const DISCUSS = { least: 350, most: 700 };

/** Looks at one state for any number of roles: what they share is made once. `now`: the server's time, milliseconds since 1970. */
export interface Looks {
  host(now: number): HostView;
  screen(now: number): ScreenView;
  /** @throws where there is no such seat */
  seat(seat: SeatId, now: number): SeatView;
}

/** What looks at the same session may keep from one version to the next: answers change nothing of it, and there may be a thousand. */
export interface Memo {
  stands: string;
  view: RoundView | null;
}

export const freshMemo = (): Memo => ({ stands: '', view: null });

/** @param present seats whose device is connected; the state must not be folded on while the looks are used */
export function lookAt(state: SessionState, names: Names, present: ReadonlySet<SeatId>, memo: Memo = freshMemo()): Looks {
  const { header, settings, phase, paused, locked, rounds } = state;
  const round = phase === 'turn' ? null : (rounds.at(-1) ?? null);
  const standing = [...state.seats.values()].filter(({ removed }) => !removed);
  const common = {
    kind: header.kind,
    version: state.seq,
    title: header.quiz.title,
    language: header.quiz.language,
    phase,
    paused,
    locked,
    devices: settings.devices,
    seats: standing.length,
    questions: plannedQuestions(state),
  };
  const points = once(() => pointsBySeat(state));
  const standings = once(() => seatStandings(points(), names));
  const base = once(() => (round === null || phase === 'lobby' ? null : baseOf(state, round, memo)));
  const progress = once(() => (round === null ? { answered: 0, expected: 0 } : { answered: answeredIn(state, lastBallot(round)), expected: standing.length }));
  const tallies = once(() => (round === null ? [] : round.ballots.map((ballot) => tallyOf(state, round, ballot))));
  const marked = once(() => (round === null ? [] : markedIn(state, round, lastBallot(round))));
  const markOf = once(() => new Map(marked().map((one) => [one.seat, one])));
  const debrief = once(() => (phase === 'wrapped' || phase === 'ended' ? debriefOf(state) : null));
  const turn = once(() => lookAtTurn(state, standing.length));
  const nameOf = (id: SeatId) => names.get(id) ?? '';

  return { host, screen, seat };

  function roundFor(time: number, extraPercent: number): RoundView | null {
    const known = base();
    if (known === null || round === null) return null;
    const ballot = lastBallot(round);
    const deadline = deadlineFor(ballot, { extraPercent });
    if (round.stage !== 'open' || deadline === null) return known;
    return { ...known, left: Math.max(0, deadline - time), whole: deadline - ballot.openedAt };
  }

  function screen(now: number): ScreenView {
    const shown = roundFor(timeAt(state, now), 0);
    return {
      ...common,
      role: 'screen',
      names: phase === 'lobby' ? standing.slice(0, MOST_NAMES).map(({ id }) => nameOf(id)) : [],
      round: shown === null ? null : { ...shown, ...progress(), tallies: shown.stage === 'revealed' ? tallies() : null },
      turn: turn()?.screen(timeAt(state, now)) ?? null,
      campaign: state.play?.log ?? null,
      leaderboard: settings.leaderboard,
      standings: boardOf()?.slice(0, MOST_STANDINGS) ?? null,
      debrief: debrief(),
    };
  }

  function boardOf(): Standing[] | null {
    switch (settings.leaderboard) {
      case 'off':
        return null;
      case 'teams':
        return settings.teams === 0 ? null : teamStandings(state, points());
      case 'on':
        return [...standings().values()];
    }
  }

  function seat(id: SeatId, now: number): SeatView {
    const own = state.seats.get(id);
    if (own === undefined) throw new Error(`No seat ${id}`);
    const shown = roundFor(timeAt(state, now), own.extraPercent);
    return {
      ...common,
      role: 'seat',
      seat: id,
      name: nameOf(id),
      team: own.team,
      members: own.members,
      extraPercent: own.extraPercent,
      round: shown === null || round === null ? null : seatRound(shown, round, id),
      turn: turn()?.seat(own, timeAt(state, now)) ?? null,
      ticket: { open: mayHandInTicket(state), handedIn: state.tickets.get(id) ?? null },
      standing: settings.leaderboard === 'on' && (round?.stage === 'revealed' || phase === 'wrapped' || phase === 'ended') ? (standings().get(id) ?? null) : null,
      summary: phase === 'wrapped' || phase === 'ended' ? summaryOf(state, id) : null,
    };
  }

  function seatRound(shown: RoundView, round: Round, id: SeatId): SeatRound {
    const question = questionOf(header, round.item);
    const order = shownIn(header, question.item, round);
    const inLetters = ({ response, confidence }: Given) => ({ response: letteredResponse(question.item, order, response), confidence });
    const ballot = lastBallot(round);
    const given = ballot.answers.get(id);
    const before = round.ballots.length > 1 ? round.ballots[0]?.answers.get(id) : round.stage === 'discuss' ? given : undefined;
    const isRevealed = round.stage === 'revealed';
    const own = isRevealed ? markOf().get(id) : undefined;
    return {
      ...shown,
      yours: given !== undefined ? { ...inLetters(given), status: 'saved' } : ballot.late.has(id) ? { status: 'late' } : null,
      before: before === undefined ? null : inLetters(before),
      mark: own === undefined ? null : { ...own.mark, points: own.points },
      tally: isRevealed ? (tallies().at(-1) ?? null) : null,
    };
  }

  function host(now: number): HostView {
    const time = timeAt(state, now);
    const open = state.play === null || phase !== 'turn' ? null : currentTurn(state.play);
    const answers = open !== null ? openBallotOf(open)?.answers : round === null || phase !== 'round' ? null : lastBallot(round).answers;
    return {
      ...common,
      role: 'host',
      settings,
      hostSeats: standing.map(
        ({ id, members, team, extraPercent }): HostSeat => ({
          id,
          name: nameOf(id),
          members,
          team,
          extraPercent,
          present: present.has(id),
          answered: answers?.has(id) ?? false,
          points: points().get(id) ?? 0,
        }),
      ),
      round: hostRound(time),
      turn: turn()?.host(time) ?? null,
      campaign: state.play?.log ?? null,
      tickets: state.tickets.size,
      can: possible(state),
      standings: settings.leaderboard === 'teams' ? teamStandings(state, points()) : [...standings().values()].slice(0, MOST_STANDINGS),
      timetable: timetableOf(state),
      elapsed: elapsedAt(state, time),
      debrief: debrief(),
    };
  }

  function hostRound(time: number): HostRound | null {
    const shown = roundFor(time, 0);
    if (shown === null || round === null) return null;
    const question = questionOf(header, round.item);
    return {
      ...shown,
      ...progress(),
      key: letteredResponse(question.item, shownIn(header, question.item, round), keyOf(question.item)),
      tallies: tallies(),
      gain: gainOf(pairsIn(state, round)),
      held: heldIn(header, marked()),
      suggests: suggestionFor(round),
      hasTwin: twinOf(state, round) !== null,
      hands: lastBallot(round).hands,
    };
  }

  function suggestionFor({ stage, ballots }: Round): HostRound['suggests'] {
    const tally = tallies().at(-1);
    if (stage !== 'closed' || tally === undefined || tally.answers === 0) return null;
    const right = share(tally.right, tally.answers) as number;
    return ballots.length === 1 && right >= DISCUSS.least && right <= DISCUSS.most ? 'discuss' : 'reveal';
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What all roles see of a round, a limit of time apart. How many have answered is the host's and the screen's matter: no seat's view is counted anew for each answer. */
function baseOf(state: SessionState, round: Round, memo: Memo): RoundView {
  const stands = `${round.index} ${round.stage} ${round.ballots.length} ${plannedQuestions(state)}`;
  if (memo.stands !== stands || memo.view === null) {
    memo.stands = stands;
    memo.view = baseAnew(state, round);
  }
  return memo.view;
}

function baseAnew(state: SessionState, round: Round): RoundView {
  const question = questionOf(state.header, round.item);
  const shown = shownIn(state.header, question.item, round);
  const told = lettered(question, shown);
  const letters = told.item.kind === 'signs' ? [] : shown.map((_, at) => letterAt(at));
  return {
    index: round.index,
    number: placeOf(state, round) + 1,
    of: plannedQuestions(state),
    isTwin: round.twinOfRound !== null,
    stage: round.stage,
    ballot: round.ballots.length - 1,
    asked: askedOf(told, letters),
    shown: letters,
    left: null,
    whole: null,
    answered: 0,
    expected: 0,
    revealed: round.stage === 'revealed' ? revealedOf(state, round, told) : null,
  };
}

function revealedOf({ header }: SessionState, round: Round, told: Revealed['question']): Revealed {
  const { item } = questionOf(header, round.item);
  const possible = misconceptionsOf(item);
  return {
    question: told,
    misconceptions: header.quiz.misconceptions.filter(({ id }) => possible.includes(id)),
    claim: header.quiz.claims.find(({ id }) => id === item.claim) ?? null,
    facts: item.facts.flatMap((id) => header.quiz.facts[id] ?? []),
  };
}

/** A campaign's checkpoints are known before their questions are. */
function plannedQuestions({ header, play }: SessionState): number {
  return play === null ? header.quiz.questions.length : play.world.level.checkpoints.length;
}

function answeredIn(state: SessionState, ballot: Ballot): number {
  return ballot.hands === null ? standingAnswers(state, ballot).length : sumOf(ballot.hands);
}

/** Types of commands that would not be refused. */
function possible(state: SessionState): Command['type'][] {
  const round = state.rounds.at(-1)?.index ?? 0;
  const turn = state.play?.turns.at(-1)?.index ?? 0;
  const seat = [...state.seats.values()].find(({ removed }) => !removed)?.id ?? ('s0' as SeatId);
  const samples: readonly Command[] = [
    { type: 'start' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'extend', round, seconds: 30 },
    { type: 'close', round },
    { type: 'discuss', round },
    { type: 'revote', round },
    { type: 'reveal', round },
    { type: 'skip', round },
    { type: 'next', round, twin: false },
    { type: 'wrapUp' },
    { type: 'end' },
    { type: 'lock', locked: true },
    { type: 'remove', seat },
    { type: 'leaderboard', shown: 'off' },
    { type: 'allowOwnNames', allowed: true },
    { type: 'extraTime', seat, percent: 0 },
    { type: 'count', round, hands: {} },
    { type: 'openVote', turn },
    { type: 'closeVote', turn },
    { type: 'voteAgain', turn },
    { type: 'overrule', turn, cards: [] },
    { type: 'act', turn },
    { type: 'goOn', turn },
    { type: 'moreTime', turn, seconds: 30 },
    { type: 'countForecasts', turn, hands: {} },
    { type: 'countVotes', turn, hands: {} },
  ];
  return samples.filter((command) => refusedCommand(state, command) === null).map(({ type }) => type);
}

function debriefOf(state: SessionState): ClassDebrief {
  const rounds = state.rounds.filter(({ stage }) => stage === 'revealed');
  const tallies = rounds.map((round) => tallyOf(state, round, lastBallot(round)));
  const answers = tallies.reduce((sum, tally) => sum + tally.answers, 0);
  return {
    rounds: rounds.length,
    answers,
    right:
      share(
        tallies.reduce((sum, { right }) => sum + right, 0),
        answers,
      ) ?? 0,
    misconceptions: heldIn(
      state.header,
      rounds.flatMap((round) => markedIn(state, round, lastBallot(round))),
    ).slice(0, MOST_MISCONCEPTIONS),
    gain: gainOf(rounds.flatMap((round) => pairsIn(state, round))),
    turns: playedTurns(state),
    held: state.play?.held ?? 0,
  };
}

function summaryOf(state: SessionState, id: SeatId): SeatSummary {
  const own = state.rounds
    .filter(({ stage }) => stage === 'revealed')
    .flatMap((round) => {
      const ballot = lastBallot(round);
      const given = ballot.answers.get(id);
      // Marked alone: a class of a thousand is not marked for each of its seats.
      return given === undefined ? [] : markedIn(state, round, { ...ballot, answers: new Map([[id, given]]) });
    });
  const judged = own.map(({ given, mark }) => ({ confidence: given.confidence, right: mark.right }));
  return {
    answered: own.length,
    right: judged.filter(({ right }) => right).length,
    points: own.reduce((sum, { points }) => sum + points, 0),
    brier: calibrationOf(judged).brier,
    misconceptions: heldIn(state.header, own).map(({ misconception }) => misconception),
  };
}
