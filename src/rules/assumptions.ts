// The model's judgements in numbers, by name, with the bounds inside which a level, a rival model or a player may move each.
// What only sets a scale (the steps of an estimate, the width of a slot) stands where it is used.
// Words for each are in levels/text. Units: ‰ = per mille, t = tenths of a point.

interface Assumption {
  default: number;
  min: number;
  max: number;
  unit: '‰' | 't' | 'containers' | 'points';
}

const perMille = (byDefault: number, min: number, max: number): Assumption => ({ default: byDefault, min, max, unit: '‰' });
const tenths = (byDefault: number, min: number, max: number): Assumption => ({ default: byDefault, min, max, unit: 't' });

export const ASSUMPTIONS = {
  // The war: chance a quarter of moving on.
  fightingToStalemate: perMille(140, 0, 400),
  fightingToTalks: perMille(70, 0, 300),
  stalemateToFighting: perMille(180, 0, 400),
  stalemateToTalks: perMille(170, 0, 400),
  talksToEnded: perMille(340, 0, 700),
  talksToFighting: perMille(260, 0, 600),

  // Russia's need of munitions, and the trade.
  needFighting: tenths(840, 500, 1000),
  needStalemate: tenths(640, 300, 900),
  needTalks: tenths(500, 200, 800),
  needEnded: tenths(60, 0, 400),
  needPace: perMille(450, 100, 700),
  fullShipment: { default: 2200, min: 800, max: 4000, unit: 'containers' },
  coolShipment: perMille(500, 200, 1000),
  seizure: perMille(450, 0, 900),

  // Closeness.
  tradeDraws: tenths(38, 0, 80),
  isolationDraws: tenths(12, 0, 60),
  cooling: perMille(50, 0, 150),
  peaceCooling: perMille(70, 0, 250),

  // Technology from Russia.
  fullTransfer: tenths(130, 40, 300),
  allianceBase: perMille(360, 100, 800),
  allianceNeed: perMille(400, 0, 600),
  expedienceBase: perMille(40, 0, 400),
  expedienceNeed: perMille(450, 0, 700),
  westRestrains: perMille(70, 0, 300),
  allyMindsWest: perMille(250, 0, 1000),
  thawRestrains: perMille(800, 0, 900),
  closenessEases: perMille(450, 0, 600),
  thawFading: perMille(80, 0, 300),
  controlsHold: perMille(300, 0, 900),
  helpSpace: perMille(350, 0, 700),
  helpIcbm: perMille(170, 0, 400),
  helpSubmarine: perMille(230, 0, 600),
  helpSlbm: perMille(280, 0, 600),
  spaceSpill: perMille(350, 0, 800),

  // Home-grown progress, and what slows it.
  ownSpace: tenths(23, 0, 40),
  ownIcbm: tenths(25, 0, 40),
  ownSubmarine: tenths(17, 0, 40),
  ownSlbm: tenths(17, 0, 40),
  shellsPay: tenths(8, 0, 30),
  sanctionsDrag: perMille(720, 0, 900),
  policingDrag: perMille(750, 0, 900),
  evasion: perMille(45, 0, 200),
  controlsLeak: perMille(90, 0, 400),
  interdictionLapse: perMille(135, 0, 500),

  // Threat.
  threatFromSpace: perMille(140, 0, 500),
  threatFromIcbm: perMille(330, 0, 700),
  threatFromSubmarine: perMille(190, 0, 500),
  threatFromSlbm: perMille(290, 0, 700),
  tensionWeight: perMille(250, 0, 800),
  tensionFading: perMille(220, 50, 500),
  russianThreatFighting: tenths(210, 0, 400),
  russianThreatEnded: tenths(85, 0, 300),
  russianThreatStalemate: perMille(850, 0, 1000),
  russianThreatTalks: perMille(600, 0, 1000),
  russianThreatPace: perMille(250, 50, 600),
  thawCalms: perMille(650, 0, 800),
  blunting: perMille(1000, 0, 1000),
  hardening: perMille(120, 0, 2500),
  hardeningBinds: perMille(250, 0, 1000),
  testBase: perMille(80, 0, 400),
  testSkill: perMille(750, 300, 900),
  goesAhead: perMille(800, 500, 1000),

  // Beijing.
  uneasePerCloseness: perMille(850, 0, 1200),
  swayPerCloseness: perMille(700, 0, 1000),
  uneasePace: perMille(300, 50, 700),
  beijingOpenness: perMille(20, 0, 300),
  uneaseOpensBeijing: perMille(850, 0, 1000),
  frictionClosesBeijing: perMille(550, 0, 1000),
  frictionFading: perMille(140, 20, 500),
  policingFading: perMille(60, 0, 400),

  // The partnership.
  trackWeight: tenths(160, 0, 300),
  diminishing: perMille(1000, 0, 1000),
  trackFading: perMille(25, 0, 100),
  footingHome: tenths(520, 200, 900),
  durabilityHolds: perMille(250, 0, 500),
  footingFloor: perMille(300, 0, 1000),
  footingPace: perMille(110, 0, 400),

  // Crises and capital.
  crisisMargin: tenths(60, 0, 400),
  crisisMost: perMille(400, 100, 900),
  crisisSlope: perMille(900, 0, 3000),
  crisisCost: tenths(45, 0, 150),
  capitalIncome: { default: 3, min: 1, max: 5, unit: 'points' },
  capitalLimit: { default: 9, min: 4, max: 12, unit: 'points' },
} as const satisfies Record<string, Assumption>;

export type AssumptionId = keyof typeof ASSUMPTIONS;
export type Assumptions = Readonly<Record<AssumptionId, number>>;
export const ASSUMPTION_IDS = Object.keys(ASSUMPTIONS) as AssumptionId[];

/** The defaults with each layer of changes laid over the one before it; later layers win. */
export function assume(...layers: Partial<Record<AssumptionId, number>>[]): Assumptions {
  const assumptions = Object.fromEntries(ASSUMPTION_IDS.map((id) => [id, ASSUMPTIONS[id].default])) as Record<AssumptionId, number>;
  for (const layer of layers) Object.assign(assumptions, layer);
  return assumptions;
}
