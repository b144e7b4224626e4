// The report by question: how each was answered, before and after a discussion.

import { askedOf } from '../../../quiz/asked.ts';
import { keyOf } from '../../../quiz/marking.ts';
import type { OptionId } from '../../../quiz/types.ts';
import type { Report, ReportItem } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { useWords } from '../../shelves.ts';
import { TallyBars } from '../parts/tallyBars.tsx';

export function Items({ report }: { report: Report }) {
  const words = useWords();
  return (
    <section class="sheet report-items" aria-labelledby="by-item">
      <h2 id="by-item">{words.t('live:report.byItem')}</h2>
      {report.items.map((item) => (
        <Item key={item.round} item={item} />
      ))}
    </section>
  );
}

function Item({ item }: { item: ReportItem }) {
  const words = useWords();
  const { question, shown, ballots, gain, skipped, number, isTwin, hands } = item;
  const last = ballots.at(-1);
  return (
    <article class="report-item">
      <h3>
        <span class="kicker">{words.t(isTwin ? 'live:report.twinNumber' : 'live:report.number', { number })}</span> {question.words.stem}
      </h3>
      {skipped ? (
        <p class="hint">{words.t('live:report.skipped')}</p>
      ) : (
        <>
          <TallyBars asked={askedOf(question, shown as OptionId[])} solution={keyOf(question.item)} tallies={ballots} />
          <p class="hint">
            {last !== undefined && last.answers > 0
              ? words.t('live:student.classRight', { share: percent(words, Math.floor((1000 * last.right) / last.answers)), count: last.answers })
              : words.t('live:report.noAnswers')}
            {hands && ` ${words.t('live:report.hands')}`}
            {gain !== null && ` ${words.t('live:control.gain', { before: percent(words, gain.before), after: percent(words, gain.after), count: gain.seats })}`}
          </p>
        </>
      )}
    </article>
  );
}
