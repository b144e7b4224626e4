// A Vite plugin: the page asks for the map's chunk at once, behind all that the title needs. Found by the shell's script it would come a round trip later.

import type { Plugin } from 'vite';

const MAP = /\/theatre\/theatre\.ts$/;

export function preloadMap(): Plugin {
  return {
    name: 'preload-map',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunk = Object.values(bundle).find((part) => part.type === 'chunk' && MAP.test(part.facadeModuleId ?? ''));
        if (chunk === undefined) return [];
        return [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `./${chunk.fileName}` }, injectTo: 'head' }];
      },
    },
  };
}
