// Requests that nobody's client would make, by class, from one seed.

import { draw } from '../../src/rules/hash.ts';
import type { Session } from './harness.ts';

export interface Hostile {
  /** Of which kind it is. */
  of: string;
  method: string;
  path: string;
  headers?: Readonly<Record<string, string>>;
  secret?: string;
  body?: string;
}

/** Whom the requests may pretend to be, and at what. */
export interface Target {
  session: Session;
  /** Tokens: of seats, of one that was removed, of a seat elsewhere. */
  seats: readonly string[];
  removed: string;
  elsewhere: string;
}

type Draw = (below: number) => number;

const ID = 'ab'.repeat(16);
const FITTING = {
  seat: { members: 1, name: 'Ada' },
  answers: { id: ID, round: 0, ballot: 0, response: { kind: 'one', option: 'a' }, confidence: 2 },
  forecasts: { id: ID, turn: 0, belief: 500, event: null },
  votes: { id: ID, turn: 0, ballot: 0, cards: ['quiet-channel'] },
  tickets: { id: ID, ticket: { claim: 'a', evidence: 'b', reasoning: 'c' } },
  homework: { id: ID, code: 'CW1.classroom-15.g2.a.b...d.e' },
  commands: { id: ID, command: { type: 'extend', round: 0, seconds: 30 } },
  'names/s1': { name: 'Ada' },
  keep: { kept: true },
} as const;
type Door = keyof typeof FITTING;
const DOORS = Object.keys(FITTING) as Door[];
const METHOD: Readonly<Record<Door, string>> = {
  seat: 'POST',
  answers: 'POST',
  forecasts: 'POST',
  votes: 'POST',
  tickets: 'POST',
  homework: 'POST',
  commands: 'POST',
  'names/s1': 'PUT',
  keep: 'PUT',
};

/** What devices of students send. */
const FROM_SEATS: readonly Door[] = ['seat', 'answers', 'forecasts', 'votes', 'tickets', 'homework'];

/** What stands where something else should. */
const WRONG: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  '',
  'x',
  '0',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  's0',
  's1',
  's999999999999',
  '\u0000',
  '\ud800',
  'a'.repeat(9000),
  [],
  [[]],
  [null],
  {},
  { length: 9 },
  { toString: 1 },
  { valueOf: 1 },
  Array.from({ length: 500 }, () => 'a'),
];

/** Names that hide, turn round, pretend or shout. */
const NAMES = [
  '\u202eadA',
  'A\u200bda',
  'A\u200dda',
  '\u2066Ada\u2069',
  'Аda',
  'Adа',
  'ΑΒΓabc',
  'Z̷̢͙̗̱a̸l̶g̴̛o',
  '<script>alert(1)</script>',
  '<img src=x>',
  '{{7*7}}',
  "'; drop table sessions; --",
  '\u0007bell',
  'a\nb',
  '  ',
  '\u3000',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '﷽',
  'ｆｕｃｋ',
  'f.u.c.k',
  'sh1t',
  'A'.repeat(25),
  '\uffff',
  '\ud83d',
  'Ada\ufeff',
  '1 2 3 4 5 6 7 8 9 10 11 12 13',
];

const PATHS = [
  '/..',
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e',
  '/%00',
  '/%',
  '/%zz',
  '/%ff',
  '//',
  '/view/',
  '/view/../export',
  '/VIEW',
  '/names/',
  '/names/__proto__',
  '/names/s1/s2',
  '/answers?round=1',
  '/;',
  '/view?after=[]',
  '/view?after=1&after=2',
  '/view?after=1e99',
  '/view?__proto__[x]=1',
  `/${'a'.repeat(2000)}`,
  '/ü',
  '/\u{1F600}',
  '/names/%73%31',
  '/constructor',
];
const CODES = ['', 'A', 'AAAAAA', '__PROTO__', '%20%20', 'aaaaaaa', 'ÄÖÜÄÖÜ', '000000', 'ABCDE0', '..', '*', "A'OR'1", '123456789012345678901234567890'];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];
const TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/jsonx',
  '',
  '\u00e4',
];

/** Turns of all classes at one session: few enough that its budgets let them in to where they are read. */
const TURNS = 10;

/** @returns the requests of all classes in turn, at each target for a while */
export function* hostileRequests(targets: readonly Target[], seed: number): Generator<Hostile> {
  for (let turn = 0; turn < TURNS * targets.length; turn++) yield* hostileTurn(targets[Math.floor(turn / TURNS)] as Target, seed, turn);
}

function* hostileTurn({ session, seats, removed, elsewhere }: Target, seed: number, turn: number): Generator<Hostile> {
  const base = `/api/s/${session.code}`;
  const seat = seats[turn % seats.length] as string;
  const secrets = [session.host, session.screen, seat, removed, elsewhere, 'f'.repeat(32), ''];
  let index = 0;
  const next: Draw = (below) => Math.floor((draw(seed, 1, turn, index++) / 2 ** 32) * below);
  const one = <Value>(all: readonly Value[]): Value => all[next(all.length)] as Value;
  const door = one(DOORS);
  const as = FROM_SEATS.includes(door) ? one([seat, seat, session.host]) : one([session.host, session.host, seat]);
  const text = JSON.stringify(FITTING[door]);
  const to = { method: METHOD[door], path: `${base}/${door}`, secret: as };

  yield { of: 'truncated', ...to, body: text.slice(0, next(text.length)) };
  yield { of: 'mangled', ...to, body: mangled(text, next) };
  yield { of: 'oversized', ...to, body: JSON.stringify({ ...FITTING[door], padding: 'x'.repeat(one([20_000, 50_000, 16_400])) }) };
  yield { of: 'nested', ...to, body: nested(one([100, 3000]), one(['[', '{"a":'])) };
  yield { of: 'wrong type', ...to, body: JSON.stringify(spoilt(FITTING[door], next)) };
  yield { of: 'another shape', ...to, body: JSON.stringify(one(WRONG)) };
  yield { of: 'one key more', ...to, body: JSON.stringify({ ...FITTING[door], [one(['x', 'id ', 'seat', 'role', 'at', 'seq'])]: one(WRONG) }) };
  yield { of: 'prototype', ...to, body: poisoned(text, one(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']), next) };
  yield { of: 'huge number', ...to, body: text.replace(/\d+(?=[,}])/, one(['1e400', '-1e400', '9'.repeat(400), '0.1e-400', '-0', '1E5', '00', '1e3', '9007199254740993'])) };
  yield {
    of: 'wrong role',
    method: one(METHODS),
    path: `${base}/${one(['answers', 'votes', 'homework', 'commands', 'names/s1', 'report', 'export', 'keep', ''])}`,
    secret: one([session.screen, removed, elsewhere, 'f'.repeat(32)]),
    body: text,
  };
  yield {
    of: 'wrong phase',
    method: 'POST',
    path: `${base}/answers`,
    secret: seat,
    body: JSON.stringify({ ...FITTING.answers, id: hexOf(next), round: one([1, 2, 998, 999]), ballot: one([0, 1]) }),
  };
  yield { of: 'wrong phase', method: 'POST', path: `${base}/commands`, secret: session.host, body: JSON.stringify({ id: hexOf(next), command: outOfPhase(next) }) };
  yield { of: 'name', method: 'PUT', path: `${base}/names/s1`, secret: session.host, body: JSON.stringify({ name: one(NAMES) + one(['', ' ', '\u200e']) }) };
  yield { of: 'name', method: 'POST', path: `${base}/seat`, secret: seat, body: JSON.stringify({ members: 1, name: one(NAMES) }) };
  yield { of: 'path', method: one(METHODS), path: base + one(PATHS), secret: one(secrets) };
  yield { of: 'code', method: one(METHODS), path: `/api/s/${encodeURI(one(CODES))}${one(['', '/view', '/seat', '/export'])}`, secret: one(secrets), body: text };
  yield { of: 'type of content', ...to, headers: { 'content-type': one(TYPES) }, body: text };
  yield {
    of: 'secret',
    method: 'GET',
    path: `${base}/view`,
    headers: {
      authorization: one([
        'Bearer',
        'Basic YTpi',
        `bearer ${session.host}`,
        `Bearer  ${session.host}`,
        `Bearer ${session.host}${session.host}`,
        `Bearer ${session.host.toUpperCase()}g`,
        `Bearer ${'a'.repeat(4000)}`,
      ]),
    },
  };
  yield {
    of: 'header',
    ...to,
    headers: {
      [one(['x-counterweight-protocol', 'origin', 'accept', 'content-length', 'last-event-id', 'cookie'])]: one(['0', '1e1', 'null', 'http://[', '*/*;q=x', 'a'.repeat(3000)]),
    },
    body: text,
  };
  yield {
    of: 'session',
    method: 'POST',
    path: '/api/sessions',
    secret: one([session.host, seat, 'f'.repeat(32)]),
    body: JSON.stringify({ settings: one(WRONG), language: one(WRONG), title: one(WRONG), items: one(WRONG) }),
  };
}

function hexOf(next: Draw): string {
  return Array.from({ length: 32 }, () => '0123456789abcdef'.charAt(next(16))).join('');
}

/** The session is in its lobby: none of these may be done. */
function outOfPhase(next: Draw): unknown {
  const round = next(3);
  const all = [
    { type: 'resume' },
    { type: 'wrapUp' },
    { type: 'extend', round, seconds: 30 },
    { type: 'close', round },
    { type: 'discuss', round },
    { type: 'revote', round },
    { type: 'reveal', round },
    { type: 'skip', round },
    { type: 'next', round, twin: true },
    { type: 'remove', seat: `s${90 + next(9)}` },
    { type: 'extraTime', seat: 's99', percent: 10 },
    { type: 'count', round, hands: { a: 1 } },
  ];
  return all[next(all.length)];
}

/** One byte is another. */
function mangled(text: string, next: Draw): string {
  const at = next(text.length);
  return text.slice(0, at) + '{}[]",:\\\u0000é'.charAt(next(10)) + text.slice(at + 1);
}

function nested(depth: number, opening: string): string {
  return opening.repeat(depth);
}

/** One leaf or branch holds what it must not. */
function spoilt(value: unknown, next: Draw): unknown {
  if (typeof value !== 'object' || value === null || next(3) === 0) return WRONG[next(WRONG.length)];
  const entries = Object.entries(value);
  const at = next(entries.length);
  return Object.fromEntries(entries.map(([key, inner], i) => [key, i === at ? spoilt(inner, next) : inner]));
}

function poisoned(text: string, key: string, next: Draw): string {
  const inner = ['{"isAdmin":true}', 'null', '1', '{"prototype":{"role":"host"}}', '{"__proto__":{}}'][next(5)];
  return text.replace(next(2) === 0 ? /^\{/ : /\{(?=[^{]*$)/, `{"${key}":${inner},`);
}
