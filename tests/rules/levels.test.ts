import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { begin } from '../../src/rules/apply.ts';
import { decodeLog, encodeLog, holdBalance, levelOfCode, replay, stateHash } from '../../src/rules/campaign.ts';
import { barred } from '../../src/rules/cards.ts';
import { isInUse } from '../../src/rules/desk.ts';
import { balanceOf, ending } from '../../src/rules/endings.ts';
import { drawHidden } from '../../src/rules/hypotheses.ts';
import { type Card, LEVERS, type State } from '../../src/rules/types.ts';
import { difficultyOf, reachOf } from '../../src/tools/difficulty.ts';
import { labOf, NAMED_PLANS, planOf, worldOf } from '../../src/tools/lab.ts';
import { runPlan } from '../../src/tools/plans.ts';
import { ascending, quantile } from '../../src/tools/verify/measure.ts';
import { content, LEVEL_IDS, LEVELS, levelNamed, worldNamed } from '../content.ts';
import { clicked, endsOf } from './lines.ts';
import { must, playRandomly } from './player.ts';

describe('golden logs: a campaign played once comes to the same forever', () => {
  const FOLDER = fileURLToPath(new URL('../golden/', import.meta.url));
  const golden = (level: string): { code: string; hash: string; ending: string } => JSON.parse(readFileSync(`${FOLDER}${level}.json`, 'utf8'));

  test('each level has one', () => {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(names.sort()).toEqual(LEVEL_IDS.map((id) => `${id}.json`).sort());
  });

  test.each(LEVELS)('$id', ({ id, deck, turns, forecasts, checkpoints }) => {
    const { code, hash, ending: ended } = golden(id);
    expect(levelOfCode(code)).toBe(id);
    const decoded = decodeLog(code, deck);
    if (!decoded.ok) return expect.fail(decoded.problem);
    const { log } = decoded;
    const again = replay(worldNamed(id), log);
    if (!again.ok) return expect.fail(`${again.reason}: after a change that is meant, run npx node tests/golden/make.ts`);
    expect({ hash: stateHash(again.state), ending: ending(worldNamed(id), again.state) }).toEqual({ hash, ending: ended });
    expect(encodeLog(log, deck)).toBe(code);
    // It exercises what a log can hold.
    const decisions = log.choices.flatMap((choice) => (choice.kind === 'decide' ? [choice.cards] : []));
    expect(decisions).toHaveLength(turns);
    expect(decisions.filter((cards) => cards.length > 0).length).toBeGreaterThan(turns / 2);
    expect(log.choices.some((choice) => choice.kind === 'forecast' && choice.event !== undefined)).toBe(forecasts.length > 0);
    expect(log.choices.filter(({ kind }) => kind === 'answer')).toHaveLength(checkpoints.length);
  });
});

describe('classroom-15: period five does not know period one’s answer, and has it no easier', () => {
  const lab = labOf(content, levelNamed('classroom-15'));
  const world = worldOf(lab);
  const { seeds } = lab.level;
  const tried = seeds.map((seed) => {
    const hold = balanceOf(runPlan(world, planOf(lab, 'hold'), seed).state);
    const scores = NAMED_PLANS.map((plan) => balanceOf(runPlan(world, planOf(lab, plan), seed).state) - hold);
    return { seed, hold, mean: scores.reduce((sum, score) => sum + score, 0) / scores.length, best: Math.max(...scores) };
  });

  test.each([
    ['what holding comes to', 'hold', 20],
    ['what the named plans are worth in the mean', 'mean', 10],
    ['what the best of them is worth', 'best', 12],
  ] as const)('over its seeds, %s differs by little', (_, measure, most) => {
    const values = tried.map((seed) => seed[measure]);
    expect(Math.max(...values) - Math.min(...values), JSON.stringify(tried)).toBeLessThanOrEqual(most);
  });

  const lines = seeds.map((seed) => {
    const ends = endsOf(worldNamed('classroom-15'), seed);
    const balances = ascending(ends.map(balanceOf));
    const reached = Map.groupBy(ends, (over) => ending(world, over));
    return {
      seed,
      won: balances.filter((balance) => balance > 0).length / ends.length,
      best: balances.at(-1) as number,
      middle: quantile(balances, 0.5),
      endings: [...reached.values()].filter((same) => same.length >= ends.length * 0.02).length,
    };
  });

  test('on each, of all legal lines of play a few reach the goal, and about as many', () => {
    const told = JSON.stringify(lines);
    for (const { won } of lines) expect(won > 0.05 && won < 0.12, told).toBe(true);
    const won = lines.map((line) => line.won);
    expect(Math.max(...won) - Math.min(...won), told).toBeLessThan(0.04);
  });

  test.each([
    ['the best of all lines', 'best', 10],
    ['the middle line', 'middle', 12],
  ] as const)('over its seeds, %s comes to about the same', (_, measure, most) => {
    const values = lines.map((line) => line[measure]);
    expect(Math.max(...values) - Math.min(...values), JSON.stringify(lines)).toBeLessThanOrEqual(most);
  });

  test('on each, at least three endings are within reach', () => {
    for (const { endings, seed } of lines) expect(endings, `seed ${seed}`).toBeGreaterThanOrEqual(3);
  });

  test('half of its seeds are of one bond and half of the other', () => {
    const alliances = seeds.filter((seed) => drawHidden(world, seed).bond === 'alliance');
    expect([alliances.length, seeds.length - alliances.length]).toEqual([3, 3]);
  });

  test('and a plan is worth something on each', () => {
    for (const { seed, best } of tried) expect(best, `seed ${seed}`).toBeGreaterThan(20);
  });
});

describe.each(['classroom-30', 'classroom-45'])('%s: classes side by side have it equally hard', (id) => {
  const lab = labOf(content, levelNamed(id));
  const tried = lab.level.seeds.map((seed) => difficultyOf(lab, seed));

  test.each([
    ['what holding comes to', 'hold', 20],
    ['what the named plans are worth in the mean', 'mean', 8],
    ['what the best of them is worth', 'best', 14],
    ['what careless play comes to', 'middle', 12],
    ['what lucky careless play comes to', 'high', 20],
  ] as const)('over its seeds, %s differs by little', (_, measure, most) => {
    const values = tried.map((one) => one[measure]);
    expect(Math.max(...values) - Math.min(...values), JSON.stringify(tried)).toBeLessThanOrEqual(most);
  });

  test('and the best that is reached from the hand differs by at most two points', () => {
    const reached = lab.level.seeds.map((seed) => reachOf(worldNamed(id), seed));
    expect(Math.max(...reached) - Math.min(...reached), JSON.stringify(reached)).toBeLessThanOrEqual(20);
  });

  test('half of its seeds are of one bond and half of the other', () => {
    const alliances = lab.level.seeds.filter((seed) => drawHidden(worldOf(lab), seed).bond === 'alliance');
    expect([alliances.length, lab.level.seeds.length - alliances.length]).toEqual([3, 3]);
  });

  test('seeds as they come would not pass', () => {
    const any = Array.from({ length: 6 }, (_, seed) => difficultyOf(lab, seed + 1).hold);
    expect(Math.max(...any) - Math.min(...any)).toBeGreaterThan(20);
  });
});

describe('the goal is reached by thought, and missed without', () => {
  test.each(LEVELS)('in $id, deterrence can end above the threat on every seed that ships', ({ id, seeds }) => {
    for (const seed of seeds) expect(reachOf(worldNamed(id), seed), `seed ${seed}`).toBeGreaterThan(20);
  });

  test.each(LEVELS)('in $id, it does not open above it, and who holds all along or plays a card now and then misses it', ({ id, seeds }) => {
    const world = worldNamed(id);
    for (const seed of seeds) {
      expect(balanceOf(begin(world, seed, 'bare')), `seed ${seed}`).toBeLessThan(0);
      expect(holdBalance(world, seed), `seed ${seed}`).toBeLessThan(0);
      const balances = Array.from({ length: 100 }, (_, dice) => balanceOf(clicked(world, seed, dice, 'any')));
      expect(balances.filter((balance) => balance > 0).length, `seed ${seed}`).toBeLessThan(15);
    }
  });

  test('a first player of the tutorial who fills both slots, even blindly, reaches it about once in five', () => {
    const world = worldNamed('vostochny-2023');
    for (const seed of levelNamed('vostochny-2023').seeds) {
      const won = Array.from({ length: 200 }, (_, dice) => balanceOf(clicked(world, seed, dice, 'all'))).filter((balance) => balance > 0).length / 200;
      expect(won > 0.1 && won < 0.4, `seed ${seed}: ${won}`).toBe(true);
    }
  });
});

describe('there is enough to play with', () => {
  const inUse = <Item>(of: (level: (typeof LEVELS)[number]) => readonly Item[]) => new Set(LEVELS.flatMap(of)).size;

  test('at least 16 cards, 40 readings, 25 moves and 6 endings', () => {
    const topics = new Set(LEVELS.flatMap((level) => level.topics));
    expect(inUse(({ deck }) => deck)).toBeGreaterThanOrEqual(16);
    expect(content.library.topics.filter(({ id }) => topics.has(id)).flatMap(({ readings }) => readings).length).toBeGreaterThanOrEqual(40);
    expect(inUse(({ moves }) => moves)).toBeGreaterThanOrEqual(25);
    expect(inUse(({ endings }) => endings.map(({ id }) => id))).toBeGreaterThanOrEqual(6);
  });

  test('a full-length level has five to seven endings, three acts, a shock and a crossroads in the middle one, and two checkpoints at most', () => {
    for (const { id, turns, acts, endings, shock, crossroads, checkpoints } of LEVELS) {
      const [second, third] = acts;
      expect(0 < second && second < third && third < turns, id).toBe(true);
      expect(checkpoints.length, id).toBeLessThanOrEqual(2);
      expect(endings.length, id).toBeGreaterThanOrEqual(5);
      expect(endings.length, id).toBeLessThanOrEqual(7);
      if (turns < 8) continue;
      for (const turn of [shock?.turn ?? -1, crossroads?.turn ?? -1]) expect(turn >= second && turn < third, id).toBe(true);
    }
  });

  test('every seed that ships is played under either bond in its level', () => {
    for (const { id, seeds } of LEVELS) expect(new Set(seeds.map((seed) => drawHidden(worldNamed(id), seed).bond)).size, id).toBe(2);
  });
});

describe('history is fixed and what follows is simulated', () => {
  const dates = new Map(content.facts.map(({ id, date }) => [id, date]));

  test.each(LEVELS)('$id opens on a day, after its history and before its epilogue', ({ start, history, epilogue }) => {
    expect(history.length).toBeGreaterThan(2);
    expect(epilogue.length).toBeGreaterThan(2);
    for (const fact of history) expect((dates.get(fact) as string) <= start, fact).toBe(true);
    for (const fact of epilogue) expect((dates.get(fact) as string) >= start, fact).toBe(true);
    expect(history.map((fact) => dates.get(fact))).toEqual(history.map((fact) => dates.get(fact)).sort());
  });
});

describe('they move next, and something of it is seen', () => {
  test.each(LEVELS)('in $id a desk on which nobody is seen preparing anything is rare', (level) => {
    const world = worldNamed(level.id);
    let [desks, empty] = [0, 0];
    for (const seed of [...level.seeds, ...Array.from({ length: 250 }, (_, i) => 1000 + i)]) {
      const { steps } = playRandomly(world, seed, seed);
      for (const { before, choice } of steps) {
        if (choice.kind !== 'decide' || !isInUse(level, 'telegraph', before.turn)) continue;
        desks++;
        if (before.desk?.telegraph === null) empty++;
      }
    }
    expect(desks).toBeGreaterThan(200);
    expect(empty / desks).toBeLessThan(0.1);
  });
});

describe('every turn has its desk', () => {
  test.each(LEVELS)('$id deals a legal card of each lever on every turn of its seeds, and brings in its steps one by one', (level) => {
    const world = worldNamed(level.id);
    for (const seed of level.seeds) {
      let state: State = begin(world, seed);
      for (let turn = 0; turn < level.turns; turn++) {
        const { desk } = state;
        const hand = (desk?.hand ?? []).map((id) => world.cardById.get(id) as Card);
        const legal = hand.filter((card) => barred(world, state, card) === null).map(({ lever }) => lever);
        for (const lever of LEVERS) expect(legal, `seed ${seed}, turn ${turn}`).toContain(lever);
        expect((desk?.reports.length ?? 0) > 0).toBe(isInUse(level, 'intelligence', turn));
        if (!isInUse(level, 'telegraph', turn)) expect(desk?.telegraph).toBeNull();
        for (const card of level.crossroads?.cards ?? []) expect(hand.some(({ id }) => id === card)).toBe(level.crossroads?.turn === turn);
        state = must(world, state, { kind: 'decide', cards: [] });
      }
      expect(state.phase).toBe('over');
    }
  });

  test('the tutorial adds one part of the desk a turn', () => {
    const tutorial = levelNamed('vostochny-2023');
    expect(Array.from({ length: tutorial.turns }, (_, turn) => tutorial.steps.filter((step) => isInUse(tutorial, step, turn)).length)).toEqual([1, 2, 3, 4]);
  });
});
