// What the service worker keeps: all that play and practice need at once, map and sound when they are first used. It keeps one version whole and never mixes two.

import type { VitePWAOptions } from 'vite-plugin-pwa';

/** Fetched when they are wanted, and kept from then on. Names in `assets` carry a hash of what they hold, so that a kept one is never stale. */
const HEAVY = /\/assets\/(?:theatre-[^/]+\.js|[^/]+\.(?:webm|mp3|woff2))$/;
/** Of this version and the one before. */
const MOST_HEAVY = 8;

export const OFFLINE: Partial<VitePWAOptions> = {
  strategies: 'generateSW',
  // The page registers it itself, once it is idle: the policy allows no script in the page.
  injectRegister: null,
  registerType: 'prompt',
  manifest: false,
  workbox: {
    globPatterns: ['*.html', 'assets/*.{js,css}', 'assets/*-latin-wght-normal-*.woff2'],
    // Live sessions need their server: their pages are fetched with it.
    globIgnores: ['assets/theatre-*', 'assets/{student,host,report,paper}Rooms-*'],
    // Addresses of pages stand after the '#'; what is not there is the server's to answer.
    navigateFallback: null,
    // A new version waits until the pages of the old one are closed, or all of them ask for it.
    skipWaiting: false,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    runtimeCaching: [
      {
        urlPattern: HEAVY,
        handler: 'CacheFirst',
        options: { cacheName: 'counterweight-heavy', rangeRequests: true, expiration: { maxEntries: MOST_HEAVY }, cacheableResponse: { statuses: [200] } },
      },
    ],
  },
};
