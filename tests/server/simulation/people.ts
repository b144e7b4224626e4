// A class: students at devices that sleep, reload and lose their network, a host with one device or two, and somebody who tries what is not theirs.

import { type Api, apiOver } from '../../../src/client/live/api.ts';
import { type LineState, openLine } from '../../../src/client/live/line.ts';
import { type Outbox, openOutbox, placeOf, type Sent, type Slip } from '../../../src/client/live/outbox.ts';
import type { Platform } from '../../../src/client/live/platform.ts';
import type { Transport } from '../../../src/client/live/transport.ts';
import type { Command, HostTurn, HostView, SeatView, View } from '../../../src/session/types.ts';
import { responseTo } from '../responding.ts';
import type { Machine } from './machine.ts';
import { type Link, openLink, type Weather } from './network.ts';
import type { World } from './world.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

// ---------------------------------------------------------------- devices

interface Device {
  platform: Platform;
  /** Another page on the same device: what the page before waited for never comes. */
  reload: (open: () => void) => void;
  sleep: (milliseconds: number) => void;
  /** And with its network back. */
  wake: () => void;
  link: Link;
  isAwake: () => boolean;
}

function openDevice(world: World, machine: Machine, weather: Weather, holdsBack: boolean): Device {
  const link = openLink(world, machine, weather, holdsBack);
  const kept = new Map<string, string>();
  const wakers = new Set<() => void>();
  let page = 0;
  let isAsleep = false;
  let slept: (() => void)[] = [];
  /** Where a sleeping page is called, it is called once it wakes; a page that was left, never. */
  const onPage = <Args extends unknown[]>(run: (...args: Args) => void) => {
    const own = page;
    const call = (...args: Args): void => {
      if (own !== page) return;
      if (isAsleep) slept.push(() => call(...args));
      else run(...args);
    };
    return call;
  };
  const transport: Transport = {
    request: (method, path, secret, body) => new Promise((resolve) => void link.transport.request(method, path, secret, body).then(onPage(resolve))),
    stream: (path, secret, { event, heard, end }) => link.transport.stream(path, secret, { event: onPage(event), heard: onPage(heard), end: onPage(end) }),
  };
  return {
    link,
    isAwake: () => !isAsleep,
    platform: {
      transport,
      storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) },
      now: () => world.now(),
      after: (milliseconds, run) => world.after(milliseconds, onPage(run)),
      random: world.random,
      newSecret: () => world.hex(32),
      onWake(run) {
        const waker = onPage(run);
        wakers.add(waker);
        return () => void wakers.delete(waker);
      },
    },
    reload(open) {
      page++;
      slept = [];
      wakers.clear();
      link.breakAll();
      world.after(world.between(300, 4000), onPage(open));
    },
    sleep(milliseconds) {
      if (isAsleep) return;
      isAsleep = true;
      // Some networks drop a sleeping phone at once, some let it wake to what came meanwhile.
      if (world.chance(0.7)) world.after(world.between(0, 30_000), () => isAsleep && link.breakAll());
      world.after(milliseconds, wake);
    },
    wake,
  };

  function wake(): void {
    link.isCut = false;
    isAsleep = false;
    const missed = slept;
    slept = [];
    for (const run of missed) run();
    for (const waken of [...wakers]) waken();
  }
}

// ---------------------------------------------------------------- students

/** What somebody tapped, and what their device told them of it. */
export interface Tap {
  slip: Slip;
  state: Sent;
}

export interface Student {
  token: string;
  /** Null: never seated. */
  seat: string | null;
  /** By place. */
  taps: Map<string, Tap>;
  view: SeatView | null;
  line: LineState['is'] | null;
  faults: string[];
  wake: () => void;
  /** Whether nothing is on its way any more. */
  isDone: () => boolean;
}

export interface Class {
  students: Student[];
  host: Host;
  /** No more mishaps: the network is well, all are awake. */
  settle: () => void;
}

function openStudent(world: World, machine: Machine, code: string, weather: Weather, isCalm: () => boolean): Student {
  const device = openDevice(world, machine, weather, world.chance(0.15));
  const api: Api = apiOver(device.platform);
  const student: Student = { token: world.hex(32), seat: null, taps: new Map(), view: null, line: null, faults: [], wake: device.wake, isDone };
  const diligence = world.random();
  let outbox: Outbox | null = null;
  let hangUp = () => {};
  openPage();
  mishaps();
  return student;

  function openPage(): void {
    if (student.seat === null) void join();
    else enter();
  }

  async function join(): Promise<void> {
    const seated = await api.takeSeat(code, student.token, { members: world.between(1, 4) });
    if (seated.ok) {
      student.seat = seated.value.seat;
      enter();
    } else if (['no-answer', 'not-available', 'too-many', 'locked', 'answered-already'].includes(seated.trouble))
      device.platform.after(world.between(500, 5000), () => void join());
    else student.line = 'refused';
  }

  function enter(): void {
    outbox?.close();
    hangUp();
    outbox = openOutbox({ code, token: student.token, platform: device.platform, onChange: heed });
    hangUp = openLine({ code, secret: student.token, platform: device.platform, onView: see, onState: lineIs });
    heed();
  }

  function lineIs({ is }: LineState): void {
    student.line = is;
  }

  function see(view: View): void {
    if (view.role !== 'seat') return void student.faults.push(`A seat was shown the view of a ${view.role}`);
    if (student.view !== null && view.version < student.view.version) student.faults.push(`Version ${view.version} came after ${student.view.version}`);
    student.view = view;
    const { round, turn, paused } = view;
    if (round !== null && round.stage !== 'revealed' && (round.revealed !== null || round.mark !== null || round.tally !== null))
      student.faults.push(`Round ${round.index} was told before its reveal`);
    if (turn !== null && (turn.state.seed !== 0 || turn.state.observer !== null || (turn.stage === 'vote' && turn.tally !== null)))
      student.faults.push(`Turn ${turn.index} told what is hidden`);
    if (paused) return;
    if (round?.stage === 'open' && round.yours === null) {
      const { index, ballot, asked } = round;
      mayTap(() => ({ kind: 'answer', round: index, ballot, response: responseTo(asked, world.between(0, 5)), confidence: world.pick([1, 2, 3]) }));
    }
    if (turn?.stage === 'predict' && turn.forecast === null) {
      const { index } = turn;
      mayTap(() => ({ kind: 'forecast', turn: index, belief: 10 * world.between(0, 100), event: null }));
    }
    if (turn?.stage === 'vote' && turn.vote === null) {
      const { index, ballot, state } = turn;
      mayTap(() => ({ kind: 'vote', turn: index, ballot, cards: (state.desk?.hand ?? []).filter(() => world.chance(0.25)).slice(0, 2) }));
    }
    if (view.ticket.open && view.ticket.handedIn === null) mayTap(() => ({ kind: 'ticket', ticket: { claim: world.hex(8), evidence: world.hex(8), reasoning: world.hex(8) } }));
  }

  function mayTap(write: () => Slip): void {
    if (world.random() > 0.4 + diligence) return;
    device.platform.after(world.between(300, 50_000), () => {
      const slip = write();
      const place = placeOf(slip);
      if (student.taps.has(place)) return;
      student.taps.set(place, { slip, state: { is: 'sending', tries: 0 } });
      outbox?.send(slip);
    });
  }

  /** What the page would show of each tap. */
  function heed(): void {
    for (const [place, tap] of student.taps) {
      const known = outbox?.sent(tap.slip);
      if (known !== null && known !== undefined) student.taps.set(place, { ...tap, state: known.state });
      else if (tap.state.is === 'sending' && outbox !== null) student.faults.push(`The device forgot the tap of ${place}`);
    }
  }

  function mishaps(): void {
    world.after(world.between(5 * SECOND, 3 * MINUTE), () => {
      if (isCalm()) return;
      const kind = world.random();
      if (kind < 0.3) device.sleep(world.chance(0.2) ? world.between(10 * MINUTE, 30 * MINUTE) : world.between(1 * SECOND, 90 * SECOND));
      else if (kind < 0.5) cut(world.between(1 * SECOND, 60 * SECOND));
      else if (kind < 0.65) {
        hangUp();
        outbox?.close();
        student.view = null;
        device.reload(openPage);
      } else if (kind < 0.75) void meddle();
      mishaps();
    });
  }

  function cut(milliseconds: number): void {
    device.link.isCut = true;
    world.after(milliseconds, () => {
      device.link.isCut = false;
    });
  }

  /** A seat tries what only the host may. */
  async function meddle(): Promise<void> {
    const command: Command = world.pick<Command>([{ type: 'end' }, { type: 'start' }, { type: 'lock', locked: true }, { type: 'reveal', round: student.view?.round?.index ?? 0 }]);
    const done = await api.command(code, student.token, command);
    if (done.ok) student.faults.push(`A seat was obeyed: ${command.type}`);
    const told = await api.report(code, student.token);
    if (told.ok) student.faults.push('A seat was given the report');
  }

  function isDone(): boolean {
    heed();
    return student.line === 'refused' || (student.view !== null && [...student.taps.values()].every(({ state }) => state.is !== 'sending'));
  }
}

// ---------------------------------------------------------------- the host

export interface Host {
  /** Ids of commands that were told as done, in the order of telling. */
  obeyed: { id: string; type: Command['type'] }[];
  view: HostView | null;
  faults: string[];
  isOver: () => boolean;
  wake: () => void;
}

function openHost(world: World, machine: Machine, code: string, secret: string, weather: Weather, isCalm: () => boolean): Host {
  const host: Host = { obeyed: [], view: null, faults: [], isOver: () => host.view?.phase === 'ended', wake: () => {} };
  const [first, second] = [openDevice(world, machine, weather, false), openDevice(world, machine, weather, world.chance(0.3))];
  const devices = [first, second];
  let current = first;
  let hangUp = () => {};
  let isBusy = false;
  host.wake = () => {
    for (const { wake } of devices) wake();
  };
  enter();
  act();
  mishaps();
  return host;

  function enter(): void {
    hangUp();
    let version = -1;
    hangUp = openLine({
      code,
      secret,
      platform: current.platform,
      onView(view) {
        if (view.role !== 'host') return void host.faults.push(`The host was shown the view of a ${view.role}`);
        if (view.version < version) host.faults.push(`The host's version ${view.version} came after ${version}`);
        version = view.version;
        host.view = view;
      },
      onState: ({ is, ...more }) => is === 'refused' && host.faults.push(`The host was refused: ${JSON.stringify(more)}`),
    });
  }

  function act(): void {
    world.after(world.between(1 * SECOND, 12 * SECOND), () => {
      const command = host.view === null || isBusy || !current.isAwake() ? null : choice(host.view);
      if (command !== null) void give(command);
      if (!host.isOver() && !isCalm()) act();
    });
  }

  async function give(command: Command): Promise<void> {
    isBusy = true;
    const { platform } = current;
    let id = '';
    const api = apiOver({
      transport: platform.transport,
      newSecret: () => {
        id = platform.newSecret();
        return id;
      },
    });
    world.after(15 * SECOND, () => {
      isBusy = false;
    });
    const done = await api.command(code, secret, command);
    isBusy = false;
    if (done.ok) host.obeyed.push({ id, type: command.type });
  }

  function choice({ phase, paused, round, turn, can, hostSeats }: HostView): Command | null {
    if (phase === 'wrapped') return world.chance(0.1) ? { type: 'end' } : null;
    if (paused) return world.chance(0.4) ? { type: 'resume' } : null;
    if (world.chance(0.08)) return { type: 'pause' };
    if (world.chance(0.04)) return { type: 'lock', locked: world.chance(0.3) };
    const seat = hostSeats.length > 1 ? world.pick(hostSeats).id : null;
    if (seat !== null && world.chance(0.02)) return { type: 'remove', seat };
    if (seat !== null && world.chance(0.04)) return { type: 'extraTime', seat, percent: world.pick([0, 50, 100, 200]) };
    if (phase === 'lobby') return hostSeats.length > 0 && world.chance(0.3) ? { type: 'start' } : null;
    if (turn !== null) return turnChoice(turn, can);
    if (round === null) return null;
    const { index, stage, answered, expected } = round;
    switch (stage) {
      case 'open':
        if (world.chance(0.05)) return { type: 'extend', round: index, seconds: world.pick([15, 30, 60]) };
        if (world.chance(0.03)) return { type: 'skip', round: index };
        if (answered < expected && world.chance(0.8)) return null;
        return world.pick<Command>([
          { type: 'close', round: index },
          { type: 'reveal', round: index },
          ...(can.includes('discuss') ? [{ type: 'discuss', round: index } as const] : []),
        ]);
      case 'closed':
        return world.chance(0.5) && can.includes('discuss') ? { type: 'discuss', round: index } : { type: 'reveal', round: index };
      case 'discuss':
        return world.chance(0.4) ? { type: 'revote', round: index } : null;
      case 'revealed':
        return world.chance(0.05) ? { type: 'wrapUp' } : { type: 'next', round: index, twin: round.hasTwin && world.chance(0.5) };
      case 'skipped':
        return null;
    }
  }

  function turnChoice({ index, stage, answered, expected, mayOverrule }: HostTurn, can: HostView['can']): Command | null {
    if ((stage === 'predict' || stage === 'vote') && world.chance(0.05) && can.includes('moreTime')) return { type: 'moreTime', turn: index, seconds: 30 };
    if (world.chance(0.01)) return { type: 'wrapUp' };
    switch (stage) {
      case 'predict':
        return answered < expected && world.chance(0.8) ? null : { type: 'openVote', turn: index };
      case 'vote':
        return answered < expected && world.chance(0.8) ? null : { type: 'closeVote', turn: index };
      case 'voted':
        if (mayOverrule && world.chance(0.1)) return { type: 'overrule', turn: index, cards: [] };
        return world.chance(0.15) && can.includes('voteAgain') ? { type: 'voteAgain', turn: index } : { type: 'act', turn: index };
      case 'world':
        return { type: 'goOn', turn: index };
    }
  }

  function mishaps(): void {
    world.after(world.between(20 * SECOND, 6 * MINUTE), () => {
      if (isCalm()) return;
      const kind = world.random();
      if (kind < 0.4) {
        current.link.isCut = true;
        const { link } = current;
        world.after(world.between(2 * SECOND, 120 * SECOND), () => {
          link.isCut = false;
        });
      } else if (kind < 0.7) current.sleep(world.between(2 * SECOND, 5 * MINUTE));
      else {
        // The teacher takes up the other device.
        current = current === first ? second : first;
        enter();
      }
      mishaps();
    });
  }
}

// ---------------------------------------------------------------- the class

export function openClass(world: World, machine: Machine, code: string, secret: string): Class {
  const weather: Weather = { lost: world.pick([0, 0.02, 0.1, 0.3]), repeated: world.pick([0, 0.02, 0.15]), slowest: world.pick([200, 2000, 15_000]) };
  let calm = false;
  const isCalm = () => calm;
  const students: Student[] = [];
  const host = openHost(world, machine, code, secret, weather, isCalm);
  const comes = () => students.push(openStudent(world, machine, code, weather, isCalm));
  for (let count = world.between(2, 6); count > 0; count--) world.after(world.chance(0.8) ? world.between(0, 15 * SECOND) : world.between(0, 6 * MINUTE), comes);
  return {
    students,
    host,
    settle() {
      calm = true;
      Object.assign(weather, { lost: 0, repeated: 0, slowest: 200 });
      for (const one of [...students, host]) one.wake();
    },
  };
}
