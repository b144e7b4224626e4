import { describe, expect, test } from 'vitest';
import { CAUSAL_GRAPH } from '../../src/rules/causalGraph.ts';
import { within } from '../../src/rules/conditions.ts';
import { ending } from '../../src/rules/endings.ts';
import { transferOf } from '../../src/rules/technology.ts';
import { type Chain, causesOf } from '../../src/telling/chain.ts';
import { LEVEL_IDS } from '../content.ts';
import { diced, held, leaning, SEEDS, words } from './campaigns.ts';

const plays = LEVEL_IDS.flatMap((level) => [...SEEDS.map((seed) => diced(level, seed)), held(level, 5), leaning(level, 5, 'trilateral')]);
const told = plays.map((play) => ({ play, causes: causesOf(play, ending(play.world, play.state)) }));
const GIFTS: readonly string[] = ['giftSpace', 'giftIcbm', 'giftSubmarine', 'giftSlbm'];

describe('how an ending came about', () => {
  test('names what the ending asks, all of it met, and of every ending before it what was not', () => {
    const reached = new Set<string>();
    for (const { play, causes } of told) {
      const { endings } = play.world.level;
      const at = endings.findIndex(({ id }) => id === causes.reached.id);
      expect(causes.reached.asked.map(({ what }) => what)).toEqual(endings[at]?.when.map(({ what }) => what));
      for (const asked of causes.reached.asked) expect(within(asked, asked.reached)).toBe(true);
      expect(causes.missed.map(({ id }) => id)).toEqual(endings.slice(0, at).map(({ id }) => id));
      for (const { asked } of causes.missed) {
        expect(asked.length).toBeGreaterThan(0);
        for (const each of asked) expect(within(each, each.reached)).toBe(false);
      }
      reached.add(causes.reached.id);
    }
    expect(reached.size).toBeGreaterThan(3);
  });

  test('explains each figure that the ending rests on, from the opening to the end; the balance where it rests on none', () => {
    for (const { play, causes } of told) {
      if (causes.reached.asked.length === 0) expect(causes.strands.map(({ figure }) => figure)).toEqual(['deterrence', 'threat']);
      for (const { figure, from, to } of causes.strands) {
        const [opening, over] = [play.openings[0] ?? play.state, play.state];
        const span = figure === 'transfer' ? [transferOf(opening), transferOf(over)] : figure === 'crises' ? [0, over.crises] : [opening[figure], over[figure]];
        expect([from, to]).toEqual(span);
      }
    }
  });

  test('every chain ends at its figure, and each step follows from the one before by an edge of the causal graph, in its direction', () => {
    let links = 0;
    for (const { causes } of told) {
      for (const { figure, chains } of causes.strands) {
        expect(chains.length).toBeLessThanOrEqual(4);
        for (const chain of chains) {
          const { steps } = chain;
          expect(steps.at(-1)?.what).toBe(figure);
          for (const [i, { what, by, because, against }] of steps.entries()) {
            const before = steps[i - 1];
            if (before === undefined) continue;
            const isPart = (to: string) => to === what || (what === 'transfer' && GIFTS.includes(to));
            const edge = CAUSAL_GRAPH.find(({ rule, from, to }) => rule === because.rule && from === before.what && isPart(to));
            expect(edge, `${before.what} → ${because.rule} → ${what}`).toBeDefined();
            expect(Math.sign(before.by) * (edge?.sign ?? 0)).toBe(Math.sign(by) * (against === before.against ? 1 : -1));
            if (against) expect(chain.root).toMatchObject({ kind: 'deed', who: 'washington' });
            links++;
          }
          expect(new Set(steps.map(({ what }) => what)).size).toBe(steps.length);
        }
      }
    }
    expect(links).toBeGreaterThan(100);
  });

  test('a deed that it begins with is one of the campaign’s, in the quarters named', () => {
    for (const { play, causes } of told) {
      for (const { root } of causes.strands.flatMap(({ chains }) => chains)) {
        if (root.kind !== 'deed') continue;
        for (const turn of root.turns) expect(play.turns[turn]?.some((event) => event.type === root.event.type)).toBe(true);
      }
    }
  });

  test('no chain is told twice', () => {
    const keyOf = ({ root, steps }: Chain) => JSON.stringify([root, steps.map(({ what, because }) => [what, because.rule])]);
    for (const { causes } of told) for (const { chains } of causes.strands) expect(new Set(chains.map(keyOf)).size).toBe(chains.length);
  });

  test('leads from the player’s own cards to deterrence where they built it', () => {
    let built = 0;
    for (const seed of SEEDS) {
      const play = leaning('pyongyang-2024', seed, 'trilateral');
      const strand = causesOf(play, ending(play.world, play.state)).strands.find(({ figure }) => figure === 'deterrence');
      if (strand === undefined) continue;
      expect(strand.chains[0]?.root).toMatchObject({ kind: 'deed', who: 'washington' });
      built++;
    }
    expect(built).toBeGreaterThan(0);
  });

  // Requests to Beijing may all be turned down; sanctions always press on somebody.
  test.each([
    ['sanctions', ['transfer', 'threat'], 1],
    ['china', ['threat'], 0.6],
  ] as const)('shows the player’s own part where %s cards reach the figure: %j', (lever, figures, share) => {
    const strands = SEEDS.map((seed) => leaning('pyongyang-2024', seed, lever)).flatMap((play) => causesOf(play, ending(play.world, play.state)).strands);
    const asked = strands.filter(({ figure }) => figures.some((each) => each === figure));
    const own = asked.filter(({ chains }) => chains.some(({ root }) => root.kind === 'deed' && root.who === 'washington'));
    expect(asked.length).toBeGreaterThan(3);
    expect(own.length).toBeGreaterThanOrEqual(asked.length * share);
  });

  test('has words for every measure and every beginning', () => {
    for (const { play } of told) {
      for (const { when } of play.world.level.endings) for (const { what } of when) expect(words.has(`interface:debrief.chain.measure.${what}`)).toBe(true);
    }
    for (const node of ['war', 'bond.alliance', 'bond.expedience', 'west.0', 'west.1', 'west.2', 'time', 'crises'] as const)
      expect(words.has(`interface:debrief.chain.given.${node}`)).toBe(true);
  });
});
