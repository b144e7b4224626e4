// What a critic would say: a rival view's case, and the same campaign played again as if it were right.

import { useMemo, useState } from 'preact/hooks';
import { holdBalance } from '../../rules/campaign.ts';
import type { Rival } from '../../rules/types.ts';
import type { Debrief } from '../../telling/debrief.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { disputed, rivalsFor, underRival } from '../../telling/retold.ts';
import { criticTexts, insteadOutcome } from '../../telling/verdict.ts';
import { percent, whole } from '../../telling/wording.ts';
import { Paragraphs } from '../parts/paragraphs.tsx';
import { useShelves } from '../shelves.ts';
import { FoldedPart } from './part.tsx';
import { SideBySide } from './sideBySide.tsx';

export function Critic({ play, debrief }: { play: Playthrough; debrief: Debrief }) {
  const { content, words } = useShelves();
  const rivals = useMemo(() => rivalsFor(content, play.world), [content, play.world]);
  const [chosen, choose] = useState<Rival | null>(null);
  return (
    <FoldedPart id="critic" heading={words.t('interface:debrief.critic.heading')} class="critic">
      <p class="hint">{words.t('interface:debrief.critic.note')}</p>
      <fieldset class="options">
        <legend class="term">{words.t('interface:debrief.critic.choose')}</legend>
        {rivals.map((rival) => (
          <label key={rival.id}>
            <input type="radio" name="rival" checked={chosen?.id === rival.id} onChange={() => choose(rival)} /> {words.t(`rivals:${rival.id}.title`)}
          </label>
        ))}
      </fieldset>
      {chosen !== null && <View key={chosen.id} play={play} debrief={debrief} rival={chosen} />}
    </FoldedPart>
  );
}

function View({ play, debrief, rival }: { play: Playthrough; debrief: Debrief; rival: Rival }) {
  const { content, words } = useShelves();
  const theirs = useMemo(() => underRival(content, play, rival), [content, play, rival]);
  const worth = theirs.balance - holdBalance(theirs.world, play.state.seed);
  const differs = disputed(play.world, theirs.world);
  const priors = [play.world.level.prior.alliance, theirs.world.level.prior.alliance] as const;
  return (
    <>
      <div class="lead case">
        <Paragraphs text={words.t(`rivals:${rival.id}.case`)} />
      </div>
      <p class="outcome" role="status" data-testid="critic-outcome">
        {insteadOutcome(words, debrief, theirs)}
      </p>
      {criticTexts(words, debrief, rival, theirs.state.hidden, worth).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <details class="prints">
        <summary>{words.t('interface:debrief.critic.disputed')}</summary>
        <table>
          <caption>{words.t('interface:debrief.critic.units')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('interface:debrief.critic.columnAssumption')}</th>
              <th scope="col">{words.t('interface:debrief.critic.columnOurs')}</th>
              <th scope="col">{words.t('interface:debrief.critic.columnTheirs')}</th>
            </tr>
          </thead>
          <tbody>
            {priors[0] !== priors[1] && (
              <tr>
                <th scope="row">{words.t('interface:debrief.critic.priorAlliance')}</th>
                <td>{percent(words, priors[0])}</td>
                <td>{percent(words, priors[1])}</td>
              </tr>
            )}
            {differs.map(({ id, ours, theirs: other }) => (
              <tr key={id}>
                <th scope="row">{words.t(`assumptions:${id}.title`)}</th>
                <td>{whole(words, ours)}</td>
                <td>{whole(words, other)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <SideBySide play={play} other={theirs} names={{ original: words.t('interface:debrief.critic.own'), other: words.t(`rivals:${rival.id}.title`) }} />
    </>
  );
}
