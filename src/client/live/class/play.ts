// The campaign of a class as pages read it: whole on the teacher's devices, without what is hidden at a seat.

import { useMemo } from 'preact/hooks';
import type { Content } from '../../../content/crossref.ts';
import { type CampaignLog, openLog } from '../../../rules/campaign.ts';
import { prepare } from '../../../rules/prepare.ts';
import type { Level, World } from '../../../rules/types.ts';
import type { SeatTurn } from '../../../session/types.ts';
import { type Outcome, type Playthrough, replayLog } from '../../../telling/playthrough.ts';
import { useShelves } from '../../shelves.ts';

const worlds = new Map<Level, World>();

function worldOf({ library }: Content, level: Level): World {
  const known = worlds.get(level) ?? prepare(level, library);
  worlds.set(level, known);
  return known;
}

/** Of the teacher's devices. */
export function useCampaign(log: CampaignLog): Outcome {
  const { content } = useShelves();
  const level = content.levels.get(log.header.level);
  // The same choices come anew with each view.
  return useMemo((): Outcome => {
    if (level === undefined) return { ok: false, trouble: { reason: 'unknown-level', name: log.header.level } };
    return replayLog(content, level, log);
  }, [content, level, log.header.seed, log.header.content, log.header.rules, JSON.stringify(log.choices)]);
}

/** Of a seat: this turn's desk and nothing before it. @returns null where this page does not know the level */
export function useSeatPlay({ level: name, state }: SeatTurn): Playthrough | null {
  const { content } = useShelves();
  const level = content.levels.get(name);
  return useMemo(() => {
    if (level === undefined) return null;
    const world = worldOf(content, level);
    return { world, log: openLog(world, 0), carried: null, state, openings: [state], turns: [] };
  }, [content, level, state]);
}
