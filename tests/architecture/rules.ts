// Who may import whom, and what a pure module may reach. These lists are the architecture: there are no exceptions to them.

import { COMPUTED, type Import, type Module, readModule } from './modules.ts';

interface Folder {
  /** Folders whose values it may import, beside itself. */
  values: readonly string[];
  /** Folders of which it may import types alone. */
  types?: readonly string[];
  /** Packages; any, where the folder runs in one place only. */
  packages: readonly string[] | 'any';
  /** Whether it may use Node's own modules. */
  node?: true;
  /** Reached by nothing but its arguments. */
  pure?: true;
}

const PURE = ['rules', 'quiz', 'session'] as const;
/** Content, and what scripts made of art: data beside `src`. */
const LEVELS = 'levels';
const ASSETS = 'assets';
const DATA: readonly string[] = [LEVELS, ASSETS];

export const FOLDERS: ReadonlyMap<string, Folder> = new Map([
  ['rules', { values: [], packages: [], pure: true }],
  ['quiz', { values: [], types: ['rules'], packages: [], pure: true }],
  ['session', { values: ['rules', 'quiz'], packages: [], pure: true }],
  ['content', { values: PURE, packages: ['zod', 'i18next'] }],
  ['protocol', { values: PURE, packages: ['zod'] }],
  ['telling', { values: ['rules', 'quiz', 'content'], types: [LEVELS], packages: [] }],
  ['client', { values: [...PURE, 'content', 'protocol', 'telling', LEVELS, ASSETS], packages: 'any' }],
  ['server', { values: [...PURE, 'content', 'protocol', 'telling', LEVELS], packages: 'any', node: true }],
  ['tools', { values: [...PURE, 'content', 'protocol', 'telling', 'server', LEVELS], packages: 'any', node: true }],
]);

/** Packages with one owner. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['phaser', 'client/theatre/'],
  ['howler', 'client/audio/'],
]);

/** All that the pure folders reach beyond their own names. Whatever is missing here is forbidden. */
export const PURE_GLOBALS: readonly string[] = [
  'Array.from',
  'Array.isArray',
  'Error',
  'JSON.stringify',
  'Map',
  'Math.abs',
  'Math.floor',
  'Math.imul',
  'Math.max',
  'Math.min',
  'Number',
  'Number.isInteger',
  'Number.parseInt',
  'Object.assign',
  'Object.entries',
  'Object.fromEntries',
  'Object.keys',
  'Object.values',
  'Set',
  'String',
  'undefined',
];

/** Members whose result depends on where the program runs, or that lead back to all globals. */
const FORBIDDEN_MEMBER = /^(?:constructor|__proto__|normalize|.*[lL]ocale.*)$/;

/** What is wrong with modules, one line each; paths are inside `src`. */
export function violations(sources: readonly { path: string; text: string }[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const folder = FOLDERS.get(folderOf(path));
    if (folder === undefined || !path.includes('/')) return [`${path} is in no known folder`];
    const module = readModule(path, text);
    return [...arrows(module, folder), ...(folder.pure === true ? impurities(module) : [])].map((fault) => `${path} ${fault}`);
  });
}

export function folderOf(path: string): string {
  return path.split('/')[0] as string;
}

function arrows({ path, imports }: Module, folder: Folder): string[] {
  return imports.flatMap((imported) => {
    const { specifier } = imported;
    if (specifier === COMPUTED) return ['imports what cannot be known'];
    if (specifier.startsWith('.')) return ofOwn(path, imported, folder);
    if (specifier.startsWith('node:')) return folder.node === true ? [] : [`imports ${specifier}`];
    return ofPackage(path, specifier, folder);
  });
}

function ofOwn(path: string, { specifier, typeOnly }: Import, { values, types = [] }: Folder): string[] {
  const target = targetOf(path, specifier);
  const to = folderOf(target);
  const allowed = to === folderOf(path) || values.includes(to) || (typeOnly && types.includes(to));
  const ends = DATA.includes(to) ? /\.json$/ : /\.(?:tsx?|css)$/;
  return [...(allowed ? [] : [`imports ${typeOnly ? 'types of ' : ''}${target}`]), ...(ends.test(specifier) ? [] : [`imports ${specifier}, without its ending`])];
}

/** A relative specifier as a path inside `src`, or inside the repository for what lies outside it. */
function targetOf(path: string, specifier: string): string {
  const parts = `src/${path}`.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts[0] === 'src' ? parts.slice(1).join('/') : DATA.includes(parts[0] ?? '') ? parts.join('/') : `../${parts.join('/')}`;
}

function ofPackage(path: string, specifier: string, { packages }: Folder): string[] {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const owner = OWNERS.get(name);
  if (owner !== undefined) return path.startsWith(owner) ? [] : [`imports ${name}, which is ${owner}'s alone`];
  return packages === 'any' || packages.includes(name) ? [] : [`imports ${name}`];
}

function impurities({ imports, globals, members }: Module): string[] {
  return [
    ...imports.filter(({ dynamic }) => dynamic).map(({ specifier }) => `imports ${specifier} when it runs`),
    ...globals.filter((name) => !PURE_GLOBALS.includes(name)).map((name) => `reaches ${name}`),
    ...members.filter((name) => FORBIDDEN_MEMBER.test(name)).map((name) => `reaches .${name}`),
  ];
}
