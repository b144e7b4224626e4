import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { PATIENCE, ROOT, readContent } from './product.ts';

const content = readContent();
const LEVELS = [...content.levels.values()];
const level = LEVELS.find(({ id }) => id === 'pyongyang-2024') ?? LEVELS[0];
if (level === undefined) throw new Error('There is no level to play');

function run(tool: 'play' | 'replay', args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/tools/${tool}.ts`, ...args], { cwd: ROOT, encoding: 'utf8', input, timeout: PATIENCE });
  return { status, stdout, stderr };
}

const codeIn = (text: string) => /CW1\.[\w.-]+/.exec(text)?.[0] ?? '';
const hashIn = (text: string) => /hash: ([0-9a-f]{16})/.exec(text)?.[1] ?? '';

describe('the terminal', () => {
  test.each(LEVELS.map(({ id, turns }) => [id, turns] as const))('plays %s to its debrief, and replays it to the same hash', (id, turns) => {
    const played = run('play', ['--level', id, '--seed', '7'], 'why 1\n1\nbelief 70\nevent 20\ngo\n'.repeat(turns));
    expect(played).toMatchObject({ status: 0, stderr: '' });
    const replayed = run('replay', [codeIn(played.stdout)]);
    expect(replayed.status).toBe(0);
    expect(hashIn(replayed.stdout)).toBe(hashIn(played.stdout));
    expect(hashIn(played.stdout)).not.toBe('');
    const file = join(mkdtempSync(join(tmpdir(), 'counterweight-')), 'code.txt');
    writeFileSync(file, `${codeIn(played.stdout)}\n`);
    expect(JSON.parse(run('replay', [file, '--json']).stdout)).toMatchObject({ hash: hashIn(played.stdout) });
  });

  test('is readable at 80 columns', () => {
    const { stdout } = run('play', ['--level', level.id, '--seed', '7'], 'go\n'.repeat(level.turns));
    const wide = stdout.split('\n').filter((line) => line.length > 80 && !line.startsWith('CW1.'));
    expect(wide).toEqual([]);
  });

  test('ends with the code to go on when its input ends early, and goes on from it', () => {
    const left = run('play', ['--level', level.id, '--seed', '7'], 'go\n');
    expect(left.status).toBe(1);
    const gone = run('play', ['--code', codeIn(left.stdout)], 'go\n'.repeat(level.turns - 1));
    expect(gone.status).toBe(0);
    expect(hashIn(gone.stdout)).not.toBe('');
  });

  test('undoes the cards only, and shows what was stated', () => {
    const { stdout } = run('play', ['--level', level.id, '--seed', '7'], '1\nbelief 83\nundo\nshow\n');
    const shown = stdout.slice(stdout.indexOf(english.cards.cleared));
    expect(shown).toContain('not yet committed: 83%');
    expect(shown).not.toMatch(/^\* \d/m);
  });

  const asking = LEVELS.find(({ checkpoints }) => checkpoints.length > 0);
  const waits = asking?.checkpoints[0]?.turn ?? 0;
  const upTo = (line: string) => `${line}\n`.repeat(waits);

  test('asks the question of a checkpoint, explains a miss, asks again, and plays on', () => {
    const every = ['1', '2', '3', '1 2', '1 2 3', '1 2 3 4', '1 2 3 4 5', '1 1', '1 1 1', '1 1 1 1'].map((numbers) => `answer ${numbers}\nsure 1\n`).join('');
    const { stdout, status, stderr } = run(
      'play',
      ['--level', asking?.id ?? '', '--seed', '7'],
      `${upTo('go')}question\n${every}question\nshow\n${'go\n'.repeat(asking?.turns ?? 0)}`,
    );
    expect([status, stderr]).toEqual([0, '']);
    const flat = stdout.replaceAll(/\s+/g, ' ');
    expect(flat).toContain(english.terminal.question.waits);
    expect(flat).toContain(english.checkpoint.lead);
    expect(flat).toContain(english.asking.result.claim);
    expect(flat).toContain(english.terminal.question.none);
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.startsWith('CW1.'))).toEqual([]);
    const replayed = run('replay', [codeIn(stdout)]);
    expect(hashIn(replayed.stdout)).toBe(hashIn(stdout));
  });

  test('asks programs without the key, marks what they answer, and takes no word of theirs for it', () => {
    const hold = '{"kind":"decide","cards":[]}';
    const lines = (input: string) =>
      run('play', ['--level', asking?.id ?? '', '--seed', '7', '--json'], `${upTo(hold)}${input}\n`)
        .stdout.trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const asked = lines('').find(({ type }) => type === 'question') as { kind: string; item: string };
    expect(JSON.stringify(asked)).not.toMatch(/"(?:key|misconception|early|wrong)"/);
    const boasting = lines(`{"kind":"answer","item":"${asked.item}","response":null,"earned":true}`);
    expect(boasting).toContainEqual(expect.objectContaining({ type: 'problem' }));
    const refused = lines('{"kind":"answer","response":{"kind":"none"},"confidence":2}');
    expect(refused).toContainEqual(expect.objectContaining({ type: 'problem' }));
    const open = asked as unknown as { steps?: { id: string }[]; options?: { id: string }[]; edges?: { id: string; sign?: string }[] };
    const response = open.steps
      ? { kind: 'order', steps: open.steps.map(({ id }) => id) }
      : open.edges
        ? { kind: 'signs', signs: Object.fromEntries(open.edges.filter(({ sign }) => sign === undefined).map(({ id }) => [id, 'none'])) }
        : asked.kind === 'several'
          ? { kind: 'several', options: [open.options?.[0]?.id] }
          : { kind: asked.kind, option: open.options?.[0]?.id };
    const answered = lines(JSON.stringify({ kind: 'answer', response, confidence: 2 }));
    const marked = answered.find(({ type }) => type === 'marked') as { key: unknown; right: boolean };
    expect(marked).toMatchObject({ item: asked.item, confidence: 2 });
    expect(answered.filter(({ type }) => type === 'question')).toHaveLength(marked.right ? 1 : 2);
    const right = lines(JSON.stringify({ kind: 'answer', response: marked.key, confidence: 3 }));
    expect(right).toContainEqual(expect.objectContaining({ type: 'marked', right: true, points: 3, earned: true }));
  });

  test('gives programs one JSON object a line, without secrets before the debrief', () => {
    const choices = '{"kind":"forecast","belief":700}\n{"kind":"decide","cards":[]}\n';
    const { status, stdout } = run('play', ['--level', level.id, '--seed', '7', '--json'], choices.repeat(level.turns));
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; hash?: string });
    expect(status).toBe(0);
    expect(lines.at(-1)).toMatchObject({ type: 'debrief', hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    const before = stdout.slice(0, stdout.indexOf('"type":"debrief"'));
    expect(before).not.toMatch(/"hidden"|"gift|"bond"|"observer"|"ideal"/);
  });

  test.each([
    ['not JSON', 'problem'],
    ['{"kind":"decide","cards":["no-such-card"]}', 'refused'],
    ['{"kind":"forecast","belief":1001}', 'refused'],
    ['{"kind":"decide","cards":[1]}', 'problem'],
    ['null', 'problem'],
  ])('answers the line %s with what is wrong', (line, type) => {
    const { status, stdout } = run('play', ['--level', level.id, '--json'], `${line}\n`);
    expect(status).toBe(2);
    expect(stdout).toContain(`"type":"${type}"`);
  });

  test.each([
    ['play', ['--level', 'pyongyang'], /unknown level "pyongyang".*pyongyang-2024/],
    ['play', ['--seed', '-1'], /--seed is "-1".*whole number/],
    ['play', ['--seed', '4294967296'], /whole number/],
    ['play', ['--sead', '1'], /unknown option --sead.*perhaps "seed"/],
    ['play', ['--seed'], /needs a value/],
    ['play', ['--json=yes'], /takes no value/],
    ['play', ['--code', 'CW1.x'], /no replay code/],
    ['play', ['elsewhere'], /unexpected argument/],
    ['replay', [], /Give a replay code/],
    ['replay', ['no-such-file'], /neither a replay code nor a file/],
    ['replay', ['src'], /neither a replay code nor a file/],
  ] as const)('%s %j is refused in words', (tool, args, message) => {
    const { status, stderr } = run(tool, args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  test.each(['play', 'replay'] as const)('%s --help explains itself', (tool) => {
    expect(run(tool, ['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage:') });
  });
});
