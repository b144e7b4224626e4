import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesOf, weigh } from '../../src/tools/build/weights.ts';
import { ROOT } from './product.ts';

const BUILT = `${ROOT}dist/client`;

let planted: string;
beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'counterweight-size-'));
});
afterAll(() => {
  rmSync(planted, { recursive: true });
});

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
}

/** The real build with more in it. */
function plant(chunks: Readonly<Record<string, Chunk>>, files: Readonly<Record<string, Uint8Array | string>>): void {
  rmSync(planted, { recursive: true });
  cpSync(BUILT, planted, { recursive: true });
  const manifest = join(planted, '.vite/manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), ...chunks }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(planted, file), text);
}

async function over(folder: string): Promise<string[]> {
  return linesOf(await weigh(folder)).flatMap((line) => (line.over ? [line.part] : []));
}

function size(...args: readonly string[]) {
  return spawnSync(process.execPath, ['src/tools/size.ts', ...args], { cwd: ROOT, encoding: 'utf8' });
}

/** A file and what the build laid beside it. */
function heavy(file: string, kB: number): Record<string, Uint8Array> {
  const bytes = Buffer.alloc(kB * 1000);
  return { [file]: bytes, [`${file}.br`]: bytes, [`${file}.gz`]: bytes };
}

describe('the built client', () => {
  test('keeps its budgets', async () => {
    const lines = linesOf(await weigh(BUILT));
    expect(lines.filter(({ over }) => over)).toEqual([]);
    for (const part of ['shell', 'content', 'pages', 'theatre', 'sound', 'looks', 'later'] as const)
      expect(lines.find((line) => line.part === part)?.brotli, part).toBeGreaterThan(1000);
  });

  test('asks for the map at once, behind what the title needs', () => {
    const map = JSON.parse(readFileSync(`${BUILT}/.vite/manifest.json`, 'utf8'))['theatre/theatre.ts'] as Chunk | undefined;
    const asked = [...readFileSync(`${BUILT}/index.html`, 'utf8').matchAll(/<link rel="modulepreload"[^>]* fetchpriority="low" href="\.\/([^"]+)"/g)].map(([, file]) => file);
    expect(map).toBeDefined();
    expect(asked).toEqual([map?.file]);
  });

  test('counts every file once', async () => {
    const onDisk = readdirSync(BUILT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !/\.(?:br|gz)$|manifest/.test(entry.name));
    expect((await weigh(BUILT)).length).toBe(onDisk.length);
  });
});

describe('a planted weight is found', () => {
  test('a shell too heavy, by what it imports', async () => {
    const index = JSON.parse(readFileSync(`${BUILT}/.vite/manifest.json`, 'utf8'))['index.html'] as Chunk;
    plant({ 'index.html': { ...index, imports: [...(index.imports ?? []), '_heavy.js'] }, '_heavy.js': { file: 'assets/heavy.js' } }, heavy('assets/heavy.js', 80));
    expect(await over(planted)).toEqual(['shell']);
  });

  test.each([
    ['theatre', 'theatre/game.ts', 250],
    ['sound', 'audio/mixer.ts', 400],
    ['content', 'shelf.ts', 150],
    ['pages', 'screens/campaign.tsx', 120],
  ])('in %s', async (part, src, kB) => {
    plant({ [src]: { file: 'assets/planted.js', src, isDynamicEntry: true } }, heavy('assets/planted.js', kB));
    expect(await over(planted)).toContain(part);
    const { status, stdout } = size(planted);
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${part} .*OVER`, 'm'));
  });

  test('in a file that no chunk names, and in the whole of a first visit', async () => {
    plant({}, heavy('assets/unknown.bin', 900));
    expect(await over(planted)).toEqual(['looks', 'firstVisit']);
  });

  test('but not in what only the debrief needs', async () => {
    plant({ 'debrief/planted.tsx': { file: 'assets/planted.js', src: 'debrief/planted.tsx', isDynamicEntry: true } }, heavy('assets/planted.js', 900));
    expect(await over(planted)).toEqual([]);
  });
});

describe('npm run size', () => {
  test('says what the build weighs', () => {
    const { status, stdout } = size();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^shell +\d+\.\d +\d+\.\d +60/m);
  });

  test('says in words that there is no build, or half of one', () => {
    expect(size('nowhere')).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run build') });
    plant({ 'a.ts': { file: 'assets/absent.js', src: 'a.ts', isDynamicEntry: true } }, {});
    expect(size(planted)).toMatchObject({ status: 2, stderr: expect.stringContaining('assets/absent.js is missing') });
  });
});
