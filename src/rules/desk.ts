// What lies on the desk at the start of a turn: cards in hand, intelligence, a fresh estimate, one announced move.

import { changesNothing, chooseMove, fixedMove } from './actors.ts';
import { barred } from './cards.ts';
import { holds } from './conditions.ts';
import { assess, assessedOn } from './estimate.ts';
import { draw, STREAM } from './hash.ts';
import { pick } from './hypotheses.ts';
import { witness } from './observer.ts';
import type { Quarter } from './quarter.ts';
import {
  type Actor,
  type Card,
  type CardId,
  type Desk,
  type DeskStep,
  type Hidden,
  LEVERS,
  type Level,
  type ReadingId,
  type State,
  type Topic,
  type TopicId,
  WATCHED,
  type World,
} from './types.ts';

/** Cards beyond one of each lever. */
const EXTRA_CARDS = 2;
const REPORTS = 2;
/** Desks for which a matter is not reported on again. */
const FRESH_FOR = 3;

export function dealDesk(q: Quarter): void {
  const { state } = q;
  const seen = isInUse(q.world.level, 'telegraph', state.turn) ? watch(q) : NOBODY_SEEN;
  if (state.observer === null && q.world.openHand) {
    // Nobody looks at this desk, and the rest of what it shows moves nothing.
    const { telegraph, quiet } = seen;
    state.desk = seen === NOBODY_SEEN ? null : { hand: [], reports: [], recent: [], assessed: assessedOn(state.turn), telegraph, quiet };
    return;
  }
  const assessed = assessedOn(state.turn);
  assess(q, assessed);
  const reports = isInUse(q.world.level, 'intelligence', state.turn) ? report(q) : [];
  const recent = [...reports.map(({ topic }) => topic), ...(state.desk?.recent ?? [])].slice(0, REPORTS * FRESH_FOR);
  state.desk = { hand: dealHand(q), reports, recent, assessed, ...seen };
}

/** Whether a part of the desk is there on a turn: the tutorial brings in one a turn. */
export function isInUse({ steps }: Level, part: DeskStep, turn: number): boolean {
  return steps.indexOf(part) <= turn;
}

type Seen = Pick<Desk, 'telegraph' | 'quiet'>;
const NOBODY_SEEN: Seen = { telegraph: null, quiet: [] };

/** Looks at one actor after another, the first of them drawn, until one is seen preparing something out of the ordinary. */
function watch(q: Quarter): Seen {
  const { state, world } = q;
  const first = draw(state.seed, STREAM.telegraph, state.turn, 0);
  const quiet: Desk['quiet'][number][] = [];
  for (let i = 0; i < WATCHED.length; i++) {
    const actor = WATCHED[(first + i) % WATCHED.length] as Actor;
    const move = fixedMove(world, state.turn, actor) === null ? chooseMove(q, actor) : null;
    if (move === null) continue;
    if (!changesNothing(move)) return { telegraph: { actor, move: move.id, chance: move.telegraphed ? world.a.goesAhead : 1000 }, quiet };
    quiet.push({ actor, move: move.id });
  }
  return { telegraph: null, quiet };
}

function dealHand(q: Quarter): readonly CardId[] {
  const { state, world } = q;
  const legal = world.cards.filter((card) => barred(world, state, card) === null);
  const crossroads = world.level.crossroads !== null && world.level.crossroads.turn === state.turn ? world.level.crossroads.cards : [];
  const hand: CardId[] = [];
  let index = 0;
  const take = (from: readonly Card[]) => {
    if (from.length === 0) return;
    hand.push((from[draw(state.seed, STREAM.hand, state.turn, index++) % from.length] as Card).id);
  };
  const free = () => legal.filter(({ id }) => !hand.includes(id) && !crossroads.includes(id));
  for (const lever of LEVERS) {
    const ofLever = free().filter((card) => card.lever === lever);
    const affordable = ofLever.filter((card) => card.cost <= state.capital);
    take(affordable.length > 0 ? affordable : ofLever);
  }
  for (let i = crossroads.length; i < EXTRA_CARDS; i++) take(free());
  return [...hand, ...crossroads.filter((id) => legal.some((card) => card.id === id))];
}

function report(q: Quarter): Desk['reports'] {
  const { state, world } = q;
  const reports: Desk['reports'][number][] = [];
  let hasNoise = false;
  const stale = state.desk?.recent ?? [];
  for (let i = 0; i < REPORTS; i++) {
    const open = world.topics.filter(
      (topic) => holds(topic.when, world, state) && !stale.includes(topic.id) && !reports.some((other) => other.topic === topic.id) && (topic.axis !== 'none' || !hasNoise),
    );
    if (open.length === 0) break;
    const topic = open[draw(state.seed, STREAM.intelligence, state.turn, 2 * i) % open.length] as Topic;
    const clear = state.insight > 0 && topic.axis !== 'none';
    if (clear) state.insight--;
    const chances = (hidden: Hidden) => topic.readings.map((reading) => (clear ? reading.clearer : reading.chance)[column(topic.axis, hidden)] as number);
    const chosen = pick(chances(state.hidden), 1000, draw(state.seed, STREAM.intelligence, state.turn, 2 * i + 1));
    witness(q, (hidden) => chances(hidden)[chosen] as number);
    if (topic.axis === 'none') hasNoise = true;
    reports.push({ topic: topic.id, reading: (topic.readings[chosen] as Topic['readings'][number]).id, clear });
  }
  return reports;
}

/**
 * Intelligence for one desk of a class alone: noisy as all is, on a matter that nobody else is told of this turn where there is one.
 * The ideal observer does not know it.
 * @param place 0-based, of the desk
 */
export function ownReport(world: World, state: State, place: number): { topic: TopicId; reading: ReadingId } | null {
  const { desk } = state;
  if (desk === null || !isInUse(world.level, 'intelligence', state.turn)) return null;
  const told = desk.reports.map(({ topic }) => topic);
  const open = world.topics.filter((topic) => holds(topic.when, world, state) && !told.includes(topic.id));
  if (open.length === 0) return null;
  const first = draw(state.seed, STREAM.own, state.turn, 0);
  const topic = open[(first + place) % open.length] as Topic;
  const chances = topic.readings.map((reading) => reading.chance[column(topic.axis, state.hidden)] as number);
  const chosen = pick(chances, 1000, draw(state.seed, STREAM.own, state.turn, 1 + place));
  return { topic: topic.id, reading: (topic.readings[chosen] as Topic['readings'][number]).id };
}

function column(axis: Topic['axis'], hidden: Hidden): number {
  switch (axis) {
    case 'bond':
      return hidden.bond === 'alliance' ? 1 : 0;
    case 'west':
      return hidden.west;
    case 'help':
      return hidden.help ? 1 : 0;
    case 'none':
      return 0;
  }
}
