// The nouns of the quiz: what an item is made of, what a student answers, and the words an item is shown in.

import type { ClaimId, FactId } from '../rules/types.ts';

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };
export type QuizId = Brand<'QuizId'>;
export type ItemId = Brand<'ItemId'>;
/** An option, a step or an edge of one item. */
export type OptionId = Brand<'OptionId'>;
export type MisconceptionId = Brand<'MisconceptionId'>;

export const THINKING = ['recall', 'explain', 'apply', 'evaluate'] as const;
export type Thinking = (typeof THINKING)[number];

/** What more of one thing does to another: makes more of it, makes less of it, or nothing by itself. */
export const SIGNS = ['more', 'less', 'none'] as const;
export type Sign = (typeof SIGNS)[number];

/** One option of several. What is wrong names the misconception that leads to it. */
export type Option = { id: OptionId; key: true } | { id: OptionId; key: false; misconception: MisconceptionId };

/** A step of a causal chain. `early` is what a student believes who puts it before the step that it follows; null for the first. */
export interface Step {
  id: OptionId;
  early: MisconceptionId | null;
}

/** An arrow of a causal graph. A given one is shown; of the others the sign is asked, and each wrong sign names its misconception. */
export type Edge = { id: OptionId; from: OptionId; to: OptionId; sign: Sign } & ({ given: true } | { given: false; wrong: Readonly<Partial<Record<Sign, MisconceptionId>>> });

export type Item = {
  id: ItemId;
  claim: ClaimId;
  thinking: Thinking;
  /** The item that asks the same in another guise; this one is asked after a discussion of that one. */
  twinOf: ItemId | null;
  /** Dated facts that it rests on beside the article. */
  facts: readonly FactId[];
} & (
  | { kind: 'one' | 'several'; options: readonly Option[] }
  /** In order from one end of the scale to the other; one is right. */
  | { kind: 'scale'; options: readonly Option[] }
  /** In the right order. */
  | { kind: 'order'; steps: readonly Step[] }
  | { kind: 'signs'; nodes: readonly OptionId[]; edges: readonly Edge[] }
);
export type ItemKind = Item['kind'];
export const ITEM_KINDS = ['one', 'several', 'order', 'scale', 'signs'] as const satisfies readonly ItemKind[];
export type ItemOf<Kind extends ItemKind> = Extract<Item, { kind: Kind }>;

export interface Misconception {
  id: MisconceptionId;
  /** Paragraphs of the article, 1 … 8, that answer it. */
  paragraphs: readonly number[];
}

export interface Quiz {
  id: QuizId;
  misconceptions: readonly Misconception[];
  items: readonly Item[];
}

// ---------------------------------------------------------------- words

/** How an option reads, and why it is right or wrong. */
export interface OptionWords {
  text: string;
  why: string;
}

/** The words of one item, by the ids of its options, steps, nodes and edges. */
export interface ItemWords {
  stem: string;
  /** Of `one`, `several`, `scale` and `order`. */
  options: Readonly<Record<string, OptionWords>>;
  /** Of `signs`. */
  nodes: Readonly<Record<string, string>>;
  /** Of `signs`: why each sign of an asked edge is right or wrong. */
  edges: Readonly<Record<string, Readonly<Record<Sign, string>>>>;
}

export interface QuizWords {
  title: string;
  misconceptions: Readonly<Record<string, string>>;
  items: Readonly<Record<string, ItemWords>>;
}

/** An item with the words it is shown in. */
export interface Question {
  item: Item;
  words: ItemWords;
}

// ---------------------------------------------------------------- answers

/** What a student answers; its kind is the item's. */
export type Response =
  | { kind: 'one' | 'scale'; option: OptionId }
  | { kind: 'several'; options: readonly OptionId[] }
  | { kind: 'order'; steps: readonly OptionId[] }
  /** A sign for each asked edge. */
  | { kind: 'signs'; signs: Readonly<Record<string, Sign>> };

/** Not sure, fairly sure, very sure. */
export const CONFIDENCES = [1, 2, 3] as const;
export type Confidence = (typeof CONFIDENCES)[number];
