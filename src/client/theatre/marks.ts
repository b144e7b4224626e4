// A picture as what the map draws: each a share of its scale, 0 … 1, so that one picture can turn into the next.

import { type Tech, TRACKS, type Track, type WarPhase } from '../../rules/types.ts';
import type { Picture } from '../../telling/picture.ts';

export interface Marks {
  season: Picture['season'];
  war: WarPhase;
  stance: Picture['stance'];
  munitions: number;
  need: number;
  closeness: number;
  /** Russia's share of the threat. */
  russianThreat: number;
  threat: number;
  tension: number;
  thaw: number;
  pressureRussia: number;
  pressureNorthKorea: number;
  controls: number;
  interdiction: number;
  unease: number;
  sway: number;
  friction: number;
  policing: number;
  shield: number;
  deterrence: number;
  durability: number;
  footingSeoul: number;
  footingTokyo: number;
  tracks: Readonly<Record<Track, number>>;
  estimates: Readonly<Record<Tech, number>>;
  /** Whether a launch or test on the track has succeeded. */
  proven: Readonly<Record<Tech, boolean>>;
}

/** Shown as a full line: the most that is likely in a quarter. Containers. */
const FULL_SHIPMENT = 1600;
/** Russia's share of the threat shown as a full line: beyond it all of it would be Russian. Tenths. */
const FULL_SHARE = 350;

export function marksOf({ season, war, stance, levels, threat, estimates, successes }: Picture): Marks {
  return {
    season,
    war,
    stance,
    munitions: share(levels.munitions, FULL_SHIPMENT),
    need: share(levels.need),
    closeness: share(levels.closeness),
    russianThreat: share(levels.russianThreat, FULL_SHARE),
    threat: share(threat),
    tension: share(levels.tension),
    thaw: share(levels.thaw),
    pressureRussia: share(levels.pressureRussia),
    pressureNorthKorea: share(levels.pressureNorthKorea),
    controls: share(levels.controls),
    interdiction: share(levels.interdiction),
    unease: share(levels.unease),
    sway: share(levels.sway),
    friction: share(levels.friction),
    policing: share(levels.policing),
    shield: share(levels.shield),
    deterrence: share(levels.deterrence),
    durability: share(levels.durability),
    footingSeoul: share(levels.footingSeoul),
    footingTokyo: share(levels.footingTokyo),
    tracks: Object.fromEntries(TRACKS.map((track) => [track, share(levels[track])])) as Record<Track, number>,
    estimates: { space: share(estimates.space), icbm: share(estimates.icbm), submarine: share(estimates.submarine), slbm: share(estimates.slbm) },
    proven: { space: successes.space > 0, icbm: successes.icbm > 0, submarine: successes.submarine > 0, slbm: successes.slbm > 0 },
  };
}

function share(level: number, full = 1000): number {
  return Math.max(0, Math.min(1, level / full));
}
