// What a player may be shown while a campaign runs: the state without its secrets.

import { ESTIMATE_BAND } from './estimate.ts';
import { ownOf, threatOf, threatParts } from './technology.ts';
import { type Desk, type Event, type Forecast, type Quantity, type State, TECH, type Tech, UNSEEN, VISIBLE, type Visible, type WarPhase, type World } from './types.ts';
import { type Stance, stance } from './world.ts';

export interface View {
  turn: number;
  turns: number;
  act: 1 | 2 | 3;
  over: boolean;
  war: WarPhase;
  containers: number;
  levels: Readonly<Record<Visible, number>>;
  /** Each track as last assessed, with the half-width of its band, tenths. */
  estimates: Readonly<Record<Tech, number>>;
  band: number;
  /** The threat as the estimates put it, Russia's share included, tenths. */
  threat: number;
  stance: Stance;
  crises: number;
  successes: Readonly<Record<Tech, number>>;
  pending: State['pending'];
  belief: number;
  forecasts: readonly Omit<Forecast, 'ideal'>[];
  desk: Desk | null;
}

export function view(world: World, s: State): View {
  const [second, third] = world.level.acts;
  return {
    turn: s.turn,
    turns: world.level.turns,
    act: s.turn >= third ? 3 : s.turn >= second ? 2 : 1,
    over: s.phase === 'over',
    war: s.war,
    containers: s.containers,
    levels: Object.fromEntries(VISIBLE.map((what) => [what, s[what]])) as Record<Visible, number>,
    estimates: s.estimates,
    band: ESTIMATE_BAND,
    threat: estimatedThreat(world, s),
    stance: stance(world, s),
    crises: s.crises,
    successes: s.successes,
    pending: s.pending,
    belief: s.belief,
    forecasts: s.forecasts.map(({ ideal: _, ...stated }) => stated),
    desk: s.desk,
  };
}

/** The state as it may leave for a device that is not to be trusted with secrets: every number that only estimates tell of, the hidden facts and the seed are blank. */
export function veiled(world: World, s: State): State {
  return {
    ...s,
    seed: 0,
    hidden: world.blank.hidden,
    observer: null,
    giftSpace: 0,
    giftIcbm: 0,
    giftSubmarine: 0,
    giftSlbm: 0,
    threat: estimatedThreat(world, s),
    openingThreat: 0,
    insight: 0,
    forecasts: s.forecasts.map((stated) => ({ ...stated, ideal: stated.belief })),
  };
}

/** The threat as the estimates put it: what is not home-grown is taken to be Russian. */
export function estimatedThreat(world: World, s: State): number {
  const given = TECH.map((tech) => Math.max(0, s.estimates[tech] - ownOf(s, tech))) as [number, number, number, number];
  return threatOf(threatParts(world, s, given));
}

const SECRET: ReadonlySet<Quantity> = new Set(UNSEEN);
/** Whether an event may be told before the debrief: changes of unseen numbers wait for it. */
export function mayTell(event: Event): boolean {
  return event.type !== 'changed' || !SECRET.has(event.what);
}
