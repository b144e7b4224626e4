// Writes the hash of the rules' source into src/rules/version.ts, by which saves and replay codes know their rules; with --check, fails when it is stale.
// Comments and layout do not count: they change no campaign.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashText } from '../rules/hash.ts';
import { RULES_HASH } from '../rules/version.ts';
import { readCommandLine, run } from './commandLine.ts';

const FOLDER = fileURLToPath(new URL('../rules/', import.meta.url));
const VERSION = 'version.ts';
const COMMENT_LINE = /^(?:\/\/|\/\*\*|\*)/;

function hashOfRules(): string {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== VERSION);
  const code = names.sort().map((name) => {
    const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
    return `${name}\n${lines
      .map((line) => line.trim())
      .filter((line) => !COMMENT_LINE.test(line))
      .join('')}`;
  });
  return hashText(code.join('\n').replaceAll(/[ \t]/g, ''));
}

await run(() => {
  const { options, help } = readCommandLine(process.argv.slice(2), { check: 'flag' });
  const hash = hashOfRules();
  if (help) console.log('npm run stamp -- [--check]\n\nWrites the hash of the rules into src/rules/version.ts; with --check, fails when it is stale.');
  else if (!options.check) {
    const path = join(FOLDER, VERSION);
    writeFileSync(path, readFileSync(path, 'utf8').replace(RULES_HASH, hash));
    console.log(`src/rules/version.ts: ${hash}`);
  } else if (hash !== RULES_HASH) {
    console.error('src/rules/version.ts is stale, since the rules have changed: run "npm run stamp"');
    process.exitCode = 1;
  }
});
