// Renders all sounds into one sprite, and encodes it: `node assets/audio/make.ts` (wants ffmpeg). `--listen` prints each clip's level and draws its spectrum.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withMargins } from './ambience.ts';
import { type Clip, faded, filtered, levelled, loudness, peak, RATE } from './dsp.ts';
import { ROUNDS, SOUNDS } from './sounds.ts';

/** Silence between clips, and a round's margins, in milliseconds: more than any decoder is early or late. */
export const GAP = 120;

/** As howler wants it: start and length in milliseconds, whether it goes round. */
export type Sprite = Record<string, [start: number, length: number, round: boolean]>;

export interface Rendered {
  pcm: Int16Array<ArrayBuffer>;
  /** SHA-256 of the samples. */
  hash: string;
  sprite: Sprite;
  clips: readonly { name: string; clip: Clip }[];
}

export function renderAll(): Rendered {
  const effects = Object.entries(SOUNDS).map(([name, { render, level }]) => ({ name, clip: levelled(faded(filtered(render(), 'high', 40, 0.7)), level), margin: 0 }));
  const rounds = Object.entries(ROUNDS).map(([name, { render, seconds, level }]) => ({ name, clip: levelled(render(seconds), level), margin: GAP }));
  const sprite: Sprite = {};
  const pieces: { at: number; clip: Clip }[] = [];
  let now = GAP;
  for (const { name, clip, margin } of [...effects, ...rounds]) {
    const length = Math.ceil((clip.length * 1000) / RATE);
    sprite[name] = [now + margin, length, margin > 0];
    pieces.push({ at: now, clip: margin > 0 ? withMargins(clip, margin / 1000) : clip });
    now += length + 2 * margin + GAP;
  }
  const pcm = new Int16Array((now * RATE) / 1000);
  for (const { at, clip } of pieces)
    clip.forEach((x, i) => {
      pcm[(at * RATE) / 1000 + i] = Math.round(x * 32_767);
    });
  return { pcm, hash: createHash('sha256').update(new Uint8Array(pcm.buffer)).digest('hex'), sprite, clips: [...effects, ...rounds] };
}

const FORMATS = [
  { name: 'sprite.webm', options: ['-c:a', 'libopus', '-b:a', '22k', '-vbr', 'on', '-application', 'audio', '-frame_duration', '60'] },
  { name: 'sprite.mp3', options: ['-c:a', 'libmp3lame', '-b:a', '32k'] },
];

function encode(pcm: Int16Array<ArrayBuffer>, to: string, options: readonly string[]): void {
  const exact = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];
  ffmpeg(['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', 'pipe:0', ...options, ...exact, to], new Uint8Array(pcm.buffer));
}

function ffmpeg(args: readonly string[], input: Uint8Array): void {
  const { error, status, stderr } = spawnSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], { input });
  if (error !== undefined) {
    console.error('ffmpeg was not found. It encodes the sounds; install it (on Debian: apt-get install ffmpeg) and run this again.');
    process.exit(1);
  }
  if (status !== 0) throw new Error(String(stderr));
}

function listen({ clips }: Rendered): void {
  const inDecibels = (amplitude: number) => (20 * Math.log10(amplitude)).toFixed(1).padStart(6);
  for (const { name, clip } of clips)
    console.log(`${name.padEnd(18)} ${(clip.length / RATE).toFixed(2)} s  loudest ${inDecibels(loudness(clip))} dB  peak ${inDecibels(peak(clip))} dB`);
  const folder = mkdtempSync(join(tmpdir(), 'sounds-'));
  for (const { name, clip } of clips) {
    const pcm = new Uint8Array(Int16Array.from(clip, (x) => Math.round(x * 32_767)).buffer);
    ffmpeg(
      [
        '-f',
        's16le',
        '-ar',
        String(RATE),
        '-ac',
        '1',
        '-i',
        'pipe:0',
        '-lavfi',
        'showspectrumpic=s=320x240:legend=0:scale=log:gain=30:start=0:stop=6000:drange=90',
        join(folder, `${name}.png`),
      ],
      pcm,
    );
  }
  console.log(`Spectra: ${folder}`);
}

function main(): void {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const rendered = renderAll();
  const { pcm, hash, sprite } = rendered;
  for (const { name, options } of FORMATS) {
    rmSync(join(here, name), { force: true });
    encode(pcm, join(here, name), options);
    console.log(`${name}: ${statSync(join(here, name)).size} bytes, ${(pcm.length / RATE).toFixed(1)} s`);
  }
  const lines = Object.entries(sprite).map(([name, clip]) => `    ${JSON.stringify(name)}: ${JSON.stringify(clip)}`);
  writeFileSync(join(here, 'sprite.json'), `{\n  "pcm": "${hash}",\n  "length": ${(pcm.length * 1000) / RATE},\n  "clips": {\n${lines.join(',\n')}\n  }\n}\n`);
  if (process.argv.includes('--listen')) listen(rendered);
}

if (import.meta.main) main();
