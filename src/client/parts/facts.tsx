// Dated facts, as a list.

import type { FactId } from '../../rules/types.ts';
import { dateOf } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';

/** @param tag a word that each fact carries, such as "after the article" */
export function Facts({ ids, tag }: { ids: readonly FactId[]; tag?: string }) {
  const { content, words } = useShelves();
  const facts = ids.flatMap((id) => content.facts.find((fact) => fact.id === id) ?? []);
  return (
    <ul class="facts">
      {facts.map(({ id, date, to, precision, checked }) => (
        <li key={id}>
          <span class="date">
            <time dateTime={date}>{dateOf(words, date, precision)}</time>
            {to !== undefined && (
              <>
                {' – '}
                <time dateTime={to}>{dateOf(words, to, precision)}</time>
              </>
            )}
          </span>{' '}
          {words.t(`facts:${id}`)}
          {tag !== undefined && <span class="tag">{tag}</span>}
          {!checked && <span class="tag">{words.t('interface:debrief.unchecked')}</span>}
        </li>
      ))}
    </ul>
  );
}
