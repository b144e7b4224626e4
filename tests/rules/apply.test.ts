import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, begin } from '../../src/rules/apply.ts';
import { barred } from '../../src/rules/cards.ts';
import { prepare } from '../../src/rules/prepare.ts';
import { type Card, type CardId, type Choice, REFUSALS, type Refusal, type State, UNSEEN, VISIBLE, type World } from '../../src/rules/types.ts';
import { content, LEVEL_IDS, levelNamed, worldNamed } from '../content.ts';
import { deepFreeze, must, played, playRandomly, setups } from './player.ts';

const LEVEL = 'pyongyang-2024';
const dealt = worldNamed(LEVEL);
/** Every card of the deck is in hand, so that other reasons than the hand can be seen. */
const open = worldNamed(LEVEL, { openHand: true });
for (const world of [dealt, open]) deepFreeze(world);

const decide = (...cards: string[]): Choice => ({ kind: 'decide', cards: cards as CardId[] });
const HOLD = decide();
const ANSWER: Choice = { kind: 'answer', item: 'item', response: 2, earned: true };

/** A frozen state on a turn, whatever choices led there. */
function at(turn: number, world: World, change: Partial<State> = {}, choices: Record<number, Choice> = {}): State {
  let state = begin(world, 11);
  while (state.turn < turn) state = must(world, state, choices[state.turn] ?? HOLD);
  return deepFreeze({ ...state, ...change });
}

const over = at(dealt.level.turns, dealt);
const [checkpoint, asked, crossroads] = [2, 1, 3];

const undealt = (dealt.cards.find((card) => barred(dealt, at(0, dealt), card) === null && at(0, dealt).desk?.hand.includes(card.id) === false) as Card).id;

type Case = [what: string, world: World, state: State, choice: Choice, detail?: string];

const CASES: Record<Refusal, Case[]> = {
  'unknown-choice': [['a kind of another game', dealt, at(0, dealt), { kind: 'castle' } as unknown as Choice]],
  'campaign-over': [
    ['a decision', dealt, over, HOLD],
    ['a belief', dealt, over, { kind: 'forecast', belief: 500 }],
    ['an answer', dealt, over, ANSWER],
  ],
  'unknown-card': [
    ['a card of no deck', open, at(0, open), decide('no-such-card'), 'no-such-card'],
    ['a card of another level', worldNamed('classroom-15', { openHand: true }), at(0, worldNamed('classroom-15')), decide('way-out'), 'way-out'],
    ['a name that every object knows', open, at(0, open), decide('constructor'), 'constructor'],
  ],
  'too-many-cards': [['three cards', open, at(0, open), decide('hotlines', 'un-route', 'leaders-visit'), '3']],
  'same-card-twice': [['one card in both slots', open, at(0, open), decide('hotlines', 'hotlines'), 'hotlines']],
  'not-in-hand': [['a card that could be played and was not dealt', dealt, at(0, dealt), decide(undealt), undealt]],
  'not-enough-capital': [
    ['one card too dear', open, at(0, open, { capital: 1 }), decide('data-link'), '2'],
    ['two cards that each could be paid', open, at(0, open, { capital: 3 }), decide('data-link', 'intelligence-cell'), '4'],
  ],
  'card-closed': [
    ['a card at rest', open, at(1, open, {}, { 0: decide('un-route') }), decide('un-route'), 'un-route'],
    ['a card closed by an event', open, at(1, open, { closed: [{ card: 'hotlines' as CardId, until: 2 }] }), decide('hotlines'), 'hotlines'],
    ['an irreversible card a second time', open, at(4, open, {}, { 3: decide('standing-offer') }), decide('standing-offer'), 'standing-offer'],
    ['the road not taken', open, at(4, open, {}, { 3: decide('standing-offer') }), decide('theatre-shield'), 'theatre-shield'],
  ],
  'not-now': [
    ['a card whose condition does not hold', open, at(0, open, { war: 'fighting', capital: 9 }), decide('way-out'), 'way-out'],
    ['a card of the crossroads before it', open, at(2, open), decide('theatre-shield'), 'theatre-shield'],
    ['a card of the crossroads after it', open, at(4, open), decide('theatre-shield'), 'theatre-shield'],
  ],
  'excludes-each-other': [
    ['both ways at once', open, at(crossroads, open, { capital: 9 }), decide('theatre-shield', 'standing-offer'), 'standing-offer'],
    ['both ways at once, the other first', open, at(crossroads, open, { capital: 9 }), decide('standing-offer', 'theatre-shield'), 'theatre-shield'],
  ],
  'belief-out-of-range': [-1, 1001, 500.5, Number.NaN, Number.POSITIVE_INFINITY].map((belief) => [
    `${belief} per mille`,
    dealt,
    at(0, dealt),
    { kind: 'forecast', belief },
    String(belief),
  ]),
  'event-out-of-range': [-1, 1001, 500.5, Number.NaN].map((event) => [`${event} per mille`, dealt, at(asked, dealt), { kind: 'forecast', belief: 500, event }, String(event)]),
  'no-event-asked': [['a forecast on a turn that asks for none', dealt, at(0, dealt), { kind: 'forecast', belief: 500, event: 500 }]],
  'no-checkpoint': [
    ['an answer where nothing was asked', dealt, at(0, dealt), ANSWER],
    ['an answer a turn late', dealt, at(checkpoint + 1, dealt), ANSWER],
  ],
  'already-answered': [['a second answer', dealt, deepFreeze(must(dealt, at(checkpoint, dealt), { ...ANSWER, earned: false })), ANSWER]],
};

describe('what cannot be done is refused by name and changes nothing', () => {
  test('every refusal is provoked', () => {
    expect(Object.keys(CASES).sort()).toEqual([...REFUSALS].sort());
    for (const cases of Object.values(CASES)) expect(cases.length).toBeGreaterThan(0);
  });

  describe.each(REFUSALS.map((refusal) => ({ refusal, cases: CASES[refusal] })))('$refusal', ({ refusal, cases }) => {
    test.each(cases)('%s', (_, world, state, choice, detail = '') => {
      expect(Object.isFrozen(state)).toBe(true);
      const before = JSON.stringify(state);
      expect(apply(world, state, choice)).toEqual({ ok: false, refusal, detail });
      expect(JSON.stringify(state)).toBe(before);
    });
  });
});

test.each([
  ['theatre-shield', 'standing-offer'],
  ['standing-offer', 'theatre-shield'],
])('%s and %s exclude each other in this order too where only one shuts the other', (...cards) => {
  const shield = content.library.cards.find(({ id }) => id === 'theatre-shield') as Card;
  const others = content.library.cards.filter((card) => card !== shield);
  const oneWay = prepare(levelNamed(LEVEL), { ...content.library, cards: [...others, { ...shield, irreversible: { shuts: [] } }] }, { openHand: true });
  expect(apply(oneWay, at(crossroads, oneWay, { capital: 9 }), decide(...cards))).toMatchObject({ ok: false, refusal: 'excludes-each-other' });
});

describe('what can just be done is done', () => {
  const ACCEPTED: [what: string, world: World, state: State, choice: Choice][] = [
    ['a decision for nothing', dealt, at(0, dealt), HOLD],
    ['cards that cost all there is', open, at(0, open, { capital: 4 }), decide('data-link', 'intelligence-cell')],
    ['a card that has rested', open, at(2, open, {}, { 0: decide('un-route') }), decide('un-route')],
    ['a card closed until this turn', open, at(2, open, { closed: [{ card: 'hotlines' as CardId, until: 2 }] }), decide('hotlines')],
    ['a card whose condition holds', open, at(0, open, { war: 'talks' }), decide('way-out')],
    ['a card of the crossroads on its turn', open, at(crossroads, open, { capital: 3 }), decide('theatre-shield')],
    ['no chance at all', dealt, at(asked, dealt), { kind: 'forecast', belief: 0, event: 0 }],
    ['certainty', dealt, at(asked, dealt), { kind: 'forecast', belief: 1000, event: 1000 }],
    ['an answer at a checkpoint', dealt, at(checkpoint, dealt), ANSWER],
  ];
  test.each(ACCEPTED)('%s', (_, world, state, choice) => {
    expect(apply(world, state, choice)).toMatchObject({ ok: true });
  });

  test('a belief may be changed until the decision, and is stated once a turn', () => {
    const first = must(dealt, at(asked, dealt), { kind: 'forecast', belief: 100, event: 300 });
    const second = must(dealt, deepFreeze(first), { kind: 'forecast', belief: 900 });
    expect(second.belief).toBe(900);
    expect(second.forecasts.filter(({ turn }) => turn === asked)).toEqual([{ turn: asked, belief: 900, ideal: expect.any(Number) }]);
    const decided = must(dealt, deepFreeze(second), HOLD);
    expect(decided.forecasts.map(({ turn, belief }) => [turn, belief])).toEqual([
      [0, 500],
      [1, 900],
    ]);
  });

  test('an answer earns one insight when it was right and none when it was wrong, and a clear report spends it', () => {
    const state = at(checkpoint, dealt);
    expect(must(dealt, state, { ...ANSWER, earned: false }).insight).toBe(0);
    const earned = deepFreeze(must(dealt, state, ANSWER));
    expect(earned.insight).toBe(1);
    const next = must(dealt, earned, HOLD);
    expect(next.desk?.reports.filter(({ clear }) => clear).length).toBe(1 - next.insight);
    expect(must(dealt, state, HOLD).desk?.reports.some(({ clear }) => clear)).toBe(false);
  });
});

test('no choice changes the state it is made in, in whole campaigns of frozen states', () => {
  fc.assert(
    fc.property(setups, (setup) => {
      const { world, steps, over } = played(setup);
      deepFreeze(world);
      let state = deepFreeze(begin(world, setup.seed));
      for (const { choice } of steps) state = deepFreeze(must(world, state, choice));
      expect(state).toEqual(over);
    }),
    { numRuns: 60 },
  );
});

/** What only explanation needs: the observer, the forecasts it marks, and estimates that nobody looks at. */
const EXPLAINED_ALONE = ['observer', 'forecasts', 'estimates'] as const;

test.each(LEVEL_IDS)('a bare campaign of %s ends in the same numbers as an explained one', (level) => {
  const world = worldNamed(level);
  for (let seed = 0; seed < 40; seed++) {
    const explained = playRandomly(world, seed, seed);
    const bare = playRandomly(world, seed, seed, 'bare');
    for (const [i, { after }] of explained.steps.entries()) {
      const other = bare.steps[i]?.after as State;
      for (const what of [...VISIBLE, ...UNSEEN]) expect(other[what], `${what} after choice ${i} of seed ${seed}`).toBe(after[what]);
      const left = Object.fromEntries(EXPLAINED_ALONE.map((key) => [key, null]));
      expect({ ...other, ...left }).toEqual({ ...after, ...left });
    }
    expect(bare.steps.flatMap(({ choice, events }) => (choice.kind === 'decide' ? events : []))).toEqual([]);
  }
});
