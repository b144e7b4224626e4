// What a quarter brought, in an order a reader can follow: one headline, then who did what and what came of it, then the quarter's own course.

import { changesNothing } from '../rules/actors.ts';
import { ACTORS, type Actor, type Effect, type Event, type FactId, type Level, type MoveId, type Quantity, type World } from '../rules/types.ts';
import { mayTell } from '../rules/view.ts';

export type Changed = Extract<Event, { type: 'changed' }>;
export type DeedEvent = Extract<Event, { type: 'cardPlayed' | 'attempted' | 'effectAhead' | 'effectLanded' | 'moved' | 'calledOff' | 'tested' | 'cardsClosed' }>;
type MovedEvent = Extract<Event, { type: 'moved' }>;
export type TurningPoint = Extract<Event, { type: 'warChanged' | 'crisisBroke' }>;
export type Who = 'washington' | Actor;

/** Something done, and what changed by it. */
export interface Deed {
  event: DeedEvent;
  changes: readonly Changed[];
}

/** All that the quarter's own course did to one number. */
export interface Drift {
  what: Quantity;
  /** Sum of its causes, tenths (containers for munitions, points for capital). */
  by: number;
  causes: readonly Changed[];
}

export interface Digest {
  headline: DeedEvent | TurningPoint | null;
  turningPoints: readonly { event: TurningPoint; changes: readonly Changed[] }[];
  parts: readonly { who: Who; deeds: readonly Deed[] }[];
  /** Who made no move of its own and appears nowhere above. */
  quiet: readonly { who: Who; event: DeedEvent }[];
  drifts: readonly Drift[];
}

/** Rules of the engine that are the doing of the card before them. */
const OF_A_CARD: ReadonlySet<string> = new Set(['card-costs-capital', 'hardening']);

/** A deed with the authored effects whose change has not been told yet. */
interface OpenDeed extends Deed {
  who: Who;
  changes: Changed[];
  owed: Effect[];
}

/** @param telling `veiled` leaves out what only the debrief may tell */
export function digestOf(world: World, events: readonly Event[], telling: 'veiled' | 'unveiled'): Digest {
  const deeds: OpenDeed[] = [];
  const turningPoints: { event: TurningPoint; changes: Changed[] }[] = [];
  const course = new Map<Quantity, Changed[]>();
  let mover: Actor = 'world';
  const open = (who: Who, event: DeedEvent) => deeds.push({ who, event, changes: [], owed: authored(world, event, moveBefore(deeds, deeds.length)) });
  for (const event of events) {
    switch (event.type) {
      case 'cardPlayed':
      case 'attempted':
      case 'effectAhead':
      case 'effectLanded':
        open('washington', event);
        break;
      case 'moved':
      case 'calledOff':
        mover = event.actor;
        open(mover, event);
        break;
      case 'tested':
      case 'cardsClosed':
        open(mover, event);
        break;
      case 'warChanged':
      case 'crisisBroke':
        turningPoints.push({ event, changes: [] });
        break;
      case 'changed':
        if (telling === 'veiled' && !mayTell(event)) break;
        holderOf(event, deeds.at(-1), turningPoints.at(-1), course).push(event);
        break;
      case 'believed':
      case 'insightEarned':
      case 'quarterEnded':
      case 'campaignEnded':
        break;
    }
  }
  const order: readonly Who[] = ['washington', ...ACTORS];
  const isQuiet = ({ event }: Deed) => event.type === 'moved' && isIdle(world, event.move);
  const told = new Set(deeds.filter((deed) => !isQuiet(deed)).flatMap(appearing));
  return {
    headline: headlineOf(
      world,
      deeds,
      turningPoints.map(({ event }) => event),
    ),
    turningPoints,
    parts: order
      .map((who) => ({ who, deeds: deeds.filter((deed) => deed.who === who && !isQuiet(deed)).map(({ event, changes }) => ({ event, changes })) }))
      .filter(({ deeds: done }) => done.length > 0),
    quiet: order.flatMap((who) => (told.has(who) ? [] : deeds.filter((deed) => deed.who === who && isQuiet(deed)).map(({ event }) => ({ who, event })))),
    drifts: [...course].map(([what, causes]) => ({ what, by: causes.reduce((sum, { from, to }) => sum + to - from, 0), causes })),
  };
}

/** Whom a deed tells of: who did it, whom it was asked of, and at whose home it was felt. */
function appearing({ who, event, changes }: Deed & { who: Who }): Who[] {
  const homes = event.type === 'moved' ? changes.flatMap(({ what }): Who[] => (what === 'footingSeoul' ? ['seoul'] : what === 'footingTokyo' ? ['tokyo'] : [])) : [];
  return event.type === 'attempted' ? [who, event.of] : [who, ...homes];
}

/** Whether a move of a world is one of going on as before. */
export function isIdle(world: World, id: MoveId): boolean {
  const move = world.moveById.get(id);
  return move !== undefined && changesNothing(move);
}

/** The fact of which a fixed move tells; null where it is simulated, as all else. */
export function factOf({ fixed }: Level, event: DeedEvent | TurningPoint): FactId | null {
  if (event.type !== 'moved') return null;
  return fixed.find(({ turn, move }) => turn === event.turn && move === event.move)?.fact ?? null;
}

/** Where a change belongs: to a crisis, to the deed whose authored effect it is, or to the quarter's own course. */
function holderOf(event: Changed, deed: OpenDeed | undefined, turningPoint: { changes: Changed[] } | undefined, course: Map<Quantity, Changed[]>): Changed[] {
  const { rule } = event.because;
  if (rule === 'crisis-costs' && turningPoint !== undefined) return turningPoint.changes;
  if (deed !== undefined) {
    const at = deed.owed.findIndex((effect) => effect.what === event.what && effect.rule === rule);
    if (at >= 0) deed.owed.splice(at, 1);
    if (at >= 0 || (OF_A_CARD.has(rule) && deed.who === 'washington')) return deed.changes;
  }
  const known = course.get(event.what);
  if (known !== undefined) return known;
  const fresh: Changed[] = [];
  course.set(event.what, fresh);
  return fresh;
}

/** The move that a test belongs to: the last one made before it. */
function moveBefore(deeds: readonly Deed[], at: number): MovedEvent | undefined {
  return deeds.slice(0, at).findLast(({ event }) => event.type === 'moved')?.event as MovedEvent | undefined;
}

/** The effects that the level's author gave a deed. @param before the move made before it, which a test belongs to */
function authored(world: World, event: DeedEvent, before: MovedEvent | undefined): Effect[] {
  switch (event.type) {
    case 'cardPlayed':
      return [...(world.cardById.get(event.card)?.now ?? [])];
    case 'effectLanded':
      return [...(world.cardById.get(event.card)?.later ?? [])];
    case 'attempted': {
      const attempt = world.cardById.get(event.card)?.attempt;
      return [...((event.succeeded ? attempt?.success : attempt?.failure) ?? [])];
    }
    case 'moved':
      return [...(world.moveById.get(event.move)?.effects ?? [])];
    case 'tested': {
      const test = before === undefined ? null : world.moveById.get(before.move)?.test;
      return [...((event.succeeded ? test?.success : test?.failure) ?? [])];
    }
    case 'effectAhead':
    case 'calledOff':
    case 'cardsClosed':
      return [];
  }
}

/** Russian technology: what the article fears most. Told by the move, never by the number. */
const GIFTS: ReadonlySet<Quantity> = new Set<Quantity>(['giftSpace', 'giftIcbm', 'giftSubmarine', 'giftSlbm']);

function headlineOf(world: World, deeds: readonly Deed[], turningPoints: readonly TurningPoint[]): Digest['headline'] {
  let best: Digest['headline'] = null;
  let most = 0;
  for (const [event, weight] of [
    ...turningPoints.map((event) => [event, event.type === 'crisisBroke' ? 1000 : 900] as const),
    ...deeds.map((deed, i) => [deed.event, weightOf(world, deed, moveBefore(deeds, i))] as const),
  ]) {
    if (weight > most) [best, most] = [event, weight];
  }
  return best;
}

/**
 * How much a reader would want to hear of it first. History leads, then launches, then how Moscow answered, then the rest.
 * What lands late is no news: it was played long before.
 * @param before the move made before it, which a test belongs to
 */
function weightOf({ level, cardById, moveById }: World, { event, changes }: Deed, before: MovedEvent | undefined): number {
  switch (event.type) {
    case 'moved':
      if (factOf(level, event) !== null) return 895;
      if (isArranged(level, event)) return 850;
      if (moveById.get(event.move)?.effects.some(({ what }) => GIFTS.has(what))) return 650;
      return Math.min(
        400,
        changes.reduce((sum, { what, from, to }) => sum + (what === 'munitions' ? 0 : Math.abs(to - from)), 0),
      );
    case 'tested':
      // What came of a launch is more of the news than the launch.
      return event.succeeded || (before !== undefined && isArranged(level, before)) ? 890 : 600;
    case 'attempted':
      return event.of === 'moscow' ? 881 : event.succeeded ? 700 : 500;
    case 'cardPlayed':
      // What you did for good is news only where nobody else did anything of note.
      return (cardById.get(event.card)?.irreversible ?? null) === null ? 0 : 30;
    case 'calledOff':
      return 200;
    case 'effectLanded':
    case 'effectAhead':
    case 'cardsClosed':
      return 0;
  }
}

/** Come when the level says: the shock, and fixed moves. */
function isArranged({ shock, fixed }: Level, event: DeedEvent): boolean {
  return event.type === 'moved' && ((shock?.options.includes(event.move) ?? false) || fixed.some(({ move }) => move === event.move));
}
