import { describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { begin, SLOTS } from '../../src/rules/apply.ts';
import { forecastBenchmark } from '../../src/rules/benchmark.ts';
import { holdBalance } from '../../src/rules/campaign.ts';
import { barred, excludes } from '../../src/rules/cards.ts';
import { balanceOf } from '../../src/rules/endings.ts';
import { draw, STREAM } from '../../src/rules/hash.ts';
import { blindBalance, blindCards } from '../../src/telling/blind.ts';
import { debriefOf } from '../../src/telling/debrief.ts';
import type { Playthrough } from '../../src/telling/playthrough.ts';
import { FUTURES, OTHER_SEEDS, reckon, reckoningOf } from '../../src/telling/reckoning.ts';
import { luckTexts } from '../../src/telling/verdict.ts';
import { LEVEL_IDS } from '../content.ts';
import { must } from '../rules/player.ts';
import { clicking, diced, held, leaning, SEEDS, words } from './campaigns.ts';

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

  test('measures blind picks on the same other seeds, against holding: a fifth of them lies below, a fifth above', () => {
    const { world, state } = held(level, 5);
    const open = { ...world, openHand: true };
    const gained = Array.from({ length: OTHER_SEEDS }, (_, i) => {
      const seed = draw(state.seed, STREAM.resample, world.level.turns, i);
      return blindBalance(world, seed) - holdBalance(open, seed);
    });
    const { low, high } = reckoningOf(held(level, 5)).luck.blind;
    expect(low).toBeLessThan(high);
    expect(gained.filter((gain) => gain < low).length).toBeLessThanOrEqual(OTHER_SEEDS / 5);
    expect(gained.filter((gain) => gain <= low).length).toBeGreaterThanOrEqual(OTHER_SEEDS / 5);
    expect(gained.filter((gain) => gain > high).length).toBeLessThanOrEqual(OTHER_SEEDS / 5);
    expect(gained.filter((gain) => gain >= high).length).toBeGreaterThanOrEqual(OTHER_SEEDS / 5);
  });

  test('a blind player fills the slots as far as the capital goes', () => {
    const { world } = held(level, 5);
    for (let seed = 0; seed < 40; seed++) {
      let state = begin(world, seed, 'bare');
      while (state.phase !== 'over') {
        const cards = blindCards(world, state);
        const left = cards.reduce((capital, { cost }) => capital - cost, state.capital);
        const more = world.cards.some(
          (card) =>
            state.desk?.hand.includes(card.id) && card.cost <= left && !cards.some((other) => other === card || excludes(card, other)) && barred(world, state, card) === null,
        );
        expect(cards.length === SLOTS || !more, `seed ${seed}, turn ${state.turn}`).toBe(true);
        state = must(world, state, { kind: 'decide', cards: cards.map(({ id }) => id) });
      }
    }
  });

  test('calls few who click at random skilled', () => {
    const N = 20;
    const told = (play: Playthrough) => luckTexts(words, reckoningOf(play).luck)[0];
    const { skill, asBlind } = english.debrief.luck;
    const clicked = Array.from({ length: N }, (_, seed) => told(clicking(level, 300 + seed)));
    expect(clicked.filter((text) => text.includes(skill)).length / N).toBeLessThanOrEqual(0.2);
    expect(clicked.filter((text) => text.includes(asBlind)).length / N).toBeGreaterThanOrEqual(0.5);
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
