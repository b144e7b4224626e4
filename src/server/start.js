// Plain JavaScript that any Node can read: checks the version first and says so in words, then starts the server.

import { readFileSync } from 'node:fs';

const LEAST = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) {
  await import('./main.ts');
} else {
  const words = JSON.parse(readFileSync(new URL('../../levels/text/en/interface.json', import.meta.url), 'utf8'));
  console.error(words.server.oldNode.replace('{{least}}', LEAST.join('.')).replace('{{found}}', process.versions.node));
  process.exitCode = 1;
}
