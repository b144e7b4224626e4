// Looks a JSON text over before anything trusts it: its grammar, its depth, its keys, its strings and its numbers.
// It never recurses, so that no nesting can exhaust the stack, and it says where in the text it stumbled.

import { type Findings, pathOf, show, UNPRINTABLE } from './problems.ts';

const MAX_DEPTH = 64;
/** Far more than any file of ours holds; it bounds the work that follows. */
const MAX_VALUES = 20_000;
const MAX_NUMBER_LENGTH = 32;
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const CUT_OFF_TOKEN = /^(?:-?[0-9.eE+-]*|[a-z]+)$/;
const CUT_OFF_ESCAPE = /^\\(?:u[0-9a-fA-F]{0,3})?$/;
const CLOSING = { object: '}', array: ']' } as const;

interface Frame {
  of: 'object' | 'array';
  keys: Set<string>;
  /** The index or key that is being read; null before a key is known. */
  at: string | number | null;
}

/** What the text may go on with. */
type Due = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** Adds to `findings` what is wrong; a text about which nothing was added is JSON that `JSON.parse` reads. */
export function scan(file: string, text: string, findings: Findings): void {
  new Scanner(file, text, findings).run();
}

/** Its steps return what is due next, or null once the text makes no sense any more. */
class Scanner {
  readonly #file: string;
  readonly #text: string;
  readonly #findings: Findings;
  readonly #frames: Frame[] = [];
  #at = 0;
  #values = 0;
  readonly #tokenEnd = /[\s,\]}[{":]/g;
  readonly #stringStop = /["\\]|\p{Cc}/gu;
  readonly #escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

  constructor(file: string, text: string, findings: Findings) {
    this.#file = file;
    this.#text = text;
    this.#findings = findings;
  }

  run(): void {
    let due: Due | null = 'value';
    while (due !== null && !this.#findings.full) {
      while (this.#at < this.#text.length && ' \t\n\r'.includes(this.#text[this.#at] as string)) this.#at++;
      const next = this.#text[this.#at];
      if (next === undefined) {
        if (due !== 'nothing') this.#cutOff();
        return;
      }
      due = this.#step(due, next);
    }
  }

  #step(due: Due, next: string): Due | null {
    switch (due) {
      case 'value':
        return this.#value(next);
      case 'value-or-end':
        return next === ']' ? this.#close() : this.#value(next);
      case 'key':
        return this.#key(next);
      case 'key-or-end':
        return next === '}' ? this.#close() : this.#key(next);
      case 'colon':
        if (next !== ':') return this.#stumble(this.#at, show(next), 'a colon after the key');
        this.#at++;
        return 'value';
      case 'comma-or-end':
        return this.#commaOrEnd(next, this.#frames.at(-1) as Frame);
      case 'nothing':
        return this.#stumble(this.#at, show(this.#text.slice(this.#at, this.#at + 20)), 'the end of the file', 'delete what follows the closing brace');
    }
  }

  #value(next: string): Due | null {
    if (++this.#values > MAX_VALUES) return this.#stumble(this.#at, `more than ${MAX_VALUES} values`, 'a smaller file');
    if (next === '{' || next === '[') {
      if (this.#frames.length === MAX_DEPTH) return this.#stumble(this.#at, `nesting deeper than ${MAX_DEPTH} levels`, `at most ${MAX_DEPTH} levels of nesting`);
      this.#at++;
      this.#frames.push(next === '{' ? { of: 'object', keys: new Set(), at: null } : { of: 'array', keys: new Set(), at: 0 });
      return next === '{' ? 'key-or-end' : 'value-or-end';
    }
    if (next === '"') {
      const string = this.#string();
      if (string === null) return null;
      this.#inspect(string);
    } else if (!this.#plain()) {
      return null;
    }
    return this.#frames.length === 0 ? 'nothing' : 'comma-or-end';
  }

  #close(): Due {
    this.#at++;
    this.#frames.pop();
    return this.#frames.length === 0 ? 'nothing' : 'comma-or-end';
  }

  #commaOrEnd(next: string, frame: Frame): Due | null {
    if (next === CLOSING[frame.of]) return this.#close();
    if (next !== ',') return this.#stumble(this.#at, show(next), `a comma or "${CLOSING[frame.of]}"`, next === '"' || next === '{' ? 'put a comma before it' : cureOf(next));
    this.#at++;
    if (typeof frame.at === 'number') frame.at++;
    return frame.of === 'array' ? 'value' : 'key';
  }

  #key(next: string): Due | null {
    const frame = this.#frames.at(-1) as Frame;
    frame.at = null;
    if (next !== '"') return this.#stumble(this.#at, show(next), 'a key in double quotation marks', cureOf(next));
    const key = this.#string();
    if (key === null) return null;
    frame.at = key;
    this.#inspect(key);
    if (PROTOTYPE_KEYS.has(key)) this.#report(`the key ${show(key)}`, 'a key without a meaning of its own in JavaScript', 'remove it');
    else if (frame.keys.has(key)) this.#report(`the key ${show(key)} twice`, 'each key once', 'remove one of the two');
    frame.keys.add(key);
    return 'colon';
  }

  /** Reads the string that opens here; null when it is none. */
  #string(): string | null {
    const start = this.#at;
    const stops = this.#stringStop;
    let plain = true;
    stops.lastIndex = start + 1;
    for (let stop = stops.exec(this.#text); stop !== null; stop = stops.exec(this.#text)) {
      if (stop[0] === '"') {
        this.#at = stop.index + 1;
        return plain ? this.#text.slice(start + 1, stop.index) : (JSON.parse(this.#text.slice(start, this.#at)) as string);
      }
      if (stop[0] !== '\\') {
        return this.#stumble(
          stop.index,
          `the control character ${codeOf(stop[0])} inside a text`,
          'a closing quotation mark',
          stop[0] === '\n' ? 'write a line break as \\n' : 'delete it',
        );
      }
      this.#escape.lastIndex = stop.index;
      if (!this.#escape.test(this.#text)) {
        if (CUT_OFF_ESCAPE.test(this.#text.slice(stop.index))) break;
        return this.#stumble(stop.index, `the escape ${show(this.#text.slice(stop.index, stop.index + 2))}`, 'an escape of JSON', 'write a backslash as \\\\');
      }
      plain = false;
      stops.lastIndex = this.#escape.lastIndex;
    }
    return this.#cutOff();
  }

  #inspect(string: string): void {
    const bad = UNPRINTABLE.exec(string);
    if (bad !== null) this.#report(`the invisible character ${codeOf(bad[0])}`, 'text of visible characters', 'delete that character');
  }

  /** Reads a number, true, false or null; false when it is none. */
  #plain(): boolean {
    this.#tokenEnd.lastIndex = this.#at;
    const end = this.#tokenEnd.exec(this.#text)?.index ?? this.#text.length;
    const token = this.#text.slice(this.#at, Math.min(end, this.#at + MAX_NUMBER_LENGTH + 1));
    if (token !== 'true' && token !== 'false' && token !== 'null') {
      if (token.length > MAX_NUMBER_LENGTH || !NUMBER.test(token)) {
        if (end === this.#text.length && this.#frames.length > 0 && CUT_OFF_TOKEN.test(token)) this.#cutOff();
        else this.#stumble(this.#at, show(token || this.#text[this.#at]), 'a JSON value', cureOf(token || (this.#text[this.#at] as string)));
        return false;
      }
      this.#weighNumber(token);
    }
    this.#at = end;
    return true;
  }

  /** Neither infinite, nor rounded, nor a negative zero. */
  #weighNumber(token: string): void {
    const value = Number(token);
    const vanished = value === 0 && /[1-9]/.test(token.replace(/[eE].*$/, ''));
    if (Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER && !Object.is(value, -0) && !vanished) return;
    this.#report(`the number ${token}`, 'a number that a computer holds exactly', Object.is(value, -0) ? 'write 0' : undefined);
  }

  #path(): string {
    return pathOf(this.#frames.flatMap(({ at }) => (at === null ? [] : [at])));
  }

  #report(found: string, expected: string, cure?: string): void {
    this.#findings.add({ file: this.#file, path: this.#path(), found, expected, cure });
  }

  #stumble(position: number, found: string, expected: string, cure?: string): null {
    const place = placeOf(this.#text, position);
    const path = this.#path();
    this.#findings.add({ file: this.#file, path: path === '' ? place : `${path} (${place})`, found, expected, cure });
    return null;
  }

  #cutOff(): null {
    return this.#stumble(this.#text.length, 'the end of the file', 'the rest of its JSON', 'the file was cut short: copy it again');
  }
}

function cureOf(token: string): string | undefined {
  if (token.startsWith("'")) return 'use double quotation marks';
  if (token.startsWith('/') || token.startsWith('#')) return 'JSON has no comments: delete it';
  if (token === ']' || token === '}') return 'delete the comma before it';
  if (/^[+-]?(?:nan|inf)/i.test(token)) return 'write a whole number';
  return undefined;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** 1-based line and column of a position. */
export function placeOf(text: string, position: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < position; end = text.indexOf('\n', end + 1)) {
    line++;
    start = end + 1;
  }
  return `line ${line}, column ${position - start + 1}`;
}
