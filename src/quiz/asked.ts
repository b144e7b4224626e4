// A question as it is put to somebody: all that is needed to answer it, and nothing that tells which answer is right.

import type { Item, OptionId, Question, Response, Sign } from './types.ts';

export type Asked = { stem: string } & (
  | { kind: 'one' | 'several' | 'scale' | 'order' /** In the order in which they are shown. */; options: readonly { id: OptionId; text: string }[] }
  | { kind: 'signs'; nodes: readonly { id: OptionId; text: string }[]; edges: readonly AskedEdge[] }
);
export type AskedOf<Kind extends Asked['kind']> = Extract<Asked, { kind: Kind }>;

/** The sign of a given edge is shown; of the others it is asked. */
export type AskedEdge = { id: OptionId; from: OptionId; to: OptionId } & ({ given: true; sign: Sign } | { given: false });

/** @param shown ids of options or steps as they are shown; of no matter to `signs` */
export function askedOf({ item, words }: Question, shown: readonly OptionId[]): Asked {
  if (item.kind !== 'signs') return { stem: words.stem, kind: item.kind, options: shown.map((id) => ({ id, text: words.options[id]?.text ?? '' })) };
  return {
    stem: words.stem,
    kind: 'signs',
    nodes: item.nodes.map((id) => ({ id, text: words.nodes[id] ?? '' })),
    edges: item.edges.map(({ id, from, to, ...edge }) => (edge.given ? { id, from, to, given: true, sign: edge.sign } : { id, from, to, given: false })),
  };
}

// ---------------------------------------------------------------- letters

/** Of options, steps, nodes and edges, in the order in which they are shown. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
export const letterAt = (place: number): OptionId => LETTERS.charAt(place) as OptionId;

/**
 * The question with letters for its own ids, `a`, `b` … in the order shown (`signs`: nodes and edges in the order of the file, each from `a`), for authored ids may give the key away.
 * @param shown as for `askedOf`
 */
export function lettered({ item, words }: Question, shown: readonly OptionId[]): Question {
  const { of, nodes, edges } = lettersOf(item, shown);
  return {
    item: letteredItem(item, of, nodes, edges),
    words: { stem: words.stem, options: renamed(words.options, of), nodes: renamed(words.nodes, nodes), edges: renamed(words.edges, edges) },
  };
}

type Rename = (id: OptionId) => OptionId;

function lettersOf(item: Item, shown: readonly OptionId[]): { of: Rename; nodes: Rename; edges: Rename } {
  const [nodes, edges] = item.kind === 'signs' ? [item.nodes, item.edges.map(({ id }) => id)] : [[], []];
  return { of: letterIn(shown), nodes: letterIn(nodes), edges: letterIn(edges) };
}

const letterIn =
  (ids: readonly OptionId[]): Rename =>
  (id) =>
    letterAt(ids.indexOf(id));

function letteredItem(item: Item, of: Rename, nodes: Rename, edges: Rename): Item {
  const own = <Part extends { id: OptionId }>(part: Part): Part => ({ ...part, id: of(part.id) });
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'scale':
      return { ...item, options: item.options.map(own) };
    case 'order':
      return { ...item, steps: item.steps.map(own) };
    case 'signs':
      return { ...item, nodes: item.nodes.map(nodes), edges: item.edges.map((edge) => ({ ...edge, id: edges(edge.id), from: nodes(edge.from), to: nodes(edge.to) })) };
  }
}

function renamed<Entry>(all: Readonly<Record<string, Entry>>, to: Rename): Record<string, Entry> {
  return Object.fromEntries(Object.entries(all).map(([id, entry]) => [to(id as OptionId), entry]));
}

/** A response to the item in the letters it was asked in. */
export function letteredResponse(item: Item, shown: readonly OptionId[], response: Response): Response {
  const { of, edges } = lettersOf(item, shown);
  return responseIn(response, of, edges);
}

/** A response to `lettered(question, shown)` in the item's own ids. */
export function ownResponse(item: Item, shown: readonly OptionId[], response: Response): Response {
  const idIn =
    (ids: readonly OptionId[]): Rename =>
    (letter) =>
      ids[LETTERS.indexOf(letter)] as OptionId;
  return responseIn(response, idIn(shown), idIn(item.kind === 'signs' ? item.edges.map(({ id }) => id) : []));
}

function responseIn(response: Response, of: Rename, edges: Rename): Response {
  switch (response.kind) {
    case 'one':
    case 'scale':
      return { kind: response.kind, option: of(response.option) };
    case 'several':
      return { kind: 'several', options: response.options.map(of) };
    case 'order':
      return { kind: 'order', steps: response.steps.map(of) };
    case 'signs':
      return { kind: 'signs', signs: renamed(response.signs, edges) };
  }
}
