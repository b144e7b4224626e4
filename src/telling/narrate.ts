// Events in words, the same for the page and the terminal.

import type { Because, CardId, Level, Quantity, World } from '../rules/types.ts';
import type { Deed, DeedEvent, Drift, TurningPoint } from './digest.ts';
import type { Chances, Preview } from './foresight.ts';
import { monthOf, points, signed, type Vocabulary, whole } from './wording.ts';

/** One line that says what happened. */
export function headlineText(words: Vocabulary, level: Level, event: DeedEvent | TurningPoint): string {
  switch (event.type) {
    case 'cardPlayed':
      return words.t('interface:told.cardPlayed', { card: cardTitle(words, event.card) });
    case 'attempted':
      return words.t(`interface:told.attempted.${event.of}.${event.succeeded ? 'taken' : 'refused'}`, { card: cardTitle(words, event.card) });
    case 'effectAhead':
      return words.t('interface:told.effectAhead', { card: cardTitle(words, event.card) });
    case 'effectLanded':
      return words.t('interface:told.effectLanded', { card: cardTitle(words, event.card) });
    case 'moved':
      return words.t(`moves:${event.move}.headline`);
    case 'calledOff':
      return words.t('interface:told.calledOff', { move: words.t(`moves:${event.move}.headline`) });
    case 'tested':
      return words.t(`interface:told.tested.${event.tech}.${event.succeeded ? 'success' : 'failure'}`);
    case 'cardsClosed': {
      const cards = event.cards.map((card) => cardTitle(words, card)).join(', ');
      return event.until >= level.turns
        ? words.t('interface:told.cardsClosedForGood', { cards })
        : words.t('interface:told.cardsClosed', { cards, until: monthOf(words, level.start, event.until) });
    }
    case 'warChanged':
      return words.t(`interface:told.war.${event.to}`);
    case 'crisisBroke':
      return words.t('interface:told.crisis');
  }
}

/** More on it, or nothing. */
export function detailText(words: Vocabulary, event: DeedEvent | TurningPoint): string {
  const key = event.type === 'moved' ? (`moves:${event.move}.detail` as const) : null;
  return key !== null && words.has(key) ? words.t(key) : '';
}

/** The rule behind a deed; a card played or landed has none of its own, its changes have. */
export function becauseOf(event: DeedEvent | TurningPoint): Because | null {
  return 'because' in event ? event.because : null;
}

/** "Pressure on Russia: 45.0 → 48.8 (+3.8)". */
export function changeText(words: Vocabulary, { what, from, to }: Pick<Deed['changes'][number], 'what' | 'from' | 'to'>): string {
  return words.t('interface:told.change', {
    what: sentenceCase(words, quantityName(words, what)),
    from: amount(words, what, from),
    to: amount(words, what, to),
    by: difference(words, what, to - from),
  });
}

/** "Closeness of Moscow and Pyongyang: +2.1". */
export function driftText(words: Vocabulary, { what, by }: Pick<Drift, 'what' | 'by'>): string {
  return words.t('interface:told.drift', { what: sentenceCase(words, quantityName(words, what)), by: difference(words, what, by) });
}

export function quantityName(words: Vocabulary, what: Quantity): string {
  return words.t(`interface:quantity.${what}`);
}

/** With a capital letter, as at the start of a line. */
export function sentenceCase(words: Vocabulary, text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(words.language) + text.slice(1);
}

/** A number of the model as it is shown: munitions in containers, capital in points, all else 0 … 100. */
export function amount(words: Vocabulary, what: Quantity, value: number): string {
  return what === 'munitions' || what === 'capital' ? whole(words, value) : points(words, value);
}

export function difference(words: Vocabulary, what: Quantity, by: number): string {
  if (what !== 'munitions' && what !== 'capital') return signed(words, by);
  return `${by > 0 ? '+' : by < 0 ? '−' : '±'}${whole(words, Math.abs(by))}`;
}

/** "Works at once", or how many quarters later. */
export function landingText(words: Vocabulary, { lands }: Pick<Preview, 'lands'>, delay: number): string {
  switch (lands) {
    case 'atOnce':
      return words.t('interface:cards.atOnce');
    case 'later':
      return words.t('interface:cards.later', { count: delay });
    case 'partLater':
      return words.t('interface:cards.delay', { count: delay });
  }
}

/** How likely an attempt is to be taken up, as things stand or under each bond. */
export function chanceText(words: Vocabulary, chances: Chances): string {
  if (chances.of === 'beijing') return words.t('interface:cards.beijing', { chance: words.t(`interface:likelihood.${chances.chance}`) });
  const { expedience, alliance } = chances;
  return words.t('interface:cards.moscow', { expedience: words.t(`interface:likelihood.${expedience}`), alliance: words.t(`interface:likelihood.${alliance}`) });
}

/** A warning where a chosen card cannot be undone; else nothing. */
export function forGoodText(words: Vocabulary, world: World, chosen: readonly CardId[]): string {
  const card = chosen.filter((id) => (world.cardById.get(id)?.irreversible ?? null) !== null).map((id) => cardTitle(words, id));
  return card.length === 0 ? '' : words.t('interface:cards.forGood', { card: card.join(', ') });
}

function cardTitle(words: Vocabulary, card: string): string {
  return words.t(`cards:${card}.title`);
}
