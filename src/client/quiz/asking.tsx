// A question asked and answered: the sheet, then what came of it, then the way on.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Bank } from '../../content/quizzes.ts';
import { askedOf } from '../../quiz/asked.ts';
import { type Draws, shownOrder } from '../../quiz/layout.ts';
import { type Mark, mark } from '../../quiz/marking.ts';
import type { Confidence, MisconceptionId, Question, Response } from '../../quiz/types.ts';
import { cue } from '../audio/door.ts';
import { useShelves } from '../shelves.ts';
import type { Belief } from './explained.ts';
import { Feedback } from './feedback.tsx';
import { groundsOf } from './grounds.ts';
import { ItemForm } from './itemForm.tsx';

export interface Answered {
  question: Question;
  response: Response;
  confidence: Confidence;
  mark: Mark;
}

interface AskingProps {
  question: Question;
  bank: Bank;
  /** Decides the order in which options are shown; read once a question. */
  draws: Draws;
  /** Called once a question, as soon as it is answered. */
  onAnswered: (answered: Answered) => void;
  onward: () => void;
  onwardText: string;
  /** Small type above the question, such as where it stands in its round. */
  above?: string | undefined;
  /** Misconceptions of items that are in no bank. */
  beliefOf?: ((id: MisconceptionId) => Belief | null) | undefined;
}

/** Begins anew with another item. To ask the same one again, give it another `key`. */
export function Asking(props: AskingProps) {
  return (
    <div class="asking">
      <Asked key={props.question.item.id} {...props} />
    </div>
  );
}

function Asked({ question, bank, draws, onAnswered, onward, onwardText, above, beliefOf }: AskingProps) {
  const { content, words } = useShelves();
  const { item } = question;
  const [shown] = useState(() => (item.kind === 'signs' ? [] : shownOrder(item, draws)));
  const [answered, setAnswered] = useState<Answered | null>(null);
  const stem = useRef<HTMLHeadingElement>(null);
  const result = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // Whoever went on from the question before has lost the focus with its button; nobody else's is taken.
    if (document.activeElement === document.body) arriveAt(stem.current);
  }, []);
  useLayoutEffect(() => {
    if (answered !== null) arriveAt(result.current);
  }, [answered]);
  if (answered === null) {
    const submit = (response: Response, confidence: Confidence) => {
      const given = { question, response, confidence, mark: mark(item, response) };
      cue(given.mark.right ? 'attempt-won' : 'report');
      setAnswered(given);
      onAnswered(given);
    };
    return <ItemForm asked={askedOf(question, shown)} above={above} heading={stem} onSubmit={submit} />;
  }
  return (
    <Feedback
      {...answered}
      {...groundsOf(question, answered.mark, bank, content, words, beliefOf)}
      shown={shown}
      above={above}
      heading={result}
      onward={onward}
      onwardText={onwardText}
    />
  );
}

/** Takes the focus there, and the eye where the sheet begins unless that is in sight. */
function arriveAt(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
  const sheet = heading?.closest('.sheet');
  const top = sheet?.getBoundingClientRect().top ?? 0;
  if (top < 0 || top > window.innerHeight / 2) sheet?.scrollIntoView();
}
