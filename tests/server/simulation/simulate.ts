// One seed, one session: a class in a world where everything goes wrong, and what is true of it afterwards.

import { headerFor } from '../../../src/server/live/quizzes.ts';
import type { SessionHeader, Settings } from '../../../src/session/types.ts';
import { bank } from '../../bank.ts';
import { content } from '../../content.ts';
import { headerOf, ITEMS } from '../../session/lesson.ts';
import { openDisk } from './disk.ts';
import { openMachine } from './machine.ts';
import { faultsIn } from './oracle.ts';
import { openClass } from './people.ts';
import { openWorld } from './world.ts';

export interface Simulated {
  seed: number;
  /** What broke a promise. */
  faults: string[];
  events: number;
  deaths: number;
  answers: number;
  /** How many slips of each kind were logged. */
  slips: Readonly<Record<string, number>>;
  /** Of the world, in minutes. */
  minutes: number;
}

const MINUTE = 60_000;
const LESSON = 60 * MINUTE;
/** Enough for a phone that gave up for the longest time, and asks again. */
const QUIET = 3 * MINUTE;

const USUAL: Settings = { devices: 'groups', ownNames: false, leaderboard: 'off', teams: 0, speed: false, seconds: 60, minutes: 15 };

function classHeader(settings: Settings): SessionHeader {
  const chosen = headerFor({ content, bank }, { kind: 'class', settings, language: 'en', title: 'A lesson', level: 'classroom-15', seed: null }, 0);
  if (!chosen.ok) throw new Error(chosen.detail);
  return chosen.header;
}

/** @param seed unsigned 32 bits */
export async function simulate(seed: number): Promise<Simulated> {
  const world = openWorld(seed);
  const disk = openDisk(world);
  const machine = openMachine(world, disk);
  machine.start();
  const settings: Partial<Settings> = { seconds: world.pick([null, 20, 60, 120]), leaderboard: world.pick(['off', 'on']), teams: world.pick([0, 2]) };
  const asked = ITEMS.slice(0, world.between(1, ITEMS.length));
  const isClass = world.chance(0.4);
  const header = isClass ? classHeader({ ...USUAL, ...settings }) : headerOf(settings, asked);
  let session: { code: string; host: string } | null = null;
  void machine
    .engine()
    .create({ ...header, seed: world.between(0, 2 ** 32 - 1) })
    .then((created) => {
      session = created.ok ? created.value : null;
    });
  await world.run(() => session !== null, MINUTE);
  if (session === null) throw new Error(`Seed ${seed}: no session`);
  const { code, host } = session;

  let isCalm = false;
  let deaths = 0;
  const deadly = world.pick([0, 20_000, 60_000, 200_000]);
  const die = () => {
    world.after(world.between(100, 2 * deadly), () => {
      if (isCalm) return;
      machine.die();
      deaths++;
      world.after(world.chance(0.9) ? world.between(300, 8000) : world.between(1 * MINUTE, 12 * MINUTE), () => {
        machine.start();
        die();
      });
    });
  };
  if (deadly > 0) die();

  const people = openClass(world, machine, code, host);
  await world.run(() => people.host.isOver(), LESSON);
  isCalm = true;
  if (!machine.isUp()) await world.run(() => machine.isUp(), LESSON);
  disk.isFaulty = false;
  people.settle();
  const quietFrom = world.now();
  await world.run(() => world.now() - quietFrom > 5000 && people.students.every(({ isDone }) => isDone()), QUIET);
  // The last views are on their way; a poll whose answer was lost is given up after 35 s.
  await world.run(() => false, MINUTE);
  const { engine } = machine;
  let names: (seat: never) => string = () => '';
  const room = engine().enter(code);
  void room.then((found) => {
    if (found !== null) names = (seat) => engine().nameIn(found, seat);
  });
  await world.run(() => false, 1000);
  const stored = await disk.bare.read(code);
  const entries = stored?.entries ?? [];
  const written = disk.written.filter((one) => one.code === code);
  const faults = [...machine.faults, ...faultsIn({ entries, written: [{ code, entry: entries[0] as never, at: 0 }, ...written], spans: machine.spans, people, names })];
  const slips: Record<string, number> = {};
  for (const { input } of entries) if ('seat' in input) slips[input.type] = (slips[input.type] ?? 0) + 1;
  const answers = entries.filter(({ input }) => 'seat' in input).length;
  machine.die();
  return { seed, faults, events: world.events(), deaths, answers, slips, minutes: Math.round(world.now() / MINUTE) };
}
