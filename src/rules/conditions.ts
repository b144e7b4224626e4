// Whether authored conditions hold.

import type { Bounds, Condition, State, World } from './types.ts';

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
