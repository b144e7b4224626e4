// A turn at a seat: what is believed, what is voted for, and whether it is in. The map and the memo are on the projector; here they are a fold away.

import { useLayoutEffect, useState } from 'preact/hooks';
import { SLOTS } from '../../../rules/apply.ts';
import { askedNow } from '../../../rules/forecast.ts';
import type { CardId } from '../../../rules/types.ts';
import { view } from '../../../rules/view.ts';
import { DESKS } from '../../../session/turnViews.ts';
import type { SeatTurn } from '../../../session/types.ts';
import type { Playthrough } from '../../../telling/playthrough.ts';
import { percent } from '../../../telling/wording.ts';
import { cue } from '../../audio/door.ts';
import { Belief, EventForecast } from '../../parts/belief.tsx';
import { Briefing } from '../../parts/briefing.tsx';
import { Hand, handOf } from '../../parts/hand.tsx';
import { Reports, Telegraph } from '../../parts/intelligence.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useShelves } from '../../shelves.ts';
import type { Outbox } from '../outbox.ts';
import { Countdown, useSecondsLeft } from '../parts/countdown.tsx';
import { Status } from '../parts/status.tsx';
import { useSeatPlay } from './play.ts';

interface SeatTurnProps {
  turn: SeatTurn;
  /** When the view came. */
  at: number;
  outbox: Outbox;
}

export function SeatTurnSheet({ turn, at, outbox }: SeatTurnProps) {
  const { words } = useShelves();
  const play = useSeatPlay(turn);
  if (play === null) return <Trouble words={words} text={words.t('live:class.debrief.unreadable')} />;
  switch (turn.stage) {
    case 'predict':
      return <Predict play={play} turn={turn} at={at} outbox={outbox} />;
    case 'vote':
      return <Vote key={turn.ballot} play={play} turn={turn} at={at} outbox={outbox} />;
    case 'voted':
    case 'world':
      return <Decided turn={turn} />;
  }
}

interface AskedProps extends SeatTurnProps {
  play: Playthrough;
}

function Predict({ play, turn, at, outbox }: AskedProps) {
  const { words } = useShelves();
  const { world, state } = play;
  const asked = askedNow(world, state);
  const place = { kind: 'forecast', turn: turn.index } as const;
  const sent = outbox.sent(place);
  const [belief, setBelief] = useState(sent?.slip.belief ?? state.belief);
  const [event, setEvent] = useState<number | null>(sent?.slip.event ?? null);
  const seconds = useSecondsLeft(turn.left, at, false);
  const given = turn.forecast?.status === 'saved' ? turn.forecast : (sent?.slip ?? null);
  const status = turn.forecast !== null ? { is: turn.forecast.status } : (sent?.state ?? null);
  const isOver = seconds === 0 || turn.closed;
  const mayAnswer = !isOver && (status === null || status.is === 'not-saved');
  useTop();
  return (
    <>
      {status !== null && <Status status={status} />}
      {seconds !== null && turn.whole !== null && status === null && <Countdown seconds={seconds} whole={Math.round(turn.whole / 1000)} />}
      {mayAnswer ? (
        <form
          class="seat-asked"
          onSubmit={(submitted) => {
            submitted.preventDefault();
            cue('report');
            outbox.send({ ...place, belief, event });
          }}
        >
          <Own turn={turn} />
          <Belief value={belief} before={state.belief} first={turn.index === 0} onInput={setBelief} />
          {asked !== null && <EventForecast asked={asked} start={world.level.start} value={event} onInput={setEvent} />}
          <p class="actions">
            <button type="submit" class="primary">
              {words.t('live:class.seat.handIn')}
            </button>
          </p>
        </form>
      ) : (
        <>
          {status === null && <Notice heading={words.t('live:time.over')} text={words.t('live:class.seat.noForecast')} />}
          {given !== null && (
            <section class="sheet">
              <p>
                {words.t('live:class.seat.believed', { percent: percent(words, given.belief) })}{' '}
                {given.event !== null && words.t('live:class.seat.eventBelieved', { percent: percent(words, given.event) })}
              </p>
              <p class="hint">{words.t('live:class.seat.soon')}</p>
            </section>
          )}
          <Own turn={turn} />
        </>
      )}
      <Known play={play} />
    </>
  );
}

function Vote({ play, turn, at, outbox }: AskedProps) {
  const { words } = useShelves();
  const place = { kind: 'vote', turn: turn.index, ballot: turn.ballot } as const;
  const sent = outbox.sent(place);
  const [chosen, setChosen] = useState<readonly CardId[]>([]);
  const [said, setSaid] = useState('');
  const seconds = useSecondsLeft(turn.left, at, false);
  const { cards, left, toggle } = handOf(play, chosen, (toggled) => {
    setChosen(toggled.chosen);
    const card = words.t(`cards:${toggled.card}.title`);
    setSaid(
      toggled.kind === 'barred'
        ? words.t('interface:cards.barred', { card, why: words.t(`interface:cards.${toggled.bar}`) })
        : words.t(toggled.kind === 'chosen' ? 'interface:cards.chosenNamed' : 'interface:cards.takenOut', { card }),
    );
  });
  const given = turn.vote?.status === 'saved' ? turn.vote.cards : (sent?.slip.cards ?? null);
  const status = turn.vote !== null ? { is: turn.vote.status } : (sent?.state ?? null);
  const isOver = seconds === 0;
  const mayVote = !isOver && (status === null || status.is === 'not-saved');
  useTop();
  return (
    <>
      {status !== null && <Status status={status} />}
      {seconds !== null && turn.whole !== null && status === null && <Countdown seconds={seconds} whole={Math.round(turn.whole / 1000)} />}
      {mayVote ? (
        <form
          class="seat-asked seat-vote"
          onSubmit={(submitted) => {
            submitted.preventDefault();
            cue('committed');
            outbox.send({ ...place, cards: chosen });
          }}
        >
          {turn.ballot > 0 && <p class="seat-again">{words.t('live:class.seat.again')}</p>}
          <p class="seat-purse">{words.t('interface:cards.left', { count: left })}</p>
          <Hand play={play} cards={cards} chosen={chosen} left={left} toggle={toggle} />
          <p role="status" class="unseen">
            {said}
          </p>
          <p class="actions seat-ballot">
            <button type="submit" class="primary">
              {chosen.length === 0 ? words.t('live:class.seat.voteHold') : words.t('live:class.seat.vote', { count: Math.min(SLOTS, chosen.length) })}
            </button>
          </p>
        </form>
      ) : (
        <>
          {status === null && <Notice heading={words.t('live:time.over')} text={words.t('live:class.seat.noVote')} />}
          {given !== null && <VotedFor cards={given} />}
        </>
      )}
      <Own turn={turn} />
      <Known play={play} />
    </>
  );
}

function VotedFor({ cards }: { cards: readonly CardId[] }) {
  const { words } = useShelves();
  return (
    <section class="sheet">
      <p>
        {cards.length === 0 ? words.t('live:class.seat.votedHold') : words.t('live:class.seat.votedFor', { cards: cards.map((card) => words.t(`cards:${card}.title`)).join(', ') })}
      </p>
    </section>
  );
}

function Decided({ turn }: { turn: SeatTurn }) {
  const { words } = useShelves();
  const { decided, vote, tally, stage } = turn;
  const cards = decided ?? [];
  const own = vote?.status === 'saved' ? vote.cards : null;
  const isAmong = own !== null && (cards.length === 0 ? own.length === 0 : own.some((card) => cards.includes(card)));
  useTop();
  return (
    <>
      <section class="sheet seat-notice" role="status">
        {stage === 'world' && <p class="seat-notice-heading">{words.t('live:class.seat.look')}</p>}
        <p class={stage === 'world' ? '' : 'seat-notice-heading'}>
          {cards.length === 0
            ? words.t('live:class.seat.decidedHold')
            : words.t('live:class.seat.decided', { cards: cards.map((card) => words.t(`cards:${card}.title`)).join(', ') })}
        </p>
        {turn.overruled && <p>{words.t('live:class.screen.overruled')}</p>}
        {isAmong && <p>{words.t('live:class.seat.yoursWon')}</p>}
        {stage === 'world' && <p>{words.t('live:class.seat.lookMore')}</p>}
      </section>
      {own !== null && <VotedFor cards={own} />}
      {tally !== null && tally.votes > 0 && (
        <section class="sheet">
          <h2>{words.t('live:class.control.tally')}</h2>
          <ul class="vote-counts">
            {tally.cards.map(({ card, votes }) => (
              <li key={card}>
                <span>{words.t(`cards:${card}.title`)}</span> <strong>{votes}</strong>
              </li>
            ))}
            <li>
              <span>{words.t('live:class.screen.hold')}</span> <strong>{tally.hold}</strong>
            </li>
          </ul>
        </section>
      )}
    </>
  );
}

/** The desk of a group, and the report that it alone has. */
function Own({ turn: { desk, own } }: { turn: SeatTurn }) {
  const { words } = useShelves();
  const role = desk === null ? undefined : DESKS[desk];
  if (role === undefined) return null;
  return (
    <section class="sheet desk-brief" aria-labelledby="desk-brief">
      <h2 id="desk-brief">{words.t('live:class.desk.heading', { desk: words.t(`live:class.desk.name.${role}`) })}</h2>
      <p>{words.t(`live:class.desk.brief.${role}`)}</p>
      {own !== null && (
        <div class="own-report">
          <h3>
            {words.t('live:class.desk.own')}: {words.t(`intelligence:${own.topic}.subject`)}
          </h3>
          <p>{words.t(`intelligence:${own.topic}.readings.${own.reading}`)}</p>
          <p class="hint">{words.t('live:class.desk.ownHint')}</p>
        </div>
      )}
    </section>
  );
}

/** What stands on the projector, for who cannot see it from their place. */
function Known({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const shown = view(play.world, play.state);
  return (
    <details class="seat-known">
      <summary>{words.t('live:class.seat.known')}</summary>
      <Briefing play={play} />
      <Telegraph shown={shown} />
      <Reports shown={shown} />
    </details>
  );
}

function Notice({ heading, text }: { heading: string; text: string }) {
  return (
    <section class="sheet seat-notice" role="status">
      <p class="seat-notice-heading">{heading}</p>
      <p>{text}</p>
    </section>
  );
}

/** What was at the top is another thing now. */
function useTop(): void {
  useLayoutEffect(() => window.scrollTo(0, 0), []);
}
