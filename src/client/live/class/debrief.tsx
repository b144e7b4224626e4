// The debrief of a class for its teacher, on the control and in the report: on screen and on paper.

import { useMemo } from 'preact/hooks';
import type { CampaignLog } from '../../../rules/campaign.ts';
import type { PlayedTurn, Report } from '../../../session/types.ts';
import { debriefOf } from '../../../telling/debrief.ts';
import { codeOf } from '../../../telling/playthrough.ts';
import { reachedText } from '../../../telling/verdict.ts';
import { percent } from '../../../telling/wording.ts';
import { playLink } from '../../route.ts';
import { useShelves } from '../../shelves.ts';
import { TableFrame } from '../parts/tableFrame.tsx';
import { Believed } from './believed.tsx';
import { Decisions, decidedTurns } from './decisions.tsx';
import { useCampaign } from './play.ts';

interface ClassDebriefProps {
  campaign: CampaignLog;
  turns: readonly PlayedTurn[];
  held: number;
  /** By claim, of the questions that were asked on the way; null where they are told elsewhere. */
  claims: Report['claims'] | null;
}

export function ClassDebriefSheet({ campaign, turns, held, claims }: ClassDebriefProps) {
  const { words } = useShelves();
  const outcome = useCampaign(campaign);
  const told = useMemo(
    () => (outcome.ok && outcome.play.state.phase === 'over' ? { debrief: debriefOf(outcome.play), decided: decidedTurns(outcome.play, turns) } : null),
    [outcome, turns],
  );
  const missed = [...(claims ?? [])].filter(({ right }) => right !== null).sort((one, other) => (one.right ?? 0) - (other.right ?? 0))[0];
  if (!outcome.ok || told === null) return <p class="sheet">{words.t('live:class.debrief.unreadable')}</p>;
  const { play } = outcome;
  return (
    <>
      <section class="sheet class-ending" aria-labelledby="class-ending">
        <h2 id="class-ending">{words.t(`endings:${told.debrief.ending}.title`)}</h2>
        <p>{words.t(`endings:${told.debrief.ending}.text`)}</p>
        <p>
          {reachedText(words, told.debrief)} {held > 0 && words.t('live:class.debrief.held', { count: held })}
        </p>
        <p class="no-print">
          <a href={playLink(codeOf(play), 'debrief')}>{words.t('live:class.debrief.whole')}</a>
        </p>
      </section>
      <section class="sheet" aria-labelledby="class-decisions">
        <h2 id="class-decisions">{words.t('live:class.debrief.decisions')}</h2>
        <p class="hint">{words.t('live:class.debrief.insteadHint')}</p>
        <TableFrame label={words.t('live:class.debrief.decisions')}>
          <Decisions play={play} turns={told.decided} />
        </TableFrame>
      </section>
      <section class="sheet" aria-labelledby="class-beliefs">
        <h2 id="class-beliefs">{words.t('live:class.debrief.beliefs')}</h2>
        <p class="hint">{words.t('live:class.debrief.beliefsHint')}</p>
        <TableFrame label={words.t('live:class.debrief.beliefs')}>
          <Believed play={play} turns={turns} />
        </TableFrame>
      </section>
      <section class="sheet" aria-labelledby="class-argue">
        <h2 id="class-argue">{words.t('live:class.debrief.question')}</h2>
        <p>{words.t('live:class.debrief.questions.china-both-ways')}</p>
        <p>{words.t('live:class.debrief.questions.luck')}</p>
        {missed !== undefined && <p>{words.t('live:class.debrief.missed', { claim: missed.claim.text, share: percent(words, missed.right ?? 0) })}</p>}
        {claims?.length === 0 && <p class="hint">{words.t('live:class.debrief.missedNone')}</p>}
      </section>
    </>
  );
}
