// The questions chosen, in the order in which they are asked.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ItemId, Question } from '../../../quiz/types.ts';
import { movedTo } from '../../quiz/draft.ts';
import { useShelves } from '../../shelves.ts';
import { Preview } from './preview.tsx';

interface ChosenListProps {
  chosen: readonly ItemId[];
  questions: readonly Question[];
  onChange: (chosen: readonly ItemId[]) => void;
}

export function ChosenList({ chosen, questions, onChange }: ChosenListProps) {
  const { words } = useShelves();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const pressed = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (pressed.current !== null) list.current?.querySelector<HTMLElement>(`[data-press="${pressed.current}"]`)?.focus();
    pressed.current = null;
  }, [chosen]);
  const questionOf = (id: ItemId) => questions.find(({ item }) => item.id === id);
  const move = (id: ItemId, by: -1 | 1) => {
    const to = chosen.indexOf(id) + by;
    if (to < 0 || to >= chosen.length) return;
    pressed.current = `${id} ${by}`;
    setSaid(words.t('live:host.moved', { place: to + 1, of: chosen.length }));
    onChange(movedTo(chosen, id, to));
  };
  const remove = (id: ItemId) => {
    const at = chosen.indexOf(id);
    const next = chosen[at + 1] ?? chosen[at - 1];
    pressed.current = next === undefined ? null : `${next} x`;
    setSaid(words.t('live:host.removed'));
    onChange(chosen.filter((other) => other !== id));
  };
  return (
    <div class="chosen">
      <h3>{words.t('live:host.chosen', { count: chosen.length })}</h3>
      <ol ref={list}>
        {chosen.map((id, at) => {
          const shown = questionOf(id);
          return (
            <li key={id}>
              <span class="chosen-place" aria-hidden="true">
                {at + 1}
              </span>
              <div class="chosen-stem">
                <p>{shown?.words.stem ?? id}</p>
                {shown !== undefined && <Preview question={shown} />}
              </div>
              <span class="chosen-moves">
                {([-1, 1] as const).map((by) => (
                  <button
                    key={by}
                    type="button"
                    data-press={`${id} ${by}`}
                    aria-disabled={at === (by < 0 ? 0 : chosen.length - 1)}
                    aria-label={words.t(by < 0 ? 'live:host.up' : 'live:host.down', { place: at + 1 })}
                    onClick={() => move(id, by)}
                  >
                    {words.t(by < 0 ? 'interface:asking.order.upSign' : 'interface:asking.order.downSign')}
                  </button>
                ))}
                <button type="button" data-press={`${id} x`} aria-label={words.t('live:host.remove', { place: at + 1 })} onClick={() => remove(id)}>
                  {words.t('live:host.removeSign')}
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status" class="unseen">
        {said}
      </p>
    </div>
  );
}
