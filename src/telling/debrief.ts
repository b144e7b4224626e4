// What a campaign that is over comes to: what was reached, what it was worth, what was hidden, how well it was foreseen, and what moved the balance.

import type english from '../../levels/text/en/interface.json';
import { holdBalance } from '../rules/campaign.ts';
import { isInUse } from '../rules/desk.ts';
import { balanceOf, brier, ending } from '../rules/endings.ts';
import { cameAbout } from '../rules/forecast.ts';
import { transferOf } from '../rules/technology.ts';
import type { Because, EndingId, Event, Forecast, ForecastEvent, Hidden, Quantity, State } from '../rules/types.ts';
import type { Playthrough } from './playthrough.ts';
import { type Reading, readingOf } from './reading.ts';

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
  /** Brier scores over the turns in which a belief was asked for, per mille: 0 is perfect, 250 is what always saying 50 % earns. */
  brier: { player: number; ideal: number } | null;
  /** How the player read the signs, whatever came true; null where no belief was asked for. */
  reading: Reading | null;
  /** The beliefs of those turns. */
  beliefs: readonly Forecast[];
  forecasts: readonly ForecastResult[];
  /** What moved the balance, and what lies behind it. */
  moved: readonly Moved[];
}

export interface ForecastResult {
  turn: number;
  event: ForecastEvent;
  chance: number;
  byTurn: number;
  happened: boolean;
}

/** One of the numbers that the balance comes from, and what moved it over the campaign. */
export interface Moved {
  what: Mover;
  /** Sum of all its causes, tenths. */
  by: number;
  /** The largest few, those too small to see left out. */
  causes: readonly Cause[];
}

export interface Cause {
  because: Because;
  /** Sum over the campaign, tenths. */
  by: number;
}

/** `transfer` is Russian technology over the four tracks. */
export const MOVERS = ['threat', 'deterrence', 'transfer', 'closeness'] as const;
export type Mover = (typeof MOVERS)[number];
const MOVER_OF: Partial<Record<Quantity, Mover>> = {
  threat: 'threat',
  deterrence: 'deterrence',
  giftSpace: 'transfer',
  giftIcbm: 'transfer',
  giftSubmarine: 'transfer',
  giftSlbm: 'transfer',
  closeness: 'closeness',
};
/** Tenths. */
const VISIBLE_CHANGE = 5;
const MOST_CAUSES = 5;

/** The day of which the article writes: facts of later days it could not know. */
export const ARTICLE_DATE = '2024-06-18';

type LeftOut = keyof (typeof english)['model']['leavesOut'];
const LEFT_OUT: Readonly<Record<LeftOut, true>> = {
  people: true,
  ukraine: true,
  drift: true,
  troops: true,
  nuclear: true,
  diplomacy: true,
  others: true,
  washington: true,
  costs: true,
  accident: true,
};
/** What a reader is told that the model leaves out. */
export const LEAVES_OUT = Object.keys(LEFT_OUT) as readonly LeftOut[];

/** @param play a campaign that is over */
export function debriefOf(play: Playthrough): Debrief {
  const { world, state, turns, openings } = play;
  const held = holdBalance(world, state.seed);
  const beliefs = state.forecasts.filter(({ turn }) => isInUse(world.level, 'belief', turn));
  const player = brier({ ...state, forecasts: beliefs }, 'belief');
  const first = openings[0]?.turn ?? 0;
  const ideal = brier({ ...state, forecasts: beliefs }, 'ideal');
  return {
    ending: ending(world, state),
    balance: balanceOf(state),
    holdBalance: held,
    score: balanceOf(state) - held,
    hidden: state.hidden,
    threat: [state.openingThreat, state.threat],
    transfer: transferOf(state),
    brier: player === null || ideal === null ? null : { player, ideal },
    reading: beliefs.length === 0 ? null : readingOf(beliefs, world.level.prior.alliance),
    beliefs,
    forecasts: state.forecasts.flatMap(({ turn, event }) => {
      // What came of forecasts from before a carried campaign's first turn is not known.
      if (event === undefined || turn < first) return [];
      const happened = openings.slice(turn - first, event.byTurn - first).some((before, i) => cameAbout(event.event, before, openings[turn - first + i + 1] as State));
      return [{ turn, ...event, happened }];
    }),
    moved: MOVERS.map((what) => movedBy(what, turns.flat())),
  };
}

function movedBy(what: Mover, events: readonly Event[]): Moved {
  const causes = new Map<string, { because: Because; by: number }>();
  for (const event of events) {
    if (event.type !== 'changed' || MOVER_OF[event.what] !== what) continue;
    const { because } = event;
    const cause = causes.get(because.rule) ?? { because, by: 0 };
    cause.by += event.to - event.from;
    causes.set(because.rule, cause);
  }
  const all = [...causes.values()];
  return {
    what,
    by: all.reduce((sum, { by }) => sum + by, 0),
    causes: all
      .filter(({ by }) => Math.abs(by) >= VISIBLE_CHANGE)
      .sort((left, right) => Math.abs(right.by) - Math.abs(left.by))
      .slice(0, MOST_CAUSES),
  };
}
