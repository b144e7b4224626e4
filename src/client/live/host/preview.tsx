// A question as the class will meet it, with what is right, for a teacher who asks.

import { askedOf, lettered } from '../../../quiz/asked.ts';
import { keyOf } from '../../../quiz/marking.ts';
import type { Item, OptionId, Question } from '../../../quiz/types.ts';
import { Fold } from '../../parts/fold.tsx';
import { useWords } from '../../shelves.ts';
import { TallyBars } from '../parts/tallyBars.tsx';

export function Preview({ question }: { question: Question }) {
  const words = useWords();
  return (
    <Fold class="preview" summary={words.t('live:host.preview')}>
      {() => <Whole question={question} />}
    </Fold>
  );
}

function Whole({ question }: { question: Question }) {
  const told = lettered(question, partsOf(question.item));
  return <TallyBars asked={askedOf(told, partsOf(told.item))} solution={keyOf(told.item)} tallies={[]} />;
}

/** In the order of the file. */
function partsOf(item: Item): readonly OptionId[] {
  return item.kind === 'signs' ? [] : (item.kind === 'order' ? item.steps : item.options).map(({ id }) => id);
}
