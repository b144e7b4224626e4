// One item of each kind, as small as they come.

import type { Item, ItemWords, OptionId, Question, Sign } from '../../../src/quiz/types.ts';

const id = <Id>(text: string) => text as Id;
const common = { claim: id<Item['claim']>('limited-leverage'), thinking: 'apply', twinOf: null, facts: [] } as const;
const options = (keys: string, others: string): (Item & { kind: 'one' })['options'] => [
  ...[...keys].map((key) => ({ id: id<OptionId>(key), key: true }) as const),
  ...[...others].map((other) => ({ id: id<OptionId>(other), key: false, misconception: id<never>(`wrong-${other}`) }) as const),
];

export const CHOICE: Item = { ...common, id: id('choice'), kind: 'one', options: options('a', 'b') };
export const SOME: Item = { ...common, id: id('some'), kind: 'several', options: options('ab', 'cd') };
export const PLACES: Item = { ...common, id: id('places'), kind: 'scale', options: options('a', 'bcd') };
export const CHAIN: Item = {
  ...common,
  id: id('chain'),
  kind: 'order',
  steps: [...'abc'].map((step, at) => ({ id: id<OptionId>(step), early: at === 0 ? null : id<never>(`early-${step}`) })),
};
export const GRAPH: Item = {
  ...common,
  id: id('graph'),
  kind: 'signs',
  nodes: [...'xyz'].map((node) => id<OptionId>(node)),
  edges: [
    { id: id('up'), from: id('x'), to: id('y'), sign: 'more', given: false, wrong: { less: id('wrong-less'), none: id('wrong-none') } },
    { id: id('down'), from: id('y'), to: id('z'), sign: 'less', given: false, wrong: { more: id('wrong-more'), none: id('wrong-none') } },
    { id: id('shown'), from: id('x'), to: id('z'), sign: 'none', given: true },
  ],
};

/** An item with words that tell where they belong. */
export function questionOf(item: Item): Question {
  const all = item.kind === 'signs' ? [] : item.kind === 'order' ? item.steps : item.options;
  const words: ItemWords = {
    stem: item.id,
    options: Object.fromEntries(all.map((option) => [option.id, { text: `text ${option.id}`, why: `why ${option.id}` }])),
    nodes: {},
    edges: item.kind === 'signs' ? Object.fromEntries(item.edges.map((edge) => [edge.id, whys(edge.id)])) : {},
  };
  return { item, words };
}

function whys(edge: string): Record<Sign, string> {
  return { more: `${edge} more`, less: `${edge} less`, none: `${edge} none` };
}
