// The fold of a session's log. A state belongs to its fold: `apply` changes it in place once nothing more can be refused,
// for a thousand seats answer within seconds and a copy of the table for each of them would be most of the work. Readers keep no part of a state beyond the next `apply`.

import { letterAt } from '../quiz/asked.ts';
import { readResponse } from '../quiz/marking.ts';
import type { Item } from '../quiz/types.ts';
import { deadlineFor, GRACE, lastDeadline, timeOf } from './clock.ts';
import { lastBallot, questionOf, twinOf } from './rounds.ts';
import { earnedIn } from './tallies.ts';
import { commandTurn, isTurnCommand, refusedSlip, refusedTurnCommand, refusedTurnTimeUp, takeForecast, takeVote } from './turnFold.ts';
import { act, beginTurn, type ClassPlay, closeOpen, type FoldingPlay, freshBallot, holdTheRest, openPlay, playedAlone, settleCheckpoint } from './turns.ts';
import type { Ack, Ballot, Command, Entry, Input, Refusal, Round, Seat, SeatId, SessionState, SessionTime } from './types.ts';

/** `ok`: the entry belongs in the log. Else it changes nothing: it is refused, or acknowledged already. */
export interface Applied {
  ok: boolean;
  ack: Ack;
}

export const MOST_SEATS = 1500;
export const MOST_MEMBERS = 6;
const MOST_HANDS = 500;
const MOST_EXTRA = 200;
const EXTENSION = { least: 5, most: 600 };

type Open<State> = { -readonly [Key in keyof State]: State[Key] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : State[Key] extends ReadonlySet<infer M> ? Set<M> : State[Key] };
export type Folding = Omit<Open<SessionState>, 'rounds' | 'play'> & { rounds: FoldingRound[]; play: FoldingPlay | null };
type FoldingRound = Omit<Open<Round>, 'ballots'> & { ballots: Open<Ballot>[] };

/** @throws where the entry does not open a session */
export function open({ seq, at, input }: Entry): SessionState {
  if (input.type !== 'opened' || seq !== 0) throw new Error('A session begins with `opened`, number 0');
  return {
    header: input.header,
    settings: input.header.settings,
    phase: 'lobby',
    paused: false,
    locked: false,
    clock: { at, time: 0 },
    seq,
    seats: new Map(),
    seatOf: new Map(),
    rounds: [],
    play: input.header.game === undefined ? null : openPlay(input.header.game, input.header.seed),
    tickets: new Map(),
    homework: new Map(),
    acks: new Map(),
  };
}

/** @throws where an entry does not apply: the log is damaged */
export function fold(entries: Iterable<Entry>): SessionState {
  let state: SessionState | null = null;
  for (const entry of entries) {
    if (state === null) state = open(entry);
    else if (!apply(state, entry).ok) throw new Error(`Entry ${entry.seq} of the session does not apply`);
  }
  if (state === null) throw new Error('A session without entries');
  return state;
}

/** @param entry of the state's `seq` + 1 */
export function apply(state: SessionState, entry: Entry): Applied {
  const folding = state as Folding;
  if (entry.seq !== state.seq + 1) throw new Error(`Entry ${entry.seq} follows ${state.seq}`);
  const time = timeOf(state, entry);
  const known = knownAck(state, entry.input);
  if (known !== undefined) return { ok: false, ack: known };
  const refusal = refusalOf(state, entry.input, time);
  if (refusal !== null) return { ok: false, ack: { status: 'refused', reason: refusal } };
  const ack = perform(folding, entry, time);
  folding.clock = { at: entry.at, time };
  folding.seq = entry.seq;
  return { ok: true, ack };
}

/** Answers of seats and commands of the host are known by ids that cannot meet. */
export function ackKey(input: Acknowledged): string {
  return input.type === 'commanded' ? input.id : `${input.seat} ${input.id}`;
}

type Acknowledged = Extract<Input, { id: unknown }>;

function knownAck(state: SessionState, input: Input): Ack | undefined {
  return 'id' in input ? state.acks.get(ackKey(input)) : undefined;
}

// ---------------------------------------------------------------- what is refused

/** Why the input would change nothing at this session time; null where it would be logged. */
function refusalOf(state: SessionState, input: Input, time: SessionTime): Refusal | null {
  switch (input.type) {
    case 'opened':
      return 'not-now';
    case 'resumedByServer':
      return null;
    case 'timeUp': {
      const round = state.rounds.at(-1);
      if (round?.index !== input.round || round.ballots.length - 1 !== input.ballot) return 'other-round';
      const due = lastDeadline(state, lastBallot(round));
      return round.stage === 'open' && due !== null && time >= due ? null : 'not-now';
    }
    case 'joined':
      return refusedJoin(state, input);
    case 'answered':
      return refusedAnswer(state, input);
    case 'forecast':
    case 'voted':
      return refusedSeat(state, input.seat) ?? refusedSlip(state, input);
    case 'ticket':
      return refusedSeat(state, input.seat) ?? refusedTicket(state, input);
    case 'homework':
      return refusedSeat(state, input.seat) ?? refusedHomework(state, input.code);
    case 'turnTimeUp':
      return refusedTurnTimeUp(state, input, time);
    case 'checkpoint':
      return state.phase === 'turn' && state.play?.checkpoint?.stands === 'waits' && state.play.checkpoint.turn === input.turn ? null : 'not-now';
    case 'commanded':
      return refusedCommand(state, input.command);
  }
}

/** Characters of each part of an exit ticket. */
export const LONGEST_TICKET = 600;

function refusedTicket(state: SessionState, { ticket }: Extract<Input, { type: 'ticket' }>): Refusal | null {
  if (!mayHandInTicket(state)) return state.phase === 'ended' ? 'ended' : 'not-now';
  return Object.values(ticket).every((part) => part.trim() !== '' && part.length <= LONGEST_TICKET) ? null : 'out-of-range';
}

function refusedHomework({ phase, play }: SessionState, code: string): Refusal | null {
  if (phase === 'ended') return 'ended';
  if (!isHomeworkOpen({ phase, play })) return 'not-now';
  return playedAlone(play as ClassPlay, code) === null ? 'not-the-campaign' : null;
}

/** A campaign may be played alone once the class has played it, or where it was given as homework. */
export function isHomeworkOpen({ phase, play }: Pick<SessionState, 'phase' | 'play'>): boolean {
  return play !== null && (phase === 'homework' || phase === 'wrapped');
}

/** Once the class looks back, until the session is over. */
export function mayHandInTicket({ phase }: Pick<SessionState, 'phase'>): boolean {
  return phase === 'wrapped';
}

function refusedJoin(state: SessionState, { token, members }: Extract<Input, { type: 'joined' }>): Refusal | null {
  const known = state.seatOf.get(token);
  if (known !== undefined) return state.seats.get(known)?.removed === true ? 'removed' : 'answered-already';
  if (state.phase === 'ended') return 'ended';
  if (state.settings.devices === 'none') return 'no-devices';
  if (state.locked) return 'locked';
  if (state.seats.size >= MOST_SEATS) return 'full';
  return Number.isInteger(members) && members >= 1 && members <= MOST_MEMBERS ? null : 'out-of-range';
}

function refusedAnswer(state: SessionState, { seat: id, round: index, ballot, response }: Extract<Input, { type: 'answered' }>): Refusal | null {
  const seat = state.seats.get(id);
  if (seat === undefined) return 'no-such-seat';
  if (seat.removed) return 'removed';
  if (state.phase === 'ended') return 'ended';
  const round = state.rounds.at(-1);
  if (state.phase !== 'round' || round?.index !== index || round.ballots.length - 1 !== ballot) return 'other-round';
  if (readResponse(questionOf(state.header, round.item).item, response) === null) return 'no-response';
  const { answers, late } = lastBallot(round);
  if (answers.has(id)) return 'answered-already';
  return late.has(id) ? 'closed' : null;
}

/** Why the host may not do it now; null where they may. */
export function refusedCommand(state: SessionState, command: Command): Refusal | null {
  if (state.phase === 'ended') return 'ended';
  const round = state.rounds.at(-1);
  if (isTurnCommand(command)) return refusedTurnCommand(state, command);
  if ('round' in command && (state.phase !== 'round' || round?.index !== command.round)) return 'other-round';
  const when = (allowed: boolean): Refusal | null => (allowed ? null : 'not-now');
  const within = (value: number, least: number, most: number): Refusal | null => (Number.isInteger(value) && value >= least && value <= most ? null : 'out-of-range');
  switch (command.type) {
    case 'start':
      return when(state.phase === 'lobby');
    case 'pause':
      return when(!state.paused);
    case 'resume':
      return when(state.paused);
    case 'extend':
      return when(round?.stage === 'open' && lastBallot(round).deadline !== null) ?? within(command.seconds, EXTENSION.least, EXTENSION.most);
    case 'close':
      return when(round?.stage === 'open');
    case 'discuss':
      return when((round?.stage === 'open' || round?.stage === 'closed') && round.ballots.length === 1);
    case 'revote':
      return when(round?.stage === 'discuss');
    case 'reveal':
    case 'skip':
      return when(isUnderWay(round));
    case 'next':
      return when(round?.stage === 'revealed') ?? (command.twin && twinOf(state, round as Round) === null ? 'no-twin' : null);
    case 'wrapUp':
      return when(state.phase === 'round' || state.phase === 'turn');
    case 'assign':
      return when(state.phase === 'lobby' && state.play !== null);
    case 'end':
    case 'lock':
    case 'leaderboard':
    case 'allowOwnNames':
      return null;
    case 'remove':
      return refusedSeat(state, command.seat);
    case 'extraTime':
      return refusedSeat(state, command.seat) ?? within(command.percent, 0, MOST_EXTRA);
    case 'count': {
      if (state.settings.devices !== 'none') return 'not-now';
      const counted = when(isUnderWay(round));
      if (counted !== null) return counted;
      const places = handPlaces(questionOf(state.header, (round as Round).item).item);
      return Object.entries(command.hands).every(([place, hands]) => places.includes(place) && within(hands, 0, MOST_HANDS) === null) ? null : 'out-of-range';
    }
  }
}

function refusedSeat(state: SessionState, id: SeatId): Refusal | null {
  const seat = state.seats.get(id);
  return seat === undefined ? 'no-such-seat' : seat.removed ? 'removed' : null;
}

const isUnderWay = (round: Round | undefined): boolean => round?.stage === 'open' || round?.stage === 'closed' || round?.stage === 'discuss';

/** What hands are counted for: each option as shown where one is right, else who has it right and who wrong. */
export function handPlaces(item: Item): string[] {
  return item.kind === 'one' || item.kind === 'scale' ? item.options.map((_, at) => letterAt(at)) : ['right', 'wrong'];
}

// ---------------------------------------------------------------- what it changes

function perform(state: Folding, { seq, input }: Entry, time: SessionTime): Ack {
  const saved: Ack = { status: 'saved', seq };
  switch (input.type) {
    case 'opened':
    case 'resumedByServer':
      return saved;
    case 'timeUp':
      close(state, time);
      return saved;
    case 'turnTimeUp':
      closeOpen(state, state.play as FoldingPlay, time);
      return saved;
    case 'checkpoint':
      ask(state, input, time);
      return saved;
    case 'forecast':
    case 'voted': {
      const isLate = input.type === 'forecast' ? takeForecast(state, input, time) : takeVote(state, input, time);
      const ack: Ack = isLate ? { status: 'late', seq } : saved;
      state.acks.set(ackKey(input), ack);
      return ack;
    }
    case 'homework':
      state.homework.set(input.seat, input.code);
      state.acks.set(ackKey(input), saved);
      return saved;
    case 'ticket':
      state.tickets.set(input.seat, input.ticket);
      state.acks.set(ackKey(input), saved);
      return saved;
    case 'joined': {
      const id = `s${state.seats.size + 1}` as SeatId;
      const team = state.settings.teams === 0 ? null : state.seats.size % state.settings.teams;
      state.seats.set(id, { id, token: input.token, members: input.members, team, extraPercent: 0, joinedInRound: state.rounds.length, removed: false });
      state.seatOf.set(input.token, id);
      return saved;
    }
    case 'answered': {
      const round = state.rounds.at(-1) as FoldingRound;
      const ballot = round.ballots.at(-1) as Open<Ballot>;
      const deadline = deadlineFor(ballot, state.seats.get(input.seat) as Seat);
      const isLate = round.stage !== 'open' || (deadline !== null && time > deadline + GRACE);
      if (isLate) ballot.late.add(input.seat);
      else ballot.answers.set(input.seat, { id: input.id, response: input.response, confidence: input.confidence, at: time, seq });
      const ack: Ack = isLate ? { status: 'late', seq } : saved;
      state.acks.set(ackKey(input), ack);
      return ack;
    }
    case 'commanded':
      command(state, input.command, time);
      state.acks.set(ackKey(input), saved);
      return saved;
  }
}

function command(state: Folding, command: Command, time: SessionTime): void {
  const round = state.rounds.at(-1);
  if (isTurnCommand(command)) {
    commandTurn(state, command, time);
    return;
  }
  switch (command.type) {
    case 'start':
      goOn(state, time);
      return;
    case 'pause':
      state.paused = true;
      return;
    case 'resume':
      state.paused = false;
      return;
    case 'extend': {
      const ballot = round?.ballots.at(-1) as Open<Ballot>;
      ballot.deadline = (ballot.deadline as number) + 1000 * command.seconds;
      return;
    }
    case 'close':
      close(state, time);
      return;
    case 'discuss':
      close(state, time);
      (round as FoldingRound).stage = 'discuss';
      return;
    case 'revote':
      (round as FoldingRound).ballots.push(freshBallot(time, state.settings.seconds));
      (round as FoldingRound).stage = 'open';
      return;
    case 'reveal':
      close(state, time);
      (round as FoldingRound).stage = 'revealed';
      return;
    case 'skip':
      leave(state, time);
      goOn(state, time);
      return;
    case 'next': {
      const twin = command.twin ? twinOf(state, round as Round) : null;
      if (twin === null) goOn(state, time);
      else
        state.rounds.push({
          index: state.rounds.length,
          item: twin.item.id,
          twinOfRound: (round as Round).index,
          stage: 'open',
          ballots: [freshBallot(time, state.settings.seconds)],
        });
      return;
    }
    case 'wrapUp':
      wrapUp(state, time);
      return;
    case 'assign':
      state.phase = 'homework';
      return;
    case 'end':
      if (state.phase === 'round' || state.phase === 'turn') wrapUp(state, time);
      state.phase = 'ended';
      return;
    case 'lock':
      state.locked = command.locked;
      return;
    case 'leaderboard':
      state.settings = { ...state.settings, leaderboard: command.shown };
      return;
    case 'allowOwnNames':
      state.settings = { ...state.settings, ownNames: command.allowed };
      return;
    case 'remove':
      state.seats.set(command.seat, { ...(state.seats.get(command.seat) as Seat), removed: true });
      return;
    case 'extraTime':
      state.seats.set(command.seat, { ...(state.seats.get(command.seat) as Seat), extraPercent: command.percent });
      return;
    case 'count':
      (round?.ballots.at(-1) as Open<Ballot>).hands = { ...command.hands };
      return;
  }
}

/** The next planned question, or the end of questions; of a class's campaign the next turn, once the checkpoint is settled. */
function goOn(state: Folding, time: SessionTime): void {
  const { play, rounds } = state;
  if (play !== null) {
    if (play.checkpoint?.stands === 'asked') settle(state, play);
    beginTurn(play, time, state.settings.seconds);
    state.phase = 'turn';
    return;
  }
  const question = state.header.quiz.questions[rounds.filter(({ twinOfRound }) => twinOfRound === null).length];
  state.phase = question === undefined ? 'wrapped' : 'round';
  if (question !== undefined) openRound(state, question.item.id, time);
}

function openRound(state: Folding, item: Round['item'], time: SessionTime): void {
  state.rounds.push({ index: state.rounds.length, item, twinOfRound: null, stage: 'open', ballots: [freshBallot(time, state.settings.seconds)] });
}

/** The checkpoint's question, a round like those of a quiz; where there is none, the turn begins. */
function ask(state: Folding, { turn, asks }: Extract<Input, { type: 'checkpoint' }>, time: SessionTime): void {
  const play = state.play as FoldingPlay;
  const [question] = asks?.questions ?? [];
  play.checkpoint = { turn, stands: 'asked' };
  if (asks === null || question === undefined) {
    goOn(state, time);
    return;
  }
  const { quiz } = state.header;
  const isNew =
    <Named extends { id: unknown }>(known: readonly Named[]) =>
    (one: Named) =>
      !known.some(({ id }) => id === one.id);
  state.header = {
    ...state.header,
    quiz: {
      ...quiz,
      questions: [...quiz.questions, question],
      twins: [...quiz.twins, ...asks.twins],
      misconceptions: [...quiz.misconceptions, ...asks.misconceptions.filter(isNew(quiz.misconceptions))],
      claims: [...quiz.claims, ...asks.claims.filter(isNew(quiz.claims))],
      facts: { ...quiz.facts, ...asks.facts },
    },
  };
  state.phase = 'round';
  openRound(state, question.item.id, time);
}

/** A checkpoint that was asked and revealed pays if the class had it right, at first, after a discussion or at its twin. */
function settle(state: Folding, play: FoldingPlay): void {
  const asked = state.rounds.findLast(({ twinOfRound }) => twinOfRound === null);
  const own = state.rounds.filter((round) => asked !== undefined && round.index >= asked.index && round.stage === 'revealed');
  if (asked !== undefined && play.fold.state.turn === play.checkpoint?.turn)
    settleCheckpoint(
      play,
      asked.item,
      own.some((round) => earnedIn(state, round)),
    );
}

function wrapUp(state: Folding, time: SessionTime): void {
  leave(state, time);
  if (state.play !== null) {
    const turn = state.play.turns.at(-1);
    closeOpen(state, state.play, time);
    // What the class had voted is played.
    if (turn?.stage === 'voted') act(state, state.play);
    holdTheRest(state.play);
  }
  state.phase = 'wrapped';
}

function close(state: Folding, time: SessionTime): void {
  const round = state.rounds.at(-1);
  if (round?.stage !== 'open') return;
  round.stage = 'closed';
  (round.ballots.at(-1) as Open<Ballot>).closedAt = time;
}

/** A round that is left before its reveal counts for nothing. */
function leave(state: Folding, time: SessionTime): void {
  close(state, time);
  const round = state.rounds.at(-1);
  if (round !== undefined && round.stage !== 'revealed') round.stage = 'skipped';
}
