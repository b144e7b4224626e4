// The projector's screen: what the whole class looks at. It looks on and does nothing; all letters are as large as what is shown leaves room for.

import { useEffect } from 'preact/hooks';
import type { ScreenView } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { Later, Loading, WithShelves } from '../../later.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { paragraphsText } from '../../quiz/wording.ts';
import { joinLink, screenLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { classRooms } from '../class/door.ts';
import { Connection } from '../parts/connection.tsx';
import { Qr } from '../parts/qr.tsx';
import { useLine } from '../parts/useLine.ts';
import { troubleKey } from '../words.ts';
import { spaced, useOrigin } from './controlLobby.tsx';
import { Fitted } from './fitted.tsx';
import { ProjectedRound } from './projectedRound.tsx';
import { useSecret } from './useHost.ts';
import './projector.css';

export function Projector({ code, secret }: { code: string; secret: string }) {
  const words = useWords();
  const known = useSecret(code, 'screen', secret, screenLink(code));
  const { view, at, line } = useLine<ScreenView>(code, known, 'screen');
  useEffect(() => {
    document.title = words.t('interface:app.pageTitle', { page: view?.title ?? words.t('live:role.screen') });
  }, [view?.title, words]);
  if (line.is === 'refused' || known === null) {
    return (
      <Page words={words} name={words.t('live:screen.none')} focusKey={`screen ${code}`} class="narrow">
        <Trouble words={words} text={words.t(line.is === 'refused' ? troubleKey(line.reason) : 'live:trouble.not-allowed')} />
      </Page>
    );
  }
  if (view === null) return <Loading />;
  const stamp = `${view.version} ${view.phase} ${view.round?.stage ?? view.turn?.stage ?? ''} ${view.round?.index ?? view.turn?.index ?? ''}`;
  return (
    <main class={`projector phase-${view.phase}${view.paused ? ' paused' : ''}`} id="content">
      <header class="projector-head">
        <h1>{view.title}</h1>
        {view.devices !== 'none' && (view.phase === 'round' || view.phase === 'wrapped') && <p class="projector-code">{words.t('live:screen.code', { code: spaced(code) })}</p>}
      </header>
      <Connection line={line} />
      {ofClass(view) ?? (
        <Fitted stamp={stamp} label={words.t('live:role.screen')}>
          {content(view)}
        </Fitted>
      )}
    </main>
  );

  /** What of a class's campaign fits itself, for the map is no text; null where there is none. */
  function ofClass({ phase, paused, turn, campaign, debrief, devices, seats }: ScreenView) {
    if (campaign === null || paused) return null;
    if (phase === 'turn' && turn !== null) {
      return (
        <WithShelves>
          <Later load={classRooms}>{({ ProjectedTurn }) => <ProjectedTurn turn={turn} campaign={campaign} at={at} devices={devices} seats={seats} />}</Later>
        </WithShelves>
      );
    }
    if (debrief === null) return null;
    return (
      <WithShelves>
        <Later load={classRooms}>{({ ProjectedDebrief }) => <ProjectedDebrief campaign={campaign} debrief={debrief} />}</Later>
      </WithShelves>
    );
  }

  function content(view: ScreenView) {
    if (view.paused) return <p class="projector-word">{words.t('live:screen.paused')}</p>;
    switch (view.phase) {
      case 'lobby':
        return <ScreenLobby view={view} code={code} />;
      case 'round':
        return view.round === null ? null : <ProjectedRound view={view} round={view.round} at={at} />;
      case 'turn':
        return <p class="projector-word">{words.t('live:class.screen.waits')}</p>;
      case 'wrapped':
      case 'ended':
        return <ScreenDebrief view={view} />;
    }
  }
}

function ScreenLobby({ view, code }: { view: ScreenView; code: string }) {
  const words = useWords();
  const origin = useOrigin();
  if (view.devices === 'none') return <p class="projector-word">{words.t('live:screen.handsReady')}</p>;
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
        </ul>
      </div>
    </div>
  );
}

/** Names that have room; the latest are shown. */
const MOST_NAMES = 36;

function ScreenDebrief({ view }: { view: ScreenView }) {
  const words = useWords();
  const { debrief, standings, leaderboard } = view;
  return (
    <div class="screen-debrief">
      <h2>{words.t(view.phase === 'ended' ? 'live:screen.ended' : 'live:debrief.heading')}</h2>
      {debrief !== null && debrief.answers > 0 && (
        <>
          <p>{words.t('live:debrief.right', { share: percent(words, debrief.right), answers: debrief.answers, count: debrief.rounds })}</p>
          {debrief.gain !== null && (
            <p>{words.t('live:control.gain', { before: percent(words, debrief.gain.before), after: percent(words, debrief.gain.after), count: debrief.gain.seats })}</p>
          )}
          {debrief.misconceptions.length > 0 && (
            <>
              <h3>{words.t('live:debrief.misconceptions')}</h3>
              <ul class="screen-held">
                {debrief.misconceptions.slice(0, MOST_HELD).map(({ misconception }) => (
                  <li key={misconception.id}>
                    <q>{misconception.name}</q> {misconception.paragraphs.length > 0 && <span class="screen-paragraph">{paragraphsText(words, misconception.paragraphs)}</span>}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {standings !== null && standings.length > 0 && <Standings standings={standings} teams={leaderboard === 'teams'} />}
    </div>
  );
}

const MOST_HELD = 3;

export function Standings({ standings, teams }: { standings: NonNullable<ScreenView['standings']>; teams: boolean }) {
  const words = useWords();
  const points = new Intl.NumberFormat(words.language, { maximumFractionDigits: 1 });
  return (
    <section class="screen-standings" aria-label={words.t('live:screen.standings')}>
      <h3>{words.t('live:screen.standings')}</h3>
      <ol>
        {standings.slice(0, MOST_STANDINGS).map((standing) => (
          <li key={standing.name}>
            <span class="standing-rank">{standing.rank}</span> <span class="standing-name">{teams ? words.t('live:session.team', { number: standing.name }) : standing.name}</span>{' '}
            <span class="standing-points">{points.format(standing.points / 10)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const MOST_STANDINGS = 5;
