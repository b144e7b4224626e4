// Builds the client once, before all end-to-end tests: the very product, though a test asks for it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for what several files of tests need and the first to ask makes. */
    shared: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const shared = mkdtempSync(join(tmpdir(), 'counterweight-e2e-'));
  project.provide('shared', shared);
  await buildClient();
  return () => rmSync(shared, { recursive: true, force: true });
}

export async function buildClient(config: InlineConfig = {}): Promise<void> {
  const kind = process.env.NODE_ENV;
  // Under the tests' own value Vite would build what is meant for development.
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)), logLevel: 'warn', ...config });
  } finally {
    process.env.NODE_ENV = kind;
  }
}
