// The engine's causal graph: what moves what, in which direction, by which rule. Edges of cards and moves are read from content.

import type { EngineRule } from './ledger.ts';
import { type Quantity, TECH, type Tech, TRACKS } from './types.ts';

export type Node = Quantity | 'war' | 'bond' | 'west' | 'crises' | 'time';

export interface Edge {
  rule: EngineRule;
  from: Node;
  to: Quantity | 'crises';
  /** +1: more of the one makes more of the other. −1: more makes less. For the war, more means more fighting; for the bond, an alliance. */
  sign: 1 | -1;
}

const capital = <Name extends string>(name: Name) => (name[0] as string).toUpperCase() + name.slice(1);
const GIFTS = TECH.map((tech) => `gift${capital(tech)}` as `gift${Capitalize<Tech>}`);
const OWN = TECH.map((tech) => `own${capital(tech)}` as `own${Capitalize<Tech>}`);
const FOOTING = ['footingSeoul', 'footingTokyo'] as const;
const PRESSURE = ['pressureRussia', 'pressureNorthKorea'] as const;

function edges(rule: EngineRule, from: readonly Node[], sign: Edge['sign'], to: readonly Edge['to'][]): Edge[] {
  return from.flatMap((cause) => to.map((effect): Edge => ({ rule, from: cause, to: effect, sign })));
}

/** What wears off by itself. */
function fades(rule: EngineRule, what: readonly Quantity[]): Edge[] {
  return what.flatMap((level) => edges(rule, [level], -1, [level]));
}

export const CAUSAL_GRAPH: readonly Edge[] = [
  ...edges('war-feeds-need', ['war'], 1, ['need']),
  ...edges('peace-lowers-need', ['war'], 1, ['need']),
  ...edges('need-ships-munitions', ['need', 'closeness'], 1, ['munitions']),
  ...edges('closeness-loosens-technology', ['closeness'], 1, GIFTS),
  ...edges('shells-are-seized', ['interdiction'], -1, ['munitions']),
  ...edges('trade-draws-closer', ['munitions'], 1, ['closeness']),
  ...edges('isolation-draws-closer', PRESSURE, 1, ['closeness']),
  ...fades('ties-cool-without-trade', ['closeness']),
  ...edges('peace-cools-ties', ['war'], 1, ['closeness']),
  ...edges('alliance-gives-freely', ['bond'], 1, GIFTS),
  ...edges('expedience-holds-back', ['bond'], 1, GIFTS),
  ...edges('west-holds-back', ['west', 'thaw'], -1, GIFTS),
  ...edges('controls-hold-back', ['controls'], -1, GIFTS),
  ...edges('war-needs-loosen-technology', ['need'], 1, GIFTS),
  ...edges('space-help-spills-into-icbm', ['giftSpace'], 1, ['giftIcbm']),
  ...edges('home-grown-progress', ['time'], 1, OWN),
  ...edges('shells-pay-for-progress', ['munitions'], 1, OWN),
  ...edges('sanctions-slow-procurement', ['pressureNorthKorea'], -1, OWN),
  ...edges('police-slow-procurement', ['policing'], -1, OWN),
  ...edges('technology-raises-threat', GIFTS, 1, ['threat']),
  ...edges('progress-raises-threat', OWN, 1, ['threat']),
  ...edges('shield-blunts-missiles', ['shield'], -1, ['threat']),
  ...edges('tension-raises-threat', ['tension'], 1, ['threat']),
  ...edges('russian-threat-adds', ['russianThreat'], 1, ['threat']),
  ...edges('war-raises-russian-threat', ['war'], 1, ['russianThreat']),
  ...edges('peace-lowers-russian-threat', ['war'], 1, ['russianThreat']),
  ...edges('thaw-calms-russian-threat', ['thaw'], -1, ['russianThreat']),
  ...fades('tension-fades', ['tension']),
  ...edges('hardening', ['exercises', 'shield'], 1, ['tension', 'closeness']),
  ...fades('evasion-erodes-sanctions', PRESSURE),
  ...fades('controls-leak', ['controls']),
  ...fades('interdiction-lapses', ['interdiction']),
  ...edges('closeness-unsettles-beijing', ['closeness'], 1, ['unease']),
  ...edges('closeness-costs-sway', ['closeness'], -1, ['sway']),
  ...fades('friction-fades', ['friction']),
  ...fades('policing-lapses', ['policing']),
  ...edges('beijing-weighs-request', ['unease'], 1, ['policing']),
  ...edges('beijing-weighs-request', ['friction'], -1, ['policing']),
  ...edges('moscow-weighs-offer', ['bond'], -1, ['thaw']),
  ...edges('moscow-weighs-offer', ['west'], 1, ['thaw']),
  ...edges('thaw-freezes-in-war', ['war'], -1, ['thaw']),
  ...fades('tracks-need-upkeep', TRACKS),
  ...edges('tracks-need-upkeep', ['durability'], 1, TRACKS),
  ...fades('footing-drifts-home', FOOTING),
  ...edges('footing-drifts-home', ['durability'], 1, FOOTING),
  ...edges('tracks-deter', [...TRACKS, ...FOOTING], 1, ['deterrence']),
  ...edges('threat-outruns-deterrence', ['threat'], 1, ['crises']),
  ...edges('threat-outruns-deterrence', ['deterrence'], -1, ['crises']),
  ...edges('crisis-costs', ['crises'], 1, ['tension']),
  ...edges('crisis-costs', ['crises'], -1, [...FOOTING, 'capital']),
  ...edges('capital-returns', ['time'], 1, ['capital']),
];
