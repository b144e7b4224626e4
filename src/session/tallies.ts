// Counting a ballot: who chose what, who was right and how sure, which misconceptions were held, and what the discussion won.

import { letterAt, lettered } from '../quiz/asked.ts';
import { mark } from '../quiz/marking.ts';
import { CONFIDENCES, type Item, type MisconceptionId, type OptionId, type Response } from '../quiz/types.ts';
import { type Marked, markedIn, questionOf, shownIn } from './rounds.ts';
import type { Ballot, NamedMisconception, PairedGain, Round, SessionHeader, SessionState, Tally } from './types.ts';

export function tallyOf(state: SessionState, round: Round, ballot: Ballot): Tally {
  const question = questionOf(state.header, round.item);
  const shown = shownIn(state.header, question.item, round);
  if (ballot.hands !== null) return tallyOfHands(lettered(question, shown).item, ballot.hands);
  const answers = markedIn(state, round, ballot);
  // Counted in the item's own ids, told in letters.
  const letterOf = new Map(partsOf(question.item, shown).map((id, at) => [id, letterAt(at)] as const));
  const letters: Record<string, number> = Object.fromEntries([...letterOf.values()].map((letter) => [letter, 0]));
  for (const { given } of answers) {
    for (const id of countedParts(question.item, given.response)) {
      const letter = letterOf.get(id);
      if (letter !== undefined) letters[letter] = (letters[letter] ?? 0) + 1;
    }
  }
  return {
    answers: answers.length,
    right: answers.filter(({ mark }) => mark.right).length,
    letters,
    confidence: CONFIDENCES.map((confidence) => {
      const own = answers.filter(({ given }) => given.confidence === confidence);
      return { answers: own.length, right: own.filter(({ mark }) => mark.right).length };
    }),
  };
}

/** What is lettered: options or steps as shown, or the edges of `signs` in the order of the file. */
function partsOf(item: Item, shown: readonly OptionId[]): readonly OptionId[] {
  return item.kind === 'signs' ? item.edges.map(({ id }) => id) : shown;
}

/** Options chosen; steps that follow the one they should follow (the first: that stand first); edges whose sign is right. */
function countedParts(item: Item, response: Response): readonly OptionId[] {
  switch (response.kind) {
    case 'one':
    case 'scale':
      return [response.option];
    case 'several':
      return response.options;
    case 'order': {
      if (item.kind !== 'order') return [];
      const at = (id: OptionId | undefined) => response.steps.indexOf(id as OptionId);
      return item.steps.filter(({ id }, i) => (i === 0 ? at(id) === 0 : at(item.steps[i - 1]?.id) < at(id))).map(({ id }) => id);
    }
    case 'signs':
      return item.kind === 'signs' ? item.edges.filter(({ id, given, sign }) => !given && response.signs[id] === sign).map(({ id }) => id) : [];
  }
}

/** @param item in letters */
function tallyOfHands(item: Item, hands: Readonly<Record<string, number>>): Tally {
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  if (item.kind !== 'one' && item.kind !== 'scale') return { answers: sum(Object.values(hands)), right: hands.right ?? 0, letters: {}, confidence: [] };
  const letters = Object.fromEntries(item.options.map(({ id }) => [id, hands[id] ?? 0]));
  return { answers: sum(Object.values(letters)), right: sum(item.options.filter(({ key }) => key).map(({ id }) => letters[id] ?? 0)), letters, confidence: [] };
}

/** Per mille; null without any. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((1000 * part) / whole);
}

// ---------------------------------------------------------------- misconceptions

export interface Held {
  misconception: NamedMisconception;
  held: number;
  surely: number;
}

/** Misconceptions that the answers show; those held most surely first, then those held by most. */
export function heldIn({ quiz }: SessionHeader, answers: readonly Marked[]): Held[] {
  const counts = new Map<MisconceptionId, { held: number; surely: number }>();
  for (const { given, mark } of answers) {
    for (const id of mark.misconceptions) {
      const { held, surely } = counts.get(id) ?? { held: 0, surely: 0 };
      counts.set(id, { held: held + 1, surely: surely + (given.confidence === 3 ? 1 : 0) });
    }
  }
  return [...counts]
    .flatMap(([id, count]) => quiz.misconceptions.filter((one) => one.id === id).map((misconception) => ({ misconception, ...count })))
    .sort((one, other) => other.surely - one.surely || other.held - one.held || (one.misconception.id < other.misconception.id ? -1 : 1));
}

/** Every misconception that the item can show. */
export function misconceptionsOf(item: Item): MisconceptionId[] {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'scale':
      return item.options.flatMap((option) => (option.key ? [] : [option.misconception]));
    case 'order':
      return item.steps.flatMap(({ early }) => early ?? []);
    case 'signs':
      return item.edges.flatMap((edge) => (edge.given ? [] : Object.values(edge.wrong)));
  }
}

// ---------------------------------------------------------------- what a discussion won

/** What one seat, or hands as a whole, had right before and after. */
interface Pair {
  before: boolean;
  after: boolean;
}

/** Answers of seats that answered both ballots of a round. Hands cannot be paired. */
export function pairsIn(state: SessionState, round: Round): Pair[] {
  const [first, second] = round.ballots;
  if (first === undefined || second === undefined) return [];
  const { item } = questionOf(state.header, round.item);
  return [...second.answers].flatMap(([seat, { response }]) => {
    const before = first.answers.get(seat);
    if (before === undefined || state.seats.get(seat)?.removed !== false) return [];
    return [{ before: mark(item, before.response).right, after: mark(item, response).right }];
  });
}

export function gainOf(pairs: readonly Pair[]): PairedGain | null {
  if (pairs.length === 0) return null;
  const wrong = pairs.filter(({ before }) => !before);
  return {
    seats: pairs.length,
    before: share(pairs.length - wrong.length, pairs.length) as number,
    after: share(pairs.filter(({ after }) => after).length, pairs.length) as number,
    won: share(wrong.filter(({ after }) => after).length, wrong.length),
  };
}

/** Whether at least half of those who answered a round's last ballot had it right. */
export function earnedIn(state: SessionState, round: Round): boolean {
  const { answers, right } = tallyOf(state, round, round.ballots.at(-1) as Ballot);
  return answers > 0 && 2 * right >= answers;
}
