// The reckoning once a campaign is over: what was reached, what it was worth, what was hidden, and what moved most.

import { holdBalance } from '../rules/campaign.ts';
import { balanceOf, brier, ending } from '../rules/endings.ts';
import { transferOf } from '../rules/technology.ts';
import type { Because, EndingId, Event, Forecast, ForecastEvent, Hidden, Quantity } from '../rules/types.ts';
import type { Playthrough } from './playthrough.ts';

export interface Debrief {
  ending: EndingId;
  /** Deterrence minus threat at the end, tenths; and what holding every turn would have reached. */
  balance: number;
  holdBalance: number;
  /** The difference of the two: what the choices were worth. */
  score: number;
  hidden: Hidden;
  /** Threat at the opening and at the end; Russian technology over the four tracks, tenths. */
  threat: readonly [from: number, to: number];
  transfer: number;
  /** Brier scores, per mille: 0 is perfect, 250 is what always saying 50 % earns. */
  brier: { player: number; ideal: number } | null;
  beliefs: readonly Forecast[];
  forecasts: readonly ForecastResult[];
  /** What moved most over the campaign, by cause. */
  largest: readonly Cause[];
}

export interface ForecastResult {
  turn: number;
  event: ForecastEvent;
  chance: number;
  byTurn: number;
  happened: boolean;
  /** Brier score of this one forecast, per mille. */
  brier: number;
}

export interface Cause {
  what: Quantity;
  because: Because;
  /** Sum over the campaign, tenths. */
  by: number;
  /** Turns in which it worked. */
  turns: readonly number[];
}

const LARGEST = 10;
/** Counted in other units than tenths of a point. */
const OTHER_UNITS: ReadonlySet<Quantity> = new Set<Quantity>(['munitions', 'capital']);

/** @param play a campaign that is over */
export function debriefOf(play: Playthrough): Debrief {
  const { world, state, turns } = play;
  const held = holdBalance(world, state.seed);
  const player = brier(state, 'belief');
  const ideal = brier(state, 'ideal');
  return {
    ending: ending(world, state),
    balance: balanceOf(state),
    holdBalance: held,
    score: balanceOf(state) - held,
    hidden: state.hidden,
    threat: [state.openingThreat, state.threat],
    transfer: transferOf(state),
    brier: player === null || ideal === null ? null : { player, ideal },
    beliefs: state.forecasts,
    forecasts: state.forecasts.flatMap(({ turn, event }) => {
      if (event === undefined) return [];
      const happened = turns.slice(turn, event.byTurn).some((events) => events.some((told) => isA(event.event, told)));
      const miss = event.chance - (happened ? 1000 : 0);
      return [{ turn, ...event, happened, brier: Math.floor((miss * miss) / 1000) }];
    }),
    largest: largestCauses(turns.flat()),
  };
}

function isA(asked: ForecastEvent, event: Event): boolean {
  switch (asked) {
    case 'war-talks':
      return event.type === 'warChanged' && (event.to === 'talks' || event.to === 'ended');
    case 'war-ended':
      return event.type === 'warChanged' && event.to === 'ended';
    case 'orbit':
      return event.type === 'tested' && event.tech === 'space' && event.succeeded;
    case 'icbm-success':
      return event.type === 'tested' && event.tech === 'icbm' && event.succeeded;
    case 'crisis':
      return event.type === 'crisisBroke';
    case 'beijing-tightens':
      return (event.type === 'attempted' && event.of === 'beijing' && event.succeeded) || (event.type === 'changed' && event.what === 'policing' && event.to > event.from);
  }
}

function largestCauses(events: readonly Event[]): Cause[] {
  const causes = new Map<string, { what: Quantity; because: Because; by: number; turns: number[] }>();
  for (const event of events) {
    if (event.type !== 'changed' || OTHER_UNITS.has(event.what)) continue;
    const key = `${event.what} ${event.because.rule}`;
    const cause = causes.get(key) ?? { what: event.what, because: event.because, by: 0, turns: [] };
    cause.by += event.to - event.from;
    if (!cause.turns.includes(event.turn)) cause.turns.push(event.turn);
    causes.set(key, cause);
  }
  return [...causes.values()].sort((left, right) => Math.abs(right.by) - Math.abs(left.by)).slice(0, LARGEST);
}
