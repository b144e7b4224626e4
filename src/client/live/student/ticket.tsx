// The exit ticket: a claim, the evidence for it and the reasoning that joins them.

import { useState } from 'preact/hooks';
import { LONGEST_TICKET } from '../../../session/fold.ts';
import type { SeatView, Ticket } from '../../../session/types.ts';
import { cue } from '../../audio/door.ts';
import { useWords } from '../../shelves.ts';
import type { Outbox } from '../outbox.ts';
import { Status } from '../parts/status.tsx';

const PARTS = ['claim', 'evidence', 'reasoning'] as const;

interface ExitTicketProps {
  code: string;
  ticket: SeatView['ticket'];
  outbox: Outbox;
}

export function ExitTicket({ code, ticket: { open, handedIn }, outbox }: ExitTicketProps) {
  const words = useWords();
  const sent = outbox.sent({ kind: 'ticket' });
  const [written, write] = useState<Ticket>(() => readDraft(code) ?? handedIn ?? { claim: '', evidence: '', reasoning: '' });
  const [isMissing, setMissing] = useState(false);
  if (!open && handedIn === null) return null;
  const isIn = handedIn !== null && same(handedIn, written);
  const isOnItsWay = sent?.state.is === 'sending';
  return (
    <section class="sheet exit-ticket" aria-labelledby="exit-ticket">
      <h2 id="exit-ticket">{words.t('live:class.ticket.heading')}</h2>
      {open ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const isWhole = PARTS.every((part) => written[part].trim() !== '');
            setMissing(!isWhole);
            if (!isWhole || isOnItsWay) return;
            cue('report');
            outbox.send({ kind: 'ticket', ticket: written });
          }}
        >
          <p class="hint">{words.t('live:class.ticket.lead')}</p>
          {PARTS.map((part) => (
            <div key={part} class="field">
              <label for={`ticket-${part}`}>{words.t(`live:class.ticket.${part}`)}</label>
              <textarea
                id={`ticket-${part}`}
                rows={3}
                maxLength={LONGEST_TICKET}
                value={written[part]}
                aria-describedby={`ticket-${part}-left`}
                aria-invalid={isMissing && written[part].trim() === ''}
                onInput={({ currentTarget }) => {
                  const next = { ...written, [part]: currentTarget.value };
                  write(next);
                  keepDraft(code, next);
                }}
              />
              <p id={`ticket-${part}-left`} class="hint">
                {words.t('live:class.ticket.left', { count: LONGEST_TICKET - written[part].length })}
              </p>
            </div>
          ))}
          <p role="alert" class="wrong">
            {isMissing ? words.t('live:class.ticket.empty') : ''}
          </p>
          {sent !== null && sent.state.is !== 'saved' && <Status status={sent.state} />}
          <p class="actions">
            <button type="submit" class="primary" aria-disabled={isOnItsWay || isIn}>
              {words.t(handedIn === null ? 'live:class.ticket.handIn' : 'live:class.ticket.again')}
            </button>
            <span role="status">{isIn && !isOnItsWay ? words.t('live:class.ticket.saved') : ''}</span>
          </p>
        </form>
      ) : (
        <dl>
          {PARTS.map((part) => (
            <div key={part}>
              <dt>{words.t(`live:class.ticket.parts.${part}`)}</dt>
              <dd>{handedIn?.[part]}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

const same = (one: Ticket, other: Ticket) => PARTS.every((part) => one[part] === other[part]);

const keyOf = (code: string) => `counterweight-ticket-${code}`;

/** What is written outlives a reload, in this tab. */
function keepDraft(code: string, ticket: Ticket): void {
  try {
    window.sessionStorage.setItem(keyOf(code), JSON.stringify(ticket));
  } catch {
    // It holds until the page is left.
  }
}

function readDraft(code: string): Ticket | null {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(keyOf(code)) ?? 'null') as Partial<Ticket> | null;
    return kept !== null && PARTS.every((part) => typeof kept[part] === 'string') ? (kept as Ticket) : null;
  } catch {
    return null;
  }
}
