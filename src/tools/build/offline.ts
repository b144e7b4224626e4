// What the product needs to be there without a network: a service worker that keeps the built files, made by Workbox.

import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Largest file that is kept ahead of its use, bytes: Phaser's is the largest. */
const LARGEST = 2_000_000;

/** Pages, map and quiz are kept from the first visit on; sound and rarer letters once they have been used. A new version waits until no page of the old one is open. */
export function offline(): PluginOption {
  return VitePWA({
    filename: 'sw.js',
    injectRegister: null,
    registerType: 'prompt',
    manifest: false,
    workbox: {
      globPatterns: ['**/*.{js,css,html,json}', '**/*latin-wght*.woff2'],
      globIgnores: ['**/*latin-ext*', 'gallery*'],
      maximumFileSizeToCacheInBytes: LARGEST,
      dontCacheBustURLsMatching: /assets\//,
      navigateFallback: 'index.html',
      navigateFallbackDenylist: [/^\/(?:api|healthz)/],
      cleanupOutdatedCaches: true,
      runtimeCaching: [
        { urlPattern: /\/assets\/[^/]+\.(?:webm|mp3|woff2)$/, handler: 'CacheFirst', options: { cacheName: 'counterweight-heavy', expiration: { maxEntries: 12 } } },
      ],
    },
  });
}
