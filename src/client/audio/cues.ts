// Which sound answers what: names of all sounds, and pure choices among them. It plays nothing.

import type { Card, Event, Lever, MoveId } from '../../rules/types.ts';
import type { Picture } from '../../telling/picture.ts';
import type { Beat } from '../../telling/staging.ts';

/** At the desk, answered at once; pages call them by name. */
export const GESTURES = [
  'sheet-opened',
  'sheet-closed',
  'card-lifted',
  'card-laid',
  'card-taken',
  'pencil',
  'signed',
  'committed',
  'sealed',
  'turned',
  'drawer',
  'report',
  'refused',
  'level-opens',
  'quarter-passes',
  'ending-good',
  'ending-uneasy',
  'ending-bad',
] as const;

/** Out in the world. */
export const DEEDS = [
  'ledger-struck',
  'teletype',
  'presses',
  'wire-pulse',
  'radio-tick',
  'radar',
  'engines',
  'barrier',
  'door-opens',
  'door-closes',
  'folder-shut',
  'train',
  'ship-horn',
  'launch',
  'submarine',
  'orbit',
  'splashdown',
  'attempt-won',
  'attempt-refused',
  'called-off',
  'effect-lands',
  'war-heats',
  'war-cools',
  'crisis',
] as const;

export const MOTIFS = { sanctions: 'motif-sanctions', trilateral: 'motif-trilateral', china: 'motif-china' } as const satisfies Record<Lever, string>;

/** Rounds that lie under the play. */
export const LAYERS = ['room', 'unease', 'pressure'] as const;

export type Layer = (typeof LAYERS)[number];
export type CueId = (typeof GESTURES)[number] | (typeof DEEDS)[number] | (typeof MOTIFS)[Lever];

export const CUES: readonly CueId[] = [...GESTURES, ...DEEDS, ...Object.values(MOTIFS)];

/** Each card is told from the others of its lever by what is heard with the lever's motif. */
const OF_CARDS: Readonly<Record<string, CueId>> = {
  'arms-networks': 'ledger-struck',
  'third-country-banks': 'drawer',
  'sea-interdiction': 'ship-horn',
  'export-controls': 'barrier',
  'un-route': 'radio-tick',
  'way-out': 'door-opens',
  'standing-offer': 'sealed',
  hotlines: 'wire-pulse',
  'data-link': 'teletype',
  'intelligence-cell': 'report',
  'missile-defence': 'radar',
  'joint-exercises': 'engines',
  'lasting-institutions': 'signed',
  'leaders-visit': 'turned',
  'theatre-shield': 'sealed',
  'quiet-channel': 'door-opens',
  'shared-evidence': 'sheet-opened',
  'border-policing': 'barrier',
  'joint-statement': 'signed',
  'public-pressure': 'presses',
};
const OF_LEVERS: Readonly<Record<Lever, CueId>> = { sanctions: 'ledger-struck', trilateral: 'wire-pulse', china: 'door-opens' };

const OF_MOVES: Readonly<Record<string, CueId>> = {
  'moscow-envoy': 'door-opens',
  'moscow-technicians': 'engines',
  'moscow-cover': 'folder-shut',
  'moscow-caution': 'door-closes',
  'moscow-opening': 'door-opens',
  'moscow-pays-oil': 'ship-horn',
  'treaty-signed': 'signed',
  'pyongyang-satellite': 'launch',
  'pyongyang-icbm': 'launch',
  'pyongyang-slbm': 'launch',
  'pyongyang-submarine': 'submarine',
  'pyongyang-shells': 'train',
  'pyongyang-border': 'radio-tick',
  'pyongyang-feeler': 'wire-pulse',
  'beijing-checks': 'barrier',
  'beijing-summit': 'door-opens',
  'beijing-protest': 'door-closes',
  'beijing-patrol': 'engines',
  'beijing-looks-away': 'door-closes',
  'seoul-deepens': 'wire-pulse',
  'seoul-hedges': 'folder-shut',
  'seoul-argues': 'presses',
  'tokyo-deepens': 'wire-pulse',
  'tokyo-hedges': 'folder-shut',
  'tokyo-argues': 'presses',
  'world-container-count': 'train',
  'world-freighter': 'ship-horn',
  'world-bad-shells': 'train',
  'world-watchdog': 'folder-shut',
  'world-cyber-theft': 'teletype',
  'world-three-leaders': 'signed',
  'world-floods': 'presses',
  'shock-seoul-votes': 'presses',
  'shock-tokyo-votes': 'presses',
  'shock-peace-talk': 'war-cools',
  'shock-launch': 'launch',
};

/** What is heard when a card is played. Cards of strangers' levels sound like their lever. */
export function cueOfCard({ id, lever }: Pick<Card, 'id' | 'lever'>): CueId {
  return OF_CARDS[id] ?? OF_LEVERS[lever];
}

/** Moves of strangers' levels come over the wire. */
export function cueOfMove(id: MoveId): CueId {
  return OF_MOVES[id] ?? 'teletype';
}

/** What is heard with a beat, together; never nothing. */
export function cuesOfBeat({ event, lever }: Pick<Beat, 'event' | 'lever'>): readonly CueId[] {
  switch (event.type) {
    case 'cardPlayed':
      return lever === null ? ['committed'] : [cueOfCard({ id: event.card, lever }), MOTIFS[lever]];
    case 'attempted':
      return [event.succeeded ? 'attempt-won' : 'attempt-refused'];
    case 'effectAhead':
      return ['pencil'];
    case 'effectLanded':
      return ['effect-lands'];
    case 'moved':
      return [cueOfMove(event.move)];
    case 'calledOff':
      return ['called-off'];
    case 'tested':
      return [cueOfTest(event)];
    case 'cardsClosed':
      return ['folder-shut'];
    case 'warChanged':
      return [event.to === 'fighting' ? 'war-heats' : 'war-cools'];
    case 'crisisBroke':
      return ['crisis'];
  }
}

function cueOfTest({ tech, succeeded }: Extract<Event, { type: 'tested' }>): CueId {
  if (tech === 'submarine') return succeeded ? 'submarine' : 'called-off';
  return succeeded ? 'orbit' : 'splashdown';
}

const GOOD: ReadonlySet<string> = new Set(['counterweight-holds', 'an-opening', 'beijing-brakes']);
const BAD: ReadonlySet<string> = new Set(['crisis-quarter', 'axis-hardens']);

/** An ending of a stranger's level is neither good nor bad. */
export function cueOfEnding(ending: string): 'ending-good' | 'ending-uneasy' | 'ending-bad' {
  return GOOD.has(ending) ? 'ending-good' : BAD.has(ending) ? 'ending-bad' : 'ending-uneasy';
}

/**
 * How tight the room is, 0 … 1000: the threat left uncountered weighs double, then tension, then crises, of which the third adds nothing.
 * Open campaigns begin near 280; held ones that end in a crisis reach 900.
 */
export function riskOf({ threat, levels, crises }: Pick<Picture, 'threat' | 'levels' | 'crises'>): number {
  const risk = 2 * (threat - levels.deterrence) + levels.tension + 100 * Math.min(2, crises);
  return Math.max(0, Math.min(1000, risk));
}

/** How loud each layer is, 0 … 1. @param risk 0 … 1000; null where no world is shown */
export function layersAt(risk: number | null): Record<Layer, number> {
  if (risk === null) return { room: 0.6, unease: 0, pressure: 0 };
  const between = (low: number, high: number) => Math.max(0, Math.min(1, (risk - low) / (high - low)));
  return { room: 1 - 0.4 * between(300, 1000), unease: between(240, 700), pressure: between(560, 950) };
}
