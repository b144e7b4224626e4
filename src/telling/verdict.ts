// What the debrief's figures mean, in sentences; the same for the page and the terminal.

import type { Hidden, Level, Rival } from '../rules/types.ts';
import { estimatedThreat } from '../rules/view.ts';
import type { Debrief, ForecastResult } from './debrief.ts';
import type { Playthrough } from './playthrough.ts';
import type { Reading } from './reading.ts';
import type { HeldInstead, LuckAndSkill, Reckoning } from './reckoning.ts';
import type { Retelling } from './retold.ts';
import { aheadOfHold, type Reached, spreadOf } from './whatIf.ts';
import { monthOf, percent, points, quarterOf, signed, type Vocabulary } from './wording.ts';

/** A heading for what the choices were worth. */
export function worthHeading(words: Vocabulary, { score }: Debrief): string {
  return words.t(score > 0 ? 'interface:debrief.worth.better' : score < 0 ? 'interface:debrief.worth.worse' : 'interface:debrief.worth.same');
}

/** In one breath: what became of the threat, and what the choices did for the balance. */
/** Whether the goal was reached, told by the two figures it compares. @param deterrence tenths, at the end */
export function goalText(words: Vocabulary, { threat: [, threat] }: Pick<Debrief, 'threat'>, deterrence: number): string {
  return words.t(deterrence > threat ? 'interface:debrief.goalReached' : 'interface:debrief.goalMissed', { deterrence: points(words, deterrence), threat: points(words, threat) });
}

export function reachedText(words: Vocabulary, debrief: Debrief): string {
  const [from, to] = debrief.threat;
  const key = to > from ? 'threatGrew' : to < from ? 'threatFell' : 'threatSame';
  return `${words.t(`interface:debrief.${key}`, { by: points(words, Math.abs(to - from)) })} ${worthText(words, debrief)}`;
}

/** The threat as estimated at the end, beside the truth. */
export function estimateText(words: Vocabulary, { world, state }: Playthrough): string {
  return words.t('interface:debrief.estimated', { estimate: points(words, estimatedThreat(world, state)), truth: points(words, state.threat) });
}

export function worthText(words: Vocabulary, { score }: Debrief): string {
  const key = score > 0 ? 'scoreBetter' : score < 0 ? 'scoreWorse' : 'scoreSame';
  return words.t(`interface:debrief.${key}`, { score: points(words, Math.abs(score)) });
}

/** A paragraph on skill, one on luck. Gaining is skill only where it is more than most blind picks gain. */
export function luckTexts(words: Vocabulary, { campaigns, worth, blind, better, ahead }: LuckAndSkill): [skill: string, luck: string] {
  const luck = ahead * 3 >= campaigns * 2 ? 'good' : ahead * 3 <= campaigns ? 'bad' : 'even';
  const verdict = worth > blind.high ? 'skill' : worth < blind.low ? 'noSkill' : 'asBlind';
  const skill = [
    words.t('interface:debrief.luck.worth', { campaigns, worth: signed(words, worth), better }),
    words.t('interface:debrief.luck.blind', { low: signed(words, blind.low), high: signed(words, blind.high) }),
    words.t(`interface:debrief.luck.${verdict}`),
  ];
  return [skill.join(' '), words.t(`interface:debrief.luck.${luck}`, { campaigns, ahead })];
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

/** Where another timeline of the same campaign ends, in one breath. */
export function insteadOutcome(words: Vocabulary, reached: Debrief, { balance, ending }: Pick<Retelling, 'balance' | 'ending'>): string {
  const by = balance - reached.balance;
  const key = by > 0 ? 'higher' : by < 0 ? 'lower' : 'same';
  const ended =
    ending === reached.ending ? words.t('interface:debrief.instead.sameEnding') : words.t('interface:debrief.instead.otherEnding', { ending: words.t(`endings:${ending}.title`) });
  return `${words.t(`interface:debrief.changed.${key}`, { by: points(words, Math.abs(by)) })} ${ended}`;
}

/** As near as makes no difference, tenths. */
const HARDLY = 5;

/** What the choices were worth in a rival's view, and what it says of what is hidden. @param worth against holding in that view, tenths */
export function criticTexts(words: Vocabulary, { score, hidden }: Debrief, rival: Rival, theirs: Hidden, worth: number): string[] {
  const key = Math.abs(worth - score) <= HARDLY ? 'alike' : worth < score ? 'less' : 'more';
  const texts = [`${words.t('interface:debrief.critic.worth', { theirs: signed(words, worth), ours: signed(words, score) })} ${words.t(`interface:debrief.critic.${key}`)}`];
  return rival.bond === undefined ? texts : [...texts, settledText(words, hidden, theirs)];
}

/** What a view that takes the bond as settled makes of the hidden facts: whatever does not hang on the bond stays as it was drawn. */
function settledText(words: Vocabulary, ours: Hidden, theirs: Hidden): string {
  if (theirs.bond === ours.bond) return words.t('interface:debrief.critic.settledAlike');
  const hangsOnIt = [
    ...(theirs.west === ours.west ? [] : [words.t(`interface:debrief.west.${theirs.west}`)]),
    ...(theirs.help === ours.help ? [] : [words.t(`interface:debrief.help.${theirs.help}`)]),
  ];
  const settled = words.t('interface:debrief.critic.settled', { bond: words.t(`interface:debrief.bond.${theirs.bond}`) });
  return [settled, ...(hangsOnIt.length > 0 ? [words.t('interface:debrief.critic.hangsOnIt')] : []), ...hangsOnIt].join(' ');
}

/** How the player's plan did over many draws of luck. @param all at least one */
export function whatIfSummary(words: Vocabulary, all: readonly Reached[]): string {
  const middle = (plan: keyof Reached) => signed(words, spreadOf(all.map((reached) => reached[plan])).middle);
  return words.t('interface:whatIf.summary', { ahead: aheadOfHold(all, 'yours'), all: all.length, yours: middle('yours'), hold: middle('hold'), blind: middle('blind') });
}

/** How much higher or lower the balance would have ended, had the quarter been held. */
export function insteadRow(words: Vocabulary, level: Level, { turn, by }: HeldInstead): string {
  return words.t('interface:debrief.instead.row', { months: quarterOf(words, level.start, turn), by: signed(words, by) });
}

/** What always saying 50 % earns, per mille of Brier score. */
const COIN = 250;
/** Above this an ideal observer did badly, per mille of Brier score. */
const POOR = 150;

/** First how the signs were read, then what it came to against a coin; and the signs are blamed where they led the ideal observer astray too. */
export function foresawText(words: Vocabulary, { brier, reading, hidden }: Pick<Debrief, 'brier' | 'reading' | 'hidden'>): string {
  if (brier === null || reading === null) return '';
  const { player, ideal } = brier;
  const came = words.t(player === COIN ? 'interface:debrief.foresaw.same' : player > COIN ? 'interface:debrief.foresaw.worse' : 'interface:debrief.foresaw.better');
  const signs = ideal < POOR ? [] : [words.t(ideal >= COIN ? 'interface:debrief.foresaw.misled' : 'interface:debrief.foresaw.faint')];
  return [...readingTexts(words, reading, hidden), came, ...signs].join(' ');
}

function readingTexts(words: Vocabulary, reading: Reading, { bond }: Hidden): string[] {
  if (reading.kind === 'untested') return [];
  if (reading.kind !== 'constant') return [words.t(`interface:debrief.foresaw.${reading.kind}`)];
  const { belief } = reading;
  const said = words.t('interface:debrief.foresaw.constant', { percent: percent(words, belief) });
  if (belief === 500) return [said];
  return [said, words.t(belief > 500 === (bond === 'alliance') ? 'interface:debrief.foresaw.constantRight' : 'interface:debrief.foresaw.constantWrong')];
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
