// The dear part of the debrief, since it plays many campaigns: luck against skill, one changed decision, and what a forecaster who knows the model would have said.

import { begin } from '../rules/apply.ts';
import { forecastBenchmark } from '../rules/benchmark.ts';
import { decisionsOf } from '../rules/campaign.ts';
import { balanceOf, ending } from '../rules/endings.ts';
import type { CardId, EndingId, World } from '../rules/types.ts';
import { blindBalance } from './blind.ts';
import type { Playthrough } from './playthrough.ts';
import { type Decisions, openHanded, playKept, replaced } from './retold.ts';
import { otherSeed, spreadAt } from './whatIf.ts';

export interface Reckoning {
  luck: LuckAndSkill;
  /** For each quarter in which cards were played, what holding in it would have done; the most telling first. */
  instead: readonly HeldInstead[];
  /** What a forecaster who knows the model would have said of each event that was forecast, per mille. */
  benchmarks: readonly { turn: number; chance: number }[];
}

export interface LuckAndSkill {
  /** Other seeds under which the same decisions were played. */
  campaigns: number;
  /** What the decisions were worth against holding, mean over those seeds, tenths. */
  worth: number;
  /** What cards picked blindly were worth against holding on those seeds, tenths: one in five gained less than `low`, one in five more than `high`. */
  blind: { low: number; high: number };
  /** In how many of them they beat holding. */
  better: number;
  /** How many of them ended at a lower balance than this campaign. */
  ahead: number;
}

export interface HeldInstead {
  turn: number;
  cards: readonly CardId[];
  /** How much higher the balance would have ended, tenths; on the same seed, all other decisions the same. */
  by: number;
  ending: EndingId;
}

export const OTHER_SEEDS = 200;
/** Campaigns, or quarters held, between two rests: a few milliseconds on a slow laptop. */
const STRIDE = 10;
/** Futures drawn for each benchmark. */
export const FUTURES = 200;

/** Yields after every few campaigns, so that a page may draw in between. @param play a campaign that is over */
export function* reckon(play: Playthrough): Generator<undefined, Reckoning> {
  const world = openHanded(play.world);
  const decisions = decisionsOf(play.log.choices);
  const luck = yield* luckAndSkill(world, play, decisions);
  const instead = yield* heldInsteads(world, play, decisions);
  const benchmarks: { turn: number; chance: number }[] = [];
  for (const { turn, event } of play.state.forecasts) {
    const desk = play.openings.find((opening) => opening.turn === turn);
    if (event === undefined || desk === undefined) continue;
    benchmarks.push({ turn, chance: forecastBenchmark(world, desk, event.event, event.byTurn, FUTURES) });
    yield;
  }
  return { luck, instead, benchmarks };
}

/** The same at one go. */
export function reckoningOf(play: Playthrough): Reckoning {
  const work = reckon(play);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function* luckAndSkill(world: World, { world: played, state }: Playthrough, decisions: Decisions): Generator<undefined, LuckAndSkill> {
  const reached = balanceOf(state);
  let [worth, better, ahead] = [0, 0, 0];
  const blind: number[] = [];
  for (let i = 0; i < OTHER_SEEDS; i++) {
    const seed = otherSeed(world, state.seed, i);
    const balance = balanceUnder(world, seed, decisions);
    const held = balanceUnder(world, seed, []);
    worth += balance - held;
    blind.push(blindBalance(played, seed) - held);
    if (balance > held) better++;
    if (balance < reached) ahead++;
    if (i % STRIDE === STRIDE - 1) yield;
  }
  const [low, high] = [spreadAt(blind, 0.2), spreadAt(blind, 0.8)];
  return { campaigns: OTHER_SEEDS, worth: Math.floor(worth / OTHER_SEEDS + 0.5), blind: { low, high }, better, ahead };
}

function* heldInsteads(world: World, { state }: Playthrough, decisions: Decisions): Generator<undefined, HeldInstead[]> {
  const reached = balanceOf(state);
  const found: HeldInstead[] = [];
  for (const [turn, cards] of decisions.entries()) {
    if (cards.length === 0) continue;
    const over = playKept(world, begin(world, state.seed, 'bare'), replaced(decisions, turn, []));
    found.push({ turn, cards, by: balanceOf(over) - reached, ending: ending(world, over) });
    yield;
  }
  return found.sort((left, right) => Math.abs(right.by) - Math.abs(left.by));
}

function balanceUnder(world: World, seed: number, decisions: Decisions): number {
  return balanceOf(playKept(world, begin(world, seed, 'bare'), decisions));
}
