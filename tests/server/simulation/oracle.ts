// What must be true of a session once all is over, whatever happened to its machines, its network and its devices. It knows the log on the disk, what every device was told, and the world's time.

import { ownResponse } from '../../../src/quiz/asked.ts';
import { fold } from '../../../src/session/fold.ts';
import { questionOf, shownIn } from '../../../src/session/rounds.ts';
import type { Ballot, Command, Entry, Input, SessionState } from '../../../src/session/types.ts';
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
type Answered = Extract<Input, { type: 'answered' }>;

function answersOf(entries: readonly Entry[], seat: string): Answered[] {
  return entries.flatMap(({ input }) => (input.type === 'answered' && input.seat === seat ? [input] : []));
}

/** Every tap has ended; what was told as saved or late is in the log once, as it was tapped; what was told as not saved is not. */
function checkTaps({ seat, taps }: Student, entries: readonly Entry[], state: SessionState, say: Say): void {
  const logged = answersOf(entries, seat ?? '');
  for (const tap of taps.values()) {
    const place = `${seat} round ${tap.round} ballot ${tap.ballot}`;
    const found = logged.filter(({ round, ballot }) => round === tap.round && ballot === tap.ballot);
    const ballot = state.rounds[tap.round]?.ballots[tap.ballot];
    switch (tap.state.is) {
      case 'sending':
        say(`${place}: the tap never ended`);
        break;
      case 'saved':
      case 'late': {
        const round = state.rounds[tap.round];
        if (round === undefined) {
          say(`${place}: told as ${tap.state.is}, in the log 0 times`);
          break;
        }
        const { item } = questionOf(state.header, round.item);
        const own = ownResponse(item, shownIn(state.header, item, round), tap.response);
        if (found.length !== 1) say(`${place}: told as ${tap.state.is}, in the log ${found.length} times`);
        else if (JSON.stringify([found[0]?.response, found[0]?.confidence]) !== JSON.stringify([own, tap.confidence])) say(`${place}: altered`);
        else if (!(tap.state.is === 'saved' ? ballot?.answers.has(seat as never) : ballot?.late.has(seat as never))) say(`${place}: told as ${tap.state.is}, counted otherwise`);
        break;
      }
      case 'not-saved':
        // Of a seat that was removed nothing counts, and its device learns nothing more.
        if (found.length > 0 && tap.state.reason !== 'removed') say(`${place}: told as not saved (${tap.state.reason}), yet in the log`);
        break;
    }
  }
  if (logged.length > taps.size) say(`${seat}: ${logged.length} answers in the log, ${taps.size} taps`);
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
  const bare = ({ version: _, round, ...rest }: typeof view) => JSON.stringify({ ...rest, seats: 0, round: round === null ? null : { ...round, left: null } });
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
    if (input.type === 'answered' || input.type === 'commanded') {
      const key = input.type === 'answered' ? `${input.seat} ${input.id}` : input.id;
      if (ids.has(key)) say(`Entry ${seq} says again what ${key} said`);
      ids.add(key);
    }
    if (input.type === 'commanded' && input.command.type === 'remove') removed.add(input.command.seat);
    if (input.type === 'answered') {
      if (!known.has(input.seat)) say(`Entry ${seq}: nobody has the seat ${input.seat}`);
      if (removed.has(input.seat)) say(`Entry ${seq}: ${input.seat} was removed before`);
    }
  }
}

/** By the world's time: nobody is late before the time they were given has passed with a machine running and the session not paused. */
function checkTime(written: readonly Written[], spans: Machine['spans'], say: Say): void {
  const pauses: { from: number; to: number | null }[] = [];
  const opened = new Map<string, number>();
  const entries = written.map(({ entry }) => entry);
  for (const [place, { entry, at }] of written.entries()) {
    const { input } = entry;
    if (input.type === 'commanded') {
      const last = pauses.at(-1);
      if (input.command.type === 'pause') pauses.push({ from: at, to: null });
      if (input.command.type === 'resume' && last !== undefined) last.to = at;
    }
    if (input.type !== 'answered' && input.type !== 'timeUp' && !opensBallot(input)) continue;
    const state = fold(entries.slice(0, place + 1));
    const round = state.rounds.at(-1);
    if (round === undefined) continue;
    const key = `${round.index}.${round.ballots.length - 1}`;
    const ballot = round.ballots.at(-1) as Ballot;
    if (!opened.has(key)) opened.set(key, at);
    if (ballot.deadline === null) continue;
    const isLate = input.type === 'answered' && round.stage === 'open' && ballot.late.has(input.seat);
    if (!isLate && input.type !== 'timeUp') continue;
    const extra = isLate ? (state.seats.get(input.seat)?.extraPercent ?? 0) : 0;
    const given = Math.floor(((ballot.deadline - ballot.openedAt) * (100 + extra)) / 100);
    const ran = ranBetween(opened.get(key) as number, at, spans, pauses);
    // A clock of whole milliseconds.
    if (ran < given - 2) say(`Entry ${entry.seq}: round ${key} was over after ${Math.round(ran)} ms of ${given}`);
  }
}

const OPENING: readonly Command['type'][] = ['start', 'next', 'skip', 'revote'];
const opensBallot = (input: Input) => input.type === 'commanded' && OPENING.includes(input.command.type);

type Span = Machine['spans'][number];

/** Milliseconds in which a machine ran and the session was not paused. */
function ranBetween(from: number, to: number, spans: readonly Span[], pauses: readonly Span[]): number {
  const within = (span: Span, [least, most]: readonly [number, number]): [number, number] => [Math.max(least, span.from), Math.min(most, span.to ?? most)];
  const length = ([least, most]: readonly [number, number]) => Math.max(0, most - least);
  return spans.map((span) => within(span, [from, to])).reduce((sum, ran) => sum + length(ran) - pauses.reduce((paused, pause) => paused + length(within(pause, ran)), 0), 0);
}
