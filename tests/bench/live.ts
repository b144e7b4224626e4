// `npm run bench:live`: a school against the real server, beside a Socket.IO server that stores nothing. Both take turns in one run, so that what slows the machine slows them alike.

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine, run, WrongUse } from '../../src/tools/commandLine.ts';
import { bank } from '../bank.ts';
import { startProcess } from '../server/process.ts';
import type { Handed } from './live/class.ts';
import type { Order, Told } from './live/clients.ts';
import { cpuSeconds, type Latency, latencyOf, residentBytes } from './live/measures.ts';
import type { OwnParts } from './live/own.ts';

const USAGE = `npm run bench:live -- [--students N] [--rooms R] [--rounds K] [--spread MS] [--within MS] [--kind quiz|class] [--json]

N students (default 1000) in R rooms (default 1) join within so many milliseconds (default 5000), then answer K questions (default 6), their answers spread over so many
milliseconds (default 4000). The server is the real one: SQLite, and durable before it acknowledges. Its clients are a process of their own, over bare sockets: a stream down,
a connection up that was warmed at joining. A Socket.IO server that stores nothing does the same in turn. --kind class: forecasts and votes instead of answers.
Aims on two cores: acknowledgements under 100 ms at the 99th percentile, nothing lost, processor time within 1.3 times the floor's, joins under 500 ms at the 99th percentile.`;

/** Rounds that warm both up, and are not counted. */
const WARMING = 2;
/** Milliseconds after which a step is given up. */
const HANG = 180_000;

interface Side {
  name: 'counterweight' | 'floor';
  pid: number;
  order: (order: Order) => Promise<unknown>;
  join: Latency;
  bytes: number;
  cpu: number;
  shown: number[];
  acknowledged: number[];
  saved: number;
}

await run(async () => {
  const { options, help } = readCommandLine(process.argv.slice(2), {
    students: { least: 1, most: 10_000 },
    rooms: { least: 1, most: 200 },
    rounds: { least: 2, most: 40 },
    spread: { least: 0, most: 60_000 },
    within: { least: 0, most: 60_000 },
    kind: 'text',
    json: 'flag',
  });
  if (help) return console.log(USAGE);
  const { students = 1000, rooms = 1, rounds = 6, spread = 4000, within = 5000, kind = 'quiz' } = options;
  if (kind !== 'quiz' && kind !== 'class') throw new WrongUse('--kind is quiz or class');
  const items = bank.quizzes.flatMap((quiz) => quiz.items.filter((item) => item.kind === 'one' && item.twinOf === null).map(({ id }) => id as string)).slice(0, 60);
  // A campaign's two checkpoints come after its second and its fourth turn: two turns are played.
  const played = kind === 'class' ? Math.min(rounds, 2) : Math.min(rounds, items.length - WARMING);

  const data = mkdtempSync(join(tmpdir(), 'counterweight-bench-'));
  writeFileSync(join(data, 'index.html'), '<!doctype html><title>A stub</title>');
  const server = await startProcess(data, data, 0, 'error');
  const floor = await startFloor();
  const closing: (() => void)[] = [() => floor.child.kill(), () => rmSync(data, { recursive: true, force: true })];
  try {
    const parts: OwnParts = { port: Number(new URL(server.origin).port), key: server.key, students, rooms, kind, items };
    const own = await openSide('counterweight', server.pid, { do: 'own', parts }, within, students);
    const other = await openSide('floor', floor.child.pid ?? 0, { do: 'floor', port: floor.port, students, rooms }, within, students);
    const warming = kind === 'class' ? 0 : WARMING;
    for (let round = -warming; round < played; round++) for (const side of [own, other]) await play(side, spread, round >= 0);
    const lost = (await own.order({ do: 'lost' })) as number;
    tell(own, other, { students, rooms, kind, lost }, options.json);
    if (lost > 0) process.exitCode = 1;
  } finally {
    await server.end('SIGKILL');
    for (const close of closing) close();
  }

  async function openSide(name: Side['name'], pid: number, opening: Order, over: number, count: number): Promise<Side> {
    const clients = fork(fileURLToPath(new URL('live/clients.ts', import.meta.url)), { stdio: 'inherit' });
    closing.push(() => clients.kill('SIGKILL'));
    const order = (one: Order) => carriedOut(clients, one);
    await order(opening);
    const before = residentBytes(pid);
    const joins = (await order({ do: 'join', within: over })) as number[];
    return { name, pid, order, join: latencyOf(joins), bytes: (residentBytes(pid) - before) / count, cpu: 0, shown: [], acknowledged: [], saved: 0 };
  }
});

async function play(side: Side, spread: number, isCounted: boolean): Promise<void> {
  const before = cpuSeconds(side.pid);
  const handed = (await side.order({ do: 'round', spread })) as Handed;
  if (!isCounted) return;
  side.cpu += cpuSeconds(side.pid) - before;
  side.saved += handed.saved;
  // Not spread as arguments: there may be a hundred thousand.
  for (const value of handed.shown) side.shown.push(value);
  for (const value of handed.acknowledged) side.acknowledged.push(value);
}

function tell(own: Side, floor: Side, run: { students: number; rooms: number; kind: string; lost: number }, isJson: boolean): void {
  const figures = [own, floor].map(({ name, join: joined, bytes, cpu, shown, acknowledged, saved }) => ({
    name,
    join: joined,
    shown: latencyOf(shown),
    acknowledged: latencyOf(acknowledged),
    cpuPerThousand: (1000 * cpu) / saved,
    kilobytes: bytes / 1000,
    saved,
  }));
  const [ours, theirs] = figures;
  const ratio = (ours?.cpuPerThousand ?? 0) / (theirs?.cpuPerThousand ?? 1);
  if (isJson) {
    console.log(JSON.stringify({ ...run, figures, cpuRatio: ratio }));
    return;
  }
  const time = ({ p50, p99, worst }: Latency) => `${p50.toFixed(1).padStart(8)}${p99.toFixed(1).padStart(8)}${worst.toFixed(1).padStart(8)}`;
  console.log(`${run.students} students in ${run.rooms} ${run.rooms === 1 ? 'room' : 'rooms'}, ${run.kind}; milliseconds: middle, 99th percentile, worst`);
  console.log(`${' '.repeat(16)}${'join'.padEnd(26)}${'question → screen'.padEnd(26)}${'answer → ack'.padEnd(26)}CPU s/1000  kB/student`);
  for (const one of figures)
    console.log(
      `${one.name.padEnd(14)}${time(one.join)}  ${time(one.shown)}  ${time(one.acknowledged)}  ${one.cpuPerThousand.toFixed(3).padStart(10)}  ${one.kilobytes.toFixed(1).padStart(10)}`,
    );
  console.log(`CPU ${ratio.toFixed(2)} times the floor; acknowledged: ${ours?.saved}; lost: ${run.lost}`);
}

function carriedOut(clients: ChildProcess, order: Order): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The clients hang in "${order.do}"`)), HANG);
    clients.once('message', (told: Told) => {
      clearTimeout(timer);
      if (told.ok) resolve(told.value);
      else reject(new Error(told.error));
    });
    clients.send(order);
  });
}

function startFloor(): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('live/floor.ts', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve({ child, port: (JSON.parse(String(line)) as { port: number }).port }));
    child.once('exit', () => reject(new Error('The floor did not start')));
  });
}
