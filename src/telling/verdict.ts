// What the debrief's figures mean, in sentences; the same for the page and the terminal.

import type { Level } from '../rules/types.ts';
import type { Debrief, ForecastResult } from './debrief.ts';
import type { HeldInstead, LuckAndSkill, Reckoning } from './reckoning.ts';
import { type InterfaceKey, monthOf, percent, points, quarterOf, signed, type Vocabulary } from './wording.ts';

/** A heading for what the choices were worth. */
export function worthHeading(words: Vocabulary, { score }: Debrief): string {
  return words.t(score > 0 ? 'interface:debrief.worth.better' : score < 0 ? 'interface:debrief.worth.worse' : 'interface:debrief.worth.same');
}

export function worthText(words: Vocabulary, { score }: Debrief): string {
  const key = score > 0 ? 'scoreBetter' : score < 0 ? 'scoreWorse' : 'scoreSame';
  return words.t(`interface:debrief.${key}`, { score: points(words, Math.abs(score)) });
}

/** One sentence on skill, one on luck. */
export function luckTexts(words: Vocabulary, { campaigns, worth, better, ahead }: LuckAndSkill): [skill: string, luck: string] {
  const luck = ahead * 3 >= campaigns * 2 ? 'good' : ahead * 3 <= campaigns ? 'bad' : 'even';
  return [words.t('interface:debrief.luck.worth', { campaigns, worth: signed(words, worth), better }), words.t(`interface:debrief.luck.${luck}`, { campaigns, ahead })];
}

/** The one decision that, changed, would have changed most. @param instead most telling first */
export function insteadText(words: Vocabulary, level: Level, reached: Debrief, instead: readonly HeldInstead[]): string {
  const telling = instead[0];
  if (telling === undefined) return words.t('interface:debrief.instead.none');
  const { turn, by, cards, ending } = telling;
  if (by === 0) return words.t('interface:debrief.instead.same');
  const parts = [
    words.t(by < 0 ? 'interface:debrief.instead.lower' : 'interface:debrief.instead.higher', { months: quarterOf(words, level.start, turn), by: points(words, Math.abs(by)) }),
    words.t('interface:debrief.instead.played', { cards: cards.map((card) => words.t(`cards:${card}.title`)).join(', ') }),
    ending === reached.ending ? words.t('interface:debrief.instead.sameEnding') : words.t('interface:debrief.instead.otherEnding', { ending: words.t(`endings:${ending}.title`) }),
  ];
  return parts.join(' ');
}

/** How much higher or lower the balance would have ended, had the quarter been held. */
export function insteadRow(words: Vocabulary, level: Level, { turn, by }: HeldInstead): string {
  return words.t('interface:debrief.instead.row', { months: quarterOf(words, level.start, turn), by: signed(words, by) });
}

/** What always saying 50 % earns, per mille. */
const COIN = 250;
/** As near to the ideal observer as makes no difference, per mille of Brier score. */
const AS_GOOD = 20;

export function foresawText(words: Vocabulary, { player, ideal }: NonNullable<Debrief['brier']>): string {
  const verdict: InterfaceKey =
    player === COIN
      ? 'interface:debrief.foresaw.same'
      : player > COIN
        ? 'interface:debrief.foresaw.worse'
        : player <= ideal + AS_GOOD
          ? 'interface:debrief.foresaw.ideal'
          : 'interface:debrief.foresaw.better';
  return words.t(verdict);
}

export function brierText(words: Vocabulary, { player, ideal }: NonNullable<Debrief['brier']>): string {
  const share = (perMille: number) => new Intl.NumberFormat(words.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(perMille / 1000);
  return words.t('interface:debrief.brier', { player: share(player), ideal: share(ideal) });
}

/** @param benchmarks empty while they are not known */
export function forecastText(words: Vocabulary, level: Level, { turn, event, byTurn, chance, happened }: ForecastResult, benchmarks: Reckoning['benchmarks']): string {
  const benchmark = benchmarks.find((other) => other.turn === turn);
  const told = words.t(happened ? 'interface:debrief.forecastHappened' : 'interface:debrief.forecastNot', {
    question: words.t(`interface:belief.event.${event}`, { month: monthOf(words, level.start, byTurn) }),
    percent: percent(words, chance),
  });
  return benchmark === undefined ? told : `${told} ${words.t('interface:debrief.benchmark', { percent: percent(words, benchmark.chance) })}`;
}
