// The one place where numbers of a state change: a quarter in the making, its state, and the events told of it.

import type { EngineRule } from './ledger.ts';
import type { Because, Effect, Event, Gifts, Quantity, RuleId, State, World } from './types.ts';

export interface Quarter {
  world: World;
  /** A private copy: nobody else holds it until the quarter is done. */
  state: State;
  /** null when nobody listens: then nothing is told, and nothing else differs. */
  events: Event[] | null;
}

/** A new state equal to the old. Written out, since a literal is copied many times faster than a spread. */
export function copyState(s: State): State {
  return {
    schema: s.schema,
    phase: s.phase,
    turn: s.turn,
    seed: s.seed,
    hidden: s.hidden,
    war: s.war,
    containers: s.containers,
    openingThreat: s.openingThreat,
    crises: s.crises,
    successes: s.successes,
    beijingSteps: s.beijingSteps,
    insight: s.insight,
    estimates: s.estimates,
    pending: s.pending,
    closed: s.closed,
    answered: s.answered,
    belief: s.belief,
    forecasts: s.forecasts,
    desk: s.desk,
    observer: s.observer,
    closeness: s.closeness,
    need: s.need,
    munitions: s.munitions,
    russianThreat: s.russianThreat,
    tension: s.tension,
    thaw: s.thaw,
    pressureRussia: s.pressureRussia,
    pressureNorthKorea: s.pressureNorthKorea,
    controls: s.controls,
    interdiction: s.interdiction,
    unease: s.unease,
    sway: s.sway,
    friction: s.friction,
    policing: s.policing,
    communication: s.communication,
    dataSharing: s.dataSharing,
    intelligenceExchange: s.intelligenceExchange,
    missileDefence: s.missileDefence,
    exercises: s.exercises,
    shield: s.shield,
    footingSeoul: s.footingSeoul,
    footingTokyo: s.footingTokyo,
    durability: s.durability,
    deterrence: s.deterrence,
    capital: s.capital,
    ownSpace: s.ownSpace,
    ownIcbm: s.ownIcbm,
    ownSubmarine: s.ownSubmarine,
    ownSlbm: s.ownSlbm,
    giftSpace: s.giftSpace,
    giftIcbm: s.giftIcbm,
    giftSubmarine: s.giftSubmarine,
    giftSlbm: s.giftSlbm,
    threat: s.threat,
  };
}

/** A share of an amount, in per mille, rounded towards zero for either sign. Amounts are whole and stay below two million, so that the product fits 32 bits. */
export function share(amount: number, perMille: number): number {
  return (Math.imul(amount, perMille) / 1000) | 0;
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** Where a number ends up inside 0 … 1000 (tenths) once it has moved; says why. A change of nothing is not told. */
export function moved(q: Quarter, what: Quantity, from: number, by: number, rule: RuleId): number {
  const to = clamp(from + by, 0, 1000);
  if (q.events !== null) tell(q, what, from, to, rule);
  return to;
}

/** Reports a change that the caller has made itself. */
export function tell(q: Quarter, what: Quantity, from: number, to: number, rule: RuleId): void {
  if (q.events !== null && from !== to) q.events.push({ type: 'changed', turn: q.state.turn, what, from, to, because: because(q.world, rule) });
}

/** @throws when the ledger lacks the rule, which content validation rules out */
export function because(world: World, rule: RuleId | EngineRule): Because {
  const entry = world.ledger[rule];
  if (entry === undefined) throw new Error(`The ledger has no rule "${rule}"`);
  return entry;
}

/** Carries out authored effects in order. */
export function enact(q: Quarter, effects: readonly Effect[]): void {
  for (let i = 0; i < effects.length; i++) {
    const effect = effects[i] as Effect;
    const { what } = effect;
    // Reading a number by its name is dear, so it is read once.
    const from = q.state[what];
    const by = movement(effect, from);
    if (what === 'capital') changeCapital(q, by, effect.rule);
    else q.state[what] = moved(q, what, from, by, effect.rule);
    if (q.state.observer !== null) seeGift(q, what, by);
  }
}

/** Capital is counted in points, 0 … the limit. */
export function changeCapital(q: Quarter, by: number, rule: RuleId): void {
  const from = q.state.capital;
  q.state.capital = clamp(from + by, 0, q.world.a.capitalLimit);
  tell(q, 'capital', from, q.state.capital, rule);
}

const GIFT_INDEX: Readonly<Partial<Record<Quantity, number>>> = { giftSpace: 0, giftIcbm: 1, giftSubmarine: 2, giftSlbm: 3 };

/** A gift that everybody sees is known whatever the hidden facts are. */
function seeGift(q: Quarter, what: Quantity, by: number): void {
  const index = GIFT_INDEX[what];
  const { observer } = q.state;
  if (index === undefined || observer === null) return;
  const gifts = observer.gifts.map(
    (under): Gifts => [
      clamp(under[0] + (index === 0 ? by : 0), 0, 1000),
      clamp(under[1] + (index === 1 ? by : 0), 0, 1000),
      clamp(under[2] + (index === 2 ? by : 0), 0, 1000),
      clamp(under[3] + (index === 3 ? by : 0), 0, 1000),
    ],
  );
  q.state.observer = { ...observer, gifts };
}

function movement(effect: Effect, value: number): number {
  switch (effect.do) {
    case 'raise':
      return effect.by;
    case 'lower':
      return -effect.by;
    case 'strengthen':
      return share(1000 - value, effect.by);
    case 'weaken':
      return -share(value, effect.by);
  }
}
