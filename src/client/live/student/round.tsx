// One question at a seat: open, handed in, closed, talked over, asked again, and told.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Confidence, Response } from '../../../quiz/types.ts';
import type { SeatRound, Standing } from '../../../session/types.ts';
import { ItemForm, type Sheet } from '../../quiz/itemForm.tsx';
import { useWords } from '../../shelves.ts';
import type { Sent, SlipOf } from '../outbox.ts';
import { Countdown, useSecondsLeft } from '../parts/countdown.tsx';
import { ResponseText } from '../parts/responseText.tsx';
import { Status } from '../parts/status.tsx';
import { Told } from './told.tsx';

interface RoundProps {
  code: string;
  round: SeatRound;
  /** When the view came. */
  at: number;
  standing: Standing | null;
  /** What became of this device's answer to this ballot. */
  sent: { slip: SlipOf<'answer'>; state: Sent } | null;
  send: (response: Response, confidence: Confidence) => void;
}

export function RoundOfSeat({ code, round, at, standing, sent, send }: RoundProps) {
  const words = useWords();
  const { stage, yours, before, asked, ballot } = round;
  const seconds = useSecondsLeft(round.left, at, false);
  const heading = useRef<HTMLHeadingElement>(null);
  const place = `counterweight-sheet-${code}-${round.index}.${ballot}`;
  // What lay on the sheet comes back with it, after a refusal, an extension or a reload.
  const kept = useRef<Sheet | null | undefined>(undefined);
  if (kept.current === undefined) kept.current = readSheet(place);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    if (!document.activeElement?.matches('button, input, select, summary')) heading.current?.focus({ preventScroll: true });
  }, []);
  if (stage === 'revealed') return <Told round={round} standing={standing} />;
  if (stage === 'skipped') return <Stage heading={words.t('live:student.skipped')} text={words.t('live:student.skippedMore')} />;
  const response = yours?.status === 'saved' ? yours.response : (sent?.slip.response ?? null);
  if (stage === 'discuss') {
    return (
      <>
        <Stage heading={words.t('live:student.discuss')} text={words.t('live:student.discussMore')} />
        <Question round={round} />
        {before !== null && <Answer label={words.t('live:student.yourFirst')} asked={asked} response={before.response} />}
      </>
    );
  }
  const status = statusOf();
  const isOver = seconds === 0;
  const mayAnswer = stage === 'open' && !isOver && (status === null || status.is === 'not-saved');
  return (
    <>
      {stage === 'open' && seconds !== null && round.whole !== null && status === null && <Countdown seconds={seconds} whole={Math.round(round.whole / 1000)} />}
      {status !== null && <Status status={status} />}
      {mayAnswer ? (
        <div class="asking">
          <ItemForm
            asked={asked}
            above={ballot > 0 ? words.t('live:student.again') : undefined}
            heading={heading}
            kept={kept.current}
            onChange={(sheet) => {
              kept.current = sheet;
              keepSheet(place, sheet);
            }}
            onSubmit={send}
          />
        </div>
      ) : (
        <>
          {status === null && <Stage heading={words.t(isOver ? 'live:time.over' : 'live:student.closed')} text={words.t('live:student.noAnswer')} />}
          <Question round={round} />
          {response !== null && <Answer label={words.t('live:student.yours')} asked={asked} response={response} />}
        </>
      )}
    </>
  );

  /** What the server holds goes before what the device knows. */
  function statusOf(): Sent | null {
    if (yours !== null) return { is: yours.status };
    return sent?.state ?? null;
  }
}

function Stage({ heading, text }: { heading: string; text: string }) {
  return (
    <section class="sheet seat-notice" role="status">
      <p class="seat-notice-heading">{heading}</p>
      <p>{text}</p>
    </section>
  );
}

/** The question as it was asked, to be read, not answered. */
function Question({ round: { asked } }: { round: SeatRound }) {
  return (
    <section class="sheet seat-question">
      <p class="stem">{asked.stem}</p>
      {asked.kind !== 'signs' && (
        <ul class="seat-options">
          {asked.options.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Answer({ label, asked, response }: { label: string; asked: SeatRound['asked']; response: Response }) {
  return (
    <section class="sheet seat-answer">
      <h2>{label}</h2>
      <ResponseText asked={asked} response={response} />
    </section>
  );
}

function keepSheet(place: string, sheet: Sheet): void {
  try {
    window.sessionStorage.setItem(place, JSON.stringify(sheet));
  } catch {
    // It holds until the page is left.
  }
}

function readSheet(place: string): Sheet | null {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(place) ?? 'null') as Sheet | null;
    return kept !== null && typeof kept.draft === 'object' ? kept : null;
  } catch {
    return null;
  }
}
