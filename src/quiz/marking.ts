// Marking: what a response is worth, which misconceptions it shows, and the points that confidence makes of it.

import { type Confidence, type Item, type ItemOf, type MisconceptionId, type OptionId, type Response, SIGNS, type Sign } from './types.ts';

export interface Mark {
  /** Per mille, 0 … 1000; 1000 is right. */
  credit: number;
  right: boolean;
  /** That the response shows, each once. */
  misconceptions: readonly MisconceptionId[];
}

const FULL = 1000;

/**
 * A response of the same kind as its item, which `readResponse` sees to. Partial credit, per mille:
 * `one` all or nothing; `several` right choices less wrong ones, over all right ones; `order` pairs in order less pairs out of order, over all pairs;
 * `scale` half for a neighbour of the key; `signs` right signs less half the wrong ones, over all asked. Never below 0: blind guessing earns nothing on average
 * or nearly so.
 */
export function mark(item: Item, response: Response): Mark {
  switch (item.kind) {
    case 'one':
    case 'scale':
      return markOne(item, (response as Extract<Response, { kind: 'one' | 'scale' }>).option);
    case 'several':
      return markSeveral(item, (response as Extract<Response, { kind: 'several' }>).options);
    case 'order':
      return markOrder(item, (response as Extract<Response, { kind: 'order' }>).steps);
    case 'signs':
      return markSigns(item, (response as Extract<Response, { kind: 'signs' }>).signs);
  }
}

function marked(credit: number, misconceptions: readonly (MisconceptionId | null | undefined)[]): Mark {
  const bounded = Math.max(0, credit);
  return { credit: bounded, right: bounded === FULL, misconceptions: [...new Set(misconceptions.filter((one) => one !== null && one !== undefined))] };
}

function markOne({ kind, options }: ItemOf<'one' | 'several'> | ItemOf<'scale'>, chosen: OptionId): Mark {
  const at = options.findIndex(({ id }) => id === chosen);
  const option = options[at];
  if (option === undefined) return marked(0, []);
  if (option.key) return marked(FULL, []);
  const isNear = kind === 'scale' && (options[at - 1]?.key === true || options[at + 1]?.key === true);
  return marked(isNear ? FULL / 2 : 0, [option.misconception]);
}

function markSeveral({ options }: ItemOf<'one' | 'several'>, chosen: readonly OptionId[]): Mark {
  const keys = options.filter(({ key }) => key).length;
  const taken = options.filter(({ id }) => chosen.includes(id));
  const right = taken.filter(({ key }) => key).length;
  return marked(
    Math.floor((FULL * (2 * right - taken.length)) / keys),
    taken.map((option) => (option.key ? null : option.misconception)),
  );
}

function markOrder({ steps }: ItemOf<'order'>, order: readonly OptionId[]): Mark {
  const place = new Map(order.map((id, at) => [id, at]));
  const at = (step: number) => place.get((steps[step] as (typeof steps)[number]).id) ?? -1;
  let balance = 0;
  for (let later = 1; later < steps.length; later++) for (let earlier = 0; earlier < later; earlier++) balance += at(earlier) < at(later) ? 1 : -1;
  const pairs = (steps.length * (steps.length - 1)) / 2;
  return marked(
    Math.floor((FULL * balance) / pairs),
    steps.map(({ early }, i) => (i > 0 && at(i) < at(i - 1) ? early : null)),
  );
}

function markSigns({ edges }: ItemOf<'signs'>, signs: Readonly<Record<string, Sign>>): Mark {
  const asked = edges.filter((edge) => !edge.given);
  const wrong = asked.filter(({ id, sign }) => signs[id] !== sign);
  return marked(
    Math.floor((FULL * (2 * (asked.length - wrong.length) - wrong.length)) / (2 * asked.length)),
    wrong.map((edge) => edge.wrong[signs[edge.id] as Sign]),
  );
}

/** Points in thousandths. Right and wrong at each confidence as Gardner-Medwin has them for certainty-based marking; between them, in proportion to the credit. */
const POINTS: Readonly<Record<Confidence, readonly [wrong: number, right: number]>> = { 1: [0, 1000], 2: [-2000, 2000], 3: [-6000, 3000] };

/** @returns −6000 … 3000 thousandths of a point: `fairly sure` pays from two thirds right on, `very sure` from four fifths */
export function points({ credit }: Pick<Mark, 'credit'>, confidence: Confidence): number {
  const [wrong, right] = POINTS[confidence];
  return wrong + Math.floor(((right - wrong) * credit) / FULL);
}

/** What somebody sent as a response to an item, whatever it is; null where it is none. A response to `order` and `signs` must be whole. */
export function readResponse(item: Item, sent: unknown): Response | null {
  if (typeof sent !== 'object' || sent === null) return null;
  const { kind, option, options, steps, signs } = sent as Readonly<Record<string, unknown>>;
  if (kind !== item.kind) return null;
  switch (item.kind) {
    case 'one':
    case 'scale':
      return item.options.some(({ id }) => id === option) ? { kind: item.kind, option: option as OptionId } : null;
    case 'several':
      return isChoiceOf(item.options, options) ? { kind: 'several', options: [...options] } : null;
    case 'order':
      return isChoiceOf(item.steps, steps) && steps.length === item.steps.length ? { kind: 'order', steps: [...steps] } : null;
    case 'signs': {
      if (typeof signs !== 'object' || signs === null) return null;
      const asked = item.edges.filter((edge) => !edge.given).map(({ id }) => id);
      const given = Object.entries(signs);
      const isWhole = given.length === asked.length && given.every(([id, sign]) => asked.includes(id as OptionId) && SIGNS.includes(sign));
      return isWhole ? { kind: 'signs', signs: Object.fromEntries(given) } : null;
    }
  }
}

/** At least one, each of them there, none twice. */
function isChoiceOf(all: readonly { id: OptionId }[], chosen: unknown): chosen is OptionId[] {
  return Array.isArray(chosen) && chosen.length > 0 && new Set(chosen).size === chosen.length && chosen.every((one) => all.some(({ id }) => id === one));
}

/** The response that is right. */
export function keyOf(item: Item): Response {
  switch (item.kind) {
    case 'one':
    case 'scale':
      return { kind: item.kind, option: (item.options.find(({ key }) => key) as { id: OptionId }).id };
    case 'several':
      return { kind: 'several', options: item.options.filter(({ key }) => key).map(({ id }) => id) };
    case 'order':
      return { kind: 'order', steps: item.steps.map(({ id }) => id) };
    case 'signs':
      return { kind: 'signs', signs: Object.fromEntries(item.edges.filter((edge) => !edge.given).map(({ id, sign }) => [id, sign])) };
  }
}
