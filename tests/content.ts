// The shipped content, read and checked once for every test file that plays on it.

import { fileURLToPath } from 'node:url';
import type { Content } from '../src/content/crossref.ts';
import { prepare, type Setting } from '../src/rules/prepare.ts';
import type { Level, World } from '../src/rules/types.ts';
import { loadContent } from '../src/server/library.ts';

export const content: Content = readContent();
export const LEVELS: readonly Level[] = [...content.levels.values()];
export const LEVEL_IDS: readonly string[] = LEVELS.map(({ id }) => id);

function readContent(): Content {
  const assembled = loadContent(fileURLToPath(new URL('../levels', import.meta.url)));
  if (!assembled.ok) throw new Error(assembled.problems.map(({ message }) => message).join('\n'));
  return assembled.content;
}

/** @throws when no such level is shipped */
export function levelNamed(id: string): Level {
  const level = LEVELS.find((level) => level.id === id);
  if (level === undefined) throw new Error(`There is no level "${id}"`);
  return level;
}

const worlds = new Map<string, World>();

/** The same world for the same setting: to prepare one takes as long as several campaigns. */
export function worldNamed(id: string, setting: Setting = {}): World {
  const key = JSON.stringify([id, setting]);
  const world = worlds.get(key) ?? prepare(levelNamed(id), content.library, setting);
  worlds.set(key, world);
  return world;
}
