// Questions of every kind, before and after an answer; and, at ?question=<item>, any question of the bank alone.

import { useState } from 'preact/hooks';
import type { Bank } from '../../content/quizzes.ts';
import { questionsIn } from '../../content/quizzes.ts';
import { type Draws, shownOrder } from '../../quiz/layout.ts';
import { keyOf, mark } from '../../quiz/marking.ts';
import { type Confidence, ITEM_KINDS, type ItemKind, type Question, type Response } from '../../quiz/types.ts';
import { draw, STREAM } from '../../rules/hash.ts';
import { Page } from '../parts/page.tsx';
import { type Answered, Asking } from '../quiz/asking.tsx';
import { WithBank } from '../quiz/bank.tsx';
import { Feedback } from '../quiz/feedback.tsx';
import { groundsOf } from '../quiz/grounds.ts';
import { useShelves } from '../shelves.ts';
import type { Specimen } from './specimens.tsx';

const draws: Draws = (index) => draw(1, STREAM.hidden, 0, index);

export const QUESTIONS: readonly Specimen[] = ITEM_KINDS.flatMap((kind) => [
  { name: `Question: ${kind}`, Shown: () => <WithBank>{(bank) => <Asked bank={bank} kind={kind} />}</WithBank> },
  { name: `After an answer: ${kind}`, Shown: () => <WithBank>{(bank) => <Explained bank={bank} kind={kind} />}</WithBank> },
]);

/** The first question of a kind. */
function useSpecimen(bank: Bank, kind: ItemKind): Question {
  const { words } = useShelves();
  const found = questionsIn(bank, words.language).find(({ item }) => item.kind === kind);
  if (found === undefined) throw new Error(`The bank has no item of the kind ${kind}`);
  return found;
}

function Asked({ bank, kind }: { bank: Bank; kind: ItemKind }) {
  return <Again bank={bank} question={useSpecimen(bank, kind)} />;
}

function Explained({ bank, kind }: { bank: Bank; kind: ItemKind }) {
  const { content, words } = useShelves();
  const question = useSpecimen(bank, kind);
  const { item } = question;
  const response = missed(question);
  const confidence: Confidence = kind === 'one' ? 3 : 2;
  const shown = item.kind === 'signs' ? [] : shownOrder(item, draws);
  return (
    <div class="asking">
      <Feedback
        question={question}
        {...groundsOf(question, mark(item, response), bank, content, words)}
        response={response}
        confidence={confidence}
        mark={mark(item, response)}
        shown={shown}
        onward={() => {}}
        onwardText="Next question"
      />
    </div>
  );
}

/** A response with something wrong in it. */
function missed({ item }: Question): Response {
  const key = keyOf(item);
  switch (item.kind) {
    case 'one':
    case 'scale': {
      const option = item.options.find((one) => !one.key);
      return option === undefined ? key : { kind: item.kind, option: option.id };
    }
    case 'several':
      return { kind: 'several', options: item.options.slice(0, 3).map(({ id }) => id) };
    case 'order': {
      const [first, second, ...rest] = item.steps.map(({ id }) => id);
      return first === undefined || second === undefined ? key : { kind: 'order', steps: [second, first, ...rest] };
    }
    case 'signs': {
      const asked = item.edges.filter(({ given }) => !given);
      return { kind: 'signs', signs: Object.fromEntries(asked.map(({ id, sign }, at) => [id, at > 0 ? sign : sign === 'more' ? 'none' : 'more'])) };
    }
  }
}

/** A question that is asked again as soon as it is left. */
function Again({ bank, question }: { bank: Bank; question: Question }) {
  const [round, setRound] = useState(0);
  const [last, setLast] = useState<Answered | null>(null);
  return (
    <div data-credit={last?.mark.credit}>
      <Asking
        key={round}
        question={question}
        bank={bank}
        draws={draws}
        onAnswered={setLast}
        onward={() => setRound(round + 1)}
        onwardText="Ask it again"
        above={`${question.item.id} · ${question.item.claim} · ${question.item.thinking}`}
      />
    </div>
  );
}

/** One question of the bank on a page of its own, with a list of all. */
export function QuestionPage({ wanted }: { wanted: string }) {
  const { words } = useShelves();
  return (
    <WithBank>
      {(bank) => {
        const all = questionsIn(bank, words.language);
        const found = all.find(({ item }) => item.id === wanted) ?? all.find(({ item }) => item.kind === wanted);
        return (
          <Page words={words} name={found?.item.id ?? 'Questions'} focusKey={wanted}>
            {found === undefined ? (
              <ul>
                {all.map(({ item: { id, kind } }) => (
                  <li key={id}>
                    <a href={`?question=${id}`}>
                      {kind}: {id}
                    </a>
                  </li>
                ))}
              </ul>
            ) : (
              <Again bank={bank} question={found} />
            )}
          </Page>
        );
      }}
    </WithBank>
  );
}
