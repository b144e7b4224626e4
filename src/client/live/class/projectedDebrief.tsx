// The debrief of a class on the projector: where it ended, what it decided, what it believed, and what to argue about.

import { useMemo } from 'preact/hooks';
import type { CampaignLog } from '../../../rules/campaign.ts';
import type { ClassDebrief } from '../../../session/types.ts';
import { debriefOf } from '../../../telling/debrief.ts';
import { reachedText } from '../../../telling/verdict.ts';
import { useShelves } from '../../shelves.ts';
import { Fitted } from '../host/fitted.tsx';
import { Believed } from './believed.tsx';
import { Decisions, decidedTurns } from './decisions.tsx';
import { useCampaign } from './play.ts';

interface ProjectedDebriefProps {
  campaign: CampaignLog;
  debrief: ClassDebrief;
}

export function ProjectedDebrief({ campaign, debrief }: ProjectedDebriefProps) {
  const { words } = useShelves();
  const outcome = useCampaign(campaign);
  const told = useMemo(() => (outcome.ok ? { debrief: debriefOf(outcome.play), turns: decidedTurns(outcome.play, debrief.turns) } : null), [outcome, debrief.turns.length]);
  if (!outcome.ok || told === null) return <p class="projector-word">{words.t('live:class.debrief.unreadable')}</p>;
  const { play } = outcome;
  return (
    <Fitted stamp={`debrief ${debrief.turns.length}`} label={words.t('live:role.screen')}>
      <div class="screen-ending">
        <h2>{words.t(`endings:${told.debrief.ending}.title`)}</h2>
        <p>
          {reachedText(words, told.debrief)} {debrief.held > 0 && words.t('live:class.debrief.held', { count: debrief.held })}
        </p>
      </div>
      <div class="screen-halves">
        <section>
          <h3>{words.t('live:class.debrief.decisions')}</h3>
          <Decisions brief play={play} turns={told.turns} />
        </section>
        <section>
          <h3>{words.t('live:class.debrief.beliefs')}</h3>
          <Believed play={play} turns={debrief.turns} />
        </section>
      </div>
      <p class="screen-question">
        <strong>{words.t('live:class.debrief.question')}:</strong> {words.t('live:class.debrief.questions.china-both-ways')}
      </p>
    </Fitted>
  );
}
