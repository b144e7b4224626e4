// Holds the right to write a campaign while one of its pages is open.

import { useEffect, useRef } from 'preact/hooks';
import { campaignKey } from '../../telling/campaignKey.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { attend } from './door.ts';

export function useAttendance(play: Playthrough): void {
  const latest = useRef(play);
  latest.current = play;
  const campaign = campaignKey(play.log.header);
  // The next turn of a campaign is the same campaign.
  useEffect(() => attend(latest.current), [campaign]);
}
