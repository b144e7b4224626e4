// What Moscow gives, what Pyongyang builds by itself, and what both come to.

import { HYPOTHESES } from './hypotheses.ts';
import type { EngineRule } from './ledger.ts';
import { clamp, moved, type Quarter, share } from './quarter.ts';
import type { Gifts, Hidden, Quantity, State, Tech, World } from './types.ts';

export const TECH_INDEX: Readonly<Record<Tech, number>> = { space: 0, icbm: 1, submarine: 2, slbm: 3 };
/** How Moscow's help is spread over the four tracks, per mille. Space help also spills into ICBMs. */
const HELP_SPREAD: Readonly<Record<Tech, number>> = { space: 350, icbm: 130, submarine: 270, slbm: 250 };

export function giftsOf(s: State): Gifts {
  return [s.giftSpace, s.giftIcbm, s.giftSubmarine, s.giftSlbm];
}

export function giftOf(gifts: Gifts, tech: Tech): number {
  return gifts[TECH_INDEX[tech]] as number;
}

export function ownOf(s: State, tech: Tech): number {
  switch (tech) {
    case 'space':
      return s.ownSpace;
    case 'icbm':
      return s.ownIcbm;
    case 'submarine':
      return s.ownSubmarine;
    case 'slbm':
      return s.ownSlbm;
  }
}

/** All Russian-origin technology so far, tenths over the four tracks. */
export function transferOf(s: State): number {
  return s.giftSpace + s.giftIcbm + s.giftSubmarine + s.giftSlbm;
}

/**
 * What Moscow is willing to share this quarter, tenths, if the hidden facts were `hidden` and its need of munitions were `need`.
 * Claims alliance-unlocks, expedience-restrains, war-feeds-dependence.
 */
function willingTransfer(world: World, s: State, hidden: Hidden, need: number): number {
  const { a } = world;
  const alliance = hidden.bond === 'alliance';
  const base = alliance ? a.allianceBase : a.expedienceBase;
  const forNeed = share(need, alliance ? a.allianceNeed : a.expedienceNeed);
  // An ally weighs the West too, but by a quarter as much.
  const westWeighs = alliance ? 250 : 1000;
  const restraint = share(a.westRestrains * hidden.west + share(s.thaw, a.thawRestrains), westWeighs);
  const ease = 1000 - a.closenessEases + share(s.closeness, a.closenessEases);
  const willing = share(share(base + forNeed, clamp(1000 - restraint, 0, 1000)), ease);
  return share(share(a.fullTransfer, willing), 1000 - share(s.controls, a.controlsHold));
}

function spread(given: number): Gifts {
  return [share(given, HELP_SPREAD.space), share(given, HELP_SPREAD.icbm), share(given, HELP_SPREAD.submarine), share(given, HELP_SPREAD.slbm)];
}

function withSpill([space, icbm, submarine, slbm]: Gifts, world: World): Gifts {
  return [space, icbm + share(space, world.a.spaceSpill), submarine, slbm];
}

/** One quarter of technology from Russia, under the truth and, for the observer, under each hypothesis. */
export function transferTechnology(q: Quarter): void {
  const { state, world } = q;
  const { observer } = state;
  if (observer !== null) {
    state.observer = {
      ...observer,
      gifts: observer.gifts.map((gifts, i) => addGifts(gifts, withSpill(spread(willingTransfer(world, state, HYPOTHESES[i] as Hidden, state.need)), world))),
    };
  }
  const given = willingTransfer(world, state, state.hidden, state.need);
  // Told apart for the explanation alone: what Moscow would give anyway, and what its need adds.
  const anyway = q.events === null ? given : willingTransfer(world, state, state.hidden, 0);
  const [space, icbm, submarine, slbm] = spread(anyway);
  give(q, space, icbm, submarine, slbm, state.hidden.bond === 'alliance' ? 'alliance-gives-freely' : 'expedience-holds-back');
  const all = spread(given);
  give(q, all[0] - space, all[1] - icbm, all[2] - submarine, all[3] - slbm, 'war-needs-loosen-technology');
  spill(q, all[0]);
  const { extraHelp } = world.interventions;
  if (extraHelp !== undefined) {
    give(q, extraHelp.space ?? 0, extraHelp.icbm ?? 0, extraHelp.submarine ?? 0, extraHelp.slbm ?? 0, 'technicians-advise');
    spill(q, extraHelp.space ?? 0);
  }
}

function give(q: Quarter, space: number, icbm: number, submarine: number, slbm: number, rule: EngineRule): void {
  const { state } = q;
  state.giftSpace = moved(q, 'giftSpace', state.giftSpace, space, rule);
  state.giftIcbm = moved(q, 'giftIcbm', state.giftIcbm, icbm, rule);
  state.giftSubmarine = moved(q, 'giftSubmarine', state.giftSubmarine, submarine, rule);
  state.giftSlbm = moved(q, 'giftSlbm', state.giftSlbm, slbm, rule);
}

function spill(q: Quarter, space: number): void {
  q.state.giftIcbm = moved(q, 'giftIcbm', q.state.giftIcbm, share(space, q.world.a.spaceSpill), 'space-help-spills-into-icbm');
}

function addGifts(gifts: Gifts, added: Gifts): Gifts {
  const sum = (i: 0 | 1 | 2 | 3) => Math.min(1000, gifts[i] + added[i]);
  return [sum(0), sum(1), sum(2), sum(3)];
}

/** Pyongyang's own progress, slowed by sanctions on procurement and by Chinese policing, fed by what the shells earn. */
export function progressAtHome(q: Quarter): void {
  const { a } = q.world;
  const { state } = q;
  const bySanctions = share(state.pressureNorthKorea, a.sanctionsDrag);
  const byPolice = share(state.policing, a.policingDrag);
  const earned = share(a.shellsPay, share(state.munitions, Math.floor(1000000 / a.fullShipment)));
  state.ownSpace = grown(q, 'ownSpace', state.ownSpace, a.ownSpace, bySanctions, byPolice, earned);
  state.ownIcbm = grown(q, 'ownIcbm', state.ownIcbm, a.ownIcbm, bySanctions, byPolice, earned);
  state.ownSubmarine = grown(q, 'ownSubmarine', state.ownSubmarine, a.ownSubmarine, bySanctions, byPolice, earned);
  state.ownSlbm = grown(q, 'ownSlbm', state.ownSlbm, a.ownSlbm, bySanctions, byPolice, earned);
}

function grown(q: Quarter, what: Quantity, from: number, full: number, bySanctions: number, byPolice: number, earned: number): number {
  const slowed = share(full + earned, bySanctions);
  let level = moved(q, what, from, full, 'home-grown-progress');
  level = moved(q, what, level, earned, 'shells-pay-for-progress');
  level = moved(q, what, level, -slowed, 'sanctions-slow-procurement');
  return moved(q, what, level, -share(full + earned - slowed, byPolice), 'police-slow-procurement');
}

/** The part of the threat that North Korea's technology makes up, in tenths, by where it came from. Claim transfer-multiplies-threat. */
export function threatParts(world: World, s: State, gifts: Gifts): ThreatParts {
  const { a } = world;
  const missileGifts = share(gifts[1], a.threatFromIcbm) + share(gifts[3], a.threatFromSlbm);
  return {
    own: share(s.ownSpace, a.threatFromSpace) + share(s.ownIcbm, a.threatFromIcbm) + share(s.ownSubmarine, a.threatFromSubmarine) + share(s.ownSlbm, a.threatFromSlbm),
    given: share(gifts[0], a.threatFromSpace) + share(gifts[2], a.threatFromSubmarine) + missileGifts,
    blunted: share(missileGifts, share(s.shield, a.blunting)),
    tension: share(s.tension, a.tensionWeight),
    russian: s.russianThreat,
  };
}

export interface ThreatParts {
  own: number;
  given: number;
  blunted: number;
  tension: number;
  russian: number;
}

export function threatOf({ own, given, blunted, tension, russian }: ThreatParts): number {
  return own + given - blunted + tension + russian;
}
