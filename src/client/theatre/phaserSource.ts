// For the builder alone: Phaser from its own source modules, because its bundle cannot leave out what the map does not use.

import type { Plugin } from 'vite';

const SOURCE = new URL('../../../node_modules/phaser/src/', import.meta.url).pathname;

/** Phaser's build flags, written in its source as `typeof FLAG`. */
const FLAGS: Readonly<Record<string, boolean>> = {
  WEBGL_RENDERER: true,
  CANVAS_RENDERER: true,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
};

/** The modules that `engine.ts` imports. */
const ENTRIES = [
  'renderer/index',
  'events/EventEmitter',
  'cameras/2d/CameraManager',
  'gameobjects/GameObjectCreator',
  'gameobjects/GameObjectFactory',
  'gameobjects/DisplayList',
  'gameobjects/UpdateList',
  'scene/ScenePlugin',
  'gameobjects/graphics/GraphicsFactory',
  'gameobjects/image/ImageFactory',
  'core/Game',
].map((module) => `phaser/src/${module}.js`);

/** Left out: filters, noise and layers of a million sprites, with their shaders. Phaser names them all and makes them when they are asked for. */
const UNUSED = [
  /^filters\//,
  /^renderer\/webgl\/renderNodes\/filters\//,
  /^renderer\/webgl\/shaders\/(?:Filter|Noise|SpriteGPU|TilemapGPU)/,
  /\/Submitter(?:Sprite|Tilemap)GPULayer\.js$/,
];

function transform(code: string, id: string): { code: string; map: null } | null {
  if (!id.startsWith(SOURCE)) return null;
  const path = id.slice(SOURCE.length);
  return { code: UNUSED.some((pattern) => pattern.test(path)) ? 'module.exports = function Unused() {};' : settled(code), map: null };
}

function settled(code: string): string {
  return code.replace(/typeof ([A-Z][A-Z0-9_]+)\b(?!\s*[!=]=)/g, (all, flag: string) => String(FLAGS[flag] ?? all)).replace(/\bglobal\b(?=\.|\[)/g, 'globalThis');
}

export function phaserSource(): Plugin {
  const name = 'phaser-source';
  return {
    name,
    config: () => ({
      resolve: { alias: [{ find: /^phaser\/src\//, replacement: SOURCE }] },
      // The server of development hands out no CommonJS: the modules are bundled first there, by the same rules.
      optimizeDeps: { include: ENTRIES, rolldownOptions: { plugins: [{ name, transform }] } },
    }),
    transform,
  };
}
