// What right files become, and what is said when they do not fit each other.

import { describe, expect, test } from 'vitest';
import { assemble, parseStrangerLevel } from '../../src/content/crossref.ts';
import { MAX_PROBLEMS, type Problem } from '../../src/content/problems.ts';
import { apply, begin } from '../../src/rules/apply.ts';
import { ENGINE_RULES } from '../../src/rules/ledger.ts';
import { prepare } from '../../src/rules/prepare.ts';
import type { Level, State } from '../../src/rules/types.ts';
import { content, type Folder, filesOf, folder, LEVEL_NAME, problemsAfter, strangerLevel } from './fixture.ts';

function holdToTheEnd(level: Level, library = content().library): State {
  const world = prepare(level, library);
  let state = begin(world, 7);
  while (state.phase !== 'over') {
    const applied = apply(world, state, { kind: 'decide', cards: [] });
    if (!applied.ok) throw new Error(applied.refusal);
    state = applied.state;
  }
  return state;
}

describe('content that is right', () => {
  test('becomes a level that plays to its end', () => {
    const [level] = [...content().levels.values()] as [Level];
    expect(holdToTheEnd(level).turn).toBe(4);
  });

  test('has every part that was left out filled in', () => {
    const { library, levels } = content();
    expect(library.cards[0]).toMatchObject({ delay: 0, later: [], attempt: null, when: null, rest: 0, irreversible: null });
    expect(library.cards[3]?.when).toEqual({
      war: ['fighting', 'talks'],
      turn: { atLeast: 1, atMost: 11 },
      turnsLeft: { atLeast: 0, atMost: 5 },
      where: [{ what: 'unease', atLeast: 100, atMost: 900 }],
    });
    expect(library.moves[0]).toMatchObject({ test: null, telegraphed: false, closes: null, weight: { alliance: 0, west: 0, war: { fighting: 0 }, by: [] } });
    expect(library.topics[1]?.readings[0]?.clearer).toEqual([500]);
    const [level] = [...levels.values()] as [Level];
    expect(level.endings[0]?.when[0]).toEqual({ what: 'balance', atLeast: 100, atMost: 1000 });
    expect(level).not.toHaveProperty('$schema');
  });

  test('may have a byte order mark, null for what is absent, and other languages', () => {
    const { text } = content((files) => {
      files['cards.json'].cards[0].when = null;
      files['rivals.json'] = `\ufeff${JSON.stringify(files['rivals.json'])}`;
      for (const name of Object.keys(files)) if (name.startsWith('text/en/')) files[name.replace('/en/', '/pl/')] = structuredClone(files[name]);
      files['text/pl/interface.json'].desk.cards_few = '{{count}} karty, {{day}}';
    });
    expect(Object.keys(text)).toEqual(['en', 'pl']);
  });

  test('leaves quizzes and editor schemas to others', () => {
    expect(problemsAfter((files) => Object.assign(files, { 'quiz/items.json': '?', 'schema/level.schema.json': '?' }))).toEqual([]);
  });
});

const level = (files: Folder) => files[LEVEL_NAME];
const card = (files: Folder, i = 0) => files['cards.json'].cards[i];
const move = (files: Folder, i = 0) => files['moves.json'].moves[i];

/** What is spoiled, how, and the file and path that a problem must name. */
const SPOILED: [what: string, spoil: (files: Folder) => void, file: string, path: string][] = [
  ['a dangling card in a deck', (f) => level(f).deck.push('sanctions-crad'), LEVEL_NAME, 'deck[5]'],
  ['a dangling move', (f) => level(f).moves.push('nobody-waits'), LEVEL_NAME, 'moves[9]'],
  ['a dangling topic', (f) => level(f).topics.push('rumour'), LEVEL_NAME, 'topics[2]'],
  ['a dangling rival', (f) => level(f).rivals.push('nobody'), LEVEL_NAME, 'rivals[1]'],
  ['a dangling fact of history', (f) => level(f).history.push('never'), LEVEL_NAME, 'history[1]'],
  ['a dangling fact of the epilogue', (f) => level(f).epilogue.push('never'), LEVEL_NAME, 'epilogue[1]'],
  ['a dangling claim of a checkpoint', (f) => level(f).checkpoints[0].claims.push('no-claim'), LEVEL_NAME, 'checkpoints[0].claims[1]'],
  ["a shock outside the level's moves", (f) => level(f).shock.options.push('elsewhere'), LEVEL_NAME, 'shock.options[1]'],
  ["a fixed move outside the level's moves", (f) => level(f).fixed.push({ turn: 1, move: 'elsewhere' }), LEVEL_NAME, 'fixed[1].move'],
  ['a fixed move told by a fact that is nowhere', (f) => Object.assign(level(f).fixed[0], { fact: 'never' }), LEVEL_NAME, 'fixed[0].fact'],
  ['a fixed move told by a fact of before the opening', (f) => Object.assign(level(f).fixed[0], { fact: 'before' }), LEVEL_NAME, 'fixed[0].fact'],
  ['a fixed move told by a fact of a later quarter', (f) => Object.assign(level(f).fixed[0], { fact: 'after' }), LEVEL_NAME, 'fixed[0].fact'],
  ['a crossroads outside the deck', (f) => level(f).crossroads.cards.push('elsewhere'), LEVEL_NAME, 'crossroads.cards[2]'],
  ['a crossroads that can be taken back', (f) => level(f).crossroads.cards.push('china-card'), LEVEL_NAME, 'crossroads.cards[2]'],
  ['two fixed moves of one actor on a turn', (f) => level(f).fixed.push({ turn: 0, move: 'moscow-waits' }), LEVEL_NAME, 'fixed[1]'],
  ['history after the opening', (f) => level(f).history.push('after'), LEVEL_NAME, 'history[1]'],
  ['an epilogue before the opening', (f) => level(f).epilogue.push('before'), LEVEL_NAME, 'epilogue[1]'],
  ['a dangling level in a campaign', (f) => f['campaigns.json'].campaigns[0].levels.push('smal'), 'campaigns.json', 'campaigns[0].levels[1]'],
  ['a dangling card shut by another', (f) => card(f, 3).irreversible.shuts.push('elsewhere'), 'cards.json', 'cards[3].irreversible.shuts[1]'],
  ['a dangling card closed by a move', (f) => move(f, 7).closes.cards.push('elsewhere'), 'moves.json', 'moves[7].closes.cards[1]'],
  ['a dangling card of a plan', (f) => f['plans.json'].plans[0].steps[0].cards.push('elsewhere'), 'plans.json', 'plans[0].steps[0].cards[1]'],
  ['a dangling claim in the ledger', (f) => f['ledger.json'].rules[0].claims.push('no-claim'), 'ledger.json', 'rules[0].claims[1]'],
  ['an effect by no rule of the ledger', (f) => Object.assign(card(f, 3).later[0], { rule: 'no-rule' }), 'cards.json', 'cards[3].later[0].rule'],
  ['an attempt by no rule of the ledger', (f) => Object.assign(card(f, 4).attempt.failure[0], { rule: 'no-rule' }), 'cards.json', 'cards[4].attempt.failure[0].rule'],
  ['a move by no rule of the ledger', (f) => Object.assign(move(f, 0), { rule: 'no-rule' }), 'moves.json', 'moves[0].rule'],
  ['a test by no rule of the ledger', (f) => Object.assign(move(f, 8).test.success[0], { rule: 'no-rule' }), 'moves.json', 'moves[8].test.success[0].rule'],
  ["a ledger without one of the engine's rules", (f) => f['ledger.json'].rules.pop(), 'ledger.json', 'rules'],
  [
    'a ledger with a rule that nobody uses',
    (f) => f['ledger.json'].rules.push({ rule: 'idle', label: 'ours', claims: [] }),
    'ledger.json',
    `rules[${ENGINE_RULES.length + 1}].rule`,
  ],
  ['a card in no level', (f) => Object.assign(level(f), { deck: level(f).deck.slice(0, -1), crossroads: null }), 'cards.json', 'cards[4].id'],
  ['a move in no level', (f) => level(f).moves.pop(), 'moves.json', 'moves[8].id'],
  ['a topic in no level', (f) => level(f).topics.pop(), 'intelligence.json', 'topics[1].id'],
  ['a lever without a card that is always open', (f) => Object.assign(card(f, 1), { rest: 1 }), LEVEL_NAME, 'deck'],
  ['a lever whose cards cost more than comes in', (f) => Object.assign(card(f, 1), { cost: 6 }), LEVEL_NAME, 'deck'],
  ['a lever whose only card a move closes', (f) => move(f, 7).closes.cards.push('china-card'), LEVEL_NAME, 'deck'],
  ['a lever too dear under a rival model', (f) => Object.assign(f['rivals.json'].rivals[0].assumptions, { capitalIncome: 1 }), LEVEL_NAME, 'deck'],
  ['an actor without a move that is always open', (f) => Object.assign(move(f, 2), { when: { war: ['talks'] } }), LEVEL_NAME, 'moves'],
  ['an actor whose weights may all fall to 0', (f) => Object.assign(move(f, 0).weight, { alliance: -100 }), LEVEL_NAME, 'moves'],
  ['words missing for a card', (f) => delete f['text/en/cards.json']['one-way'], 'text/en/cards.json', 'one-way'],
  ['words missing for an assumption', (f) => delete f['text/en/assumptions.json'].capitalIncome, 'text/en/assumptions.json', 'capitalIncome'],
  ['words missing for a reading', (f) => delete f['text/en/intelligence.json'].traffic.readings.busy, 'text/en/intelligence.json', 'traffic.readings.busy'],
  ['words missing for an ending', (f) => delete f['text/en/endings.json'].bad, 'text/en/endings.json', 'bad'],
  ['words for no rule', (f) => Object.assign(f['text/en/rules.json'], { idle: { title: 'Idle.' } }), 'text/en/rules.json', 'idle'],
  ['words for no fact', (f) => Object.assign(f['text/en/facts.json'], { never: 'No.' }), 'text/en/facts.json', 'never'],
  ['a rule of ours without why', (f) => delete f['text/en/rules.json'][ENGINE_RULES[0]].why, 'text/en/rules.json', `${ENGINE_RULES[0]}.why`],
  ['a why where the article says it', (f) => Object.assign(f['text/en/rules.json']['house-rule'], { why: 'Because.' }), 'text/en/rules.json', 'house-rule.why'],
  ['a telegraphed move without its sign', (f) => delete f['text/en/moves.json'].launch.sign, 'text/en/moves.json', 'launch.sign'],
  ['a turn without a briefing', (f) => f['text/en/levels.json'].small.briefings.pop(), 'text/en/levels.json', 'small.briefings'],
  ['a missing file', (f) => delete f['moves.json'], 'moves.json', ''],
  ['a missing file of words', (f) => delete f['text/en/rivals.json'], 'text/en/rivals.json', ''],
  ['a file of no known kind', (f) => Object.assign(f, { 'text/en/card.json': {} }), 'text/en/card.json', ''],
  ['a level under another name', (f) => Object.assign(f, { 'other.json': level(f) }), 'other.json', 'id'],
  ['half a translation', (f) => Object.assign(f, { 'text/pl/cards.json': f['text/en/cards.json'] }), 'text/pl/rules.json', ''],
];

describe('files that do not fit each other are refused', () => {
  test.each(SPOILED)('%s', (_, spoil, file, path) => {
    const problems = problemsAfter(spoil);
    const named = problems.find((problem) => problem.file === file && problem.path === path);
    expect(named, JSON.stringify(problems.map(({ message }) => message))).toBeDefined();
    expect(named?.message).toContain(file);
    expect(named?.message).toContain(path);
  });

  test('a near miss is named', () => {
    expect(problemsAfter((files) => level(files).deck.push('sanctions-crad'))[0]?.message).toBe(
      'small.json: at deck[5], found "sanctions-crad" where a card that exists is expected; perhaps "sanctions-card" is meant.',
    );
  });

  test('the same file twice', () => {
    const files = filesOf(folder());
    const result = assemble([...files, ...files.slice(0, 1)]);
    expect(result).toMatchObject({ ok: false, problems: [{ file: 'claims.json' }] });
  });

  test('a translated interface with other keys or placeholders', () => {
    const problems = problemsAfter((files) => {
      for (const name of Object.keys(files)) if (name.startsWith('text/en/')) files[name.replace('/en/', '/pl/')] = structuredClone(files[name]);
      files['text/pl/interface.json'] = { hold: 'Czekaj {{name}}', desk: { cards_one: '{{count}}, {{day}}', extra: 'x' } };
    });
    expect(problems.map(({ path }) => path).sort()).toEqual(['desk.extra', 'desk.usage', 'hold']);
  });

  test('a translated kit with other keys', () => {
    const problems = problemsAfter((files) => {
      for (const name of Object.keys(files)) if (name.startsWith('text/en/')) files[name.replace('/en/', '/pl/')] = structuredClone(files[name]);
      files['text/pl/kit.json'] = { plan: { join: 'Dołącz', extra: 'x' } };
    });
    expect(problems.map(({ file, path }) => [file, path])).toEqual([['text/pl/kit.json', 'plan.extra']]);
  });

  test('but not the kit left out, which its pages fetch for themselves', () => {
    expect(
      problemsAfter((files) => {
        delete files['text/en/kit.json'];
      }),
    ).toEqual([]);
  });

  test('twenty problems are told and the rest counted', () => {
    const problems = problemsAfter((files) => {
      level(files).deck = Array.from({ length: 50 }, (_, i) => `no-card-${i}`);
    });
    expect(problems).toHaveLength(MAX_PROBLEMS + 1);
    expect(problems.at(-1)?.message).toMatch(/and \d+ more problems/);
  });
});

describe('a campaign must end', () => {
  const refused = (spoil: (files: Folder) => void, path: string): Problem | undefined => problemsAfter(spoil).find((problem) => problem.path === path);

  test.each([13, 1e6, 1e15, -4, 0, 4.5])('a level of %d turns is refused', (turns) => {
    expect(refused((files) => Object.assign(level(files), { turns }), 'turns')?.expected).toBe('a whole number from 3 to 12');
  });

  test('a campaign that names itself, another campaign or a level twice is refused', () => {
    const campaigns =
      (...list: object[]) =>
      (files: Folder) =>
        Object.assign(files['campaigns.json'], { campaigns: list });
    expect(refused(campaigns({ id: 'loop', levels: ['loop'] }), 'campaigns[0].levels[0]')?.message).toContain('might never end');
    expect(refused(campaigns({ id: 'a', levels: ['b'] }, { id: 'b', levels: ['a'] }), 'campaigns[1].levels[0]')).toBeDefined();
    expect(refused(campaigns({ id: 'again', levels: ['small', 'small'] }), 'campaigns[0].levels[1]')).toBeDefined();
  });

  test('effects that land too late, cards that rest for ever and doors closed for ever are refused', () => {
    expect(refused((files) => Object.assign(card(files, 3), { delay: 99 }), 'cards[3].delay')).toBeDefined();
    expect(refused((files) => Object.assign(card(files, 0), { rest: 99 }), 'cards[0].rest')).toBeDefined();
    expect(refused((files) => Object.assign(move(files, 7).closes, { quarters: 99 }), 'moves[7].closes.quarters')).toBeDefined();
  });
});

describe("a stranger's level", () => {
  const parse = (change: (json: ReturnType<typeof strangerLevel>) => void = () => {}) => {
    const json = strangerLevel();
    change(json);
    return parseStrangerLevel('of-my-own.json', JSON.stringify(json), content());
  };

  test('draws on the shipped library, brings its words and plays to its end', () => {
    const result = parse();
    if (!result.ok) throw new Error(result.problems[0]?.message);
    expect(holdToTheEnd(result.level).turn).toBe(4);
    expect(result.text.en?.endings['my-end']?.title).toBe('Mine');
    expect(result.text.en?.endings.good?.title).toBe('The good one');
    expect(content().text.en?.endings).not.toHaveProperty('my-end');
  });

  test.each<[string, (json: ReturnType<typeof strangerLevel>) => void, string]>([
    ['the id of a shipped level', (json) => Object.assign(json, { id: 'small' }), 'id'],
    ['a card that is not shipped', (json) => json.deck.push('nuke'), 'deck[5]'],
    ['no words', (json) => Object.assign(json, { text: {} }), 'text'],
    ['words for another level', (json) => Object.assign(json.text.en.levels, { small: json.text.en.levels['of-my-own'] }), 'text.en.levels.small'],
    ['an ending without words', (json) => delete json.text.en.endings['my-end'], 'text.en.endings.my-end'],
    ['too few briefings', (json) => json.text.en.levels['of-my-own'].briefings.pop(), 'text.en.levels.of-my-own.briefings'],
    ['HTML', (json) => Object.assign(json.text.en.levels['of-my-own'], { title: '<img src=x>' }), 'text.en.levels.of-my-own.title'],
    ['an address', (json) => Object.assign(json.text.en.levels['of-my-own'], { premise: 'See https://example.org' }), 'text.en.levels.of-my-own.premise'],
    ['words that look up words', (json) => Object.assign(json.text.en.levels['of-my-own'], { title: '$t(levels:of-my-own.title)' }), 'text.en.levels.of-my-own.title'],
    ['a strange language', (json) => Object.assign(json.text, { '../en': json.text.en }), 'text."../en"'],
  ])('is refused with %s', (_, change, path) => {
    const result = parse(change);
    expect(result.ok ? [] : result.problems.map((problem) => problem.path)).toContain(path);
  });
});
