// Before the first question: how the class gets in.

import { useEffect, useState } from 'preact/hooks';
import type { HostView } from '../../../session/types.ts';
import { controlLink, joinLink, screenLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { api, device } from '../ours.ts';
import { Qr } from '../parts/qr.tsx';
import { Rehearsal } from './rehearsal.tsx';

interface ControlLobbyProps {
  view: HostView;
  code: string;
  host: string;
}

export function ControlLobby({ view, code, host }: ControlLobbyProps) {
  const words = useWords();
  const origin = useOrigin();
  const screen = device.session(code)?.screen ?? null;
  return (
    <>
      {view.devices !== 'none' && (
        <section class="sheet way-to-join" aria-labelledby="way-to-join">
          <h2 id="way-to-join">{words.t('live:lobby.join')}</h2>
          <div class="way-to-join-inside">
            <div>
              <p class="big-code" data-testid="code">
                {spaced(code)}
              </p>
              <p>{words.t('live:lobby.at', { address: `${origin.replace(/^https?:\/\//, '')}/#/join` })}</p>
              <p class="hint" role="status">
                {words.t('live:lobby.seats', { count: view.seats })}
              </p>
            </div>
            <Qr text={`${origin}/${joinLink(code)}`} label={words.t('live:lobby.qr')} />
          </div>
        </section>
      )}
      <section class="sheet" aria-labelledby="screens">
        <h2 id="screens">{words.t('live:lobby.screens')}</h2>
        {screen !== null && (
          <p>
            <a class="go" href={screenLink(code, screen)} target="_blank" rel="noopener">
              {words.t('live:lobby.projector')}
            </a>{' '}
            <span class="hint">{words.t('live:lobby.projectorHint')}</span>
          </p>
        )}
        <details>
          <summary>{words.t('live:lobby.otherDevice')}</summary>
          <p class="warning">{words.t('live:lobby.otherWarning')}</p>
          <Qr text={`${origin}/${controlLink(code, host)}`} label={words.t('live:lobby.otherQr')} />
        </details>
        {view.devices === 'none' && (
          <p>
            <a href="#/cards" target="_blank" rel="noopener">
              {words.t('live:host.cards')}
            </a>
          </p>
        )}
      </section>
      {view.devices !== 'none' && <Rehearsal code={code} host={host} />}
    </>
  );
}

/** By which others reach the server: this page's own, but for pages opened on the server's own machine. */
export function useOrigin(): string {
  const [origin, setOrigin] = useState(window.location.origin);
  useEffect(() => {
    if (!['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname)) return;
    void api.places().then((places) => {
      const [first] = places.ok ? places.value.links : [];
      if (first !== undefined) setOrigin(first);
    });
  }, []);
  return origin;
}

/** Read aloud in two halves. */
export function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
