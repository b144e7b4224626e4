// Promise: whatever a file holds, parsing it neither throws nor hangs, and what is wrong is refused with its file and path.
// Each class of hostile file is made from every file of the fixture.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_SIZE, parseFile } from '../../src/content/parse.ts';
import { Findings, MAX_PROBLEMS, type Problem, pathOf } from '../../src/content/problems.ts';
import { scan } from '../../src/content/scan.ts';
import type { Kind } from '../../src/content/schemas.ts';
import { filesByKind, type Json, problemsOf } from './fixture.ts';

const FREELY_NESTED: readonly string[] = ['text/interface', 'text/live', 'text/kit'];

const FILES = filesByKind();
const PER_FILE = 24;

type Place = (string | number)[];

/** Every place in a JSON value, the root first. */
function placesIn(json: Json, at: Place = []): { at: Place; value: Json }[] {
  const inner = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return [{ at, value: json }, ...inner.flatMap(([key, value]) => placesIn(value, [...at, Array.isArray(json) ? Number(key) : key]))];
}

/** Some of many, evenly spread, so that big files take no longer than small ones. */
function spread<Item>(items: Item[]): Item[] {
  const step = Math.max(1, Math.ceil(items.length / PER_FILE));
  return items.filter((_, i) => i % step === 0);
}

function replaced(json: Json, at: Place, value: unknown): Json {
  if (at.length === 0) return value;
  const copy = structuredClone(json);
  const parent = at.slice(0, -1).reduce((inner, key) => inner[key], copy);
  parent[at.at(-1) as string | number] = value;
  return copy;
}

/** A JSON text in which one place holds a raw text that need be no JSON. */
function withRaw(json: Json, at: Place, raw: string): string {
  return JSON.stringify(replaced(json, at, '@@raw@@')).replace('"@@raw@@"', () => raw);
}

function refuse(kind: Kind, name: string, data: string | Uint8Array, path?: string): Problem[] {
  const problems = problemsOf(kind, name, data);
  expect(problems, `${name} passed: ${path}`).not.toHaveLength(0);
  expect(problems.length).toBeLessThanOrEqual(MAX_PROBLEMS + 1);
  for (const problem of problems) {
    expect(problem.message).toContain(name);
    expect(problem.message).toContain(problem.path);
    expect(problem.message.length).toBeLessThan(1500);
  }
  if (path !== undefined)
    expect(
      problems.some((problem) => problem.path.startsWith(path) || path.startsWith(problem.path)),
      `${path}: ${JSON.stringify(problems[0])}`,
    ).toBe(true);
  return problems;
}

/** A value of another type than the one given. */
function otherTypes(value: Json): unknown[] {
  if (typeof value === 'string') return [7, true, ['x'], { x: 1 }];
  if (typeof value === 'number') return ['7', true, [7], null];
  if (typeof value === 'boolean') return ['true', 1, null];
  return Array.isArray(value) ? [{ x: 1 }, 'x', 7] : [['x'], 7, true];
}

describe.each(FILES)('$name', ({ kind, name, json }) => {
  const places = placesIn(json);
  const objects = places.filter(({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value));
  const of = (type: string) => spread(places.filter(({ value }) => typeof value === type));

  test('is right as it is', () => {
    expect(problemsOf(kind, name, JSON.stringify(json))).toEqual([]);
    expect(problemsOf(kind, name, new TextEncoder().encode(`\ufeff${JSON.stringify(json)}`))).toEqual([]);
  });

  test('a value of another type', () => {
    for (const { at, value } of spread(places)) {
      // Words of pages may be a text or a group of them.
      const wrong = otherTypes(value).filter((other) => !FREELY_NESTED.includes(kind) || typeof other === 'number');
      for (const other of wrong) refuse(kind, name, JSON.stringify(replaced(json, at, other)), pathOf(at));
    }
  });

  test('an unknown key', () => {
    for (const { at } of spread(objects)) refuse(kind, name, JSON.stringify(replaced(json, [...at, 'zzz'], 0)), pathOf([...at, 'zzz']));
  });

  test('a key of the prototype', () => {
    for (const { at, value } of spread(objects)) {
      for (const key of ['__proto__', 'constructor', 'prototype']) {
        const raw = `{"${key}":{"polluted":true},${JSON.stringify(value).slice(1)}`.replace(',}', '}');
        refuse(kind, name, withRaw(json, at, raw), pathOf([...at, key]));
      }
    }
    expect(({} as Json).polluted).toBeUndefined();
  });

  test('a key twice', () => {
    for (const { at, value } of spread(objects)) {
      const [key, inner] = Object.entries(value)[0] ?? [];
      if (key === undefined) continue;
      refuse(kind, name, withRaw(json, at, `{"${key}":${JSON.stringify(inner)},${JSON.stringify(value).slice(1)}`), pathOf([...at, key]));
    }
  });

  test('a number out of range, not whole, or none', () => {
    for (const { at } of of('number')) {
      for (const raw of [
        '1e12',
        '-1e12',
        '0.5',
        '1e999',
        '-1e999',
        '1e-999',
        '-0',
        '9007199254740993',
        'NaN',
        'Infinity',
        '-Infinity',
        '0x10',
        '+1',
        '01',
        '.5',
        '1.',
        '1_000',
        '9'.repeat(400),
      ]) {
        refuse(kind, name, withRaw(json, at, raw), pathOf(at));
      }
    }
  });

  test('bidirectional and other control characters, and lone surrogates', () => {
    for (const { at } of of('string')) {
      for (const bad of ['\u202e', '\u2066', '\u200f', '\u061c', '\u0000', '\u001b', '\u007f', '\u0085', '\u2028', '\ufeff', '\ud800', '\udc00x', '\u{e0041}']) {
        refuse(kind, name, JSON.stringify(replaced(json, at, `a${bad}b`)), pathOf(at));
        refuse(kind, name, withRaw(json, at, `"a${bad}b"`), pathOf(at));
      }
    }
    expect(refuse(kind, name, JSON.stringify({ ...json, 'a\u202eb': 'x' }))[0]).toMatchObject({ path: '"a\ufffdb"', found: 'the invisible character U+202E' });
  });

  test('texts too long or empty', () => {
    for (const { at } of of('string')) {
      refuse(kind, name, JSON.stringify(replaced(json, at, 'x'.repeat(5000))), pathOf(at));
      if (at[0] !== '$schema' && at[0] !== '$note' && !FREELY_NESTED.includes(kind)) refuse(kind, name, JSON.stringify(replaced(json, at, '')), pathOf(at));
    }
  });

  test('an item twice in a list of different ones', () => {
    for (const { at, value } of spread(places.filter(({ value }) => Array.isArray(value)))) {
      const different = kind.endsWith('quiz')
        ? ['misconceptions', 'items', 'options', 'steps', 'nodes', 'edges', 'facts', 'paragraphs']
        : ['deck', 'moves', 'seeds', 'cards', 'topics', 'endings', 'claims', 'facts', 'rules', 'rivals', 'campaigns', 'levels', 'plans', 'readings'];
      if (value.length === 0 || !different.includes(String(at.at(-1))) || (kind === 'plans' && at.includes('steps'))) continue;
      const problems = refuse(kind, name, JSON.stringify(replaced(json, at, [...value, value[0]])));
      expect(problems.some((problem) => problem.path.startsWith(`${pathOf(at)}[${value.length}]`) && problem.found.includes('second'))).toBe(true);
    }
  });

  test('truncated anywhere', () => {
    const text = JSON.stringify(json, null, 1);
    const step = Math.max(1, Math.floor(text.length / 100));
    for (let end = 0; end < text.length; end += step) refuse(kind, name, text.slice(0, end));
    refuse(kind, name, text.slice(0, -1));
  });

  test('nested 10,000 deep', () => {
    for (const { at } of spread(places)) {
      refuse(kind, name, withRaw(json, at, `${'['.repeat(10_000)}${']'.repeat(10_000)}`));
      refuse(kind, name, withRaw(json, at, `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`));
    }
    refuse(kind, name, '['.repeat(500_000));
  });

  test('with things before, between or after the JSON', () => {
    const text = JSON.stringify(json);
    for (const spoiled of [
      `${text}${text}`,
      `${text};`,
      `${text}]`,
      `// note\n${text}`,
      `/**/${text}`,
      `<html>${text}`,
      `\u00a0${text}`,
      text.replace('{', '{,'),
      text.replaceAll('"', "'"),
      text.replace(/}$/, ',}'),
    ]) {
      refuse(kind, name, spoiled);
    }
  });

  test('anything at all, or the right file with some of it changed', () => {
    const text = JSON.stringify(json);
    const change = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(40),
      put: fc.oneof(fc.string(), fc.json(), fc.constantFrom('{', '[', '"', '\\', ',', 'null', '-', '1e', '\\u', '\ud83d')),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const spoiled = changes.reduce((was, { at, cut, put }) => was.slice(0, at) + put + was.slice(at + cut), text);
        const result = parseFile(kind, name, spoiled);
        expect(result.ok || result.problems.every(({ message }) => message.startsWith(`${name}: `))).toBe(true);
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json(), fc.string()), (data) => {
        // By itself, a file of words may hold any words or none; what is missing is seen with the other files.
        if (kind.startsWith('text/')) parseFile(kind, name, data);
        else refuse(kind, name, data);
      }),
      { numRuns: 40 },
    );
  });
});

describe('any file', () => {
  test('of 50 MB is refused at once', () => {
    const started = performance.now();
    refuse('level', 'big.json', '['.repeat(50_000_000));
    refuse('level', 'big.json', new Uint8Array(50_000_000));
    expect(performance.now() - started).toBeLessThan(500);
  });

  test.each([
    ['as many values as fit', `[${'1,'.repeat(MAX_SIZE / 2 - 2)}1]`],
    ['as many keys as may be', `{${Array.from({ length: 19_999 }, (_, i) => `"${i}":1`).join(',')}}`],
    ['one text as long as fits', `{"schema":"${'x'.repeat(MAX_SIZE - 20)}"}`],
    ['one escaped text as long as fits', `{"schema":"${'\\n'.repeat(MAX_SIZE / 2 - 20)}"}`],
    ['one number as long as fits', `{"schema":${'9'.repeat(MAX_SIZE - 20)}}`],
    ['white space as long as fits', ' '.repeat(MAX_SIZE)],
    ['a control character in each of many texts', `[${'"\u202e",'.repeat(200_000)}1]`],
  ])('of the greatest size with %s is refused within two seconds', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(MAX_SIZE);
    const started = performance.now();
    refuse('level', 'full.json', text);
    refuse('text/cards', 'full.json', text);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('that is not UTF-8 is told where, and how to save it', () => {
    const [utf16] = refuse('level', 'utf16.json', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]));
    expect(utf16?.message).toContain('save the file as UTF-8');
    const [latin] = refuse('level', 'latin1.json', new Uint8Array([0x7b, 0x0a, 0x22, 0xe9, 0x22]));
    expect(latin?.path).toBe('line 2, column 2');
    refuse('level', 'surrogate.json', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]));
    refuse('level', 'overlong.json', new Uint8Array([0x22, 0xc0, 0x80, 0x22]));
  });

  test.each([
    ['', 'an empty file'],
    [' \n\t', 'an empty file'],
    ['{', 'cut short'],
    ['{"a":1,}', 'delete the comma'],
    ["{'a':1}", 'double quotation marks'],
    ['{"a":1 // one\n}', 'no comments'],
    ['{"a":NaN}', 'write a whole number'],
    ['{\n "a": "b\n"}', 'line 2, column 9'],
    ['{"a" 1}', 'a colon'],
    ['{"a":[1 2]}', 'a comma'],
    ['{"a":"\\x"}', 'backslash'],
    ['null', 'an object'],
  ])('such as %j is refused with a word on its cure', (text, cure) => {
    expect(refuse('level', 'x.json', text)[0]?.message).toContain(cure);
  });

  test('cannot bring control characters or floods of text into a message, not even by its name', () => {
    const problems = problemsOf('level', `\u001b[31m\u202e${'x'.repeat(9999)}.json`, JSON.stringify({ [`\u009b${'k'.repeat(9999)}`]: '\u001b'.repeat(9999) }));
    for (const { message } of problems) {
      expect(message).not.toMatch(/\p{Cc}|\u202e/u);
      expect(message.length).toBeLessThan(1500);
    }
  });

  test('is read as JSON.parse reads it, or refused', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '"b"', '1', '-1.5e3', 'true', 'null', ' ', '\n', '\\', '\\u0041', '\t', '0', '-', 'e');
    const texts = fc.oneof(
      fc.json(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const findings = new Findings();
        scan('x.json', text, findings);
        const readable = readsAsJson(text);
        if (!findings.any) expect(readable).toBe(true);
        if (!readable) expect(findings.any).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

function readsAsJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
