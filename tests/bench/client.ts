// `npm run bench:client`: how soon the built product is usable and drawn, what it fetches, how much script a frame takes and whether it
// grows, beside a page that is Phaser and one rectangle. Both take turns in one run, so that what slows the machine slows them alike.

import { readCommandLine, readContent, run } from '../../src/tools/commandLine.ts';
import { openBrowser } from '../../src/tools/look/browser.ts';
import { showcaseOf } from '../../src/tools/look/showcase.ts';
import { ascending, quantile } from '../../src/tools/verify/measure.ts';
import { buildClient } from '../e2e/build.ts';
import { scriptPerFrame, traced } from './client/frames.ts';
import { begin, commit, goOn } from './client/playing.ts';
import { openBare, openProduct, type Site } from './client/sites.ts';
import { heapOf, longestBlockSince, MAP_DRAWN, markedAt, SLOWER, scriptBefore, settled, TITLE_USABLE, visit } from './client/visit.ts';

const USAGE = `npm run bench:client -- [--rounds N] [--turns N] [--json]

Builds the client and visits it with a processor ${SLOWER} times slower and a line of 1.6 Mbit/s and 150 ms, each visit with an empty cache:
  --rounds N   visits of each page (5); medians are told
  --turns N    turns played before the heap is measured again (100), at full speed
  --json       the same as JSON`;

/** Milliseconds of the busiest turn that are watched. */
const WATCHED = 9000;
/** Milliseconds after which a player in a hurry cuts short what the map plays. */
const CUT_SHORT = 200;
const NO_PREFERENCE = { reducedMotion: 'no-preference' } as const;

interface Figures {
  /** Milliseconds from the navigation on. */
  titleUsable: number | null;
  mapDrawn: number | null;
  /** Bytes, compressed. */
  scriptBeforeTitle: number | null;
  firstVisit: number;
  /** Milliseconds, 95th percentile over the frames of one watch. */
  scriptPerFrame: number | null;
  framesPerSecond: number;
  /** Milliseconds for which the debrief answers nobody while its dear part is worked out, at most. */
  debriefBlocked: number | null;
}

const { content } = readContent();
const busiest = showcaseOf(content);

await run(async () => {
  const { options, help } = readCommandLine(process.argv.slice(2), { rounds: { least: 1, most: 50 }, turns: { least: 1, most: 1000 }, json: 'flag' });
  if (help) return console.log(USAGE);
  await buildClient();
  const [product, bare, browser] = await Promise.all([openProduct(), openBare(), openBrowser()]);
  const measured: Record<'product' | 'bare', Figures[]> = { product: [], bare: [] };
  for (let round = 0; round < (options.rounds ?? 5); round++) {
    measured.product.push(await ofProduct(product));
    measured.bare.push(await ofBare(bare));
  }
  const heap = await heapOverTurns(product, options.turns ?? 100);
  await Promise.all([browser.close(), product.close(), bare.close()]);
  const figures = { product: medians(measured.product), bare: medians(measured.bare), heap };
  console.log(options.json ? JSON.stringify(figures) : table(figures));

  async function ofProduct({ address }: Site): Promise<Figures> {
    const cold = await visit(browser, { processor: true, line: true }, NO_PREFERENCE);
    const { page } = cold;
    await page.goto(address, { waitUntil: 'commit' });
    const titleUsable = await markedAt(page, TITLE_USABLE);
    const scriptBeforeTitle = titleUsable === null ? null : await scriptBefore(page, titleUsable);
    const mapDrawn = await markedAt(page, MAP_DRAWN);
    await begin(page);
    await settled(cold);
    const firstVisit = cold.bytes();
    await cold.close();
    const warm = await visit(browser, { processor: true, line: false }, NO_PREFERENCE);
    await warm.page.goto(`${address}#/play/${busiest.before}/desk`);
    await warm.page.locator('main.desk').first().waitFor();
    await settled(warm);
    const watched = await watch(warm.cdp, () => commit(warm.page, busiest.cards));
    await warm.close();
    return { titleUsable, mapDrawn, scriptBeforeTitle, firstVisit, ...watched, debriefBlocked: await debriefBlocked(address) };
  }

  async function debriefBlocked(address: string): Promise<number> {
    const { page, close } = await visit(browser, { processor: true, line: false }, NO_PREFERENCE);
    const longest = await longestBlockSince(page, '.reckoned[aria-busy=true]');
    await page.goto(`${address}#/play/${busiest.finished}/debrief`);
    await page.locator('.reckoned[aria-busy=false]').waitFor();
    const blocked = await longest();
    await close();
    return blocked;
  }

  async function ofBare({ address }: Site): Promise<Figures> {
    const cold = await visit(browser, { processor: true, line: true }, NO_PREFERENCE);
    await cold.page.goto(address, { waitUntil: 'commit' });
    const mapDrawn = await markedAt(cold.page, MAP_DRAWN);
    await settled(cold);
    const firstVisit = cold.bytes();
    const watched = await watch(cold.cdp, async () => {});
    await cold.close();
    return { titleUsable: null, mapDrawn, scriptBeforeTitle: null, firstVisit, ...watched, debriefBlocked: null };
  }

  async function watch(cdp: Parameters<typeof traced>[0], act: () => Promise<void>): Promise<Pick<Figures, 'scriptPerFrame' | 'framesPerSecond'>> {
    const events = await traced(cdp, async () => {
      await act();
      await new Promise((resolve) => setTimeout(resolve, WATCHED));
    });
    const frames = scriptPerFrame(events);
    return { scriptPerFrame: frames.length === 0 ? null : quantile(ascending(frames), 0.95), framesPerSecond: frames.length / (WATCHED / 1000) };
  }

  /** Both on the world of a campaign's first turn, so that nothing differs but what was played before. */
  async function heapOverTurns({ address }: Site, turns: number): Promise<{ afterOne: number; turns: number; after: number }> {
    const { page, cdp, close } = await visit(browser, { processor: false, line: false }, NO_PREFERENCE);
    await page.goto(address);
    await markedAt(page, MAP_DRAWN);
    let seed = 0;
    let played = 0;
    const open = async () => {
      seed++;
      await page.goto(`${address}#/play/${busiest.level}/${seed}`);
      await page.locator('main.desk').first().waitFor();
    };
    const hold = async (watched: number) => {
      await commit(page, []);
      await page.waitForTimeout(watched);
      played++;
    };
    const firstTurn = async () => {
      await open();
      await hold(WATCHED);
      return heapOf(cdp);
    };
    const afterOne = await firstTurn();
    while (played < turns) {
      if (!(await goOn(page))) await open();
      await hold(CUT_SHORT);
    }
    const after = await firstTurn();
    await close();
    return { afterOne, turns: played, after };
  }
});

function medians(rounds: readonly Figures[]): Figures {
  const median = (name: keyof Figures) => {
    const known = rounds.flatMap((figures) => figures[name] ?? []);
    return known.length === 0 ? null : quantile(ascending(known), 0.5);
  };
  return {
    titleUsable: median('titleUsable'),
    mapDrawn: median('mapDrawn'),
    scriptBeforeTitle: median('scriptBeforeTitle'),
    firstVisit: median('firstVisit') ?? 0,
    scriptPerFrame: median('scriptPerFrame'),
    framesPerSecond: median('framesPerSecond') ?? 0,
    debriefBlocked: median('debriefBlocked'),
  };
}

function table({ product, bare, heap }: { product: Figures; bare: Figures; heap: { afterOne: number; turns: number; after: number } }): string {
  const row = (name: string, own: number | null, other: number | null, unit: number, digits: number, aim: string) => {
    const shown = (value: number | null) => (value === null ? '–' : (value / unit).toFixed(digits)).padStart(15);
    const ratio = own === null || other === null || other === 0 ? '' : (own / other).toFixed(2);
    return `${name.padEnd(44)}${shown(own)}${shown(other)}${ratio.padStart(8)}${aim.padStart(8)}`;
  };
  return [
    `Medians, processor ${SLOWER} times slower, 1.6 Mbit/s, 150 ms; the busiest turn plays ${busiest.beats} beats.`,
    `${''.padEnd(44)}${'Counterweight'.padStart(15)}${'bare Phaser'.padStart(15)}${'ratio'.padStart(8)}${'aim'.padStart(8)}`,
    row('title usable, s', product.titleUsable, bare.titleUsable, 1000, 2, '1.2'),
    row('first map frame, s', product.mapDrawn, bare.mapDrawn, 1000, 2, '2.5'),
    row('script before the title is usable, kB', product.scriptBeforeTitle, bare.scriptBeforeTitle, 1000, 1, '60'),
    row('whole first visit, kB', product.firstVisit, bare.firstVisit, 1000, 1, '900'),
    row('script a frame, busiest turn, 95th %, ms', product.scriptPerFrame, bare.scriptPerFrame, 1, 2, '4'),
    row('frames a second meanwhile', product.framesPerSecond, bare.framesPerSecond, 1, 0, ''),
    row('debrief at work, longest block, ms', product.debriefBlocked, bare.debriefBlocked, 1, 0, '100'),
    row('heap after one turn, MB', heap.afterOne, null, 1_000_000, 1, ''),
    row(`heap after ${heap.turns} turns, MB`, heap.after, null, 1_000_000, 1, ''),
  ].join('\n');
}
