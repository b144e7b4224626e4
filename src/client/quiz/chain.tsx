// A causal chain to be put in order: by buttons, by keyboard, by mouse or by finger. Every move is told to those who listen.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OptionId } from '../../quiz/types.ts';
import { cue } from '../audio/door.ts';
import { useWords } from '../shelves.ts';
import { movedTo } from './draft.ts';
import { asideOf, beginSort, type Lift } from './sorting.ts';
import './chain.css';

interface ChainProps {
  steps: readonly OptionId[];
  textOf: (step: OptionId) => string;
  onChange: (steps: readonly OptionId[]) => void;
}

const WAYS = ['up', 'down'] as const;
type Way = (typeof WAYS)[number];

export function Chain({ steps, textOf, onChange }: ChainProps) {
  const words = useWords();
  const list = useRef<HTMLOListElement>(null);
  const [lift, setLift] = useState<Lift | null>(null);
  const [said, setSaid] = useState('');
  const pressed = useRef<string | null>(null);
  // A line that is moved takes its button out of the page for a moment, and the focus with it.
  useLayoutEffect(() => {
    if (pressed.current !== null) list.current?.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus();
    pressed.current = null;
  }, [steps]);
  const put = (id: OptionId, to: number) => {
    if (to === steps.indexOf(id)) return;
    cue('card-laid');
    onChange(movedTo(steps, id, to));
    setSaid(words.t('interface:asking.order.moved', { step: textOf(id), place: to + 1, all: steps.length }));
  };
  const move = (id: OptionId, way: Way) => {
    const to = steps.indexOf(id) + (way === 'up' ? -1 : 1);
    if (to < 0 || to >= steps.length) {
      cue('refused');
      setSaid(words.t(`interface:asking.order.${way === 'up' ? 'first' : 'last'}`, { step: textOf(id) }));
      return;
    }
    pressed.current = `${id} ${way}`;
    put(id, to);
  };
  return (
    <>
      <ol ref={list} class={lift === null ? 'sequence' : 'sequence sorting'} aria-label={words.t('interface:asking.order.list')}>
        {steps.map((id, at) => (
          <li
            key={id}
            class={lift?.from === at ? 'slip sequence-step lifted' : 'slip sequence-step'}
            style={{ translate: lift === null ? '' : `0 ${asideOf(at, lift)}px` }}
            onPointerDown={(event) => beginSort(event, event.currentTarget, { onLift: setLift, onDrop: (to) => put(id, to) })}
          >
            <span class="handle" aria-hidden="true">
              {words.t('interface:asking.order.handle')}
            </span>
            <span class="sequence-place">{at + 1}</span>
            <span class="sequence-text">{textOf(id)}</span>
            <span class="sequence-moves">
              {WAYS.map((way) => (
                <button
                  type="button"
                  key={way}
                  data-move={`${id} ${way}`}
                  aria-disabled={at === (way === 'up' ? 0 : steps.length - 1)}
                  aria-label={words.t(`interface:asking.order.${way}`, { step: textOf(id) })}
                  onClick={() => move(id, way)}
                >
                  {words.t(`interface:asking.order.${way}Sign`)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" class="unseen">
        {said}
      </p>
    </>
  );
}
