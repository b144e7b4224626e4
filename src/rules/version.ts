// Written by `npm run stamp`; a test fails when it is stale. Saves and codes of other rules are not replayed.

export const RULES_HASH = '0249808645d32fc6';
