// The reckoning, laid out as a newspaper would: the verdict, the campaign in one picture, its causes; then beliefs, luck and skill, other timelines, other views; what to keep.

import { useEffect, useMemo } from 'preact/hooks';
import { articleOn } from '../../telling/article.ts';
import { ARTICLE_DATE, type Debrief, debriefOf, LEAVES_OUT, type Mover } from '../../telling/debrief.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { estimateText, goalText, reachedText, worthHeading } from '../../telling/verdict.ts';
import { reasonOf } from '../../telling/why.ts';
import { points, signed } from '../../telling/wording.ts';
import { cueOfEnding } from '../audio/cues.ts';
import { cue } from '../audio/door.ts';
import { EndingCauses } from '../debrief/causes.tsx';
import { ChangedDecision } from '../debrief/changed.tsx';
import { Contents } from '../debrief/contents.tsx';
import { Critic } from '../debrief/critic.tsx';
import { dialog } from '../dialogs.ts';
import '../debrief/debrief.css';
import '../debrief/print.css';
import { Foreseen } from '../debrief/foreseen.tsx';
import { Keep } from '../debrief/keep.tsx';
import { Overview } from '../debrief/overview.tsx';
import { usePaper } from '../debrief/paper.ts';
import { FoldedPart } from '../debrief/part.tsx';
import { Reckoned } from '../debrief/reckoned.tsx';
import { useReckoning } from '../debrief/reckoning.ts';
import { Soon } from '../debrief/soon.tsx';
import { WhatIf } from '../debrief/whatIf.tsx';
import { Facts } from '../parts/facts.tsx';
import { Fold } from '../parts/fold.tsx';
import { Page } from '../parts/page.tsx';
import { Paragraphs } from '../parts/paragraphs.tsx';
import { Turns } from '../parts/turns.tsx';
import { Why } from '../parts/why.tsx';
import { useShelves } from '../shelves.ts';

export function DebriefScreen({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const debrief = useMemo(() => debriefOf(play), [play]);
  const reckoning = useReckoning(play);
  usePaper();
  useEffect(() => cue(cueOfEnding(debrief.ending)), [debrief.ending]);
  const { level } = play.world;
  // What begun under other rules cannot be played again under these: what rests on replaying is left out.
  const whole = play.carried === null;
  const parts = [
    ...(whole ? ([['overview', 'overview.heading']] as const) : []),
    ['chain', 'chain.heading'],
    ['beliefs', 'beliefs'],
    ...(whole
      ? ([
          ['luck', 'luck.heading'],
          ['changed', 'changed.heading'],
          ['critic', 'critic.heading'],
        ] as const)
      : []),
    ['after', 'after'],
    ['story', 'story'],
    ['keep', 'keepHeading'],
  ] as const;
  return (
    <Page
      words={words}
      name={words.t(`endings:${debrief.ending}.title`)}
      above={`${words.t('interface:debrief.heading')} · ${words.t(`levels:${level.id}.title`)}`}
      focusKey="debrief"
      class="debrief"
      history
    >
      <div class="debrief-grid">
        <Reached debrief={debrief} deterrence={play.state.deterrence} />
        {whole ? <Worth debrief={debrief} play={play} /> : <p class="sheet">{words.t('interface:saves.carriedDebrief')}</p>}
        <Contents parts={parts.map(([id, key]) => ({ id, name: words.t(`interface:debrief.${key}`) }))} />
        {whole && <Overview play={play} />}
        <Soon>{() => <EndingCauses play={play} debrief={debrief} />}</Soon>
        <Soon>{() => <Foreseen debrief={debrief} play={play} reckoning={reckoning} />}</Soon>
        <Soon>
          {() => (
            <div class="aside">
              <HiddenFacts debrief={debrief} />
              {whole && <Reckoned play={play} debrief={debrief} reckoning={reckoning} />}
            </div>
          )}
        </Soon>
        <Soon>{() => <MovedBalance debrief={debrief} />}</Soon>
        {whole && (
          <>
            <Soon>{() => <WhatIf play={play} debrief={debrief} />}</Soon>
            <Soon>{() => <ChangedDecision key={play.state.seed} play={play} debrief={debrief} reckoning={reckoning} />}</Soon>
            <Soon>{() => <Critic play={play} debrief={debrief} />}</Soon>
          </>
        )}
        <Soon>{() => <Article play={play} />}</Soon>
        <Soon>{() => <After play={play} />}</Soon>
        <Soon>{() => <LeavesOut />}</Soon>
      </div>
      <Soon>{() => <Rest play={play} />}</Soon>
    </Page>
  );
}

function Rest({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  return (
    <>
      <section class="whole-story" aria-labelledby="story">
        <details class="prints">
          <summary>
            <h2 id="story">{words.t('interface:debrief.story')}</h2>
          </summary>
          <p class="hint">{words.t('interface:debrief.storyNote')}</p>
          <Turns play={play} telling="unveiled" />
        </details>
        <p class="actions">
          <button
            type="button"
            data-testid="rewind"
            onClick={() => {
              dialog.value = 'history';
            }}
          >
            {words.t('interface:debrief.rewind')}
          </button>
        </p>
      </section>
      <Keep play={play} />
    </>
  );
}

function Reached({ debrief, deterrence }: { debrief: Debrief; deterrence: number }) {
  const { words } = useShelves();
  return (
    <section class="sheet reached" aria-labelledby="reached">
      <h2 id="reached">{words.t('interface:debrief.reached')}</h2>
      <p class="goal-met">{goalText(words, debrief, deterrence)}</p>
      <div class="lead">
        <Paragraphs text={words.t(`endings:${debrief.ending}.text`)} />
      </div>
      <p data-testid="verdict">{reachedText(words, debrief)}</p>
    </section>
  );
}

function Worth({ debrief, play }: { debrief: Debrief; play: Playthrough }) {
  const { words } = useShelves();
  const { openings, state } = play;
  const { score, balance, holdBalance, threat } = debrief;
  const opening = openings[0]?.deterrence ?? 0;
  const figures: readonly [name: string, from: string, to: string][] = [
    [words.t('interface:debrief.deterrence'), points(words, opening), points(words, state.deterrence)],
    [words.t('interface:debrief.threat'), points(words, threat[0]), points(words, threat[1])],
    [words.t('interface:debrief.balance'), signed(words, opening - threat[0]), signed(words, balance)],
    [words.t('interface:debrief.balanceHold'), '', signed(words, holdBalance)],
  ];
  return (
    <section class="sheet worth" aria-labelledby="worth">
      <h2 id="worth">{worthHeading(words, debrief)}</h2>
      <p class="score">
        <span data-testid="score">{signed(words, score)}</span> <span class="unit">{words.t('interface:debrief.scoreUnit')}</span>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.t('interface:debrief.columnFigure')}</th>
            <th scope="col">{words.t('interface:debrief.columnOpening')}</th>
            <th scope="col">{words.t('interface:debrief.columnEnd')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(([name, from, to]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{from}</td>
              <td class="end">{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{estimateText(words, play)}</p>
    </section>
  );
}

function HiddenFacts({ debrief: { hidden, transfer } }: { debrief: Debrief }) {
  const { words } = useShelves();
  return (
    <section class="sheet hidden-facts" aria-labelledby="hidden">
      <h2 id="hidden">{words.t('interface:debrief.hidden')}</h2>
      <p class="lead">{words.t(`interface:debrief.bond.${hidden.bond}`)}</p>
      <p>{words.t(`interface:debrief.west.${hidden.west}`)}</p>
      <p>{words.t(`interface:debrief.help.${hidden.help}`)}</p>
      <p>{words.t('interface:debrief.transfer', { points: points(words, transfer) })}</p>
    </section>
  );
}

function MovedBalance({ debrief: { moved } }: { debrief: Debrief }) {
  const { words } = useShelves();
  return (
    <FoldedPart id="moved" heading={words.t('interface:debrief.moved')} class="moved">
      <p class="hint">{words.t('interface:debrief.movedNote')}</p>
      <div class="movers">
        {moved.map((each) => (
          <MovedBy key={each.what} moved={each} />
        ))}
      </div>
    </FoldedPart>
  );
}

function MovedBy({ moved: { what, by, causes } }: { moved: Debrief['moved'][number] }) {
  const { content, words } = useShelves();
  const nameOf = (mover: Mover) => words.t(`interface:debrief.mover.${mover}`);
  return (
    <details class="prints">
      <summary>
        <span class="mover">{nameOf(what)}</span> <span class="by">{signed(words, by)}</span>
      </summary>
      <ul>
        {causes.map((cause) => (
          <li key={cause.because.rule}>
            <Fold
              summary={
                <>
                  <span class="by">{signed(words, cause.by)}</span> {reasonOf(content, words, cause.because).sentence}
                </>
              }
            >
              {() => <Why because={cause.because} shown="rest" />}
            </Fold>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Article({ play }: { play: Playthrough }) {
  const { content, words } = useShelves();
  return (
    <FoldedPart id="article" heading={words.t('interface:debrief.article.heading')} class="article">
      <p class="hint">{words.t('interface:debrief.article.note')}</p>
      {articleOn(play, content.claims).map(({ occasion, claims }) => (
        <div key={occasion}>
          <h3>{words.t(`interface:debrief.article.${occasion}`)}</h3>
          {claims.map(({ id, paragraphs }) => (
            <p key={id}>
              {words.t(`claims:${id}`)} <span class="paragraph">{words.t('interface:why.paragraphs', { count: paragraphs.length, list: paragraphs.join(', ') })}</span>
            </p>
          ))}
        </div>
      ))}
    </FoldedPart>
  );
}

function After({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const { level } = play.world;
  return (
    <FoldedPart id="after" heading={words.t('interface:debrief.after')} class="after">
      <Paragraphs text={words.t(`levels:${level.id}.epilogue`)} />
      <details class="prints">
        <summary>{words.t('interface:debrief.afterDates')}</summary>
        <p class="hint">{words.t('interface:debrief.afterNote')}</p>
        <Facts ids={level.epilogue} tag={{ word: words.t('interface:debrief.afterTag'), after: ARTICLE_DATE }} />
      </details>
    </FoldedPart>
  );
}

function LeavesOut() {
  const { words } = useShelves();
  return (
    <FoldedPart id="leaves-out" heading={words.t('interface:debrief.leavesOut')} class="leaves-out">
      <ul class="two-columns">
        {LEAVES_OUT.map((what) => (
          <li key={what}>{words.t(`interface:model.leavesOut.${what}`)}</li>
        ))}
      </ul>
    </FoldedPart>
  );
}
