// A turn on the projector: the map, and beside it what the class needs for what it does now.

import { useEffect, useMemo } from 'preact/hooks';
import type { CampaignLog } from '../../../rules/campaign.ts';
import { askedNow } from '../../../rules/forecast.ts';
import type { CardId } from '../../../rules/types.ts';
import { type View, view } from '../../../rules/view.ts';
import { BANDS } from '../../../session/turns.ts';
import type { Devices, ScreenTurn } from '../../../session/types.ts';
import { digestOf } from '../../../telling/digest.ts';
import { becauseOf, detailText, headlineText } from '../../../telling/narrate.ts';
import { pictureOf } from '../../../telling/picture.ts';
import type { Playthrough } from '../../../telling/playthrough.ts';
import { beatsOf } from '../../../telling/staging.ts';
import { reasonOf } from '../../../telling/why.ts';
import { likelihood, monthOf, percent, points, quarterOf } from '../../../telling/wording.ts';
import { MapWindow } from '../../parts/mapWindow.tsx';
import { Paragraphs } from '../../parts/paragraphs.tsx';
import { useShelves } from '../../shelves.ts';
import { type Scenery, scenery } from '../../stage.ts';
import { Fitted } from '../host/fitted.tsx';
import { Countdown, useSecondsLeft } from '../parts/countdown.tsx';
import { BeliefStrip } from './beliefStrip.tsx';
import { useCampaign } from './play.ts';
import { VoteBars } from './voteBars.tsx';

interface ProjectedTurnProps {
  turn: ScreenTurn;
  campaign: CampaignLog;
  at: number;
  devices: Devices;
  seats: number;
}

export function ProjectedTurn({ turn, campaign, at, devices, seats }: ProjectedTurnProps) {
  const { words } = useShelves();
  const outcome = useCampaign(campaign);
  const scene = useMemo(() => (outcome.ok ? sceneOf(outcome.play, turn.stage === 'world') : null), [outcome, turn.stage]);
  useEffect(() => {
    scenery.value = scene;
    return () => {
      scenery.value = null;
    };
  }, [scene]);
  const seconds = useSecondsLeft(turn.left, at, false);
  if (!outcome.ok) return <p class="projector-word">{words.t('live:class.debrief.unreadable')}</p>;
  const { play } = outcome;
  const { level } = play.world;
  const isOpen = (turn.stage === 'predict' && !turn.closed) || turn.stage === 'vote';
  return (
    <div class={`screen-turn stage-${turn.stage}`}>
      {turn.stage !== 'vote' && (
        <div class="screen-turn-map">
          <MapWindow />
        </div>
      )}
      <Fitted stamp={`${turn.index} ${turn.stage} ${turn.ballot} ${turn.closed} ${turn.decided?.join() ?? ''} ${turn.overruled}`} label={words.t('live:role.screen')}>
        <div class="screen-bar">
          <p>
            {words.t('live:class.turn', { number: turn.index + 1, of: turn.of })} · {quarterOf(words, level.start, turn.index)}
          </p>
          {isOpen && devices !== 'none' && <p class="screen-answered">{words.t('live:control.answered', { answered: turn.answered, expected: seats })}</p>}
          {isOpen && seconds !== null && turn.whole !== null && <Countdown seconds={seconds} whole={Math.round(turn.whole / 1000)} />}
        </div>
        <h2 class="screen-stem">{words.t(`live:class.stage.${turn.stage}`)}</h2>
        {content(play)}
      </Fitted>
    </div>
  );

  function content(play: Playthrough) {
    switch (turn.stage) {
      case 'predict':
        return turn.closed ? <Believed turn={turn} /> : <Briefed play={play} devices={devices} />;
      case 'vote':
        return <Ballot play={play} />;
      case 'voted':
        return (
          <>
            {turn.overruled && <p class="screen-discuss">{words.t('live:class.screen.overruled')}</p>}
            {turn.tally !== null && <VoteBars tally={turn.tally} decided={turn.decided ?? []} />}
          </>
        );
      case 'world':
        return <News play={play} />;
    }
  }
}

/** What the map shows; once the quarter has passed, how it came to pass. */
function sceneOf({ world, state, openings, turns, log }: Playthrough, isWorld: boolean): Scenery {
  const played = isWorld ? (turns.at(-1) ?? []) : [];
  const before = openings.at(-2);
  return {
    key: `class ${log.header.seed} ${turns.length} ${isWorld ? 'world' : 'desk'}`,
    picture: pictureOf(world, state),
    from: played.length === 0 || before === undefined ? null : pictureOf(world, before),
    beats: played.length === 0 ? [] : beatsOf(world, played),
  };
}

function Briefed({ play, devices }: { play: Playthrough; devices: Devices }) {
  const { words } = useShelves();
  const { world, state } = play;
  const { desk } = view(world, state);
  const asked = askedNow(world, state);
  return (
    <div class="screen-briefed">
      <div class="screen-memo">
        <Paragraphs text={words.t(`levels:${world.level.id}.briefings.${state.turn}`)} />
      </div>
      <ul class="screen-reports">
        {desk?.reports.map(({ topic, reading }) => (
          <li key={topic}>{words.t(`intelligence:${topic}.readings.${reading}`)}</li>
        ))}
        {desk?.telegraph !== null && desk?.telegraph !== undefined && <li>{words.t(`moves:${desk.telegraph.move}.sign`)}</li>}
      </ul>
      <p class="screen-question">
        {words.t('live:class.screen.question')} {devices !== 'none' && words.t('live:class.screen.handIn')}
      </p>
      {asked !== null && <p class="screen-question">{words.t(`interface:belief.event.${asked.event}`, { month: monthOf(words, world.level.start, asked.byTurn) })}</p>}
      {devices === 'none' && (
        <p class="screen-bands">
          {words.t('live:class.screen.handsBelief')} {(Object.keys(BANDS) as (keyof typeof BANDS)[]).map((band) => words.t(`live:class.control.band.${band}`)).join(' · ')}
        </p>
      )}
    </div>
  );
}

function Believed({ turn }: { turn: ScreenTurn }) {
  const { words } = useShelves();
  const { beliefs, belief } = turn;
  if (beliefs === null || belief === null) return <p>{words.t('live:class.screen.noBeliefs')}</p>;
  return (
    <>
      <BeliefStrip beliefs={beliefs} mean={belief} />
      <p class="strip-ends" aria-hidden="true">
        <span>{words.t('interface:belief.low')}</span>
        <span>{words.t('interface:belief.high')}</span>
      </p>
      <p>
        {words.t('live:class.screen.mean', { percent: percent(words, belief), low: percent(words, beliefs[0] ?? 0), high: percent(words, beliefs.at(-1) ?? 0) })}{' '}
        {words.t(`interface:likelihood.${likelihood(belief)}`)}
      </p>
    </>
  );
}

function Ballot({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const { world, state } = play;
  const hand: readonly CardId[] = state.desk?.hand ?? [];
  return (
    <>
      <p class="screen-rule">
        <strong>{words.t('live:class.screen.capital', { capital: state.capital })}</strong> {words.t('live:class.screen.voteNow')}
      </p>
      <ol class="screen-cards">
        {hand.map((id) => {
          const card = world.cardById.get(id);
          if (card === undefined) return null;
          return (
            <li key={id} class={`lever-${card.lever}`}>
              <span class="screen-card-name">{words.t(`cards:${id}.title`)}</span>
              <span class="screen-card-cost">{card.cost === 0 ? words.t('interface:cards.free') : words.t('interface:cards.cost', { count: card.cost })}</span>
              <span class="screen-card-line">{words.t(`cards:${id}.line`)}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function News({ play }: { play: Playthrough }) {
  const { content, words } = useShelves();
  const { world, turns, state, openings } = play;
  const { headline } = digestOf(world, turns.at(-1) ?? [], 'veiled');
  const because = headline === null ? null : becauseOf(headline);
  const shown = view(world, state);
  const before = openings.at(-2);
  const was: View | null = before === undefined ? null : view(world, before);
  const figures = [
    ['interface:figure.threat', shown.threat, was?.threat],
    ['interface:figure.deterrence', shown.levels.deterrence, was?.levels.deterrence],
    ['interface:figure.closeness', shown.levels.closeness, was?.levels.closeness],
  ] as const;
  return (
    <>
      <p class="screen-headline">{headline === null ? words.t('interface:world.quiet') : headlineText(words, world.level, headline)}</p>
      {headline !== null && detailText(words, headline) !== '' && <p>{detailText(words, headline)}</p>}
      {because !== null && (
        <p class="screen-claim">
          <span class="screen-because">{words.t('interface:world.because')}</span> {reasonOf(content, words, because).sentence}
        </p>
      )}
      <dl class="screen-figures">
        {figures.map(([name, now, then]) => (
          <div key={name}>
            <dt>{words.t(name)}</dt>
            <dd>
              {points(words, now)} {then !== undefined && then !== now && <span class="screen-paragraph">{words.t('interface:desk.ghost', { value: points(words, then) })}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
