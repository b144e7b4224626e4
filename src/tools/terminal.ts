// A campaign in 80 columns of plain text.

import type { Content } from '../content/crossref.ts';
import { stateHash } from '../rules/campaign.ts';
import { isInUse } from '../rules/desk.ts';
import { type Because, type CardId, type DeskStep, type Event, TECH, VISIBLE } from '../rules/types.ts';
import { view } from '../rules/view.ts';
import { debriefOf } from '../telling/debrief.ts';
import { type Digest, digestOf } from '../telling/digest.ts';
import { type Foresight, previewOf } from '../telling/foresight.ts';
import { amount, becauseOf, changeText, detailText, difference, driftText, headlineText, quantityName, sentenceCase } from '../telling/narrate.ts';
import { codeOf, type Playthrough } from '../telling/playthrough.ts';
import { reasonOf } from '../telling/why.ts';
import { dateOf, likelihood, monthOf, percent, points, signed, type Vocabulary } from '../telling/wording.ts';

const COLUMNS = 80;

/** Breaks lines at spaces; a line's own indent, and `hang` more, is kept where it goes on. */
export function wrap(text: string, hang = 0, columns = COLUMNS): string {
  return text
    .split('\n')
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      const rows: string[] = [];
      let row = indent;
      for (const word of line.trim().split(' ')) {
        if (row.trim() !== '' && row.length + 1 + word.length > columns) {
          rows.push(row);
          row = indent + ' '.repeat(hang) + word;
        } else row += row.trim() === '' ? word : ` ${word}`;
      }
      return [...rows, row].join('\n');
    })
    .join('\n');
}

export class Terminal {
  readonly #content: Content;
  readonly #words: Vocabulary;
  /** What `why` explains, by number. */
  #causes: readonly Because[] = [];

  constructor(content: Content, words: Vocabulary) {
    this.#content = content;
    this.#words = words;
  }

  opening({ world }: Playthrough): string {
    const w = this.#words;
    const { level } = world;
    const facts = this.#facts(level.history);
    return paragraphs(
      underlined(w.t(`levels:${level.id}.title`), '='),
      wrap(w.t(`levels:${level.id}.premise`)),
      facts === '' ? '' : `${wrap(w.t('interface:desk.historyNote'))}\n${facts}`,
      wrap(w.t('interface:desk.simulatedNote', { date: dateOf(w, level.start, 'day') })),
    );
  }

  desk(play: Playthrough, chosen: readonly CardId[]): string {
    const w = this.#words;
    const { world, state } = play;
    const { level } = world;
    const shown = view(world, state);
    const introduced = (part: DeskStep) => isInUse(level, part, state.turn);
    const asked = level.forecasts.find(({ turn }) => turn === state.turn);
    const title = `${w.t('interface:desk.heading')}. ${w.t('interface:desk.turn', { turn: state.turn + 1, turns: level.turns })}, ${monthOf(w, level.start, state.turn)}. ${w.t(`interface:desk.act.${shown.act}`)}`;
    const reports = (shown.desk?.reports ?? []).map(({ topic, reading }) => {
      const source = this.#content.library.topics.find(({ id }) => id === topic)?.source ?? 'open';
      return wrap(`  ${w.t(`interface:desk.source.${source}`)}. ${w.t(`intelligence:${topic}.readings.${reading}`)}`, 2);
    });
    return paragraphs(
      underlined(title, '-'),
      wrap(w.t(`levels:${level.id}.briefings.${state.turn}`)),
      [
        `${w.t('interface:figure.war')}: ${w.t(`interface:figure.phase.${shown.war}`)}`,
        `${w.t('interface:figure.threat')}: ${points(w, shown.threat)}    ${w.t('interface:figure.deterrence')}: ${points(w, shown.levels.deterrence)}`,
        `${w.t('interface:figure.closeness')}: ${points(w, shown.levels.closeness)}    ${w.t('interface:figure.beijing')}: ${w.t(`interface:figure.stance.${shown.stance}`)}`,
      ].join('\n'),
      introduced('intelligence') ? [w.t('interface:desk.reports'), ...(reports.length === 0 ? [`  ${w.t('interface:desk.noReports')}`] : reports)].join('\n') : '',
      introduced('telegraph') ? this.#telegraph(play) : '',
      introduced('intelligence') ? this.#estimates(play) : '',
      introduced('belief') ? wrap(`${w.t('interface:belief.question')}\n  ${this.belief(state.belief)}`) : '',
      introduced('belief') && asked !== undefined ? wrap(w.t(`interface:belief.event.${asked.event}`, { month: monthOf(w, level.start, asked.byTurn) })) : '',
      introduced('cards') ? this.#hand(play, chosen) : '',
    );
  }

  /** "70 %: an alliance is likely". @param value per mille */
  belief(value: number): string {
    const w = this.#words;
    return w.t('interface:belief.value', { percent: percent(w, value), likelihood: w.t(`interface:likelihood.${likelihood(value)}`) });
  }

  #telegraph({ state }: Playthrough): string {
    const w = this.#words;
    const telegraph = state.desk?.telegraph ?? null;
    if (telegraph === null) return `${w.t('interface:desk.telegraph')}\n  ${w.t('interface:desk.noTelegraph')}`;
    const sign = `moves:${telegraph.move}.sign` as const;
    const seen = w.has(sign) ? w.t(sign) : w.t(`moves:${telegraph.move}.headline`);
    const chance = w.t('interface:desk.telegraphChance', { likelihood: w.t(`interface:likelihood.${likelihood(telegraph.chance)}`) });
    return `${w.t('interface:desk.telegraph')}\n${wrap(`  ${w.t(`interface:world.who.${telegraph.actor}`)}: ${seen} ${chance}`, 2)}`;
  }

  #estimates({ world, state }: Playthrough): string {
    const w = this.#words;
    const { estimates, band, desk } = view(world, state);
    const within = (tenths: number) => Math.max(0, Math.min(1000, tenths));
    const rows = TECH.map((tech) => {
      const range = w.t('interface:desk.estimateBand', {
        low: points(w, within(estimates[tech] - band)),
        high: points(w, within(estimates[tech] + band)),
        estimate: points(w, within(estimates[tech])),
      });
      return `  ${w.t(`interface:tech.${tech}`).padEnd(28)}${range}${desk?.assessed === tech ? ' *' : ''}`;
    });
    return [w.t('interface:desk.estimates'), ...rows, `  * ${w.t('interface:desk.assessed')}`].join('\n');
  }

  #hand({ world, state }: Playthrough, chosen: readonly CardId[]): string {
    const w = this.#words;
    const cards = (state.desk?.hand ?? []).flatMap((id) => world.cardById.get(id) ?? []);
    const lines = cards.map((card, i) => {
      const preview = previewOf(world, state, card);
      const cost = card.cost === 0 ? w.t('interface:cards.free') : w.t('interface:cards.cost', { count: card.cost });
      const delay = card.delay === 0 ? w.t('interface:cards.atOnce') : w.t('interface:cards.delay', { count: card.delay });
      const rows = [
        `${chosen.includes(card.id) ? '*' : ' '} ${i + 1}  ${w.t(`cards:${card.id}.title`)} (${w.t(`interface:cards.lever.${card.lever}`)}) – ${cost}; ${delay}`,
        `     ${w.t(`cards:${card.id}.line`)}`,
        ...this.#effects(w.t('interface:cards.intended'), preview.intended),
        ...this.#effects(w.t('interface:cards.side'), preview.side),
      ];
      const { attempt } = preview;
      if (attempt?.of === 'beijing') rows.push(`     ${w.t('interface:cards.beijing', { chance: w.t(`interface:likelihood.${attempt.chance}`) })}`);
      if (attempt?.of === 'moscow') {
        rows.push(
          `     ${w.t('interface:cards.moscow', { expedience: w.t(`interface:likelihood.${attempt.expedience}`), alliance: w.t(`interface:likelihood.${attempt.alliance}`) })}`,
        );
      }
      if (card.irreversible !== null) {
        const shuts = card.irreversible.shuts.map((id) => w.t(`cards:${id}.title`)).join(', ');
        rows.push(`     ${w.t('interface:cards.irreversible')}${shuts === '' ? '' : ` ${w.t('interface:cards.shuts', { cards: shuts })}`}`);
      }
      rows.push(`     [${w.t(`interface:cards.label.${preview.label}`)}]`);
      return rows.map((row) => wrap(row, 2)).join('\n');
    });
    return [w.t('interface:cards.heading'), wrap(`${w.t('interface:cards.slots')} ${w.t('interface:desk.capital', { count: state.capital })}.`), '', lines.join('\n\n')].join('\n');
  }

  #effects(name: string, lines: readonly Foresight[]): string[] {
    const w = this.#words;
    if (lines.length === 0) return [];
    const told = lines.map(({ what, goes, confidence }) => `${w.t(`interface:cards.goes.${goes}`)} ${quantityName(w, what)} (${w.t(`interface:cards.confidence.${confidence}`)})`);
    return [`     ${name}: ${told.join(', ')}`];
  }

  figures({ state, world }: Playthrough): string {
    const w = this.#words;
    const shown = view(world, state);
    const rows = VISIBLE.map((what) => `  ${sentenceCase(w, quantityName(w, what)).padEnd(42)}${amount(w, what, shown.levels[what]).padStart(8)}`);
    return [w.t('interface:desk.more'), ...rows].join('\n');
  }

  /** What a quarter brought; its lines are numbered for `why`. */
  world({ world }: Playthrough, turn: number, events: readonly Event[], telling: 'veiled' | 'unveiled'): string {
    const w = this.#words;
    const { level } = world;
    const causes: Because[] = [];
    const digest = digestOf(world, events, telling);
    const numbered = (line: string, because: Because | null, indent: string): string => {
      if (because === null) return wrap(`${indent}${line}`, 2);
      causes.push(because);
      return wrap(`${indent}${w.t('interface:terminal.numbered', { number: causes.length, line })}`, 4);
    };
    const deed = ({ event, changes }: Digest['turningPoints'][number] | Digest['parts'][number]['deeds'][number]): string[] => [
      numbered(headlineText(w, level, event), becauseOf(event), '  '),
      ...(detailText(w, event) === '' ? [] : [wrap(`  ${detailText(w, event)}`)]),
      ...changes.map((change) => numbered(changeText(w, change), change.because, '    ')),
    ];
    const headline = digest.headline === null ? w.t('interface:world.quiet') : headlineText(w, level, digest.headline);
    const text = paragraphs(
      underlined(`${w.t('interface:world.heading')}. ${w.t('interface:world.quarter', { turn: turn + 1, turns: level.turns, month: monthOf(w, level.start, turn) })}`, '-'),
      wrap(headline.toUpperCase()),
      digest.turningPoints.length === 0 ? '' : [w.t('interface:world.turningPoints'), ...digest.turningPoints.flatMap(deed)].join('\n'),
      ...digest.parts.map(({ who, deeds }) => [w.t(`interface:world.who.${who}`), ...deeds.flatMap(deed)].join('\n')),
      digest.drifts.length === 0
        ? ''
        : [
            w.t('interface:world.course'),
            ...digest.drifts.flatMap((drift) =>
              (drift.causes.length === 1 ? [] : [`  ${driftText(w, drift)}`]).concat(drift.causes.map((cause) => numbered(changeText(w, cause), cause.because, '    '))),
            ),
          ].join('\n'),
      causes.length === 0 ? '' : wrap(w.t('interface:terminal.whyHint')),
    );
    this.#causes = causes;
    return text;
  }

  /** The reason behind a numbered line; null when there is no such line. */
  why(number: number): string | null {
    const because = this.#causes[number - 1];
    if (because === undefined) return null;
    const w = this.#words;
    const { sentence, label, doubt, claims } = reasonOf(this.#content, w, because);
    return [
      wrap(`  ${sentence} [${w.t(`interface:why.label.${label}`)}]`, 2),
      ...(doubt === '' ? [] : [wrap(`  ${w.t('interface:why.disagree')}: ${doubt}`, 2)]),
      ...(claims.length === 0 ? [wrap(`  ${w.t('interface:why.noClaim')}`)] : []),
      ...claims.map(({ paraphrase, paragraphs: list }) =>
        wrap(`  ${w.t('interface:why.claim')}: ${paraphrase} (${w.t('interface:why.paragraphs', { count: list.length, list: list.join(', ') })})`, 2),
      ),
    ].join('\n');
  }

  debrief(play: Playthrough): string {
    const w = this.#words;
    const { level } = play.world;
    const debrief = debriefOf(play);
    const { score, hidden, brier } = debrief;
    const share = (perMille: number) => (perMille / 1000).toFixed(2);
    const causes: Because[] = [];
    const largest = debrief.largest.map(({ what, by, turns, because }) => {
      causes.push(because);
      const line = w.t('interface:debrief.cause', { what: sentenceCase(w, quantityName(w, what)), by: difference(w, what, by), count: turns.length });
      return wrap(`  ${w.t('interface:terminal.numbered', { number: causes.length, line })}`, 4);
    });
    this.#causes = causes;
    return paragraphs(
      underlined(`${w.t('interface:debrief.heading')}. ${w.t(`endings:${debrief.ending}.title`)}`, '='),
      wrap(w.t(`endings:${debrief.ending}.text`)),
      wrap(w.t(`interface:debrief.${score > 0 ? 'scoreBetter' : score < 0 ? 'scoreWorse' : 'scoreSame'}`, { score: points(w, Math.abs(score)) })),
      [
        `${w.t('interface:debrief.balance')}: ${signed(w, debrief.balance)}`,
        `${w.t('interface:debrief.balanceHold')}: ${signed(w, debrief.holdBalance)}`,
        `${w.t('interface:debrief.threat')}: ${w.t('interface:debrief.fromTo', { from: points(w, debrief.threat[0]), to: points(w, debrief.threat[1]) })}`,
        `${w.t('interface:debrief.transfer')}: ${points(w, debrief.transfer)}`,
      ].join('\n'),
      [
        w.t('interface:debrief.hidden'),
        `  ${w.t(`interface:debrief.bond.${hidden.bond}`)}`,
        `  ${w.t(`interface:debrief.west.${hidden.west}`)}`,
        wrap(`  ${w.t(`interface:debrief.help.${hidden.help}`)}`),
      ].join('\n'),
      [
        ...(brier === null ? [] : [wrap(w.t('interface:debrief.brier', { player: share(brier.player), ideal: share(brier.ideal) }))]),
        `  ${w.t('interface:debrief.columnTurn').padEnd(18)}${w.t('interface:debrief.columnYou').padStart(6)}  ${w.t('interface:debrief.columnIdeal')}`,
        ...debrief.beliefs.map(({ turn, belief, ideal }) => `  ${monthOf(w, level.start, turn).padEnd(18)}${percent(w, belief).padStart(6)}  ${percent(w, ideal).padStart(6)}`),
        ...debrief.forecasts.map(({ event, byTurn, chance, happened, brier: missed }) =>
          wrap(
            `  ${w.t(happened ? 'interface:debrief.forecastHappened' : 'interface:debrief.forecastNot', {
              question: w.t(`interface:belief.event.${event}`, { month: monthOf(w, level.start, byTurn) }),
              percent: percent(w, chance),
              brier: share(missed),
            })}`,
            2,
          ),
        ),
      ].join('\n'),
      [w.t('interface:debrief.largest'), ...largest].join('\n'),
      [w.t('interface:debrief.after'), wrap(w.t('interface:debrief.afterNote')), wrap(w.t(`levels:${level.id}.epilogue`)), this.#facts(level.epilogue)]
        .filter((part) => part !== '')
        .join('\n'),
      `${w.t('interface:debrief.code')}:\n${codeOf(play)}`,
      w.t('interface:terminal.hash', { hash: stateHash(play.state) }),
    );
  }

  #facts(ids: Playthrough['world']['level']['history']): string {
    const w = this.#words;
    return ids
      .flatMap((id) => this.#content.facts.find((fact) => fact.id === id) ?? [])
      .map(({ id, date, to, precision }) => wrap(`  ${dateOf(w, date, precision)}${to === undefined ? '' : ` – ${dateOf(w, to, precision)}`}: ${w.t(`facts:${id}`)}`, 2))
      .join('\n');
  }
}

function underlined(text: string, stroke: string): string {
  const wrapped = wrap(text);
  return `${wrapped}\n${stroke.repeat(Math.max(...wrapped.split('\n').map((line) => line.length)))}`;
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
