// `npm run validate`: whether the content, or the files of a stranger, are what the game expects; and what the rules rest on.

import { basename, relative } from 'node:path';
import { type Coverage, coverageOf } from '../content/coverage.ts';
import { type Assembled, assemble, type Content, type ContentFile, parseStrangerLevel } from '../content/crossref.ts';
import { MAX_SIZE, parseFile } from '../content/parse.ts';
import { Findings, type Problem } from '../content/problems.ts';
import { assembleBank, type Bank, isOfQuiz, parseStrangerQuiz, questionsIn } from '../content/quizzes.ts';
import { KINDS, type Kind } from '../content/schemas.ts';
import { SOURCE_LANGUAGE } from '../content/wordChecks.ts';
import { type Cue, cuesIn, SUSPECT, scaleWiles, type Wiles, wilesOf } from '../quiz/cues.ts';
import { ITEM_KINDS, type Quiz, THINKING } from '../quiz/types.ts';
import type { Level } from '../rules/types.ts';
import { readBounded, reasonOf } from '../server/files.ts';
import { READABLE, readFolder } from '../server/library.ts';
import { CONTENT_FOLDER, readCommandLine, run, WrongUse } from './commandLine.ts';

const SCHEMA_NAMED = /"\$schema"\s*:\s*"([^"]{1,200})"/;

const USAGE = `npm run validate -- [--json] [FILES]

Without files: checks everything in levels/ and reports which claims no rule uses, which rules no claim supports, and which
quiz items somebody could get right who knows how tests are written and nothing of the matter.
With files: checks each as a level of your own, which carries its words under "text"; or, where its "$schema" names another
kind such as stranger-quiz.schema.json or cards.schema.json, as a quiz of your own or in the place of the shipped file of
that kind. Exits with 1 when something is wrong.`;

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
  const read = readFolder(CONTENT_FOLDER);
  const assembled = read.ok ? assemble(read.files) : read;
  if (rest.length === 0) reportContent(assembled, read.ok ? read.files : [], options.json);
  else if (read.ok && assembled.ok)
    reportFiles(
      rest.map((file) => judge(file, read.files, assembled.content)),
      options.json,
    );
  else if (!assembled.ok) throw new WrongUse(['levels/ has mistakes of its own, which come first:', ...assembled.problems.map(({ message }) => message)].join('\n'));
});

function reportContent(assembled: Assembled, files: readonly ContentFile[], json: boolean): void {
  const banked = assembled.ok ? assembleBank(files, assembled.content) : null;
  if (!assembled.ok || banked?.ok !== true) {
    process.exitCode = 1;
    const problems = !assembled.ok ? assembled.problems : banked?.ok === false ? banked.problems : [];
    if (json) console.log(JSON.stringify({ ok: false, problems }));
    else for (const { message } of problems) console.error(message);
    return;
  }
  const { content } = assembled;
  const coverage = coverageOf(content);
  const cues = cuesOf(banked.bank);
  const ok = coverage.unusedClaims.length === 0 && cues.items.length === 0 && cues.wiles.every(({ above }) => above <= SUSPECT);
  if (!ok) process.exitCode = 1;
  if (json) console.log(JSON.stringify({ ok, problems: [], coverage, cues }));
  else console.log(`${describe(content, coverage)}\n${describeBank(banked.bank, cues)}`);
}

interface BankCues {
  items: readonly Cue[];
  wiles: readonly Wiles[];
}

function cuesOf(bank: Bank): BankCues {
  const questions = questionsIn(bank, SOURCE_LANGUAGE);
  return { items: cuesIn(questions), wiles: [...wilesOf(questions), ...scaleWiles(questions)] };
}

function describeBank({ quizzes, items, misconceptions }: Bank, cues: BankCues): string {
  const all = [...items.values()];
  const counted = <Value extends string>(values: readonly Value[], of: (item: (typeof all)[number]) => Value) =>
    values.map((value) => `${value} ${all.filter((item) => of(item) === value).length}`).join(', ');
  const twins = all.filter(({ twinOf }) => twinOf !== null).length;
  return [
    `The quiz has ${all.length} items (${twins} of them twins) in ${quizzes.length} topics, and ${misconceptions.size} misconceptions.`,
    `By kind: ${counted(ITEM_KINDS, ({ kind }) => kind)}. By thinking: ${counted(THINKING, ({ thinking }) => thinking)}.`,
    'What players win who know no more than how tests are written, in items of one right answer:',
    ...cues.wiles.map(({ wile, won, chance, items, above }) => `  ${above > SUSPECT ? '!' : ' '} ${wile}: ${won.toFixed(1)} of ${items}, ${chance.toFixed(1)} by chance`),
    ...cues.items.map(({ cue, item, by }) => `  ! ${item}: ${cue} (${by})`),
  ].join('\n');
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

function judge(path: string, shipped: readonly ContentFile[], content: Content): Verdict {
  const file = relative(process.cwd(), path) || path;
  let data: Uint8Array;
  try {
    data = readBounded(path, MAX_SIZE);
  } catch (error) {
    return { file, kind: 'stranger-level', problems: unreadable(file, error) };
  }
  const kind = kindOf(data);
  if (kind === 'stranger-level') {
    const judged = parseStrangerLevel(file, data, content);
    return { file, kind, problems: judged.ok ? [] : judged.problems };
  }
  if (kind === 'stranger-quiz') {
    const judged = parseStrangerQuiz(file, data, content);
    return { file, kind, problems: judged.ok ? [] : judged.problems };
  }
  const judged = parseFile(kind, file, data);
  return { file, kind, problems: judged.ok ? amongOthers(file, kind, data, judged.value, shipped, content) : judged.problems };
}

function unreadable(file: string, error: unknown): readonly Problem[] {
  const findings = new Findings();
  findings.add({ file, path: '', found: reasonOf(error), expected: READABLE });
  return findings.problems;
}

/** What is wrong with a sound file once it takes the place of the shipped one. */
function amongOthers(file: string, kind: Kind, data: Uint8Array, value: unknown, shipped: readonly ContentFile[], content: Content): Problem[] {
  const own = placeOf(file, kind, value);
  const files = [...shipped.filter(({ name }) => name !== own), { name: own, text: data }];
  const assembled = isOfQuiz(own) ? assembleBank(files, content) : assemble(files);
  return assembled.ok ? [] : assembled.problems.map((problem) => (problem.file === own ? { ...problem, file, message: problem.message.replace(own, file) } : problem));
}

/** Which shipped file a sound one would replace. */
function placeOf(file: string, kind: Kind, value: unknown): string {
  if (kind === 'level') return `${(value as Level).id}.json`;
  if (kind === 'quiz') return `quiz/${(value as Quiz).id}.json`;
  if (kind === 'text/quiz') return `text/en/quiz/${basename(file)}`;
  return kind.startsWith('text/') ? `text/en/${basename(kind)}.json` : `${kind}.json`;
}

/** The kind that a file's "$schema" names near its beginning. */
function kindOf(data: Uint8Array): Kind {
  const [, schema = ''] = SCHEMA_NAMED.exec(Buffer.from(data.subarray(0, 1000)).toString('latin1')) ?? [];
  const name = basename(schema, '.schema.json').replace(/^text-/, 'text/');
  return KINDS.find((kind) => kind === name) ?? 'stranger-level';
}
