// One changed decision under the same luck: pick a quarter, decide it otherwise, and see both timelines.

import type { ReadonlySignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { apply } from '../../rules/apply.ts';
import { decisionsOf } from '../../rules/campaign.ts';
import type { CardId, State } from '../../rules/types.ts';
import type { Debrief } from '../../telling/debrief.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import type { Reckoning } from '../../telling/reckoning.ts';
import { changedAt } from '../../telling/retold.ts';
import { insteadOutcome } from '../../telling/verdict.ts';
import { quarterOf } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';
import { FoldedPart } from './part.tsx';
import { SideBySide } from './sideBySide.tsx';
import { Soon } from './soon.tsx';

interface Wish {
  turn: number;
  cards: readonly CardId[];
}

interface ChangedProps {
  play: Playthrough;
  debrief: Debrief;
  /** null while it is being worked out: it knows the most telling quarter. */
  reckoning: ReadonlySignal<Reckoning | null>;
}

export function ChangedDecision({ play, debrief, reckoning: { value: reckoning } }: ChangedProps) {
  const { words } = useShelves();
  return (
    <FoldedPart id="changed" heading={words.t('interface:debrief.changed.heading')} class="changed" busy={reckoning === null}>
      <p class="hint">{words.t('interface:debrief.changed.note')}</p>
      {reckoning === null ? (
        <p>{words.t('interface:debrief.changed.working')}</p>
      ) : (
        <Soon>{() => <Choosing play={play} debrief={debrief} first={reckoning.instead[0]?.turn ?? 0} />}</Soon>
      )}
    </FoldedPart>
  );
}

function Choosing({ play, debrief, first }: { play: Playthrough; debrief: Debrief; first: number }) {
  const { words } = useShelves();
  const { world, openings, log } = play;
  const decisions = useMemo(() => decisionsOf(log.choices), [log]);
  const [wish, setWish] = useState<Wish>({ turn: first, cards: [] });
  const [refused, setRefused] = useState('');
  const { turn, cards } = wish;
  const played = decisions[turn] ?? [];
  const opening = openings[turn] as State;
  const isSame = cards.length === played.length && cards.every((card) => played.includes(card));
  const other = useMemo(() => (isSame ? null : changedAt(play, turn, cards)), [play, turn, cards, isSame]);
  const decide = (next: readonly CardId[]) => {
    const applied = apply(world, opening, { kind: 'decide', cards: [...next] });
    setRefused(applied.ok ? '' : words.t('interface:cards.refused', { refusal: words.t(`interface:refusal.${applied.refusal}`) }));
    if (applied.ok) setWish({ turn, cards: next });
  };
  return (
    <>
      <div class="choosing">
        <div class="field">
          <label for="changed-turn">{words.t('interface:debrief.changed.quarter')}</label>
          <select
            id="changed-turn"
            value={String(turn)}
            onChange={({ currentTarget }) => {
              setRefused('');
              setWish({ turn: Number(currentTarget.value), cards: [] });
            }}
          >
            {decisions.map((_, at) => (
              <option key={at} value={String(at)}>
                {quarterOf(words, world.level.start, at)}
              </option>
            ))}
          </select>
        </div>
        <fieldset>
          <legend class="term">{words.t('interface:debrief.changed.cards')}</legend>
          <ul class="alternatives">
            {(opening.desk?.hand ?? []).map((card) => (
              <li key={card}>
                <label>
                  <input
                    type="checkbox"
                    checked={cards.includes(card)}
                    onChange={({ currentTarget }) => {
                      const wanted = currentTarget.checked;
                      // The rules may refuse it: what is shown follows what was accepted.
                      currentTarget.checked = cards.includes(card);
                      decide(wanted ? [...cards, card] : cards.filter((other) => other !== card));
                    }}
                  />
                  <span>
                    {words.t(`cards:${card}.title`)}
                    {played.includes(card) && <span class="tag">{words.t('interface:debrief.changed.wasPlayed')}</span>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <p class="actions">
            <button type="button" onClick={() => decide([])}>
              {words.t('interface:debrief.changed.holdIt')}
            </button>
            <button type="button" onClick={() => decide(played)}>
              {words.t('interface:debrief.changed.asItWas')}
            </button>
          </p>
        </fieldset>
      </div>
      <p class="outcome" role="status" data-testid="changed-outcome">
        {refused !== '' && <span class="wrong">{refused} </span>}
        {other === null ? words.t('interface:debrief.changed.unchanged') : insteadOutcome(words, debrief, other)}
      </p>
      {other !== null && (
        <SideBySide play={play} other={other} names={{ original: words.t('interface:debrief.changed.original'), other: words.t('interface:debrief.changed.other') }} />
      )}
    </>
  );
}
