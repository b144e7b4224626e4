// What the model must show: each check names its claims, what is measured, the threshold, and a mutant under which it fails.

import { moveChance, testChance } from '../../rules/actors.ts';
import { begin } from '../../rules/apply.ts';
import { balanceOf } from '../../rules/endings.ts';
import { HYPOTHESES } from '../../rules/hypotheses.ts';
import { giftOf, transferOf } from '../../rules/technology.ts';
import {
  type Bond,
  type CardId,
  type Effect,
  type Gifts,
  type Hidden,
  type Level,
  type Lever,
  type Move,
  type Observer,
  type State,
  TRACKS,
  type World,
} from '../../rules/types.ts';
import { beijingChance } from '../../rules/world.ts';
import { type Lab, NAMED_PLANS, type NamedPlan, planOf, worldOf } from '../lab.ts';
import { type Plan, runPlan } from '../plans.ts';
import type { Part } from './measure.ts';

export interface Mutant {
  /** What is changed, in words. */
  says: string;
  change: (lab: Lab) => Lab;
}

export interface Check {
  id: string;
  claims: readonly string[];
  says: string;
  mutant: Mutant;
  /** Prepares the check's worlds once, and says what is measured in them and how. */
  prepare: (lab: Lab, scoreRange: number) => { trial: (seed: number) => readonly number[]; parts: readonly Part[] };
}

const assuming =
  (changed: Lab['changed']) =>
  (lab: Lab): Lab => ({ ...lab, changed: { ...lab.changed, ...changed } });

const ratio = (above: number, below: number) => (below === 0 ? 0 : above / below);
const finalState = (world: World, plan: Plan, seed: number) => runPlan(world, plan, seed).state;
const plansOf = (lab: Lab) => NAMED_PLANS.map((id) => planOf(lab, id));

/** The mean over the six named plans of a measure of the campaign's last state. */
function overPlans(lab: Lab, world: World, seed: number, measure: (over: State) => number): number {
  const plans = plansOf(lab);
  return plans.reduce((sum, plan) => sum + measure(finalState(world, plan, seed)), 0) / plans.length;
}

const never = (level: Level) => level.turns;
const midGame = (level: Level) => Math.floor(level.turns / 2);

/** A plan without its steps of a lever: those slots are held. */
function without(lab: Lab, plan: Plan, lever: Lever): Plan {
  const leverOf = new Map(lab.library.cards.map((card) => [card.id, card.lever]));
  return { ...plan, steps: plan.steps.filter(({ cards }) => cards.some((card) => leverOf.get(card) !== lever)) };
}

/** Whether a move turns Moscow to the West. */
const opensToTheWest = (move: Move) => move.effects.some(({ do: verb, what }) => what === 'thaw' && (verb === 'raise' || verb === 'strengthen'));

/** The card of each track that raises it most, and one plan for each that plays it every turn it can. */
function trackCards(lab: Lab): CardId[] {
  const inDeck = lab.library.cards.filter(({ id, irreversible }) => lab.level.deck.includes(id) && irreversible === null);
  const raise = (effects: readonly Effect[], track: string) => effects.reduce((sum, { what, by }) => sum + (what === track ? by : 0), 0);
  return TRACKS.map((track) => inDeck.reduce((best, card) => (raise([...card.now, ...card.later], track) > raise([...best.now, ...best.later], track) ? card : best)).id);
}

function repeat(cards: CardId[], rotate: boolean): Plan {
  return { id: cards.join(), purse: 2, steps: [{ when: { every: 1, offset: 0, uneaseAtLeast: 0 }, cards, rotate }], random: false };
}

/** A level in which Moscow and Pyongyang stay about as close as they begin, and Beijing's unease has settled on it. */
function heldAtCloseness(lab: Lab, closeness: number): Lab {
  return {
    ...lab,
    level: { ...lab.level, opening: { ...lab.level.opening, closeness } },
    changed: { ...lab.changed, tradeDraws: 0, isolationDraws: 0, cooling: 0, peaceCooling: 0 },
  };
}

/** Even odds of an alliance and of help. */
function evenOdds(prior: Level['prior']): Level['prior'] {
  return { ...prior, alliance: 500, help: { alliance: prior.help.alliance, expedience: 1000 - prior.help.alliance } };
}

/** Half as large, so that one track takes a whole campaign's capital without filling up. */
function byFixedSteps(effect: Effect): Effect {
  return effect.do === 'strengthen' && TRACKS.some((track) => track === effect.what) ? { ...effect, do: 'raise', by: effect.by >> 1 } : effect;
}

const SUBMARINE_HELP = { submarine: 15, slbm: 15 };

export const CHECKS: readonly Check[] = [
  {
    id: 'V1',
    claims: ['alliance-unlocks', 'expedience-restrains'],
    says: 'An alliance unlocks technology that a convenience holds back.',
    mutant: {
      says: 'an alliance gives as a convenience does',
      change: (lab) => {
        const { expedienceBase, expedienceNeed } = worldOf(lab).a;
        return assuming({ allianceBase: expedienceBase, allianceNeed: expedienceNeed })(lab);
      },
    },
    prepare: (lab) => {
      const [alliance, expedience] = [worldOf(lab, { bond: 'alliance' }), worldOf(lab, { bond: 'expedience' })];
      return {
        trial: (seed) => [overPlans(lab, alliance, seed, transferOf), overPlans(lab, expedience, seed, transferOf)],
        parts: [{ says: 'mean transfer under alliance ÷ under expedience', sense: 'atLeast', threshold: 1.5, of: ([a = 0, e = 0]) => ratio(a, e) }],
      };
    },
  },
  {
    id: 'V2',
    claims: ['war-feeds-dependence'],
    says: 'A longer war makes Russia depend on North Korean munitions and share more.',
    mutant: { says: 'Russia needs as much in peace as in war', change: (lab) => assuming({ needEnded: worldOf(lab).a.needFighting })(lab) },
    prepare: (lab) => {
      const [war, peace] = [worldOf(lab, { warEndsAt: never(lab.level) }), worldOf(lab, { warEndsAt: midGame(lab.level) })];
      return {
        trial: (seed) =>
          [war, peace].flatMap((world) => [overPlans(lab, world, seed, ({ containers }) => containers - lab.level.opening.containers), overPlans(lab, world, seed, transferOf)]),
        parts: [
          { says: 'munitions, war to the end ÷ war ended at mid-game', sense: 'atLeast', threshold: 1.3, of: ([w = 0, , p = 0]) => ratio(w, p) },
          { says: 'transfer, war to the end ÷ war ended at mid-game', sense: 'atLeast', threshold: 1.2, of: ([, w = 0, , p = 0]) => ratio(w, p) },
        ],
      };
    },
  },
  {
    id: 'V3',
    claims: ['peace-loosens-need', 'west-pays-better'],
    says: 'Peace lowers the need for munitions and opens a door to the West.',
    mutant: {
      says: 'peace gives Moscow no reason to turn West',
      change: (lab) => ({
        ...lab,
        library: {
          ...lab.library,
          moves: lab.library.moves.map((move) => (opensToTheWest(move) ? { ...move, weight: { ...move.weight, war: { ...move.weight.war, talks: 0, ended: 0 } } } : move)),
        },
      }),
    },
    prepare: (lab) => {
      const endsAt = 2;
      const low = 200;
      const [peace, war] = [worldOf(lab, { warEndsAt: endsAt }), worldOf(lab, { warEndsAt: never(lab.level) })];
      const hold = planOf(lab, 'hold');
      const follow = (world: World, seed: number) => {
        const needs: number[] = [];
        let chance = 0;
        const { state } = runPlan(world, hold, seed, (state) => {
          if (state.turn >= endsAt) needs.push(state.need);
          if (state.turn > endsAt) chance += moveChance(world, state, 'moscow', state.hidden, opensToTheWest);
        });
        return { needs: [...needs, state.need], chance };
      };
      const smallestFall = (needs: readonly number[]) =>
        Math.min(...needs.slice(1).map((need, i) => ((needs[i] as number) > low ? (needs[i] as number) - need : Number.POSITIVE_INFINITY)));
      return {
        trial: (seed) => {
          const inPeace = follow(peace, seed);
          return [inPeace.chance, follow(war, seed).chance, ...inPeace.needs];
        },
        parts: [
          {
            says: 'smallest mean fall of need in a quarter after the war, until it is low (points)',
            sense: 'atLeast',
            threshold: 0.1,
            of: ([, , ...needs]) => smallestFall(needs) / 10,
          },
          { says: 'chance of a Russian opening to the West, war ended ÷ war going on', sense: 'atLeast', threshold: 3, of: ([p = 0, w = 0]) => ratio(p, w) },
        ],
      };
    },
  },
  {
    id: 'V4',
    claims: ['sanctions-have-not-deterred'],
    says: 'Sanctions alone hardly change what Russia hands over.',
    mutant: { says: 'export controls stop nearly all Russian technology', change: assuming({ controlsHold: 1000 }) },
    prepare: (lab) => againstHold(lab, 'sanctions', 0.15),
  },
  {
    id: 'V5',
    claims: ['sanctions-worth-raising'],
    says: 'Sanctions are still worth raising: the article’s mix does better with them.',
    mutant: { says: 'sanctions and controls slow nothing', change: assuming({ sanctionsDrag: 0, controlsHold: 0 }) },
    prepare: (lab, scoreRange) => {
      const world = worldOf(lab);
      const article = planOf(lab, 'article');
      const bare = without(lab, article, 'sanctions');
      return {
        trial: (seed) => [balanceOf(finalState(world, article, seed)) - balanceOf(finalState(world, bare, seed))],
        parts: [{ says: 'gain in balance from the article plan’s sanctions ÷ score range', sense: 'atLeast', threshold: 0.03, of: ([gain = 0]) => gain / scoreRange }],
      };
    },
  },
  {
    id: 'V6',
    claims: ['beijing-uneasy', 'overlapping-interest'],
    says: 'Beijing helps more when Moscow and Pyongyang are close, and drawing them closer for that never pays.',
    mutant: { says: 'Beijing’s unease does not move it', change: assuming({ uneaseOpensBeijing: 0 }) },
    prepare: (lab) => {
      const [close, distant] = [worldOf(heldAtCloseness(lab, 800)), worldOf(heldAtCloseness(lab, 200))];
      const china = planOf(lab, 'china');
      const settled = 3;
      const bonuses = lab.library.cards.flatMap(({ id, attempt }) => (lab.level.deck.includes(id) && attempt?.of === 'beijing' ? [attempt.bonus] : []));
      const chance = (world: World, seed: number) => {
        let sum = 0;
        runPlan(world, china, seed, (state) => {
          if (state.turn >= settled) for (const bonus of bonuses) sum += beijingChance(world, state, bonus);
        });
        return sum / bonuses.length / (lab.level.turns - settled) / 1000;
      };
      const [pushed, natural] = [worldOf(lab, { closeness: 100 }), worldOf(lab)];
      return {
        trial: (seed) => [chance(close, seed), chance(distant, seed), balanceOf(finalState(natural, china, seed)) - balanceOf(finalState(pushed, china, seed))],
        parts: [
          { says: 'chance that a request to Beijing succeeds, closeness 80 ÷ closeness 20', sense: 'atLeast', threshold: 2, of: ([c = 0, d = 0]) => ratio(c, d) },
          { says: 'chance that it succeeds at closeness 20', sense: 'atMost', threshold: 0.5, of: ([, d = 0]) => d },
          { says: 'balance lost under the China plan by ten points more closeness (points)', sense: 'atLeast', threshold: 0, of: ([, , lost = 0]) => lost / 10 },
        ],
      };
    },
  },
  {
    id: 'V7',
    claims: ['trilateral-is-best'],
    says: 'Of the single levers, the partnership leaves the best balance.',
    mutant: { says: 'exercises harden the other camp', change: (lab) => ({ ...lab, rival: lab.library.rivals.find(({ id }) => id === 'exercises-harden') ?? null }) },
    prepare: (lab) => {
      const world = worldOf(lab);
      const plans = (['trilateral', 'sanctions', 'china'] as const).map((id) => planOf(lab, id));
      return {
        trial: (seed) => plans.map((plan) => balanceOf(finalState(world, plan, seed)) / 10),
        parts: [
          {
            says: 'mean balance of the trilateral plan less that of the best other single lever (points)',
            sense: 'atLeast',
            threshold: 0,
            of: ([t = 0, s = 0, c = 0]) => t - Math.max(s, c),
          },
        ],
      };
    },
  },
  {
    id: 'V8',
    claims: ['five-tracks'],
    says: 'The same capital spread over five tracks beats any one of them.',
    mutant: {
      says: 'returns on a track do not diminish but grow',
      change: (lab) => ({
        ...assuming({ diminishing: -1000 })(lab),
        library: { ...lab.library, cards: lab.library.cards.map((card) => ({ ...card, now: card.now.map(byFixedSteps), later: card.later.map(byFixedSteps) })) },
      }),
    },
    prepare: (lab, scoreRange) => {
      const world = worldOf(lab);
      const cards = trackCards(lab);
      const plans = [repeat(cards, true), ...cards.map((card) => repeat([card], false))];
      return {
        trial: (seed) => plans.map((plan) => balanceOf(finalState(world, plan, seed))),
        parts: [
          {
            says: 'balance of the spread plan less that of the best single track ÷ score range',
            sense: 'atLeast',
            threshold: 0.03,
            of: ([spread = 0, ...single]) => (spread - Math.max(...single)) / scoreRange,
          },
        ],
      };
    },
  },
  {
    id: 'V9',
    claims: ['limited-leverage'],
    says: 'What Moscow hands over hangs on the bond and the war more than on US policy; the balance hangs on policy.',
    mutant: { says: 'the partnership’s tracks deter nothing', change: assuming({ trackWeight: 0 }) },
    prepare: (lab) => {
      const plans = plansOf(lab);
      const bonds: readonly Bond[] = ['expedience', 'alliance'];
      const cells = bonds.flatMap((bond, b) =>
        [midGame(lab.level), never(lab.level)].flatMap((warEndsAt, w) => {
          const world = worldOf(lab, { bond, warEndsAt });
          return plans.map((plan, p) => ({ world, plan, at: { bond: b, war: w, plan: p } }));
        }),
      );
      const share = (means: readonly number[], by: keyof (typeof cells)[number]['at']) => {
        const grand = cells.reduce((sum, _, i) => sum + (means[i] as number), 0) / cells.length;
        const total = cells.reduce((sum, _, i) => sum + (means[cells.length + i] as number), 0) / cells.length - grand * grand;
        const groups = Map.groupBy(cells.keys(), (i) => (cells[i] as (typeof cells)[number]).at[by]);
        const between = [...groups.values()].map((group) => group.reduce((sum, i) => sum + (means[i] as number), 0) / group.length - grand);
        return between.reduce((sum, gap) => sum + gap * gap, 0) / between.length / total;
      };
      const half = 2 * cells.length;
      const ofTransfer = (means: readonly number[]) => means.slice(0, half);
      const ofBalance = (means: readonly number[]) => means.slice(half);
      return {
        trial: (seed) => {
          const ends = cells.map(({ world, plan }) => finalState(world, plan, seed));
          const [transfers, balances] = [ends.map(transferOf), ends.map(balanceOf)];
          return [...transfers, ...transfers.map((value) => value * value), ...balances, ...balances.map((value) => value * value)];
        },
        parts: [
          { says: 'share of the plan in the variance of transfer', sense: 'atMost', threshold: 0.2, of: (means) => share(ofTransfer(means), 'plan') },
          {
            says: 'the same less the shares of bond and war together',
            sense: 'atMost',
            threshold: 0,
            of: (means) => share(ofTransfer(means), 'plan') - share(ofTransfer(means), 'bond') - share(ofTransfer(means), 'war'),
          },
          {
            says: 'share of the plan in the variance of balance, less the larger of bond and war',
            sense: 'atLeast',
            threshold: 0,
            of: (means) => share(ofBalance(means), 'plan') - Math.max(share(ofBalance(means), 'bond'), share(ofBalance(means), 'war')),
          },
        ],
      };
    },
  },
  {
    id: 'V10',
    claims: ['threats-keep-growing'],
    says: 'The threat grows in nearly every campaign whatever is done, though not in all.',
    mutant: {
      says: 'North Korea makes no progress of its own and gets little help',
      change: assuming({ fullTransfer: 40, ownSpace: 0, ownIcbm: 0, ownSubmarine: 0, ownSlbm: 0, shellsPay: 0 }),
    },
    prepare: (lab) => {
      const world = worldOf(lab);
      const plans = plansOf(lab);
      const early = lab.level.turns - 2;
      return {
        trial: (seed) => {
          let [exceptions, expected] = [0, 0];
          const grew = plans.map((plan) => {
            let endedAt = Number.POSITIVE_INFINITY;
            const { state } = runPlan(world, plan, seed, ({ war, turn }) => {
              if (war === 'ended') endedAt = Math.min(endedAt, turn);
            });
            if (state.threat > state.openingThreat) return 1;
            exceptions++;
            if (state.hidden.bond === 'expedience' && endedAt <= early) expected++;
            return 0;
          });
          return [exceptions, expected, ...grew];
        },
        parts: [
          {
            says: 'share of campaigns in which the threat grows, under the plan where it grows least often',
            sense: 'atLeast',
            threshold: 0.9,
            of: ([, , ...grew]) => Math.min(...grew),
          },
          { says: 'share of campaigns, over all named plans, in which it does not grow', sense: 'atLeast', threshold: 0.001, of: ([exceptions = 0]) => exceptions / plans.length },
          { says: 'share of those with early peace and expedience', sense: 'atLeast', threshold: 0.5, of: ([exceptions = 0, expected = 0]) => ratio(expected, exceptions) },
        ],
      };
    },
  },
  {
    id: 'V11',
    claims: ['space-helps-icbm', 'submarine-help'],
    says: 'Help with space launch helps ICBMs; help with submarines helps submarines and their missiles.',
    mutant: { says: 'space help does not spill over', change: assuming({ spaceSpill: 0 }) },
    prepare: (lab) => {
      const hold = planOf(lab, 'hold');
      const [plain, space, submarine] = [worldOf(lab), worldOf(lab, { extraHelp: { space: 20 } }), worldOf(lab, { extraHelp: SUBMARINE_HELP })];
      return {
        trial: (seed) => {
          const [without, withSpace, withSubmarine] = [plain, space, submarine].map((world) => finalState(world, hold, seed)) as [State, State, State];
          return [
            withSpace.giftIcbm + withSpace.ownIcbm - without.giftIcbm - without.ownIcbm,
            withSubmarine.giftSubmarine - without.giftSubmarine,
            withSubmarine.giftSlbm - without.giftSlbm,
            withSpace.giftSubmarine + withSpace.giftSlbm - without.giftSubmarine - without.giftSlbm,
          ];
        },
        parts: [
          { says: 'gain of the ICBM track from space help alone (points)', sense: 'atLeast', threshold: 1, of: ([icbm = 0]) => icbm / 10 },
          { says: 'gain of the submarine track from submarine help (points)', sense: 'atLeast', threshold: 1, of: ([, submarine = 0]) => submarine / 10 },
          { says: 'gain of the SLBM track from submarine help (points)', sense: 'atLeast', threshold: 1, of: ([, , slbm = 0]) => slbm / 10 },
          { says: 'gain of both from space help (points)', sense: 'atMost', threshold: 0.5, of: ([, , , crossed = 0]) => crossed / 10 },
        ],
      };
    },
  },
  {
    id: 'V12',
    claims: ['satellite-preview'],
    says: 'An early launch success speaks a little for Russian help and for an alliance.',
    mutant: { says: 'earlier help left no trace in the launch program', change: (lab) => ({ ...lab, level: { ...lab.level, prior: { ...lab.level.prior, helpGift: 0 } } }) },
    prepare: (lab) => {
      const world = worldOf({ ...lab, rival: null, level: { ...lab.level, prior: evenOdds(lab.level.prior) } });
      const isAlliance = (hidden: Hidden) => hidden.bond === 'alliance';
      return {
        trial: (seed) => {
          const { ownSpace, observer } = begin(world, seed);
          const before = world.prior.map((chance) => chance / 1e9);
          const joint = before.map((chance, i) => chance * testChance(world, ownSpace + giftOf((observer as Observer).gifts[i] as Gifts, 'space')));
          const after = joint.map((weight) => weight / joint.reduce((sum, other) => sum + other));
          const rise = (is: (hidden: Hidden) => boolean) => HYPOTHESES.reduce((sum, hidden, i) => sum + (is(hidden) ? (after[i] as number) - (before[i] as number) : 0), 0) * 100;
          return [rise(({ help }) => help), rise(isAlliance)];
        },
        parts: [
          { says: 'rise of the ideal observer’s belief in help by a success (points)', sense: 'atLeast', threshold: 2, of: ([help = 0]) => help },
          { says: 'the same', sense: 'atMost', threshold: 10, of: ([help = 0]) => help },
          { says: 'rise of its belief in an alliance (points)', sense: 'atLeast', threshold: 2, of: ([, alliance = 0]) => alliance },
          { says: 'the same', sense: 'atMost', threshold: 10, of: ([, alliance = 0]) => alliance },
        ],
      };
    },
  },
  {
    id: 'V13',
    claims: ['key-question', 'peace-loosens-need'],
    says: 'Peace undoes a convenience more than it undoes an alliance.',
    mutant: {
      says: 'a convenience rests on need as little as an alliance does',
      change: (lab) => {
        const { allianceBase, allianceNeed } = worldOf(lab).a;
        return assuming({ expedienceBase: allianceBase, expedienceNeed: allianceNeed, westRestrains: 0 })(lab);
      },
    },
    prepare: (lab) => {
      const arms = (['expedience', 'alliance'] as const).flatMap((bond) => [midGame, never].map((when) => worldOf(lab, { bond, warEndsAt: when(lab.level) })));
      return {
        trial: (seed) => arms.map((world) => overPlans(lab, world, seed, transferOf)),
        parts: [
          {
            says: 'share of transfer cut by peace, expedience ÷ alliance',
            sense: 'atLeast',
            threshold: 1.5,
            of: ([ePeace = 0, eWar = 0, aPeace = 0, aWar = 0]) => ratio(1 - ratio(ePeace, eWar), 1 - ratio(aPeace, aWar)),
          },
        ],
      };
    },
  },
  {
    id: 'V14',
    claims: ['limited-leverage', 'trilateral-is-best'],
    says: 'The partnership answers the threat; it does not stop the transfers.',
    mutant: { says: 'every exercise drives the two far closer together, and closeness decides what is shared', change: assuming({ hardening: 6000, closenessEases: 1000 }) },
    prepare: (lab) => againstHold(lab, 'trilateral', 0.1),
  },
];

function againstHold(lab: Lab, id: NamedPlan, threshold: number): ReturnType<Check['prepare']> {
  const world = worldOf(lab);
  const [plan, hold] = [planOf(lab, id), planOf(lab, 'hold')];
  return {
    trial: (seed) => [transferOf(finalState(world, plan, seed)), transferOf(finalState(world, hold, seed))],
    parts: [{ says: `change of transfer under ${id} against hold, as a share`, sense: 'atMost', threshold, of: ([changed = 0, held = 0]) => Math.abs(ratio(changed, held) - 1) }],
  };
}
