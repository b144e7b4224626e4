// A look that waits: for networks that hold streams back.

import type { RefusedReason } from '../../protocol/messages.ts';
import type { View } from '../../session/types.ts';
import type { Audience, Looker } from './audience.ts';

/** `quiet`: nothing newer came in time. */
export type Looked = { is: 'view'; view: View } | { is: 'quiet' } | { is: 'gone'; why: RefusedReason };

/** Milliseconds a poll waits. */
const PATIENCE = 25_000;

/**
 * Resolves once there is something newer than `version` for this looker.
 * @param after as in `EngineParts`
 * @param onLeave hands out how to leave before, then resolving to `quiet`
 */
export function lookAfter(
  audience: Audience,
  as: Looker,
  version: number,
  after: (milliseconds: number, run: () => void) => () => void,
  onLeave: (leave: () => void) => void,
): Promise<Looked> {
  return new Promise((resolve) => {
    if (audience.versionFor(as) > version) return resolve({ is: 'view', view: audience.view(as) });
    let isSettled = false;
    const settle = (looked: Looked) => {
      if (isSettled) return;
      isSettled = true;
      leave();
      cancel();
      resolve(looked);
    };
    const cancel = after(PATIENCE, () => settle({ is: 'quiet' }));
    const leave = audience.join({ as, show: (view) => settle({ is: 'view', view }), gone: (why) => settle({ is: 'gone', why }) });
    onLeave(() => settle({ is: 'quiet' }));
  });
}
