// After the answer: how it was marked, what may have led there, every option explained, and the claim and paragraphs that it rests on.

import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { Bank } from '../../content/quizzes.ts';
import { type Mark, points } from '../../quiz/marking.ts';
import type { Confidence, MisconceptionId, OptionId, Question, Response } from '../../quiz/types.ts';
import { percent } from '../../telling/wording.ts';
import { Facts } from '../parts/facts.tsx';
import { useShelves } from '../shelves.ts';
import { type Belief, beliefIn, edgesExplained, optionsExplained } from './explained.ts';
import { Line, Step } from './explainedLines.tsx';
import { Graph } from './graph.tsx';
import { EdgeText, SignText } from './signs.tsx';
import { signedPoints, verdictOf } from './wording.ts';
import './quiz.css';

export interface FeedbackProps {
  question: Question;
  bank: Bank;
  response: Response;
  confidence: Confidence;
  mark: Mark;
  /** Ids of options in the order in which they were shown. */
  shown: readonly OptionId[];
  above?: string | undefined;
  /** Of the result, which takes the focus when it appears. */
  heading?: RefObject<HTMLHeadingElement | null>;
  /** Misconceptions of items that are in no bank; those of the bank are known. */
  beliefOf?: ((id: MisconceptionId) => Belief | null) | undefined;
  /** Leads on. */
  onward?: (() => void) | undefined;
  onwardText?: string | undefined;
}

export function Feedback({ question, bank, response, confidence, mark, shown, above, heading, beliefOf, onward, onwardText }: FeedbackProps) {
  const { content, words } = useShelves();
  const id = useId();
  const { item, words: itemWords } = question;
  const verdict = verdictOf(mark);
  const earned = points(mark, confidence);
  const beliefs = mark.misconceptions.flatMap((one) => beliefIn(bank, words.language, one) ?? beliefOf?.(one) ?? []);
  const claim = content.claims.find((one) => one.id === item.claim);
  return (
    <section class={`sheet feedback kind-${item.kind}`} aria-labelledby={`${id}-result`}>
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
                  <q>{name}</q> {paragraphs.length > 0 && <span class="paragraph">{words.t('interface:asking.result.answeredIn', { paragraphs: paragraphsOf(paragraphs) })}</span>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div class="feedback-options">
        {above !== undefined && <p class="kicker">{above}</p>}
        <p class="stem">{itemWords.stem}</p>
        {item.kind === 'signs' ? (
          <>
            <h3>{words.t('interface:asking.result.arrows')}</h3>
            <Graph item={item} words={itemWords} signs={Object.fromEntries(item.edges.map(({ id, sign }) => [id, sign]))} />
            <ol class="explained-arrows">
              {edgesExplained(item, itemWords, response).map(({ edge, signs }) => (
                <li key={edge.id}>
                  <p>
                    {edge.given && <span class="term">{words.t('interface:asking.signs.given')} </span>}
                    <EdgeText edge={edge} words={itemWords} />
                  </p>
                  {edge.given ? (
                    <SignText sign={edge.sign} />
                  ) : (
                    <ul class="explained">
                      {signs.map(({ sign, why, yours, key }) => (
                        <Line key={sign} yours={yours} isKey={key} keyText={words.t('interface:asking.result.key')} why={why}>
                          <SignText sign={sign} />
                        </Line>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ol>
          </>
        ) : item.kind === 'order' ? (
          <>
            <h3>{words.t('interface:asking.result.steps')}</h3>
            <ol class="explained explained-steps">
              {optionsExplained(question, response, shown).map((step) => (
                <Step key={step.id} step={step} told={verdict !== 'right'} />
              ))}
            </ol>
          </>
        ) : (
          <>
            <h3>{words.t('interface:asking.result.options')}</h3>
            <ul class="explained">
              {optionsExplained(question, response, shown).map(({ id, text, why, yours, key }) => (
                <Line key={id} yours={yours} isKey={key} keyText={words.t(`interface:asking.result.${item.kind === 'several' ? 'keys' : 'key'}`)} why={why}>
                  {text}
                </Line>
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="feedback-claim">
        {claim !== undefined && (
          <>
            <h3>{words.t('interface:asking.result.claim')}</h3>
            <p>
              {words.t(`claims:${claim.id}`)} <span class="paragraph">{paragraphsOf(claim.paragraphs)}</span>
            </p>
          </>
        )}
        {item.facts.length > 0 && (
          <>
            <h3>{words.t('interface:asking.result.facts')}</h3>
            <Facts ids={item.facts} />
          </>
        )}
        <p>
          <a href="#/about" target="_blank" rel="noopener">
            {words.t('interface:asking.result.article')}
          </a>
        </p>
      </div>
      {onward !== undefined && (
        <p class="feedback-onward">
          <button type="button" class="primary" onClick={onward}>
            {onwardText}
          </button>
        </p>
      )}
    </section>
  );

  function paragraphsOf(paragraphs: readonly number[]): string {
    return words.t('interface:why.paragraphs', { count: paragraphs.length, list: paragraphs.join(', ') });
  }
}
