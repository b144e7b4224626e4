// The words of live sessions, for pages that stand without the content. Whoever imports this has them.

import live from '../../../levels/text/en/live.json';
import type { TellingKey } from '../../telling/wording.ts';
import { addWords } from '../shelves.ts';
import type { Trouble } from './api.ts';

addWords('live', live);

/** What stood in the way, with its cure. */
export function troubleKey(trouble: Trouble): TellingKey {
  return `live:trouble.${trouble}`;
}
