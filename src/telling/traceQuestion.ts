// Questions on a quarter of somebody's own campaign, in words: why a number moved. Always told as the campaign's record and never as fact.

import type { Draws } from '../quiz/layout.ts';
import { type Asleep, type Cause, type Push, type Role, type Traced, tracedItems } from '../quiz/trace.ts';
import type { OptionId, OptionWords, Question } from '../quiz/types.ts';
import { CAUSAL_GRAPH } from '../rules/causalGraph.ts';
import { type CardId, type ClaimId, type Event, type MoveId, type Quantity, TRACKS, UNSEEN, type World } from '../rules/types.ts';
import { type Changed, type Deed, type DeedEvent, digestOf, type TurningPoint } from './digest.ts';
import { amount, difference, headlineText, quantityName } from './narrate.ts';
import { quarterOf, type Vocabulary } from './wording.ts';

/** Numbers that are seen and that more than one cause moves. Shipments are counted anew each quarter, deterrence is only derived, and capital is spent. */
const ASKED: readonly Quantity[] = [
  ...(['closeness', 'tension', 'unease', 'sway', 'friction', 'policing', 'pressureRussia', 'pressureNorthKorea', 'need', 'russianThreat', 'thaw'] as const),
  ...(['controls', 'interdiction', 'footingSeoul', 'footingTokyo', 'durability', 'shield'] as const),
  ...TRACKS,
];
const SECRET: ReadonlySet<Quantity> = new Set(UNSEEN);

/**
 * Every question that one quarter gives, the largest change first.
 * @param otherwise the claim of a question whose key rests on none
 * @param draws which of many wrong answers are shown
 */
export function traceQuestions(world: World, events: readonly Event[], words: Vocabulary, otherwise: ClaimId, draws: Draws): Question[] {
  const turn = events[0]?.turn;
  if (turn === undefined) return [];
  const named = causesIn(world, events, words);
  const traced = tracedItems({ turn, causes: named.map(({ cause }) => cause), asleep: asleepIn(events) }, ASKED, otherwise, draws);
  return traced
    .toSorted((left, right) => Math.abs(right.by) - Math.abs(left.by))
    .map((each) => ({ ...each, words: { stem: stemOf(world, events, words, each), options: optionsOf(words, each, named), nodes: {}, edges: {} } }))
    .filter(({ item, words: told, what }) => isFair({ item, words: told }, quantityName(words, what)))
    .map(({ item, words: told }) => ({ item, words: told }));
}

// ---------------------------------------------------------------- what was there

interface Named {
  cause: Cause;
  text: () => string;
  /** Of a card whose effects land later. */
  ahead: boolean;
}

interface Found {
  text: () => string;
  form: Cause['form'];
  changes: readonly Changed[];
  heeds: readonly string[];
  from: readonly string[];
  ahead: boolean;
}

/** All that acted in a quarter or might be thought to have, each once: hidden changes too, since they decide what acted on what. */
function causesIn(world: World, events: readonly Event[], words: Vocabulary): Named[] {
  const { parts, turningPoints, drifts } = digestOf(world, events, 'unveiled');
  const found = new Map<OptionId, Found>();
  const add = (id: string, one: Omit<Found, 'ahead'>, ahead = false) => {
    const known = found.get(id as OptionId);
    const both = (list: 'heeds' | 'from') => [...(known?.[list] ?? []), ...one[list]];
    found.set(id as OptionId, {
      ...one,
      changes: [...(known?.changes ?? []), ...one.changes],
      heeds: both('heeds'),
      from: both('from'),
      ahead: ahead || known?.ahead === true,
    });
  };
  for (const { deeds } of parts) for (const [id, one] of deedsOf(world, deeds, words)) add(id, one, one.ahead);
  for (const { event, changes } of turningPoints) add(event.type === 'crisisBroke' ? 'crisis' : 'war', turnOf(world, event, changes, words));
  for (const { causes } of drifts) {
    for (const change of causes) {
      const { rule } = change.because;
      const name = COURSE[rule];
      const from = CAUSAL_GRAPH.filter((edge) => edge.rule === rule && edge.to === change.what).map((edge) => edge.from);
      add(`course-${name ?? rule}`.toLowerCase(), {
        text: () => (name === undefined ? '' : words.t(`interface:trace.course.${name}`)),
        form: name === undefined || SECRET.has(change.what) ? 'unnamed' : 'course',
        changes: [change],
        heeds: [],
        from,
      });
    }
  }
  const crisis = turningPoints.some(({ event }) => event.type === 'crisisBroke');
  return [...found].map(([id, one]) => ({ cause: causeOf(id, one, crisis), text: one.text, ahead: one.ahead }));
}

function causeOf(id: OptionId, { form, changes, heeds, from }: Found, crisis: boolean): Cause {
  const pushes = changes.map(({ what, from, to, because }): Push => ({ what, by: to - from, because }));
  const stirs = reachOf([...pushes.map(({ what }) => what), ...from], crisis);
  return { id, form, pushes, stirs, heeds: new Set(heeds), unclear: new Set(pushes.filter(isUnclear).map(({ what }) => what)) };
}

/** A card and all that came of it is one cause; so is a move and the test it led to. */
function deedsOf(world: World, deeds: readonly Deed[], words: Vocabulary): [string, Found][] {
  const found: [string, Found][] = [];
  let move: MoveId | null = null;
  for (const { event, changes } of deeds) {
    if (event.type === 'moved') move = event.move;
    if (event.type === 'cardPlayed' || event.type === 'attempted' || event.type === 'effectLanded') found.push([`card-${event.card}`, ofCard(world, event, changes, words)]);
    else if ((event.type === 'moved' || event.type === 'tested') && move !== null) found.push([`move-${move}`, ofMove(world, move, changes, words)]);
  }
  return found;
}

function ofCard({ cardById }: World, event: Extract<DeedEvent, { card: CardId }>, changes: readonly Changed[], words: Vocabulary): Found {
  const card = cardById.get(event.card);
  // What is asked of Beijing depends on its mood, which other cards may have changed.
  const heeds = card?.attempt?.of === 'beijing' ? ['unease', 'friction'] : [];
  const ahead = event.type === 'cardPlayed' && card !== undefined && card.later.length > 0;
  return { text: () => words.t('interface:trace.card', { card: words.t(`cards:${event.card}.title`) }), form: 'card', changes, heeds, from: [], ahead };
}

function ofMove(world: World, move: MoveId, changes: readonly Changed[], words: Vocabulary): Found {
  return { ...news(() => words.t(`moves:${move}.headline`), changes, words), heeds: reasonsOf(world, move) };
}

function news(headline: () => string, changes: readonly Changed[], words: Vocabulary): Found {
  return { text: () => words.t('interface:trace.news', { headline: headline() }), form: 'news', changes, heeds: [], from: [], ahead: false };
}

function turnOf({ level }: World, event: TurningPoint, changes: readonly Changed[], words: Vocabulary): Found {
  const told = news(() => headlineText(words, level, event), changes, words);
  return event.type === 'crisisBroke' ? { ...told, text: () => words.t('interface:trace.crisis'), heeds: ['threat', 'deterrence'] } : { ...told, from: ['war'] };
}

/** What makes a move likelier or less likely, or decides whether its test succeeds. What comes when the level says heeds nothing. */
function reasonsOf({ level, moveById }: World, id: MoveId): string[] {
  const move = moveById.get(id);
  const isArranged = level.shock?.options.includes(id) === true || level.fixed.some((fixed) => fixed.move === id);
  if (move === undefined || isArranged) return [];
  const { weight, when, test } = move;
  const byWar = Object.values(weight.war).some((part) => part !== weight.war.fighting) || (when !== null && when.war.length > 0);
  const tested = test === null ? [] : CAUSAL_GRAPH.flatMap(({ to }) => (to.toLowerCase() === `own${test.tech}` || to.toLowerCase() === `gift${test.tech}` ? [to] : []));
  return [...weight.by.map(({ what }) => what), ...(when?.where ?? []).map(({ what }) => what), ...tested, ...(byWar ? ['war'] : [])];
}

/** All numbers that numbers may move within a quarter, and they themselves. Crises only where one broke. */
function reachOf(from: readonly string[], crisis: boolean): Set<string> {
  return new Set(from.flatMap((node) => [...((crisis ? REACH.withCrises : REACH.without).get(node) ?? [node])]));
}

const REACH = { withCrises: reachIn(CAUSAL_GRAPH), without: reachIn(CAUSAL_GRAPH.filter(({ to }) => to !== 'crises')) };

function reachIn(edges: typeof CAUSAL_GRAPH): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    edges.map(({ from }) => {
      const reached = new Set<string>([from]);
      // A set grows while it is walked.
      for (const node of reached) for (const edge of edges) if (edge.from === node) reached.add(edge.to);
      return [from, reached];
    }),
  );
}

// ---------------------------------------------------------------- the quarter's own course

type Course = 'time' | 'fighting' | 'windingDown' | 'need' | 'seized' | 'shells' | 'isolation' | 'peace' | 'thaw' | 'closeness' | 'usual' | 'tracks';
/** What a rule at work by itself is called by its cause. What is not here acts without a name. */
const COURSE: Readonly<Record<string, Course>> = {
  'ties-cool-without-trade': 'time',
  'tension-fades': 'time',
  'evasion-erodes-sanctions': 'time',
  'controls-leak': 'time',
  'interdiction-lapses': 'time',
  'friction-fades': 'time',
  'policing-lapses': 'time',
  'tracks-need-upkeep': 'time',
  'war-feeds-need': 'fighting',
  'war-raises-russian-threat': 'fighting',
  'peace-lowers-need': 'windingDown',
  'peace-lowers-russian-threat': 'windingDown',
  'need-ships-munitions': 'need',
  'shells-are-seized': 'seized',
  'trade-draws-closer': 'shells',
  'isolation-draws-closer': 'isolation',
  'peace-cools-ties': 'peace',
  'thaw-calms-russian-threat': 'thaw',
  'closeness-unsettles-beijing': 'closeness',
  'closeness-costs-sway': 'closeness',
  'footing-drifts-home': 'usual',
  'tracks-deter': 'tracks',
};

/** Beijing's mood follows closeness down as well as up, however close the two still are: that is too much for a line. */
function isUnclear({ what, by, because: { rule } }: Push): boolean {
  return (rule === 'closeness-unsettles-beijing' && by < 0) || (rule === 'closeness-costs-sway' && by > 0 && what === 'sway');
}

type Sleeper = 'hardening' | 'crisis' | 'peace' | 'request' | 'offer';
const ASLEEP: readonly (Omit<Asleep, 'id'> & { name: Sleeper })[] = [
  { name: 'hardening', what: 'tension', goes: 1 },
  { name: 'hardening', what: 'closeness', goes: 1 },
  { name: 'crisis', what: 'tension', goes: 1 },
  { name: 'crisis', what: 'footingSeoul', goes: -1 },
  { name: 'crisis', what: 'footingTokyo', goes: -1 },
  { name: 'peace', what: 'closeness', goes: -1 },
  { name: 'request', what: 'policing', goes: 1 },
  { name: 'offer', what: 'thaw', goes: 1 },
  { name: 'offer', what: 'closeness', goes: -1 },
];

/** What moves a number where it happens, and did not happen in a quarter. */
function asleepIn(events: readonly Event[]): Asleep[] {
  return ASLEEP.filter(({ name }) => !events.some((event) => wakes(name, event))).map(({ name, what, goes }) => ({ id: `event-${name}` as OptionId, what, goes }));
}

function wakes(name: Sleeper, event: Event): boolean {
  switch (name) {
    case 'hardening':
      return event.type === 'changed' && (event.because.rule === 'hardening' || ((event.what === 'exercises' || event.what === 'shield') && event.to > event.from));
    case 'crisis':
      return event.type === 'crisisBroke';
    case 'peace':
      return (event.type === 'warChanged' && event.to === 'ended') || (event.type === 'changed' && event.because.rule === 'peace-cools-ties');
    case 'request':
      return event.type === 'attempted' && event.of === 'beijing';
    case 'offer':
      return event.type === 'attempted' && event.of === 'moscow';
  }
}

// ---------------------------------------------------------------- words

function stemOf({ level }: World, events: readonly Event[], words: Vocabulary, { what, by }: Traced): string {
  const changes = events.filter((event): event is Changed => event.type === 'changed' && event.what === what);
  const [first, last] = [changes[0], changes.at(-1)] as [Changed, Changed];
  return words.t(by > 0 ? 'interface:trace.rose' : 'interface:trace.fell', {
    turn: first.turn + 1,
    months: quarterOf(words, level.start, first.turn),
    what: quantityName(words, what),
    from: amount(words, what, first.from),
    to: amount(words, what, last.to),
  });
}

function optionsOf(words: Vocabulary, { what, roles }: Traced, named: readonly Named[]): Record<string, OptionWords> {
  return Object.fromEntries(
    [...roles].map(([id, role]) => {
      const own = named.find(({ cause }) => cause.id === id);
      const text = own?.text() ?? words.t(`interface:trace.asleep.${id.replace('event-', '') as Sleeper}`);
      return [id, { text, why: whyOf(words, what, role, own?.ahead === true) }];
    }),
  );
}

function whyOf(words: Vocabulary, what: Quantity, role: Role, ahead: boolean): string {
  const name = quantityName(words, what);
  switch (role.role) {
    case 'key':
    case 'other-way': {
      const { by, because } = role.push;
      return words.t(role.role === 'key' ? 'interface:trace.why.key' : 'interface:trace.why.otherWay', {
        what: name,
        by: difference(words, what, by),
        rule: words.t(`rules:${because.rule}.title`),
      });
    }
    case 'elsewhere': {
      const moved = [...sumsOf(role.pushes)].map(([other, by]) => words.t('interface:trace.why.moved', { what: quantityName(words, other), by: difference(words, other, by) }));
      if (moved.length > 0) return words.t('interface:trace.why.elsewhere', { moved: moved.join(', ') });
      return words.t(ahead ? 'interface:trace.why.ahead' : 'interface:trace.why.nothing', { what: name });
    }
    case 'asleep':
      return words.t('interface:trace.why.asleep', { what: name });
  }
}

/** What may be told of what a cause moved, each number once; what a card costs is no effect of it. */
function sumsOf(pushes: readonly Push[]): Map<Quantity, number> {
  const sums = new Map<Quantity, number>();
  for (const { what, by } of pushes) if (!SECRET.has(what) && what !== 'capital') sums.set(what, (sums.get(what) ?? 0) + by);
  return sums;
}

const BEGINNING = 5;
const beginningsOf = (text: string): Set<string> => new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, BEGINNING)));

/** Whether no two options read alike, and the key is not the only one that sounds like what is asked. */
function isFair({ item, words }: Question, asked: string): boolean {
  if (item.kind !== 'one') return false;
  const texts = item.options.map(({ id }) => words.options[id]?.text ?? '');
  const theme = beginningsOf(asked);
  const echoes = item.options.map(({ key }, i) => ({ key, echo: [...beginningsOf(texts[i] as string)].some((word) => theme.has(word)) }));
  const isTold = echoes.some(({ key, echo }) => key && echo) && !echoes.some(({ key, echo }) => !key && echo);
  return new Set(texts).size === texts.length && !isTold;
}
