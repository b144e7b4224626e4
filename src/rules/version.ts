// Written by `npm run stamp`; a test fails when it is stale. Saves and codes of other rules are not replayed.

export const RULES_HASH = '5fdf8c5d58d71736';
