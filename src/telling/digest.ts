// What a quarter brought, in an order a reader can follow: one headline, then who did what and what came of it, then the quarter's own course.

import { ACTORS, type Actor, type Effect, type Event, type Quantity, type World } from '../rules/types.ts';
import { mayTell } from '../rules/view.ts';

export type Changed = Extract<Event, { type: 'changed' }>;
export type DeedEvent = Extract<Event, { type: 'cardPlayed' | 'attempted' | 'effectAhead' | 'effectLanded' | 'moved' | 'calledOff' | 'tested' | 'cardsClosed' }>;
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
  const open = (who: Who, event: DeedEvent) => deeds.push({ who, event, changes: [], owed: authored(world, event, deeds.at(-1)?.event) });
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
  return {
    headline: headlineOf(
      world,
      deeds,
      turningPoints.map(({ event }) => event),
    ),
    turningPoints,
    parts: order
      .map((who) => ({ who, deeds: deeds.filter((deed) => deed.who === who).map(({ event, changes }) => ({ event, changes })) }))
      .filter(({ deeds: done }) => done.length > 0),
    drifts: [...course].map(([what, causes]) => ({ what, by: causes.reduce((sum, { from, to }) => sum + to - from, 0), causes })),
  };
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

/** The effects that the level's author gave a deed. @param before the deed told just before, which a test belongs to */
function authored(world: World, event: DeedEvent, before: DeedEvent | undefined): Effect[] {
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
      const test = before?.type === 'moved' ? world.moveById.get(before.move)?.test : null;
      return [...((event.succeeded ? test?.success : test?.failure) ?? [])];
    }
    case 'effectAhead':
    case 'calledOff':
    case 'cardsClosed':
      return [];
  }
}

function headlineOf(world: World, deeds: readonly Deed[], turningPoints: readonly TurningPoint[]): Digest['headline'] {
  let best: Digest['headline'] = null;
  let most = 0;
  for (const [event, weight] of [
    ...turningPoints.map((event) => [event, event.type === 'crisisBroke' ? 1000 : 900] as const),
    ...deeds.map((deed) => [deed.event, weightOf(world, deed)] as const),
  ]) {
    if (weight > most) [best, most] = [event, weight];
  }
  return best;
}

/** How much a reader would want to hear of it first. Arranged moves and shocks lead, then tests, then answers to our own attempts. */
function weightOf({ level }: World, { event, changes }: Deed): number {
  switch (event.type) {
    case 'moved': {
      const isShock = level.shock?.options.includes(event.move) ?? false;
      const isFixed = level.fixed.some(({ move }) => move === event.move);
      if (isShock || isFixed) return 850;
      return Math.min(
        400,
        changes.reduce((sum, { what, from, to }) => sum + (what === 'munitions' ? 0 : Math.abs(to - from)), 0),
      );
    }
    case 'tested':
      return event.succeeded ? 860 : 600;
    case 'attempted':
      return event.succeeded ? 700 : 500;
    case 'calledOff':
      return 200;
    case 'effectLanded':
      return 100;
    case 'cardPlayed':
    case 'effectAhead':
    case 'cardsClosed':
      return 0;
  }
}
