// A class answers while its server is killed at random moments, again and again; then the log is held against every acknowledgement that a device was given.

import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Asked } from '../../src/quiz/asked.ts';
import { letteredResponse } from '../../src/quiz/asked.ts';
import type { Response } from '../../src/quiz/types.ts';
import { fold } from '../../src/session/fold.ts';
import { questionOf, shownIn } from '../../src/session/rounds.ts';
import type { Ack, ClientId, Command, Entry, HostView } from '../../src/session/types.ts';
import { ask, createSession, hex32, type Joined, ownFolder, type Session, sessionAt, stubClient } from './harness.ts';
import { freePort, type ServerProcess, startProcess } from './process.ts';
import { responseTo } from './responding.ts';

interface Told {
  seat: string;
  id: string;
  round: number;
  ballot: number;
  response: Response;
  confidence: 1 | 2 | 3;
  /** The first acknowledgement; null: none came. */
  ack: Ack | null;
}

export interface Killed {
  kills: number;
  acknowledged: number;
  /** Asked again under the same id, since no acknowledgement had come. */
  askedAgain: number;
  /** What broke the promise, in words. */
  faults: string[];
  /** Milliseconds from the start of a process until it listened, and until the first answer to a device. */
  restarts: number[];
  reconnects: number[];
}

const QUESTIONS = 12;

/** A server waits for its disk most of the time it starts: two of them are killed side by side. */
const SERVERS = 2;

/** @param times how often servers are killed in all; @param students of each class; @param hear told after each kill */
export async function killTimes(times: number, students: number, hear: () => void = () => {}): Promise<Killed> {
  const shares = Array.from({ length: SERVERS }, (_, i) => Math.floor((times + i) / SERVERS)).filter((share) => share > 0);
  const all = await Promise.all(shares.map((share) => killOne(share, students, hear)));
  const sum = (of: (one: Killed) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    kills: sum(({ kills }) => kills),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    askedAgain: sum(({ askedAgain }) => askedAgain),
    faults: all.flatMap(({ faults }) => faults),
    restarts: all.flatMap(({ restarts }) => restarts),
    reconnects: all.flatMap(({ reconnects }) => reconnects),
  };
}

async function killOne(times: number, students: number, hear: () => void): Promise<Killed> {
  const folder = ownFolder();
  const client = stubClient(folder.path);
  const port = await freePort();
  const killed: Killed = { kills: 0, acknowledged: 0, askedAgain: 0, faults: [], restarts: [], reconnects: [] };
  // One that ends well leaves what it compiled to those that are killed.
  await (await startProcess(client, folder.path, port)).end('SIGTERM');
  let server = await begin();
  /** Whoever got no answer asks again once there is a server: that devices wait is tested elsewhere. */
  let up: Promise<void> = Promise.resolve();
  try {
    while (killed.kills < times) await lesson();
  } finally {
    await server.end('SIGKILL');
    folder.remove();
  }
  return killed;

  async function begin(): Promise<ServerProcess> {
    const before = performance.now();
    const started = await startProcess(client, folder.path, port);
    killed.restarts.push(performance.now() - before);
    return started;
  }

  /** One session: its class answers every ballot, and the server is killed in each until there were enough. */
  async function lesson(): Promise<void> {
    const items = await someItems();
    const session = await createSession(server, {}, items);
    const seats = await Promise.all(Array.from({ length: students }, () => session.join()));
    const told: Told[] = [];
    const commands: { id: string; command: Command; ack: Ack }[] = [];
    const command = async (one: Command) => {
      const id = hex32();
      commands.push({ id, command: one, ack: await insist(session, 'commands', session.host, { id, command: one }) });
    };
    await command({ type: 'start' });
    for (let round = 0; round < items.length && killed.kills < times; round++) {
      for (const ballot of [0, 1]) {
        if (ballot === 1) {
          await command({ type: 'discuss', round });
          await command({ type: 'revote', round });
        }
        const { round: shown } = await insistOnView(session);
        if (shown === null) throw new Error('No round');
        await underFire(session, seats, told, round, ballot, shown.asked);
      }
      await command({ type: 'reveal', round });
      await command({ type: 'next', round, twin: false });
    }
    await hold(session, told, commands);
  }

  async function underFire(session: Session, seats: readonly Joined[], told: Told[], round: number, ballot: number, asked: Asked): Promise<void> {
    const shooting = killed.kills < times ? shoot() : Promise.resolve();
    await Promise.all(
      seats.map(async (seat, i) => {
        // All within the time in which the shot falls.
        await pause(randomInt(60));
        const one: Told = { seat: seat.seat, id: hex32(), round, ballot, response: responseTo(asked, i + round), confidence: (1 + (i % 3)) as 1 | 2 | 3, ack: null };
        told.push(one);
        const { seat: _, ack: __, ...message } = one;
        one.ack = await insist(session, 'answers', seat.token, message);
      }),
    );
    await shooting;
  }

  async function shoot(): Promise<void> {
    await pause(randomInt(70));
    const before = performance.now();
    up = server.end('SIGKILL').then(async () => {
      server = await begin();
    });
    await up;
    killed.kills++;
    hear();
    await ask(server.origin, 'GET', '/api/places');
    killed.reconnects.push(performance.now() - before);
  }

  /** As a device does: under the same id until it is acknowledged. */
  async function insist(session: Session, path: string, secret: string, body: unknown): Promise<Ack> {
    for (;;) {
      const reply = await session.ask('POST', path, { secret, body }).catch(() => null);
      if (reply !== null && (reply.status === 200 || reply.status === 409)) return reply.body;
      if (reply !== null && reply.status < 500 && reply.status !== 429) killed.faults.push(`${path} was answered with ${reply.status} ${reply.text}`);
      killed.askedAgain++;
      await up;
      await pause(reply?.status === 429 ? 500 : randomInt(30));
    }
  }

  async function insistOnView(session: Session): Promise<HostView> {
    for (;;) {
      const view = await session.hostView().catch(() => null);
      if (view?.role === 'host') return view;
      await pause(50);
    }
  }

  /** Every acknowledged answer is in the log once and unaltered, and is acknowledged the same again; what nobody sent is not there. */
  async function hold(session: Session, told: readonly Told[], commands: readonly { id: string; command: Command; ack: Ack }[]): Promise<void> {
    // From the disk, not from the memory of the server that wrote it.
    await server.end('SIGKILL');
    server = await begin();
    const own = sessionAt(server.origin, session);
    const { entries } = (await own.exported()) as { entries: Entry[] };
    const state = fold(entries);
    const logged = new Map<string, Entry[]>();
    for (const entry of entries)
      if (entry.input.type === 'answered') logged.set(`${entry.input.seat} ${entry.input.id}`, [...(logged.get(`${entry.input.seat} ${entry.input.id}`) ?? []), entry]);
    for (const one of told) {
      const all = logged.get(`${one.seat} ${one.id}`) ?? [];
      logged.delete(`${one.seat} ${one.id}`);
      const name = `The answer of ${one.seat} to round ${one.round}, ballot ${one.ballot}`;
      if (one.ack?.status !== 'saved') killed.faults.push(`${name} was acknowledged as ${JSON.stringify(one.ack)}`);
      else killed.acknowledged++;
      if (all.length !== 1) killed.faults.push(`${name} is ${all.length} times in the log`);
      const [entry] = all;
      if (entry?.input.type !== 'answered' || one.ack?.status !== 'saved') continue;
      const round = state.rounds[one.round];
      if (round === undefined) throw new Error(`No round ${one.round}`);
      const { item } = questionOf(state.header, round.item);
      const held = letteredResponse(item, shownIn(state.header, item, round), entry.input.response);
      const { round: index, ballot, confidence } = entry.input;
      if (entry.seq !== one.ack.seq) killed.faults.push(`${name} was acknowledged as ${one.ack.seq} and is ${entry.seq}`);
      if (JSON.stringify([held, index, ballot, confidence]) !== JSON.stringify([one.response, one.round, one.ballot, one.confidence])) killed.faults.push(`${name} was altered`);
      const counted = round.ballots[ballot]?.answers.get(entry.input.seat);
      if (counted?.id !== (one.id as ClientId)) killed.faults.push(`${name} does not count`);
    }
    for (const key of logged.keys()) killed.faults.push(`Nobody sent the answer ${key}`);
    for (const { id, command, ack } of commands) {
      const all = entries.filter(({ input }) => input.type === 'commanded' && input.id === id);
      if (ack.status !== 'saved' || all.length !== 1 || all[0]?.seq !== ack.seq)
        killed.faults.push(`The command ${command.type} was acknowledged as ${JSON.stringify(ack)} and is ${all.length} times in the log`);
    }
  }
}

async function someItems(): Promise<string[]> {
  const { bank } = await import('../bank.ts');
  return bank.quizzes
    .flatMap(({ items }) => items)
    .filter(({ twinOf }) => twinOf === null)
    .slice(0, QUESTIONS)
    .map(({ id }) => id);
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Milliseconds: the middle, and the worst. */
export function timesTold(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b).map(Math.round);
  return `${sorted[Math.floor(sorted.length / 2)] ?? 0} ms in the middle, ${sorted.at(-1) ?? 0} ms at worst`;
}
