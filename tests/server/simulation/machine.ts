// The machine on which the server runs: it is started, dies at any point, and comes back with another clock.

import { createHash } from 'node:crypto';
import { statusOf } from '../../../src/server/live/api.ts';
import { createEngine, type Engine, NotAvailable } from '../../../src/server/live/engine.ts';
import { openLimits } from '../../../src/server/live/limits.ts';
import { lookAfter } from '../../../src/server/live/looking.ts';
import { generatedName } from '../../../src/server/live/names.ts';
import { checkpointFor } from '../../../src/server/live/quizzes.ts';
import { openRequests, Refusal, type Requests } from '../../../src/server/live/requests.ts';
import type { Ack } from '../../../src/session/types.ts';
import { bank } from '../../bank.ts';
import { content } from '../../content.ts';
import type { Disk } from './disk.ts';
import type { World } from './world.ts';

export interface Replied {
  status: number;
  /** JSON. */
  text: string;
}

/** What a stream brings, as the wire carries it. */
export interface Piece {
  name: 'view' | 'gone' | 'ping';
  data: string;
}

export interface Machine {
  isUp: () => boolean;
  start: () => void;
  die: () => void;
  /** @returns null where the machine dies before it answers */
  handle: (method: string, path: string, secret: string | null, text: string | null) => Promise<Replied | null>;
  /** @param send may be called until the machine dies or the reader leaves; null ends the stream @returns how to leave */
  stream: (path: string, secret: string, send: (piece: Piece | null) => void, refuse: (reply: Replied) => void) => () => void;
  /** Spans of the world's time in which it ran; the last may be open. */
  spans: { from: number; to: number | null }[];
  /** Of the running program. */
  engine: () => Engine;
  faults: string[];
}

const PING = 10_000;
const YEAR = 31_557_600_000;
/** 2026, more or less. */
const TODAY = 1_795_000_000_000;

interface Program {
  isAlive: boolean;
  engine: Engine;
  requests: Requests;
  /** Called when it dies. */
  farewells: Set<() => void>;
}

export function openMachine(world: World, disk: Disk): Machine {
  const spans: Machine['spans'] = [];
  const faults: string[] = [];
  let program: Program | null = null;

  return { isUp: () => program !== null, start, die, handle, stream, spans, faults, engine: () => (program as Program).engine };

  function start(): void {
    // Its clock was set meanwhile, by a little or by years, forwards or back.
    const skew = world.chance(0.3) ? world.between(-5, 5) * YEAR : world.between(-5000, 5000);
    const own: Omit<Program, 'engine' | 'requests'> = { isAlive: true, farewells: new Set() };
    const isAlive = () => own.isAlive;
    const now = () => Math.floor(TODAY + skew + world.now());
    const after = (milliseconds: number, run: () => void) => world.after(milliseconds, () => own.isAlive && run());
    const engine = createEngine({
      store: disk.storeFor(isAlive, (at) => at - TODAY - skew),
      now,
      randomBytes: (count) => Uint8Array.from({ length: count }, () => world.between(0, 255)),
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      after,
      nameOf: generatedName,
      checkpointFor: (state) => checkpointFor({ content, bank }, state),
      onError: () => {},
      mostSessions: 50,
    });
    const requests = openRequests({ engine, limits: openLimits(now), shelf: undefined as never, hostKey: null, newSeed: () => 1, keepFor: 30 * 86_400_000 });
    program = Object.assign(own, { engine, requests });
    spans.push({ from: world.now(), to: null });
  }

  function die(): void {
    if (program === null) return;
    program.isAlive = false;
    const { farewells } = program;
    program = null;
    disk.crash();
    (spans.at(-1) as { to: number | null }).to = world.now();
    for (const farewell of [...farewells]) farewell();
  }

  function handle(method: string, path: string, secret: string | null, text: string | null): Promise<Replied | null> {
    const running = program;
    if (running === null) return Promise.resolve(null);
    return new Promise((resolve) => {
      const farewell = () => resolve(null);
      running.farewells.add(farewell);
      void answer(running, method, path, secret, text === null ? undefined : JSON.parse(text)).then((reply) => {
        running.farewells.delete(farewell);
        resolve(running.isAlive ? reply : null);
      });
    });
  }

  async function answer(running: Program, method: string, path: string, secret: string | null, body: unknown): Promise<Replied> {
    const [, , code = '', what = '', more = ''] = path.split('?')[0]?.split('/') ?? [];
    const { requests } = running;
    try {
      switch (`${method} ${what}`) {
        case 'GET ':
          return said(200, await requests.lobby(code));
        case 'POST seat':
          return said(200, await requests.takeSeat(code, secret, body));
        case 'POST answers':
          return acknowledged(await requests.answer(code, secret, body));
        case 'POST forecasts':
          return acknowledged(await requests.forecast(code, secret, body));
        case 'POST votes':
          return acknowledged(await requests.vote(code, secret, body));
        case 'POST tickets':
          return acknowledged(await requests.ticket(code, secret, body));
        case 'POST commands':
          return acknowledged(await requests.command(code, secret, body));
        case 'PUT names':
          return said(200, await requests.rename(code, secret, more, body));
        case 'GET report':
          return said(200, await requests.report(code, secret));
        case 'GET view': {
          const version = Number(/after=(-?\d+)/.exec(path)?.[1] ?? -1);
          const after = (milliseconds: number, run: () => void) => world.after(milliseconds, () => running.isAlive && run());
          const looked = await requests.watch(code, secret, (audience, as) => lookAfter(audience, as, version, after, () => {}));
          if (looked.is === 'gone') return said(looked.why === 'removed' ? 403 : 404, { error: looked.why });
          return looked.is === 'view' ? said(200, looked.view) : { status: 204, text: '' };
        }
        default:
          throw new Error(`The simulation knows no ${method} ${path}`);
      }
    } catch (error) {
      return refusalOf(error);
    }
  }

  function stream(path: string, secret: string, send: (piece: Piece | null) => void, refuse: (reply: Replied) => void): () => void {
    const running = program;
    if (running === null) {
      send(null);
      return () => {};
    }
    let isOver = false;
    let leave = () => {};
    const over = () => {
      isOver = true;
      leave();
      running.farewells.delete(lost);
    };
    const lost = () => {
      over();
      send(null);
    };
    running.farewells.add(lost);
    const ping = () => {
      if (isOver || !running.isAlive) return;
      send({ name: 'ping', data: '' });
      world.after(PING, ping);
    };
    running.requests
      .watch(path.split('/')[2] ?? '', secret, (audience, as) => {
        if (isOver) return;
        leave = audience.join({
          as,
          show: (view) => send({ name: 'view', data: JSON.stringify(view) }),
          gone: (why) => {
            send({ name: 'gone', data: JSON.stringify({ error: why }) });
            lost();
          },
        });
        send({ name: 'view', data: JSON.stringify(audience.view(as)) });
        world.after(PING, ping);
      })
      .catch((error: unknown) => {
        if (isOver || !running.isAlive) return;
        over();
        refuse(refusalOf(error));
      });
    return over;
  }

  function refusalOf(error: unknown): Replied {
    if (error instanceof Refusal) return said(statusOf(error.reason), { error: error.reason });
    if (error instanceof NotAvailable) return said(503, { error: 'not-available' });
    faults.push(`The server threw: ${error instanceof Error ? error.stack : error}`);
    return said(500, { error: 'not-available' });
  }
}

const acknowledged = (ack: Ack): Replied => said(ack.status === 'refused' ? 409 : 200, ack);

const said = (status: number, body: unknown): Replied => ({ status, text: JSON.stringify(body) });
