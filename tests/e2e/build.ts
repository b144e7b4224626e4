// Builds the client once, before all end-to-end tests: the very product, though a test asks for it.

import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

export default async function setup(): Promise<void> {
  await buildClient();
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
