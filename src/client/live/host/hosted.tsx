// Sessions that this device hosts, the latest first.

import { useState } from 'preact/hooks';
import { controlLink, reportLink } from '../../route.ts';
import { useShelves } from '../../shelves.ts';
import { device } from '../ours.ts';

const AT_FIRST = 4;

export function Hosted() {
  const { words } = useShelves();
  const [sessions] = useState(() => device.hosted());
  const [isAll, setAll] = useState(false);
  if (sessions.length === 0) return null;
  const when = new Intl.DateTimeFormat(words.language === 'en' ? 'en-GB' : words.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="sheet hosted" aria-labelledby="hosted">
      <h2 id="hosted">{words.t('live:host.sessions')}</h2>
      <ul>
        {sessions.slice(0, isAll ? sessions.length : AT_FIRST).map(({ code, title, at }) => (
          <li key={code}>
            <span class="hosted-name">
              {title} <span class="hint">{when.format(at)}</span>
            </span>
            <span class="hosted-links">
              <a href={controlLink(code)} aria-label={words.t('live:host.goOnWith', { title, code })}>
                {words.t('live:host.goOn')}
              </a>
              <a href={reportLink(code)} aria-label={words.t('live:host.reportOf', { title, code })}>
                {words.t('live:host.report')}
              </a>
            </span>
          </li>
        ))}
      </ul>
      {!isAll && sessions.length > AT_FIRST && (
        <button type="button" onClick={() => setAll(true)}>
          {words.t('live:host.allSessions', { count: sessions.length })}
        </button>
      )}
    </section>
  );
}
