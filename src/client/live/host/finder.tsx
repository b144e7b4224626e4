// Every question of the bank, by topic and by word, with its key before it is chosen.

import { useMemo, useState } from 'preact/hooks';
import { type Bank, quizWordsIn } from '../../../content/quizzes.ts';
import { askedOf } from '../../../quiz/asked.ts';
import { keyOf } from '../../../quiz/marking.ts';
import type { Item, ItemId, Question } from '../../../quiz/types.ts';
import { Fold } from '../../parts/fold.tsx';
import { useShelves } from '../../shelves.ts';
import { ResponseText } from '../parts/responseText.tsx';
import { found } from './choosing.ts';

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
        {all.slice(0, most).map(({ item, words: itemWords }) => {
          const isChosen = chosen.includes(item.id);
          return (
            <li key={item.id}>
              <p>{itemWords.stem}</p>
              <p class="hint">
                {words.t(`live:kind.${item.kind}`)} · {words.t(`live:thinking.${item.thinking}`)}
              </p>
              <Fold class="finder-key" summary={words.t('live:host.key')}>
                {() => <ResponseText asked={askedOf({ item, words: itemWords }, item.kind === 'signs' ? [] : idsOf(item))} response={keyOf(item)} />}
              </Fold>
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

function idsOf(item: Exclude<Item, { kind: 'signs' }>) {
  return (item.kind === 'order' ? item.steps : item.options).map(({ id }) => id);
}
