// The door: one unknown file in, a trusted value or its problems out. Nothing a file holds makes it throw, hang or recurse deeply.

import type { z } from 'zod';
import { didYouMean, type Finding, Findings, type Problem, pathOf, show } from './problems.ts';
import { placeOf, scan } from './scan.ts';
import { type Kind, type Parsed, SCHEMAS } from './schemas.ts';

/** Largest content file, bytes (characters, where a text is given). */
export const MAX_SIZE = 1 << 20;

export type FileData = string | Uint8Array;
export type ParseResult<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] };

/**
 * One file of a known kind.
 * @param name what messages call it
 */
export function parseFile<K extends Kind>(kind: K, name: string, data: FileData): ParseResult<Parsed<K>> {
  const findings = new Findings();
  const value = parseInto(findings, kind, name, data);
  return value === undefined ? { ok: false, problems: findings.problems } : { ok: true, value };
}

/** The same, adding to a list of findings; undefined when the file is refused. */
export function parseInto<K extends Kind>(findings: Findings, kind: K, name: string, data: FileData): Parsed<K> | undefined {
  const own = new Findings();
  const json = readJson(own, name, data);
  const value = json === undefined ? undefined : (checkAgainst(SCHEMAS[kind] as z.ZodType, own, name, json.value) as Parsed<K> | undefined);
  findings.takeOver(own);
  return value;
}

/** JSON of strangers, looked over before it is parsed; undefined when it is refused. */
export function readJson(findings: Findings, file: string, data: FileData): { value: unknown } | undefined {
  if (data.length > MAX_SIZE) {
    findings.add({ file, path: '', found: `${data.length} bytes`, expected: `a file of at most ${MAX_SIZE} bytes` });
    return undefined;
  }
  const text = typeof data === 'string' ? data.replace(/^\ufeff/, '') : decode(findings, file, data);
  if (text === undefined) return undefined;
  if (text.trim() === '') findings.add({ file, path: '', found: 'an empty file', expected: 'JSON' });
  else scan(file, text, findings);
  return findings.any ? undefined : { value: JSON.parse(text) };
}

/** All that this folder asks of its platform: there in browsers and in Node alike. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** What bytes say, whatever they are. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function decode(findings: Findings, file: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = textOf(bytes);
    const path = placeOf(text, Math.max(0, text.indexOf('\ufffd')));
    findings.add({ file, path, found: 'bytes that are not UTF-8', expected: 'text in UTF-8', cure: 'save the file as UTF-8' });
    return undefined;
  }
}

/** A value that a schema trusts; undefined when it is refused. */
export function checkAgainst<Value>(schema: z.ZodType<Value>, findings: Findings, file: string, value: unknown): Value | undefined {
  const parsed = schema.safeParse(value, { error: expectation });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues.flatMap(eachKey)) {
    if (findings.full) findings.addUnseen(1);
    else findings.add(findingOf(file, value, issue));
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;
const KNOWN_KEYS = 'only the keys ';

/** One issue for each unknown key. */
function eachKey(issue: Issue): Issue[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
}

function findingOf(file: string, root: unknown, issue: Issue): Finding {
  const { path, message: expected } = issue;
  const value = valueAt(root, path);
  const finding = { file, path, found: show(value), expected };
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      const cure = didYouMean(key, expected.replace(KNOWN_KEYS, '').split(', ')) ?? 'remove it';
      return { ...finding, path: [...path, key], found: `the unknown key ${show(key)}`, cure };
    }
    case 'custom': {
      const { found, cure } = (issue.params ?? {}) as { found?: string; cure?: string };
      return { ...finding, found: found ?? finding.found, cure };
    }
    case 'invalid_value':
      return { ...finding, cure: didYouMean(value, issue.values) };
    case 'invalid_union': {
      // A fault inside one branch says more than that no branch fits.
      const inner = issue.errors.flat().find((nested) => nested.path.length > 0);
      return inner === undefined ? finding : findingOf(file, root, { ...inner, path: [...path, ...inner.path] });
    }
    default:
      return { ...finding, cure: value === undefined ? `add "${pathOf(path.slice(-1))}"` : undefined };
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object, { … }',
  record: 'an object, { … }',
  tuple: 'a list',
};

/** What is expected where a schema does not say it itself. */
function expectation(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 ? show(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys': {
      const known = issue.schema === undefined ? [] : keysOf(issue.schema);
      return known.length === 0 ? 'only known keys' : `${KNOWN_KEYS}${known.join(', ')}`;
    }
    case 'invalid_union':
      return !Array.isArray(issue.options) ? 'another value' : `one of ${issue.options.map(String).join(', ')}`;
    case 'too_big':
      return `${issue.exact === true ? 'exactly' : 'at most'} ${issue.maximum}`;
    case 'too_small':
      return `${issue.exact === true ? 'exactly' : 'at least'} ${issue.minimum}`;
    default:
      return 'another value';
  }
}

function keysOf(schema: z.core.$ZodType): string[] {
  const { def } = schema._zod;
  return 'shape' in def ? Object.keys(def.shape as object) : [];
}
