// Hands counted by the teacher, a number for each place.

import { useState } from 'preact/hooks';
import { useWords } from '../../shelves.ts';

interface CountFormProps {
  legend: string;
  places: readonly { id: string; name: string }[];
  /** Counted already; null: not yet. */
  hands: Readonly<Record<string, number>> | null;
  onCount: (hands: Readonly<Record<string, number>>) => void;
}

const MOST = 500;

export function CountForm({ legend, places, hands, onCount }: CountFormProps) {
  const words = useWords();
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(places.map(({ id }) => [id, String(hands?.[id] ?? '')])));
  return (
    <form
      class="sheet hands"
      onSubmit={(event) => {
        event.preventDefault();
        onCount(Object.fromEntries(places.map(({ id }) => [id, Math.min(MOST, Math.max(0, Math.floor(Number(counts[id] ?? 0) || 0)))])));
      }}
    >
      <fieldset>
        <legend>{legend}</legend>
        {places.map(({ id, name }) => (
          <label key={id} class="hands-place">
            <span>{name}</span>
            <input type="number" min={0} max={MOST} inputMode="numeric" value={counts[id]} onInput={({ currentTarget }) => setCounts({ ...counts, [id]: currentTarget.value })} />
          </label>
        ))}
      </fieldset>
      <p class="actions">
        <button type="submit">{words.t(hands === null ? 'live:hands.save' : 'live:hands.again')}</button>
        <span role="status" class="hint">
          {hands === null ? '' : words.t('live:hands.saved', { count: Object.values(hands).reduce((sum, count) => sum + count, 0) })}
        </span>
      </p>
    </form>
  );
}
