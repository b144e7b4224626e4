import { describe, expect, test } from 'vitest';
import { effectOf, placeOf } from '../../../src/client/theatre/effects/effectOf.ts';
import { LASTING } from '../../../src/client/theatre/theme.ts';
import { ACTORS, type Because, LEVERS, type MoveId, TECH, WAR_PHASES } from '../../../src/rules/types.ts';
import { isIdle } from '../../../src/telling/digest.ts';
import { type Beat, beatsOf } from '../../../src/telling/staging.ts';
import { LEVEL_IDS, worldNamed } from '../../content.ts';
import { diced, SEEDS } from '../../telling/campaigns.ts';
import { ground, recorder } from './recorder.ts';

const world = worldNamed('pyongyang-2024');
const because: Because = { rule: 'tests-tell', label: 'ours', claims: [] };
const beat = (event: object, part: Partial<Beat> = {}): Beat => ({
  event: { turn: 0, because, ...event } as Beat['event'],
  who: 'world',
  lever: null,
  tech: null,
  headline: false,
  ...part,
});

const cards = world.cards.map(({ id, lever }) => [id, beat({ type: 'cardPlayed', card: id }, { who: 'washington', lever })] as const);
const moves = [...world.moveById.values()]
  .filter(({ id }) => !isIdle(world, id))
  .map(({ id, actor, test }) => [id, beat({ type: 'moved', move: id, actor, foreseen: false }, { who: actor, tech: test?.tech ?? null })] as const);
const outcomes = TECH.flatMap((tech) => [true, false].map((succeeded) => [`${tech} ${succeeded}`, beat({ type: 'tested', tech, succeeded }, { tech })] as const));
const answers = (['beijing', 'moscow'] as const).flatMap((of) =>
  [true, false].map((succeeded) => [`${of} ${succeeded}`, beat({ type: 'attempted', card: 'quiet-channel', of, succeeded })] as const),
);
const turns = WAR_PHASES.map((to) => [to, beat({ type: 'warChanged', from: 'fighting', to })] as const);
const rest = [
  ['crisis', beat({ type: 'crisisBroke' })],
  ['closed', beat({ type: 'cardsClosed', cards: ['hotlines', 'data-link'], until: 3 })],
  ...LEVERS.flatMap((lever) => {
    const card = world.cards.find((card) => card.lever === lever)?.id;
    return [
      [`landed ${lever}`, beat({ type: 'effectLanded', card }, { lever })],
      [`ahead ${lever}`, beat({ type: 'effectAhead', card }, { lever })],
      [`unknown ${lever}`, beat({ type: 'cardPlayed', card: 'of-a-stranger' }, { lever })],
    ] as const;
  }),
  ...ACTORS.flatMap(
    (actor) =>
      [
        [`unknown ${actor}`, beat({ type: 'moved', move: 'of-a-stranger', actor, foreseen: false }, { who: actor })],
        [`off ${actor}`, beat({ type: 'calledOff', move: 'of-a-stranger', actor }, { who: actor })],
      ] as const,
  ),
] as const;
const all = [...cards, ...moves, ...outcomes, ...answers, ...turns, ...rest];

const desk = ground();
const phone = ground(390, 420, 2);

function drawn(of: Beat, t: number, on = desk): string[] {
  const { graphics, calls, faults } = recorder();
  effectOf(of).draw(graphics, t, on);
  expect(faults).toEqual([]);
  return calls;
}
/** What an effect looks like over its time, without where it stands. */
const look = (of: Beat) => JSON.stringify([0.3, 0.6, 1].map((t) => drawn(of, t)));
/** Marks and strokes by number, without colours and positions. */
const shape = (of: Beat) => JSON.stringify([0.3, 0.6].map((t) => drawn(of, t).map((call) => call.split(' ')[0])));

const groupsOf = (beats: readonly (readonly [string, Beat])[], by: (of: Beat) => string) => Map.groupBy(beats, ([, each]) => by(each));
const sharing = (beats: readonly (readonly [string, Beat])[], by: (of: Beat) => string) =>
  [...groupsOf(beats, by).values()].filter((group) => group.length > 1).map((group) => group.map(([name]) => name));

describe('the effects of the map', () => {
  test('every card has an effect of its own, in shape and not in place or colour alone', () => {
    expect(cards.length).toBe(20);
    expect(sharing(cards, look)).toEqual([]);
    expect(sharing(cards, shape)).toEqual([]);
    expect(sharing([...cards, ...rest.filter(([name]) => name.startsWith('unknown'))], look)).toEqual([]);
  });

  test('every move that changes something has one of its own; what Seoul and Tokyo both do is the same at each', () => {
    expect(moves.length).toBe(36);
    expect(sharing(moves, look)).toEqual([]);
    const twins = sharing(moves, shape);
    for (const names of twins) expect(new Set(names.map((name) => name.replace(/seoul|tokyo/, '')))).toHaveLength(1);
  });

  test('every outcome, answer, phase of the war and landing can be told apart', () => {
    expect(
      sharing(
        all.filter(([name]) => !name.startsWith('off') && name !== 'unknown world'),
        look,
      ),
    ).toEqual([]);
  });

  test('a stranger’s launch is played by its track, and its calling off at its site', () => {
    const made = { type: 'moved', move: 'of-a-stranger', actor: 'pyongyang', foreseen: true };
    const shipped = { space: 'pyongyang-satellite', icbm: 'pyongyang-icbm', submarine: 'pyongyang-submarine', slbm: 'pyongyang-slbm' };
    for (const tech of TECH) {
      expect(look(beat(made, { tech }))).toBe(look(new Map(moves).get(shipped[tech] as MoveId) ?? beat({})));
      const off = beat({ type: 'calledOff', move: 'of-a-stranger', actor: 'pyongyang' }, { tech });
      expect(placeOf(off)).toBe(tech === 'space' ? 'sohae' : tech === 'icbm' ? 'pyongyang' : 'sinpo');
    }
    expect(placeOf(beat({ ...made, actor: 'beijing' }))).toBe('beijing');
    expect(placeOf(beat({ type: 'effectLanded', card: 'of-a-stranger' }))).toBe('washington');
  });

  test('none lasts longer than a beat may, and each has a place on the map', () => {
    for (const [name, of] of all) {
      expect(effectOf(of).duration, name).toBeLessThanOrEqual(LASTING.full);
      expect(effectOf(of).duration, name).toBeGreaterThanOrEqual(400);
      const { x, y } = desk.at(placeOf(of));
      expect(x >= 0 && x <= desk.width && y >= 0 && y <= desk.height, name).toBe(true);
    }
  });

  test('each is a drawing of time: the same moment is the same, whatever was drawn before, and its end leaves nothing to be seen', () => {
    for (const [name, of] of all) {
      const once = drawn(of, 0.4);
      for (let t = 0; t <= 1; t += 0.05) for (const on of [desk, phone]) drawn(of, t, on);
      expect(drawn(of, 0.4), name).toEqual(once);
      expect(once.length, name).toBeGreaterThan(2);
      const seen = drawn(of, 1).filter((call) => call.startsWith('lineStyle') || call.startsWith('fillStyle'));
      for (const call of seen) expect(call, name).toMatch(/,0\]$/);
    }
  });

  test('each draws within the screen, or so near to it that its sense is kept', () => {
    for (const [name, of] of all) {
      for (const on of [desk, phone]) {
        const { graphics, calls } = recorder();
        effectOf(of).draw(graphics, 0.7, on);
        const centres = calls.flatMap((call) => /^(?:fillCircle|strokeCircle) \[(-?[\d.]+),(-?[\d.]+)/.exec(call)?.slice(1, 3).map(Number) ?? []);
        const outside = centres.filter((value, i) => value < 0 || value > (i % 2 === 0 ? on.width : on.height));
        expect(outside.length * 2, name).toBeLessThanOrEqual(centres.length);
      }
    }
  });

  test('none asks more of a frame than a slow machine has', () => {
    for (const [name, of] of all) for (const t of [0.2, 0.5, 0.8]) expect(drawn(of, t).length, name).toBeLessThan(400);
  });

  test('whatever a campaign stages can be played', () => {
    for (const level of LEVEL_IDS) {
      for (const seed of SEEDS.slice(0, 6)) {
        const { world, turns } = diced(level, seed);
        for (const staged of turns.flatMap((events) => beatsOf(world, events))) expect(drawn(staged, 0.5).length).toBeGreaterThan(2);
      }
    }
  });
});
