// Writes levels/schema/<kind>.schema.json for editors; with --check, says which of them are stale and fails.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchemas } from '../content/jsonSchemas.ts';
import { readCommandLine, run } from './commandLine.ts';

const FOLDER = fileURLToPath(new URL('../../levels/schema/', import.meta.url));

await run(() => {
  const { options, help } = readCommandLine(process.argv.slice(2), { check: 'flag' });
  if (help) {
    console.log('npm run schemas -- [--check]\n\nWrites the JSON Schemas of content files into levels/schema; with --check, fails when one is stale.');
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  const wanted = new Map(Object.entries(jsonSchemas()).map(([kind, schema]) => [`${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]));
  const present = new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
  const stale = [...new Set([...wanted.keys(), ...present.keys()])].filter((name) => wanted.get(name) !== present.get(name));

  if (options.check) {
    for (const name of stale) console.error(`levels/schema/${name} is stale: run "npm run schemas"`);
    process.exitCode = stale.length === 0 ? 0 : 1;
  } else {
    for (const name of stale) {
      const text = wanted.get(name);
      if (text === undefined) rmSync(join(FOLDER, name));
      else writeFileSync(join(FOLDER, name), text);
    }
    console.log(`levels/schema: ${wanted.size} schemas, ${stale.length} changed`);
  }
});
