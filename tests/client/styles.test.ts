// Style sheets of pages fetched later stay loaded: a class styled by its bare name in two of them would change with where the reader has been.

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const CLIENT = fileURLToPath(new URL('../../src/client/', import.meta.url));
const files = globSync('**/*.css', { cwd: CLIENT }).filter((file) => !/^(?:gallery|inspector)/.test(file));

/** Classes that a sheet styles wherever they stand. */
function bareClasses(css: string): Set<string> {
  const selectors = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('}')
    .flatMap((rule) => (rule.split('{').at(-2) ?? '').split(','));
  return new Set(selectors.map((selector) => selector.trim()).filter((selector) => /^\.[a-z-]+$/.test(selector)));
}

test('no class is styled by its bare name in two sheets, but for what the common sheet gives to all', () => {
  const owners = new Map<string, string[]>();
  for (const file of files.filter((file) => file !== 'paper.css' && file !== 'debrief/print.css')) {
    for (const name of bareClasses(readFileSync(CLIENT + file, 'utf8'))) owners.set(name, [...(owners.get(name) ?? []), file]);
  }
  expect(files.length).toBeGreaterThan(6);
  expect(owners.size).toBeGreaterThan(50);
  expect([...owners].filter(([, named]) => named.length > 1)).toEqual([]);
});
