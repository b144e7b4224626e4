// Dated facts, as a list.

import type { FactId } from '../../rules/types.ts';
import type { NamedFact } from '../../session/types.ts';
import { dateOf } from '../../telling/wording.ts';
import { useShelves, useWords } from '../shelves.ts';

/** Facts that come with their words. */
export function NamedFacts({ facts }: { facts: readonly NamedFact[] }) {
  const words = useWords();
  return (
    <ul class="facts">
      {facts.map(({ when, text, checked }) => (
        <li key={text}>
          <span class="date">
            {when}
            {!checked && <span class="tag">{words.t('interface:debrief.unchecked')}</span>}
          </span>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** @param tag a word for facts of a later day, such as "after the article" */
export function Facts({ ids, tag }: { ids: readonly FactId[]; tag?: { word: string; after: string } }) {
  const { content, words } = useShelves();
  const facts = ids.flatMap((id) => content.facts.find((fact) => fact.id === id) ?? []);
  return (
    <ul class="facts">
      {facts.map(({ id, date, to, precision, checked }) => (
        <li key={id}>
          <span class="date">
            {dateOf(words, date, precision, to)}
            {tag !== undefined && date > tag.after && <span class="tag">{tag.word}</span>}
            {!checked && <span class="tag">{words.t('interface:debrief.unchecked')}</span>}
          </span>{' '}
          {words.t(`facts:${id}`)}
        </li>
      ))}
    </ul>
  );
}
