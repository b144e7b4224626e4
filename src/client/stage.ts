// What the theatre should show and what it is playing: the only way between the pages, the map and the sound.

import { signal } from '@preact/signals';
import type { Picture } from '../telling/picture.ts';
import type { Beat } from '../telling/staging.ts';
import { settings } from './settings.ts';

export interface Scenery {
  /** A new key is a new scene; the same key again changes nothing. */
  key: string;
  /** Where the beats end. State lands first: this is true already, whatever is played. */
  picture: Picture;
  /** Where they begin; null shows `picture` at once. */
  from: Picture | null;
  beats: readonly Beat[];
}

export interface Performed {
  key: string;
  beat: Beat;
  /** 0-based. */
  at: number;
}

export const scenery = signal<Scenery | null>(null);

/** The part of the window through which the map is seen, as distances from the window's edges in CSS pixels, the page unscrolled; null where the page hides it. */
export interface Clearing {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export const clearing = signal<Clearing | null>(null);

/** The beat being played; null while nothing is played. Set by the theatre; the pages caption it and the sound answers it. */
export const performed = signal<Performed | null>(null);

/** `absent`: text mode, or neither WebGL nor Canvas. It loads from the first moment on, so that nothing takes the line before it. */
export const theatre = signal<'absent' | 'loading' | 'ready'>(settings.peek().map ? 'loading' : 'absent');

/** Counts the wishes to skip; the theatre cuts to the picture. */
export const skips = signal(0);

export function skip(): void {
  skips.value++;
}

/** Plays the quarter that is shown once more. */
export function replay(): void {
  const shown = scenery.value;
  if (shown !== null && shown.beats.length > 0) scenery.value = { ...shown, key: `${shown.key}+` };
}
