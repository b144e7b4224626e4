// Every question of the bank, by topic and by word, shown whole before it is chosen.

import { useMemo, useState } from 'preact/hooks';
import { type Bank, quizWordsIn } from '../../../content/quizzes.ts';
import type { Item, ItemId, Question } from '../../../quiz/types.ts';
import { Fold } from '../../parts/fold.tsx';
import { useShelves } from '../../shelves.ts';
import { found } from './choosing.ts';
import { Preview } from './preview.tsx';

interface FinderProps {
  bank: Bank;
  questions: readonly Question[];
  chosen: readonly ItemId[];
  onAdd: (item: ItemId) => void;
}

const AT_ONCE = 12;

export function Finder({ bank, questions, chosen, onAdd }: FinderProps) {
  const { words } = useShelves();
  return (
    <Fold class="finder" summary={words.t('live:host.find')}>
      {() => <Found bank={bank} questions={questions} chosen={chosen} onAdd={onAdd} />}
    </Fold>
  );
}

function Found({ bank, questions, chosen, onAdd }: FinderProps) {
  const { words } = useShelves();
  const [topic, setTopic] = useState('');
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const topics = useMemo(() => bank.quizzes.map(({ id, items }) => ({ id, title: quizWordsIn(bank, id, words.language).title, items: new Set<Item>(items) })), [bank, words]);
  const all = found(questions, (item) => topics.find(({ items }) => items.has(item))?.id ?? '', topic, typed);
  return (
    <div class="finder-inside">
      <div class="finder-filters">
        <label class="field">
          {words.t('live:host.topic')}
          <select value={topic} onChange={({ currentTarget }) => setTopic(currentTarget.value)}>
            <option value="">{words.t('live:host.allTopics')}</option>
            {topics.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {words.t('live:host.search')}
          <input type="search" value={typed} autocomplete="off" onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
        </label>
      </div>
      <p role="status" class="hint">
        {words.t('live:host.foundCount', { count: all.length })}
      </p>
      <ul class="finder-list">
        {all.slice(0, most).map((question) => {
          const { item, words: itemWords } = question;
          const isChosen = chosen.includes(item.id);
          return (
            <li key={item.id}>
              <p>{itemWords.stem}</p>
              <p class="hint">
                {words.t(`live:kind.${item.kind}`)} · {words.t(`live:thinking.${item.thinking}`)}
              </p>
              <Preview question={question} />
              <button
                type="button"
                aria-disabled={isChosen}
                onClick={() => !isChosen && onAdd(item.id)}
                aria-label={`${words.t(isChosen ? 'live:host.added' : 'live:host.add')}: ${itemWords.stem}`}
              >
                {words.t(isChosen ? 'live:host.added' : 'live:host.add')}
              </button>
            </li>
          );
        })}
      </ul>
      {all.length > most && (
        <button type="button" onClick={() => setMost(most + AT_ONCE)}>
          {words.t('live:host.showMore', { count: Math.min(AT_ONCE, all.length - most) })}
        </button>
      )}
    </div>
  );
}
