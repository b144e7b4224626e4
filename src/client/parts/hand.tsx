// The cards in hand and the two slots. A card says what it is meant to do and how surely, never how much.

import { SLOTS } from '../../rules/apply.ts';
import { excludes } from '../../rules/cards.ts';
import type { Card, CardId, World } from '../../rules/types.ts';
import { type Foresight, previewOf } from '../../telling/foresight.ts';
import { chanceText, landingText, quantityName } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { cue } from '../audio/door.ts';
import { narrow } from '../settings.ts';
import { useShelves } from '../shelves.ts';
import { beginDrag } from './drag.ts';

interface HandProps {
  play: Playthrough;
  cards: readonly Card[];
  chosen: readonly CardId[];
  /** Capital that the chosen cards leave. */
  left: number;
  toggle: (card: CardId) => void;
}

/** What came of a wish to choose a card or to put it back. */
export type Toggled = { card: CardId; chosen: readonly CardId[]; left: number } & ({ kind: 'chosen' | 'takenOut' } | { kind: 'barred'; bar: Bar });

/** The cards in hand, what cannot be undone first, and putting one into a slot or taking it out. */
export function handOf({ world, state }: Playthrough, chosen: readonly CardId[], tell: (toggled: Toggled) => void) {
  const inHand = (state.desk?.hand ?? []).flatMap((id) => world.cardById.get(id) ?? []);
  const cards = [...inHand.filter(({ irreversible }) => irreversible !== null), ...inHand.filter(({ irreversible }) => irreversible === null)];
  const leftBy = (ids: readonly CardId[]) => ids.reduce((left, id) => left - (world.cardById.get(id)?.cost ?? 0), state.capital);
  const left = leftBy(chosen);
  const toggle = (id: CardId) => {
    const card = world.cardById.get(id);
    if (card === undefined) return;
    const isChosen = chosen.includes(id);
    const bar = isChosen ? null : barOf(world, card, chosen, left);
    if (bar !== null) {
      cue('refused');
      tell({ kind: 'barred', card: id, bar, chosen, left });
      return;
    }
    cue(isChosen ? 'card-taken' : 'card-laid');
    const next = isChosen ? chosen.filter((other) => other !== id) : [...chosen, id];
    tell({ kind: isChosen ? 'takenOut' : 'chosen', card: id, chosen: next, left: leftBy(next) });
  };
  return { cards, left, toggle };
}

export function Hand({ play, cards, chosen, left, toggle }: HandProps) {
  const { words } = useShelves();
  return (
    <fieldset class="hand">
      <legend>
        <h2>{words.t('interface:cards.heading')}</h2>
      </legend>
      <p class="purse">{words.t('interface:cards.slots')}</p>
      <div class="cards">
        {cards.map((card, i) => (
          <CardSheet
            key={card.id}
            play={play}
            card={card}
            place={i + 1}
            chosen={chosen.includes(card.id)}
            bar={chosen.includes(card.id) ? null : barOf(play.world, card, chosen, left)}
            toggle={() => toggle(card.id)}
          />
        ))}
      </div>
      <p class="hint hand-note">{words.t('interface:cards.legend')}</p>
    </fieldset>
  );
}

export type Bar = 'tooDear' | 'slotsFull' | 'excluded';

function barOf(world: World, card: Card, chosen: readonly CardId[], left: number): Bar | null {
  if (chosen.length >= SLOTS) return 'slotsFull';
  const excluded = chosen.some((id) => excludes(card, world.cardById.get(id) as Card));
  return excluded ? 'excluded' : card.cost > left ? 'tooDear' : null;
}

interface CardProps {
  play: Playthrough;
  card: Card;
  /** From 1: the key that chooses it. */
  place: number;
  chosen: boolean;
  bar: Bar | null;
  toggle: () => void;
}

function CardSheet({ play, card, place, chosen, bar, toggle }: CardProps) {
  const { words } = useShelves();
  const preview = previewOf(play.world, play.state, card);
  // Within reach though it cannot be chosen, so that everybody meets the reason.
  const take = (event: MouseEvent) => {
    if (bar !== null) event.preventDefault();
    toggle();
  };
  const id = `card-${card.id}`;
  const cost = card.cost === 0 ? words.t('interface:cards.free') : words.t('interface:cards.cost', { count: card.cost });
  const body = (
    <div class="card-body">
      <div class="card-says">
        <p id={`${id}-line`} class="line">
          {words.t(`cards:${card.id}.line`)}
        </p>
        {preview.attempt !== null && <p class="chance">{chanceText(words, preview.attempt)}</p>}
      </div>
      <div class="card-effects">
        <Lines name={words.t('interface:cards.intended')} lines={preview.intended} />
        <Lines name={words.t('interface:cards.side')} lines={preview.side} />
      </div>
    </div>
  );
  const lever = <span class="lever">{words.t(`interface:cards.lever.${card.lever}`)}</span>;
  const lands = landingText(words, preview, card.delay);
  const label = <span class={`label label-${preview.label}`}>{words.t(`interface:cards.label.${preview.label}`)}</span>;
  return (
    <article
      class={`sheet card lever-${card.lever}${chosen ? ' chosen' : ''}${bar === null ? '' : ' barred'}`}
      aria-labelledby={`${id}-title`}
      onPointerDown={(event) => beginDrag(event, card.id, () => !chosen && toggle())}
    >
      <div class="card-head">
        <h3>
          <label for={id}>
            <input id={id} type="checkbox" checked={chosen} aria-disabled={bar !== null} onClick={take} aria-describedby={`${id}-cost ${id}-line`} />
            <span id={`${id}-title`}>{words.t(`cards:${card.id}.title`)}</span>
          </label>
        </h3>
        <p id={`${id}-cost`} class="cost">
          {cost}
        </p>
        <span class="handle" aria-hidden="true">
          <kbd>{place}</kbd>
        </span>
      </div>
      {bar !== null && <p class="bar">{words.t(`interface:cards.${bar}`)}</p>}
      {preview.tooLate && <p class="bar">{words.t('interface:cards.tooLate')}</p>}
      {card.irreversible !== null && (
        <p class="irreversible">
          {words.t('interface:cards.irreversible')}{' '}
          {card.irreversible.shuts.length > 0 && words.t('interface:cards.shuts', { cards: card.irreversible.shuts.map((shut) => words.t(`cards:${shut}.title`)).join(', ') })}
        </p>
      )}
      {narrow.value ? (
        <details class="card-more">
          <summary>
            {lever} <span>{lands}</span>
          </summary>
          {body}
          {label}
        </details>
      ) : (
        <>
          {body}
          <p class="card-foot">
            {lever}
            <span>{lands}</span>
            {label}
          </p>
        </>
      )}
    </article>
  );
}

function Lines({ name, lines }: { name: string; lines: readonly Foresight[] }) {
  const { words } = useShelves();
  if (lines.length === 0) return null;
  return (
    <div class="lines">
      <p class="term">{name}</p>
      <ul>
        {lines.map(({ what, goes, confidence }) => (
          <li>
            <span class="arrow" aria-hidden="true">
              {words.t(`interface:cards.arrow.${goes}`)}
            </span>{' '}
            {words.t(`interface:cards.goes.${goes}`)} {quantityName(words, what)} <span class="confidence">{words.t(`interface:cards.confidence.${confidence}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
