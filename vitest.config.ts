// Three kinds of tests: those of the code, the heavy verification of the model, and those of the built product in a real browser.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'code', testTimeout: 60_000, hookTimeout: 60_000, include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**', 'tests/verify/verify.test.ts'] } },
      { test: { name: 'verify', include: ['tests/verify/verify.test.ts'], testTimeout: 600_000 } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/build.ts',
          fileParallelism: false,
          // How long a slow machine takes is no fault: what waits here fails on what never comes.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
