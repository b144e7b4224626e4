// How the tools read their command line: options by name, a help text, and messages that say what was wrong and what would be right.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Content } from '../content/crossref.ts';
import { didYouMean, type Problem } from '../content/problems.ts';
import { assembleBank, type Bank } from '../content/quizzes.ts';
import { createWords } from '../content/words.ts';
import type { Level, LevelId } from '../rules/types.ts';
import { loadContent, readFolder } from '../server/library.ts';
import { MAX_SEED } from '../telling/seed.ts';
import type { TellingKey, Vocabulary } from '../telling/wording.ts';

/** What a shell is told when a command was called wrongly. */
export const WRONG_USE = 2;
export const CONTENT_FOLDER = fileURLToPath(new URL('../../levels', import.meta.url));

/** `text` and number options take a value, `texts` any number of them, `flag` options none. */
export type OptionKind = 'text' | 'texts' | 'flag' | NumberOption;
export interface NumberOption {
  least: number;
  most: number;
}
export const SEED: NumberOption = { least: 0, most: MAX_SEED };

type ValueOf<Kind extends OptionKind> = Kind extends 'text' ? string | undefined : Kind extends 'texts' ? readonly string[] : Kind extends 'flag' ? boolean : number | undefined;
export interface CommandLine<Options extends Record<string, OptionKind>> {
  options: { [Name in keyof Options]: ValueOf<Options[Name]> };
  rest: readonly string[];
}

/** A mistake of whoever called the tool: its message is all they see. */
export class WrongUse extends Error {}

/**
 * Reads the arguments after the script's name. Every tool has `--help`.
 * @param rest how many arguments without a name are allowed
 * @throws {WrongUse}
 */
export function readCommandLine<const Options extends Record<string, OptionKind>>(args: readonly string[], kinds: Options, rest = 0): CommandLine<Options> & { help: boolean } {
  const config = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, kind === 'flag' ? { type: 'boolean' as const } : { type: 'string' as const, multiple: kind === 'texts' }]),
  );
  const known = [...Object.keys(kinds), 'help'];
  const parsed = parseArgs({ args: joinNegative(args), options: { ...config, help: { type: 'boolean', short: 'h' } }, allowPositionals: true, strict: false, tokens: true });
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue;
    if (!known.includes(token.name))
      throw new WrongUse(sentence(`unknown option ${token.rawName}`, didYouMean(token.name, known), `known options: ${known.map((name) => `--${name}`).join(', ')}`));
    const takesValue = token.name !== 'help' && kinds[token.name] !== 'flag';
    if (takesValue && token.value === undefined) throw new WrongUse(sentence(`option --${token.name} needs a value`));
    if (!takesValue && token.value !== undefined) throw new WrongUse(sentence(`option --${token.name} takes no value`));
  }
  if (parsed.positionals.length > rest) throw new WrongUse(sentence(`unexpected argument "${parsed.positionals[rest]}"`));
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => {
      const value = parsed.values[name];
      if (kind === 'flag') return [name, value === true];
      if (kind === 'texts') return [name, value ?? []];
      return [name, typeof kind === 'object' && typeof value === 'string' ? readNumber(name, value, kind) : value];
    }),
  );
  return { options: options as CommandLine<Options>['options'], rest: parsed.positionals, help: parsed.values.help === true };
}

/** "--seed -1" would be read as two options. */
function joinNegative(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (/^-\d/.test(arg) && before !== undefined && /^--[\w-]+$/.test(before)) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function readNumber(name: string, text: string, { least, most }: NumberOption): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new WrongUse(sentence(`option --${name} is "${text}"`, `a whole number from ${least} to ${most} is expected`));
  return value;
}

function sentence(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined).join('; ')}.`;
}

/** @throws {WrongUse} when the content folder holds mistakes, with all of them */
export function readContent(): { content: Content; words: Vocabulary } {
  const assembled = loadContent(CONTENT_FOLDER);
  if (!assembled.ok) throw mistakes(assembled.problems);
  return { content: assembled.content, words: createWords<TellingKey>(assembled.content.text, 'en') };
}

/** @throws {WrongUse} when the quizzes of the content folder hold mistakes, with all of them */
export function readBank(content: Content): Bank {
  const read = readFolder(CONTENT_FOLDER);
  const assembled = read.ok ? assembleBank(read.files, content) : read;
  if (!assembled.ok) throw mistakes(assembled.problems);
  return assembled.bank;
}

function mistakes(problems: readonly Problem[]): WrongUse {
  return new WrongUse(['The content has mistakes:', ...problems.map(({ message }) => `  ${message}`)].join('\n'));
}

/** @throws {WrongUse} naming the levels there are */
export function findLevel(content: Content, name: string): Level {
  const level = content.levels.get(name as LevelId);
  const known = [...content.levels.keys()];
  if (level === undefined) throw new WrongUse(sentence(`unknown level "${name}"`, didYouMean(name, known), `known levels: ${known.join(', ')}`));
  return level;
}

/** What the shell passed on goes to a terminal again. */
const CONTROLS = /[^\P{Cc}\n]/gu;

/** Runs a tool; a mistake of its caller becomes a message and an exit code, not a stack. */
export async function run(tool: () => void | Promise<void>): Promise<void> {
  // A reader such as `head` may leave before the tool is done.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    await tool();
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    console.error(error.message.replace(CONTROLS, '\ufffd'));
    process.exitCode = WRONG_USE;
  }
}
