import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../src/content/coverage.ts';
import { apply } from '../../src/rules/apply.ts';
import { CAUSAL_GRAPH, type Edge, type Node } from '../../src/rules/causalGraph.ts';
import { ENGINE_RULES, type EngineRule } from '../../src/rules/ledger.ts';
import { type Library, prepare, type Setting } from '../../src/rules/prepare.ts';
import { threatOf, transferTechnology } from '../../src/rules/technology.ts';
import {
  type Because,
  type Card,
  type CardId,
  type Event,
  LEVERS,
  type Movable,
  type Quantity,
  type RuleId,
  type State,
  UNSEEN,
  VISIBLE,
  type World,
} from '../../src/rules/types.ts';
import { beijingChance } from '../../src/rules/world.ts';
import { content, LEVELS, levelNamed, worldNamed } from '../content.ts';
import { accepted, must, type Played, playRandomly, type Step } from './player.ts';

const QUANTITIES: readonly Quantity[] = [...VISIBLE, ...UNSEEN];

const campaigns: Played[] = LEVELS.flatMap((level) => {
  const rivals = [null, ...content.library.rivals.filter(({ id }) => level.rivals.includes(id))];
  return rivals.flatMap((rival) => Array.from({ length: rival === null ? 60 : 15 }, (_, seed) => playRandomly(worldNamed(level.id, { rival }), seed, seed)));
});
const nameOf = ({ world, over }: Played) => `${world.level.id}, seed ${over.seed}, rival ${world.rival}`;

/** Runs over every step and reports the first fault with the campaign that shows it. */
function everyStep(fault: (step: Step) => string | null): void {
  for (const campaign of campaigns) {
    for (const step of campaign.steps) {
      const found = fault(step);
      if (found !== null) expect.fail(`${nameOf(campaign)}, turn ${step.before.turn}: ${found}`);
    }
  }
}

describe('every change of every number carries because', () => {
  const claims = new Set<string>(content.claims.map(({ id }) => id));

  function unfounded({ rule, label, claims: named }: Because): string | null {
    const entry = content.library.ledger[rule];
    const words = content.text.en?.rules[rule];
    if (entry === undefined) return `${rule} is not in the ledger`;
    if (entry.label !== label || entry.claims.join() !== named.join()) return `${rule} is told otherwise than the ledger has it`;
    if (!['says', 'infers', 'ours'].includes(label)) return `${rule} is labelled ${label}`;
    if (label !== 'ours' && named.length === 0) return `${rule} is labelled ${label} and names no claim`;
    const dangling = named.find((claim) => !claims.has(claim));
    if (dangling !== undefined) return `${rule} names ${dangling}, which is no claim`;
    if (!isSentence(words?.title)) return `${rule} has no sentence that says what it does`;
    return label === 'says' || isSentence(words?.why) ? null : `${rule} is labelled ${label} and says not why`;
  }

  const isSentence = (text: string | undefined) => text !== undefined && text.split(' ').length >= 3 && /[.!?]$/.test(text);

  /** Whether events of a type have a cause to tell: the player's own acts and the calendar have none. */
  const HAS_CAUSE: Record<Event['type'], boolean> = {
    changed: true,
    assessed: true,
    cardPlayed: false,
    attempted: true,
    effectAhead: true,
    effectLanded: false,
    warChanged: true,
    moved: true,
    calledOff: true,
    tested: true,
    cardsClosed: true,
    crisisBroke: true,
    believed: false,
    insightEarned: false,
    quarterEnded: false,
    campaignEnded: false,
  };

  test('a rule of the ledger with its label, claims that exist, and a sentence where the article does not say it', () => {
    const seen = new Set<string>();
    everyStep(({ before, events }) => {
      for (const event of events) {
        seen.add(event.type);
        // The campaign's end is told once its last turn is over, and an estimate is of the desk that comes next.
        if (event.turn !== before.turn + (event.type === 'campaignEnded' || event.type === 'assessed' ? 1 : 0)) return `${event.type} is told of turn ${event.turn}`;
        if ('because' in event !== HAS_CAUSE[event.type]) return `${event.type} has ${HAS_CAUSE[event.type] ? 'no' : 'a'} cause`;
        const fault = 'because' in event ? unfounded(event.because) : null;
        if (fault !== null) return fault;
      }
      return null;
    });
    expect([...seen].sort()).toEqual(Object.keys(HAS_CAUSE).sort());
  });

  test('the changes told lead from each number to the next, without a gap', () => {
    everyStep(({ before, events, after }) => {
      const told = new Map<Quantity, number>();
      for (const event of events) {
        if (event.type !== 'changed') continue;
        const last = told.get(event.what) ?? before[event.what];
        if (event.from !== last) return `${event.what} stood at ${last} and is said to go from ${event.from} by ${event.because.rule}`;
        if (event.from === event.to) return `${event.what} is said to change from ${event.from} to itself`;
        told.set(event.what, event.to);
      }
      for (const what of QUANTITIES) {
        const last = told.get(what) ?? before[what];
        if (last !== after[what]) return `${what} is told up to ${last} and stands at ${after[what]}`;
      }
      return null;
    });
  });

  test('a new phase of the war, a crisis and a success each have their event', () => {
    everyStep(({ before, events, after }) => {
      const count = (type: Event['type']) => events.filter((event) => event.type === type).length;
      if (count('crisisBroke') !== after.crises - before.crises) return 'crises';
      if (count('warChanged') !== (after.war === before.war ? 0 : 1)) return 'the war';
      const successes = ({ successes }: State) => Object.values(successes).reduce((sum, n) => sum + n, 0);
      return events.filter((event) => event.type === 'tested' && event.succeeded).length === successes(after) - successes(before) ? null : 'successes';
    });
  });

  test('every claim that argues is used by some rule', () => {
    expect(coverageOf(content).unusedClaims).toEqual([]);
  });

  test('every rule of the ledger has a label, claims that exist, and its sentence', () => {
    expect(Object.values(content.library.ledger).flatMap((entry) => unfounded(entry) ?? [])).toEqual([]);
  });
});

// ---------------------------------------------------------------- the causal graph

const edgesOf = (rule: string) => CAUSAL_GRAPH.filter((edge) => edge.rule === rule);
/** What these rules tell of comes from cards alone and from a tool's interventions. */
const MOVED_WITHOUT_EDGE: Readonly<Record<string, readonly Quantity[]>> = { 'card-costs-capital': ['capital'], 'technicians-advise': [] };
/** Rules whose edges are told by other events: an offer, a request, a crisis. */
const TOLD_OTHERWISE: readonly string[] = ['beijing-weighs-request', 'moscow-weighs-offer', 'threat-outruns-deterrence'];
/** What Moscow gives is one sum, told in parts that are rounded apart; the little that a mere convenience gives anyway is rounded away on some tracks. */
const GIVING: readonly string[] = ['alliance-gives-freely', 'expedience-holds-back', 'war-needs-loosen-technology', 'closeness-loosens-technology'];
/** Rules that move no number by themselves, or that only a played card or a tool's intervention sets going. */
const EDGELESS: readonly EngineRule[] = [
  'war-takes-its-course',
  'tests-tell',
  'analysts-look-again',
  'technicians-advise',
  'card-costs-capital',
  'signs-come-first',
  'plans-are-called-off',
  'events-close-doors',
];
const toldBy = (rule: string): readonly string[] => (GIVING.includes(rule) ? GIVING : [rule]);

describe('the causal graph is the engine’s', () => {
  test('every engine rule has edges or is known to have none', () => {
    const withEdges = ENGINE_RULES.filter((rule) => edgesOf(rule).length > 0);
    expect([...withEdges, ...EDGELESS].sort()).toEqual([...ENGINE_RULES].sort());
  });

  test('an engine rule moves what its edges name, and nothing else', () => {
    const isEngines = new Set<RuleId>(ENGINE_RULES);
    everyStep(({ events }) => {
      for (const event of events) {
        if (event.type !== 'changed' || !isEngines.has(event.because.rule)) continue;
        const { rule } = event.because;
        const known = MOVED_WITHOUT_EDGE[rule] ?? edgesOf(rule).map(({ to }) => to);
        if (!known.includes(event.what)) return `${rule} moved ${event.what}, to which it has no edge`;
      }
      return null;
    });
  });

  test('every edge to a number is seen in some campaign', () => {
    const seen = new Set(
      campaigns.flatMap(({ steps }) => steps.flatMap(({ events }) => events.flatMap((event) => (event.type === 'changed' ? `${event.because.rule} ${event.what}` : [])))),
    );
    const unseen = CAUSAL_GRAPH.filter(({ rule, to }) => !TOLD_OTHERWISE.includes(rule) && to !== 'crises' && !toldBy(rule).some((teller) => seen.has(`${teller} ${to}`)));
    expect(unseen).toEqual([]);
  });
});

// ---------------------------------------------------------------- the graph by experiment

const LEVEL = 'pyongyang-2024';
const PUSH = 150;
const PUSHED: readonly Movable[] = QUANTITIES.filter((what): what is Movable => !['munitions', 'deterrence', 'threat', 'capital'].includes(what));
const pushId = (what: string) => `push-${what}` as CardId;

/** A card for each number that raises it and does nothing else, under a rule that is not the engine's. */
const pushes: Card[] = PUSHED.map((what) => ({
  id: pushId(what),
  lever: LEVERS[0],
  cost: 0,
  delay: 0,
  now: [{ do: 'raise', what, by: PUSH, rule: 'tracks-can-be-built' as RuleId }],
  later: [],
  attempt: null,
  when: null,
  rest: 0,
  irreversible: null,
}));
const library: Library = { ...content.library, cards: [...content.library.cards, ...pushes] };

/** A world in which nobody moves of their own accord, so that one thing is changed and nothing else. */
function quiet(setting: Setting = {}): World {
  const level = levelNamed(LEVEL);
  return prepare({ ...level, deck: [...level.deck, ...pushes.map(({ id }) => id)], moves: [], fixed: [], shock: null }, library, { ...setting, openHand: true });
}

/** States from the middle of campaigns, under either bond, with nothing on its way and no move announced. */
const middles: State[] = campaigns
  .filter(({ world }) => world.level.id === LEVEL && world.rival === null)
  .flatMap(({ steps }) => steps.filter(({ choice, before }) => choice.kind === 'decide' && before.turn % 2 === 1).map(({ before }) => before))
  .slice(0, 60)
  .map((state) => ({ ...state, desk: null, pending: [], closed: [] }));

/** How far each rule moved each number in one quarter, by "rule number". */
function movements(world: World, state: State, cards: CardId[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const event of accepted(apply(world, state, { kind: 'decide', cards })).events) {
    if (event.type !== 'changed') continue;
    const key = `${event.because.rule} ${event.what}`;
    sums.set(key, (sums.get(key) ?? 0) + event.to - event.from);
  }
  return sums;
}

type Experiment = (state: State) => [less: Map<string, number>, more: Map<string, number>];

const still = quiet();
const pushing =
  (what: Movable): Experiment =>
  (state) => [movements(still, state, []), movements(still, state, [pushId(what)])];
const between =
  (less: World, more: World): Experiment =>
  (state) => [movements(less, state, []), movements(more, state, [])];
const hiding =
  (less: Partial<State['hidden']>, more: Partial<State['hidden']>): Experiment =>
  (state) => [movements(still, { ...state, hidden: { ...state.hidden, ...less } }, []), movements(still, { ...state, hidden: { ...state.hidden, ...more } }, [])];
const nothing = new Map<string, number>();

/** More of each thing, all else equal. */
function experimentOn(from: Node): Experiment {
  switch (from) {
    case 'war':
      return between(quiet({ interventions: { warEndsAt: 0 } }), quiet({ interventions: { warEndsAt: 99 } }));
    case 'bond':
      return hiding({ bond: 'expedience' }, { bond: 'alliance' });
    case 'west':
      return hiding({ bond: 'expedience', west: 0 }, { bond: 'expedience', west: 2 });
    case 'crises':
      return between(quiet({ changed: { crisisSlope: 0 } }), quiet({ changed: { crisisSlope: 3000, crisisMargin: 0 } }));
    case 'time':
      return (state) => [nothing, movements(still, { ...state, capital: 0 }, [])];
    case 'giftSpace':
      // Help spills over as it comes: what is there already spills no more.
      return between(still, quiet({ interventions: { extraHelp: { space: PUSH } } }));
    case 'munitions':
      // Shipments are made anew each quarter: need alone raises them, and nothing that they move.
      return pushing('need');
    default:
      return pushing(from as Movable);
  }
}

describe('the causal graph by experiment: more of the cause, all else equal', () => {
  const tried = CAUSAL_GRAPH.filter(({ rule }) => !TOLD_OTHERWISE.includes(rule));
  const named = tried.map((edge): [name: string, edge: Edge] => [`${edge.from} ${edge.sign > 0 ? '→ more' : '→ less'} ${edge.to} by ${edge.rule}`, edge]);

  test.each(named)('%s', (_, { rule, from, to, sign }) => {
    const experiment = experimentOn(from);
    let agreed = 0;
    for (const state of middles) {
      const [less, more] = experiment(state);
      const moved = (sums: Map<string, number>) => toldBy(rule).reduce((sum, teller) => sum + (sums.get(`${teller} ${to}`) ?? 0), 0);
      const effect = (moved(more) - moved(less)) * sign;
      if (effect < 0) expect.fail(`on turn ${state.turn} of seed ${state.seed} the effect is ${effect * sign}`);
      if (effect > 0) agreed++;
    }
    expect(agreed).toBeGreaterThan(0);
  });

  const following = (node: Node): Node[] => CAUSAL_GRAPH.filter(({ from }) => from === node).map(({ to }) => to);

  function reachable(from: Node): Set<Node> {
    const reached = new Set<Node>();
    const open: Node[] = [from];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const next of following(node)) {
        if (!reached.has(next)) open.push(next);
        reached.add(next);
      }
    }
    return reached;
  }

  test.each(PUSHED)('raising %s moves nothing to which the graph has no path', (what) => {
    const known = reachable(what);
    const unknown = new Set<string>();
    for (const state of middles) {
      const [less, more] = pushing(what)(state);
      for (const key of new Set([...less.keys(), ...more.keys()])) {
        const [rule = '', to = ''] = key.split(' ');
        const isEngines = edgesOf(rule).length > 0;
        if (isEngines && to !== what && less.get(key) !== more.get(key) && !known.has(to as Node)) unknown.add(`${what} → ${to} by ${rule}`);
      }
    }
    expect([...unknown]).toEqual([]);
  });
});

test('what is told as given anyway is what Moscow would give without need, and what need adds is the rest', () => {
  const gifts = ['giftSpace', 'giftSubmarine', 'giftSlbm'] as const;
  for (const middle of middles) {
    const given = (need: number, events: Event[] | null) => {
      const state: State = { ...middle, hidden: { ...middle.hidden, west: 0 }, thaw: 0, controls: 0, closeness: 0, observer: null, need };
      transferTechnology({ world: still, state, events });
      return gifts.map((what) => state[what] - middle[what]);
    };
    const events: Event[] = [];
    const all = given(middle.need, events);
    const told = (byNeed: boolean) =>
      gifts.map((what) =>
        events.reduce(
          (sum, event) => sum + (event.type === 'changed' && event.what === what && (event.because.rule === 'war-needs-loosen-technology') === byNeed ? event.to - event.from : 0),
          0,
        ),
      );
    const anyway = given(0, null);
    expect(told(false)).toEqual(anyway);
    expect(told(true)).toEqual(all.map((gift, i) => gift - (anyway[i] as number)));
  }
});

describe('edges that other events tell', () => {
  test('beijing-weighs-request: unease opens Beijing and friction closes it, to policing', () => {
    expect(edgesOf('beijing-weighs-request').map(({ from, to, sign }) => [from, to, sign])).toEqual([
      ['unease', 'policing', 1],
      ['friction', 'policing', -1],
    ]);
    for (const state of middles) {
      const chance = (change: Partial<State>) => beijingChance(still, { ...state, ...change }, 0);
      expect(chance({ unease: 700 })).toBeGreaterThan(chance({ unease: 300 }));
      expect(chance({ unease: 700, friction: 100 })).toBeGreaterThan(chance({ unease: 700, friction: 500 }));
    }
    const requests = content.library.cards.flatMap(({ attempt }) => (attempt?.of === 'beijing' ? [attempt.success] : []));
    expect(requests.length).toBeGreaterThan(0);
    for (const success of requests) expect(success.some(({ do: verb, what }) => what === 'policing' && verb !== 'lower' && verb !== 'weaken')).toBe(true);
  });

  test('moscow-weighs-offer: an ally declines, and who values the West accepts, to a thaw', () => {
    expect(edgesOf('moscow-weighs-offer').map(({ from, to, sign }) => [from, to, sign])).toEqual([
      ['bond', 'thaw', -1],
      ['west', 'thaw', 1],
    ]);
    const offers = content.library.cards.flatMap(({ attempt }) => (attempt?.of === 'moscow' ? [attempt] : []));
    expect(offers.length).toBeGreaterThan(0);
    for (const { alliance, expedience, success } of offers) {
      for (const west of [0, 1, 2] as const) expect(expedience[west]).toBeGreaterThan(alliance[west]);
      for (const [low, some, much] of [alliance, expedience]) expect(low < some && some < much).toBe(true);
      expect(success.some(({ do: verb, what }) => what === 'thaw' && verb === 'strengthen')).toBe(true);
    }
  });

  test('threat-outruns-deterrence: crises break more often as the threat grows, and less as deterrence does', () => {
    expect(edgesOf('threat-outruns-deterrence').map(({ from, to, sign }) => [from, to, sign])).toEqual([
      ['threat', 'crises', 1],
      ['deterrence', 'crises', -1],
    ]);
    const crises = (change: Partial<State>) => {
      let broken = 0;
      for (let seed = 0; seed < 300; seed++) broken += must(still, { ...(middles[0] as State), seed, observer: null, ...change }, { kind: 'decide', cards: [] }).crises;
      return broken;
    };
    const strong = { communication: 900, dataSharing: 900, intelligenceExchange: 900, missileDefence: 900, exercises: 900 };
    const weak = { communication: 100, dataSharing: 100, intelligenceExchange: 100, missileDefence: 100, exercises: 100 };
    const armed = { giftIcbm: 300, giftSlbm: 300 };
    expect(crises({ ...weak, ...armed })).toBeGreaterThan(crises(weak) + 10);
    expect(crises({ ...weak, ...armed })).toBeGreaterThan(crises({ ...strong, ...armed }) + 10);
    expect(threatOf({ own: 1, given: 2, blunted: 1, tension: 3, russian: 4 })).toBe(9);
  });
});
