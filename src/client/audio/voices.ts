// What sounds now: cues, each once, and the rounds under them.

import type { Howl } from 'howler/dist/howler.core.min.js';
import { type CueId, LAYERS, type Layer } from './cues.ts';

/** The same cue again within so many milliseconds is one event told twice. */
const REPEAT = 110;
/** Milliseconds in which a cue goes out that is cut. */
const CUT = 150;

export class Cues {
  readonly #howl: Howl;
  readonly #sounding = new Set<number>();
  readonly #lastPlayed = new Map<CueId, number>();

  constructor(howl: Howl) {
    this.#howl = howl;
    howl.on('end', (id) => this.#sounding.delete(id));
    howl.on('stop', (id) => this.#sounding.delete(id));
  }

  /** @param loudness 0 … 1 */
  play(cue: CueId, loudness: number): void {
    const now = performance.now();
    if (loudness === 0 || now - (this.#lastPlayed.get(cue) ?? Number.NEGATIVE_INFINITY) < REPEAT) return;
    this.#lastPlayed.set(cue, now);
    const id = this.#howl.play(cue);
    this.#howl.volume(loudness, id);
    this.#sounding.add(id);
  }

  cut(): void {
    for (const id of this.#sounding) {
      this.#howl.once('fade', () => this.#howl.stop(id), id);
      this.#howl.fade(this.#howl.volume(id) as number, 0, CUT, id);
    }
  }

  stop(): void {
    this.#howl.stop();
  }
}

export class Rounds {
  readonly #howl: Howl;
  #ids: ReadonlyMap<Layer, number> | null = null;

  constructor(howl: Howl) {
    this.#howl = howl;
  }

  /** @param loudness of each layer, 0 … 1 @param milliseconds until they are reached */
  follow(loudness: Readonly<Record<Layer, number>>, milliseconds: number): void {
    this.#ids ??= new Map(LAYERS.map((layer) => [layer, this.#howl.play(layer)]));
    for (const [layer, id] of this.#ids) {
      const from = this.#howl.volume(id) as number;
      // howler never ends a fade that goes nowhere.
      if (Math.abs(loudness[layer] - from) >= 0.01) this.#howl.fade(from, loudness[layer], milliseconds, id);
    }
  }

  stop(): void {
    this.#howl.stop();
    this.#ids = null;
  }
}
