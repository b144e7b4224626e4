// Who leads, on the projector.

import type { ScreenView } from '../../../session/types.ts';
import { useWords } from '../../shelves.ts';

const MOST_STANDINGS = 5;

export function Standings({ standings, teams }: { standings: NonNullable<ScreenView['standings']>; teams: boolean }) {
  const words = useWords();
  const points = new Intl.NumberFormat(words.language, { maximumFractionDigits: 1 });
  return (
    <section class="screen-standings" aria-label={words.t('live:screen.standings')}>
      <h3>{words.t('live:screen.standings')}</h3>
      <ol>
        {standings.slice(0, MOST_STANDINGS).map((standing) => (
          <li key={standing.name}>
            <span class="standing-rank">{standing.rank}</span> <span class="standing-name">{teams ? words.t('live:session.team', { number: standing.name }) : standing.name}</span>{' '}
            <span class="standing-points">{points.format(standing.points / 10)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
