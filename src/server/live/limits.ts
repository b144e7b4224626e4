// How much is let through: by seat and by session, never by address alone, for a whole school may share one.

/** Lets `burst` through at once and `perSecond` lasting. */
export interface Budget {
  burst: number;
  perSecond: number;
}

export const BUDGETS = {
  /** Of one seat. */
  answers: { burst: 12, perSecond: 2 },
  /** Of one holder of a secret. */
  views: { burst: 30, perSecond: 4 },
  commands: { burst: 40, perSecond: 10 },
  /** Of one session: a class of 1,500 at once. */
  joins: { burst: 2000, perSecond: 200 },
  /** Of the whole server: codes and secrets that are none. */
  misses: { burst: 300, perSecond: 20 },
  created: { burst: 60, perSecond: 1 },
  preflights: { burst: 2000, perSecond: 200 },
} as const satisfies Readonly<Record<string, Budget>>;

const MOST_KEPT = 50_000;

export interface Limits {
  /** Takes one. @returns whether it is let through */
  take(kind: keyof typeof BUDGETS, key: string): boolean;
  /** Whether one would be let through. */
  has(kind: keyof typeof BUDGETS, key: string): boolean;
}

/** @param now milliseconds, from any zero */
export function openLimits(now: () => number): Limits {
  const spent = new Map<string, { left: number; at: number }>();
  function left(kind: keyof typeof BUDGETS, key: string): number {
    const { burst, perSecond } = BUDGETS[kind];
    const known = spent.get(`${kind} ${key}`);
    return known === undefined ? burst : Math.min(burst, known.left + ((now() - known.at) / 1000) * perSecond);
  }
  return {
    has: (kind, key) => left(kind, key) >= 1,
    take(kind, key) {
      const available = left(kind, key);
      if (available < 1) return false;
      const id = `${kind} ${key}`;
      // The longest untouched are full again long since.
      spent.delete(id);
      spent.set(id, { left: available - 1, at: now() });
      if (spent.size > MOST_KEPT) spent.delete(spent.keys().next().value as string);
      return true;
    },
  };
}
