// Before the first question on the projector: where to go, what to type, and who is in.

import type { ScreenView } from '../../../session/types.ts';
import { joinLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { Qr } from '../parts/qr.tsx';
import { spaced, useOrigin } from './controlLobby.tsx';

/** Names that have room; the latest are shown. */
const MOST_NAMES = 40;

export function ProjectedLobby({ view, code }: { view: ScreenView; code: string }) {
  const words = useWords();
  const origin = useOrigin();
  if (view.devices === 'none') return <p class="projector-word">{words.t('live:screen.handsReady')}</p>;
  const earlier = view.seats - Math.min(view.names.length, MOST_NAMES);
  return (
    <div class="screen-lobby">
      <div class="screen-join">
        <p>{words.t('live:screen.goTo')}</p>
        <p class="screen-address">{`${origin.replace(/^https?:\/\//, '')}/#/join`}</p>
        <p>{words.t('live:screen.andType')}</p>
        <p class="screen-code">{spaced(code)}</p>
      </div>
      <Qr text={`${origin}/${joinLink(code)}`} label={words.t('live:lobby.qr')} />
      <div class="screen-names">
        <p role="status">{view.locked ? words.t('live:screen.locked') : words.t('live:lobby.seats', { count: view.seats })}</p>
        <ul>
          {view.names.slice(-MOST_NAMES).map((name) => (
            <li key={name}>{name}</li>
          ))}
          {earlier > 0 && <li class="screen-paragraph">{words.t('live:screen.earlier', { count: earlier })}</li>}
        </ul>
      </div>
    </div>
  );
}
