// What Moscow gives, what Pyongyang builds by itself, and what both come to.

import { HYPOTHESES } from './hypotheses.ts';
import type { EngineRule } from './ledger.ts';
import { clamp, moved, type Quarter, share, tell } from './quarter.ts';
import type { Gifts, Hidden, Quantity, State, Tech, World } from './types.ts';

export const TECH_INDEX: Readonly<Record<Tech, number>> = { space: 0, icbm: 1, submarine: 2, slbm: 3 };

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

/** What bears on Moscow's willingness to share. */
interface Pull {
  /** Its need for munitions, tenths. */
  need: number;
  /** How close it is to Pyongyang, tenths. */
  closeness: number;
  /** Whether it minds the West. */
  mindful: boolean;
  /** Export controls on what it could share, tenths. */
  controls: number;
}

/**
 * What Moscow shares in a quarter over the four tracks, before any spill, tenths, if the hidden facts were `hidden`.
 * Claims alliance-unlocks, expedience-restrains, war-feeds-dependence, west-pays-better.
 */
function shared({ a }: World, s: State, hidden: Hidden, { need, closeness, mindful, controls }: Pull): Gifts {
  const alliance = hidden.bond === 'alliance';
  const base = alliance ? a.allianceBase : a.expedienceBase;
  const forNeed = share(need, alliance ? a.allianceNeed : a.expedienceNeed);
  const restraint = mindful ? share(a.westRestrains * hidden.west + share(s.thaw, a.thawRestrains), alliance ? a.allyMindsWest : 1000) : 0;
  const ease = 1000 - a.closenessEases + share(closeness, a.closenessEases);
  const willing = share(share(base + forNeed, clamp(1000 - restraint, 0, 1000)), ease);
  const given = share(share(a.fullTransfer, willing), 1000 - share(controls, a.controlsHold));
  return [share(given, a.helpSpace), share(given, a.helpIcbm), share(given, a.helpSubmarine), share(given, a.helpSlbm)];
}

function sharedNow(world: World, s: State, hidden: Hidden): Gifts {
  return shared(world, s, hidden, { need: s.need, closeness: s.closeness, mindful: true, controls: s.controls });
}

function withSpill([space, icbm, submarine, slbm]: Gifts, world: World): Gifts {
  return [space, icbm + share(space, world.a.spaceSpill), submarine, slbm];
}

/** One quarter of technology from Russia, under the truth and, for the observer, under each hypothesis. */
export function transferTechnology(q: Quarter): void {
  const { state, world } = q;
  const { observer } = state;
  if (observer !== null) {
    const gifts = observer.gifts.map((gifts, i) => addGifts(gifts, withSpill(sharedNow(world, state, HYPOTHESES[i] as Hidden), world)));
    state.observer = { ...observer, gifts };
  }
  const given = sharedNow(world, state, state.hidden);
  if (q.events !== null) tellSharing(q);
  state.giftSpace = Math.min(1000, state.giftSpace + given[0]);
  state.giftIcbm = Math.min(1000, state.giftIcbm + given[1]);
  state.giftSubmarine = Math.min(1000, state.giftSubmarine + given[2]);
  state.giftSlbm = Math.min(1000, state.giftSlbm + given[3]);
  spill(q, given[0]);
  const { extraHelp } = world.interventions;
  if (extraHelp !== undefined) {
    state.giftSpace = moved(q, 'giftSpace', state.giftSpace, extraHelp.space ?? 0, 'technicians-advise');
    state.giftIcbm = moved(q, 'giftIcbm', state.giftIcbm, extraHelp.icbm ?? 0, 'technicians-advise');
    state.giftSubmarine = moved(q, 'giftSubmarine', state.giftSubmarine, extraHelp.submarine ?? 0, 'technicians-advise');
    state.giftSlbm = moved(q, 'giftSlbm', state.giftSlbm, extraHelp.slbm ?? 0, 'technicians-advise');
    spill(q, extraHelp.space ?? 0);
  }
}

const GIFTS = ['giftSpace', 'giftIcbm', 'giftSubmarine', 'giftSlbm'] as const;

/** Tells one by one what the bond gives, what need and closeness add, and what the West and export controls hold back. */
function tellSharing(q: Quarter): void {
  const { state, world } = q;
  const { hidden, need, closeness, controls } = state;
  const steps: readonly (Pull & { rule: EngineRule })[] = [
    { need: 0, closeness: 0, mindful: false, controls: 0, rule: hidden.bond === 'alliance' ? 'alliance-gives-freely' : 'expedience-holds-back' },
    { need, closeness: 0, mindful: false, controls: 0, rule: 'war-needs-loosen-technology' },
    { need, closeness, mindful: false, controls: 0, rule: 'closeness-loosens-technology' },
    { need, closeness, mindful: true, controls: 0, rule: 'west-holds-back' },
    { need, closeness, mindful: true, controls, rule: 'controls-hold-back' },
  ];
  let told: Gifts = [0, 0, 0, 0];
  for (const { rule, ...pull } of steps) {
    const now = shared(world, state, hidden, pull);
    for (const [i, what] of GIFTS.entries()) tell(q, what, Math.min(1000, state[what] + (told[i] as number)), Math.min(1000, state[what] + (now[i] as number)), rule);
    told = now;
  }
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
