// What tells one campaign from another, whatever the rules it is played under.

import type { CampaignHeader } from '../rules/campaign.ts';
import { hashValue } from '../rules/hash.ts';

/** The same for all runs that share level, seed, assumptions and rival. */
export function campaignKey({ level, seed, assumptions, rival }: CampaignHeader): string {
  return hashValue({ level, seed, assumptions, rival });
}
