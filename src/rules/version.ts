// Written by `npm run stamp`; a test fails when it is stale. Saves and codes of other rules are not replayed.

export const RULES_HASH = '9e2b136ae8eaba55';
