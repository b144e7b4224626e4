// After the answer: how it was marked, what may have led there, every option explained, and the claim and paragraphs that it rests on.

import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { type Mark, points } from '../../quiz/marking.ts';
import type { Confidence, OptionId, Question, Response } from '../../quiz/types.ts';
import type { NamedClaim, NamedFact } from '../../session/types.ts';
import { percent } from '../../telling/wording.ts';
import { useWords } from '../shelves.ts';
import type { Belief } from './explained.ts';
import { Explanation } from './explanation.tsx';
import { paragraphsText, signedPoints, verdictOf } from './wording.ts';
import './quiz.css';
import './feedback.css';

export interface FeedbackProps {
  question: Question;
  response: Response;
  confidence: Confidence;
  mark: Mark;
  /** Ids of options in the order in which they were shown. */
  shown: readonly OptionId[];
  above?: string | undefined;
  /** Of the result, which takes the focus when it appears. */
  heading?: RefObject<HTMLHeadingElement | null>;
  /** That the answer shows. */
  beliefs: readonly Belief[];
  claim: NamedClaim | null;
  facts: readonly NamedFact[];
  /** Leads on. */
  onward?: (() => void) | undefined;
  onwardText?: string | undefined;
}

export function Feedback({ question, response, confidence, mark, shown, above, heading, beliefs, claim, facts, onward, onwardText }: FeedbackProps) {
  const words = useWords();
  const id = useId();
  const verdict = verdictOf(mark);
  const earned = points(mark, confidence);
  return (
    <section class={`sheet feedback kind-${question.item.kind}`} aria-labelledby={`${id}-result`}>
      <div class={`feedback-result verdict-${verdict}`}>
        <h2 id={`${id}-result`} ref={heading ?? null} tabIndex={-1} aria-describedby={`${id}-points`}>
          <span class="verdict-sign" aria-hidden="true">
            {words.t(`interface:asking.result.${verdict}Sign`)}
          </span>{' '}
          {words.t(`interface:asking.result.${verdict}`)}
        </h2>
        <p id={`${id}-points`} class="earned">
          {verdict === 'partly' && <span>{words.t('interface:asking.result.credit', { percent: percent(words, mark.credit) })} </span>}
          {words.t(`interface:asking.result.were.${confidence}`)}{' '}
          <strong>{words.t('interface:asking.result.points', { count: Math.abs(earned) / 1000, points: signedPoints(words, earned) })}</strong>
        </p>
        {verdict === 'wrong' && confidence === 3 && <p class="hint">{words.t('interface:asking.result.sureAndWrong')}</p>}
        {verdict === 'right' && confidence === 1 && <p class="hint">{words.t('interface:asking.result.unsureAndRight')}</p>}
        {beliefs.length > 0 && (
          <div class="beliefs">
            <h3>{words.t('interface:asking.result.believed')}</h3>
            <ul>
              {beliefs.map(({ name, paragraphs }) => (
                <li key={name}>
                  <q>{name}</q>{' '}
                  {paragraphs.length > 0 && <span class="paragraph">{words.t('interface:asking.result.answeredIn', { paragraphs: paragraphsText(words, paragraphs) })}</span>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <Explanation question={question} response={response} shown={shown} above={above} told={verdict !== 'right'} claim={claim} facts={facts} />
      {onward !== undefined && (
        <p class="feedback-onward">
          <button type="button" class="primary" onClick={onward}>
            {onwardText}
          </button>
        </p>
      )}
    </section>
  );
}
