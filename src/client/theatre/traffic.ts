// What moves while the world waits: amber dots on the munitions' way, rose diamonds on technology's. As many as the state says.

import type { RouteId } from './atlas.ts';
import type { Marks } from './marks.ts';
import { ink } from './pen.ts';
import { addDrawing } from './plates.ts';
import type { Survey } from './survey.ts';
import { COLOURS, TOKEN, TRAFFIC } from './theme.ts';

export interface Traffic {
  /** @param clock milliseconds that it has drifted for */
  place(ground: Survey, marks: Marks | null, clock: number): void;
}

export function trafficOn(scene: Phaser.Scene, depth: number): Traffic {
  const shoal = new Map<RouteId, Phaser.GameObjects.Image[]>();
  let drawnFor = 0;
  return {
    place(ground, marks, clock) {
      if (drawnFor !== ground.unit) {
        drawnFor = ground.unit;
        for (const images of shoal.values()) for (const image of images) image.destroy();
        shoal.clear();
        tokens(scene, ground.unit);
      }
      const moscow = ground.at('moscow');
      for (const { route, token, by, most, speed } of TRAFFIC) {
        const images = shoal.get(route) ?? [];
        shoal.set(route, images);
        const count = marks === null ? 0 : Math.round(marks[by] * most);
        while (images.length < count) images.push(scene.add.image(0, 0, token).setDepth(depth));
        for (const image of images.splice(count)) image.destroy();
        const moved = (clock / 1000) * speed;
        for (const [i, image] of images.entries()) {
          const t = ((i + 0.5) / count + moved) % 1;
          const { x, y } = ground.along(route, t);
          // It comes out of a place and goes into one; it does not run over Moscow's mark.
          const atMoscow = Math.hypot(x - moscow.x, y - moscow.y) < TOKEN.clear * ground.unit;
          image.setPosition(x, y).setAlpha(atMoscow ? 0 : Math.min(1, 12 * t, 12 * (1 - t)));
        }
      }
    },
  };
}

function tokens(scene: Phaser.Scene, unit: number): void {
  const token = (key: 'dot' | 'diamond', colour: number, draw: (pen: CanvasRenderingContext2D, middle: number, radius: number) => void) => {
    if (scene.textures.exists(key)) scene.textures.remove(key);
    const canvas = document.createElement('canvas');
    const radius = TOKEN.radius * unit;
    canvas.width = canvas.height = 2 * Math.ceil(radius + TOKEN.rim * unit);
    const pen = canvas.getContext('2d');
    if (pen === null) return;
    draw(pen, canvas.width / 2, radius);
    pen.fillStyle = ink(colour);
    pen.fill();
    pen.strokeStyle = ink(COLOURS.shade, 0.9);
    pen.lineWidth = TOKEN.outline * unit;
    pen.stroke();
    addDrawing(scene, key, canvas);
  };
  token('dot', COLOURS.amberBright, (pen, middle, radius) => {
    pen.beginPath();
    pen.arc(middle, middle, radius, 0, 2 * Math.PI);
  });
  token('diamond', COLOURS.rose, (pen, middle, radius) => {
    pen.beginPath();
    for (const [x, y] of [
      [0, -1.25],
      [1, 0],
      [0, 1.25],
      [-1, 0],
    ] as const)
      pen.lineTo(middle + x * radius, middle + y * radius);
    pen.closePath();
  });
}
