// Which of the player's forecasts of named events a quarter has settled.

import { cameAbout } from '../rules/forecast.ts';
import type { ForecastEvent } from '../rules/types.ts';
import type { Playthrough } from './playthrough.ts';

export interface Settled {
  event: ForecastEvent;
  byTurn: number;
  /** As stated, per mille. */
  chance: number;
  happened: boolean;
}

/** Forecasts that the last quarter settled: the event came about in it, or its time is up. */
export function settledIn({ state, openings }: Playthrough): Settled[] {
  const before = openings.at(-2);
  if (before === undefined) return [];
  return state.forecasts.flatMap(({ turn, event: asked }) => {
    if (asked === undefined) return [];
    const { event, byTurn, chance } = asked;
    const since = openings.filter((opening) => opening.turn >= turn && opening.turn <= byTurn);
    const came = since.findIndex((opening, i) => i > 0 && cameAbout(event, since[i - 1] ?? opening, opening));
    const happened = came >= 0 && since[came] === openings.at(-1);
    const isUp = came < 0 && byTurn === state.turn;
    return happened || isUp ? [{ event, byTurn, chance, happened }] : [];
  });
}
