// The reckoning: how it ended, what it was worth, what was hidden, how well it was foreseen, and what moved most.

import { useMemo } from 'preact/hooks';
import { stateHash } from '../../rules/campaign.ts';
import { type Debrief, debriefOf } from '../../telling/debrief.ts';
import { difference, quantityName, sentenceCase } from '../../telling/narrate.ts';
import { codeOf, type Playthrough } from '../../telling/playthrough.ts';
import { points, signed } from '../../telling/wording.ts';
import { Paragraphs } from '../parts/briefing.tsx';
import { Facts } from '../parts/facts.tsx';
import { Foreseen } from '../parts/foreseen.tsx';
import { Page } from '../parts/page.tsx';
import { Turns } from '../parts/turns.tsx';
import { Why } from '../parts/why.tsx';
import { replayLink, startLink } from '../route.ts';
import { useShelves } from '../shelves.ts';
import { anySeed } from './title.tsx';

export function DebriefScreen({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const debrief = useMemo(() => debriefOf(play), [play]);
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
          <Reached debrief={debrief} play={play} />
          <HiddenFacts debrief={debrief} />
          <Largest debrief={debrief} />
        </div>
        <div>
          <Foreseen debrief={debrief} level={level} />
          <After play={play} />
          <Keep play={play} />
        </div>
      </div>
      <section class="whole-story" aria-labelledby="story">
        <h2 id="story">{words.t('interface:debrief.story')}</h2>
        <p class="hint">{words.t('interface:debrief.storyNote')}</p>
        <Turns play={play} telling="unveiled" />
      </section>
    </Page>
  );
}

function Reached({ debrief, play }: { debrief: Debrief; play: Playthrough }) {
  const { words } = useShelves();
  const { score, balance, holdBalance, threat, transfer } = debrief;
  const verdict = score > 0 ? 'scoreBetter' : score < 0 ? 'scoreWorse' : 'scoreSame';
  const figures: readonly [string, string][] = [
    [words.t('interface:debrief.balance'), signed(words, balance)],
    [words.t('interface:debrief.balanceHold'), signed(words, holdBalance)],
    [words.t('interface:debrief.deterrence'), points(words, play.state.deterrence)],
    [words.t('interface:debrief.threat'), words.t('interface:debrief.fromTo', { from: points(words, threat[0]), to: points(words, threat[1]) })],
    [words.t('interface:debrief.transfer'), points(words, transfer)],
  ];
  return (
    <section class="sheet reached" aria-labelledby="reached">
      <h2 id="reached">{words.t('interface:debrief.reached')}</h2>
      <div class="lead">
        <Paragraphs text={words.t(`endings:${debrief.ending}.text`)} />
      </div>
      <h3>{words.t('interface:debrief.prevented')}</h3>
      <p class="score" data-testid="score">
        {signed(words, score)}
      </p>
      <p>{words.t(`interface:debrief.${verdict}`, { score: points(words, Math.abs(score)) })}</p>
      <dl class="table">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function HiddenFacts({ debrief: { hidden } }: { debrief: Debrief }) {
  const { words } = useShelves();
  return (
    <section class="sheet hidden-facts" aria-labelledby="hidden">
      <h2 id="hidden">{words.t('interface:debrief.hidden')}</h2>
      <p class="lead">{words.t(`interface:debrief.bond.${hidden.bond}`)}</p>
      <p>{words.t(`interface:debrief.west.${hidden.west}`)}</p>
      <p>{words.t(`interface:debrief.help.${hidden.help}`)}</p>
    </section>
  );
}

function Largest({ debrief: { largest } }: { debrief: Debrief }) {
  const { words } = useShelves();
  return (
    <section class="sheet" aria-labelledby="largest">
      <h2 id="largest">{words.t('interface:debrief.largest')}</h2>
      <p class="hint">{words.t('interface:debrief.largestNote')}</p>
      <ol class="changes">
        {largest.map(({ what, by, turns, because }) => (
          <li key={`${what} ${because.rule}`}>
            <details>
              <summary>
                {words.t('interface:debrief.cause', { what: sentenceCase(words, quantityName(words, what)), by: difference(words, what, by), count: turns.length })}
              </summary>
              <Why because={because} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function After({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const { level } = play.world;
  return (
    <section class="sheet after" aria-labelledby="after">
      <h2 id="after">{words.t('interface:debrief.after')}</h2>
      <p class="hint">{words.t('interface:debrief.afterNote')}</p>
      <Paragraphs text={words.t(`levels:${level.id}.epilogue`)} />
      <Facts ids={level.epilogue} tag={words.t('interface:debrief.afterTag')} />
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
      <p class="hint">{words.t('interface:debrief.codeHint')}</p>
      <textarea id="code" class="code" rows={4} readOnly value={code} data-testid="code" onFocus={({ currentTarget }) => currentTarget.select()} />
      <p>
        <a href={replayLink(code)}>{words.t('interface:debrief.link')}</a>
      </p>
      <dl class="table">
        <div>
          <dt>{words.t('interface:debrief.hash')}</dt>
          <dd class="code" data-testid="state-hash">
            {stateHash(play.state)}
          </dd>
        </div>
        <div>
          <dt>{words.t('interface:title.seed')}</dt>
          <dd>{seed}</dd>
        </div>
      </dl>
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
    </section>
  );
}

/** The level's next seed, so that another game is not the same one. */
function otherSeed(seeds: readonly number[], seed: number): number | undefined {
  return seeds[(seeds.indexOf(seed) + 1) % seeds.length];
}
