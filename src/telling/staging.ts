// A quarter as a sequence of beats: what a map plays one after another, each with the event it tells of.

import { ACTORS, type Event, type Lever, type Tech, type World } from '../rules/types.ts';
import { type Deed, type Digest, digestOf, factOf, type TurningPoint, type Who } from './digest.ts';

export interface Beat {
  event: Deed['event'] | TurningPoint;
  who: Who;
  /** Of the card that the event is about. */
  lever: Lever | null;
  /** Of the launch or test that the event is about, whether it is made, called off or has had its outcome. */
  tech: Tech | null;
  /** What the page tells first. */
  headline: boolean;
}

/** Beats of a quarter at most. Of more, those that matter least are dropped. */
export const MOST_BEATS = 9;

/**
 * In the order in which a reader can follow it: each card and its answer, what lands, what each actor did and what came of it, what turned.
 * Moves of going on as before are left out, unless the page leads with one. Whatever only the debrief may tell has no part in it.
 */
export function beatsOf(world: World, events: readonly Event[]): Beat[] {
  const digest = digestOf(world, events, 'veiled');
  const scenes = [...deedsOf(digest), ...digest.turningPoints.map((point): Scene => ({ ...point, who: 'world' }))];
  const rank = new Map(scenes.map((scene) => [scene, scene.event === digest.headline ? RANK.headline : rankOf(world, scene)]));
  const rankIn = (scene: Scene) => rank.get(scene) ?? 0;
  const kept = new Set([...scenes].sort((one, other) => rankIn(other) - rankIn(one)).slice(0, MOST_BEATS));
  return scenes
    .filter((scene) => kept.has(scene))
    .map(({ event, who }) => ({ event, who, lever: leverOf(world, event), tech: techOf(world, event), headline: event === digest.headline }));
}

interface Scene extends Pick<Deed, 'changes'> {
  event: Beat['event'];
  who: Who;
}

const ORDER: readonly Who[] = ['washington', ...ACTORS];

function deedsOf({ parts, quiet, headline }: Digest): Scene[] {
  const scenes = parts.flatMap(({ who, deeds }) => deeds.map((deed) => ({ ...deed, who })));
  const leading = quiet.filter(({ event }) => event === headline).map((deed) => ({ ...deed, changes: [] }));
  return ORDER.flatMap((who) => [...scenes, ...leading].filter((scene) => scene.who === who));
}

/** How much would be missed if it were not shown. A move is worth what it changes, between the least of it and `moveAtMost`. */
const RANK = {
  headline: 10_000,
  warChanged: 9000,
  crisisBroke: 9000,
  history: 8000,
  tested: 7000,
  cardPlayed: 6000,
  attempted: 6000,
  test: 5000,
  moveAtMost: 4000,
  effectLanded: 900,
  calledOff: 800,
  effectAhead: -1,
  cardsClosed: -2,
};

function rankOf(world: World, { event, changes }: Scene): number {
  if (event.type !== 'moved') return RANK[event.type];
  if (factOf(world.level, event) !== null) return RANK.history;
  if (techOf(world, event) !== null) return RANK.test;
  const moved = changes.reduce((sum, { what, from, to }) => sum + (what === 'munitions' ? 0 : Math.abs(to - from)), 0);
  return Math.min(RANK.moveAtMost, moved);
}

function leverOf(world: World, event: Beat['event']): Lever | null {
  return 'card' in event ? (world.cardById.get(event.card)?.lever ?? null) : null;
}

function techOf(world: World, event: Beat['event']): Tech | null {
  if (event.type === 'tested') return event.tech;
  return 'move' in event ? (world.moveById.get(event.move)?.test?.tech ?? null) : null;
}
