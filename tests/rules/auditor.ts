// A second ideal observer, slow and apart from the engine's: it reads a campaign's log of what was shown, and weighs each hypothesis by
// the published chances of every report, estimate, move, answer, test and crisis in it.

import { testChance } from '../../src/rules/actors.ts';
import { HYPOTHESES } from '../../src/rules/hypotheses.ts';
import type { Quarter } from '../../src/rules/quarter.ts';
import { giftOf, giftsOf, ownOf, threatOf, threatParts, transferTechnology } from '../../src/rules/technology.ts';
import {
  type Condition,
  type Event,
  type Gifts,
  type Hidden,
  type Move,
  type MoveId,
  type RuleId,
  type State,
  TECH,
  type Tech,
  type Topic,
  type World,
} from '../../src/rules/types.ts';
import { deterrenceOf } from '../../src/rules/world.ts';
import type { Step } from './player.ts';

/** Chance in per mille that an estimate is off by −8 … +8 steps of 50 tenths. */
const OFF_BY = [1, 1, 2, 3, 8, 20, 75, 190, 400, 190, 75, 20, 8, 3, 2, 1, 1];
const stepOf = (level: number) => Math.floor(level / 50);

/** The first thing told after Moscow has given: what is given, or what is built at home. */
const AFTER_GIVING: readonly RuleId[] = [
  'alliance-gives-freely',
  'expedience-holds-back',
  'war-needs-loosen-technology',
  'west-holds-back',
  'controls-hold-back',
  'home-grown-progress',
];

interface Books {
  weights: number[];
  gifts: Gifts[];
}

/** The posterior and the gifts under each hypothesis at the start of each turn and at the end. */
export function audit(world: World, start: State, steps: readonly Step[]): Books[] {
  const auditor = new Auditor(world);
  for (const tech of TECH) auditor.readEstimate(start, tech);
  auditor.readDesk(start);
  const books = [auditor.close()];
  for (const { before, choice, events, after } of steps) {
    if (choice.kind !== 'decide') continue;
    auditor.readQuarter(before, events);
    if (after.desk !== null) {
      auditor.readEstimate(after, after.desk.assessed);
      auditor.readDesk(after);
    }
    books.push(auditor.close());
  }
  return books;
}

class Auditor {
  readonly #world: World;
  #weights: number[];
  #gifts: Gifts[];

  constructor(world: World) {
    this.#world = world;
    const { giftSpace, giftIcbm, giftSubmarine, giftSlbm } = world.level.opening;
    this.#weights = HYPOTHESES.map((hidden) => priorOf(world, hidden));
    this.#gifts = HYPOTHESES.map(({ help }) => [giftSpace + (help ? world.level.prior.helpGift : 0), giftIcbm, giftSubmarine, giftSlbm]);
  }

  close(): Books {
    const total = this.#weights.reduce((sum, weight) => sum + weight, 0);
    this.#weights = this.#weights.map((weight) => weight / total);
    return { weights: this.#weights, gifts: this.#gifts };
  }

  #weigh(likelihood: (hidden: Hidden, gifts: Gifts) => number): void {
    this.#weights = this.#weights.map((weight, i) => weight * likelihood(HYPOTHESES[i] as Hidden, this.#gifts[i] as Gifts));
  }

  readEstimate(state: State, tech: Tech): void {
    const shown = (state.estimates[tech] - 25) / 50;
    this.#weigh((_, gifts) => {
      const truth = stepOf(ownOf(state, tech) + giftOf(gifts, tech));
      // The scale has 20 steps; all that lies below the first or above the last is shown there.
      const leading = OFF_BY.filter((_, i) => Math.min(19, Math.max(0, truth + i - 8)) === shown);
      return leading.reduce((sum, chance) => sum + chance, 0) / 1000;
    });
  }

  readDesk(state: State): void {
    for (const report of state.desk?.reports ?? []) this.#readReport(report);
    const telegraph = state.desk?.telegraph ?? null;
    for (const seen of [...(state.desk?.quiet ?? []), ...(telegraph === null ? [] : [telegraph])]) if (seen.actor === 'moscow') this.#readMove(state, seen.move);
  }

  #readReport({ topic: id, reading, clear }: { topic: string; reading: string; clear: boolean }): void {
    const topic = this.#world.topics.find((topic) => topic.id === id) as Topic;
    const row = topic.readings.find((row) => row.id === reading) as Topic['readings'][number];
    const column = (hidden: Hidden) => ({ bond: hidden.bond === 'alliance' ? 1 : 0, west: hidden.west, help: hidden.help ? 1 : 0, none: 0 })[topic.axis];
    this.#weigh((hidden) => ((clear ? row.clearer : row.chance)[column(hidden)] as number) / 1000);
  }

  #readMove(state: State, chosen: MoveId): void {
    const { fixed, shock, turns } = this.#world.level;
    const arranged = new Set([...fixed.map(({ move }) => move), ...(shock?.options ?? [])]);
    const free = [...this.#world.moveById.values()].filter(({ id, actor, when }) => actor === 'moscow' && !arranged.has(id) && isOpen(when, state, turns));
    this.#weigh((hidden) => {
      const weights = free.map((move) => weightOf(move, state, hidden));
      const of = free.findIndex(({ id }) => id === chosen);
      return (weights[of] as number) / weights.reduce((sum, weight) => sum + weight, 0);
    });
  }

  /** Goes through a quarter's events with every number as it stood when each was told. */
  readQuarter(before: State, events: readonly Event[]): void {
    const now: State = { ...before, observer: null };
    let given = false;
    let settled = false;
    const fixed = new Set((this.#world.fixedAt[before.turn] ?? []).map(({ id }) => id));
    for (const event of events) {
      const rule = 'because' in event ? event.because.rule : null;
      if (!given && rule !== null && AFTER_GIVING.includes(rule)) {
        given = true;
        this.#give(now);
      }
      const isReckoning = event.type === 'quarterEnded' || (event.type === 'changed' && (event.what === 'threat' || event.what === 'deterrence'));
      if (!settled && (event.type === 'crisisBroke' || isReckoning)) {
        settled = true;
        this.#readCrisis(now, event.type === 'crisisBroke');
      }
      switch (event.type) {
        case 'changed':
          now[event.what] = event.to;
          if (!given && event.what.startsWith('gift')) this.#seeGift(event.what, event.to - event.from);
          break;
        case 'warChanged':
          now.war = event.to;
          break;
        case 'moved':
          if (event.actor === 'moscow' && !event.foreseen && !fixed.has(event.move)) this.#readMove(now, event.move);
          break;
        case 'tested': {
          const chance = (gifts: Gifts) => testChance(this.#world, ownOf(now, event.tech) + giftOf(gifts, event.tech)) / 1000;
          this.#weigh((_, gifts) => (event.succeeded ? chance(gifts) : 1 - chance(gifts)));
          break;
        }
        case 'attempted': {
          const attempt = this.#world.cardById.get(event.card)?.attempt;
          if (attempt?.of === 'moscow') this.#weigh(({ bond, west }) => (event.succeeded ? attempt[bond][west] : 1000 - attempt[bond][west]) / 1000);
          break;
        }
        default:
      }
    }
  }

  #seeGift(what: string, by: number): void {
    const index = ['giftSpace', 'giftIcbm', 'giftSubmarine', 'giftSlbm'].indexOf(what);
    this.#gifts = this.#gifts.map((gifts) => gifts.map((gift, i) => (i === index ? Math.min(1000, gift + by) : gift)) as unknown as Gifts);
  }

  /** What Moscow would have given had each hypothesis been the truth. */
  #give(now: State): void {
    this.#gifts = this.#gifts.map(([giftSpace, giftIcbm, giftSubmarine, giftSlbm], i) => {
      const supposed: Quarter = { world: this.#world, state: { ...now, hidden: HYPOTHESES[i] as Hidden, giftSpace, giftIcbm, giftSubmarine, giftSlbm }, events: null };
      transferTechnology(supposed);
      return giftsOf(supposed.state);
    });
  }

  #readCrisis(now: State, broke: boolean): void {
    const { a } = this.#world;
    const chance = (gifts: Gifts) => {
      const gap = threatOf(threatParts(this.#world, now, gifts)) - deterrenceOf(this.#world, now) - a.crisisMargin;
      return Math.min(400, Math.max(0, Math.trunc((gap * a.crisisSlope) / 1000))) / 1000;
    };
    this.#weigh((_, gifts) => (broke ? chance(gifts) : 1 - chance(gifts)));
  }
}

function isOpen(when: Condition | null, state: State, turns: number): boolean {
  if (when === null) return true;
  const inside = ({ atLeast, atMost }: { atLeast: number; atMost: number }, value: number) => atLeast <= value && value <= atMost;
  const phase = when.war.length === 0 || when.war.includes(state.war);
  return phase && inside(when.turn, state.turn) && inside(when.turnsLeft, turns - 1 - state.turn) && when.where.every((bounds) => inside(bounds, state[bounds.what]));
}

function weightOf({ weight }: Move, state: State, hidden: Hidden): number {
  const settled = weight.base + weight.west * hidden.west + weight.war[state.war] + (hidden.bond === 'alliance' ? weight.alliance : 0);
  return Math.max(
    0,
    weight.by.reduce((sum, { what, perMille }) => sum + Math.trunc((state[what] * perMille) / 1000), settled),
  );
}

function priorOf({ level: { prior } }: World, { bond, west, help }: Hidden): number {
  const alliance = prior.alliance / 1000;
  const helped = prior.help[bond] / 1000;
  return (bond === 'alliance' ? alliance : 1 - alliance) * (prior.west[bond][west] / 1000) * (help ? helped : 1 - helped);
}
