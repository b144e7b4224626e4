// What the map uses of Phaser, module by module. The renderers come first: Phaser's modules import each other in a circle.

import 'phaser/src/renderer/index.js';
import 'phaser/src/events/EventEmitter.js';
import 'phaser/src/cameras/2d/CameraManager.js';
import 'phaser/src/gameobjects/GameObjectCreator.js';
import 'phaser/src/gameobjects/GameObjectFactory.js';
import 'phaser/src/gameobjects/DisplayList.js';
import 'phaser/src/gameobjects/UpdateList.js';
import 'phaser/src/scene/ScenePlugin.js';
import 'phaser/src/gameobjects/graphics/GraphicsFactory.js';
import 'phaser/src/gameobjects/image/ImageFactory.js';
import Game from 'phaser/src/core/Game.js';
import type { Renderer } from './renderer.ts';
import { COLOURS } from './theme.ts';

/** As in Phaser's own constants. */
const KIND: Readonly<Record<Renderer, number>> = { canvas: 1, webgl: 2 };

export interface Engine {
  scene: Phaser.Scene;
  /** Draws one frame. Nothing is drawn without it. */
  draw(now: number): void;
  resize(width: number, height: number): void;
  stop(): void;
}

/** @param ready called once, when the first frame can be drawn @throws where the renderer cannot be had */
export function startEngine(canvas: HTMLCanvasElement, renderer: Renderer, size: { width: number; height: number }, ready: (engine: Engine) => void): void {
  const game = new Game({
    type: KIND[renderer],
    canvas,
    width: size.width,
    height: size.height,
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    disableContextMenu: false,
    autoFocus: false,
    backgroundColor: COLOURS.sea,
    scale: { mode: 0, expandParent: false },
    fps: { smoothStep: false },
    scene: {
      create(this: Phaser.Scene) {
        // Phaser starts its loop right after this: from then on frames are drawn on demand alone.
        queueMicrotask(() => {
          game.loop.sleep();
          filled(canvas);
          ready(engine(game, this));
        });
      },
    },
  });
}

/** The canvas has the screen's own pixels; Phaser would size it by its own. */
function filled(canvas: HTMLCanvasElement): void {
  canvas.style.width = '100%';
  canvas.style.height = '100%';
}

function engine(game: Phaser.Game, scene: Phaser.Scene): Engine {
  let last = performance.now();
  const step = (now: number) => {
    game.step(now, now - last);
    last = now;
  };
  let drawn = false;
  return {
    scene,
    draw(now) {
      step(now);
      // For whoever measures how soon there is a map.
      if (!drawn) performance.mark('map-drawn');
      drawn = true;
    },
    resize(width, height) {
      game.scale.resize(width, height);
      filled(game.canvas);
    },
    stop() {
      game.destroy(true);
      // Phaser leaves at its next step, which the sleeping loop would never make.
      step(performance.now());
    },
  };
}
