// What came of a round.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { points } from '../../../quiz/marking.ts';
import type { ItemId } from '../../../quiz/types.ts';
import { cue } from '../../audio/door.ts';
import { signedPoints, verdictOf } from '../../quiz/wording.ts';
import { useShelves } from '../../shelves.ts';
import type { Ongoing } from '../ongoing.ts';
import type { Study } from '../study.ts';

interface SummaryProps {
  study: Study;
  round: Ongoing;
  review: boolean;
  again: () => void;
}

export function Summary({ study, round, review, again }: SummaryProps) {
  const { words } = useShelves();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    cue('signed');
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  const rows = round.given.flatMap((given, at) => {
    const asked = round.asked[at];
    const question = asked === undefined ? null : study.find(asked.quiz, asked.item as ItemId);
    return question === null ? [] : [{ ...given, question, right: given.credit === 1000 }];
  });
  const right = rows.filter((row) => row.right).length;
  const earned = rows.reduce((sum, row) => sum + points(row, row.confidence), 0);
  const { length: left } = study.due;
  return (
    <section class="sheet round-summary" aria-labelledby="summary">
      <h2 id="summary" ref={heading} tabIndex={-1}>
        {words.t('interface:quiz.summary.heading')}
      </h2>
      <p class="lead">
        <strong>{words.t('interface:quiz.summary.right', { count: rows.length, right })}</strong>
      </p>
      <p>{words.t('interface:quiz.summary.points', { points: signedPoints(words, earned), most: 3 * rows.length })}</p>
      <p class="hint">{words.t('interface:quiz.summary.pointsNote')}</p>
      <h3>{words.t('interface:quiz.summary.list')}</h3>
      <ol class="summary-list">
        {rows.map(({ question, confidence, credit, right }) => {
          const verdict = verdictOf({ credit, right, misconceptions: [] });
          return (
            <li key={question.item.id}>
              <span class={`summary-verdict verdict-${verdict}`}>
                <span aria-hidden="true">{words.t(`interface:asking.result.${verdict}Sign`)}</span> {words.t(`interface:asking.result.${verdict}`)}
                <span class="summary-sure">
                  {words.t(`interface:asking.confidence.name.${confidence}`)}, {signedPoints(words, points({ credit }, confidence))}
                </span>
              </span>{' '}
              <span class="summary-stem">{question.words.stem}</span>
            </li>
          );
        })}
      </ol>
      {right < rows.length && <p class="hint">{words.t('interface:quiz.summary.comesBack')}</p>}
      <p class="actions">
        {(!review || left > 0) && (
          <button type="button" class="primary" onClick={again}>
            {review ? words.t('interface:quiz.round.reviewMore', { count: left }) : words.t('interface:quiz.round.again')}
          </button>
        )}
        <a class={review && left === 0 ? 'go primary' : 'go'} href="#/quiz">
          {words.t('interface:quiz.back')}
        </a>
      </p>
    </section>
  );
}
