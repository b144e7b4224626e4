// Written by `npm run stamp`; a test fails when it is stale. Saves and codes of other rules are not replayed.

export const RULES_HASH = '38ba77114898b43b';
