// A try-out alone: simulated students join from this page and answer, until they are sent away.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../../shelves.ts';
import { openRehearsal, type RehearsalState } from './robots.ts';

const SIZES = [6, 12, 24, 36] as const;

/** Runs on while the page is open, whatever it shows. */
let running: ReturnType<typeof openRehearsal> | null = null;

export function Rehearsal({ code, host }: { code: string; host: string }) {
  const words = useWords();
  const [size, setSize] = useState<number>(12);
  const [state, setState] = useState<RehearsalState>(running?.code === code ? running.state() : { is: 'idle' });
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    running?.listen((next) => shown.current && setState(next));
    return () => {
      shown.current = false;
    };
  }, []);
  const start = () => {
    running?.stop();
    running = openRehearsal(code, host, size);
    running.listen((next) => shown.current && setState(next));
    running.start();
  };
  return (
    <details class="sheet rehearsal" open={state.is !== 'idle'}>
      <summary>{words.t('live:rehearsal.heading')}</summary>
      <p>{words.t('live:rehearsal.text')}</p>
      {state.is === 'running' ? (
        <p class="actions">
          <span role="status">{words.t('live:rehearsal.running', { count: state.seats })}</span>
          <button type="button" onClick={() => running?.stop()}>
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
          <button type="button" onClick={start}>
            {words.t('live:rehearsal.start')}
          </button>
        </p>
      )}
    </details>
  );
}
