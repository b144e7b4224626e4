// Before the first question: how the class gets in.

import { useEffect, useState } from 'preact/hooks';
import type { HostView } from '../../../session/types.ts';
import { controlLink, joinLink, screenLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { api, device } from '../ours.ts';
import { Ask } from '../parts/ask.tsx';
import { Qr } from '../parts/qr.tsx';
import type { Commanding } from './commands.ts';
import { Rehearsal } from './rehearsal.tsx';

interface ControlLobbyProps {
  view: HostView;
  code: string;
  host: string;
  commands: Commanding;
}

export function ControlLobby({ view, code, host, commands }: ControlLobbyProps) {
  const [isAsking, setAsking] = useState(false);
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
      {view.phase === 'homework' && (
        <section class="sheet" aria-labelledby="homework">
          <h2 id="homework">{words.t('live:class.homework.control')}</h2>
          <p class="lead" role="status">
            {words.t('live:class.homework.handedIn', { count: view.homework })}
          </p>
          <p class="hint">{words.t('live:class.homework.keepOpen')}</p>
        </section>
      )}
      {view.can.includes('assign') && view.devices !== 'none' && (
        <p class="actions">
          <button type="button" data-testid="assign" onClick={() => setAsking(true)}>
            {words.t('live:class.homework.assign')}
          </button>
        </p>
      )}
      {isAsking && (
        <Ask
          heading={words.t('live:class.homework.assign')}
          text={words.t('live:class.homework.assignText')}
          yes={words.t('live:class.homework.assign')}
          onYes={() => commands.give({ type: 'assign' })}
          onClose={() => setAsking(false)}
        />
      )}
      {view.devices !== 'none' && view.phase === 'lobby' && <Rehearsal code={code} host={host} />}
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
