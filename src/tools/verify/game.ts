// Whether the model is a game: no dull plan wins, several different plans do well, and knowing the hidden bond pays.

import { holdBalance } from '../../rules/campaign.ts';
import { balanceOf } from '../../rules/endings.ts';
import { BONDS, type Card, type CardId, type Effect, LEVERS, type Level, type Movable, type World } from '../../rules/types.ts';
import { type Lab, planOf, worldOf } from '../lab.ts';
import { runPlan } from '../plans.ts';
import type { Mutant } from './checks.ts';
import { ascending, type Measured, meanOf, measureParts, missesByFigure, quantile } from './measure.ts';
import { type Decisions, difference, type Effort, type Found, scoresOn, search } from './search.ts';

export interface GameCheck {
  id: string;
  says: string;
  mutant: Mutant;
  measure: (game: Game) => Measured[];
}

/** A level with what searching in it has found; seeds of the search and of the judgement are apart. */
export interface Game {
  lab: Lab;
  scoreRange: number;
  effort: Effort;
  world: World;
  found: readonly Found[];
  firstSeed: number;
  n: number;
}

const SEARCH_SEEDS = 500_000;

export function playGame(lab: Lab, scoreRange: number, effort: Effort, firstSeed: number, n: number): Game {
  const world = worldOf(lab);
  return { lab, scoreRange, effort, world, found: search(world, effort, SEARCH_SEEDS), firstSeed, n };
}

const BEST_DECILE = 0.9;

function measureScores(
  { world, firstSeed, n }: Game,
  plans: readonly Decisions[],
  parts: Parameters<typeof measureParts>[1],
  more: (seed: number) => readonly number[] = () => [],
): Measured[] {
  return measureParts((seed) => [...scoresOn(world, plans, seed), ...more(seed)], parts, firstSeed, n);
}

/** Playing one card whenever it can be played. */
function repetitions(level: Level): Decisions[] {
  return level.deck.map((card) => Array.from({ length: level.turns }, () => [card]));
}

const changeCards =
  (change: (card: Card) => Card) =>
  (lab: Lab): Lab => ({ ...lab, library: { ...lab.library, cards: lab.library.cards.map(change) } });
const inert = (card: Card): Card => ({ ...card, delay: 0, rest: 0, when: null, now: [], later: [], attempt: null });

/** A deck of one card a lever, of which only the first does anything, and that much. */
const ONE_CARD: Mutant = {
  says: 'one card does everything and the others nothing',
  change: (lab) => {
    const deck = LEVERS.map((lever) => lab.library.cards.find((card) => card.lever === lever && card.cost === 2 && lab.level.deck.includes(card.id))?.id as CardId);
    const tracks: readonly Movable[] = ['exercises', 'dataSharing', 'missileDefence'];
    const everything = tracks.map((what): Effect => ({ do: 'raise', what, by: 60, rule: 'capital-returns' }));
    return changeCards((card) => ({ ...inert(card), now: card.id === deck[0] ? everything : [] }))({ ...lab, level: { ...lab.level, deck, crossroads: null } });
  },
};

export const GAME_CHECKS: readonly GameCheck[] = [
  {
    id: 'G1',
    says: 'Careless play does worse than nearly every considered plan.',
    mutant: { says: 'no card does anything', change: changeCards(inert) },
    measure: (game) => {
      const random = planOf(game.lab, 'random');
      const plans = game.found.map(({ decisions }) => decisions);
      return measureScores(
        game,
        plans,
        [
          {
            says: 'lower quartile of the plans found less the mean score of random play (points)',
            sense: 'atLeast',
            threshold: 0.01,
            of: (means) => (quantile(ascending(means.slice(0, plans.length)), 0.25) - (means[plans.length] as number)) / 10,
          },
        ],
        (seed) => [balanceOf(runPlan(game.world, random, seed).state) - holdBalance(game.world, seed)],
      );
    },
  },
  {
    id: 'G2',
    says: 'No plan that repeats one card is among the best.',
    mutant: ONE_CARD,
    measure: (game) => {
      const plans = game.found.map(({ decisions }) => decisions);
      return measureScores(
        game,
        [...plans, ...repetitions(game.lab.level)],
        [
          {
            says: 'score at the best decile less that of the best repeated card (points)',
            sense: 'atLeast',
            threshold: 0.01,
            of: (means) => (quantile(ascending(means), BEST_DECILE) - Math.max(...means.slice(plans.length))) / 10,
          },
        ],
      );
    },
  },
  {
    id: 'G3',
    says: 'Several quite different plans are among the best.',
    mutant: ONE_CARD,
    measure: (game) => {
      const plans = game.found.map(({ decisions }) => decisions);
      return measureScores(game, plans, [
        {
          says: 'plans in the best decile that differ from each other in half their choices',
          sense: 'atLeast',
          threshold: 3,
          of: (means) => {
            const least = quantile(ascending(means), BEST_DECILE);
            return unlike(plans.filter((_, i) => (means[i] as number) >= least)).length;
          },
        },
      ]);
    },
  },
  {
    id: 'G4',
    says: 'Knowing the bond pays, and some cards are right under one bond and wrong under the other.',
    mutant: {
      says: 'Moscow answers alike under either bond, and shields do not blunt Russian technology',
      change: (lab) =>
        changeCards((card) => (card.attempt?.of === 'moscow' ? { ...card, attempt: { ...card.attempt, alliance: [330, 330, 330], expedience: [330, 330, 330] } } : card))({
          ...lab,
          changed: { ...lab.changed, blunting: 0 },
        }),
    },
    measure: knowingPays,
  },
];

/** Greedily, plans that each differ from all those before in at least half their turns. */
function unlike(plans: readonly Decisions[]): Decisions[] {
  const kept: Decisions[] = [];
  for (const plan of plans) if (kept.every((other) => difference(plan, other) >= 0.5)) kept.push(plan);
  return kept;
}

function knowingPays({ lab, scoreRange, effort, world, found, firstSeed, n }: Game): Measured[] {
  const worlds = BONDS.map((bond) => worldOf(lab, { bond }));
  const longer: Effort = { ...effort, tries: effort.tries * 4 };
  const crossroads = lab.level.crossroads?.cards ?? [];
  const unknowing = search(world, longer, SEARCH_SEEDS, startsFor(lab.level, found.slice(0, 3), crossroads))[0] as Found;
  const knowing = worlds.map((known) => search(known, longer, SEARCH_SEEDS, startsFor(lab.level, [unknowing, ...found.slice(0, 2)], crossroads))[0] as Found);
  const alliance = world.level.prior.alliance / 1000;
  const chances = [1 - alliance, alliance];
  const gains = measureParts(
    (seed) =>
      worlds.map((known, b) => {
        const [informed = 0, blind = 0] = scoresOn(known, [(knowing[b] as Found).decisions, unknowing.decisions], seed);
        return (chances[b] as number) * (informed - blind);
      }),
    [
      {
        says: 'gain of the best plans that know the bond over the best that does not ÷ score range',
        sense: 'atLeast',
        threshold: 0.1,
        of: ([e = 0, a = 0]) => (e + a) / scoreRange,
      },
    ],
    firstSeed,
    n,
  );
  const faces = lab.level.deck.map((card) => facesOf(card, worlds, firstSeed, n));
  const figure = faces.filter((parts) => parts.length > 0 && !parts.some(missesByFigure)).length;
  const bound = faces.filter((parts) => parts.length > 0 && parts.every(({ passed }) => passed)).length;
  return [...gains, { says: 'cards right under one bond and wrong under the other', sense: 'atLeast', threshold: 2, figure, bound, passed: bound >= 2 }];
}

/** Good plans, and the best of them with each card of the crossroads taken on its turn. */
function startsFor({ crossroads }: Level, good: readonly Found[], cards: readonly CardId[]): Decisions[] {
  const [best] = good;
  const taking = best === undefined || crossroads === null ? [] : cards.map((card) => best.decisions.with(crossroads.turn, [card]));
  return [...good.map(({ decisions }) => decisions), ...taking];
}

const SPLITTING_SEEDS = 60;

/** What playing a card once gains under the bond where it is right and under the other, on the turn that splits them most; empty where none does. */
function facesOf(card: CardId, worlds: readonly World[], firstSeed: number, n: number): Measured[] {
  const { turns } = (worlds[0] as World).level;
  const held: Decisions = Array.from({ length: turns }, () => []);
  const once = held.map((_, turn) => held.with(turn, [card]));
  const [underE = [], underA = []] = worlds.map((world) => {
    const rows = Array.from({ length: SPLITTING_SEEDS }, (_, i) => scoresOn(world, once, SEARCH_SEEDS + i));
    return once.map((_, turn) => meanOf(rows.map((row) => row[turn] as number)));
  });
  const split = (turn: number) => {
    const [e, a] = [underE[turn] as number, underA[turn] as number];
    return e * a < 0 ? Math.min(Math.abs(e), Math.abs(a)) : 0;
  };
  const turn = [...once.keys()].reduce((best, other) => (split(other) > split(best) ? other : best), 0);
  if (split(turn) === 0) return [];
  const [right, wrong] = (underE[turn] as number) > 0 ? [0, 1] : [1, 0];
  return measureParts(
    (seed) => worlds.map((world) => scoresOn(world, [once[turn] as Decisions], seed)[0] as number),
    [
      { says: 'gain where it is right', sense: 'atLeast', threshold: 0, of: (means) => means[right] as number },
      { says: 'gain where it is wrong', sense: 'atMost', threshold: 0, of: (means) => means[wrong] as number },
    ],
    firstSeed,
    n,
  );
}

export const BEST_PLANS_DIFFER = 'What is best in one level is not best in another.';

/** G5: how far a level's own best plan leads the best plans of the other levels. */
export function bestPlansDiffer(game: Game, games: readonly Game[]): Measured[] {
  const bests = [game, ...games.filter((other) => other !== game)].map(({ found }) => (found[0] as Found).decisions);
  return measureScores(game, bests, [
    {
      says: 'lead of this level’s best plan over that of the nearest other level ÷ score range',
      sense: 'atLeast',
      threshold: 0.01,
      of: ([own = 0, ...others]) => (own - Math.max(...others)) / game.scoreRange,
    },
  ]);
}
