// Whether the page hears from the session, told only where it matters.

import { useWords } from '../../shelves.ts';
import type { LineState } from '../line.ts';

export function Connection({ line }: { line: LineState }) {
  const words = useWords();
  return (
    <p role="status" class={line.is === 'lost' ? 'connection lost' : 'connection'} data-line={line.is}>
      {line.is === 'lost' ? words.t('live:connection.lost') : line.is === 'slow' ? words.t('live:connection.slow') : ''}
    </p>
  );
}
