// After the reveal: how the answer was marked, how the class answered, and every option explained.

import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { OptionId } from '../../../quiz/types.ts';
import type { SeatRound, Standing } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { Explanation } from '../../quiz/explanation.tsx';
import { Feedback } from '../../quiz/feedback.tsx';
import { signedPoints } from '../../quiz/wording.ts';
import { useWords } from '../../shelves.ts';

interface ToldProps {
  round: SeatRound;
  standing: Standing | null;
}

export function Told({ round, standing }: ToldProps) {
  const words = useWords();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { revealed, yours, mark, tally } = round;
  if (revealed === null) return null;
  const { question, claim, facts, misconceptions } = revealed;
  const shown = round.shown as OptionId[];
  const beliefs = misconceptions.filter((one) => mark?.misconceptions.includes(one.id));
  const classShare =
    tally === null || tally.answers === 0
      ? null
      : words.t('live:student.classRight', { share: percent(words, Math.floor((1000 * tally.right) / tally.answers)), count: tally.answers });
  return (
    <div class="asking">
      {(classShare !== null || standing !== null) && (
        <p class="seat-class">
          {classShare} {standing !== null && words.t('live:student.standing', { points: signedPoints(words, 100 * standing.points), rank: standing.rank })}
        </p>
      )}
      {yours?.status === 'saved' && mark !== null ? (
        <Feedback
          question={question}
          response={yours.response}
          confidence={yours.confidence}
          mark={{ credit: mark.credit, right: mark.right, misconceptions: mark.misconceptions }}
          shown={shown}
          heading={heading}
          beliefs={beliefs}
          claim={claim}
          facts={facts}
        />
      ) : (
        <section class={`sheet feedback kind-${question.item.kind}`} aria-labelledby={`${id}-none`}>
          <div class="feedback-result verdict-none">
            <h2 id={`${id}-none`} ref={heading} tabIndex={-1}>
              {words.t(yours?.status === 'late' ? 'live:student.late' : 'live:student.unanswered')}
            </h2>
          </div>
          <Explanation question={question} response={null} shown={shown} told={false} claim={claim} facts={facts} />
        </section>
      )}
    </div>
  );
}
