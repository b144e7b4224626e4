import { describe, expect, test } from 'vitest';
import { forecastBenchmark } from '../../src/rules/benchmark.ts';
import { holdBalance } from '../../src/rules/campaign.ts';
import { balanceOf } from '../../src/rules/endings.ts';
import { draw, STREAM } from '../../src/rules/hash.ts';
import { blindBalance } from '../../src/telling/blind.ts';
import { debriefOf } from '../../src/telling/debrief.ts';
import { BLIND_SEEDS, FUTURES, OTHER_SEEDS, reckon, reckoningOf } from '../../src/telling/reckoning.ts';
import { LEVEL_IDS } from '../content.ts';
import { diced, held, leaning, SEEDS } from './campaigns.ts';

describe.each(LEVEL_IDS)('the reckoning of %s', (level) => {
  test('changes one decision on the same seed and nothing else: undoing the only one played is holding throughout', () => {
    let undone = 0;
    for (const seed of SEEDS) {
      const play = leaning(level, seed, 'trilateral', 1);
      const { instead } = reckoningOf(play);
      if (play.log.choices.every((choice) => choice.kind !== 'decide' || choice.cards.length === 0)) continue;
      expect(instead.map(({ turn }) => turn)).toEqual([0]);
      expect(instead[0]?.by).toBe(-debriefOf(play).score);
      expect(instead[0]?.ending).toBe(debriefOf(held(level, seed)).ending);
      undone++;
    }
    expect(undone).toBeGreaterThan(SEEDS.length / 2);
  });

  test('names every quarter in which cards were played, the most telling first', () => {
    for (const seed of SEEDS) {
      const play = diced(level, seed);
      const { instead } = reckoningOf(play);
      const decided = play.log.choices.filter((choice) => choice.kind === 'decide').flatMap(({ cards }, turn) => (cards.length > 0 ? [{ turn, cards }] : []));
      expect(instead.map(({ turn, cards }) => ({ turn, cards })).sort((left, right) => left.turn - right.turn)).toEqual(decided);
      expect(instead.map(({ by }) => Math.abs(by))).toEqual(instead.map(({ by }) => Math.abs(by)).sort((left, right) => right - left));
    }
  });

  test('finds no skill in holding, and skill in building the partnership', () => {
    expect(reckoningOf(held(level, 5)).luck).toMatchObject({ campaigns: OTHER_SEEDS, worth: 0, better: 0 });
    const built = reckoningOf(leaning(level, 5, 'trilateral')).luck;
    expect(built.worth).toBeGreaterThan(0);
    expect(built.better).toBeGreaterThan(OTHER_SEEDS * 0.9);
  });

  test('measures blind picks on the same other seeds, against holding', () => {
    const { world, state } = held(level, 5);
    const open = { ...world, openHand: true };
    let gained = 0;
    for (let i = 0; i < BLIND_SEEDS; i++) {
      const seed = draw(state.seed, STREAM.resample, world.level.turns, i);
      gained += blindBalance(open, seed) - holdBalance(open, seed);
    }
    expect(reckoningOf(held(level, 5)).luck.blind).toBe(Math.floor(gained / BLIND_SEEDS + 0.5));
    expect(gained).not.toBe(0);
  });

  test('ranks luck evenly: over many seeds a campaign is ahead of half of its like, and the luckiest of most', () => {
    const campaigns = Array.from({ length: 24 }, (_, seed) => held(level, 1000 + seed)).map((play) => ({
      balance: balanceOf(play.state),
      ahead: reckoningOf(play).luck.ahead / OTHER_SEEDS,
    }));
    const mean = campaigns.reduce((sum, { ahead }) => sum + ahead, 0) / campaigns.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.2);
    const byBalance = campaigns.sort((left, right) => left.balance - right.balance);
    expect(byBalance[0]?.ahead).toBeLessThan(0.2);
    expect(byBalance.at(-1)?.ahead).toBeGreaterThan(0.8);
  });

  test('benchmarks each forecast by what could be known at its desk', () => {
    const plays = SEEDS.map((seed) => diced(level, seed));
    for (const play of plays) {
      const asked = play.state.forecasts.flatMap(({ turn, event }) => (event === undefined ? [] : [{ turn, event }]));
      const { benchmarks } = reckoningOf(play);
      expect(benchmarks.map(({ turn }) => turn)).toEqual(asked.map(({ turn }) => turn));
      for (const [i, { turn, event }] of asked.entries()) {
        const desk = play.openings[turn];
        if (desk === undefined) throw new Error('a forecast of a turn that never was');
        expect(benchmarks[i]?.chance).toBe(forecastBenchmark({ ...play.world, openHand: true }, desk, event.event, event.byTurn, FUTURES));
      }
    }
    expect(plays.some((play) => play.state.forecasts.some(({ event }) => event !== undefined))).toBe(true);
  });

  test('rests every few campaigns, so that a page may draw', () => {
    const work = reckon(diced(level, 3));
    let rests = 0;
    while (!work.next().done) rests++;
    expect(rests).toBeGreaterThanOrEqual(OTHER_SEEDS / 10);
  });
});
