// What the player believes: of the bond each turn, of one named event where the level asks.

import type { Level } from '../../rules/types.ts';
import { likelihood, monthOf, percent } from '../../telling/wording.ts';
import { cue } from '../audio/door.ts';
import { useShelves } from '../shelves.ts';

interface BeliefProps {
  /** Per mille. */
  value: number;
  before: number;
  /** Whether it is asked for the first time. */
  first: boolean;
  onInput: (perMille: number) => void;
}

export function Belief({ value, before, first, onInput }: BeliefProps) {
  const { words } = useShelves();
  const inWords = words.t('interface:belief.value', { percent: percent(words, value), likelihood: words.t(`interface:likelihood.${likelihood(value)}`) });
  return (
    <section class="sheet belief" aria-labelledby="belief-heading">
      <h2 id="belief-heading">{words.t('interface:belief.heading')}</h2>
      <label for="belief">{words.t('interface:belief.question')}</label>
      <Dial id="belief" value={value} inWords={inWords} onInput={onInput} />
      <div class="ends" aria-hidden="true">
        <span>{words.t('interface:belief.low')}</span>
        <span>{words.t('interface:belief.high')}</span>
      </div>
      <p class="reading">
        <output for="belief">{inWords}</output> <span class="ghost">{words.t('interface:belief.before', { percent: percent(words, before) })}</span>
      </p>
      {first && <p class="hint">{words.t('interface:belief.why')}</p>}
    </section>
  );
}

interface EventProps {
  asked: Level['forecasts'][number];
  /** The level's first day. */
  start: string;
  /** Per mille; null while nothing is stated. */
  value: number | null;
  onInput: (perMille: number) => void;
}

export function EventForecast({ asked, start, value, onInput }: EventProps) {
  const { words } = useShelves();
  const inWords =
    value === null
      ? words.t('interface:belief.eventUnset')
      : words.t('interface:belief.eventValue', { percent: percent(words, value), likelihood: words.t(`interface:likelihood.${likelihood(value)}`) });
  return (
    <section class="sheet belief" aria-labelledby="event-heading">
      <h2 id="event-heading">{words.t('interface:belief.eventHeading')}</h2>
      <label for="event">{words.t(`interface:belief.event.${asked.event}`, { month: monthOf(words, start, asked.byTurn) })}</label>
      <Dial id="event" value={value ?? 500} inWords={inWords} onInput={onInput} />
      <p class="reading">
        <output for="event">{inWords}</output>
      </p>
    </section>
  );
}

function Dial({ id, value, inWords, onInput }: { id: string; value: number; inWords: string; onInput: (perMille: number) => void }) {
  return (
    <input
      id={id}
      type="range"
      min={0}
      max={100}
      step={1}
      value={value / 10}
      aria-valuetext={inWords}
      onInput={({ currentTarget }) => {
        cue('pencil');
        onInput(Math.floor(Number(currentTarget.value)) * 10);
      }}
    />
  );
}
