// A session as it comes in, for as long as a page is shown.

import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../../session/types.ts';
import { type LineState, openLine } from '../line.ts';
import { browser } from '../platform.ts';

export interface Seen<Shown> {
  view: Shown | null;
  /** When it came, by `browser.now`. */
  at: number;
  line: LineState;
}

/** @param secret of the role whose views are wanted; null: none is known */
export function useLine<Shown extends View>(code: string, secret: string | null, role: Shown['role']): Seen<Shown> {
  const [view, setView] = useState<{ view: Shown; at: number } | null>(null);
  const [line, setLine] = useState<LineState>(secret === null ? { is: 'refused', reason: 'not-allowed' } : { is: 'connecting' });
  useEffect(() => {
    if (secret === null) return;
    return openLine({
      code,
      secret,
      platform: browser,
      onView: (seen) => {
        if (seen.role === role) setView({ view: seen as Shown, at: browser.now() });
        else setLine({ is: 'refused', reason: 'wrong-role' });
      },
      onState: setLine,
    });
  }, [code, secret, role]);
  return { view: view?.view ?? null, at: view?.at ?? 0, line };
}
