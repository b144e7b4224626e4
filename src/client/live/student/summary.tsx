// What a student takes from the session: their own account, for their eyes alone.

import type { SeatView } from '../../../session/types.ts';
import { paragraphsText, signedPoints } from '../../quiz/wording.ts';
import { quizLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';

export function SeatSummarySheet({ view: { summary, standing } }: { view: SeatView }) {
  const words = useWords();
  if (summary === null || summary.answered === 0) {
    return (
      <section class="sheet">
        <p>{words.t('live:summary.nothing')}</p>
        <Practise />
      </section>
    );
  }
  const { answered, right, points, brier, misconceptions } = summary;
  return (
    <>
      <section class="sheet seat-summary">
        <h2>{words.t('live:summary.heading')}</h2>
        <dl class="seat-figures">
          <div>
            <dt>{words.t('live:summary.right')}</dt>
            <dd>{words.t('live:summary.rightOf', { right, answered })}</dd>
          </div>
          <div>
            <dt>{words.t('live:summary.points')}</dt>
            <dd>{signedPoints(words, 100 * points)}</dd>
          </div>
          {standing !== null && (
            <div>
              <dt>{words.t('live:summary.rank')}</dt>
              <dd>{standing.rank}</dd>
            </div>
          )}
        </dl>
        {brier !== null && <p class="hint">{words.t(brier <= 120 ? 'live:summary.calibrated' : brier <= 250 ? 'live:summary.fair' : 'live:summary.overconfident')}</p>}
      </section>
      {misconceptions.length > 0 && (
        <section class="sheet">
          <h2>{words.t('live:summary.misconceptions')}</h2>
          <ul class="seat-beliefs">
            {misconceptions.map(({ id, name, paragraphs }) => (
              <li key={id}>
                <q>{name}</q>{' '}
                {paragraphs.length > 0 && <span class="paragraph">{words.t('interface:asking.result.answeredIn', { paragraphs: paragraphsText(words, paragraphs) })}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="sheet">
        <Practise />
      </section>
    </>
  );
}

function Practise() {
  const words = useWords();
  return (
    <p>
      {words.t('live:summary.practise')} <a href={quizLink({ of: 'home' })}>{words.t('live:summary.practiseLink')}</a>
    </p>
  );
}
