// The host's control, on a laptop or a phone: what is on, what comes next, and who is there.

import { useEffect } from 'preact/hooks';
import type { CampaignLog } from '../../../rules/campaign.ts';
import type { ClassDebrief, HostView } from '../../../session/types.ts';
import { Later, Loading, WithShelves } from '../../later.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { controlLink, hostLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { classRooms } from '../class/door.ts';
import { device } from '../ours.ts';
import { Connection } from '../parts/connection.tsx';
import { useLine } from '../parts/useLine.ts';
import { troubleKey } from '../words.ts';
import { Actions } from './actions.tsx';
import { useCommands } from './commands.ts';
import { ControlLobby } from './controlLobby.tsx';
import { ControlRound } from './controlRound.tsx';
import { Debrief } from './debrief.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { resumeRehearsal } from './robots.ts';
import { Seats } from './seats.tsx';
import { SessionMore } from './sessionMore.tsx';
import { Timetable } from './timetable.tsx';
import { useSecret } from './useHost.ts';

export function Control({ code, secret }: { code: string; secret: string }) {
  const words = useWords();
  const host = useSecret(code, 'host', secret, controlLink(code));
  const { view, at, line } = useLine<HostView>(code, host, 'host');
  const commands = useCommands(code, host);
  useEffect(() => {
    if (view !== null) device.keep(code, { title: view.title });
  }, [view?.title, code]);
  useEffect(() => {
    if (host !== null) resumeRehearsal(code, host);
  }, [code, host]);
  if (line.is === 'refused' || host === null) {
    return (
      <Page words={words} name={words.t('live:control.none')} focusKey={`control ${code}`} class="narrow">
        <Trouble words={words} text={words.t(line.is === 'refused' ? troubleKey(line.reason) : 'live:trouble.not-allowed')}>
          <p>
            <a href={hostLink()}>{words.t('live:control.toHost')}</a>
          </p>
        </Trouble>
      </Page>
    );
  }
  if (view === null) return <Loading />;
  return (
    <Page words={words} name={nameOf(view)} above={`${view.title} · ${code}`} below={belowOf(view)} focusKey={`control ${code}`} class={`control phase-${view.phase}`}>
      <Connection line={line} />
      <div class="control-sheets">
        <div class="control-main">
          {(view.phase === 'lobby' || view.phase === 'homework') && <ControlLobby view={view} code={code} host={host} commands={commands} />}
          {view.phase === 'round' && view.round !== null && <ControlRound view={view} round={view.round} at={at} commands={commands} />}
          {view.phase === 'turn' && turnOf(view)}
          {(view.phase === 'wrapped' || view.phase === 'ended') && view.campaign !== null && view.debrief !== null && classDebrief(view.campaign, view.debrief)}
          {(view.phase === 'wrapped' || view.phase === 'ended') && view.debrief !== null && (view.kind === 'quiz' || view.debrief.answers > 0) && (
            <Debrief debrief={view.debrief} code={code} />
          )}
        </div>
        <aside class="control-aside">
          {view.devices !== 'none' && <Seats view={view} code={code} host={host} commands={commands} />}
          {view.devices !== 'none' && view.phase !== 'lobby' && <Rehearsal code={code} host={host} quiet />}
          <Timetable view={view} />
          <SessionMore view={view} code={code} host={host} commands={commands} />
        </aside>
      </div>
      <Actions view={view} code={code} commands={commands} />
    </Page>
  );

  function turnOf(view: HostView) {
    const { turn, campaign } = view;
    if (turn === null || campaign === null) return <p class="sheet">{words.t('live:class.control.checkpoint')}</p>;
    return (
      <WithShelves>
        <Later load={classRooms}>{({ ControlTurn }) => <ControlTurn view={view} turn={turn} campaign={campaign} at={at} commands={commands} />}</Later>
      </WithShelves>
    );
  }

  function classDebrief(campaign: CampaignLog, { turns, held }: ClassDebrief) {
    return (
      <WithShelves>
        <Later load={classRooms}>{({ ClassDebriefSheet }) => <ClassDebriefSheet campaign={campaign} turns={turns} held={held} claims={null} />}</Later>
      </WithShelves>
    );
  }

  function nameOf({ phase, round, turn, paused }: HostView): string {
    if (paused) return words.t('live:control.paused');
    if (phase === 'lobby') return words.t('live:control.lobby');
    if (phase === 'wrapped') return words.t('live:control.wrapped');
    if (phase === 'homework') return words.t('live:class.homework.control');
    if (phase === 'turn') return turn === null ? words.t('live:class.control.checkpoint') : words.t('live:class.turn', { number: turn.index + 1, of: turn.of });
    if (phase === 'ended' || round === null) return words.t('live:control.ended');
    return words.t(round.isTwin ? 'live:control.twin' : 'live:control.question', { number: round.number, of: round.of });
  }

  function belowOf({ phase, round, turn }: HostView): string {
    if (turn !== null) return words.t(`live:class.hostStage.${turn.stage}`);
    if (phase !== 'round' || round === null) return '';
    return words.t(round.stage === 'open' && round.ballot > 0 ? 'live:control.stage.revote' : `live:control.stage.${round.stage}`);
  }
}
