// The cards in hand and the two slots. A card says what it is meant to do and how surely, never how much.

import { SLOTS } from '../../rules/apply.ts';
import { excludes } from '../../rules/cards.ts';
import type { Card, CardId } from '../../rules/types.ts';
import { type Foresight, previewOf } from '../../telling/foresight.ts';
import { chanceText, landingText, quantityName } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { useShelves } from '../shelves.ts';

interface HandProps {
  play: Playthrough;
  chosen: readonly CardId[];
  choose: (cards: readonly CardId[]) => void;
  say: (text: string) => void;
}

export function Hand({ play, chosen, choose, say }: HandProps) {
  const { words } = useShelves();
  const { world, state } = play;
  const cards = (state.desk?.hand ?? []).flatMap((id) => world.cardById.get(id) ?? []);
  const costOf = (ids: readonly CardId[]) => ids.reduce((sum, id) => sum + (world.cardById.get(id)?.cost ?? 0), 0);
  const left = state.capital - costOf(chosen);
  const toggle = (id: CardId) => {
    const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    choose(next);
    say(words.t('interface:cards.chosen', { chosen: next.length, count: state.capital - costOf(next) }));
  };
  return (
    <fieldset class="hand">
      <legend>
        <h2>{words.t('interface:cards.heading')}</h2>
      </legend>
      <p class="purse">
        {words.t('interface:cards.slots')} {words.t('interface:desk.capital', { count: left })}.
      </p>
      <p class="hint legend">{words.t('interface:cards.legend')}</p>
      <div class="cards">
        {cards.map((card) => (
          <CardSheet
            key={card.id}
            play={play}
            card={card}
            chosen={chosen.includes(card.id)}
            bar={chosen.includes(card.id) ? null : barOf(play, card, chosen, left)}
            toggle={() => toggle(card.id)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type Bar = 'tooDear' | 'slotsFull' | 'excluded';

function barOf({ world }: Playthrough, card: Card, chosen: readonly CardId[], left: number): Bar | null {
  if (chosen.length >= SLOTS) return 'slotsFull';
  const excluded = chosen.some((id) => excludes(card, world.cardById.get(id) as Card));
  return excluded ? 'excluded' : card.cost > left ? 'tooDear' : null;
}

function CardSheet({ play, card, chosen, bar, toggle }: { play: Playthrough; card: Card; chosen: boolean; bar: Bar | null; toggle: () => void }) {
  const { words } = useShelves();
  const preview = previewOf(play.world, play.state, card);
  const id = `card-${card.id}`;
  const cost = card.cost === 0 ? words.t('interface:cards.free') : words.t('interface:cards.cost', { count: card.cost });
  return (
    <article class={`sheet card lever-${card.lever}${chosen ? ' chosen' : ''}${bar === null ? '' : ' barred'}`} aria-labelledby={`${id}-title`}>
      <div class="card-head">
        <h3>
          <label for={id}>
            <input id={id} type="checkbox" checked={chosen} disabled={bar !== null} onChange={toggle} aria-describedby={`${id}-cost ${id}-line`} />
            <span id={`${id}-title`}>{words.t(`cards:${card.id}.title`)}</span>
          </label>
        </h3>
        <p id={`${id}-cost`} class="cost">
          {cost}
        </p>
      </div>
      <p id={`${id}-line`} class="line">
        {words.t(`cards:${card.id}.line`)}
      </p>
      {bar !== null && <p class="bar">{words.t(`interface:cards.${bar}`)}</p>}
      {preview.tooLate && <p class="bar">{words.t('interface:cards.tooLate')}</p>}
      {card.irreversible !== null && (
        <p class="irreversible">
          {words.t('interface:cards.irreversible')}{' '}
          {card.irreversible.shuts.length > 0 && words.t('interface:cards.shuts', { cards: card.irreversible.shuts.map((shut) => words.t(`cards:${shut}.title`)).join(', ') })}
        </p>
      )}
      {preview.attempt !== null && <p class="chance">{chanceText(words, preview.attempt)}</p>}
      <div class="card-effects">
        <Lines name={words.t('interface:cards.intended')} lines={preview.intended} />
        <Lines name={words.t('interface:cards.side')} lines={preview.side} />
      </div>
      <p class="card-foot">
        <span class="lever">{words.t(`interface:cards.lever.${card.lever}`)}</span>
        <span>{landingText(words, preview, card.delay)}</span>
        <span class={`label label-${preview.label}`}>{words.t(`interface:cards.label.${preview.label}`)}</span>
      </p>
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
