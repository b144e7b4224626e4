// What stands on the projector in each phase. All letters are as large as what is shown leaves room for.

import type { ScreenView } from '../../../session/types.ts';
import { Later, WithShelves } from '../../later.tsx';
import { useWords } from '../../shelves.ts';
import { classRooms } from '../class/door.ts';
import type { LineState } from '../line.ts';
import { Connection } from '../parts/connection.tsx';
import { spaced } from './controlLobby.tsx';
import { type Arrangement, Fitted } from './fitted.tsx';
import { ProjectedEnd } from './projectedEnd.tsx';
import { ProjectedLobby } from './projectedLobby.tsx';
import { ProjectedRound } from './projectedRound.tsx';
import './projector.css';

interface ProjectedProps {
  view: ScreenView;
  /** When the view came, by `browser.now`. */
  at: number;
  code: string;
  line: LineState;
}

export function Projected({ view, at, code, line }: ProjectedProps) {
  const words = useWords();
  const { phase, paused, devices, round, turn, campaign, debrief } = view;
  return (
    <main class={`projector phase-${phase}${paused ? ' paused' : ''}`} id="content">
      <header class="projector-head">
        <h1>{view.title}</h1>
        {devices !== 'none' && (phase === 'round' || phase === 'homework' || phase === 'wrapped') && (
          <p class="projector-code">{words.t('live:screen.code', { code: spaced(code) })}</p>
        )}
      </header>
      <Connection line={line} />
      {inCampaign() ?? (
        <Fitted stamp={`${view.version} ${phase} ${round?.stage ?? ''} ${round?.index ?? ''}`} label={words.t('live:role.screen')} arrangements={arrangementsOf(view)}>
          {content()}
        </Fitted>
      )}
    </main>
  );

  /** What fits itself, with words of its own. */
  function inCampaign() {
    if (campaign === null || paused) return null;
    if (phase === 'turn' && turn !== null) {
      return (
        <WithShelves>
          <Later load={classRooms}>{({ ProjectedTurn }) => <ProjectedTurn turn={turn} campaign={campaign} at={at} devices={devices} seats={view.seats} />}</Later>
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

  function content() {
    if (paused) return <p class="projector-word">{words.t('live:screen.paused')}</p>;
    switch (phase) {
      case 'lobby':
      case 'homework':
        return <ProjectedLobby view={view} code={code} />;
      case 'round':
        return round === null ? null : <ProjectedRound view={view} round={round} at={at} />;
      case 'turn':
        return <p class="projector-word">{words.t('live:class.screen.waits')}</p>;
      case 'wrapped':
      case 'ended':
        return <ProjectedEnd view={view} />;
    }
  }
}

/** A question is told beside its options or below them, and long options stand in two columns. */
function arrangementsOf({ phase, paused, round }: ScreenView): readonly Arrangement[] {
  if (paused || phase !== 'round' || round === null) return ['stacked'];
  return round.stage === 'revealed' ? ['beside', 'stacked'] : ['stacked', 'beside'];
}
