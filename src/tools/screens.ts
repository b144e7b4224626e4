// `npm run screens`: photographs the built product, each screen at the three sizes it is designed for.

import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSite, MissingBuild } from '../server/site.ts';
import { readCommandLine, readContent, run, WrongUse } from './commandLine.ts';
import { openBrowser } from './look/browser.ts';
import { photograph, SHOTS, SIZES } from './look/shots.ts';
import { showcaseOf } from './look/showcase.ts';

const BUILT = fileURLToPath(new URL('../../dist/client', import.meta.url));
const PICTURES = fileURLToPath(new URL('../../docs/screens', import.meta.url));
/** Bytes of one picture. */
const MOST = 250_000;
const USAGE = `npm run screens -- [FOLDER] [--only SCREEN]

Builds the client and writes pictures of it to FOLDER (docs/screens), each at ${SIZES.map(({ width, height }) => `${width}×${height}`).join(', ')}:
${SHOTS.map(({ name, says }) => `  ${name.padEnd(9)}${says}`).join('\n')}`;

await run(async () => {
  const { options, rest, help } = readCommandLine(process.argv.slice(2), { only: 'text' }, 1);
  if (help) return console.log(USAGE);
  const shots = SHOTS.filter(({ name }) => options.only === undefined || name === options.only);
  if (shots.length === 0) throw new WrongUse(`There is no screen "${options.only}"; there are ${SHOTS.map(({ name }) => name).join(', ')}.`);
  const folder = rest[0] ?? PICTURES;
  const showcase = showcaseOf(readContent().content);
  const site = await openSite();
  const browser = await openBrowser();
  mkdirSync(folder, { recursive: true });
  try {
    await site.listen({ port: 0, host: '127.0.0.1' });
    const address = `http://localhost:${(site.server.address() as AddressInfo).port}/`;
    for (const { name, bring } of shots) {
      for (const { width, height, density } of SIZES) {
        const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: density });
        const page = await context.newPage();
        await bring(page, address, showcase);
        const picture = await photograph(page, MOST);
        await context.close();
        const file = join(folder, `${name}-${width}x${height}.webp`);
        writeFileSync(file, picture);
        console.log(`${file}  ${Math.round(picture.length / 1000)} kB`);
      }
    }
  } finally {
    await Promise.all([browser.close(), site.close()]);
  }
});

async function openSite(): ReturnType<typeof createSite> {
  try {
    return await createSite(BUILT);
  } catch (error) {
    if (error instanceof MissingBuild) throw new WrongUse(`There is no ${error.path}: run npm run build first.`);
    throw error;
  }
}
