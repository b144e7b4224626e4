// A campaign in 80 columns of plain text.

import type { Content } from '../content/crossref.ts';
import { stateHash } from '../rules/campaign.ts';
import { isInUse } from '../rules/desk.ts';
import { askedNow } from '../rules/forecast.ts';
import { type Because, type CardId, type DeskStep, type Event, TECH, VISIBLE } from '../rules/types.ts';
import { view } from '../rules/view.ts';
import { articleOn } from '../telling/article.ts';
import { debriefOf, LEAVES_OUT } from '../telling/debrief.ts';
import { type Digest, type Drift, digestOf, factOf } from '../telling/digest.ts';
import { evidenceOf, evidenceText } from '../telling/evidence.ts';
import { type Foresight, previewOf } from '../telling/foresight.ts';
import { amount, becauseOf, chanceText, changeText, detailText, driftText, headlineText, landingText, quantityName, sentenceCase } from '../telling/narrate.ts';
import { codeOf, type Playthrough } from '../telling/playthrough.ts';
import { reckoningOf } from '../telling/reckoning.ts';
import { brierText, estimateText, forecastText, foresawText, goalText, insteadText, luckTexts, reachedText, worthHeading } from '../telling/verdict.ts';
import { reasonOf } from '../telling/why.ts';
import { dateOf, likelihood, monthOf, percent, points, quarterOf, signed, type Vocabulary, whole } from '../telling/wording.ts';

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

/** Paragraphs set apart by an empty line. */
function prose(text: string): string {
  return wrap(text.replaceAll(/\n+/g, '\n\n'));
}

export class Terminal {
  readonly #content: Content;
  readonly #words: Vocabulary;
  /** What `why` explains, by number. */
  #causes: Because[] = [];
  /** What `more` tells of a quarter, and of a debrief. */
  #drifts: readonly Drift[] = [];
  #evidence = '';

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
      prose(w.t(`levels:${level.id}.premise`)),
      facts === '' ? '' : `${wrap(w.t('interface:desk.historyNote'))}\n${facts}`,
      wrap(w.t('interface:desk.simulatedNote', { date: dateOf(w, level.start, 'day') })),
    );
  }

  /** @param stated the belief and forecast that are not yet committed, per mille */
  desk(play: Playthrough, chosen: readonly CardId[], stated: { belief: number; event: number | null } = { belief: play.state.belief, event: null }): string {
    const w = this.#words;
    const { world, state } = play;
    const { level } = world;
    const shown = view(world, state);
    const introduced = (part: DeskStep) => isInUse(level, part, state.turn);
    const asked = askedNow(world, state);
    const title = `${w.t('interface:desk.heading')}. ${w.t('interface:desk.turn', { turn: state.turn + 1, turns: level.turns })}, ${quarterOf(w, level.start, state.turn)}. ${w.t(`interface:desk.act.${shown.act}`)}`;
    const reports = (shown.desk?.reports ?? []).map(({ topic, reading }) => {
      const source = this.#content.library.topics.find(({ id }) => id === topic)?.source ?? 'open';
      return wrap(`  ${w.t(`interface:desk.source.${source}`)}. ${w.t(`intelligence:${topic}.readings.${reading}`)}`, 2);
    });
    return paragraphs(
      underlined(title, '-'),
      state.turn === 0 ? wrap(w.t('interface:desk.goal')) : '',
      prose(w.t(`levels:${level.id}.briefings.${state.turn}`)),
      [
        `${w.t('interface:figure.war')}: ${w.t(`interface:figure.phase.${shown.war}`)}`,
        `${w.t('interface:figure.threat')}: ${points(w, shown.threat)}    ${w.t('interface:figure.deterrence')}: ${points(w, shown.levels.deterrence)}`,
        `${w.t('interface:figure.closeness')}: ${points(w, shown.levels.closeness)}    ${w.t('interface:figure.beijing')}: ${w.t(`interface:figure.stance.${shown.stance}`)} (${w.t('interface:figure.unease', { value: points(w, shown.levels.unease) })})`,
      ].join('\n'),
      introduced('intelligence') ? [w.t('interface:desk.reports'), ...(reports.length === 0 ? [`  ${w.t('interface:desk.noReports')}`] : reports)].join('\n') : '',
      introduced('telegraph') ? this.#telegraph(play) : '',
      introduced('intelligence') ? this.#estimates(play) : '',
      introduced('belief') ? wrap(`${w.t('interface:belief.question')}\n  ${this.belief(state.belief)}${this.#pendingBelief(play, stated.belief)}`) : '',
      introduced('belief') && asked !== null
        ? wrap(`${w.t(`interface:belief.event.${asked.event}`, { month: monthOf(w, level.start, asked.byTurn) })}${stated.event === null ? '' : `\n  ${this.event(stated.event)}`}`)
        : '',
      introduced('cards') ? this.#hand(play, chosen) : '',
    );
  }

  /** "70 %: an alliance is likely". @param value per mille */
  belief(value: number): string {
    const w = this.#words;
    return w.t('interface:belief.value', { percent: percent(w, value), likelihood: w.t(`interface:likelihood.${likelihood(value)}`) });
  }

  #pendingBelief({ state }: Playthrough, belief: number): string {
    return belief === state.belief ? '' : `\n  ${this.#words.t('interface:terminal.beliefStated', { belief: this.belief(belief) })}`;
  }

  /** "Forecast: 30 %." @param chance per mille */
  event(chance: number): string {
    return this.#words.t('interface:terminal.eventStated', { percent: percent(this.#words, chance) });
  }

  #telegraph({ state: { desk } }: Playthrough): string {
    const w = this.#words;
    const telegraph = desk?.telegraph ?? null;
    const prepared =
      telegraph === null
        ? w.t('interface:desk.noTelegraph')
        : `${w.t(`interface:world.who.${telegraph.actor}`)}: ${w.t(`moves:${telegraph.move}.sign`)} ${w.t('interface:desk.telegraphChance', { likelihood: w.t(`interface:likelihood.${likelihood(telegraph.chance)}`) })}`;
    const quiet = desk?.quiet ?? [];
    return [w.t('interface:desk.telegraph'), ...[prepared, ...quiet.map(({ move }) => w.t(`moves:${move}.sign`))].map((text) => wrap(`  ${text}`, 2))].join('\n');
  }

  #estimates({ world, state, openings }: Playthrough): string {
    const w = this.#words;
    const { estimates, band, desk } = view(world, state);
    const before = openings.at(-2)?.estimates;
    const within = (tenths: number) => Math.max(0, Math.min(1000, tenths));
    const rows = TECH.map((tech) => {
      const range = w.t('interface:desk.estimateBand', {
        low: whole(w, within(estimates[tech] - band) / 10),
        high: whole(w, within(estimates[tech] + band) / 10),
        estimate: whole(w, within(estimates[tech]) / 10),
      });
      return `  ${w.t(`interface:tech.${tech}`).padEnd(28)}${range}${desk?.assessed !== tech ? '' : before === undefined ? ' *' : `, ${w.t('interface:desk.ghost', { value: whole(w, within(before[tech]) / 10) })} *`}`;
    });
    return [w.t('interface:desk.estimates'), ...rows, `  * ${w.t('interface:desk.assessed')}`].join('\n');
  }

  #hand({ world, state }: Playthrough, chosen: readonly CardId[]): string {
    const w = this.#words;
    const cards = (state.desk?.hand ?? []).flatMap((id) => world.cardById.get(id) ?? []);
    const lines = cards.map((card, i) => {
      const preview = previewOf(world, state, card);
      const cost = card.cost === 0 ? w.t('interface:cards.free') : w.t('interface:cards.cost', { count: card.cost });
      const rows = [
        `${chosen.includes(card.id) ? '*' : ' '} ${i + 1}  ${w.t(`cards:${card.id}.title`)} (${w.t(`interface:cards.lever.${card.lever}`)}) – ${cost}; ${landingText(w, preview, card.delay)}`,
        `     ${w.t(`cards:${card.id}.line`)}`,
        ...this.#effects(w.t('interface:cards.intended'), preview.intended),
        ...this.#effects(w.t('interface:cards.side'), preview.side),
      ];
      if (preview.attempt !== null) rows.push(`     ${chanceText(w, preview.attempt)}`);
      if (preview.tooLate) rows.push(`     ${w.t('interface:cards.tooLate')}`);
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
    return [
      w.t('interface:desk.more'),
      wrap(`  ${w.t('interface:desk.moreNote')}`),
      ...rows,
      wrap(`  ${w.t('interface:figure.threat')}: ${w.t('interface:desk.threatNote')}`),
    ].join('\n');
  }

  /** What a quarter brought; its lines are numbered for `why`. @param course whether what moved by itself is told too, or on `more` */
  world({ world }: Playthrough, turn: number, events: readonly Event[], telling: 'veiled' | 'unveiled', course: 'told' | 'onDemand'): string {
    const w = this.#words;
    const { level } = world;
    const digest = digestOf(world, events, telling);
    this.#causes = [];
    this.#drifts = digest.drifts;
    this.#evidence = '';
    const deed = ({ event, changes }: Digest['turningPoints'][number] | Digest['parts'][number]['deeds'][number]): string[] => [
      this.#numbered(`${headlineText(w, level, event)}${factOf(level, event) === null ? '' : ` (${w.t('interface:world.fact')})`}`, becauseOf(event), '  '),
      ...(detailText(w, event) === '' ? [] : [wrap(`  ${detailText(w, event)}`)]),
      ...changes.map((change) => this.#numbered(changeText(w, change), change.because, '    ')),
    ];
    const headline = digest.headline === null ? w.t('interface:world.quiet') : headlineText(w, level, digest.headline);
    const more = digest.drifts.length === 0 ? '' : course === 'told' ? this.more() : wrap(w.t('interface:terminal.more', { count: digest.drifts.length }));
    return paragraphs(
      underlined(`${w.t('interface:world.heading')}. ${w.t('interface:world.quarter', { turn: turn + 1, turns: level.turns, months: quarterOf(w, level.start, turn) })}`, '-'),
      wrap(headline.toLocaleUpperCase(w.language)),
      digest.turningPoints.length === 0 ? '' : [w.t('interface:world.turningPoints'), ...digest.turningPoints.flatMap(deed)].join('\n'),
      ...digest.parts.map(({ who, deeds }) => [w.t(`interface:world.who.${who}`), ...deeds.flatMap(deed)].join('\n')),
      digest.quiet.length === 0
        ? ''
        : [w.t('interface:world.idle'), ...digest.quiet.map(({ event }) => this.#numbered(headlineText(w, level, event), becauseOf(event), '  '))].join('\n'),
      more,
      this.#causes.length === 0 ? '' : wrap(w.t('interface:terminal.whyHint')),
    );
  }

  /** What moved by itself in the quarter told last; its lines are numbered after those. */
  more(): string {
    const w = this.#words;
    const drifts = this.#drifts;
    this.#drifts = [];
    if (this.#evidence !== '') return this.#evidence;
    if (drifts.length === 0) return wrap(w.t('interface:terminal.noMore'));
    return [
      w.t('interface:world.course'),
      ...drifts.flatMap((drift) =>
        (drift.causes.length === 1 ? [] : [`  ${driftText(w, drift)}`]).concat(drift.causes.map((cause) => this.#numbered(changeText(w, cause), cause.because, '    '))),
      ),
    ].join('\n');
  }

  #numbered(line: string, because: Because | null, indent: string): string {
    if (because === null) return wrap(`${indent}${line}`, 2);
    this.#causes.push(because);
    return wrap(`${indent}${this.#words.t('interface:terminal.numbered', { number: this.#causes.length, line })}`, 4);
  }

  /** The reason behind a numbered line; null when there is no such line. */
  why(number: number): string | null {
    const because = this.#causes[number - 1];
    if (because === undefined) return null;
    const w = this.#words;
    const { sentence, label, doubt, claims } = reasonOf(this.#content, w, because);
    return [
      wrap(`  ${sentence} [${w.t(`interface:why.label.${label}`)}]`, 2),
      ...(doubt === '' ? [] : [wrap(`  ${w.t(label === 'ours' ? 'interface:why.disagree' : 'interface:why.follows')}: ${doubt}`, 2)]),
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
    const reckoning = reckoningOf(play);
    const { hidden, brier, threat } = debrief;
    const opening = play.openings[0]?.deterrence ?? 0;
    const fromTo = (from: string, to: string) => w.t('interface:debrief.fromTo', { from, to });
    this.#causes = [];
    this.#drifts = [];
    this.#evidence = this.#reports(play);
    return paragraphs(
      underlined(`${w.t('interface:debrief.heading')}. ${w.t(`endings:${debrief.ending}.title`)}`, '='),
      prose(w.t(`endings:${debrief.ending}.text`)),
      wrap(`${goalText(w, debrief, play.state.deterrence)} ${reachedText(w, debrief)}`),
      [
        `${worthHeading(w, debrief)}: ${signed(w, debrief.score)} ${w.t('interface:debrief.scoreUnit')}`,
        `  ${w.t('interface:debrief.deterrence')}: ${fromTo(points(w, opening), points(w, play.state.deterrence))}`,
        `  ${w.t('interface:debrief.threat')}: ${fromTo(points(w, threat[0]), points(w, threat[1]))}`,
        `  ${w.t('interface:debrief.balance')}: ${fromTo(signed(w, opening - threat[0]), signed(w, debrief.balance))}`,
        `  ${w.t('interface:debrief.balanceHold')}: ${signed(w, debrief.holdBalance)}`,
        wrap(`  ${estimateText(w, play)}`),
      ].join('\n'),
      [w.t('interface:debrief.luck.heading'), ...luckTexts(w, reckoning.luck).map((text) => wrap(`  ${text}`))].join('\n'),
      [w.t('interface:debrief.instead.heading'), wrap(`  ${insteadText(w, level, debrief, reckoning.instead)}`)].join('\n'),
      [
        w.t('interface:debrief.hidden'),
        `  ${w.t(`interface:debrief.bond.${hidden.bond}`)}`,
        `  ${w.t(`interface:debrief.west.${hidden.west}`)}`,
        wrap(`  ${w.t(`interface:debrief.help.${hidden.help}`)}`),
        wrap(`  ${w.t('interface:debrief.transfer', { points: points(w, debrief.transfer) })}`),
      ].join('\n'),
      brier === null
        ? ''
        : [
            w.t('interface:debrief.beliefs'),
            wrap(`  ${foresawText(w, debrief)}`),
            `  ${w.t('interface:debrief.columnTurn').padEnd(32)}${w.t('interface:debrief.columnYou').padStart(6)}  ${w.t('interface:debrief.columnIdeal')}`,
            ...debrief.beliefs.map(
              ({ turn, belief, ideal }) => `  ${quarterOf(w, level.start, turn).padEnd(32)}${percent(w, belief).padStart(6)}  ${percent(w, ideal).padStart(6)}`,
            ),
            wrap(`  ${brierText(w, brier)}`),
            ...(this.#evidence === '' ? [] : [wrap(`  ${w.t('interface:terminal.evidenceHint')}`)]),
          ].join('\n'),
      debrief.forecasts.length === 0
        ? ''
        : [w.t('interface:debrief.forecasts'), ...debrief.forecasts.map((result) => wrap(`  ${forecastText(w, level, result, reckoning.benchmarks)}`, 2))].join('\n'),
      [
        w.t('interface:debrief.moved'),
        ...debrief.moved.flatMap(({ what, by, causes }) => [
          `  ${w.t(`interface:debrief.mover.${what}`)}: ${signed(w, by)}`,
          ...causes.map((cause) => this.#numbered(`${signed(w, cause.by)}  ${reasonOf(this.#content, w, cause.because).sentence}`, cause.because, '    ')),
        ]),
      ].join('\n'),
      this.#article(play),
      [w.t('interface:debrief.after'), prose(w.t(`levels:${level.id}.epilogue`))].join('\n'),
      [w.t('interface:debrief.leavesOut'), ...LEAVES_OUT.map((what) => wrap(`  ${w.t(`interface:model.leavesOut.${what}`)}`, 2))].join('\n'),
      `${w.t('interface:debrief.code')}:\n${codeOf(play)}`,
      w.t('interface:terminal.hash', { hash: stateHash(play.state) }),
    );
  }

  /** What each report was worth; empty where there was none. */
  #reports(play: Playthrough): string {
    const w = this.#words;
    const quarters = evidenceOf(play).map(({ turn, reports }) => [
      `  ${quarterOf(w, play.world.level.start, turn)}`,
      ...reports.map((report) => wrap(`    ${w.t(`intelligence:${report.topic}.readings.${report.reading}`)} [${evidenceText(w, report)}]`, 2)),
    ]);
    return quarters.length === 0 ? '' : [w.t('interface:debrief.evidence.heading'), ...quarters.flat()].join('\n');
  }

  #article(play: Playthrough): string {
    const w = this.#words;
    const remarks = articleOn(play, this.#content.claims).flatMap(({ occasion, claims }) => [
      `  ${w.t(`interface:debrief.article.${occasion}`)}`,
      ...claims.map(({ id, paragraphs: list }) => wrap(`    ${w.t(`claims:${id}`)} (${w.t('interface:why.paragraphs', { count: list.length, list: list.join(', ') })})`)),
    ]);
    return [w.t('interface:debrief.article.heading'), wrap(w.t('interface:debrief.article.note')), ...remarks].join('\n');
  }

  #facts(ids: Playthrough['world']['level']['history']): string {
    const w = this.#words;
    return ids
      .flatMap((id) => this.#content.facts.find((fact) => fact.id === id) ?? [])
      .map(({ id, date, to, precision }) => wrap(`  ${dateOf(w, date, precision, to)}: ${w.t(`facts:${id}`)}`, 2))
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
