// A quiz: what its file may hold, and whether each item can be asked and marked.

import { z } from 'zod';
import {
  type Edge,
  type Item,
  type ItemId,
  type ItemWords,
  type Misconception,
  type MisconceptionId,
  type Option,
  type OptionId,
  type QuizId,
  type QuizWords,
  SIGNS,
  type Step,
  THINKING,
} from '../quiz/types.ts';
import type { FactId } from '../rules/types.ts';
import { claimId, distinct, distinctBy, HEADER, id, meaning, oneOf, prose, type Refuse, whole } from './fields.ts';
import { PARAGRAPHS } from './ranges.ts';
import { LANGUAGE } from './wordSchemas.ts';

const MAX_ITEMS = 300;
const MAX_MISCONCEPTIONS = 200;
const optionId = id<OptionId>();
const misconceptionId = id<MisconceptionId>();

// ---------------------------------------------------------------- items

const option = z.discriminatedUnion('key', [
  z.strictObject({ id: optionId, key: z.literal(true) }),
  z.strictObject({ id: optionId, key: z.literal(false), misconception: misconceptionId }),
]) satisfies z.ZodType<Option>;
const options = (least: number, most: number) => distinctBy('id', option, least, most);

const step = z.strictObject({ id: optionId, early: misconceptionId.nullable() }) satisfies z.ZodType<Step>;

const arrow = { id: optionId, from: optionId, to: optionId, sign: oneOf(SIGNS) };
const wrong = z.strictObject({ more: misconceptionId.exactOptional(), less: misconceptionId.exactOptional(), none: misconceptionId.exactOptional() });
const edge = z.discriminatedUnion('given', [
  z.strictObject({ ...arrow, given: z.literal(true) }),
  z.strictObject({ ...arrow, given: z.literal(false), wrong }),
]) satisfies z.ZodType<Edge>;

const common = {
  id: id<ItemId>(),
  claim: claimId,
  thinking: oneOf(THINKING),
  twinOf: id<ItemId>().nullable().default(null),
  facts: distinct(id<FactId>(), 0, 8).default([]),
};

const item: z.ZodType<Item, unknown> = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...common, kind: z.literal('one'), options: options(3, 5) }),
    z.strictObject({ ...common, kind: z.literal('several'), options: options(4, 6) }),
    z.strictObject({ ...common, kind: z.literal('scale'), options: options(4, 7) }),
    z.strictObject({ ...common, kind: z.literal('order'), steps: distinctBy('id', step, 3, 6) }),
    z.strictObject({ ...common, kind: z.literal('signs'), nodes: distinct(optionId, 2, 6), edges: distinctBy('id', edge, 1, 8) }),
  ])
  .superRefine(meaning(checkItem));

function checkItem(item: Item, refuse: Refuse): void {
  switch (item.kind) {
    case 'one':
    case 'scale':
      checkKeys(item.options, 1, 1, refuse);
      return;
    case 'several':
      checkKeys(item.options, 1, item.options.length - 1, refuse);
      return;
    case 'order':
      item.steps.forEach(({ early }, i) => {
        if ((early === null) !== (i === 0))
          refuse(['steps', i, 'early'], i === 0 ? 'null, for no step comes before the first' : 'the misconception of those who put this step before the one above it');
      });
      return;
    case 'signs':
      checkEdges(item.nodes, item.edges, refuse);
      return;
  }
}

function checkKeys(options: readonly Option[], least: number, most: number, refuse: Refuse): void {
  const keys = options.filter(({ key }) => key).length;
  if (keys < least || keys > most)
    refuse(['options'], most === 1 ? 'just one option with "key": true' : `${least} to ${most} options with "key": true`, { found: `${keys} of them` });
}

function checkEdges(nodes: readonly OptionId[], edges: readonly Edge[], refuse: Refuse): void {
  if (edges.every(({ given }) => given)) refuse(['edges'], 'at least one edge with "given": false, for it is the signs of these that are asked', { found: 'none' });
  const pairs = new Set<string>();
  edges.forEach((edge, i) => {
    for (const end of ['from', 'to'] as const) if (!nodes.includes(edge[end])) refuse(['edges', i, end], 'one of "nodes"');
    if (edge.from === edge.to) refuse(['edges', i, 'to'], 'another node than "from"');
    const pair = `${edge.from} ${edge.to}`;
    if (pairs.has(pair)) refuse(['edges', i], 'one edge from a node to another', { found: `a second edge from "${edge.from}" to "${edge.to}"` });
    pairs.add(pair);
    if (edge.given) return;
    for (const sign of SIGNS) {
      const named = edge.wrong[sign] !== undefined;
      if (sign === edge.sign && named) refuse(['edges', i, 'wrong', sign], 'nothing, for this sign is right', { cure: 'remove it' });
      if (sign !== edge.sign && !named) refuse(['edges', i, 'wrong', sign], 'the misconception of those who choose this sign', { cure: `add "${sign}"` });
    }
  });
  for (const [i, node] of nodes.entries()) if (!edges.some(({ from, to }) => from === node || to === node)) refuse(['nodes', i], 'a node that an edge begins or ends at');
}

// ---------------------------------------------------------------- the file and its words

const misconception = z.strictObject({ id: misconceptionId, paragraphs: distinct(whole(1, PARAGRAPHS), 1, PARAGRAPHS) }) satisfies z.ZodType<Misconception>;

const quizShape = {
  ...HEADER,
  id: id<QuizId>(),
  misconceptions: distinctBy('id', misconception, 1, MAX_MISCONCEPTIONS),
  items: distinctBy('id', item, 1, MAX_ITEMS),
};
export const quizFile = z.strictObject(quizShape).transform(({ id, misconceptions, items }) => ({ id, misconceptions, items }));

const why = prose(500);
const itemWords = z.strictObject({
  stem: prose(600),
  options: z.record(z.string(), z.strictObject({ text: prose(240), why })).default({}),
  nodes: z.record(z.string(), prose(80)).default({}),
  edges: z.record(z.string(), z.strictObject({ more: why, less: why, none: why })).default({}),
  /** To the translator. */
  note: prose(600),
});

const quizWords = {
  title: prose(160),
  misconceptions: z.record(z.string(), prose(300)),
  items: z.record(z.string(), itemWords),
};
export const quizText: z.ZodType<QuizWords & { items: Record<string, ItemWords> }, unknown> = z
  .strictObject({ $schema: z.string().max(200).optional(), $note: z.string().max(4000).optional(), ...quizWords })
  .transform(({ $schema: _, $note: __, ...words }) => words);

/** A stranger's quiz carries its words inline, by language. */
export const strangerQuizFile = z
  .strictObject({
    ...quizShape,
    text: z.record(z.string(), z.strictObject(quizWords)).superRefine(
      meaning<Record<string, unknown>>((languages, refuse) => {
        if (Object.keys(languages).length === 0) refuse([], 'words in at least one language, such as "en"', { found: 'none' });
        for (const language of Object.keys(languages)) if (!LANGUAGE.test(language)) refuse([language], 'a language such as "en"');
      }),
    ),
  })
  .transform(({ text, id, misconceptions, items }) => ({ quiz: { id, misconceptions, items }, text }));
