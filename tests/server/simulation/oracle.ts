// What must be true of a session once all is over, whatever happened to its machines, its network and its devices. It knows the log on the disk, what every device was told, and the world's time.

import { placeOf, type Slip } from '../../../src/client/live/outbox.ts';
import { ownResponse } from '../../../src/quiz/asked.ts';
import { canonical } from '../../../src/rules/hash.ts';
import { ackKey, apply, fold, open } from '../../../src/session/fold.ts';
import { questionOf, shownIn } from '../../../src/session/rounds.ts';
import type { Ballot, Entry, Input, SessionState } from '../../../src/session/types.ts';
import { lookAt } from '../../../src/session/views.ts';
import type { Written } from './disk.ts';
import type { Machine } from './machine.ts';
import type { Class, Student } from './people.ts';

export interface Held {
  entries: readonly Entry[];
  written: readonly Written[];
  spans: Machine['spans'];
  people: Class;
  names: (seat: never) => string;
}

/** @returns what broke a promise, in words; nothing where all held */
export function faultsIn({ entries, written, spans, people, names }: Held): string[] {
  const faults: string[] = [];
  const say = (fault: string) => void faults.push(fault);
  let state: SessionState;
  try {
    state = fold(entries);
  } catch (error) {
    return [`The log does not fold: ${error instanceof Error ? error.message : error}`];
  }
  const { students, host } = people;
  for (const student of students) {
    for (const fault of student.faults) say(`${student.seat}: ${fault}`);
    checkTaps(student, entries, state, say);
    checkView(student, state, names, say);
  }
  for (const fault of host.faults) say(`Host: ${fault}`);
  checkCommands(host.obeyed, entries, say);
  checkSources(entries, students, say);
  checkTime(written, spans, say);
  return faults;
}

type Say = (fault: string) => void;
type SlipInput = Extract<Input, { type: 'answered' | 'forecast' | 'voted' | 'ticket' | 'homework' }>;

function slipsOf(entries: readonly Entry[], seat: string): SlipInput[] {
  return entries.flatMap(({ input }) => ('seat' in input && input.seat === seat ? [input] : []));
}

/** As the outbox calls places. */
function placeIn(input: SlipInput): string {
  switch (input.type) {
    case 'answered':
      return placeOf({ kind: 'answer', ...input });
    case 'forecast':
      return placeOf({ kind: 'forecast', ...input });
    case 'voted':
      return placeOf({ kind: 'vote', ...input });
    case 'ticket':
    case 'homework':
      return placeOf({ kind: input.type });
  }
}

/** Every tap has ended; what was told as saved or late is in the log once, as it was tapped; what was told as not saved is not. */
function checkTaps({ seat, taps }: Student, entries: readonly Entry[], state: SessionState, say: Say): void {
  const logged = slipsOf(entries, seat ?? '');
  for (const [place, { slip, state: told }] of taps) {
    const found = logged.filter((input) => placeIn(input) === place);
    const [one] = found;
    switch (told.is) {
      case 'sending':
        say(`${seat} ${place}: the tap never ended`);
        break;
      case 'saved':
      case 'late':
        if (found.length !== 1 || one === undefined) say(`${seat} ${place}: told as ${told.is}, in the log ${found.length} times`);
        else if (saidIn(one) !== saidBy(slip, state)) say(`${seat} ${place}: altered`);
        else if (countsAs(one, state) !== told.is) say(`${seat} ${place}: told as ${told.is}, counted otherwise`);
        break;
      case 'not-saved':
        // Of a seat that was removed nothing counts, and its device learns nothing more.
        if (found.length > 0 && told.reason !== 'removed') say(`${seat} ${place}: told as not saved (${told.reason}), yet in the log`);
        break;
    }
  }
  if (logged.length > taps.size) say(`${seat}: ${logged.length} slips in the log, ${taps.size} taps`);
}

function saidIn(input: SlipInput): string {
  const { type: _, seat: __, id: ___, ...said } = input;
  return canonical(said);
}

function saidBy({ kind: _, ...said }: Slip, state: SessionState): string {
  if (!('response' in said)) return canonical(said);
  const round = state.rounds[said.round];
  if (round === undefined) return '';
  const { item } = questionOf(state.header, round.item);
  return canonical({ ...said, response: ownResponse(item, shownIn(state.header, item, round), said.response) });
}

function countsAs(input: SlipInput, state: SessionState): 'saved' | 'late' | 'nowhere' {
  if (input.type === 'ticket') return state.tickets.has(input.seat) ? 'saved' : 'nowhere';
  if (input.type === 'homework') return state.homework.has(input.seat) ? 'saved' : 'nowhere';
  const turn = 'turn' in input ? state.play?.turns.find(({ index }) => index === input.turn) : undefined;
  const ballot: Ballot<unknown> | null | undefined =
    input.type === 'answered' ? state.rounds[input.round]?.ballots[input.ballot] : input.type === 'forecast' ? turn?.forecasts : turn?.votes[input.ballot];
  return ballot?.answers.has(input.seat) ? 'saved' : ballot?.late.has(input.seat) ? 'late' : 'nowhere';
}

/** Once all is quiet, a seat sees what the log says, and one that was removed sees nothing. */
function checkView({ seat, view, line }: Student, state: SessionState, names: Held['names'], say: Say): void {
  const own = state.seats.get(seat as never);
  if (own === undefined) {
    if (line !== 'refused' && seat !== null) say(`${seat}: has a seat that the log does not know`);
    return;
  }
  if (own.removed) {
    if (line !== 'refused') say(`${seat}: was removed and looks on`);
    return;
  }
  if (view === null) {
    say(`${seat}: sees nothing`);
    return;
  }
  const truth = lookAt(state, { get: names }, new Set()).seat(own.id, 0);
  const bare = ({ version: _, round, turn, ...rest }: typeof view) =>
    canonical({ ...rest, seats: 0, round: round === null ? null : { ...round, left: null }, turn: turn === null ? null : { ...turn, left: null } });
  if (bare(truth) !== bare(view)) say(`${seat}: sees version ${view.version}, which is not what the log of ${state.seq} says`);
}

function checkCommands(obeyed: Class['host']['obeyed'], entries: readonly Entry[], say: Say): void {
  for (const { id, type } of obeyed) {
    const found = entries.filter(({ input }) => input.type === 'commanded' && input.id === id);
    if (found.length !== 1) say(`The host was told that ${type} was done: in the log ${found.length} times`);
  }
}

/** Each entry comes from who may make it, and none twice. */
function checkSources(entries: readonly Entry[], students: readonly Student[], say: Say): void {
  const ids = new Set<string>();
  const removed = new Set<string>();
  const known = new Set(students.flatMap(({ seat }) => seat ?? []));
  for (const [place, { seq, input }] of entries.entries()) {
    if (seq !== place) say(`Entry ${seq} stands at ${place}`);
    if ('id' in input) {
      const key = ackKey(input);
      if (ids.has(key)) say(`Entry ${seq} says again what ${key} said`);
      ids.add(key);
    }
    if (input.type === 'commanded' && input.command.type === 'remove') removed.add(input.command.seat);
    if ('seat' in input) {
      if (!known.has(input.seat)) say(`Entry ${seq}: nobody has the seat ${input.seat}`);
      if (removed.has(input.seat)) say(`Entry ${seq}: ${input.seat} was removed before`);
    }
  }
}

/** By the world's time: nobody is late before the time they were given has passed with a machine running and the session not paused. */
function checkTime(written: readonly Written[], spans: Machine['spans'], say: Say): void {
  const [first, ...rest] = written;
  if (first === undefined) return;
  const pauses: { from: number; to: number | null }[] = [];
  const opened = new Map<string, number>();
  const state = open(first.entry);
  for (const { entry, at } of rest) {
    apply(state, entry);
    const { input } = entry;
    if (input.type === 'commanded') {
      const last = pauses.at(-1);
      if (input.command.type === 'pause') pauses.push({ from: at, to: null });
      if (input.command.type === 'resume' && last !== undefined) last.to = at;
    }
    const on = lastBallotOf(state);
    if (on === null) continue;
    const { key, ballot, isOpen } = on;
    if (!opened.has(key)) opened.set(key, at);
    if (ballot.deadline === null) continue;
    const isLate = 'seat' in input && input.type !== 'ticket' && input.type !== 'homework' && isOpen && ballot.late.has(input.seat);
    if (!isLate && input.type !== 'timeUp' && input.type !== 'turnTimeUp') continue;
    const extra = isLate ? (state.seats.get(input.seat)?.extraPercent ?? 0) : 0;
    const given = Math.floor(((ballot.deadline - ballot.openedAt) * (100 + extra)) / 100);
    const ran = ranBetween(opened.get(key) as number, at, spans, pauses);
    // A clock of whole milliseconds.
    if (ran < given - 2) say(`Entry ${entry.seq}: ${key} was over after ${Math.round(ran)} ms of ${given}`);
  }
}

function lastBallotOf({ phase, rounds, play }: SessionState): { key: string; ballot: Ballot<unknown>; isOpen: boolean } | null {
  const round = rounds.at(-1);
  if (phase === 'round' && round !== undefined)
    return { key: `round ${round.index}.${round.ballots.length - 1}`, ballot: round.ballots.at(-1) as Ballot, isOpen: round.stage === 'open' };
  const turn = phase === 'turn' ? play?.turns.at(-1) : undefined;
  const ballot = turn === undefined ? undefined : (turn.votes.at(-1) ?? turn.forecasts);
  if (turn === undefined || ballot === undefined || ballot === null) return null;
  return { key: `turn ${turn.index}.${turn.votes.length}`, ballot, isOpen: ballot.closedAt === null };
}

type Span = Machine['spans'][number];

/** Milliseconds in which a machine ran and the session was not paused. */
function ranBetween(from: number, to: number, spans: readonly Span[], pauses: readonly Span[]): number {
  const within = (span: Span, [least, most]: readonly [number, number]): [number, number] => [Math.max(least, span.from), Math.min(most, span.to ?? most)];
  const length = ([least, most]: readonly [number, number]) => Math.max(0, most - least);
  return spans.map((span) => within(span, [from, to])).reduce((sum, ran) => sum + length(ran) - pauses.reduce((paused, pause) => paused + length(within(pause, ran)), 0), 0);
}
