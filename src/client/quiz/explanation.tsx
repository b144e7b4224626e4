// Every option of a question explained, and the claim, paragraphs and facts that it rests on: all of it comes along, so that a page needs no content for it.

import { type AskedOf, askedOf } from '../../quiz/asked.ts';
import type { OptionId, Question, Response } from '../../quiz/types.ts';
import type { NamedClaim, NamedFact } from '../../session/types.ts';
import { NamedFacts } from '../parts/facts.tsx';
import { useWords } from '../shelves.ts';
import { edgesExplained, optionsExplained } from './explained.ts';
import { Line, Step } from './explainedLines.tsx';
import { Graph } from './graph.tsx';
import { EdgeText, SignText } from './signs.tsx';
import { paragraphsText } from './wording.ts';
import './quiz.css';
import './feedback.css';

export interface ExplanationProps {
  question: Question;
  /** Null where there was no answer. */
  response: Response | null;
  /** Ids of options in the order in which they were shown. */
  shown: readonly OptionId[];
  above?: string | undefined;
  /** Whether it is said of each step of a chain where it was put. */
  told: boolean;
  claim: NamedClaim | null;
  facts: readonly NamedFact[];
}

export function Explanation({ question, response, shown, above, told, claim, facts }: ExplanationProps) {
  const words = useWords();
  const { item, words: itemWords } = question;
  return (
    <>
      <div class="feedback-options">
        {above !== undefined && <p class="kicker">{above}</p>}
        <p class="stem">{itemWords.stem}</p>
        {item.kind === 'signs' ? (
          <>
            <h3>{words.t('interface:asking.result.arrows')}</h3>
            <Graph asked={askedGraph(question)} signs={Object.fromEntries(item.edges.map(({ id, sign }) => [id, sign]))} />
            <ol class="explained-arrows">
              {edgesExplained(item, itemWords, response).map(({ edge, signs }) => (
                <li key={edge.id}>
                  <p>
                    {edge.given && <span class="term">{words.t('interface:asking.signs.given')} </span>}
                    <EdgeText from={itemWords.nodes[edge.from] ?? ''} to={itemWords.nodes[edge.to] ?? ''} />
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
                <Step key={step.id} step={step} told={told} />
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
        {claim !== null && (
          <>
            <h3>{words.t('interface:asking.result.claim')}</h3>
            <p>
              {claim.text} <span class="paragraph">{paragraphsText(words, claim.paragraphs)}</span>
            </p>
          </>
        )}
        {facts.length > 0 && (
          <>
            <h3>{words.t('interface:asking.result.facts')}</h3>
            <NamedFacts facts={facts} />
          </>
        )}
        <p>
          <a href="#/about" target="_blank" rel="noopener">
            {words.t('interface:asking.result.article')}
          </a>
        </p>
      </div>
    </>
  );
}

function askedGraph(question: Question): AskedOf<'signs'> {
  const asked = askedOf(question, []);
  if (asked.kind !== 'signs') throw new Error('Only a graph is drawn');
  return asked;
}
