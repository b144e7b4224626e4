// Without a network the page comes from a service worker, where the browser offers one: not on plain HTTP in a school's network.
// A version is kept whole. The next one waits until all pages of this one are closed, or the reader asks for it.

import { signal } from '@preact/signals';

/** A newer version is kept and waits. */
export const updateWaits = signal(false);

/** All that the title fetches comes first, milliseconds after it. */
const REST = 3000;

let kept: ServiceWorkerRegistration | null = null;

export function keepForOffline(): void {
  if (import.meta.env.DEV || !window.isSecureContext || !('serviceWorker' in navigator)) return;
  const begin = () => setTimeout(() => void register().catch(() => undefined), REST);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  let isFirst = serviceWorker.controller === null;
  serviceWorker.addEventListener('controllerchange', () => {
    // Parts of two versions do not fit together: what this page has yet to fetch would be the other's.
    if (!isFirst) window.location.reload();
    else void fetchAgain();
    isFirst = false;
  });
  kept = await serviceWorker.register('./sw.js');
  const look = () => {
    updateWaits.value = kept?.waiting !== null && serviceWorker.controller !== null;
  };
  look();
  kept.addEventListener('updatefound', () => kept?.installing?.addEventListener('statechange', look));
}

/** What the first visit fetched before anybody kept it is asked for once more: the browser still has it at hand. */
async function fetchAgain(): Promise<void> {
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
  for (const address of new Set(fetched)) {
    if (new URL(address).pathname.includes('/assets/')) await fetch(address).catch(() => undefined);
  }
}

/** Every open page then loads the newer version. */
export function loadUpdate(): void {
  kept?.waiting?.postMessage({ type: 'SKIP_WAITING' });
}
