// Who is there: who has answered, and what a host may do for a seat.

import { useState } from 'preact/hooks';
import { LONGEST_NAME } from '../../../protocol/messages.ts';
import type { HostSeat, HostView } from '../../../session/types.ts';
import { useWords } from '../../shelves.ts';
import { api } from '../ours.ts';
import { Ask } from '../parts/ask.tsx';
import { troubleKey } from '../words.ts';
import type { Commanding } from './commands.ts';
import { simulatedSeats } from './robots.ts';

interface SeatsProps {
  view: HostView;
  code: string;
  host: string;
  commands: Commanding;
}

const EXTRA = [0, 25, 50, 100] as const;
const AT_ONCE = 40;
const PRESENCES = ['here', 'away', 'simulated'] as const;

export function Seats({ view, code, host, commands }: SeatsProps) {
  const words = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  const isOn = (view.phase === 'round' && view.round?.stage === 'open') || (view.turn !== null && (view.turn.stage === 'predict' || view.turn.stage === 'vote'));
  const seats = isAll ? view.hostSeats : view.hostSeats.slice(0, AT_ONCE);
  const simulated = simulatedSeats(code);
  const presenceOf = ({ id, present }: HostSeat) => (simulated.has(id) ? 'simulated' : present ? 'here' : 'away');
  const counted = PRESENCES.map((presence) => ({ presence, count: view.hostSeats.filter((seat) => presenceOf(seat) === presence).length })).filter(({ count }) => count > 0);
  const standsText = (seat: HostSeat) =>
    [
      ...(isOn && seat.answered ? [words.t('live:seats.answered')] : []),
      words.t(`live:seats.presence.${presenceOf(seat)}`),
      ...(seat.extraPercent > 0 ? [words.t('live:seats.moreTime', { percent: seat.extraPercent })] : []),
    ].join(' · ');
  return (
    <section class="sheet seats" aria-labelledby="seats">
      <h2 id="seats">{words.t('live:seats.heading', { count: view.seats })}</h2>
      {counted.length > 0 && <p class="hint">{counted.map(({ presence, count }) => words.t(`live:seats.count.${presence}`, { count })).join(' · ')}</p>}
      {view.hostSeats.length === 0 && <p class="hint">{words.t('live:seats.none')}</p>}
      <ul>
        {seats.map((seat) => (
          <li key={seat.id} class={`seat-line is-${presenceOf(seat)}`}>
            <button type="button" class="seat-name" aria-expanded={open === seat.id} onClick={() => setOpen(open === seat.id ? null : seat.id)}>
              {seat.name === '' ? words.t('live:session.seat', { number: seat.id.slice(1) }) : seat.name}
              {seat.members > 1 && <span class="hint"> ×{seat.members}</span>}
            </button>
            <span class="seat-stands">{standsText(seat)}</span>
            {open === seat.id && <SeatTools seat={seat} code={code} host={host} commands={commands} isOver={view.phase === 'ended'} />}
          </li>
        ))}
      </ul>
      {!isAll && view.hostSeats.length > AT_ONCE && (
        <button type="button" onClick={() => setAll(true)}>
          {words.t('live:seats.all', { count: view.hostSeats.length })}
        </button>
      )}
    </section>
  );
}

function SeatTools({ seat, code, host, commands, isOver }: { seat: HostSeat; code: string; host: string; commands: Commanding; isOver: boolean }) {
  const words = useWords();
  const [name, setName] = useState(seat.name);
  const [said, setSaid] = useState('');
  const [isAsking, setAsking] = useState(false);
  const rename = async (to: string | null) => {
    const done = await api.rename(code, host, seat.id, to);
    if (done.ok) setName(done.value.name);
    setSaid(done.ok ? words.t('live:seats.renamed', { name: done.value.name }) : words.t(troubleKey(done.trouble)));
  };
  return (
    <div class="seat-tools">
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void rename(name.trim() === '' ? null : name);
        }}
      >
        <label for={`name-${seat.id}`}>{words.t('live:seats.name')}</label>
        <input id={`name-${seat.id}`} value={name} maxLength={LONGEST_NAME} autocomplete="off" onInput={({ currentTarget }) => setName(currentTarget.value)} />
        <p class="actions">
          <button type="submit">{words.t('live:seats.rename')}</button>
          <button type="button" onClick={() => void rename(null)}>
            {words.t('live:seats.madeUp')}
          </button>
        </p>
      </form>
      {!isOver && (
        <>
          <label class="field">
            {words.t('live:seats.extra')}
            <select value={seat.extraPercent} onChange={({ currentTarget }) => commands.give({ type: 'extraTime', seat: seat.id, percent: Number(currentTarget.value) })}>
              {EXTRA.map((percent) => (
                <option key={percent} value={percent}>
                  {percent === 0 ? words.t('live:seats.noExtra') : words.t('live:seats.extraPercent', { percent })}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="danger" onClick={() => setAsking(true)}>
            {words.t('live:seats.remove')}
          </button>
        </>
      )}
      <p role="status" class="hint">
        {said}
      </p>
      {isAsking && (
        <Ask
          heading={words.t('live:seats.removeHeading', { name: seat.name })}
          text={words.t('live:seats.removeText')}
          yes={words.t('live:seats.remove')}
          onYes={() => commands.give({ type: 'remove', seat: seat.id })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
