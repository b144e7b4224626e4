// The screens that need the content, in one chunk.

export { About } from './screens/about.tsx';
export { Campaign, SavedCampaign } from './screens/campaign.tsx';
export { ReplayScreen } from './screens/replay.tsx';
