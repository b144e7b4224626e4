// What the line and the outbox need of the place where they run; a simulation gives its own.

import { httpTransport, type Transport } from './transport.ts';

export interface Platform {
  transport: Transport;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Milliseconds from any zero; never goes back. */
  now: () => number;
  /** @returns how to call it off */
  after: (milliseconds: number, run: () => void) => () => void;
  /** 0 … 1, for waits that shall not fall together. */
  random: () => number;
  /** 32 unguessable hexadecimal digits. */
  newSecret: () => string;
  /** Calls when the device woke, came to the front or found its network again. @returns how to call it off */
  onWake: (run: () => void) => () => void;
}

export const browser: Platform = {
  transport: httpTransport(document.baseURI),
  storage: storage(),
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = window.setTimeout(run, milliseconds);
    return () => window.clearTimeout(timer);
  },
  random: Math.random,
  // `randomUUID` is not there on a plain address of a school's network.
  newSecret: () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  onWake: (run) => {
    const seen = () => document.visibilityState === 'visible' && run();
    window.addEventListener('online', run);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', run);
      document.removeEventListener('visibilitychange', seen);
    };
  },
};

/** The tab's memory, where the browser refuses to keep anything. */
function storage(): Platform['storage'] {
  try {
    window.localStorage.getItem('');
    return window.localStorage;
  } catch {
    const kept = new Map<string, string>();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
  }
}
