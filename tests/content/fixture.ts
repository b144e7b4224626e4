// The smallest complete content there can be, in code, so that tests do not depend on the shipped levels.

import { assemble, type Content, type ContentFile } from '../../src/content/crossref.ts';
import { parseFile } from '../../src/content/parse.ts';
import type { Problem } from '../../src/content/problems.ts';
import { assembleBank, type Bank } from '../../src/content/quizzes.ts';
import type { Kind } from '../../src/content/schemas.ts';
import { ASSUMPTION_IDS, ASSUMPTIONS } from '../../src/rules/assumptions.ts';
import { ENGINE_RULES } from '../../src/rules/ledger.ts';
import { ACTORS, LEVERS } from '../../src/rules/types.ts';

/** Unchecked, for tests reach into it to spoil it. */
export type Json = ReturnType<typeof JSON.parse>;
export type Folder = Record<string, Json>;

const EFFECT = { do: 'raise', what: 'tension', by: 10, rule: 'house-rule' };

export const LEVEL_NAME = 'small.json';

function level(): Json {
  return {
    $schema: './schema/level.schema.json',
    schema: 1,
    id: 'small',
    start: '2024-06-18',
    turns: 4,
    acts: [1, 3],
    prior: { alliance: 500, west: { alliance: [500, 300, 200], expedience: [200, 300, 500] }, help: { alliance: 700, expedience: 300 }, helpGift: 80 },
    opening: {
      war: 'fighting',
      forces: 240,
      containers: 7000,
      closeness: 520,
      need: 760,
      munitions: 1500,
      russianThreat: 190,
      tension: 180,
      thaw: 0,
      pressureRussia: 450,
      pressureNorthKorea: 500,
      controls: 100,
      interdiction: 60,
      unease: 380,
      sway: 560,
      friction: 250,
      policing: 80,
      communication: 320,
      dataSharing: 300,
      intelligenceExchange: 240,
      missileDefence: 220,
      exercises: 260,
      shield: 50,
      footingSeoul: 560,
      footingTokyo: 580,
      durability: 150,
      capital: 4,
      ownSpace: 300,
      ownIcbm: 420,
      ownSubmarine: 220,
      ownSlbm: 230,
      giftSpace: 10,
      giftIcbm: 0,
      giftSubmarine: 0,
      giftSlbm: 0,
    },
    deck: [...LEVERS.map((lever) => `${lever}-card`), 'one-way', 'other-way'],
    moves: [...ACTORS.map((actor) => `${actor}-waits`), 'treaty', 'election', 'launch'],
    topics: ['traffic', 'weather'],
    fixed: [{ turn: 0, move: 'treaty' }],
    shock: { turn: 2, options: ['election'] },
    crossroads: { turn: 1, cards: ['one-way', 'other-way'] },
    forecasts: [{ turn: 1, event: 'orbit', byTurn: 4 }],
    checkpoints: [{ turn: 2, claims: ['a-claim'] }],
    steps: ['cards'],
    history: ['before'],
    epilogue: ['after'],
    seeds: [0, 4_294_967_295],
    assumptions: { evasion: ASSUMPTIONS.evasion.min },
    rivals: ['sceptic'],
    endings: [
      {
        id: 'good',
        when: [
          { what: 'balance', atLeast: 100 },
          { what: 'crises', atMost: 1 },
        ],
      },
      { id: 'middling', when: [{ what: 'balance', atLeast: 0, atMost: 900 }] },
      { id: 'bad', when: [] },
    ],
  };
}

const cards = (): Json[] => [
  ...LEVERS.map((lever) => ({ id: `${lever}-card`, lever, cost: 2, now: [{ ...EFFECT }] })),
  {
    id: 'one-way',
    lever: 'sanctions',
    cost: 3,
    delay: 2,
    now: [{ ...EFFECT, what: 'giftSpace' }],
    later: [{ ...EFFECT, do: 'strengthen', what: 'shield', by: 300 }],
    when: { war: ['fighting', 'talks'], turn: { atLeast: 1 }, turnsLeft: { atMost: 5 }, where: [{ what: 'unease', atLeast: 100, atMost: 900 }] },
    rest: 0,
    irreversible: { shuts: ['other-way'] },
    attempt: { of: 'beijing', bonus: -30, success: [{ ...EFFECT, what: 'capital', by: 1 }], failure: [] },
  },
  {
    id: 'other-way',
    lever: 'china',
    cost: 1,
    delay: 0,
    now: [],
    later: [],
    rest: 1,
    irreversible: { shuts: [] },
    attempt: { of: 'moscow', alliance: [60, 120, 200], expedience: [450, 650, 850], success: [], failure: [{ ...EFFECT }] },
  },
];

const moves = (): Json[] => [
  ...ACTORS.map((actor) => ({ id: `${actor}-waits`, actor, weight: { base: 100 }, effects: [], rule: 'house-rule' })),
  { id: 'treaty', actor: 'moscow', weight: { base: 0, alliance: 5, west: -5, war: { talks: 9 } }, effects: [{ ...EFFECT }], rule: 'house-rule' },
  { id: 'election', actor: 'world', weight: { base: 0 }, effects: [], rule: 'house-rule', closes: { cards: ['other-way'], quarters: 1 } },
  {
    id: 'launch',
    actor: 'pyongyang',
    weight: { base: 20, by: [{ what: 'need', perMille: 110 }] },
    effects: [],
    rule: 'house-rule',
    telegraphed: true,
    when: { where: [{ what: 'munitions', atLeast: 1 }] },
    test: { tech: 'space', success: [{ ...EFFECT }], failure: [] },
  },
];

const wordsOf = (ids: readonly string[], words: (id: string) => Json) => Object.fromEntries(ids.map((id) => [id, words(id)]));

/** Every file of the folder as plain JSON, anew at each call: a test may spoil its own. */
export function folder(): Folder {
  const small = level();
  return {
    'claims.json': { schema: 1, claims: [{ id: 'a-claim', paragraphs: [2, 3], kind: 'mechanism' }] },
    'facts.json': {
      schema: 1,
      facts: [
        { id: 'before', date: '2023-05-31', precision: 'day', checked: true },
        { id: 'after', date: '2024-10-01', to: '2024-11-01', precision: 'month', checked: false },
      ],
    },
    'ledger.json': {
      schema: 1,
      rules: [
        { rule: 'house-rule', label: 'says', claims: ['a-claim'] },
        ...ENGINE_RULES.map((rule, i) => ({ rule, label: i % 2 === 0 ? 'ours' : 'infers', claims: i % 2 === 0 ? [] : ['a-claim'] })),
      ],
    },
    'cards.json': { schema: 1, cards: cards() },
    'moves.json': { schema: 1, moves: moves() },
    'intelligence.json': {
      schema: 1,
      topics: [
        {
          id: 'traffic',
          source: 'imagery',
          axis: 'bond',
          readings: [
            { id: 'busy', chance: [300, 600], clearer: [100, 900] },
            { id: 'quiet', chance: [700, 400], clearer: [900, 100] },
          ],
        },
        {
          id: 'weather',
          source: 'open',
          axis: 'none',
          when: { war: ['fighting'] },
          readings: [
            { id: 'fair', chance: [500] },
            { id: 'foul', chance: [500] },
          ],
        },
      ],
    },
    'rivals.json': { schema: 1, rivals: [{ id: 'sceptic', assumptions: { hardening: ASSUMPTIONS.hardening.max }, bond: 'alliance' }] },
    'campaigns.json': { schema: 1, campaigns: [{ id: 'course', levels: ['small'] }] },
    'plans.json': { schema: 1, plans: [{ id: 'china', purse: 2, steps: [{ when: { every: 2, offset: 1 }, cards: ['china-card'], rotate: true }] }] },
    [LEVEL_NAME]: small,
    'text/en/claims.json': { $note: 'A note to the translator.', 'a-claim': 'Two states trade.' },
    'text/en/facts.json': { before: 'It happened.', after: 'It happened later.' },
    'text/en/rules.json': {
      'house-rule': { title: 'One thing raises another.' },
      ...wordsOf(ENGINE_RULES, (rule) => ({ title: `What ${rule} does.`, why: 'We needed it.' })),
    },
    'text/en/cards.json': wordsOf(small.deck, (id) => ({ title: `Card ${id}`, line: 'What it does.' })),
    'text/en/moves.json': wordsOf(small.moves, (id) => ({ headline: `Move ${id}`, detail: 'What happened.', sign: 'What is seen.' })),
    'text/en/intelligence.json': {
      traffic: { subject: 'Traffic', readings: { busy: 'Busy.', quiet: 'Quiet.' } },
      weather: { subject: 'Weather', readings: { fair: 'Fair.', foul: 'Foul.' } },
    },
    'text/en/levels.json': {
      small: { title: 'Small', subtitle: 'A test', premise: 'Begin here.', briefings: ['One.', 'Two.\n\nWith more.', 'Three.', 'Four.'], epilogue: 'Later.' },
    },
    'text/en/endings.json': wordsOf(['good', 'middling', 'bad'], (id) => ({ title: `The ${id} one`, text: 'So it ended.' })),
    'text/en/assumptions.json': wordsOf(ASSUMPTION_IDS, (id) => ({ title: `Assumption ${id}`, more: 'More means more.' })),
    'text/en/rivals.json': { sceptic: { title: 'The sceptic', case: 'It may be otherwise.' } },
    'text/en/live.json': { role: { host: 'Host' } },
    'text/en/kit.json': { plan: { join: 'Join' } },
    'text/en/interface.json': {
      hold: 'Hold',
      desk: { cards_one: '{{count}} card on {{day}}', cards_other: '{{count}} cards on {{day}}', usage: 'play <level>' },
    },
  };
}

export function filesOf(from: Folder): ContentFile[] {
  return Object.entries(from).map(([name, json]) => ({ name, text: typeof json === 'string' ? json : JSON.stringify(json, null, 1) }));
}

/** The content after a change to one file, which must still be right. */
export function content(change: (files: Folder) => void = () => {}): Content {
  const result = assembled(change);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.content;
}

/** What is said of the content after it was spoiled. */
export function problemsAfter(spoil: (files: Folder) => void): Problem[] {
  const result = assembled(spoil);
  return result.ok ? [] : result.problems;
}

function assembled(change: (files: Folder) => void): ReturnType<typeof assemble> {
  const files = folder();
  change(files);
  return assemble(filesOf(files));
}

/** A stranger's file: the fixture's level under another id, with its words. */
export function strangerLevel(): Json {
  const { 'text/en/levels.json': words } = folder();
  return {
    ...level(),
    id: 'of-my-own',
    endings: [{ id: 'good', when: [{ what: 'balance', atLeast: 100 }] }, { id: 'my-end' }],
    text: { en: { levels: { 'of-my-own': words.small }, endings: { 'my-end': { title: 'Mine', text: 'So.' } } } },
  };
}

// ---------------------------------------------------------------- quizzes

export const QUIZ_NAME = 'quiz/small-quiz.json';
export const QUIZ_WORDS_NAME = 'text/en/quiz/small-quiz.json';

const right = (id: string): Json => ({ id, key: true });
const wrong = (id: string, misconception = 'slip'): Json => ({ id, key: false, misconception });

function quiz(): Json {
  const item = (id: string, kind: string, thinking: string, rest: Json): Json => ({ id, claim: 'a-claim', kind, thinking, ...rest });
  return {
    $schema: '../schema/quiz.schema.json',
    schema: 1,
    id: 'small-quiz',
    misconceptions: [
      { id: 'slip', paragraphs: [2] },
      { id: 'turned-round', paragraphs: [2, 3] },
    ],
    items: [
      item('asks-one', 'one', 'recall', { options: [right('a'), wrong('b'), wrong('c')] }),
      item('asks-one-again', 'one', 'recall', { twinOf: 'asks-one', facts: ['before'], options: [wrong('a'), right('b'), wrong('c'), wrong('d', 'turned-round')] }),
      item('asks-several', 'several', 'explain', { options: [right('a'), right('b'), wrong('c'), wrong('d')] }),
      item('asks-place', 'scale', 'evaluate', { options: [wrong('low'), wrong('mid'), right('high'), wrong('top')] }),
      item('asks-order', 'order', 'apply', {
        steps: [
          { id: 'first', early: null },
          { id: 'second', early: 'turned-round' },
          { id: 'third', early: 'slip' },
        ],
      }),
      item('asks-signs', 'signs', 'apply', {
        nodes: ['trade', 'tie', 'unease'],
        edges: [
          { id: 'trade-tie', from: 'trade', to: 'tie', sign: 'more', given: false, wrong: { less: 'turned-round', none: 'slip' } },
          { id: 'tie-unease', from: 'tie', to: 'unease', sign: 'more', given: true },
        ],
      }),
    ],
  };
}

function quizWords(): Json {
  const words = (stem: string, options: readonly string[]): Json => ({
    stem,
    options: Object.fromEntries(options.map((id) => [id, { text: `Option ${id}.`, why: `Why ${id}.` }])),
    note: 'To the translator.',
  });
  return {
    title: 'A small quiz',
    misconceptions: { slip: 'A slip.', 'turned-round': 'It is the other way round.' },
    items: {
      'asks-one': words('Which?', ['a', 'b', 'c']),
      'asks-one-again': words('Which now?', ['a', 'b', 'c', 'd']),
      'asks-several': words('Which all?', ['a', 'b', 'c', 'd']),
      'asks-place': words('How much?', ['low', 'mid', 'high', 'top']),
      'asks-order': words('In which order?', ['first', 'second', 'third']),
      'asks-signs': {
        stem: 'What does what?',
        nodes: { trade: 'trade', tie: 'the tie', unease: 'unease' },
        edges: { 'trade-tie': { more: 'Right.', less: 'No.', none: 'It does.' } },
        note: 'To the translator.',
      },
    },
  };
}

/** The files of the fixture's quiz, anew at each call. */
export function quizFolder(): Folder {
  return { [QUIZ_NAME]: quiz(), [QUIZ_WORDS_NAME]: { $schema: '../../../schema/text-quiz.schema.json', $note: 'A note to the translator.', ...quizWords() } };
}

/** A stranger's quiz: the fixture's under another id, with its words. */
export function strangerQuiz(): Json {
  return { ...quiz(), $schema: '../schema/stranger-quiz.schema.json', id: 'quiz-of-my-own', text: { en: quizWords() } };
}

/** The fixture's bank after a change to its files, which must still be right. */
export function bank(change: (files: Folder) => void = () => {}): Bank {
  const result = assembledBank(change);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.bank;
}

/** What is said of the fixture's quiz after it was spoiled. */
export function quizProblemsAfter(spoil: (files: Folder) => void): Problem[] {
  const result = assembledBank(spoil);
  return result.ok ? [] : result.problems;
}

function assembledBank(change: (files: Folder) => void): ReturnType<typeof assembleBank> {
  const files = quizFolder();
  change(files);
  return assembleBank(filesOf(files), content());
}

// ---------------------------------------------------------------- every file there is

/** Every file of the fixture with the kind it is parsed as. */
export function filesByKind(): { kind: Kind; name: string; json: Json }[] {
  const shipped = Object.entries(folder()).map(([name, json]) => {
    const text = /^text\/en\/(.+)\.json$/.exec(name);
    const kind = text !== null ? `text/${text[1]}` : name === LEVEL_NAME ? 'level' : name.replace('.json', '');
    return { kind: kind as Kind, name, json };
  });
  const { [QUIZ_NAME]: asked, [QUIZ_WORDS_NAME]: words } = quizFolder();
  return [
    ...shipped,
    { kind: 'stranger-level', name: 'of-my-own.json', json: strangerLevel() },
    { kind: 'quiz', name: QUIZ_NAME, json: asked },
    { kind: 'text/quiz', name: QUIZ_WORDS_NAME, json: words },
    { kind: 'stranger-quiz', name: 'quiz-of-my-own.json', json: strangerQuiz() },
  ];
}

export function problemsOf(kind: Kind, name: string, data: string | Uint8Array): Problem[] {
  const result = parseFile(kind, name, data);
  return result.ok ? [] : result.problems;
}
