// The real server in this process, with a stub of the client, and short ways to ask it what devices ask.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Created, Seated } from '../../src/protocol/messages.ts';
import { PROTOCOL, PROTOCOL_HEADER } from '../../src/protocol/messages.ts';
import { ITEM_KINDS, type ItemId, type Response } from '../../src/quiz/types.ts';
import type { Options } from '../../src/server/options.ts';
import { startServer } from '../../src/server/run.ts';
import type { Ack, Command, HostView, ScreenView, SeatId, SeatView, Settings, View } from '../../src/session/types.ts';
import { bank } from '../bank.ts';

export interface Served {
  origin: string;
  /** Creates sessions; empty where anybody may. */
  key: string;
  stop: () => Promise<void>;
}

const QUIET: Options = { port: 0, host: '127.0.0.1', data: null, open: false, publicUrl: null, newKey: false, days: 30, sessions: 200, log: 'silent', help: false };

/** A folder of its own, away once `remove` is called. */
export function ownFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'counterweight-server-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A client of one page: what the server needs of it to start. */
export function stubClient(folder: string): string {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>A stub</title>');
  return folder;
}

export async function serve(options: Partial<Options> = {}): Promise<Served> {
  const client = ownFolder();
  const { places, key, stop } = await startServer(stubClient(client.path), { ...QUIET, ...options });
  return {
    origin: places.own,
    key: key ?? '',
    stop: async () => {
      await stop();
      client.remove();
    },
  };
}

// ---------------------------------------------------------------- asking

// biome-ignore lint/suspicious/noExplicitAny: what the server says is looked at by each test as it likes
type Said = any;

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** The text as JSON; null where it is none. */
  body: Said;
}

export interface Asking {
  /** After `Bearer`. */
  secret?: string | null;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

export async function ask(origin: string, method: string, path: string, { secret, body, headers }: Asking = {}): Promise<Answered> {
  const reply = await fetch(origin + path, {
    method,
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL),
      ...(secret === undefined || secret === null ? {} : { authorization: `Bearer ${secret}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, text, body: jsonIn(text) };
}

function jsonIn(text: string): Said {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A secret or an id as clients make them. */
export const hex32 = (): string => randomBytes(16).toString('hex');

// ---------------------------------------------------------------- a session

export const SETTINGS: Settings = { devices: 'each', ownNames: true, leaderboard: 'on', teams: 0, speed: false, seconds: null, minutes: 45 };

/** One item of each kind, those with a twin first. */
export const ONE_OF_EACH: readonly ItemId[] = ITEM_KINDS.map((kind) => {
  const all = [...bank.quizzes].flatMap(({ items }) => items).filter((item) => item.kind === kind && item.twinOf === null);
  const twinned = all.find(({ id }) => bank.quizzes.some(({ items }) => items.some(({ twinOf }) => twinOf === id)));
  const item = twinned ?? all[0];
  if (item === undefined) throw new Error(`The bank has no item of kind ${kind}`);
  return item.id;
});

export async function createSession({ origin, key }: Pick<Served, 'origin' | 'key'>, settings: Partial<Settings> = {}, items: readonly string[] = ONE_OF_EACH): Promise<Session> {
  const body = { kind: 'quiz', settings: { ...SETTINGS, ...settings }, language: 'en', title: 'A lesson', items };
  const { status, text, body: created } = await ask(origin, 'POST', '/api/sessions', { secret: key, body });
  if (status !== 201) throw new Error(`No session: ${status} ${text}`);
  return sessionAt(origin, created as Created);
}

export interface Joined extends Seated {
  token: string;
}

export type Session = ReturnType<typeof sessionAt>;

/** What its host, its screen and its seats ask. */
export function sessionAt(origin: string, { code, host, screen }: Created) {
  const at = (rest: string) => `/api/s/${code}${rest === '' ? '' : `/${rest}`}`;
  const view = async (secret: string) => (await ask(origin, 'GET', at('view'), { secret })).body;
  return {
    code,
    host,
    screen,
    ask: (method: string, rest: string, asking: Asking = {}) => ask(origin, method, at(rest), asking),
    async join(more: { name?: string; members?: number; token?: string } = {}): Promise<Joined> {
      const { token = hex32(), ...body } = more;
      const reply = await ask(origin, 'POST', at('seat'), { secret: token, body });
      if (reply.status !== 200) throw new Error(`No seat: ${reply.status} ${reply.text}`);
      return { token, ...(reply.body as Seated) };
    },
    async command(command: Command, id = hex32()): Promise<Ack> {
      return (await ask(origin, 'POST', at('commands'), { secret: host, body: { id, command } })).body;
    },
    async answer({ token }: Pick<Joined, 'token'>, { round, ballot = 0, response, confidence = 2, id = hex32() }: Given): Promise<Ack> {
      return (await ask(origin, 'POST', at('answers'), { secret: token, body: { id, round, ballot, response, confidence } })).body;
    },
    hostView: () => view(host) as Promise<HostView>,
    screenView: () => view(screen) as Promise<ScreenView>,
    seatView: ({ token }: Pick<Joined, 'token'>) => view(token) as Promise<SeatView>,
    async exported(): Promise<Said> {
      return (await ask(origin, 'GET', at('export'), { secret: host })).body;
    },
    stream: (secret: string) => openStream(origin + at('view'), secret),
  };
}

interface Given {
  round: number;
  ballot?: number;
  response: Response;
  confidence?: 1 | 2 | 3;
  id?: string;
}

export const seatId = (id: string) => id as SeatId;

// ---------------------------------------------------------------- streams

export interface StreamEvent {
  name: string;
  data: Said;
}

export interface Stream {
  status: number;
  headers: Headers;
  /** All that came, in order. */
  events: StreamEvent[];
  views: () => View[];
  /** All bytes as text. */
  text: () => string;
  /** The first event, from the beginning, of which it is true; rejects once the stream has ended without it. */
  until: (isIt: (event: StreamEvent) => boolean) => Promise<StreamEvent>;
  untilView: (isIt: (view: View) => boolean) => Promise<View>;
  /** Resolves once the server has ended it, or it broke. */
  ended: Promise<void>;
  leave: () => void;
}

export async function openStream(url: string, secret: string): Promise<Stream> {
  const leaving = new AbortController();
  const reply = await fetch(url, {
    headers: { [PROTOCOL_HEADER]: String(PROTOCOL), authorization: `Bearer ${secret}`, accept: 'text/event-stream' },
    signal: leaving.signal,
  });
  const events: StreamEvent[] = [];
  let text = '';
  let unread = '';
  let isOver = false;
  let waiting: (() => void)[] = [];
  const wake = () => {
    const woken = waiting;
    waiting = [];
    for (const one of woken) one();
  };
  const ended = read().catch(() => undefined);
  const over = ended.then(() => {
    isOver = true;
    wake();
  });

  async function read(): Promise<void> {
    const decoder = new TextDecoder();
    for await (const part of reply.body ?? []) {
      const more = decoder.decode(part as Uint8Array, { stream: true });
      text += more;
      unread += more;
      for (let end = unread.indexOf('\n\n'); end >= 0; end = unread.indexOf('\n\n')) {
        const event = eventIn(unread.slice(0, end));
        unread = unread.slice(end + 2);
        events.push(event);
      }
      wake();
    }
  }

  async function until(isIt: (event: StreamEvent) => boolean): Promise<StreamEvent> {
    for (let next = 0; ; ) {
      for (; next < events.length; next++) {
        const event = events[next] as StreamEvent;
        if (isIt(event)) return event;
      }
      if (isOver) throw new Error(`The stream ended after ${events.length} events`);
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  return {
    status: reply.status,
    headers: reply.headers,
    events,
    views: () => events.filter(({ name }) => name === 'view').map(({ data }) => data as View),
    text: () => text,
    until,
    untilView: async (isIt) => (await until(({ name, data }) => name === 'view' && isIt(data as View))).data as View,
    ended: over,
    leave: () => leaving.abort(),
  };
}

/** `comment` for a sign of life. */
function eventIn(block: string): StreamEvent {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  if (block.startsWith(':')) return { name: 'comment', data: block };
  return { name: field('event') ?? 'message', data: jsonIn(field('data') ?? 'null') };
}
