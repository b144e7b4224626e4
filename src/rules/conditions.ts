// Whether authored conditions hold, and how heavily an actor weighs a move.

import { share } from './quarter.ts';
import type { Bounds, Condition, Hidden, Move, State, Weight, World } from './types.ts';

export function holds(when: Condition | null, world: World, s: State): boolean {
  if (when === null) return true;
  if (when.war.length > 0 && !when.war.includes(s.war)) return false;
  if (!within(when.turn, s.turn) || !within(when.turnsLeft, world.level.turns - 1 - s.turn)) return false;
  for (let i = 0; i < when.where.length; i++) {
    const bounds = when.where[i] as Condition['where'][number];
    if (!within(bounds, s[bounds.what])) return false;
  }
  return true;
}

export function within(bounds: Bounds, value: number): boolean {
  return value >= bounds.atLeast && value <= bounds.atMost;
}

/** The weight of a move in the given state if the hidden facts were `hidden`; 0 when it is out of the question. */
export function weigh(move: Move, world: World, s: State, hidden: Hidden): number {
  if (move.when !== null && !holds(move.when, world, s)) return 0;
  const { base, alliance, west, war, by } = move.weight;
  let weight = base + west * hidden.west + war[s.war];
  if (hidden.bond === 'alliance') weight += alliance;
  for (let i = 0; i < by.length; i++) {
    const term = by[i] as Weight['by'][number];
    weight += share(s[term.what], term.perMille);
  }
  return weight > 0 ? weight : 0;
}
