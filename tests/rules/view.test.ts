import { describe, expect, test } from 'vitest';
import { begin } from '../../src/rules/apply.ts';
import { ASSUMPTION_IDS, ASSUMPTIONS, type AssumptionId, assume } from '../../src/rules/assumptions.ts';
import { HYPOTHESES } from '../../src/rules/hypotheses.ts';
import { giftOf, giftsOf, ownOf } from '../../src/rules/technology.ts';
import { BONDS, type Event, type State, TECH, UNSEEN, VISIBLE, type World } from '../../src/rules/types.ts';
import { mayTell, view } from '../../src/rules/view.ts';
import { content, LEVEL_IDS, LEVELS, worldNamed } from '../content.ts';
import { diceOf, must, type Played, playRandomly, randomTurn } from './player.ts';

const LEVEL = 'pyongyang-2024';

function statesOf({ steps, over }: Played): State[] {
  return [...steps.map(({ before }) => before), over];
}

describe('the view shows nothing that is hidden', () => {
  const GIFTS = UNSEEN.filter((what) => what.startsWith('gift'));

  test.each(LEVEL_IDS)('%s looks the same whatever the hidden facts, the gifts and the true threat are', (level) => {
    const world = worldNamed(level);
    for (let seed = 0; seed < 6; seed++) {
      for (const state of statesOf(playRandomly(world, seed, seed))) {
        const shown = view(world, state);
        for (const hidden of HYPOTHESES) expect(view(world, { ...state, hidden })).toEqual(shown);
        for (const what of [...GIFTS, 'threat', 'openingThreat', 'seed', 'insight'] as const) expect(view(world, { ...state, [what]: state[what] + 37 }), what).toEqual(shown);
        expect(view(world, { ...state, observer: null, forecasts: state.forecasts.map((forecast) => ({ ...forecast, ideal: 1000 - forecast.ideal })) })).toEqual(shown);
      }
    }
  });

  test('no hidden thing is there by name', () => {
    const NAMES = [...UNSEEN.filter((what) => what !== 'threat'), 'hidden', 'bond', 'west', 'help', 'observer', 'weights', 'ideal', 'seed', 'openingThreat'];
    const keysOf = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : []);
    for (const state of statesOf(playRandomly(worldNamed(LEVEL), 3, 3))) {
      expect(keysOf(view(worldNamed(LEVEL), state)).filter((key) => NAMES.includes(key))).toEqual([]);
    }
    expect(Object.keys(view(worldNamed(LEVEL), begin(worldNamed(LEVEL), 3)).levels)).toEqual([...VISIBLE]);
  });

  test('what is built at home, of which the estimated threat makes use, follows from what everybody saw', () => {
    let compared = 0;
    for (let seed = 0; seed < 60; seed++) {
      const [cold, warm] = ([0, 2] as const).map((west) => worldNamed(LEVEL, { interventions: { bond: 'expedience', west } })) as [World, World];
      let [a, b] = [begin(cold, seed), begin(warm, seed)];
      const roll = diceOf(seed);
      while (a.phase !== 'over' && JSON.stringify(view(cold, a)) === JSON.stringify(view(warm, b))) {
        for (const tech of TECH) expect(ownOf(b, tech)).toBe(ownOf(a, tech));
        if (TECH.some((tech) => giftOf(giftsOf(a), tech) !== giftOf(giftsOf(b), tech))) compared++;
        for (const choice of randomTurn(cold, a, roll)) [a, b] = [must(cold, a, choice), must(warm, b, choice)];
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  test('nine estimates in ten lie within their band of the truth when they are made', () => {
    let within = 0;
    let made = 0;
    for (let seed = 0; seed < 150; seed++) {
      for (const state of statesOf(playRandomly(worldNamed(LEVEL), seed, seed))) {
        if (state.desk === null) continue;
        const { assessed } = state.desk;
        const truth = ownOf(state, assessed) + giftOf(giftsOf(state), assessed);
        const { estimates, band } = view(worldNamed(LEVEL), state);
        made++;
        if (Math.abs(estimates[assessed] - truth) <= band) within++;
      }
    }
    expect(within / made).toBeGreaterThan(0.9);
    expect(within / made).toBeLessThan(0.97);
  });

  test('acts follow one another, and the campaign’s end is said', () => {
    const world = worldNamed(LEVEL);
    const { steps, over } = playRandomly(world, 1, 1);
    const decisions = steps.filter(({ choice }) => choice.kind === 'decide');
    const [second, third] = world.level.acts;
    expect(decisions.map(({ before }) => view(world, before).act)).toEqual(decisions.map((_, turn) => (turn < second ? 1 : turn < third ? 2 : 3)));
    expect(decisions.some(({ before }) => view(world, before).over)).toBe(false);
    expect(view(world, over)).toMatchObject({ over: true, turn: world.level.turns, turns: world.level.turns, desk: null });
  });
});

describe('what may be told before the debrief', () => {
  const changed = (what: (typeof VISIBLE | typeof UNSEEN)[number]): Event => ({
    type: 'changed',
    turn: 0,
    what,
    from: 1,
    to: 2,
    because: { rule: 'tests-tell', label: 'ours', claims: [] },
  });

  test('changes of visible numbers and of no others', () => {
    expect(VISIBLE.filter((what) => !mayTell(changed(what)))).toEqual([]);
    expect(UNSEEN.filter((what) => mayTell(changed(what)))).toEqual([]);
  });

  test('no rule that is told is told under one bond alone', () => {
    const COMMON = 25;
    const told = BONDS.map((bond) => {
      const counts = new Map<string, number>();
      for (let seed = 0; seed < 150; seed++) {
        const events = playRandomly(worldNamed(LEVEL, { interventions: { bond } }), seed, seed).steps.flatMap(({ events }) => events.filter(mayTell));
        for (const event of events) if ('because' in event) counts.set(event.because.rule, (counts.get(event.because.rule) ?? 0) + 1);
      }
      return counts;
    }) as [Map<string, number>, Map<string, number>];
    for (const [one, other] of [told, [...told].reverse()] as [Map<string, number>, Map<string, number>][]) {
      const common = [...one].filter(([, count]) => count >= COMMON).map(([rule]) => rule);
      expect(common.length).toBeGreaterThan(30);
      expect(common.filter((rule) => !other.has(rule))).toEqual([]);
    }
  });
});

describe('assumptions', () => {
  const isInside = (id: AssumptionId, value: number) => Number.isInteger(value) && value >= ASSUMPTIONS[id].min && value <= ASSUMPTIONS[id].max;

  test.each(ASSUMPTION_IDS)('%s lies inside its bounds by default', (id) => {
    const { min, max, default: byDefault } = ASSUMPTIONS[id];
    expect(min).toBeLessThan(max);
    expect(isInside(id, byDefault)).toBe(true);
    expect(assume({})[id]).toBe(byDefault);
  });

  test('levels and rival models stay inside the bounds, and each rival changes something', () => {
    const layers = [...LEVELS.map(({ id, assumptions }) => ({ id, assumptions })), ...content.library.rivals];
    for (const { id, assumptions } of layers) {
      for (const [name, value] of Object.entries(assumptions)) expect(isInside(name as AssumptionId, value), `${name} of ${id}`).toBe(true);
    }
    for (const { id, assumptions, bond } of content.library.rivals) {
      const different = Object.entries(assumptions).filter(([name, value]) => value !== ASSUMPTIONS[name as AssumptionId].default);
      expect(different.length + (bond === undefined ? 0 : 1), id).toBeGreaterThan(0);
    }
  });

  test('the player’s changes win over the rival’s, and the rival’s over the level’s', () => {
    expect(assume({ evasion: 1, cooling: 1, ownIcbm: 1 }, { evasion: 2, cooling: 2 }, { evasion: 3 })).toMatchObject({ evasion: 3, cooling: 2, ownIcbm: 1 });
  });

  test.each(ASSUMPTION_IDS)('%s makes a difference', (id) => {
    const [least, most] = [ASSUMPTIONS[id].min, ASSUMPTIONS[id].max].map((value) => worldNamed(LEVEL, { changed: { [id]: value } })) as [World, World];
    const differs = Array.from({ length: 40 }, (_, seed) => seed).some((seed) => {
      const ends = [least, most].map((world) => {
        const { choices, over } = playRandomly(world, seed, seed, 'bare');
        return JSON.stringify([choices.length, ...[...VISIBLE, ...UNSEEN].map((what) => over[what]), over.crises, over.war]);
      });
      return ends[0] !== ends[1];
    });
    expect(differs).toBe(true);
  });
});
