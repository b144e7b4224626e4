// What a forecaster who knows the model would have said of a named event.

import { apply } from './apply.ts';
import { cameAbout } from './forecast.ts';
import { draw, STREAM } from './hash.ts';
import { HYPOTHESES, pick, sum } from './hypotheses.ts';
import { copyState } from './quarter.ts';
import type { ForecastEvent, Gifts, Hidden, State, World } from './types.ts';

/**
 * The benchmark of a forecast: the share of futures, drawn from what a player could know, in which the event comes about
 * before the quarter of `byTurn` begins. Hidden facts are drawn from the ideal observer's posterior; every turn is held.
 * @param state at its desk, in an explained campaign
 * @param futures how many to draw; the standard error is at most 500 / √futures
 * @returns per mille
 */
export function forecastBenchmark(world: World, state: State, event: ForecastEvent, byTurn: number, futures: number): number {
  let came = 0;
  for (let i = 0; i < futures; i++) if (comesAbout(world, imagine(state, i), event, byTurn)) came++;
  return Math.floor((came * 1000) / futures);
}

/** One way things may stand behind what is seen, with a luck of its own from here on. */
function imagine(state: State, future: number): State {
  const imagined = copyState(state);
  imagined.seed = draw(state.seed, STREAM.resample, state.turn, 2 * future);
  if (state.observer !== null) {
    const weights = state.observer.weights.map((weight) => Math.floor(weight * 1_000_000));
    const at = pick(weights, sum(weights), draw(state.seed, STREAM.resample, state.turn, 2 * future + 1));
    imagined.hidden = HYPOTHESES[at] as Hidden;
    [imagined.giftSpace, imagined.giftIcbm, imagined.giftSubmarine, imagined.giftSlbm] = state.observer.gifts[at] as Gifts;
  }
  imagined.observer = null;
  return imagined;
}

function comesAbout(world: World, from: State, event: ForecastEvent, byTurn: number): boolean {
  let state = from;
  while (state.phase !== 'over' && state.turn < byTurn) {
    const applied = apply(world, state, { kind: 'decide', cards: [] });
    if (!applied.ok) return false;
    if (cameAbout(event, state, applied.state)) return true;
    state = applied.state;
  }
  return false;
}
