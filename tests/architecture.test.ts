// docs/architecture.md, held: who imports whom, and that rules, quiz and session are pure.

import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readModule } from './architecture/modules.ts';
import { FOLDERS, folderOf, PURE_GLOBALS, violations } from './architecture/rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = `${ROOT}src`;
const SCRIPT = /\.[cm]?[jt]sx?$/;

const sources = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && SCRIPT.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(SRC.length + 1).replaceAll('\\', '/'))
  .map((path) => ({ path, text: readFileSync(`${SRC}/${path}`, 'utf8') }));
const folders = readdirSync(SRC, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const pureFolders = [...FOLDERS].flatMap(([name, { pure }]) => (pure === true && existsSync(`${SRC}/${name}`) ? [name] : []));
const modulesOf = (folder: string) => sources.filter(({ path }) => folderOf(path) === folder);

describe('the modules as they are', () => {
  test('every one is read, in every folder', () => {
    const onDisk = globSync('**/*.{ts,tsx,js,jsx,mts,cts,mjs,cjs}', { cwd: SRC });
    expect(sources.length).toBe(onDisk.length);
    expect(sources.length).toBeGreaterThan(80);
    for (const folder of folders) expect(modulesOf(folder).length, folder).toBeGreaterThan(0);
  });

  test('each imports only what its folder may, and the pure ones reach nothing but their arguments', () => {
    expect(violations(sources)).toEqual([]);
  });

  test('imports were found: the rules import each other, and the client the rules', () => {
    const imported = (folder: string) => modulesOf(folder).flatMap(({ path, text }) => readModule(path, text).imports.map(({ specifier }) => specifier));
    expect(imported('rules').length).toBeGreaterThan(50);
    expect(imported('client').filter((specifier) => specifier.includes('/rules/')).length).toBeGreaterThan(10);
    expect(imported('client')).toContain('./shelf.ts');
  });

  test('nothing is allowed to the pure folders that none of them uses', () => {
    const used = new Set(pureFolders.flatMap(modulesOf).flatMap(({ path, text }) => readModule(path, text).globals));
    expect(PURE_GLOBALS.filter((name) => !used.has(name))).toEqual([]);
  });

  test('JSX is written in the client alone', () => {
    expect(sources.filter(({ path }) => /\.[jt]sx$/.test(path) && folderOf(path) !== 'client').map(({ path }) => path)).toEqual([]);
  });
});

describe('the pure folders are compiled as such', () => {
  test.each(pureFolders)('%s has no DOM and no ambient types, and the check compiles it', (folder) => {
    const { extends: base, compilerOptions, include } = JSON.parse(readFileSync(`${SRC}/${folder}/tsconfig.json`, 'utf8'));
    expect({ base, compilerOptions, include }).toEqual({ base: '../../tsconfig.json', compilerOptions: { lib: ['es2024'], types: [] }, include: ['.'] });
    expect(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).scripts.check).toContain(`tsc -p src/${folder}`);
  });

  test('there is at least one', () => {
    expect(pureFolders).toContain('rules');
  });
});

describe('a planted violation is found', () => {
  const PLANTED: [what: string, path: string, text: string, fault: string][] = [
    ['rules import content', 'rules/a.ts', "import { parse } from '../content/parse.ts';", 'imports content/parse.ts'],
    ['rules import types of content', 'rules/a.ts', "import type { Content } from '../content/crossref.ts';", 'imports types of content/crossref.ts'],
    ['rules name a type of content in passing', 'rules/a.ts', "export type A = import('../content/crossref.ts').Content;", 'imports types of content/crossref.ts'],
    ['rules hand on what is the server’s', 'rules/a.ts', "export * from '../server/main.ts';", 'imports server/main.ts'],
    ['rules import a package', 'rules/a.ts', "import { z } from 'zod';", 'imports zod'],
    ['rules import a module of Node', 'rules/a.ts', "import { readFileSync } from 'node:fs';", 'imports node:fs'],
    ['rules import levels', 'rules/a.ts', "import cards from '../../levels/cards.json' with { type: 'json' };", 'imports levels/cards.json'],
    ['rules import tests', 'rules/a.ts', "import { content } from '../../tests/content.ts';", 'imports ../tests/content.ts'],
    ['rules import from a folder below themselves', 'rules/deep/a.ts', "import { words } from '../../content/words.ts';", 'imports content/words.ts'],
    ['quiz imports values of rules', 'quiz/a.ts', "import { hashText } from '../rules/hash.ts';", 'imports rules/hash.ts'],
    ['quiz imports a value of rules beside a type', 'quiz/a.ts', "import { hashText, type Stream } from '../rules/hash.ts';", 'imports rules/hash.ts'],
    ['session imports content', 'session/a.ts', "import { createWords } from '../content/words.ts';", 'imports content/words.ts'],
    ['protocol imports content', 'protocol/a.ts', "import { createWords } from '../content/words.ts';", 'imports content/words.ts'],
    ['content imports telling', 'content/a.ts', "import { why } from '../telling/why.ts';", 'imports telling/why.ts'],
    ['content imports a package not its own', 'content/a.ts', "import { signal } from '@preact/signals/core';", 'imports @preact/signals'],
    ['telling imports words as data', 'telling/a.ts', "import english from '../../levels/text/en/interface.json';", 'imports levels/text/en/interface.json'],
    ['the client imports the server', 'client/a.tsx', "import { start } from '../server/main.ts';", 'imports server/main.ts'],
    ['the client imports tools when it runs', 'client/a.ts', "export const lab = await import('../tools/lab.ts');", 'imports tools/lab.ts'],
    ['the client imports a module of Node', 'client/a.ts', "import { join } from 'node:path';", 'imports node:path'],
    ['the client imports what it computes', 'client/a.ts', 'export const load = (name: string) => import(name);', 'imports what cannot be known'],
    ['a screen imports phaser', 'client/screens/a.tsx', "import { Game } from 'phaser';", "imports phaser, which is client/theatre/'s alone"],
    ['the theatre imports howler', 'client/theatre/a.ts', "import { Howl } from 'howler';", "imports howler, which is client/audio/'s alone"],
    ['the server imports phaser', 'server/a.ts', "import { Game } from 'phaser';", "imports phaser, which is client/theatre/'s alone"],
    ['the server imports the client', 'server/a.ts', "import { route } from '../client/route.ts';", 'imports client/route.ts'],
    ['the server imports tools', 'server/a.ts', "import { loadContent } from '../tools/library.ts';", 'imports tools/library.ts'],
    ['tools import the client', 'tools/a.ts', "import { route } from '../client/route.ts';", 'imports client/route.ts'],
    ['an import without its ending', 'rules/a.ts', "import { apply } from './apply';", 'imports ./apply, without its ending'],
    ['a folder nobody knows', 'helpers/a.ts', 'export const a = 1;', 'is in no known folder'],
    ['a module in no folder', 'a.ts', 'export const a = 1;', 'is in no known folder'],
    ['a folder named like what every object has', 'constructor/a.ts', 'export const a = 1;', 'is in no known folder'],

    ['the clock', 'rules/a.ts', 'export const now = () => Date.now();', 'reaches Date.now'],
    ['a new date', 'session/a.ts', 'export const now = () => new Date();', 'reaches Date'],
    ['chance', 'rules/a.ts', 'export const roll = () => Math.random();', 'reaches Math.random'],
    ['chance under another name', 'rules/a.ts', 'const { random } = Math;\nexport const roll = () => random();', 'reaches Math'],
    ['chance by a computed name', 'rules/a.ts', "export const roll = () => Math['random']();", 'reaches Math'],
    ['a power', 'rules/a.ts', 'export const square = (x: number) => Math.pow(x, 2);', 'reaches Math.pow'],
    ['a power by its sign', 'rules/a.ts', 'export const square = (x: number) => x ** 2;', 'reaches **'],
    ['a root', 'quiz/a.ts', 'export const root = (x: number) => Math.sqrt(x);', 'reaches Math.sqrt'],
    ['an exponential', 'session/a.ts', 'export const grow = (x: number) => Math.exp(x);', 'reaches Math.exp'],
    ['the document', 'rules/a.ts', 'export const title = () => document.title;', 'reaches document.title'],
    ['the process', 'rules/a.ts', 'export const home = () => process.env.HOME;', 'reaches process.env'],
    ['the console', 'rules/a.ts', "export const say = () => console.log('said');", 'reaches console.log'],
    ['the network', 'session/a.ts', "export const get = () => fetch('/api');", 'reaches fetch'],
    ['storage', 'quiz/a.ts', "export const saved = () => localStorage.getItem('save');", 'reaches localStorage.getItem'],
    ['a timer', 'session/a.ts', 'export const later = (act: () => void) => setTimeout(act, 1);', 'reaches setTimeout'],
    ['all globals', 'rules/a.ts', 'export const all = globalThis;', 'reaches globalThis'],
    ['evaluation', 'rules/a.ts', "export const run = () => eval('1');", 'reaches eval'],
    ['the constructor of functions', 'rules/a.ts', "export const run = () => (() => 1).constructor('return this')();", 'reaches .constructor'],
    ['the locale', 'rules/a.ts', 'export const order = (a: string, b: string) => a.localeCompare(b);', 'reaches .localeCompare'],
    ['the formats of a place', 'quiz/a.ts', 'export const shown = (n: number) => new Intl.NumberFormat().format(n);', 'reaches Intl.NumberFormat'],
    ['the module’s own address', 'rules/a.ts', 'export const here = import.meta.url;', 'reaches import.meta'],
    ['an import when it runs', 'rules/a.ts', "export const load = () => import('./apply.ts');", 'imports ./apply.ts when it runs'],
    ['a global in a default', 'rules/a.ts', 'export const at = (time = performance.now()) => time;', 'reaches performance.now'],
    ['a global behind a cast', 'rules/a.ts', 'export const now = (Date as unknown as { now(): number }).now;', 'reaches Date'],
    ['a global shadowed elsewhere', 'rules/a.ts', 'export const f = (process: number) => process;\nexport const g = () => process.pid;', 'reaches process.pid'],
    ['a global in a condition', 'rules/a.ts', "export const text = (a: boolean) => (a ? navigator.language : '');", 'reaches navigator.language'],
    ['a global in a class', 'rules/a.ts', 'export class A {\n  at = Date.now();\n}', 'reaches Date.now'],
  ];

  test.each(PLANTED)('%s', (_, path, text, fault) => {
    expect(violations([{ path, text }])).toContain(`${path} ${fault}`);
  });

  const ALLOWED: [what: string, path: string, text: string][] = [
    [
      'quiz imports types of rules',
      'quiz/a.ts',
      "import type { ClaimId } from '../rules/types.ts';\nimport { type Label } from '../rules/types.ts';\nexport type A = ClaimId | Label;",
    ],
    ['session imports rules and quiz', 'session/a.ts', "import { apply } from '../rules/apply.ts';\nimport { mark } from '../quiz/mark.ts';\nexport const both = [apply, mark];"],
    ['telling imports the keys of words', 'telling/a.ts', "import type english from '../../levels/text/en/interface.json';\nexport type Words = typeof english;"],
    ['the theatre imports phaser, and the audio howler', 'client/theatre/scenes/a.ts', "import { Game } from 'phaser';\nexport const game = Game;"],
    [
      'rules use their own names, however they are declared',
      'rules/a.ts',
      `import { share as part } from './quarter.ts';
export interface Date { now: number }
export function floor({ x, y: [z = 1] = [2], ...rest }: { x: number; y?: number[] }, ...more: number[]): number {
  for (const [key, value] of Object.entries(rest)) if (key.length > value) continue;
  outer: for (let i = 0; i < 3; i++) break outer;
  try { part(x, z); } catch (error) { throw error; }
  const document = { title: more, process: 1 };
  switch (x) { case 1: { const console = document.title; return console.length; } default: return Math.floor(document.process); }
}
export class Shape { static readonly name = 'x'; #side = 1; get area(): number { return this.#side * this.#side; } }
export const fetch = (Math.max)(1, 2) as number satisfies number;`,
    ],
  ];

  test.each(ALLOWED)('and nothing else is: %s', (_, path, text) => {
    expect(violations([{ path, text }])).toEqual([]);
  });

  test('what is no TypeScript is no module', () => {
    expect(() => violations([{ path: 'rules/a.ts', text: 'export const = 1;' }])).toThrow('rules/a.ts');
  });
});
