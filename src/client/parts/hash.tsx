// The hash of a state, folded away: it serves whoever compares two machines, and no player.

import { stateHash } from '../../rules/campaign.ts';
import type { State } from '../../rules/types.ts';
import { useShelves } from '../shelves.ts';

export function HashFold({ state }: { state: State }) {
  const { words } = useShelves();
  return (
    <details>
      <summary>{words.t('interface:debrief.hash')}</summary>
      <p class="hint">{words.t('interface:debrief.hashNote')}</p>
      <p class="code" data-testid="state-hash">
        {stateHash(state)}
      </p>
    </details>
  );
}
