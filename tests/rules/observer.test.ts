import { beforeAll, describe, expect, test } from 'vitest';
import { apply, begin } from '../../src/rules/apply.ts';
import { brier } from '../../src/rules/endings.ts';
import { drawHidden, HYPOTHESES, priorBillionths } from '../../src/rules/hypotheses.ts';
import { idealBelief, posterior } from '../../src/rules/observer.ts';
import { prepare } from '../../src/rules/prepare.ts';
import { giftsOf } from '../../src/rules/technology.ts';
import type { Event, Hidden, Interventions, Observer, State, World } from '../../src/rules/types.ts';
import { mayTell, view } from '../../src/rules/view.ts';
import { content, LEVEL_IDS, levelNamed, worldNamed } from '../content.ts';
import { audit } from './auditor.ts';
import { accepted, diceOf, must, type Played, playRandomly, randomTurn } from './player.ts';

const LEVEL = 'pyongyang-2024';

const STATEMENTS: readonly [says: string, is: (hidden: Hidden) => boolean][] = [
  ['the bond is an alliance', ({ bond }) => bond === 'alliance'],
  ['Moscow values the West much', ({ west }) => west === 2],
  ['Moscow values the West little', ({ west }) => west === 0],
  ['help had begun', ({ help }) => help],
];

const observerOf = (state: State) => state.observer as Observer;
/** The states in which each turn is decided, and the last. */
const desksOf = ({ steps, over }: Played): State[] => [...steps.filter(({ choice }) => choice.kind === 'decide').map(({ before }) => before), over];

// ---------------------------------------------------------------- calibration

/** How far truths are from the chances given to them, in standard errors. */
class Reckoning {
  n = 0;
  #surprise = 0;
  #variance = 0;

  add(chance: number, truth: boolean): void {
    this.n++;
    this.#surprise += (truth ? 1 : 0) - chance;
    this.#variance += chance * (1 - chance);
  }

  /** Whether there are enough doubtful cases to judge by; a few near certainties say too little. */
  get tells(): boolean {
    return this.#variance >= 10;
  }

  get errors(): number {
    return Math.abs(this.#surprise) / Math.sqrt(this.#variance);
  }
}

/** A campaign as calibration sees it: what is true, what was believed of each statement on each turn, and what was shown. */
interface Outline {
  truths: boolean[];
  beliefs: number[][];
  shown: ReadonlySet<string>;
}

function outlineOf(played: Played): Outline {
  const desks = desksOf(played);
  return {
    truths: STATEMENTS.map(([, is]) => is(played.over.hidden)),
    beliefs: desks.map((state) => STATEMENTS.map(([, is]) => posterior(observerOf(state), is))),
    shown: new Set([...desks.flatMap(shownOnDesk), ...played.steps.flatMap(({ events }) => events.flatMap(shownInWorld))]),
  };
}

function shownOnDesk({ desk, estimates, turn }: State): string[] {
  if (desk === null) return [];
  const reports = desk.reports.map(({ topic, reading, clear }) => `the ${clear ? 'clear ' : ''}report ${topic} ${reading}`);
  const prepared = [...desk.quiet, ...(desk.telegraph === null ? [] : [desk.telegraph])].map(({ move }) => `${move} in preparation`);
  return [...reports, ...prepared, `${desk.assessed} put at ${estimates[desk.assessed]} on turn ${turn}`];
}

function shownInWorld(event: Event): string[] {
  switch (event.type) {
    case 'moved':
      return [`${event.move} on turn ${event.turn}`];
    case 'tested':
      return [`a test of ${event.tech} that ${event.succeeded ? 'succeeded' : 'failed'}`];
    case 'attempted':
      return [`${event.card} ${event.succeeded ? 'taken up' : 'declined'}`];
    case 'crisisBroke':
      return ['a crisis'];
    default:
      return [];
  }
}

describe('the ideal observer is calibrated', () => {
  const CAMPAIGNS = 2500;
  const BINS = 10;
  const world = worldNamed(LEVEL);
  const outlines: Outline[] = [];
  beforeAll(() => {
    for (let seed = 0; seed < CAMPAIGNS; seed++) outlines.push(outlineOf(playRandomly(world, seed, seed + 1)));
  });

  test.each(STATEMENTS.map(([says], i) => [says, i] as const))('of the campaigns in which it gives a chance to it that %s, that share is so, on every turn', (_, i) => {
    let groups = 0;
    for (let turn = 0; turn <= world.level.turns; turn++) {
      const bins = Array.from({ length: BINS + 1 }, () => new Reckoning());
      for (const { truths, beliefs } of outlines) {
        const belief = beliefs[turn]?.[i] as number;
        bins[Math.floor(belief * BINS)]?.add(belief, truths[i] as boolean);
      }
      for (const [bin, { n, tells, errors }] of bins.entries()) {
        if (!tells) continue;
        groups++;
        expect(errors, `standard errors, turn ${turn}, beliefs from ${bin / BINS}, ${n} campaigns`).toBeLessThan(4);
      }
    }
    expect(groups).toBeGreaterThan(2 * world.level.turns);
  });

  test('and in every group of campaigns that were shown the same thing: it overlooks nothing and counts nothing twice', () => {
    const groups = new Map<string, Reckoning[]>();
    for (const { truths, beliefs, shown } of outlines) {
      for (const thing of shown) {
        const reckonings = groups.get(thing) ?? STATEMENTS.map(() => new Reckoning());
        groups.set(thing, reckonings);
        for (const [i, reckoning] of reckonings.entries()) reckoning.add(beliefs.at(-1)?.[i] as number, truths[i] as boolean);
      }
    }
    let large = 0;
    for (const [thing, reckonings] of groups) {
      for (const [i, { n, tells, errors }] of reckonings.entries()) {
        if (!tells) continue;
        large++;
        expect(errors, `standard errors, ${STATEMENTS[i]?.[0]}, ${n} campaigns with ${thing}`).toBeLessThan(4.5);
      }
    }
    expect(large).toBeGreaterThan(300);
  });

  test('each hidden fact has a draw of its own: where an alliance is likelier, no alliance is undone and no other fact redrawn', () => {
    const likelier = { ...world, prior: priorBillionths({ ...world.level, prior: { ...world.level.prior, alliance: 800 } }) };
    let [same, turned] = [0, 0];
    for (let seed = 0; seed < 4000; seed++) {
      const [before, after] = [drawHidden(world, seed), drawHidden(likelier, seed)];
      if (before.bond === after.bond) {
        expect(after, `seed ${seed}`).toEqual(before);
        same++;
      } else {
        expect(after.bond, `seed ${seed}`).toBe('alliance');
        expect(after.west, `seed ${seed}`).toBeLessThanOrEqual(before.west);
        turned++;
      }
    }
    expect(turned / (same + turned)).toBeGreaterThan(0.27);
    expect(turned / (same + turned)).toBeLessThan(0.33);
  });

  test('hidden facts come as often as their prior chances say, whatever tools force', () => {
    const N = 20_000;
    for (const interventions of [{}, { bond: 'alliance' }, { west: 2 }, { help: true }] satisfies Interventions[]) {
      const forced = worldNamed(LEVEL, { interventions });
      const counts = new Map<Hidden, number>();
      for (let seed = 0; seed < N; seed++) {
        const hidden = drawHidden(forced, seed);
        counts.set(hidden, (counts.get(hidden) ?? 0) + 1);
      }
      const agrees = (hidden: Hidden) => Object.entries(interventions).every(([key, value]) => hidden[key as keyof Hidden] === value);
      const chances = world.prior.map((chance, i) => (agrees(HYPOTHESES[i] as Hidden) ? chance : 0));
      const total = chances.reduce((sum, chance) => sum + chance, 0);
      for (const [i, hidden] of HYPOTHESES.entries()) {
        const chance = (chances[i] as number) / total;
        const errors = Math.abs((counts.get(hidden) ?? 0) / N - chance) / Math.sqrt(Math.max(1e-9, chance * (1 - chance)) / N);
        expect(errors, `standard errors, ${JSON.stringify(hidden)} where tools force ${JSON.stringify(interventions)}`).toBeLessThan(4);
      }
    }
  });
});

test.each([...LEVEL_IDS.map((level) => [level, levelNamed(level).prior.alliance] as const), [LEVEL, 900] as const])(
  'in the mean over campaigns of %s that begin at %i ‰, the belief stays at the prior on every turn',
  (id, alliance) => {
    const level = levelNamed(id);
    const world = prepare({ ...level, prior: { ...level.prior, alliance } }, content.library);
    const beliefs = Array.from({ length: 800 }, (_, seed) =>
      desksOf(playRandomly(world, seed, seed + 7)).map((state) => posterior(observerOf(state), ({ bond }) => bond === 'alliance')),
    );
    const prior = world.level.prior.alliance / 1000;
    for (let turn = 0; turn <= world.level.turns; turn++) {
      const at = beliefs.map((path) => path[turn] as number);
      const mean = meanOf(at);
      const error = Math.sqrt(meanOf(at.map((belief) => (belief - mean) ** 2)) / at.length);
      expect(error).toBeGreaterThan(0);
      expect(Math.abs(mean - prior), `turn ${turn}`).toBeLessThan(4 * error);
    }
  },
);

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the ideal observer is exact', () => {
  test.each(LEVEL_IDS)('its posterior in %s is that of an auditor who weighs every line of the log by the published chances', (level) => {
    const world = worldNamed(level);
    for (let seed = 0; seed < 60; seed++) {
      const played = playRandomly(world, seed, seed + 3);
      const books = audit(world, begin(world, seed), played.steps);
      for (const [turn, state] of desksOf(played).entries()) {
        const { weights, gifts } = observerOf(state);
        expect(gifts, `gifts, seed ${seed}, turn ${turn}`).toEqual(books[turn]?.gifts);
        const farthest = Math.max(...weights.map((weight, i) => Math.abs(weight - (books[turn]?.weights[i] as number))));
        expect(farthest, `weights, seed ${seed}, turn ${turn}`).toBeLessThan(1e-9);
      }
    }
  });

  test('under the hypothesis that is true, it reckons with just the technology that was given', () => {
    for (let seed = 0; seed < 200; seed++) {
      for (const state of desksOf(playRandomly(worldNamed(LEVEL), seed, seed))) {
        const truth = HYPOTHESES.findIndex(({ bond, west, help }) => bond === state.hidden.bond && west === state.hidden.west && help === state.hidden.help);
        expect(observerOf(state).gifts[truth]).toEqual(giftsOf(state));
      }
    }
  });
});

describe('the ideal observer knows what was shown and nothing else', () => {
  /** All that a player has before the eyes, with what is told of the last choice. */
  const shownOf = (world: World, state: State, events: readonly Event[]) => JSON.stringify([view(world, state), events.filter(mayTell)]);

  test('two worlds that differ in what is hidden and have shown the same leave it in the same mind', () => {
    let compared = 0;
    let parted = 0;
    for (const level of LEVEL_IDS) {
      for (let seed = 0; seed < 60; seed++) {
        const pairs: [Interventions, Interventions][] = [
          [{ bond: 'alliance' }, { bond: 'expedience' }],
          [
            { bond: 'expedience', west: 0 },
            { bond: 'expedience', west: 2 },
          ],
          [{ help: false }, { help: true }],
        ];
        for (const pair of pairs) {
          const [left, right] = pair.map((interventions) => worldNamed(level, { interventions })) as [World, World];
          let [a, b] = [begin(left, seed), begin(right, seed)];
          let [toldA, toldB]: (readonly Event[])[] = [[], []];
          const roll = diceOf(seed);
          while (shownOf(left, a, toldA ?? []) === shownOf(right, b, toldB ?? [])) {
            expect(a.hidden).not.toEqual(b.hidden);
            expect(b.observer, `${level}, seed ${seed}, turn ${a.turn}`).toEqual(a.observer);
            compared++;
            if (a.phase === 'over') break;
            for (const choice of randomTurn(left, a, roll)) {
              const [inA, inB] = [accepted(apply(left, a, choice)), accepted(apply(right, b, choice))];
              [a, b, toldA, toldB] = [inA.state, inB.state, inA.events, inB.events];
            }
          }
          if (a.phase !== 'over') parted++;
        }
      }
    }
    expect(compared).toBeGreaterThan(150);
    expect(parted).toBeGreaterThan(100);
  });
});

describe('its posterior is a distribution', () => {
  const FORCED: [what: string, interventions: Interventions][] = [
    ['nothing', {}],
    ['the least likely facts', { bond: 'alliance', west: 2, help: false }],
    ['an alliance and help in every track', { bond: 'alliance', extraHelp: { space: 60, icbm: 60, submarine: 60, slbm: 60 } }],
    ['expedience and help in secret', { bond: 'expedience', help: false, extraHelp: { space: 200 } }],
    ['peace at once', { warEndsAt: 0 }],
    ['war to the end', { warEndsAt: 99 }],
    ['friends as close as can be', { closeness: 1000 }],
  ];
  test.each(FORCED)('where tools force %s', (_, interventions) => {
    for (const level of LEVEL_IDS) {
      const world = worldNamed(level, { interventions });
      for (let seed = 0; seed < 25; seed++) {
        for (const state of desksOf(playRandomly(world, seed, seed))) {
          const { weights, gifts } = observerOf(state);
          expect(weights).toHaveLength(HYPOTHESES.length);
          const sum = weights.reduce((total, weight) => total + weight, 0);
          if (!weights.every((weight) => weight >= 0 && weight <= 1) || Math.abs(sum - 1) > 1e-9) expect.fail(`${level}, seed ${seed}, turn ${state.turn}: ${weights.join()}`);
          for (const gift of gifts.flat()) expect(Number.isInteger(gift) && gift >= 0 && gift <= 1000).toBe(true);
          const belief = idealBelief(observerOf(state));
          expect(Number.isInteger(belief) && belief >= 0 && belief <= 1000).toBe(true);
        }
      }
    }
  });
});

describe('its forecasts are worth following', () => {
  const scores = Array.from({ length: 400 }, (_, seed) => {
    const world = worldNamed(LEVEL);
    const roll = diceOf(seed + 11);
    let state = begin(world, seed);
    while (state.phase !== 'over') {
      const noisy = Math.min(1000, Math.max(0, idealBelief(observerOf(state)) + roll(601) - 300));
      state = must(world, state, { kind: 'forecast', belief: noisy });
      state = must(world, state, { kind: 'decide', cards: [] });
    }
    return { ideal: brier(state, 'ideal') as number, noisy: brier(state, 'belief') as number, fifty: 250 };
  });

  test.each(['fifty', 'noisy'] as const)('its Brier score beats the player who says %s', (other) => {
    const gains = scores.map((score) => score[other] - score.ideal);
    const mean = meanOf(gains);
    const error = Math.sqrt(meanOf(gains.map((gain) => (gain - mean) ** 2)) / gains.length);
    expect(mean).toBeGreaterThan(4 * error);
  });

  test('a Brier score is 0 for the truth, 250 for fifty-fifty and 1000 for the worst, and none where nothing was stated', () => {
    const { over } = playRandomly(worldNamed(LEVEL), 1, 1);
    const stating = (belief: number): State => ({ ...over, hidden: { ...over.hidden, bond: 'alliance' }, forecasts: [0, 1].map((turn) => ({ turn, belief, ideal: 0 })) });
    expect([1000, 500, 0].map((belief) => brier(stating(belief), 'belief'))).toEqual([0, 250, 1000]);
    expect(brier({ ...over, forecasts: [] }, 'belief')).toBeNull();
  });
});
