// A turn on the host's control: what to read aloud, who has handed in, hands to count, and the one overruling.

import { useState } from 'preact/hooks';
import { SLOTS } from '../../../rules/apply.ts';
import type { CardId } from '../../../rules/types.ts';
import { BANDS } from '../../../session/turns.ts';
import type { HostTurn, HostView } from '../../../session/types.ts';
import { digestOf } from '../../../telling/digest.ts';
import { detailText, headlineText } from '../../../telling/narrate.ts';
import type { Playthrough } from '../../../telling/playthrough.ts';
import { percent } from '../../../telling/wording.ts';
import { Paragraphs } from '../../parts/paragraphs.tsx';
import { useShelves } from '../../shelves.ts';
import type { Commanding } from '../host/commands.ts';
import { Ask } from '../parts/ask.tsx';
import { Countdown, useSecondsLeft } from '../parts/countdown.tsx';
import { CountForm } from '../parts/countForm.tsx';
import { BeliefStrip } from './beliefStrip.tsx';
import { cardsText } from './decisions.tsx';
import { useCampaign } from './play.ts';
import { VoteBars } from './voteBars.tsx';

interface ControlTurnProps {
  view: HostView;
  turn: HostTurn;
  campaign: NonNullable<HostView['campaign']>;
  at: number;
  commands: Commanding;
}

export function ControlTurn({ view, turn, campaign, at, commands }: ControlTurnProps) {
  const { words } = useShelves();
  const outcome = useCampaign(campaign);
  const seconds = useSecondsLeft(turn.left, at, view.paused);
  if (!outcome.ok) return <p class="sheet">{words.t('live:class.debrief.unreadable')}</p>;
  const { play } = outcome;
  const { stage } = turn;
  const isOpen = (stage === 'predict' && !turn.closed) || stage === 'vote';
  return (
    <>
      {isOpen && (
        <section class="sheet control-question">
          <div class="control-progress">
            {view.devices !== 'none' && (
              <p class="control-answered" data-testid="answered">
                {words.t(stage === 'vote' ? 'live:class.control.votesIn' : 'live:class.control.forecastsIn', { answered: turn.answered, expected: turn.expected })}
              </p>
            )}
            {seconds !== null && turn.whole !== null && <Countdown seconds={seconds} whole={Math.round(turn.whole / 1000)} />}
          </div>
        </section>
      )}
      {isOpen && view.devices === 'none' && counting(play)}
      {isOpen && view.devices !== 'none' && (
        <details class="hands-beside">
          <summary>{words.t('live:class.control.handsBeside')}</summary>
          {counting(play)}
        </details>
      )}
      {(stage === 'vote' || turn.closed) && turn.belief !== null && turn.beliefs !== null && (
        <section class="sheet" aria-labelledby="beliefs">
          <h2 id="beliefs">{words.t('live:class.control.beliefs')}</h2>
          <BeliefStrip beliefs={turn.beliefs} mean={turn.belief} />
          <p>
            {words.t('live:class.screen.mean', { percent: percent(words, turn.belief), low: percent(words, turn.beliefs[0] ?? 0), high: percent(words, turn.beliefs.at(-1) ?? 0) })}
          </p>
        </section>
      )}
      {stage === 'voted' && turn.tally !== null && (
        <section class="sheet" aria-labelledby="tally">
          <h2 id="tally">{words.t('live:class.control.tally')}</h2>
          <VoteBars tally={turn.tally} decided={turn.decided ?? []} />
          <p class="lead" role="status">
            {decisionText(turn)}
          </p>
        </section>
      )}
      {stage === 'voted' && turn.mayOverrule && <Overrule play={play} turn={turn} commands={commands} />}
      {stage === 'world' && <News play={play} />}
      {(stage === 'predict' || stage === 'vote') && (
        <section class="sheet memo" aria-labelledby="memo">
          <h2 id="memo">{words.t('live:class.control.briefing')}</h2>
          <Paragraphs text={words.t(`levels:${play.world.level.id}.briefings.${play.state.turn}`)} />
        </section>
      )}
    </>
  );

  function counting(play: Playthrough) {
    return stage === 'predict' ? <CountBeliefs turn={turn} commands={commands} /> : <CountVotes play={play} turn={turn} commands={commands} />;
  }

  function decisionText({ decided, overruled }: HostTurn): string {
    const cards = decided ?? [];
    if (cards.length === 0) return words.t(overruled ? 'live:class.control.overruledHold' : 'live:class.control.holds');
    return words.t(overruled ? 'live:class.control.overruledTo' : 'live:class.control.plays', { cards: cardsText(words, cards) });
  }
}

function CountBeliefs({ turn, commands }: { turn: HostTurn; commands: Commanding }) {
  const { words } = useShelves();
  const places = (Object.keys(BANDS) as (keyof typeof BANDS)[]).map((band) => ({ id: band as string, name: words.t(`live:class.control.band.${band}`) }));
  return (
    <CountForm
      key={`beliefs ${turn.index}`}
      legend={words.t('live:class.control.handsBelief')}
      places={places}
      hands={turn.hands}
      onCount={(hands) => commands.give({ type: 'countForecasts', turn: turn.index, hands })}
    />
  );
}

function CountVotes({ play, turn, commands }: { play: Playthrough; turn: HostTurn; commands: Commanding }) {
  const { words } = useShelves();
  const hand = play.state.desk?.hand ?? [];
  const places = [...hand.map((card) => ({ id: card as string, name: words.t(`cards:${card}.title`) })), { id: 'hold', name: words.t('live:class.screen.hold') }];
  return (
    <CountForm
      key={`votes ${turn.index} ${turn.ballot}`}
      legend={words.t('live:class.control.handsVote')}
      places={places}
      hands={turn.hands}
      onCount={(hands) => commands.give({ type: 'countVotes', turn: turn.index, hands })}
    />
  );
}

/** Once in a session, and never by a slip of the hand. */
function Overrule({ play, turn, commands }: { play: Playthrough; turn: HostTurn; commands: Commanding }) {
  const { words } = useShelves();
  const [chosen, setChosen] = useState<readonly CardId[]>([]);
  const [isAsking, setAsking] = useState(false);
  const hand = play.state.desk?.hand ?? [];
  return (
    <details class="sheet overrule">
      <summary>{words.t('live:class.control.overrule')}</summary>
      <p class="hint">{words.t('live:class.control.overruleHint')}</p>
      <fieldset class="choices">
        <legend class="unseen">{words.t('live:class.control.overrule')}</legend>
        {hand.map((card) => (
          <label key={card}>
            <input
              type="checkbox"
              checked={chosen.includes(card)}
              disabled={!chosen.includes(card) && chosen.length >= SLOTS}
              onChange={({ currentTarget }) => setChosen(currentTarget.checked ? [...chosen, card] : chosen.filter((other) => other !== card))}
            />
            {words.t(`cards:${card}.title`)} <span class="hint">{words.t('interface:cards.cost', { count: play.world.cardById.get(card)?.cost ?? 0 })}</span>
          </label>
        ))}
      </fieldset>
      <p class="actions">
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          {words.t('live:class.control.overruleDo')}
        </button>
      </p>
      {isAsking && (
        <Ask
          heading={words.t('live:class.control.overrule')}
          text={`${cardsText(words, chosen)}. ${words.t('live:class.control.overruleText')}`}
          yes={words.t('live:class.control.overruleDo')}
          onYes={() => commands.give({ type: 'overrule', turn: turn.index, cards: chosen })}
          onClose={() => setAsking(false)}
        />
      )}
    </details>
  );
}

function News({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const { world, turns } = play;
  const { headline } = digestOf(world, turns.at(-1) ?? [], 'veiled');
  return (
    <section class="sheet" aria-labelledby="news">
      <h2 id="news">{words.t('live:class.control.news')}</h2>
      <p class="lead">{headline === null ? words.t('interface:world.quiet') : headlineText(words, world.level, headline)}</p>
      {headline !== null && detailText(words, headline) !== '' && <p>{detailText(words, headline)}</p>}
    </section>
  );
}
