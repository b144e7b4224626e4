// What right quiz files become, and what is refused of those that make no sense, by themselves or together.

import { describe, expect, test } from 'vitest';
import { itemsOn, parseStrangerQuiz, questionsIn, quizWordsIn } from '../../src/content/quizzes.ts';
import type { ClaimId } from '../../src/rules/types.ts';
import { bank, content, type Folder, type Json, problemsOf, QUIZ_NAME, QUIZ_WORDS_NAME, quizFolder, quizProblemsAfter, strangerQuiz } from './fixture.ts';

const CLAIM = 'a-claim' as ClaimId;
const quiz = (files: Folder): Json => files[QUIZ_NAME];
const words = (files: Folder): Json => files[QUIZ_WORDS_NAME];
const item = (files: Folder, i: number): Json => quiz(files).items[i];
const [ONE, TWIN, SEVERAL, SCALE, ORDER, GRAPH] = [0, 1, 2, 3, 4, 5] as const;
const edge = (files: Folder, i = 0): Json => item(files, GRAPH).edges[i];

describe('quiz files that are right', () => {
  test('become a bank with an item of every kind, and what was left out filled in', () => {
    const { items, misconceptions, quizzes } = bank();
    expect(quizzes.map(({ id }) => id)).toEqual(['small-quiz']);
    expect(new Set([...items.values()].map(({ kind }) => kind)).size).toBe(5);
    expect([...items.values()][ONE]).toMatchObject({ twinOf: null, facts: [] });
    expect([...misconceptions.keys()]).toEqual(['slip', 'turned-round']);
  });

  test('are asked in their words, twins not on the first asking', () => {
    const asked = questionsIn(bank(), 'en');
    expect(asked.map(({ words }) => words.stem)).toEqual(['Which?', 'Which now?', 'Which all?', 'How much?', 'In which order?', 'What does what?']);
    expect(itemsOn(bank(), CLAIM).map(({ id }) => id)).not.toContain('asks-one-again');
    expect(itemsOn(bank(), CLAIM)).toHaveLength(5);
  });

  test('are told in another language where they have it, and in English where they have not', () => {
    const two = bank((files) => {
      files['text/pl/quiz/small-quiz.json'] = { ...structuredClone(words(files)), title: 'Mały quiz' };
    });
    const [id] = two.quizzes.map(({ id }) => id);
    if (id === undefined) throw new Error('no quiz');
    expect(['pl', 'en', 'fi'].map((language) => quizWordsIn(two, id, language).title)).toEqual(['Mały quiz', 'A small quiz', 'A small quiz']);
  });

  test('may be a stranger’s own, in a language of its own alone', () => {
    const own = strangerQuiz();
    const parsed = parseStrangerQuiz('own.json', JSON.stringify({ ...own, text: { pl: own.text.en } }), content());
    expect(parsed).toMatchObject({ ok: true, quiz: { id: 'quiz-of-my-own' } });
    if (parsed.ok) expect(questionsIn(parsed.bank, 'en')).toHaveLength(6);
  });
});

/** What makes no sense within one file: refused by its file alone, the stranger's like the shipped one. */
const NONSENSE: [what: string, spoil: (files: Folder) => void, path: string][] = [
  ['an item of one answer without a key', (f) => Object.assign(item(f, ONE).options[0], { key: false, misconception: 'slip' }), 'items[0].options'],
  ['an item of one answer with two keys', (f) => item(f, ONE).options.splice(1, 1, { id: 'b', key: true }), 'items[0].options'],
  ['a scale with two keys', (f) => item(f, SCALE).options.splice(0, 1, { id: 'low', key: true }), 'items[3].options'],
  ['several answers of which none is right', (f) => item(f, SEVERAL).options.splice(0, 2), 'items[2].options'],
  ['several answers of which all are right', (f) => Object.assign(item(f, SEVERAL), { options: ['a', 'b', 'c', 'd'].map((id) => ({ id, key: true })) }), 'items[2].options'],
  ['too few options', (f) => item(f, ONE).options.pop(), 'items[0].options'],
  ['too many options', (f) => item(f, ONE).options.push(...['x', 'y', 'z'].map((id) => ({ id, key: false, misconception: 'slip' }))), 'items[0].options'],
  ['a wrong option without its misconception', (f) => delete item(f, ONE).options[1].misconception, 'items[0].options[1].misconception'],
  ['a right option with a misconception', (f) => Object.assign(item(f, ONE).options[0], { misconception: 'slip' }), 'items[0].options[0].misconception'],
  ['a first step with a misconception', (f) => Object.assign(item(f, ORDER).steps[0], { early: 'slip' }), 'items[4].steps[0].early'],
  ['a later step without one', (f) => Object.assign(item(f, ORDER).steps[1], { early: null }), 'items[4].steps[1].early'],
  ['a chain of two steps', (f) => item(f, ORDER).steps.pop(), 'items[4].steps'],
  ['a graph of which no sign is asked', (f) => item(f, GRAPH).edges.shift(), 'items[5].edges'],
  ['an edge from nowhere', (f) => Object.assign(edge(f), { from: 'elsewhere' }), 'items[5].edges[0].from'],
  ['an edge to nowhere', (f) => Object.assign(edge(f), { to: 'elsewhere' }), 'items[5].edges[0].to'],
  ['an edge back to where it begins', (f) => Object.assign(edge(f), { to: 'trade' }), 'items[5].edges[0].to'],
  ['two edges between the same two', (f) => item(f, GRAPH).edges.push({ ...edge(f, 1), id: 'again' }), 'items[5].edges[2]'],
  ['a right sign with a misconception', (f) => Object.assign(edge(f).wrong, { more: 'slip' }), 'items[5].edges[0].wrong.more'],
  ['a wrong sign without one', (f) => delete edge(f).wrong.none, 'items[5].edges[0].wrong.none'],
  ['a given edge with misconceptions', (f) => Object.assign(edge(f, 1), { wrong: {} }), 'items[5].edges[1].wrong'],
  ['a node that no edge touches', (f) => item(f, GRAPH).nodes.push('alone'), 'items[5].nodes[3]'],
  ['a level of thinking of one’s own', (f) => Object.assign(item(f, ONE), { thinking: 'ponder' }), 'items[0].thinking'],
  ['a kind of one’s own', (f) => Object.assign(item(f, ONE), { kind: 'essay' }), 'items[0].kind'],
  ['a paragraph that the article lacks', (f) => quiz(f).misconceptions[0].paragraphs.push(9), 'misconceptions[0].paragraphs[1]'],
  ['a misconception that no paragraph answers', (f) => Object.assign(quiz(f).misconceptions[0], { paragraphs: [] }), 'misconceptions[0].paragraphs'],
  ['no items', (f) => Object.assign(quiz(f), { items: [] }), 'items'],
  ['a format of the future', (f) => Object.assign(quiz(f), { schema: 2 }), 'schema'],
];

test.each(NONSENSE)('%s is refused, a stranger’s too', (_, spoil, path) => {
  const files = quizFolder();
  spoil(files);
  const own = { ...strangerQuiz(), ...quiz(files), id: 'quiz-of-my-own' };
  for (const [kind, name, json] of [
    ['quiz', QUIZ_NAME, quiz(files)],
    ['stranger-quiz', 'own.json', own],
  ] as const) {
    const problems = problemsOf(kind, name, JSON.stringify(json));
    const named = problems.find((problem) => problem.path === path);
    expect(named, JSON.stringify(problems)).toBeDefined();
    expect(named?.message).toMatch(new RegExp(`^${name}: at .* where .* is expected`));
  }
});

const another = (files: Folder, change: (quiz: Json) => void = () => {}): void => {
  const second = { ...structuredClone(quiz(files)), id: 'second-quiz' };
  change(second);
  files['quiz/second-quiz.json'] = second;
  files['text/en/quiz/second-quiz.json'] = structuredClone(words(files));
};

/** What does not fit together: within a quiz, between a quiz and its words, or with the rest of the content. */
const SPOILED: [what: string, spoil: (files: Folder) => void, file: string, path: string][] = [
  ['an item on no claim', (f) => Object.assign(item(f, ONE), { claim: 'no-claim' }), QUIZ_NAME, 'items[0].claim'],
  ['an item on no fact', (f) => item(f, TWIN).facts.push('never'), QUIZ_NAME, 'items[1].facts[1]'],
  ['a misconception that is nowhere', (f) => Object.assign(item(f, ONE).options[1], { misconception: 'slipp' }), QUIZ_NAME, 'items[0].options[1].misconception'],
  ['a step’s misconception that is nowhere', (f) => Object.assign(item(f, ORDER).steps[1], { early: 'nowhere' }), QUIZ_NAME, 'items[4].steps[1].early'],
  ['a sign’s misconception that is nowhere', (f) => Object.assign(edge(f).wrong, { none: 'nowhere' }), QUIZ_NAME, 'items[5].edges[0].wrong.none'],
  ['a misconception that nobody has', (f) => quiz(f).misconceptions.push({ id: 'idle', paragraphs: [1] }), QUIZ_NAME, 'misconceptions[2].id'],
  ['a twin of nothing', (f) => Object.assign(item(f, TWIN), { twinOf: 'asks-non' }), QUIZ_NAME, 'items[1].twinOf'],
  ['a twin of itself', (f) => Object.assign(item(f, TWIN), { twinOf: 'asks-one-again' }), QUIZ_NAME, 'items[1].twinOf'],
  ['a twin of a twin', (f) => Object.assign(item(f, ONE), { twinOf: 'asks-one-again' }), QUIZ_NAME, 'items[0].twinOf'],
  ['a twin of another kind', (f) => Object.assign(item(f, TWIN), { twinOf: 'asks-place' }), QUIZ_NAME, 'items[1].twinOf'],
  ['a twin of another level of thinking', (f) => Object.assign(item(f, TWIN), { thinking: 'explain' }), QUIZ_NAME, 'items[1].twinOf'],
  ['an id that is not the file’s name', (f) => Object.assign(quiz(f), { id: 'other-quiz' }), QUIZ_NAME, 'id'],
  ['an item that another quiz has too', (f) => another(f), 'quiz/second-quiz.json', 'items[0].id'],
  [
    'a misconception that another quiz has too',
    (f) => another(f, (second) => second.items.splice(0, second.items.length, ...second.items.map((each: Json) => ({ ...each, id: `${each.id}-2`, twinOf: null })))),
    'quiz/second-quiz.json',
    'misconceptions[0].id',
  ],
  ['no words', (f) => delete f[QUIZ_WORDS_NAME], QUIZ_WORDS_NAME, ''],
  ['words for no quiz', (f) => Object.assign(f, { 'text/en/quiz/smal-quiz.json': words(f) }), 'text/en/quiz/smal-quiz.json', ''],
  ['words missing in another language', (f) => Object.assign(f, { 'text/pl/quiz/other-quiz.json': words(f) }), 'text/pl/quiz/small-quiz.json', ''],
  ['words missing for an item', (f) => delete words(f).items['asks-one'], QUIZ_WORDS_NAME, 'items.asks-one'],
  ['words for no item', (f) => Object.assign(words(f).items, { 'asks-nobody': words(f).items['asks-one'] }), QUIZ_WORDS_NAME, 'items.asks-nobody'],
  ['words missing for a misconception', (f) => delete words(f).misconceptions.slip, QUIZ_WORDS_NAME, 'misconceptions.slip'],
  ['words missing for an option', (f) => delete words(f).items['asks-one'].options.b, QUIZ_WORDS_NAME, 'items.asks-one.options.b'],
  ['words for no option', (f) => Object.assign(words(f).items['asks-one'].options, { z: { text: 'Z.', why: 'Z.' } }), QUIZ_WORDS_NAME, 'items.asks-one.options.z'],
  ['words missing for a step', (f) => delete words(f).items['asks-order'].options.second, QUIZ_WORDS_NAME, 'items.asks-order.options.second'],
  ['words missing for a node', (f) => delete words(f).items['asks-signs'].nodes.tie, QUIZ_WORDS_NAME, 'items.asks-signs.nodes.tie'],
  ['words missing for an asked edge', (f) => delete words(f).items['asks-signs'].edges['trade-tie'], QUIZ_WORDS_NAME, 'items.asks-signs.edges.trade-tie'],
  [
    'words for a given edge',
    (f) => Object.assign(words(f).items['asks-signs'].edges, { 'tie-unease': { more: 'Y.', less: 'N.', none: 'N.' } }),
    QUIZ_WORDS_NAME,
    'items.asks-signs.edges.tie-unease',
  ],
  ['nodes for an item without a graph', (f) => Object.assign(words(f).items['asks-one'], { nodes: { a: 'A' } }), QUIZ_WORDS_NAME, 'items.asks-one.nodes.a'],
  ['a why left out', (f) => delete words(f).items['asks-one'].options.b.why, QUIZ_WORDS_NAME, 'items.asks-one.options.b.why'],
  ['a note to the translator left out', (f) => delete words(f).items['asks-one'].note, QUIZ_WORDS_NAME, 'items.asks-one.note'],
];

test.each(SPOILED)('%s is named with its file and place', (_, spoil, file, path) => {
  const problems = quizProblemsAfter(spoil);
  expect(problems.find((problem) => problem.file === file && problem.path === path) ?? problems.map(({ message }) => message)).toMatchObject({ file, path });
});

/** A stranger's file is checked against its own words as the shipped ones are, at a place inside the one file. */
const STRANGE: [what: string, spoil: (own: Json) => void, path: string][] = [
  ['no words', (own) => Object.assign(own, { text: {} }), 'text'],
  ['a language that is none', (own) => Object.assign(own.text, { english: own.text.en }), 'text.english'],
  ['words missing for an item', (own) => delete own.text.en.items['asks-one'], 'text.en.items.asks-one'],
  ['words missing for an option', (own) => delete own.text.en.items['asks-one'].options.b, 'text.en.items.asks-one.options.b'],
  ['an item on no claim', (own) => Object.assign(own.items[0], { claim: 'no-claim' }), 'items[0].claim'],
  ['an item that is there twice', (own) => own.items.push(own.items[0]), 'items[6].id'],
];

test.each(STRANGE)('a stranger’s quiz with %s is refused with its place', (_, spoil, path) => {
  const own = strangerQuiz();
  spoil(own);
  const parsed = parseStrangerQuiz('own.json', JSON.stringify(own), content());
  const problems = parsed.ok ? [] : parsed.problems;
  expect(
    problems.map((problem) => problem.path).some((at) => at.startsWith(path)),
    JSON.stringify(problems.map(({ message }) => message)),
  ).toBe(true);
});
