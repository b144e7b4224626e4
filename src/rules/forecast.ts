// Named events that a player is asked to forecast, and whether they came.

import type { ForecastEvent, Level, State, World } from './types.ts';

/** The event that a player is asked to forecast this turn; null when there is none, or when it is settled already. */
export function askedNow(world: World, s: State): Level['forecasts'][number] | null {
  const asked = world.level.forecasts.find(({ turn }) => turn === s.turn) ?? null;
  const settled = (asked?.event === 'war-talks' && (s.war === 'talks' || s.war === 'ended')) || (asked?.event === 'war-ended' && s.war === 'ended');
  return settled ? null : asked;
}

/** Whether a named event came about in one quarter, from the states before and after it. */
export function cameAbout(event: ForecastEvent, before: State, after: State): boolean {
  switch (event) {
    case 'war-talks':
      return after.war !== before.war && (after.war === 'talks' || after.war === 'ended');
    case 'war-ended':
      return after.war !== before.war && after.war === 'ended';
    case 'orbit':
      return after.successes.space > before.successes.space;
    case 'icbm-success':
      return after.successes.icbm > before.successes.icbm;
    case 'crisis':
      return after.crises > before.crises;
    case 'beijing-tightens':
      return after.beijingSteps > before.beijingSteps;
  }
}
