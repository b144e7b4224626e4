// The answer key of the shipped bank, made from the bank itself. It opens by a press, for students may come here too.

import { useState } from 'preact/hooks';
import { type Bank, quizWordsIn } from '../../content/quizzes.ts';
import type { Item, ItemWords, Quiz } from '../../quiz/types.ts';
import { whole } from '../../telling/wording.ts';
import { WithBank } from '../quiz/bank.tsx';
import { ShelvesContext, useShelves } from '../shelves.ts';
import { answerOf } from './answer.ts';
import { Cited, Part } from './parts.tsx';

export function AnswersSheet() {
  const shelves = useShelves();
  const { words } = shelves;
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <WithBank>
        {(bank) => (
          <ShelvesContext.Provider value={shelves}>
            <Key bank={bank} />
          </ShelvesContext.Provider>
        )}
      </WithBank>
    );
  }
  return (
    <Part id="warning" heading={words.t('kit:answers.warning')}>
      <p>{words.t('kit:answers.warningText')}</p>
      <p>{words.t('kit:answers.live')}</p>
      <p class="actions">
        <button type="button" class="primary" onClick={() => setOpen(true)}>
          {words.t('kit:answers.show')}
        </button>
      </p>
    </Part>
  );
}

function Key({ bank }: { bank: Bank }) {
  const { words } = useShelves();
  const [topic, setTopic] = useState('');
  const shown = bank.quizzes.filter(({ id }) => topic === '' || topic === id);
  return (
    <>
      <section class="sheet kit-choose">
        <div class="field">
          <label for="topic">{words.t('kit:answers.topic')}</label>
          <select id="topic" value={topic} aria-describedby="topic-hint" onChange={({ currentTarget }) => setTopic(currentTarget.value)}>
            <option value="">{words.t('kit:answers.all', { count: whole(words, bank.items.size) })}</option>
            {bank.quizzes.map(({ id, items }) => (
              <option key={id} value={id}>
                {words.t('kit:answers.topicOf', { topic: quizWordsIn(bank, id, words.language).title, count: whole(words, items.length) })}
              </option>
            ))}
          </select>
          <p id="topic-hint" class="hint">
            {words.t('kit:answers.printNote')}
          </p>
        </div>
      </section>
      {shown.map((quiz) => (
        <Topic key={quiz.id} bank={bank} quiz={quiz} />
      ))}
    </>
  );
}

function Topic({ bank, quiz }: { bank: Bank; quiz: Quiz }) {
  const { words } = useShelves();
  const own = quizWordsIn(bank, quiz.id, words.language);
  const numberOf = (id: Item['id'] | null) => quiz.items.findIndex((item) => item.id === id) + 1;
  return (
    <Part id={quiz.id} heading={own.title} class="kit-topic">
      <ol class="kit-key">
        {quiz.items.map((item) => (
          <Answered key={item.id} item={item} words={own.items[item.id] as ItemWords} twin={numberOf(item.twinOf)} />
        ))}
      </ol>
      <h3>{words.t('kit:answers.beliefs')}</h3>
      <p class="hint">{words.t('kit:answers.beliefsNote')}</p>
      <ul class="kit-lines">
        {quiz.misconceptions.map(({ id, paragraphs }) => (
          <li key={id}>
            {own.misconceptions[id]} <span class="paragraph">{words.t('kit:paragraphs', { count: paragraphs.length, list: paragraphs.join(', ') })}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** @param twin number of the question that asks the same in another guise; 0 for none */
function Answered({ item, words: own, twin }: { item: Item; words: ItemWords; twin: number }) {
  const { words } = useShelves();
  const about = [words.t(`kit:answers.kind.${item.kind}`), words.t(`kit:answers.thinking.${item.thinking}`)];
  return (
    <li>
      <p class="kit-stem">{own.stem}</p>
      <ol class={item.kind === 'order' ? 'kit-answer in-order' : 'kit-answer'}>
        {answerOf(words, item, own).map(({ id, text, why }) => (
          <li key={id}>
            <b>{text}</b> {why}
          </li>
        ))}
      </ol>
      <p class="meta">
        {[...about, ...(twin > 0 ? [words.t('kit:answers.twin', { number: whole(words, twin) })] : [])].join(' · ')} · <Cited claims={[item.claim]} />
      </p>
    </li>
  );
}
