// What a host needs now and then: the lock, names, the leaderboard, other devices, and the end.

import { useState } from 'preact/hooks';
import { type Command, type HostView, LEADERBOARDS } from '../../../session/types.ts';
import { controlLink, screenLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { device } from '../ours.ts';
import { Ask } from '../parts/ask.tsx';
import { Qr } from '../parts/qr.tsx';
import type { Commanding } from './commands.ts';
import { spaced, useOrigin } from './controlLobby.tsx';

interface SessionMoreProps {
  view: HostView;
  code: string;
  host: string;
  commands: Commanding;
}

export function SessionMore({ view, code, host, commands: { give } }: SessionMoreProps) {
  const words = useWords();
  const origin = useOrigin();
  const [asking, setAsking] = useState<'wrapUp' | 'end' | null>(null);
  const screen = device.session(code)?.screen ?? null;
  const isOver = view.phase === 'ended';
  const may = (type: Command['type']) => view.can.includes(type);
  return (
    <section class="sheet session-more" aria-labelledby="session-more">
      <h2 id="session-more">{words.t('live:more.heading')}</h2>
      {!isOver && (
        <>
          <label class="flag-line">
            <input type="checkbox" checked={view.locked} onChange={({ currentTarget }) => give({ type: 'lock', locked: currentTarget.checked })} />
            {words.t('live:more.lock')}
          </label>
          <label class="flag-line">
            <input type="checkbox" checked={view.settings.ownNames} onChange={({ currentTarget }) => give({ type: 'allowOwnNames', allowed: currentTarget.checked })} />
            {words.t('live:settings.ownNames')}
          </label>
          {view.kind === 'quiz' && (
            <fieldset class="choices">
              <legend>{words.t('live:settings.leaderboard')}</legend>
              {LEADERBOARDS.filter((shown) => shown !== 'teams' || view.settings.teams > 0).map((shown) => (
                <label key={shown}>
                  <input type="radio" name="board" checked={view.settings.leaderboard === shown} onChange={() => give({ type: 'leaderboard', shown })} />
                  {words.t(`live:settings.board.${shown}`)}
                </label>
              ))}
            </fieldset>
          )}
        </>
      )}
      {view.phase !== 'lobby' && (
        <>
          {screen !== null && (
            <p>
              <a href={screenLink(code, screen)} target="_blank" rel="noopener">
                {words.t('live:lobby.projector')}
              </a>
            </p>
          )}
          <p class="hint">{words.t('live:more.late', { code: spaced(code) })}</p>
          <details>
            <summary>{words.t('live:lobby.otherDevice')}</summary>
            <p class="warning">{words.t('live:lobby.otherWarning')}</p>
            <Qr text={`${origin}/${controlLink(code, host)}`} label={words.t('live:lobby.otherQr')} />
          </details>
        </>
      )}
      <p class="actions">
        {may('wrapUp') && (
          <button type="button" onClick={() => setAsking('wrapUp')}>
            {words.t('live:more.wrapUp')}
          </button>
        )}
        {may('end') && (
          <button type="button" class="danger" onClick={() => setAsking('end')}>
            {words.t('live:more.end')}
          </button>
        )}
      </p>
      {asking !== null && (
        <Ask
          heading={words.t(`live:more.${asking}`)}
          text={words.t(`live:more.${asking}Text`)}
          yes={words.t(`live:more.${asking}`)}
          onYes={() => give({ type: asking })}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
