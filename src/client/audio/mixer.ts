// The sound itself: fetches the sprite, answers what happens with cues, and lets three rounds follow the risk. Fetched after the first gesture.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { Howl, Howler } from 'howler/dist/howler.core.min.js';
import sprite from '../../../assets/audio/sprite.json';
import { settings, still } from '../settings.ts';
import { performed, scenery, skips, theatre } from '../stage.ts';
import { announced, listenForAnnouncements } from './announcements.ts';
import { type CueId, cuesOfBeat, LAYERS, layersAt, riskOf } from './cues.ts';
import { Cues, Rounds } from './voices.ts';

/** With its format, for in a page that is one file a source has no name. */
const SOURCES = [
  { src: new URL('../../../assets/audio/sprite.webm', import.meta.url).href, format: 'webm' },
  { src: new URL('../../../assets/audio/sprite.mp3', import.meta.url).href, format: 'mp3' },
];
const CLIPS = sprite.clips as unknown as Record<string, [start: number, length: number, round: boolean]>;

/** Milliseconds until the rounds have followed the risk, made room for a voice, or come back after it. */
const TO_RISK = 4000;
const TO_ROOM = 400;
/** What is left of the rounds while the page may be read aloud. */
const LEFT_OF_ROUNDS = 0.3;
/** Milliseconds from sound to silence: no click. */
const TO_SILENCE = 80;

/** @returns what plays a cue at once @throws when no format of the sprite can be fetched and decoded */
export async function openMixer(): Promise<(cue: CueId) => void> {
  const { source, howl } = await firstThatLoads();
  const cues = new Cues(howl);
  // From howler's cache of what it has decoded.
  const rounds = new Rounds(new Howl({ ...source, sprite: CLIPS, volume: 0, pool: LAYERS.length }));

  const visible = signal(!document.hidden);
  document.addEventListener('visibilitychange', () => {
    visible.value = !document.hidden;
  });
  const audible = computed(() => visible.value && !settings.value.muted);
  const play = (cue: CueId) => {
    if (audible.peek()) cues.play(cue, settings.peek().effects / 100);
  };

  audible.subscribe((isAudible) => {
    if (isAudible) return wake();
    master(0);
    setTimeout(() => {
      if (audible.peek()) return;
      cues.stop();
      rounds.stop();
      if (Howler.usingWebAudio) void Howler.ctx.suspend();
    }, TO_SILENCE);
  });
  followRisk(rounds, audible);
  answer(play, cues);
  listenForAnnouncements();
  // A call or a locked screen may have stopped the sound until the next touch.
  window.addEventListener('pointerdown', () => {
    if (audible.peek()) wake();
  });
  return play;
}

/** A browser may say that it knows a format and then fail on the file: the next one is tried. */
async function firstThatLoads(): Promise<{ source: (typeof SOURCES)[number]; howl: Howl }> {
  for (const source of SOURCES) {
    const howl = await new Promise<Howl | null>((resolve) => {
      const tried = new Howl({ ...source, sprite: CLIPS, onload: () => resolve(tried), onloaderror: () => resolve(null) });
    });
    if (howl !== null) return { source, howl };
  }
  throw new Error('The sprite loads in no format');
}

function followRisk(rounds: Rounds, audible: ReadonlySignal<boolean>): void {
  const risk = computed(() => (scenery.value === null ? null : riskOf(scenery.value.picture)));
  const share = computed(() => settings.value.ambience / 100);
  let followed: number | null | undefined;
  effect(() => {
    if (!audible.value) return;
    if (share.value === 0) return rounds.stop();
    const loudness = layersAt(risk.value);
    for (const layer of LAYERS) loudness[layer] *= share.value * (announced.value ? LEFT_OF_ROUNDS : 1);
    rounds.follow(loudness, risk.value === followed ? TO_ROOM : TO_RISK);
    followed = risk.value;
  });
}

function answer(play: (cue: CueId) => void, cues: Cues): void {
  performed.subscribe((now) => {
    if (now !== null) cuesOfBeat(now.beat).forEach(play);
  });
  // Where nothing is performed, the headline alone is heard.
  let key = scenery.peek()?.key;
  scenery.subscribe((scene) => {
    if (scene?.key === key) return;
    key = scene?.key;
    const headline = scene?.beats.find((beat) => beat.headline);
    if (headline !== undefined && (theatre.peek() !== 'ready' || still.peek())) cuesOfBeat(headline).forEach(play);
  });
  let skipped = skips.peek();
  skips.subscribe((count) => {
    if (count !== skipped) cues.cut();
    skipped = count;
  });
}

function wake(): void {
  if (Howler.usingWebAudio && Howler.ctx.state !== 'running') void Howler.ctx.resume();
  master(1);
}

/** @param gain of everything, 0 or 1 */
function master(gain: number): void {
  if (Howler.usingWebAudio) Howler.masterGain.gain.setTargetAtTime(gain, Howler.ctx.currentTime, TO_SILENCE / 4000);
  else Howler.volume(gain);
}
