// The line that every screen of a practice branch bears.

import { useShelves } from '../shelves.ts';
import './history.css';

export function PracticeLine() {
  const { words } = useShelves();
  return (
    <aside class="practice" aria-label={words.t('interface:history.practice')} data-testid="practice">
      <p>
        <strong>{words.t('interface:history.practice')}.</strong> {words.t('interface:history.practiceMore')}
      </p>
    </aside>
  );
}
