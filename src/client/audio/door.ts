// The light way in to the sound: waits for the first gesture, then fetches the mixer. Until then, and where there is no sound, a cue is nothing.

import { computed, effect, signal } from '@preact/signals';
import { settings } from '../settings.ts';
import type { CueId } from './cues.ts';

/** `failed`: it could not be fetched or decoded; the game goes on without. */
export const sound = signal<'waiting' | 'loading' | 'ready' | 'failed'>('waiting');

let play: ((cue: CueId) => void) | null = null;

/** Call once, when the client begins. Nothing is fetched before a gesture, while all is silent, or where the browser saves data. */
export function openAudio(): void {
  const gestured = signal(false);
  for (const type of ['pointerdown', 'keydown']) {
    window.addEventListener(
      type,
      () => {
        gestured.value = true;
      },
      { capture: true, once: true },
    );
  }
  const wanted = computed(() => gestured.value && !isSilent.value && !savesData());
  effect(() => {
    if (wanted.value && sound.peek() === 'waiting') void load();
  });
}

/** For what the player does; `performed` brings the rest. */
export function cue(id: CueId): void {
  play?.(id);
}

/** For one who asks to hear it: fetches it even where the browser saves data, or anew when that failed. */
export async function tryOut(id: CueId): Promise<void> {
  if (sound.peek() === 'waiting' || sound.peek() === 'failed') await load();
  cue(id);
}

/** Nothing could be heard. */
export const isSilent = computed(() => settings.value.muted || (settings.value.effects === 0 && settings.value.ambience === 0));

/** Whether the browser was told to fetch as little as it can. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

async function load(): Promise<void> {
  sound.value = 'loading';
  try {
    const { openMixer } = await import('./mixer.ts');
    play = await openMixer();
    sound.value = 'ready';
  } catch {
    sound.value = 'failed';
  }
}
