// A try-out alone: simulated students join from this page and answer, until they are sent away.

import { useState } from 'preact/hooks';
import { useWords } from '../../shelves.ts';
import { simulatedSeats, startRehearsal, stopRehearsal } from './robots.ts';

const SIZES = [6, 12, 28, 36] as const;

interface RehearsalProps {
  code: string;
  host: string;
  /** Only while one is going on. */
  quiet?: boolean;
}

export function Rehearsal({ code, host, quiet = false }: RehearsalProps) {
  const words = useWords();
  const [size, setSize] = useState<number>(12);
  const simulated = simulatedSeats(code).size;
  if (quiet && simulated === 0) return null;
  return (
    <details class="sheet rehearsal" open={simulated > 0}>
      <summary>{words.t('live:rehearsal.heading')}</summary>
      <p>{words.t('live:rehearsal.text')}</p>
      {simulated > 0 ? (
        <p class="actions">
          <span role="status">{words.t('live:rehearsal.running', { count: simulated })}</span>
          <button type="button" onClick={stopRehearsal}>
            {words.t('live:rehearsal.stop')}
          </button>
        </p>
      ) : (
        <p class="actions">
          <label class="field">
            {words.t('live:rehearsal.size')}
            <select value={size} onChange={({ currentTarget }) => setSize(Number(currentTarget.value))}>
              {SIZES.map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          </label>
          <button type="button" onClick={() => startRehearsal(code, host, size)}>
            {words.t('live:rehearsal.start')}
          </button>
        </p>
      )}
    </details>
  );
}
