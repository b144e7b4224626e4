// Lets the page be there without a network, where the browser allows it: on localhost and over HTTPS, not on a school's plain address.

/** Milliseconds: whoever has stayed so long may come back; what the page itself needs has long arrived. */
const STAYED = 5000;

export function stayOffline(): void {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return;
  setTimeout(() => {
    // Where it fails, as in a private window, the page goes on with the network.
    navigator.serviceWorker.register('./sw.js').catch(() => undefined);
  }, STAYED);
}
