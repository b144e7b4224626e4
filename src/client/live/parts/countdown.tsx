// The time that is left: seen each second, and told to those who listen at half of it, at ten seconds, and when it is over.

import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../shelves.ts';
import { browser } from '../platform.ts';

/** Seconds left, counted down from what a view said; null without a limit. @param at when the view came, by `browser.now` */
export function useSecondsLeft(left: number | null, at: number, stands: boolean): number | null {
  const [now, setNow] = useState(browser.now());
  useEffect(() => {
    setNow(browser.now());
    if (left === null || stands) return;
    const timer = window.setInterval(() => setNow(browser.now()), 250);
    return () => window.clearInterval(timer);
  }, [left, at, stands]);
  if (left === null) return null;
  return Math.max(0, Math.ceil((left - (stands ? 0 : Math.max(0, now - at))) / 1000));
}

interface CountdownProps {
  seconds: number;
  /** Of the whole time. */
  whole: number;
}

export function Countdown({ seconds, whole }: CountdownProps) {
  const words = useWords();
  const [said, setSaid] = useState('');
  const half = Math.floor(whole / 2);
  useEffect(() => {
    if (seconds === half && half > 10) setSaid(words.t('live:time.left', { count: seconds }));
    else if (seconds === 10 && whole > 15) setSaid(words.t('live:time.left', { count: 10 }));
    else if (seconds === 0) setSaid(words.t('live:time.over'));
  }, [seconds, half, whole, words]);
  return (
    <>
      <p class={seconds <= 10 ? 'countdown short' : 'countdown'} role="timer" aria-live="off">
        <span class="countdown-bar" aria-hidden="true">
          <span style={{ inlineSize: `${whole === 0 ? 0 : Math.min(100, (100 * seconds) / whole)}%` }} />
        </span>
        <span class="countdown-time">{clock(seconds)}</span> <span class="unseen">{words.t('live:time.leftLabel')}</span>
      </p>
      <p role="status" class="unseen">
        {said}
      </p>
    </>
  );
}

/** Such as 1:05. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
