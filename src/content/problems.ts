// What is wrong with a file, in words its author can act on.
// File names and contents are strangers': nothing of theirs reaches a message but shortened and without control characters.

export interface Problem {
  file: string;
  /** Where in the file, such as `deck[3]`; empty for the file as a whole. */
  path: string;
  found: string;
  expected: string;
  /** All of it in one sentence, with the cure where there is one. */
  message: string;
}

export const MAX_PROBLEMS = 20;
const SHOWN_CHARACTERS = 60;
const PATH_CHARACTERS = 160;

/** Controls (the line feed apart), bidirectional controls, invisible separators and tags, and lone surrogates. */
export const UNPRINTABLE = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/u;
const ALL_UNPRINTABLE = new RegExp(UNPRINTABLE.source, 'gu');

export interface Finding {
  file: string;
  path: readonly PropertyKey[] | string;
  found: string;
  expected: string;
  cure?: string | undefined;
}

/** Collects problems; beyond the twentieth it only counts them. */
export class Findings {
  #list: Problem[] = [];
  #count = 0;
  #lastFile = '';

  get any(): boolean {
    return this.#count > 0;
  }

  add(finding: Finding): void {
    this.#count++;
    this.#lastFile = finding.file;
    if (this.#count <= MAX_PROBLEMS) this.#list.push(problemOf(finding));
  }

  /** Counts problems that nobody will read. */
  addUnseen(count: number): void {
    this.#count += count;
  }

  /** Adds another file's findings. */
  takeOver(other: Findings): void {
    if (!other.any) return;
    const room = Math.max(0, MAX_PROBLEMS - this.#list.length);
    this.#list.push(...other.#list.slice(0, room));
    this.#count += other.#count;
    this.#lastFile = other.#lastFile;
  }

  get full(): boolean {
    return this.#count >= MAX_PROBLEMS;
  }

  get problems(): Problem[] {
    const more = this.#count - MAX_PROBLEMS;
    if (more <= 0) return this.#list;
    const file = printable(this.#lastFile, 120);
    return [...this.#list, { file, path: '', found: `${more} more`, expected: 'none', message: `${file}: and ${more} more ${more === 1 ? 'problem' : 'problems'}.` }];
  }
}

function problemOf(finding: Finding): Problem {
  const file = printable(finding.file, 120);
  const path = printable(typeof finding.path === 'string' ? finding.path : pathOf(finding.path), 200);
  const found = printable(finding.found, 200);
  const expected = printable(finding.expected, 800);
  const place = path === '' ? '' : `at ${path}, `;
  const cure = finding.cure === undefined ? '' : `; ${printable(finding.cure, 200)}`;
  return { file, path, found, expected, message: `${file}: ${place}found ${found} where ${expected} is expected${cure}.` };
}

/** A value of a file as it would be written there, shortened. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return printable(JSON.stringify(value), SHOWN_CHARACTERS);
}

function printable(text: string, length: number): string {
  const short = text.length > length ? `${text.slice(0, length)}…` : text;
  return short.replace(ALL_UNPRINTABLE, '\ufffd').replaceAll('\n', ' ');
}

/** `['endings', 0, 'when']` as `endings[0].when`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  const whole = keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    const name = /^[\w$.-]{1,80}$/.test(String(key)) ? String(key) : show(String(key));
    return path === '' ? name : `${path}.${name}`;
  }, '');
  return printable(whole, PATH_CHARACTERS);
}

/** A cure that names the option most like the word, when one is near. */
export function didYouMean(word: unknown, options: Iterable<unknown>): string | undefined {
  if (typeof word !== 'string' || word.length > 64) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const option of options) {
    if (typeof option !== 'string') continue;
    const edits = distance(word, option);
    if (edits < least) [best, least] = [option, edits];
  }
  return best === undefined ? undefined : `perhaps "${best}" is meant`;
}

/** Levenshtein's distance. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 0; i < left.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j++) {
      next.push(Math.min((row[j] as number) + (left[i] === right[j] ? 0 : 1), (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row[right.length] as number;
}
