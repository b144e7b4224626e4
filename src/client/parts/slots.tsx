// The two slots and the decision: cards are dropped here, or put here by a click, a tap or a key, and taken out again until committed.

import { SLOTS } from '../../rules/apply.ts';
import type { CardId } from '../../rules/types.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { percent } from '../../telling/wording.ts';
import { spread } from '../settings.ts';
import { useShelves } from '../shelves.ts';
import { dragged } from './drag.ts';

interface SlotsProps {
  play: Playthrough;
  chosen: readonly CardId[];
  /** Capital that the chosen cards leave. */
  left: number;
  takeOut: (card: CardId) => void;
  submit: (event: Event) => void;
  /** What happened last, for those who listen; seen by all where it was refused. */
  said: string;
  refused: boolean;
  /** Of a choice that cannot be undone; empty when there is none. */
  warning: string;
  /** Per mille, as stated now; null where none is asked for. */
  belief: number | null;
  toBelief: () => void;
  toCards: () => void;
}

export function Slots({ play, chosen, left, takeOut, submit, said, refused, warning, belief, toBelief, toCards }: SlotsProps) {
  const { words } = useShelves();
  const { world } = play;
  return (
    <form class={dragged.value === null ? 'commit' : 'commit wanted'} data-drop="slots" onSubmit={submit}>
      <p role="status" class={refused ? 'said' : 'unseen'}>
        {said}
      </p>
      {warning !== '' && <p class="irreversible">{warning}</p>}
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
      <div class="bets">
        <p>{words.t('interface:cards.left', { count: left })}</p>
        {!spread.value && (
          <button type="button" onClick={toCards}>
            {words.t('interface:cards.toCards')}
          </button>
        )}
        {belief !== null && (
          <button type="button" onClick={toBelief}>
            {words.t('interface:cards.belief', { percent: percent(words, belief) })}
          </button>
        )}
      </div>
      <button id="commit" type="submit" class="primary">
        {words.t(warning === '' ? 'interface:cards.commit' : 'interface:cards.commitForGood', { count: chosen.length })}
      </button>
    </form>
  );
}
