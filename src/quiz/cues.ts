// Cues: what would let somebody score who knows how tests are written and nothing of the matter.
// Single items are looked at for give-aways; over the whole bank, players who follow one cue each must do no better than chance.

import type { ItemId, Question } from './types.ts';

export interface Cue {
  /** `absolute`: the key alone has no absolute word, or alone has one. `hedged`: likewise with words of doubt. `gives-away`: its stem holds another item's key. */
  cue: 'absolute' | 'hedged' | 'all-of-the-above' | 'gives-away';
  item: ItemId;
  /** The item whose key is given away, else the telling words. */
  by: string;
}

const HEDGES = new Set('may might could some sometimes likely perhaps partly probably possibly can often usually tends seems maybe'.split(' '));
const ABSOLUTES = new Set('always never all only none every no must completely nothing cannot everything entirely anything nobody ever impossible certainly'.split(' '));
const BAGS = /\b(?:all|none|both|any) of (?:the|these) (?:above|others?|answers|options)\b|\bnone of these\b|\ball of these\b/i;

/** Words too common to give anything away. */
const COMMON = new Set(
  (
    'a about after also an and are as at be because been before both but by can could did do does each for from had has have how if in into is it its like may might more most much ' +
    'not of on one or other out over says she he so some such than that the their them then there these they this those to too under up was were what when where which while who why will with would you your article argues russia north korea china united states kim putin moscow pyongyang beijing washington'
  ).split(' '),
);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[a-z0-9']+/g) ?? [];
/** Rough stems, so that “shares” and “sharing” are one word. */
const rootOf = (word: string): string => word.replace(/(?:'s|ing|ed|es|s)$/, '');
const tellingRoots = (text: string): Set<string> => new Set(wordsOf(text).flatMap((word) => (COMMON.has(word) ? [] : [rootOf(word)])));

interface Choice {
  text: string;
  key: boolean;
}

/** The options of an item of one right answer or several, in the order in which they are written; null for other kinds. */
function choicesOf({ item, words }: Question): Choice[] | null {
  if (item.kind !== 'one' && item.kind !== 'several') return null;
  return item.options.map(({ id, key }) => ({ text: words.options[id]?.text ?? '', key }));
}

// ---------------------------------------------------------------- item by item

/** Give-aways of single items. */
export function cuesIn(questions: readonly Question[]): Cue[] {
  return [...questions.flatMap(cuesOf), ...giveAways(questions)];
}

function cuesOf(question: Question): Cue[] {
  const { item, words } = question;
  const cues: Cue[] = [];
  for (const { text } of Object.values(words.options)) {
    const [bag] = BAGS.exec(text) ?? [];
    if (bag !== undefined) cues.push({ cue: 'all-of-the-above', item: item.id, by: bag });
  }
  const choices = choicesOf(question);
  if (choices === null) return cues;
  for (const [cue, list] of [
    ['hedged', HEDGES],
    ['absolute', ABSOLUTES],
  ] as const) {
    const has = ({ text }: Choice) => wordsOf(text).some((word) => list.has(word));
    const keys = choices.filter(({ key }) => key);
    const others = choices.filter(({ key }) => !key);
    const setsApart = (keys.every(has) && !others.some(has)) || (!keys.some(has) && others.every(has));
    if (setsApart) cues.push({ cue, item: item.id, by: [...new Set(choices.flatMap(({ text }) => wordsOf(text).filter((word) => list.has(word))))].join(', ') });
  }
  return cues;
}

/** From so many telling words of a key on, most of them in another item's stem give the key away. */
const TELLING = 4;
const MOST = 0.75;

function giveAways(questions: readonly Question[]): Cue[] {
  const stems = questions.map(({ item, words }) => ({ id: item.id, twinOf: item.twinOf, roots: tellingRoots(words.stem) }));
  return questions.flatMap((question) => {
    const { item } = question;
    const keys = (choicesOf(question) ?? []).filter(({ key }) => key);
    return keys.flatMap(({ text }) => {
      const roots = [...tellingRoots(text)];
      if (roots.length < TELLING) return [];
      const by = stems
        .filter(({ id, twinOf }) => id !== item.id && twinOf !== item.id && item.twinOf !== id)
        .filter((stem) => roots.filter((root) => stem.roots.has(root)).length >= MOST * roots.length);
      return by.map(({ id }): Cue => ({ cue: 'gives-away', item: item.id, by: id }));
    });
  });
}

// ---------------------------------------------------------------- over the bank

/** How many items of one right answer a player wins who follows one cue, beside blind guessing. */
export interface Wiles {
  wile: string;
  items: number;
  /** Items won, ties counted in part. */
  won: number;
  /** Items a blind guesser wins on average. */
  chance: number;
  /** Standard deviations above chance; more than `SUSPECT` fails. */
  above: number;
}

export const SUSPECT = 2;

type Score = (choice: Choice, question: Question, at: number) => number;

const lengthOf = ({ text }: Choice) => text.length;
const countIn =
  (list: ReadonlySet<string>) =>
  ({ text }: Choice) =>
    wordsOf(text).filter((word) => list.has(word)).length;
const overlap = ({ text }: Choice, { words }: Question) => {
  const stem = tellingRoots(words.stem);
  return [...tellingRoots(text)].filter((root) => stem.has(root)).length;
};
/** The option most like the others, which writers make by varying the key. */
const likeness = ({ text }: Choice, { words }: Question) => {
  const own = tellingRoots(text);
  return Object.values(words.options).reduce((sum, other) => sum + [...tellingRoots(other.text)].filter((root) => own.has(root)).length, -own.size);
};

const WILES: Readonly<Record<string, Score>> = {
  'takes the longest': lengthOf,
  'takes the shortest': (choice) => -lengthOf(choice),
  'takes the most hedged': countIn(HEDGES),
  'takes the least hedged': (choice) => -countIn(HEDGES)(choice),
  'takes the most absolute': countIn(ABSOLUTES),
  'takes the least absolute': (choice) => -countIn(ABSOLUTES)(choice),
  'takes what sounds like the question': overlap,
  'takes what is most like the others': likeness,
  'takes the odd one out': (choice, question) => -likeness(choice, question),
  'takes the first': (_, __, at) => -at,
  'takes the second': (_, __, at) => (at === 1 ? 1 : 0),
  'takes the third': (_, __, at) => (at === 2 ? 1 : 0),
  'takes the last': (_, __, at) => at,
};

/** What each wile wins over the items of one right answer, as they are written. */
export function wilesOf(questions: readonly Question[]): Wiles[] {
  const asked = questions.filter(({ item }) => item.kind === 'one');
  return Object.entries(WILES).map(([wile, score]) => wilesWith(wile, asked, (question) => (choicesOf(question) ?? []).map((choice, at) => score(choice, question, at))));
}

/** The places of the keys on scales, from one end to the other: a player who always takes the same part of the scale. */
export function scaleWiles(questions: readonly Question[]): Wiles[] {
  const asked = questions.filter(({ item }) => item.kind === 'scale');
  const along = (question: Question, score: (share: number) => number) => {
    const { item } = question;
    return item.kind === 'scale' ? item.options.map((_, at) => score(at / (item.options.length - 1))) : [];
  };
  return [
    wilesWith('takes the low end of scales', asked, (question) => along(question, (share) => -share)),
    wilesWith('takes the middle of scales', asked, (question) => along(question, (share) => -Math.abs(share - 0.5))),
    wilesWith('takes the high end of scales', asked, (question) => along(question, (share) => share)),
  ];
}

function wilesWith(wile: string, asked: readonly Question[], scoresOf: (question: Question) => readonly number[]): Wiles {
  let [won, chance, variance] = [0, 0, 0];
  for (const question of asked) {
    const { item } = question;
    if (item.kind !== 'one' && item.kind !== 'scale') continue;
    const scores = scoresOf(question);
    const best = Math.max(...scores);
    const taken = item.options.filter((_, at) => scores[at] === best);
    const guess = 1 / item.options.length;
    // A wile that cannot tell guesses among what is left.
    won += taken.filter(({ key }) => key).length / taken.length;
    chance += guess;
    variance += guess * (1 - guess);
  }
  return { wile, items: asked.length, won, chance, above: variance === 0 ? 0 : (won - chance) / rootOfPositive(variance) };
}

/** A square root by Newton's steps, for the pure folders know no other. */
function rootOfPositive(value: number): number {
  let root = Math.max(value, 1);
  for (let step = 0; step < 30; step++) root = (root + value / root) / 2;
  return root;
}
