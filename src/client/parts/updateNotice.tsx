// Says that a newer version waits, and loads it when the reader asks.

import { loadUpdate, updateWaits } from '../offline.ts';
import { shellWords as words } from '../shelves.ts';

export function UpdateNotice() {
  const waits = updateWaits.value;
  return (
    <div class={waits ? 'storage-notice' : 'unseen'} role="status" data-testid="update-notice">
      {waits && (
        <div>
          <p>
            {words.t('interface:offline.ready')} {words.t('interface:offline.loadHint')}
          </p>
          <button type="button" onClick={loadUpdate}>
            {words.t('interface:offline.load')}
          </button>
        </div>
      )}
    </div>
  );
}
