// What became of something that was handed in.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../../shelves.ts';
import type { Sent } from '../outbox.ts';
import { troubleKey } from '../words.ts';

/** Every tap ends in one of these. */
export function Status({ status }: { status: Sent }) {
  const words = useWords();
  const sheet = useRef<HTMLElement>(null);
  // The sheet that was handed in is gone, and the eye with it.
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    sheet.current?.focus({ preventScroll: true });
  }, []);
  const sign = { sending: '…', saved: '✓', late: '!', 'not-saved': '✗' }[status.is];
  return (
    <section ref={sheet} tabIndex={-1} class={`sheet seat-status is-${status.is}`} aria-live="polite" data-status={status.is}>
      <p class="seat-notice-heading">
        <span aria-hidden="true">{sign}</span> {words.t(`live:status.${status.is}`)}
      </p>
      <p>
        {status.is === 'not-saved'
          ? words.t(troubleKey(status.reason))
          : status.is === 'sending' && status.tries > 1
            ? words.t('live:status.stillSending')
            : words.t(`live:status.${status.is}More`)}
      </p>
    </section>
  );
}
