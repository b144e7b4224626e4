// What a student must know about the keeping of answers, for as long as it holds.

import { useShelves } from '../../shelves.ts';
import { keepingTrouble } from '../door.ts';

export function KeepingNotice() {
  const { words } = useShelves();
  const trouble = keepingTrouble.value;
  // The region stands before anything is said in it: only then is it read out.
  return (
    <div role="status" class={trouble === null ? 'unseen' : 'keeping-notice'} data-testid="keeping-notice">
      {trouble !== null && <p>{words.t(`interface:quiz.notice.${trouble}`)}</p>}
    </div>
  );
}
