// What this device keeps of live sessions: its seat in each, the secrets of those it hosts, and the key that creates them.

import type { Platform } from './platform.ts';

export interface KnownSession {
  code: string;
  title: string;
  /** When this device last used it, milliseconds since 1970. */
  at: number;
  token: string | null;
  host: string | null;
  screen: string | null;
}

export interface Device {
  /** The start-up key, from the host's link. */
  key(): string | null;
  keepKey(key: string): void;
  session(code: string): KnownSession | null;
  /** Of which this device is a host, the latest first. */
  hosted(): KnownSession[];
  keep(code: string, part: Partial<Omit<KnownSession, 'code' | 'at'>>): void;
  forget(code: string): void;
}

interface Kept {
  key: string | null;
  sessions: Record<string, KnownSession>;
}

const KEY = 'counterweight-live';
const MOST = 60;

/** @param today milliseconds since 1970 */
export function openDevice(storage: Platform['storage'], today: () => number): Device {
  let memory = read(storage);
  const write = (changed: Kept) => {
    memory = changed;
    try {
      storage.setItem(KEY, JSON.stringify(changed));
    } catch {
      // It holds until the page is left.
    }
  };
  const latest = () => {
    // Another tab may have written since.
    const kept = read(storage);
    if (kept.key !== null || Object.keys(kept.sessions).length > 0) memory = kept;
    return memory;
  };
  return {
    key: () => latest().key,
    keepKey: (key) => write({ ...latest(), key }),
    session: (code) => latest().sessions[code] ?? null,
    hosted: () =>
      Object.values(latest().sessions)
        .filter(({ host }) => host !== null)
        .sort((one, other) => other.at - one.at),
    keep(code, part) {
      const { key, sessions } = latest();
      const known: KnownSession = { code, title: '', token: null, host: null, screen: null, ...sessions[code], ...part, at: today() };
      const all = Object.values({ ...sessions, [code]: known }).sort((one, other) => other.at - one.at);
      write({ key, sessions: Object.fromEntries(all.slice(0, MOST).map((session) => [session.code, session])) });
    },
    forget(code) {
      const { key, sessions } = latest();
      write({ key, sessions: Object.fromEntries(Object.entries(sessions).filter(([other]) => other !== code)) });
    },
  };
}

function read(storage: Platform['storage']): Kept {
  try {
    const { key = null, sessions = {} } = JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Kept>;
    return { key: typeof key === 'string' ? key : null, sessions: typeof sessions === 'object' && sessions !== null ? sessions : {} };
  } catch {
    return { key: null, sessions: {} };
  }
}
