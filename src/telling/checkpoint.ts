// The question of a checkpoint: what has just happened decides which claim is asked, and chance which of its items. The same log asks the same.

import { type Bank, itemsOn, quizWordsIn } from '../content/quizzes.ts';
import type { Draws } from '../quiz/layout.ts';
import { TRACE_MISCONCEPTIONS } from '../quiz/trace.ts';
import type { Item, ItemWords, MisconceptionId, Question } from '../quiz/types.ts';
import { draw, STREAM } from '../rules/hash.ts';
import type { Because, ClaimId, Event } from '../rules/types.ts';
import { mayTell } from '../rules/view.ts';
import type { Playthrough } from './playthrough.ts';
import { traceQuestions } from './traceQuestion.ts';
import { waitsAt } from './waiting.ts';
import type { Vocabulary } from './wording.ts';

export interface Checkpoint {
  claim: ClaimId;
  first: Question;
  /** For those who miss: the first one's twin where it has one, else another on the same claim. */
  retry: Question;
  /** Misconceptions of questions on the campaign itself, which no bank holds. */
  beliefOf: (id: MisconceptionId) => { name: string; paragraphs: readonly number[] } | null;
}

/** Draws of one checkpoint, by what they decide. */
const DRAW = { item: 0, retry: 1, kind: 2, trace: 100, order: 1000 } as const;

/** @returns null where no checkpoint waits at this desk, or the bank has nothing on its claims */
export function checkpointOf({ world, state, turns }: Playthrough, bank: Bank, words: Vocabulary): Checkpoint | null {
  const { checkpoints } = world.level;
  const at = checkpoints.findIndex(({ turn }) => turn === state.turn);
  const checkpoint = checkpoints[at];
  if (checkpoint === undefined || !waitsAt({ world, state })) return null;
  const draws = (index: number) => draw(state.seed, STREAM.checkpoint, state.turn, index);
  const events = turns.at(-1) ?? [];
  const asked = byWeight(checkpoint.claims, events).find((claim) => itemsOn(bank, claim).length > 0);
  if (asked === undefined) return null;
  const items = itemsOn(bank, asked);
  const item = items[draws(DRAW.item) % items.length] as Item;
  const retry = twinOf(bank, item) ?? otherOf(items, item, draws(DRAW.retry));
  // Of two checkpoints the last asks about the campaign itself, where that gives a question; of a single one every other does.
  const isOwn = at === checkpoints.length - 1 && (checkpoints.length > 1 || draws(DRAW.kind) % 2 === 0);
  const own = isOwn ? traceQuestions(world, events, words, asked, (index) => draws(DRAW.trace + index)) : [];
  const ownFirst = own[0] ?? null;
  return {
    claim: ownFirst?.item.claim ?? asked,
    first: ownFirst ?? questionOf(bank, item, words),
    retry: questionOf(bank, ownFirst === null ? retry : item, words),
    beliefOf: (id) => traceBelief(id, words),
  };
}

/** Decides the order in which the options of a checkpoint's question are shown. */
export function drawsAt({ state: { seed, turn } }: Playthrough, isRetry: boolean): Draws {
  return (index) => draw(seed, STREAM.checkpoint, turn, DRAW.order + (isRetry ? DRAW.order : 0) + index);
}

/** A checkpoint's claims, those first of which the quarter's events speak most; what is hidden has no say, or the question asked would tell it. */
function byWeight(claims: readonly ClaimId[], events: readonly Event[]): ClaimId[] {
  const weights = new Map<ClaimId, number>(claims.map((claim) => [claim, 0]));
  for (const event of events.filter(mayTell)) {
    const because: Because | null = 'because' in event ? event.because : null;
    for (const claim of because?.claims ?? []) if (weights.has(claim)) weights.set(claim, (weights.get(claim) ?? 0) + weightOf(event));
  }
  return [...claims].sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
}

/** What somebody did says more than a number's small step. */
const DEED = 30;

function weightOf(event: Event): number {
  if (event.type !== 'changed') return DEED;
  return event.what === 'munitions' ? Math.floor(Math.abs(event.to - event.from) / 10) : Math.abs(event.to - event.from);
}

function twinOf(bank: Bank, { id }: Item): Item | null {
  return [...bank.items.values()].find((item) => item.twinOf === id) ?? null;
}

/** Another of the same items; the same one where there is no other. */
function otherOf(items: readonly Item[], item: Item, drawn: number): Item {
  const others = items.filter((other) => other !== item);
  return others.length === 0 ? item : (others[drawn % others.length] as Item);
}

function questionOf(bank: Bank, item: Item, { language }: Vocabulary): Question {
  const quiz = bank.quizzes.find(({ items }) => items.includes(item));
  if (quiz === undefined) throw new Error(`${item.id} is in no quiz`);
  return { item, words: quizWordsIn(bank, quiz.id, language).items[item.id] as ItemWords };
}

function traceBelief(id: MisconceptionId, words: Vocabulary): ReturnType<Checkpoint['beliefOf']> {
  const known = TRACE_MISCONCEPTIONS.find((one) => one === (id as string));
  return known === undefined ? null : { name: words.t(`interface:trace.misconception.${known}`), paragraphs: [] };
}
