// The map behind the pages: brought up, kept in step with the stage and the settings, and built anew when the browser takes its canvas away.

import { effect, untracked } from '@preact/signals';
import type { Vocabulary } from '../../telling/wording.ts';
import { settings, still } from '../settings.ts';
import { clearing, performed, scenery, skips, theatre } from '../stage.ts';
import { type Engine, startEngine } from './engine.ts';
import { bestRenderer, type Renderer } from './renderer.ts';
import { type Show, type Surroundings, stageOn } from './show.ts';
import { SCREEN } from './theme.ts';

/** Brings the map up in a host and keeps it there; the returned function takes it away. */
export function raise(host: HTMLElement, words: () => Vocabulary): () => void {
  let show: Show | null = null;
  let over = false;
  let losses = 0;
  let takeDown = () => {};

  const build = () => {
    if (losses > SCREEN.lossesAtMost) {
      theatre.value = 'absent';
      return;
    }
    theatre.value = 'loading';
    try {
      takeDown = put(losses >= SCREEN.lossesOfWebGL ? 'canvas' : bestRenderer());
    } catch (error) {
      console.warn(error);
      lost();
    }
  };

  const put = (renderer: Renderer): (() => void) => {
    const canvas = document.createElement('canvas');
    let engine: Engine | null = null;
    let gone = false;
    const leave = () => {
      if (gone) return;
      gone = true;
      if (show !== null) show.stop();
      else engine?.stop();
      show = null;
      canvas.remove();
    };
    const onLoss = (event: Event) => {
      event.preventDefault();
      if (!gone) lost();
    };
    canvas.addEventListener('webglcontextlost', onLoss);
    canvas.addEventListener('contextlost', onLoss);
    host.append(canvas);
    try {
      startEngine(canvas, renderer, surroundings(host, words), (started) => {
        engine = started;
        if (gone || over) {
          started.stop();
          return;
        }
        show = stageOn(started, surroundings(host, words), (now) => {
          performed.value = now;
        });
        theatre.value = 'ready';
        show.show(untracked(() => scenery.value));
      });
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  };

  const lost = () => {
    losses++;
    // What was playing is not played again: the picture it led to is true already.
    const last = scenery.peek();
    takeDown();
    takeDown = () => {};
    performed.value = null;
    if (last !== null && last.beats.length > 0) scenery.value = { ...last, from: null, beats: [] };
    window.setTimeout(() => {
      if (!over) build();
    }, SCREEN.rebuildAfter);
  };

  const adjust = () => show?.adjust(surroundings(host, words));
  const sizes = new ResizeObserver(adjust);
  sizes.observe(host);
  let density = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const onDensity = () => {
    density.removeEventListener('change', onDensity);
    density = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    density.addEventListener('change', onDensity);
    adjust();
  };
  density.addEventListener('change', onDensity);
  document.fonts?.addEventListener('loadingdone', adjust);

  build();
  const ends = [
    effect(() => {
      const next = scenery.value;
      untracked(() => show?.show(next));
    }),
    effect(() => {
      skips.value;
      untracked(() => show?.cut());
    }),
    effect(() => {
      still.value;
      clearing.value;
      settings.value.textSize;
      words();
      untracked(adjust);
    }),
  ];
  return () => {
    over = true;
    for (const end of ends) end();
    sizes.disconnect();
    density.removeEventListener('change', onDensity);
    document.fonts?.removeEventListener('loadingdone', adjust);
    takeDown();
    performed.value = null;
  };
}

function surroundings(host: HTMLElement, words: () => Vocabulary): Surroundings {
  const { t } = words();
  const [wide, high] = [Math.max(1, host.clientWidth), Math.max(1, host.clientHeight)];
  // Beyond so many pixels a canvas costs more than its sharpness is worth.
  const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(SCREEN.pixelsAtMost / (wide * high)));
  const size = Math.min(wide / SCREEN.common.width, high / SCREEN.common.height);
  const enlarged = Math.max(SCREEN.enlargedAtLeast, Math.min(SCREEN.enlargedAtMost, size)) * (settings.peek().textSize / 100);
  const insets = clearing.peek() ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const width = Math.round(wide * ratio);
  const height = Math.round(high * ratio);
  const clear = { left: insets.left * ratio, top: insets.top * ratio, right: width - insets.right * ratio, bottom: height - insets.bottom * ratio };
  const open = clear.right - clear.left > SCREEN.leastClear * ratio && clear.bottom - clear.top > SCREEN.leastClear * ratio;
  return {
    width,
    height,
    ratio,
    enlarged,
    clear: open ? clear : { left: 0, top: 0, right: width, bottom: height },
    still: still.peek(),
    name: (place) => t(`interface:map.places.${place}`),
  };
}
