// One quarter of the world, in its fixed order.

import { actorsMove } from './actors.ts';
import { landPending, play } from './cards.ts';
import { dealDesk } from './desk.ts';
import { ending } from './endings.ts';
import { perMille, STREAM } from './hash.ts';
import type { EngineRule } from './ledger.ts';
import { witness } from './observer.ts';
import { because, changeCapital, clamp, moved, type Quarter, share, tell } from './quarter.ts';
import { giftsOf, progressAtHome, type ThreatParts, threatOf, threatParts, transferTechnology } from './technology.ts';
import type { Card, Gifts } from './types.ts';
import { beijingWatches, closenessMoves, deterrenceOf, returnCapital, timeWears, trade, warTakesItsCourse } from './world.ts';

/** Plays the chosen cards, lets the world answer, and deals the next desk or ends the campaign. */
export function resolve(q: Quarter, cards: readonly Card[]): void {
  const { state, world } = q;
  const before = q.events === null ? null : threatParts(world, state, giftsOf(state));
  for (let slot = 0; slot < cards.length; slot++) play(q, cards[slot] as Card, slot);
  landPending(q);
  warTakesItsCourse(q);
  trade(q);
  actorsMove(q);
  closenessMoves(q);
  transferTechnology(q);
  progressAtHome(q);
  beijingWatches(q);
  timeWears(q);
  crisis(q);
  weighThreat(q, before);
  const deterrence = deterrenceOf(world, state);
  tell(q, 'deterrence', state.deterrence, deterrence, 'tracks-deter');
  state.deterrence = deterrence;
  returnCapital(q);
  q.events?.push({ type: 'quarterEnded', turn: state.turn });
  state.turn++;
  state.answered = false;
  if (state.turn < world.level.turns) {
    dealDesk(q);
  } else {
    state.phase = 'over';
    state.desk = null;
    q.events?.push({ type: 'campaignEnded', turn: state.turn, ending: ending(world, state) });
  }
}

/** When the threat outruns deterrence a crisis may break: a draw whose chance grows with the gap. */
function crisis(q: Quarter): void {
  const { state, world } = q;
  const deterrence = deterrenceOf(world, state);
  const chanceUnder = (gifts: Gifts) => {
    const gap = threatOf(threatParts(world, state, gifts)) - deterrence - world.a.crisisMargin;
    return clamp(share(gap, world.a.crisisSlope), 0, world.a.crisisMost);
  };
  const broke = perMille(state.seed, STREAM.crisis, state.turn, 0) < chanceUnder(giftsOf(state));
  witness(q, (_, gifts) => (broke ? chanceUnder(gifts) : 1000 - chanceUnder(gifts)));
  if (!broke) return;
  state.crises++;
  q.events?.push({ type: 'crisisBroke', turn: state.turn, because: because(world, 'threat-outruns-deterrence') });
  state.tension = moved(q, 'tension', state.tension, world.a.crisisCost * 3, 'crisis-costs');
  state.footingSeoul = moved(q, 'footingSeoul', state.footingSeoul, -world.a.crisisCost, 'crisis-costs');
  state.footingTokyo = moved(q, 'footingTokyo', state.footingTokyo, -world.a.crisisCost, 'crisis-costs');
  changeCapital(q, -1, 'crisis-costs');
}

const THREAT_RULES: readonly { part: keyof ThreatParts; sign: 1 | -1; rule: EngineRule }[] = [
  { part: 'given', sign: 1, rule: 'technology-raises-threat' },
  { part: 'own', sign: 1, rule: 'progress-raises-threat' },
  { part: 'tension', sign: 1, rule: 'tension-raises-threat' },
  { part: 'russian', sign: 1, rule: 'russian-threat-adds' },
  { part: 'blunted', sign: -1, rule: 'shield-blunts-missiles' },
];

/** Sets the threat anew and tells its change part by part. */
function weighThreat(q: Quarter, before: ThreatParts | null): void {
  const { state, world } = q;
  const after = threatParts(world, state, giftsOf(state));
  if (before !== null) {
    let from = state.threat;
    for (const { part, sign, rule } of THREAT_RULES) {
      const to = from + sign * (after[part] - before[part]);
      tell(q, 'threat', from, to, rule);
      from = to;
    }
  }
  state.threat = threatOf(after);
}
