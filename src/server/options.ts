// What the command line and the environment ask of the server.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { say } from './words.ts';

export const DEFAULTS = { port: 4173, host: '0.0.0.0', data: 'data', days: 30, sessions: 200 };
const LAST_PORT = 65_535;
const MOST_DAYS = 3650;
const MOST_SESSIONS = 2000;

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Options {
  port: number;
  host: string;
  /** Folder of sessions and the start-up key; null: all is kept in memory. */
  data: string | null;
  /** Whether anybody may create sessions. */
  open: boolean;
  /** By which others reach it, where that is no address of this machine. */
  publicUrl: string | null;
  /** Whether a new start-up key is made. */
  newKey: boolean;
  /** Days after which sessions are deleted. */
  days: number;
  /** Sessions at once. */
  sessions: number;
  log: LogLevel;
  help: boolean;
}

export class WrongOption extends Error {}

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  memory: { type: 'boolean' },
  open: { type: 'boolean' },
  'public-url': { type: 'string' },
  'new-key': { type: 'boolean' },
  days: { type: 'string' },
  sessions: { type: 'string' },
  log: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws {WrongOption} in words */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const flags = readFlags(args);
  const setting = (name: 'port' | 'data' | 'public-url' | 'days' | 'sessions' | 'log', variable: string) => flags[name] ?? (environment[variable] || undefined);
  const log = setting('log', 'COUNTERWEIGHT_LOG') ?? 'warn';
  if (!isLogLevel(log)) throw new WrongOption(say('wrongLog', { found: log, levels: LOG_LEVELS.join(', ') }));
  return {
    port: readWhole('port', setting('port', 'PORT') ?? String(DEFAULTS.port), 0, LAST_PORT),
    host: flags.host ?? DEFAULTS.host,
    data: flags.memory === true ? null : resolve(setting('data', 'COUNTERWEIGHT_DATA') ?? DEFAULTS.data),
    open: flags.open ?? false,
    publicUrl: readUrl(setting('public-url', 'COUNTERWEIGHT_URL')),
    newKey: flags['new-key'] ?? false,
    days: readWhole('days', setting('days', 'COUNTERWEIGHT_DAYS') ?? String(DEFAULTS.days), 1, MOST_DAYS),
    sessions: readWhole('sessions', setting('sessions', 'COUNTERWEIGHT_SESSIONS') ?? String(DEFAULTS.sessions), 1, MOST_SESSIONS),
    log,
    help: flags.help ?? false,
  };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values;
  } catch (error) {
    throw new WrongOption(error instanceof Error ? error.message : String(error));
  }
}

function readWhole(name: 'port' | 'days' | 'sessions', text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d{1,5}$/.test(text) && value >= least && value <= most) return value;
  throw new WrongOption(name === 'port' ? say('wrongPort', { port: text }) : say('wrongWhole', { name: `--${name}`, found: text, least, most }));
}

function readUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw new WrongOption(say('wrongUrl', { found: text }));
}

function isLogLevel(text: string): text is LogLevel {
  return (LOG_LEVELS as readonly string[]).includes(text);
}
