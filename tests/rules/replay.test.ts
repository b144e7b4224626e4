import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, begin } from '../../src/rules/apply.ts';
import { type CampaignLog, decodeLog, encodeLog, levelOfCode, openLog, replay, stateHash } from '../../src/rules/campaign.ts';
import { hashText } from '../../src/rules/hash.ts';
import { prepare } from '../../src/rules/prepare.ts';
import type { Card, Choice, Level, Move, State, Topic, World } from '../../src/rules/types.ts';
import { content, LEVELS, levelNamed, worldNamed } from '../content.ts';
import { accepted, must, type Played, played, type Setup, setups, worldOf } from './player.ts';

function logOf({ world, choices, over }: Played): CampaignLog {
  return { ...openLog(world, over.seed), choices };
}

/** A code keeps of an answer only whether it earned insight. */
function asCoded(choice: Choice): Choice {
  return choice.kind === 'answer' ? { ...choice, item: '', response: null } : choice;
}

const SOME: Setup = { level: 'pyongyang-2024', seed: 20_240_618, dice: 5, rival: 'exercises-harden', changed: { evasion: 100, capitalIncome: 4 } };
const someLog = logOf(played(SOME));
const someCode = encodeLog(someLog, worldOf(SOME).level.deck);

describe('a campaign is its log', () => {
  test('replay equals play, in its last state and in what each turn brought', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const campaign = played(setup);
        const decided = campaign.steps.filter(({ choice }) => choice.kind === 'decide');
        expect(replay(worldOf(setup), logOf(campaign))).toEqual({
          ok: true,
          state: campaign.over,
          openings: [begin(worldOf(setup), setup.seed), ...decided.map(({ after }) => after)],
          turns: decided.map(({ events }) => events),
        });
      }),
      { numRuns: 100 },
    );
  });

  test('a replay code gives the log back, and replays to the same hash', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const campaign = played(setup);
        const { deck } = campaign.world.level;
        const log = logOf(campaign);
        const code = encodeLog(log, deck);
        expect(code).toMatch(/^[\w.-]+$/);
        expect(levelOfCode(code)).toBe(setup.level);
        const decoded = decodeLog(` ${code}\n`, deck);
        expect(decoded).toEqual({ ok: true, log: { header: log.header, choices: log.choices.map(asCoded) } });
        const again = decoded.ok ? replay(worldOf(setup), decoded.log) : null;
        expect(again?.ok === true && stateHash(again.state)).toBe(stateHash(campaign.over));
      }),
      { numRuns: 100 },
    );
  });

  test('saving and loading between any two choices changes nothing', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const { world, steps, over } = played(setup);
        const reload = (state: State): State => JSON.parse(JSON.stringify(state));
        let state = reload(begin(world, setup.seed));
        for (const { before, choice, events } of steps) {
          expect(state).toEqual(before);
          const applied = accepted(apply(world, state, choice));
          expect(applied.events).toEqual(events);
          state = reload(applied.state);
        }
        expect(stateHash(state)).toBe(stateHash(over));
      }),
      { numRuns: 100 },
    );
  });

  test('undo is folding a shorter log', () => {
    fc.assert(
      fc.property(setups, fc.nat(), (setup, where) => {
        const campaign = played(setup);
        const log = logOf(campaign);
        const kept = where % campaign.steps.length;
        const shorter = replay(campaign.world, { ...log, choices: log.choices.slice(0, kept) });
        expect(shorter).toMatchObject({ ok: true, state: campaign.steps[kept]?.before });
        const rest = log.choices.slice(kept).reduce((state: State, choice) => must(campaign.world, state, choice), (shorter as { state: State }).state);
        expect(rest).toEqual(campaign.over);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a log that would tell another story is refused', () => {
  const world = worldOf(SOME);
  const { level } = world;
  const { library } = content;
  const first = <Item>(items: readonly Item[], change: (item: Item) => Item): Item[] => items.map((item, i) => (i === 0 ? change(item) : item));
  const deckFirst = (change: (card: Card) => Card) => library.cards.map((card) => (card.id === level.deck[0] ? change(card) : card));
  const rival = library.rivals.find(({ id }) => id === SOME.rival) ?? null;
  const changed = SOME.changed;
  const other = (level: Partial<Level>, parts: Partial<typeof library> = {}): World =>
    prepare({ ...levelNamed(SOME.level), ...level }, { ...library, ...parts }, { rival, changed });

  const OTHERS: [what: string, world: World][] = [
    ['another level', worldNamed('classroom-15', { rival, changed })],
    ['another rival model', prepare(levelNamed(SOME.level), library, { changed })],
    ['an assumption changed', prepare(levelNamed(SOME.level), library, { rival, changed: { ...changed, evasion: 101 } })],
    ['another opening', other({ opening: { ...level.opening, need: level.opening.need - 1 } })],
    ['another prior', other({ prior: { ...level.prior, helpGift: level.prior.helpGift + 1 } })],
    ['another ending', other({ endings: level.endings.slice(1) })],
    ['a card of another cost', other({}, { cards: deckFirst((card) => ({ ...card, cost: card.cost + 1 })) })],
    ['a move of another weight', other({}, { moves: first(library.moves, (move: Move) => ({ ...move, weight: { ...move.weight, base: move.weight.base + 1 } })) })],
    [
      'a reading of another chance',
      other({}, { topics: first(library.topics, (topic: Topic) => ({ ...topic, readings: topic.readings.map((r) => ({ ...r, chance: r.clearer })) })) }),
    ],
  ];

  test.each(OTHERS)('%s', (_, world) => {
    expect(replay(world, someLog)).toEqual({ ok: false, reason: 'other-content' });
  });

  test('the same content in another order of keys is the same content', () => {
    const backwards = Object.fromEntries(Object.entries(levelNamed(SOME.level)).reverse()) as unknown as Level;
    expect(replay(prepare(backwards, library, { rival, changed }), someLog).ok).toBe(true);
  });

  test('other rules', () => {
    const rules = someLog.header.rules.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    expect(replay(world, { ...someLog, header: { ...someLog.header, rules } })).toEqual({ ok: false, reason: 'other-rules' });
  });

  test('a choice that the rules refuse, by its place and its reason', () => {
    const choices = [...someLog.choices.slice(0, 2), { kind: 'forecast', belief: 1001 } as const, ...someLog.choices.slice(2)];
    expect(replay(world, { ...someLog, choices })).toEqual({ ok: false, reason: 'refused', at: 2, refusal: 'belief-out-of-range', detail: '1001' });
  });

  test('choices after the end', () => {
    const at = someLog.choices.length;
    expect(replay(world, { ...someLog, choices: [...someLog.choices, { kind: 'decide', cards: [] }] })).toMatchObject({ ok: false, at, refusal: 'campaign-over' });
  });
});

describe('a damaged code is refused and never crashes', () => {
  const { deck } = levelNamed(SOME.level);
  const problemOf = (code: string) => {
    const decoded = decodeLog(code, deck);
    return decoded.ok ? null : decoded.problem;
  };
  const DAMAGE = ['damaged', 'not-a-code'];

  test('any one character changed to any other', () => {
    const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
    for (let at = 0; at < someCode.length; at++) {
      for (const character of printable) {
        if (character === someCode[at]) continue;
        const code = someCode.slice(0, at) + character + someCode.slice(at + 1);
        if (!DAMAGE.includes(problemOf(code) ?? '')) expect.fail(`"${character}" at ${at} of ${someCode} is taken for a code`);
      }
    }
  });

  test('cut off anywhere', () => {
    for (let length = 0; length < someCode.length; length++) {
      expect(DAMAGE, `the first ${length} characters`).toContain(problemOf(someCode.slice(0, length)));
      expect(DAMAGE, `without the first ${length + 1} characters`).toContain(problemOf(someCode.slice(length + 1)));
    }
  });

  test('two characters exchanged', () => {
    for (let at = 0; at + 1 < someCode.length; at++) {
      const [left = '', right = ''] = [someCode[at], someCode[at + 1]];
      if (left !== right) expect(DAMAGE, `at ${at}`).toContain(problemOf(someCode.slice(0, at) + right + left + someCode.slice(at + 2)));
    }
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(DAMAGE).toContain(problemOf(text));
      }),
    );
  });

  const sealed = (body: string) => `${body}.${hashText(body).slice(0, 8)}`;
  const choicesReplaced = (choices: string) => sealed(someCode.split('.').with(7, choices).slice(0, -1).join('.'));

  test('a card beyond the deck is named as such', () => {
    expect(problemOf(choicesReplaced(`d${deck.length}`))).toBe('unknown-card-number');
    expect(problemOf(choicesReplaced(`d${deck.length - 1}`))).toBeNull();
  });

  test('a forged code with a right checksum ends in a state or in a named refusal', () => {
    const bodies = fc.stringMatching(/^[adf0-9-]{0,60}$/);
    fc.assert(
      fc.property(bodies, fc.stringMatching(/^[0-9_-]{0,20}$/), (choices, changes) => {
        const parts = someCode.split('.').slice(0, -1);
        const decoded = decodeLog(sealed(parts.with(7, choices).with(6, changes).join('.')), deck);
        const outcome = decoded.ok ? replay(worldOf(SOME), decoded.log) : decoded;
        if (!outcome.ok) expect(['unknown-card-number', 'damaged', 'refused']).toContain('problem' in outcome ? outcome.problem : outcome.reason);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['a seed beyond 32 bits', 2, 'zzzzzzzzz'],
    ['junk between choices', 7, 'd0x!d'],
    ['a card left out', 7, 'd-'],
    ['a number with two signs', 7, 'f--5'],
    ['an assumption out of bounds', 6, '0-999999'],
  ])('a code that no campaign writes is damaged, whatever its checksum: %s', (_, part, text) => {
    const parts = someCode.split('.').slice(0, -1);
    expect(decodeLog(sealed(parts.with(part, text).join('.')), deck)).toEqual({ ok: false, problem: 'damaged' });
  });

  test('every level keeps its own name in its codes', () => {
    for (const level of LEVELS) expect(levelOfCode(encodeLog(openLog(worldNamed(level.id), 7), level.deck))).toBe(level.id);
    expect(levelOfCode('CW1.only.three')).toBeNull();
  });
});
