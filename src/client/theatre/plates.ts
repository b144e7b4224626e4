// What stands still is drawn once, on a plate: a canvas that Phaser shows, moves with the camera and fades into the next.

import { between, type Frame } from './framing.ts';
import type { Pen } from './pen.ts';

export interface Plates {
  /** Draws a plate for a frame; it fades in over the one before. */
  lay(frame: Frame, size: { width: number; height: number }, draw: (pen: Pen) => void): void;
  /** @param shown 0 … 1, how far the newest plate has faded in */
  place(frame: Frame, shown: number): void;
}

interface Plate {
  key: string;
  image: Phaser.GameObjects.Image;
  frame: Frame;
}

/** @param covering plates that hide what is below them: the one before stays until the next has come */
export function platesOn(scene: Phaser.Scene, name: string, depth: number, covering: boolean): Plates {
  let count = 0;
  let newest: Plate | null = null;
  let leaving: Plate | null = null;
  const drop = (plate: Plate | null) => {
    if (plate === null) return;
    plate.image.destroy();
    scene.textures.remove(plate.key);
  };
  return {
    lay(frame, { width, height }, draw) {
      drop(leaving);
      leaving = newest;
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('No 2D context for a plate of the map');
      draw(pen);
      const key = `${name} ${++count}`;
      addDrawing(scene, key, canvas);
      newest = { key, image: scene.add.image(0, 0, key).setOrigin(0).setDepth(depth), frame };
    },
    place(frame, shown) {
      for (const plate of [leaving, newest]) {
        if (plate === null) continue;
        const scale = frame.scale / plate.frame.scale;
        plate.image.setScale(scale).setPosition(frame.left - plate.frame.left * scale, frame.top - plate.frame.top * scale);
      }
      newest?.image.setAlpha(leaving === null && covering ? 1 : shown);
      leaving?.image.setAlpha(covering ? 1 : 1 - shown);
      leaving?.image.setDepth(depth - 1);
      if (shown < 1) return;
      drop(leaving);
      leaving = null;
    },
  };
}

/** Phaser's own `addCanvas` reads every pixel back, which takes a slow computer a quarter of a second. */
export function addDrawing(scene: Phaser.Scene, key: string, canvas: HTMLCanvasElement): void {
  // It takes any source that can be drawn; its typings know images alone.
  scene.textures.addImage(key, canvas as unknown as HTMLImageElement);
}

/** A movement from one frame to another, eased out. */
export interface Travel {
  from: Frame;
  to: Frame;
  passed: number;
}

export function travelled({ from, to, passed }: Travel, lasts: number): Frame {
  return between(from, to, eased(passed / lasts));
}

/** Cubic, out: quick at first, then gently to rest. */
export function eased(t: number): number {
  return 1 - (1 - Math.max(0, Math.min(1, t))) ** 3;
}
