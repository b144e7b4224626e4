// A seat's own page: what the class is asked, and whether the answer is in.

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Confidence, Response } from '../../../quiz/types.ts';
import type { SeatRound, SeatView } from '../../../session/types.ts';
import { cue } from '../../audio/door.ts';
import { Later, Loading, WithShelves } from '../../later.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { joinLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { classRooms } from '../class/door.ts';
import { device } from '../ours.ts';
import { type Outbox, openOutbox } from '../outbox.ts';
import { Connection } from '../parts/connection.tsx';
import { useLine } from '../parts/useLine.ts';
import { browser } from '../platform.ts';
import { troubleKey } from '../words.ts';
import { HomeworkSheet } from './homework.tsx';
import { RoundOfSeat } from './round.tsx';
import { SeatSummarySheet } from './summary.tsx';
import { ExitTicket } from './ticket.tsx';

export function SeatPage({ code }: { code: string }) {
  const words = useWords();
  const [token] = useState(() => device.session(code)?.token ?? null);
  const { view, at, line } = useLine<SeatView>(code, token, 'seat');
  const outbox = useOutbox(code, token);
  useEffect(() => {
    // A seat of a session that is gone, or that was taken away, is none to come back to.
    if (line.is === 'refused' && (line.reason === 'removed' || line.reason === 'no-such-session' || line.reason === 'not-allowed')) device.keep(code, { token: null });
  }, [line, code]);
  if (line.is === 'refused') {
    return (
      <Page words={words} name={words.t('live:student.out')} focusKey={`seat ${code} out`} class="narrow seat">
        <Trouble words={words} text={words.t(token === null ? 'live:student.noSeat' : troubleKey(line.reason))}>
          <p class="actions">
            <a class="go" href={joinLink(token === null ? code : '')}>
              {words.t('live:student.joinAgain')}
            </a>
          </p>
        </Trouble>
      </Page>
    );
  }
  if (view === null || outbox === null) return <Loading />;
  return (
    <Page words={words} name={nameOf(view)} above={view.title} focusKey={`seat ${code}`} class="narrow seat">
      <SeatBar view={view} />
      <Connection line={line} />
      {content(view, outbox)}
    </Page>
  );

  function content(view: SeatView, outbox: Outbox) {
    if (view.phase === 'lobby') return <Lobby />;
    if (view.phase === 'homework') return view.homework === null ? null : <HomeworkSheet homework={view.homework} isAll outbox={outbox} />;
    if (view.phase === 'wrapped' || view.phase === 'ended') {
      return (
        <>
          <ExitTicket code={code} ticket={view.ticket} outbox={outbox} />
          {view.homework !== null && <HomeworkSheet homework={view.homework} isAll={false} outbox={outbox} />}
          {(view.kind === 'quiz' || (view.summary?.answered ?? 0) > 0) && <SeatSummarySheet view={view} />}
        </>
      );
    }
    if (view.paused) return <Notice heading={words.t('live:student.paused')} text={words.t('live:student.pausedMore')} />;
    const { turn } = view;
    if (turn !== null) {
      return (
        <WithShelves>
          <Later load={classRooms}>{({ SeatTurnSheet }) => <SeatTurnSheet key={turn.index} turn={turn} at={at} outbox={outbox} />}</Later>
        </WithShelves>
      );
    }
    if (view.round === null) return null;
    const { round } = view;
    return (
      <RoundOfSeat
        key={`${round.index}.${round.ballot}`}
        code={code}
        round={round}
        at={at}
        standing={view.standing}
        sent={outbox.sent({ kind: 'answer', round: round.index, ballot: round.ballot })}
        send={(response, confidence) => send(outbox, round, response, confidence)}
      />
    );
  }

  function nameOf(view: SeatView): string {
    if (view.phase === 'lobby') return words.t('live:student.lobby');
    if (view.phase === 'wrapped' || view.phase === 'ended') return words.t(view.phase === 'ended' ? 'live:student.ended' : 'live:student.wrapped');
    if (view.phase === 'homework') return words.t('live:class.homework.seatHeading');
    const { round, turn } = view;
    if (turn !== null) return words.t('live:class.turn', { number: turn.index + 1, of: turn.of });
    return round === null ? view.title : words.t(round.isTwin ? 'live:student.twin' : 'live:student.question', { number: round.number, of: round.of });
  }
}

function send(outbox: Outbox, { index, ballot }: SeatRound, response: Response, confidence: Confidence): void {
  cue('report');
  outbox.send({ kind: 'answer', round: index, ballot, response, confidence });
}

function useOutbox(code: string, token: string | null): Outbox | null {
  const [changes, setChanges] = useState(0);
  const outbox = useMemo(() => (token === null ? null : openOutbox({ code, token, platform: browser, onChange: () => setChanges((count) => count + 1) })), [code, token]);
  useEffect(() => () => outbox?.close(), [outbox]);
  // Another object for each change: a part that is given the same is not drawn anew.
  return useMemo(() => (outbox === null ? null : { ...outbox }), [outbox, changes]);
}

/** Who sits here. */
function SeatBar({ view }: { view: SeatView }) {
  const words = useWords();
  const { name, team, members, extraPercent } = view;
  return (
    <p class="seat-bar">
      <span>
        {words.t('live:student.you')} <strong>{name}</strong>
      </span>
      {team !== null && <span>{words.t('live:session.team', { number: team + 1 })}</span>}
      {members > 1 && <span>{words.t('live:student.members', { count: members })}</span>}
      {extraPercent > 0 && <span>{words.t('live:student.extraTime', { percent: extraPercent })}</span>}
    </p>
  );
}

function Lobby() {
  const words = useWords();
  return <Notice heading={words.t('live:student.in')} text={words.t('live:student.inMore')} />;
}

function Notice({ heading, text }: { heading: string; text: string }) {
  return (
    <section class="sheet seat-notice" role="status">
      <p class="seat-notice-heading">{heading}</p>
      <p>{text}</p>
    </section>
  );
}
