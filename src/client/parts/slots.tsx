// The two slots and the decision: cards are dropped here, or put here by a click, a tap or a key, and taken out again until committed.

import { SLOTS } from '../../rules/apply.ts';
import type { CardId } from '../../rules/types.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { percent } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';
import { dragged } from './drag.ts';

interface SlotsProps {
  play: Playthrough;
  chosen: readonly CardId[];
  takeOut: (card: CardId) => void;
  clear: () => void;
  /** What happened last, for those who listen too. */
  said: string;
  /** Of a choice that cannot be undone; empty when there is none. */
  warning: string;
  /** Per mille, as stated now; null where none is asked for. */
  belief: number | null;
  toBelief: () => void;
}

export function Slots({ play, chosen, takeOut, clear, said, warning, belief, toBelief }: SlotsProps) {
  const { words } = useShelves();
  const { world } = play;
  return (
    <div class={dragged.value === null ? 'commit' : 'commit wanted'} data-drop="slots">
      <ol class="card-slots" aria-label={words.t('interface:cards.slotsLabel')}>
        {Array.from({ length: SLOTS }, (_, i) => {
          const id = chosen[i];
          if (id === undefined)
            return (
              <li key={`empty ${i}`} class="card-slot empty">
                {words.t(dragged.value === null ? 'interface:cards.slotEmpty' : 'interface:cards.slotDrop')}
              </li>
            );
          const title = words.t(`cards:${id}.title`);
          return (
            <li key={id} class={`card-slot lever-${world.cardById.get(id)?.lever}`}>
              <span>{title}</span>
              <button type="button" onClick={() => takeOut(id)} aria-label={words.t('interface:cards.takeOut', { card: title })}>
                {words.t('interface:cards.takeOutSign')}
              </button>
            </li>
          );
        })}
      </ol>
      {belief !== null && (
        <p class="belief-now">
          {words.t('interface:cards.belief', { percent: percent(words, belief) })}{' '}
          <button type="button" onClick={toBelief}>
            {words.t('interface:cards.beliefChange')}
          </button>
        </p>
      )}
      <p class="actions">
        <button type="submit" class="primary">
          {words.t(warning === '' ? 'interface:cards.commit' : 'interface:cards.commitForGood', { count: chosen.length })}
        </button>
        {chosen.length > 0 && (
          <button type="button" onClick={clear}>
            {words.t('interface:cards.clear')}
          </button>
        )}
      </p>
      <p role="status" class="said">
        {said}
      </p>
      {warning !== '' && <p class="irreversible">{warning}</p>}
    </div>
  );
}
