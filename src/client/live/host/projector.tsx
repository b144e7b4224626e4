// The projector's screen: what the whole class looks at. It looks on and does nothing; all letters are as large as what is shown leaves room for.

import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ScreenView } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { Loading } from '../../later.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { paragraphsText } from '../../quiz/wording.ts';
import { joinLink, screenLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { Connection } from '../parts/connection.tsx';
import { Qr } from '../parts/qr.tsx';
import { useLine } from '../parts/useLine.ts';
import { troubleKey } from '../words.ts';
import { spaced, useOrigin } from './controlLobby.tsx';
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
  const stamp = `${view.version} ${view.phase} ${view.round?.stage ?? ''} ${view.round?.index ?? ''}`;
  return (
    <main class={`projector phase-${view.phase}${view.paused ? ' paused' : ''}`} id="content">
      <header class="projector-head">
        <h1>{view.title}</h1>
        {view.devices !== 'none' && (view.phase === 'round' || view.phase === 'wrapped') && <p class="projector-code">{words.t('live:screen.code', { code: spaced(code) })}</p>}
      </header>
      <Connection line={line} />
      <Fitted stamp={stamp} label={words.t('live:role.screen')}>
        {content(view)}
      </Fitted>
    </main>
  );

  function content(view: ScreenView) {
    if (view.paused) return <p class="projector-word">{words.t('live:screen.paused')}</p>;
    switch (view.phase) {
      case 'lobby':
        return <ScreenLobby view={view} code={code} />;
      case 'round':
        return view.round === null ? null : <ProjectedRound view={view} round={view.round} at={at} />;
      case 'wrapped':
      case 'ended':
        return <ScreenDebrief view={view} />;
    }
  }
}

/** Shares of the width of the screen, largest first; the last is 28 pixels on one of 1920. */
const SIZES = [2.6, 2.35, 2.1, 1.9, 1.7, 1.57, 1.46];

/** Letters as large as there is room for. @param stamp another one when what is shown has changed */
function Fitted({ stamp, label, children }: { stamp: string; label: string; children: ComponentChildren }) {
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      const element = frame.current;
      if (element === null) return;
      for (const size of SIZES) {
        element.style.fontSize = `max(18px, ${size}vw)`;
        if (element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1) break;
      }
    };
    fit();
    void document.fonts.ready.then(fit);
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, [stamp]);
  return (
    // Scrolls by keyboard where a screen is too small after all.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached
    <section ref={frame} class="projector-body" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
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
