// The reckoning: how it ended, what it was worth, what was hidden, how well it was foreseen, and what moved the balance.

import { useMemo } from 'preact/hooks';
import { articleOn } from '../../telling/article.ts';
import { ARTICLE_DATE, type Debrief, debriefOf, LEAVES_OUT, type Mover } from '../../telling/debrief.ts';
import { codeOf, type Playthrough } from '../../telling/playthrough.ts';
import { estimateText, reachedText, worthHeading } from '../../telling/verdict.ts';
import { reasonOf } from '../../telling/why.ts';
import { points, signed } from '../../telling/wording.ts';
import { Paragraphs } from '../parts/briefing.tsx';
import { Facts } from '../parts/facts.tsx';
import { Fold } from '../parts/fold.tsx';
import { Foreseen } from '../parts/foreseen.tsx';
import { HashFold } from '../parts/hash.tsx';
import { Page } from '../parts/page.tsx';
import { Reckoned } from '../parts/reckoned.tsx';
import { Turns } from '../parts/turns.tsx';
import { Why } from '../parts/why.tsx';
import { useReckoning } from '../reckoning.ts';
import { replayLink, startLink } from '../route.ts';
import { useShelves } from '../shelves.ts';
import { anySeed } from './title.tsx';

export function DebriefScreen({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const debrief = useMemo(() => debriefOf(play), [play]);
  const reckoning = useReckoning(play);
  const { level } = play.world;
  return (
    <Page
      words={words}
      name={words.t(`endings:${debrief.ending}.title`)}
      above={`${words.t('interface:debrief.heading')} · ${words.t(`levels:${level.id}.title`)}`}
      focusKey="debrief"
      class="debrief"
    >
      <div class="debrief-columns">
        <div>
          <Reached debrief={debrief} />
          <Worth debrief={debrief} play={play} />
          <Reckoned play={play} debrief={debrief} reckoning={reckoning} />
          <MovedBalance debrief={debrief} />
        </div>
        <div>
          <HiddenFacts debrief={debrief} />
          <Foreseen debrief={debrief} play={play} reckoning={reckoning} />
          <Article play={play} />
          <After play={play} />
        </div>
      </div>
      <section class="whole-story" aria-labelledby="story">
        <h2 id="story">{words.t('interface:debrief.story')}</h2>
        <p class="hint">{words.t('interface:debrief.storyNote')}</p>
        <Turns play={play} telling="unveiled" />
      </section>
      <LeavesOut />
      <Keep play={play} />
    </Page>
  );
}

function Reached({ debrief }: { debrief: Debrief }) {
  const { words } = useShelves();
  return (
    <section class="sheet reached" aria-labelledby="reached">
      <h2 id="reached">{words.t('interface:debrief.reached')}</h2>
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
  const { content, words } = useShelves();
  const nameOf = (what: Mover) => words.t(`interface:debrief.mover.${what}`);
  return (
    <section class="sheet moved" aria-labelledby="moved">
      <h2 id="moved">{words.t('interface:debrief.moved')}</h2>
      <p class="hint">{words.t('interface:debrief.movedNote')}</p>
      {moved.map(({ what, by, causes }) => (
        <div key={what}>
          <h3>
            {nameOf(what)} <span class="by">{signed(words, by)}</span>
          </h3>
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
        </div>
      ))}
    </section>
  );
}

function Article({ play }: { play: Playthrough }) {
  const { content, words } = useShelves();
  return (
    <section class="sheet article" aria-labelledby="article">
      <h2 id="article">{words.t('interface:debrief.article.heading')}</h2>
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
    </section>
  );
}

function After({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const { level } = play.world;
  return (
    <section class="sheet after" aria-labelledby="after">
      <h2 id="after">{words.t('interface:debrief.after')}</h2>
      <Paragraphs text={words.t(`levels:${level.id}.epilogue`)} />
      <details>
        <summary>{words.t('interface:debrief.afterDates')}</summary>
        <p class="hint">{words.t('interface:debrief.afterNote')}</p>
        <Facts ids={level.epilogue} tag={{ word: words.t('interface:debrief.afterTag'), after: ARTICLE_DATE }} />
      </details>
    </section>
  );
}

function LeavesOut() {
  const { words } = useShelves();
  return (
    <section class="sheet leaves-out" aria-labelledby="leaves-out">
      <h2 id="leaves-out">{words.t('interface:debrief.leavesOut')}</h2>
      <ul class="two-columns">
        {LEAVES_OUT.map((what) => (
          <li key={what}>{words.t(`interface:model.leavesOut.${what}`)}</li>
        ))}
      </ul>
    </section>
  );
}

function Keep({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const { world, log } = play;
  const { level } = world;
  const { seed } = log.header;
  const code = codeOf(play);
  return (
    <section class="sheet keep" aria-labelledby="keep">
      <h2 id="keep">
        <label for="code">{words.t('interface:debrief.code')}</label>
      </h2>
      <div class="two-columns">
        <div>
          <p class="hint">{words.t('interface:debrief.codeHint')}</p>
          <textarea id="code" class="code" rows={4} readOnly value={code} data-testid="code" onFocus={({ currentTarget }) => currentTarget.select()} />
          <p>
            <a href={replayLink(code)}>{words.t('interface:debrief.link')}</a>
          </p>
        </div>
        <div>
          <dl class="table">
            <div>
              <dt>{words.t('interface:title.seed')}</dt>
              <dd>{seed}</dd>
            </div>
          </dl>
          <HashFold state={play.state} />
          <ul class="links">
            <li>
              <a href={startLink(level.id, seed)}>{words.t('interface:debrief.again')}</a>
            </li>
            <li>
              <a href={startLink(level.id, otherSeed(level.seeds, seed) ?? anySeed(level))}>{words.t('interface:debrief.another')}</a>
            </li>
            <li>
              <a href="#/">{words.t('interface:debrief.home')}</a>
            </li>
          </ul>
        </div>
      </div>
    </section>
  );
}

/** The level's next seed, so that another game is not the same one. */
function otherSeed(seeds: readonly number[], seed: number): number | undefined {
  return seeds[(seeds.indexOf(seed) + 1) % seeds.length];
}
