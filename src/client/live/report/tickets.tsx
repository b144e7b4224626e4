// Exit tickets, as they were handed in.

import type { Report } from '../../../session/types.ts';
import { useWords } from '../../shelves.ts';
import { seatText } from './names.ts';

export function Tickets({ report, areNamesHidden }: { report: Report; areNamesHidden: boolean }) {
  const words = useWords();
  const { tickets } = report;
  if (tickets.length === 0 && report.played === null) return null;
  return (
    <section class="sheet" aria-labelledby="tickets">
      <h2 id="tickets">{words.t('live:class.ticket.report')}</h2>
      {tickets.length === 0 && <p>{words.t('live:class.ticket.none')}</p>}
      {tickets.map((ticket) => (
        <article key={ticket.seat} class="ticket">
          <h3>{seatText(words, ticket, areNamesHidden)}</h3>
          <dl>
            {(['claim', 'evidence', 'reasoning'] as const).map((part) => (
              <div key={part}>
                <dt>{words.t(`live:class.ticket.parts.${part}`)}</dt>
                <dd>{ticket[part]}</dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
    </section>
  );
}
