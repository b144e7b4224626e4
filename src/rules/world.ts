// The quarter's slow machinery: the war, the trade, closeness, Beijing's mood, the partnership, deterrence and capital.

import type { AssumptionId, Assumptions } from './assumptions.ts';
import { perMille, STREAM } from './hash.ts';
import type { EngineRule } from './ledger.ts';
import { because, changeCapital, clamp, moved, type Quarter, share, tell } from './quarter.ts';
import type { State, WarPhase, World } from './types.ts';

/** The war's own course. One draw a quarter, whatever anybody does. */
export function warTakesItsCourse(q: Quarter): void {
  const { state, world } = q;
  const next = nextPhase(world, state);
  if (next === state.war) return;
  q.events?.push({ type: 'warChanged', turn: state.turn, from: state.war, to: next, because: because(world, 'war-takes-its-course') });
  state.war = next;
}

function nextPhase(world: World, s: State): WarPhase {
  const { a } = world;
  const { warEndsAt } = world.interventions;
  const drawn = perMille(s.seed, STREAM.war, s.turn, 0);
  if (warEndsAt !== undefined && s.turn >= warEndsAt) return 'ended';
  const next = drawnPhase(a, s.war, drawn);
  // A war that may not end yet is fought on where it would have come to talks.
  return warEndsAt !== undefined && (next === 'talks' || next === 'ended') ? 'fighting' : next;
}

function drawnPhase(a: Assumptions, war: WarPhase, drawn: number): WarPhase {
  switch (war) {
    case 'fighting':
      return drawn < a.fightingToStalemate ? 'stalemate' : drawn < a.fightingToStalemate + a.fightingToTalks ? 'talks' : 'fighting';
    case 'stalemate':
      return drawn < a.stalemateToFighting ? 'fighting' : drawn < a.stalemateToFighting + a.stalemateToTalks ? 'talks' : 'stalemate';
    case 'talks':
      return drawn < a.talksToFighting ? 'fighting' : drawn < a.talksToFighting + a.talksToEnded ? 'ended' : 'talks';
    case 'ended':
      return 'ended';
  }
}

const NEED_IN: Readonly<Record<WarPhase, AssumptionId>> = {
  fighting: 'needFighting',
  stalemate: 'needStalemate',
  talks: 'needTalks',
  ended: 'needEnded',
};

/** Russia's need follows the war; shipments follow need. Claims war-feeds-dependence, peace-loosens-need, arms-for-technology. */
export function trade(q: Quarter): void {
  const { state, world } = q;
  const gap = world.a[NEED_IN[state.war]] - state.need;
  state.need = moved(q, 'need', state.need, share(gap, world.a.needPace), gap > 0 ? 'war-feeds-need' : 'peace-lowers-need');

  const before = state.munitions;
  const { coolShipment } = world.a;
  const willing = share(share(world.a.fullShipment, state.need), coolShipment + share(state.closeness, 1000 - coolShipment));
  tell(q, 'munitions', before, willing, 'need-ships-munitions');
  const seized = share(willing, share(state.interdiction, world.a.seizure));
  tell(q, 'munitions', willing, willing - seized, 'shells-are-seized');
  state.munitions = willing - seized;
  state.containers += state.munitions;
}

export function closenessMoves(q: Quarter): void {
  const { state, world } = q;
  const { a } = world;
  const shipped = share(state.munitions, Math.floor(1000000 / a.fullShipment));
  state.closeness = moved(q, 'closeness', state.closeness, share(a.tradeDraws, shipped), 'trade-draws-closer');
  state.closeness = moved(q, 'closeness', state.closeness, share(a.isolationDraws, (state.pressureRussia + state.pressureNorthKorea) >> 1), 'isolation-draws-closer');
  state.closeness = moved(q, 'closeness', state.closeness, -share(state.closeness, a.cooling), 'ties-cool-without-trade');
  if (state.war === 'ended') state.closeness = moved(q, 'closeness', state.closeness, -share(state.closeness, a.peaceCooling), 'peace-cools-ties');
  else state.thaw = moved(q, 'thaw', state.thaw, -share(state.thaw, a.thawFading), 'thaw-freezes-in-war');
}

/** Beijing's unease and its sway over Kim follow closeness. Claims beijing-uneasy, overlapping-interest. */
export function beijingWatches(q: Quarter): void {
  const { state, world } = q;
  const { a } = world;
  state.unease = moved(q, 'unease', state.unease, share(share(state.closeness, a.uneasePerCloseness) - state.unease, a.uneasePace), 'closeness-unsettles-beijing');
  state.sway = moved(q, 'sway', state.sway, share(1000 - share(state.closeness, a.swayPerCloseness) - state.sway, a.uneasePace), 'closeness-costs-sway');
  state.friction = moved(q, 'friction', state.friction, -share(state.friction, a.frictionFading), 'friction-fades');
  state.policing = moved(q, 'policing', state.policing, -share(state.policing, a.policingFading), 'policing-lapses');
}

/** Chance in per mille that Beijing goes along with a request: rises with its unease, falls with friction. */
export function beijingChance(world: World, s: State, bonus: number): number {
  const { a } = world;
  return clamp(a.beijingOpenness + bonus + share(s.unease, a.uneaseOpensBeijing) - share(s.friction, a.frictionClosesBeijing), 10, 900);
}

export type Stance = 'helps' | 'leans' | 'watches' | 'balks';
/** Beijing's stance in a word, from the same numbers that decide its answers. */
export function stance(world: World, s: State): Stance {
  const chance = beijingChance(world, s, 0);
  return s.policing >= 400 ? 'helps' : chance >= 420 ? 'leans' : chance >= 200 ? 'watches' : 'balks';
}

/** What is not kept up fades: sanctions are evaded, tracks rust, governments drift home. */
export function timeWears(q: Quarter): void {
  const { state, world } = q;
  const { a } = world;
  state.pressureRussia = moved(q, 'pressureRussia', state.pressureRussia, -share(state.pressureRussia, a.evasion), 'evasion-erodes-sanctions');
  state.pressureNorthKorea = moved(q, 'pressureNorthKorea', state.pressureNorthKorea, -share(state.pressureNorthKorea, a.evasion), 'evasion-erodes-sanctions');
  state.controls = moved(q, 'controls', state.controls, -share(state.controls, a.controlsLeak), 'controls-leak');
  state.interdiction = moved(q, 'interdiction', state.interdiction, -share(state.interdiction, a.interdictionLapse), 'interdiction-lapses');
  const fading = share(a.trackFading, 1000 - state.durability);
  state.communication = moved(q, 'communication', state.communication, -share(state.communication, fading), 'tracks-need-upkeep');
  state.dataSharing = moved(q, 'dataSharing', state.dataSharing, -share(state.dataSharing, fading), 'tracks-need-upkeep');
  state.intelligenceExchange = moved(q, 'intelligenceExchange', state.intelligenceExchange, -share(state.intelligenceExchange, fading), 'tracks-need-upkeep');
  state.missileDefence = moved(q, 'missileDefence', state.missileDefence, -share(state.missileDefence, fading), 'tracks-need-upkeep');
  state.exercises = moved(q, 'exercises', state.exercises, -share(state.exercises, fading), 'tracks-need-upkeep');
  // What has been made to last holds footing at a higher home.
  const home = a.footingHome + share(state.durability, a.durabilityHolds);
  state.footingSeoul = moved(q, 'footingSeoul', state.footingSeoul, share(home - state.footingSeoul, a.footingPace), 'footing-drifts-home');
  state.footingTokyo = moved(q, 'footingTokyo', state.footingTokyo, share(home - state.footingTokyo, a.footingPace), 'footing-drifts-home');
  state.tension = moved(q, 'tension', state.tension, -share(state.tension, a.tensionFading), 'tension-fades');
  const russian = a.russianThreatEnded + share(a.russianThreatFighting - a.russianThreatEnded, russianThreatIn(a, state.war));
  const gap = share(russian - state.russianThreat, a.russianThreatPace);
  state.russianThreat = moved(q, 'russianThreat', state.russianThreat, gap, gap > 0 ? 'war-raises-russian-threat' : 'peace-lowers-russian-threat');
  const calmed = share(share(russian, share(state.thaw, a.thawCalms)), a.russianThreatPace);
  state.russianThreat = moved(q, 'russianThreat', state.russianThreat, -calmed, 'thaw-calms-russian-threat');
}

/** How much of the wartime Russian threat a phase keeps, per mille. */
function russianThreatIn(a: Assumptions, war: WarPhase): number {
  switch (war) {
    case 'fighting':
      return 1000;
    case 'stalemate':
      return a.russianThreatStalemate;
    case 'talks':
      return a.russianThreatTalks;
    case 'ended':
      return 0;
  }
}

/** A track's worth, 0 … 1000 for 0 … 1000: the more returns diminish, the more its first steps count. */
function worth(track: number, diminishing: number): number {
  return track + share(share(track, 1000 - track), diminishing);
}

/** Deterrence, tenths: forces, and five tracks that each yield less the further they go, all only as firm as their footing. Claim five-tracks. */
export function deterrenceOf(world: World, s: State): number {
  const d = world.a.diminishing;
  const tracks = worth(s.communication, d) + worth(s.dataSharing, d) + worth(s.intelligenceExchange, d) + worth(s.missileDefence, d) + worth(s.exercises, d);
  const { footingFloor } = world.a;
  const footing = footingFloor + share((s.footingSeoul + s.footingTokyo) >> 1, 1000 - footingFloor);
  return Math.min(1000, world.level.opening.forces + share(share(tracks, world.a.trackWeight), footing));
}

export function returnCapital(q: Quarter): void {
  changeCapital(q, q.world.a.capitalIncome, 'capital-returns' satisfies EngineRule);
}
