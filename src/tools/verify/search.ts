// Finds good plans by hill climbing: decisions fixed in advance, turn by turn, judged by their mean score over seeds.

import { begin } from '../../rules/apply.ts';
import { playOut } from '../../rules/campaign.ts';
import { balanceOf } from '../../rules/endings.ts';
import { draw, STREAM } from '../../rules/hash.ts';
import type { CardId, World } from '../../rules/types.ts';
import { meanOf } from './measure.ts';

/** The cards of each turn; what cannot be played when its turn comes is held. */
export type Decisions = readonly (readonly CardId[])[];

export interface Effort {
  /** How many plans to begin with, and how many changes to try on each. */
  plans: number;
  tries: number;
  /** How many seeds judge a plan while searching. */
  seeds: number;
}

export interface Found {
  decisions: Decisions;
  /** Mean score on the searching seeds, tenths: too kind, since the plan was chosen by it. */
  score: number;
}

/** The scores of several plans on one seed, tenths. */
export function scoresOn(world: World, plans: readonly Decisions[], seed: number): number[] {
  const start = begin(world, seed, 'bare');
  const held = balanceOf(playOut(world, start, []));
  return plans.map((decisions) => balanceOf(playOut(world, start, decisions)) - held);
}

/**
 * @param from where to begin; otherwise at random plans
 * @returns the plans found without their idle cards, best first
 */
export function search(world: World, { plans, tries, seeds }: Effort, firstSeed: number, from: readonly Decisions[] = randomPlans(world, plans)): Found[] {
  const judged = Array.from({ length: seeds }, (_, i) => begin(world, firstSeed + i, 'bare'));
  const held = meanOf(judged.map((start) => balanceOf(playOut(world, start, []))));
  const judge = (decisions: Decisions) => meanOf(judged.map((start) => balanceOf(playOut(world, start, decisions)))) - held;
  const climb = (start: Decisions, plan: number): Found => {
    let best: Found = { decisions: start, score: judge(start) };
    for (let k = 0; k < tries; k++) {
      const decisions = vary(world, best.decisions, plan, k);
      const score = judge(decisions);
      if (score > best.score) best = { decisions, score };
    }
    return withoutIdleCards(best, judge);
  };
  return from.map(climb).sort((left, right) => right.score - left.score);
}

/** Leaves out what makes no difference, such as cards that can never be played on their turn. */
function withoutIdleCards(found: Found, judge: (decisions: Decisions) => number): Found {
  const idle = found.decisions
    .flatMap((cards, turn) =>
      cards.map((card) =>
        found.decisions.with(
          turn,
          cards.filter((other) => other !== card),
        ),
      ),
    )
    .find((fewer) => judge(fewer) === found.score);
  return idle === undefined ? found : withoutIdleCards({ ...found, decisions: idle }, judge);
}

function randomPlans(world: World, plans: number): Decisions[] {
  return Array.from({ length: plans }, (_, plan) => Array.from({ length: world.level.turns }, (_, turn) => randomTurn(world, plan, turn)));
}

/** Draws of a search, apart from any campaign's. */
function drawn(plan: number, step: number, index: number, below: number): number {
  return draw(plan, STREAM.plan, step, index) % below;
}

function randomTurn({ cards }: World, plan: number, turn: number): CardId[] {
  const chosen = [0, 1].map((slot) => cards[drawn(plan, turn, slot, cards.length)]?.id as CardId);
  return chosen[0] === chosen[1] ? chosen.slice(1) : chosen;
}

/** One change: another card in a slot, an empty slot, or two turns exchanged. */
function vary({ cards }: World, decisions: Decisions, plan: number, attempt: number): Decisions {
  const step = 1000 + attempt;
  const turn = drawn(plan, step, 0, decisions.length);
  const changed = decisions.map((turn) => [...turn]);
  const kind = drawn(plan, step, 1, 4);
  if (kind === 0) {
    const other = drawn(plan, step, 2, decisions.length);
    [changed[turn], changed[other]] = [changed[other] as CardId[], changed[turn] as CardId[]];
    return changed;
  }
  const slot = drawn(plan, step, 3, 2);
  const card = cards[drawn(plan, step, 4, cards.length)]?.id as CardId;
  const rest = (changed[turn] as CardId[]).filter((other, i) => i !== slot && other !== card);
  changed[turn] = kind === 1 ? rest : slot === 0 ? [card, ...rest] : [...rest, card];
  return changed;
}

/** The share of turns, 0 … 1, on which two plans do not choose the same cards. */
export function difference(left: Decisions, right: Decisions): number {
  const differ = left.filter((cards, turn) => [...cards].sort().join() !== [...(right[turn] ?? [])].sort().join());
  return differ.length / left.length;
}
