// `npm run validate`: whether the content, or the files of a stranger, are what the game expects; and what the rules rest on.

import { readFileSync, statSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { type Coverage, coverageOf } from '../content/coverage.ts';
import { type Content, parseStrangerLevel } from '../content/crossref.ts';
import { MAX_SIZE, parseFile } from '../content/parse.ts';
import { Findings, type Problem } from '../content/problems.ts';
import { KINDS, type Kind } from '../content/schemas.ts';
import { CONTENT_FOLDER, readCommandLine, run, WrongUse } from './commandLine.ts';
import { loadContent } from './library.ts';

const SCHEMA_NAMED = /"\$schema"\s*:\s*"([^"]{1,200})"/;

const USAGE = `npm run validate -- [--json] [FILES]

Without files: checks everything in levels/ and reports which claims no rule uses and which rules no claim supports.
With files: checks each as a level of your own, which carries its words under "text"; or, where its "$schema" names another
kind such as cards.schema.json, as a file of that kind. Exits with 1 when something is wrong.`;

interface Verdict {
  file: string;
  kind: Kind;
  problems: readonly Problem[];
}

await run(() => {
  const { options, rest, help } = readCommandLine(process.argv.slice(2), { json: 'flag' }, 1000);
  if (help) {
    console.log(USAGE);
    return;
  }
  const assembled = loadContent(CONTENT_FOLDER);
  if (rest.length === 0) reportContent(assembled, options.json);
  else if (assembled.ok)
    reportFiles(
      rest.map((file) => judge(file, assembled.content)),
      options.json,
    );
  else throw new WrongUse(['levels/ has mistakes of its own, which come first:', ...assembled.problems.map(({ message }) => message)].join('\n'));
});

function reportContent(assembled: ReturnType<typeof loadContent>, json: boolean): void {
  if (!assembled.ok) {
    process.exitCode = 1;
    if (json) console.log(JSON.stringify({ ok: false, problems: assembled.problems }));
    else for (const { message } of assembled.problems) console.error(message);
    return;
  }
  const { content } = assembled;
  const coverage = coverageOf(content);
  const ok = coverage.unusedClaims.length === 0;
  if (!ok) process.exitCode = 1;
  if (json) console.log(JSON.stringify({ ok, problems: [], coverage }));
  else console.log(describe(content, coverage));
}

function describe({ levels, library }: Content, { unusedClaims, unsupportedRules, labels }: Coverage): string {
  const readings = library.topics.reduce((sum, topic) => sum + topic.readings.length, 0);
  return [
    `levels/ is sound: ${levels.size} levels, ${library.cards.length} cards, ${library.moves.length} events, ${readings} intelligence items on ${library.topics.length} matters.`,
    `Of ${Object.keys(library.ledger).length} rules the article says ${labels.says}, ${labels.infers} are inferred from it and ${labels.ours} are ours.`,
    unusedClaims.length === 0 ? 'Every claim that is neither a fact nor a question is used by a rule.' : `No rule uses these claims: ${unusedClaims.join(', ')}`,
    `Rules that no claim supports (${unsupportedRules.length}):`,
    ...unsupportedRules.map((rule) => `  ${rule}`),
  ].join('\n');
}

function reportFiles(verdicts: readonly Verdict[], json: boolean): void {
  const ok = verdicts.every(({ problems }) => problems.length === 0);
  if (!ok) process.exitCode = 1;
  if (json) {
    console.log(JSON.stringify({ ok, files: verdicts.map((verdict) => ({ ...verdict, ok: verdict.problems.length === 0 })) }));
    return;
  }
  for (const { file, kind, problems } of verdicts) {
    if (problems.length === 0) console.log(`${file}: sound (${kind})`);
    for (const { message } of problems) console.error(message);
  }
}

function judge(path: string, content: Content): Verdict {
  const file = relative(process.cwd(), path) || path;
  const data = readBounded(path, file);
  if (!(data instanceof Uint8Array)) return { file, kind: 'stranger-level', problems: data };
  const kind = kindOf(data);
  const judged = kind === 'stranger-level' ? parseStrangerLevel(file, data, content) : parseFile(kind, file, data);
  return { file, kind, problems: judged.ok ? [] : judged.problems };
}

/** The bytes of a file, or why they are not read. */
function readBounded(path: string, file: string): Uint8Array | readonly Problem[] {
  const findings = new Findings();
  try {
    const { size } = statSync(path);
    if (size <= MAX_SIZE) return readFileSync(path);
    findings.add({ file, path: '', found: `${size} bytes`, expected: `a file of at most ${MAX_SIZE} bytes` });
  } catch (error) {
    findings.add({ file, path: '', found: error instanceof Error ? error.message : String(error), expected: 'a file that can be read' });
  }
  return findings.problems;
}

/** The kind that a file's "$schema" names near its beginning. */
function kindOf(data: Uint8Array): Kind {
  const [, schema = ''] = SCHEMA_NAMED.exec(Buffer.from(data.subarray(0, 1000)).toString('latin1')) ?? [];
  const name = basename(schema, '.schema.json').replace(/^text-/, 'text/');
  return KINDS.find((kind) => kind === name) ?? 'stranger-level';
}
