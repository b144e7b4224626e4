// What the article argues, claim by claim, as single steps of the engine: no campaign, no statistics, one cause changed at a time.

import { describe, expect, test } from 'vitest';
import { actorsMove, moveChance, testChance } from '../../src/rules/actors.ts';
import { begin } from '../../src/rules/apply.ts';
import { posterior } from '../../src/rules/observer.ts';
import { prepare, type Setting } from '../../src/rules/prepare.ts';
import type { Quarter } from '../../src/rules/quarter.ts';
import { giftsOf, progressAtHome, threatOf, threatParts, transferOf, transferTechnology } from '../../src/rules/technology.ts';
import {
  BONDS,
  type Bond,
  type ClaimId,
  type Hidden,
  type Lever,
  type Move,
  type MoveId,
  type Observer,
  type Quantity,
  type State,
  TRACKS,
  type Track,
  WAR_PHASES,
  type WarPhase,
  WEST_VALUES,
  type World,
} from '../../src/rules/types.ts';
import { beijingChance, beijingWatches, closenessMoves, deterrenceOf, stance, timeWears, trade } from '../../src/rules/world.ts';
import { content, levelNamed, worldNamed } from '../content.ts';

const LEVEL = 'pyongyang-2024';
const world = worldNamed(LEVEL);
const opening = begin(world, 1);

type Change = Partial<Omit<State, 'hidden'>> & { hidden?: Partial<Hidden> };

function stateWith({ hidden, ...change }: Change): State {
  return { ...opening, ...change, hidden: { ...opening.hidden, ...hidden } };
}

/** The state after one part of a quarter. */
function after(part: (q: Quarter) => void, change: Change = {}, inWorld: World = world): State {
  const q: Quarter = { world: inWorld, state: stateWith(change), events: null };
  part(q);
  return q.state;
}

const shipped = (change: Change) => after(trade, change).munitions;
const closeness = (change: Change) => after(closenessMoves, change).closeness;
const given = (change: Change, setting: Setting = {}) => transferOf(after(transferTechnology, { ...NO_GIFTS, ...change }, worldNamed(LEVEL, setting)));
const NO_GIFTS = { giftSpace: 0, giftIcbm: 0, giftSubmarine: 0, giftSlbm: 0 };
const OWN = ['ownSpace', 'ownIcbm', 'ownSubmarine', 'ownSlbm'] as const;
const built = (change: Change) => {
  const state = after(progressAtHome, change);
  return OWN.map((what) => state[what] - stateWith(change)[what]);
};
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const threat = (change: Change) => threatOf(threatParts(world, stateWith(change), giftsOf(stateWith(change))));
const deterrence = (change: Change) => deterrenceOf(world, stateWith(change));
const turnsWest = ({ effects }: Move) => effects.some(({ do: verb, what }) => what === 'thaw' && verb !== 'lower' && verb !== 'weaken');
const opensWest = (war: WarPhase, hidden: Hidden) => moveChance(world, stateWith({ war }), 'moscow', hidden, turnsWest);

const LOW_TO_HIGH = [0, 200, 400, 600, 800, 1000];
const LOOSENING: readonly WarPhase[] = ['fighting', 'stalemate', 'talks', 'ended'];

function expectRising(values: readonly number[]): void {
  for (const [i, value] of values.entries()) if (i > 0) expect(value, values.join(', ')).toBeGreaterThan(values[i - 1] as number);
}
function underEach(claim: (change: { hidden: { bond: Bond } }) => void): void {
  for (const bond of BONDS) claim({ hidden: { bond } });
}
const expectFalling = (values: readonly number[]) => expectRising([...values].reverse());

const level = (what: Quantity) => LOW_TO_HIGH.map((value): Change => ({ [what]: value }));
const cardsOf = (lever: Lever) => world.cards.filter((card) => card.lever === lever);

type Promised = [says: string, holds: () => void];

const CLAIMS: Record<string, Promised[]> = {
  'war-feeds-dependence': [
    ['the more Russia needs, the more munitions come', () => expectRising(level('need').map(shipped))],
    [
      'the more Russia needs, the more it is willing to share, whatever the bond',
      () => underEach(({ hidden }) => expectRising(level('need').map((change) => given({ ...change, hidden })))),
    ],
    ['need follows the war', () => expectFalling(LOOSENING.map((war) => after(trade, { war }).need))],
  ],
  'peace-loosens-need': [
    [
      'once the war has ended need falls every quarter until it is low',
      () => {
        const needs = [900];
        for (let quarter = 0; quarter < 6; quarter++) needs.push(after(trade, { war: 'ended', need: needs.at(-1) as number }).need);
        expectFalling(needs);
        expect(needs.at(-1)).toBeLessThan(150);
      },
    ],
    ['peace cools the ties', () => expect(closeness({ war: 'ended' })).toBeLessThan(Math.min(...LOOSENING.slice(0, 3).map((war) => closeness({ war }))))],
    [
      'in peace a thaw lasts, in war it freezes',
      () => expect([after(closenessMoves, { war: 'ended', thaw: 500 }).thaw, after(closenessMoves, { war: 'fighting', thaw: 500 }).thaw < 500]).toEqual([500, true]),
    ],
    ['peace lowers the threat from Russia', () => expectFalling(LOOSENING.map((war) => after(timeWears, { war, russianThreat: 200, thaw: 0 }).russianThreat))],
    [
      'peace opens the door to the West',
      () => {
        for (const west of [1, 2] as const) {
          const chances = LOOSENING.map((war) => opensWest(war, { bond: 'expedience', west, help: false }));
          expect(chances[3]).toBeGreaterThan(3 * (chances[0] as number));
          expect(chances[2]).toBeGreaterThan(chances[0] as number);
        }
      },
    ],
  ],
  'west-pays-better': [
    ['who values the West gives less away', () => expectFalling(WEST_VALUES.map((west) => given({ hidden: { bond: 'expedience', west } })))],
    ['a thaw is worth not losing', () => expectFalling([0, 300, 600, 900].map((thaw) => given({ thaw, hidden: { bond: 'expedience' } })))],
    ['who values the West turns to it', () => expectRising(WEST_VALUES.map((west) => opensWest('ended', { bond: 'expedience', west, help: false })))],
    ['a thaw calms the threat from Russia', () => expectFalling([0, 300, 600, 900].map((thaw) => after(timeWears, { thaw }).russianThreat))],
  ],
  'expedience-restrains': [
    [
      'without need, a convenience gives less than a sixth of what an ally gives',
      () => expect(given({ need: 0, hidden: { bond: 'expedience' } }) * 6).toBeLessThan(given({ need: 0, hidden: { bond: 'alliance' } })),
    ],
    [
      'what restrains weighs more on a convenience than on an ally',
      () => {
        const kept = (bond: Bond) => given({ thaw: 500, hidden: { bond, west: 2 } }) / given({ thaw: 0, hidden: { bond, west: 0 } });
        expect(kept('expedience')).toBeLessThan(kept('alliance') * 0.8);
      },
    ],
    [
      'Moscow thinks twice less often as an ally',
      () => {
        const cautious = (bond: Bond) => moveChance(world, opening, 'moscow', { bond, west: 1, help: false }, ({ id }) => id === 'moscow-caution');
        expect(cautious('alliance')).toBeLessThan(cautious('expedience') / 2);
      },
    ],
  ],
  'alliance-unlocks': [
    [
      'an ally gives more at every need and however the West is valued',
      () => {
        for (const need of LOW_TO_HIGH)
          for (const west of WEST_VALUES) expect(given({ need, hidden: { bond: 'alliance', west } })).toBeGreaterThan(given({ need, hidden: { bond: 'expedience', west } }));
      },
    ],
    [
      'an ally sends experts and covers for its friend more often',
      () => {
        for (const id of ['moscow-technicians', 'moscow-cover']) {
          const chance = (bond: Bond) => moveChance(world, opening, 'moscow', { bond, west: 1, help: false }, (move) => move.id === id);
          expect(chance('alliance')).toBeGreaterThan(chance('expedience'));
        }
      },
    ],
  ],
  'arms-for-technology': [
    ['the more is shipped, the closer the two', () => expectRising([0, 500, 1000, 1500, 2000].map((munitions) => closeness({ munitions })))],
    ['the more is shipped, the faster Pyongyang builds', () => expectRising([0, 1000, 2000].map((munitions) => total(built({ munitions, pressureNorthKorea: 0, policing: 0 }))))],
    ['the closer the two, the more comes back', () => underEach(({ hidden }) => expectRising(level('closeness').map((change) => given({ ...change, hidden }))))],
  ],
  'transfer-multiplies-threat': [
    [
      'technology from Russia raises the threat on every track',
      () => {
        for (const what of ['giftSpace', 'giftIcbm', 'giftSubmarine', 'giftSlbm'] as const) expectRising(level(what).map((change) => threat({ shield: 0, ...change })));
      },
    ],
    ['a shield blunts what is given to missiles', () => expectFalling(level('shield').map((change) => threat({ giftIcbm: 300, giftSlbm: 300, ...change })))],
  ],
  'satellite-preview': [
    ['help makes a launch likelier to succeed', () => expectRising(LOW_TO_HIGH.map((level) => testChance(world, level)))],
    [
      'a success speaks for help and for an alliance, a failure against them',
      () => {
        for (const [succeeded, beliefs] of launches()) {
          for (const [before, now] of beliefs) expect(now > before).toBe(succeeded);
        }
      },
    ],
  ],
  'space-helps-icbm': [
    [
      'help with space launch is help with ICBMs, and with nothing under water',
      () => {
        const [none, some] = helped({ space: 100 });
        expect(some.giftSpace - none.giftSpace).toBe(100);
        expect(some.giftIcbm - none.giftIcbm).toBeGreaterThan(20);
        expect([some.giftSubmarine, some.giftSlbm]).toEqual([none.giftSubmarine, none.giftSlbm]);
      },
    ],
    [
      'so it is with what Moscow gives by itself',
      () => {
        const icbm = (spaceSpill: number) => after(transferTechnology, { hidden: { bond: 'alliance' } }, worldNamed(LEVEL, { changed: { spaceSpill } })).giftIcbm;
        expectRising([0, 200, 400, 800].map(icbm));
      },
    ],
  ],
  'submarine-help': [
    [
      'help with submarines and help with their missiles each help just that',
      () => {
        const [none, boats] = helped({ submarine: 80 });
        expect(giftsOf(boats).map((gift, i) => gift - (giftsOf(none)[i] as number))).toEqual([0, 0, 80, 0]);
        const [, missiles] = helped({ slbm: 80 });
        expect(giftsOf(missiles).map((gift, i) => gift - (giftsOf(none)[i] as number))).toEqual([0, 0, 0, 80]);
      },
    ],
    [
      'what Moscow gives reaches both',
      () => {
        const [none] = helped({});
        expect(Math.min(none.giftSubmarine, none.giftSlbm)).toBeGreaterThan(0);
      },
    ],
  ],
  'limited-leverage': [
    [
      'no card moves what Moscow gives, and only an offer moves what it needs',
      () => {
        for (const { id, now, later, attempt } of world.cards) {
          const sure = [...now, ...later].map(({ what }) => what);
          const hoped = [...(attempt?.success ?? []), ...(attempt?.failure ?? [])].map(({ what }) => what);
          expect(
            [...sure, ...hoped].filter((what) => what.startsWith('gift')),
            id,
          ).toEqual([]);
          expect(
            [...sure, ...(attempt?.of === 'moscow' ? [] : hoped)].filter((what) => what === 'need'),
            id,
          ).toEqual([]);
        }
      },
    ],
    [
      'nothing the three partners build changes what is given or shipped this quarter',
      () => {
        const moved = new Set(cardsOf('trilateral').flatMap(({ now, later }) => [...now, ...later].map(({ what }) => what)));
        expect(moved.size).toBeGreaterThan(5);
        for (const what of moved) {
          expect(given({ [what]: 1000 }), what).toBe(given({ [what]: 0 }));
          expect(shipped({ [what]: 1000 }), what).toBe(shipped({ [what]: 0 }));
        }
      },
    ],
  ],
  'sanctions-worth-raising': [
    ['pressure on Pyongyang slows what it builds', () => expectFalling([0, 500, 1000].map((pressureNorthKorea) => total(built({ pressureNorthKorea, policing: 0 }))))],
    ['interdiction catches shipments', () => expectFalling(level('interdiction').map(shipped))],
    ['controls hold technology back', () => underEach(({ hidden }) => expectFalling([0, 500, 1000].map((controls) => given({ controls, hidden }))))],
  ],
  'sanctions-have-not-deterred': [
    [
      'no pressure stops the program: every track goes on growing under all there is',
      () => {
        for (const grown of built({ pressureNorthKorea: 1000, policing: 1000 })) expect(grown).toBeGreaterThan(0);
      },
    ],
    [
      'no pressure cuts what is shipped or shared',
      () => {
        for (const what of ['pressureRussia', 'pressureNorthKorea'] as const) {
          expect(shipped({ [what]: 1000 })).toBe(shipped({ [what]: 0 }));
          expect(given({ [what]: 1000 })).toBe(given({ [what]: 0 }));
        }
      },
    ],
    [
      'pressure leaks where nobody renews it',
      () => {
        const state = after(timeWears, { pressureRussia: 600, pressureNorthKorea: 600 });
        expect(Math.max(state.pressureRussia, state.pressureNorthKorea)).toBeLessThan(600);
      },
    ],
  ],
  'isolation-binds': [
    ['the more Russia is isolated, the closer the two', () => expectRising(level('pressureRussia').map(closeness))],
    ['the more North Korea is isolated, the closer the two', () => expectRising(level('pressureNorthKorea').map(closeness))],
  ],
  'beijing-uneasy': [
    ['the closer the two, the more uneasy Beijing', () => expectRising(level('closeness').map((change) => after(beijingWatches, change).unease))],
    ['the closer the two, the less sway Beijing has', () => expectFalling(level('closeness').map((change) => after(beijingWatches, change).sway))],
  ],
  'overlapping-interest': [
    ['the more uneasy Beijing is, the likelier it helps', () => expectRising(level('unease').map((change) => beijingChance(world, stateWith({ friction: 0, ...change }), 0)))],
    ['friction with Washington closes the door', () => expectFalling([0, 300, 600, 900].map((friction) => beijingChance(world, stateWith({ unease: 900, friction }), 0)))],
    [
      'the closer the two, the likelier Beijing helps, once it has taken note',
      () => {
        const chance = (closeness: number) => beijingChance(world, stateWith({ unease: settledUnease(closeness) }), 0);
        expect(chance(800)).toBeGreaterThan(2 * chance(200));
        expect(chance(200)).toBeLessThan(500);
      },
    ],
    ['Chinese policing slows what Pyongyang builds', () => expectFalling([0, 500, 1000].map((policing) => total(built({ policing, pressureNorthKorea: 0 }))))],
    [
      'its stance in a word follows the same chance',
      () => {
        const uneasy = (unease: number, policing: number) => stance(world, stateWith({ unease, friction: 0, policing }));
        expect([uneasy(0, 0), uneasy(1000, 0), uneasy(0, 400)]).toEqual(['balks', 'leans', 'helps']);
      },
    ],
  ],
  'trilateral-is-best': [
    [
      'every track deters',
      () => {
        for (const track of TRACKS) expectRising(level(track).map(deterrence));
      },
    ],
    [
      'tracks are only as firm as their footing in Seoul and in Tokyo',
      () => {
        for (const what of ['footingSeoul', 'footingTokyo'] as const) expectRising(level(what).map(deterrence));
      },
    ],
    [
      'what has been made to last wears off more slowly and keeps its footing',
      () => {
        for (const what of [...TRACKS, 'footingSeoul', 'footingTokyo'] as const) {
          const kept = (durability: number) => after(timeWears, { durability, footingSeoul: 500, footingTokyo: 500, [what]: 500 })[what];
          expect(kept(1000), what).toBeGreaterThan(kept(0));
        }
      },
    ],
  ],
  'five-tracks': [
    [
      'two tracks half built beat one built in full',
      () => {
        for (const [i, track] of TRACKS.entries()) {
          const other = TRACKS[(i + 1) % TRACKS.length] as Track;
          expect(deterrence({ ...NO_TRACKS, [track]: 500, [other]: 500 })).toBeGreaterThan(deterrence({ ...NO_TRACKS, [track]: 1000 }));
        }
      },
    ],
    ['five begun beat two half built', () => expect(deterrence(EVEN_TRACKS(200))).toBeGreaterThan(deterrence({ ...NO_TRACKS, exercises: 500, communication: 500 }))],
    [
      'each step on one track yields less than the one before',
      () => {
        const steps = LOW_TO_HIGH.map((exercises) => deterrence({ ...NO_TRACKS, exercises }));
        expectFalling(steps.slice(1).map((step, i) => step - (steps[i] as number)));
      },
    ],
    ['no track is built into the rules as the best', () => expect(new Set(TRACKS.map((track) => deterrence({ ...NO_TRACKS, [track]: 700 }))).size).toBe(1)],
  ],
  'threats-keep-growing': [
    [
      'under every pressure there is, and in peace, technology goes on adding to the threat',
      () => {
        for (const war of WAR_PHASES) {
          const grim: Change = { war, pressureNorthKorea: 1000, policing: 1000, controls: 1000, interdiction: 1000, need: 0, tension: 0, shield: 0 };
          const before = threatParts(world, stateWith(grim), giftsOf(stateWith(grim)));
          const state = after((q) => {
            for (let quarter = 0; quarter < 3; quarter++) for (const part of [trade, transferTechnology, progressAtHome]) part(q);
          }, grim);
          const now = threatParts(world, state, giftsOf(state));
          expect(now.own + now.given).toBeGreaterThan(before.own + before.given);
        }
      },
    ],
    ['war raises the threat from Russia', () => expect(after(timeWears, { war: 'fighting', russianThreat: 100 }).russianThreat).toBeGreaterThan(100)],
  ],
};

const NO_TRACKS = Object.fromEntries(TRACKS.map((track) => [track, 0])) as Record<Track, number>;
const EVEN_TRACKS = (at: number) => Object.fromEntries(TRACKS.map((track) => [track, at])) as Record<Track, number>;

/** Where Beijing's unease comes to rest if the two stay so close. */
function settledUnease(closeness: number): number {
  let unease = 300;
  for (let quarter = 0; quarter < 40; quarter++) unease = after(beijingWatches, { closeness, unease }).unease;
  return unease;
}

/** A quarter's gifts without and with extra help, in tenths. */
function helped(extraHelp: NonNullable<World['interventions']['extraHelp']>): [none: State, some: State] {
  const change: Change = { ...NO_GIFTS, hidden: { bond: 'alliance' } };
  return [after(transferTechnology, change), after(transferTechnology, change, worldNamed(LEVEL, { interventions: { extraHelp } }))];
}

/** A launch in a world where nothing else moves, under many seeds: whether it succeeded, and the beliefs in help and in an alliance before and after. */
function launches(): [succeeded: boolean, beliefs: [before: number, now: number][]][] {
  const launch = 'pyongyang-satellite' as MoveId;
  const level = { ...levelNamed(LEVEL), moves: [launch], fixed: [{ turn: 0, move: launch, fact: null }], shock: null };
  const alone = prepare(level, content.library);
  const believed = ({ observer }: State) => [({ help }: Hidden) => help, ({ bond }: Hidden) => bond === 'alliance'].map((is) => posterior(observer as Observer, is));
  const seen = Array.from({ length: 30 }, (_, seed): ReturnType<typeof launches>[number] => {
    const state = { ...begin(alone, seed), desk: null };
    const before = believed(state);
    const q: Quarter = { world: alone, state, events: null };
    actorsMove(q);
    return [q.state.successes.space === 1, believed(q.state).map((now, i) => [before[i] as number, now])];
  });
  expect(new Set(seen.map(([succeeded]) => succeeded)).size).toBe(2);
  return seen;
}

describe.each(Object.entries(CLAIMS).map(([claim, promises]) => ({ claim, promises })))('$claim', ({ promises }) => {
  test.each(promises)('%s', (_, holds) => holds());
});

test('every claim that argues is tried here, and nothing that is no claim', () => {
  const argued = content.claims.filter(({ kind }) => kind !== 'fact' && kind !== 'question').map(({ id }) => id);
  expect(Object.keys(CLAIMS).sort()).toEqual((argued as ClaimId[]).sort());
});
