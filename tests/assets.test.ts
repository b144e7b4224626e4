// Every file under assets has a line in the manifest, and every line a file and a script that are there.

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import manifest from '../assets/manifest.json' with { type: 'json' };
import english from '../levels/text/en/interface.json' with { type: 'json' };

const FOLDER = fileURLToPath(new URL('../assets/', import.meta.url));

test('every asset has its source, licence and script', () => {
  const onDisk = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(FOLDER.length).replace(/^\//, ''));
  const named = manifest.assets.flatMap(({ files }) => files);
  expect([...named, 'manifest.json'].sort()).toEqual(onDisk.sort());
  for (const { id, source, licence, script } of manifest.assets) {
    expect(source !== '' && licence !== '').toBe(true);
    if (script !== null) expect(existsSync(`${FOLDER}${script}`), script).toBe(true);
    expect(english.about.asset).toHaveProperty(id);
  }
});
