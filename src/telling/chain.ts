// How the ending came about: what it asked for, and the chains of causes behind each figure, from somebody's deed to the figure itself.

import { CAUSAL_GRAPH } from '../rules/causalGraph.ts';
import { within } from '../rules/conditions.ts';
import { measure } from '../rules/endings.ts';
import type { Because, Ending, EndingId, EndingMeasure, Quantity } from '../rules/types.ts';
import { type DeedEvent, digestOf, type TurningPoint, type Who } from './digest.ts';
import type { Playthrough } from './playthrough.ts';

/** What a chain explains: a number of the model, Russian technology over the four tracks, or the count of crises. */
export type Figure = Quantity | 'transfer' | 'crises';

export interface Asked {
  what: EndingMeasure;
  atLeast: number;
  atMost: number;
  reached: number;
}

export interface EndingTold {
  id: EndingId;
  /** All that the ending asks; nothing for the one that is reached when no other is. */
  asked: readonly Asked[];
}

/** A number that something moved, summed over the campaign, and the rule by which it did. */
export interface Step {
  what: Figure;
  /** Tenths; containers for munitions, a count for crises. */
  by: number;
  because: Because;
  /** Whether the chain up to here held it back: without it, the number would have moved farther. */
  against: boolean;
}

/** Where a chain begins: somebody's deed, or what nobody in the campaign brought about. */
export type Root = { kind: 'deed'; who: Who; event: DeedEvent | TurningPoint; turns: readonly number[] } | { kind: 'given'; node: Given } | { kind: 'standing'; what: Quantity };
export type Given = 'war' | 'bond' | 'west' | 'time' | 'crises';

export interface Chain {
  root: Root;
  /** From the root to the figure; never empty. */
  steps: readonly Step[];
}

export interface Strand {
  figure: Figure;
  from: number;
  to: number;
  chains: readonly Chain[];
}

export interface EndingCauses {
  reached: EndingTold;
  /** The endings that come before it in the level's order, with what they asked and did not get. */
  missed: readonly EndingTold[];
  strands: readonly Strand[];
}

const FIGURES: Readonly<Partial<Record<EndingMeasure, readonly Figure[]>>> = { balance: ['deterrence', 'threat'], threatGrowth: ['threat'] };
const PARTS: Readonly<Partial<Record<Figure, readonly Quantity[]>>> = { transfer: ['giftSpace', 'giftIcbm', 'giftSubmarine', 'giftSlbm'] };
const MOST_CHAINS = 4;
/** Steps from the figure back to a deed. */
const MOST_STEPS = 4;
/** Tenths: what is smaller is not worth a line. */
const VISIBLE_CHANGE = 4;

/** @param play a campaign that is over */
export function causesOf(play: Playthrough, reached: EndingId): EndingCauses {
  const { world, state } = play;
  const { endings } = world.level;
  const at = endings.findIndex(({ id }) => id === reached);
  const told = ({ id, when }: Ending): EndingTold => ({ id, asked: when.map((asked) => ({ ...asked, reached: measure(state, asked.what) })) });
  const lacking = (ending: EndingTold): EndingTold => ({ ...ending, asked: ending.asked.filter((asked) => !within(asked, asked.reached)) });
  const ending = told(endings[at] as Ending);
  const measures: readonly EndingMeasure[] = ending.asked.length === 0 ? ['balance'] : ending.asked.map(({ what }) => what);
  const figures = [...new Set(measures.flatMap((what) => FIGURES[what] ?? [what as Figure]))];
  const pushes = pushesOf(play);
  return {
    reached: ending,
    missed: endings.slice(0, at).map((other) => lacking(told(other))),
    strands: figures.map((figure) => ({ figure, ...spanOf(play, figure), chains: chainsTo(figure, pushes) })),
  };
}

function spanOf({ openings, state }: Playthrough, figure: Figure): { from: number; to: number } {
  const opening = openings[0] ?? state;
  if (figure === 'crises') return { from: 0, to: state.crises };
  const sum = (of: typeof state) => (PARTS[figure] ?? [figure as Quantity]).reduce((total, what) => total + of[what], 0);
  return { from: sum(opening), to: sum(state) };
}

/** All that one deed, or one rule of the engine by itself, did to one number. */
interface Push {
  what: Figure;
  by: number;
  because: Because;
  deed: { who: Who; event: DeedEvent | TurningPoint; turns: number[] } | null;
}

function pushesOf({ world, turns }: Playthrough): Push[] {
  const pushes = new Map<string, Push>();
  const add = (what: Figure, by: number, because: Because, deed: { who: Who; event: DeedEvent | TurningPoint } | null) => {
    const key = `${what} ${because.rule} ${deed === null ? '' : nameOf(deed.event)}`;
    const known = pushes.get(key) ?? { what, by: 0, because, deed: deed === null ? null : { ...deed, turns: [] } };
    known.by += by;
    if (deed !== null && known.deed !== null && known.deed.turns.at(-1) !== deed.event.turn) known.deed.turns.push(deed.event.turn);
    pushes.set(key, known);
  };
  for (const events of turns) {
    const { parts, turningPoints, drifts } = digestOf(world, events, 'unveiled');
    for (const { who, deeds } of parts) for (const { event, changes } of deeds) for (const { what, from, to, because } of changes) add(what, to - from, because, { who, event });
    for (const { event, changes } of turningPoints) {
      if (event.type === 'crisisBroke') add('crises', 1, event.because, null);
      for (const { what, from, to, because } of changes) add(what, to - from, because, { who: 'world', event });
    }
    for (const { what, causes } of drifts) for (const { from, to, because } of causes) add(what, to - from, because, null);
  }
  return [...pushes.values()];
}

/** What makes two deeds one cause: the same card, the same move, the same kind of test. */
function nameOf(event: DeedEvent | TurningPoint): string {
  switch (event.type) {
    case 'cardPlayed':
    case 'effectLanded':
    case 'effectAhead':
      return `card ${event.card}`;
    case 'attempted':
      return `attempt ${event.card} ${event.succeeded}`;
    case 'moved':
    case 'calledOff':
      return `move ${event.move}`;
    case 'tested':
      return `test ${event.tech} ${event.succeeded}`;
    default:
      return event.type;
  }
}

/** The largest few chains; the first one leads twice where it can. If none begins with a card of the player's, the last makes room for the largest that does. */
function chainsTo(figure: Figure, pushes: readonly Push[]): Chain[] {
  const parts: readonly Figure[] = PARTS[figure] ?? [figure];
  const direct = bySize(merged(pushes.filter(({ what }) => parts.includes(what)))).filter(({ by }) => figure === 'crises' || Math.abs(by) >= VISIBLE_CHANGE);
  const largest = direct.flatMap((push, i) => tracedBack(push, pushes, i === 0 ? 2 : 1, [])).slice(0, MOST_CHAINS);
  const isOwn = ({ root }: Chain) => root.kind === 'deed' && root.who === 'washington';
  const own = largest.some(isOwn) ? undefined : ownChains(direct, pushes)[0];
  const chains = own === undefined ? largest : [...largest.slice(0, MOST_CHAINS - 1), own];
  return chains.map(({ root, steps }) => ({ root, steps: steps.map((step, i) => (i === steps.length - 1 ? { ...step, what: figure } : step)) }));
}

/** The same rule and deed on several parts of one figure, as one. */
function merged(pushes: readonly Push[]): Push[] {
  const sums = new Map<string, Push>();
  for (const push of bySize(pushes)) {
    const key = `${push.because.rule} ${push.deed === null ? '' : nameOf(push.deed.event)}`;
    const known = sums.get(key);
    sums.set(key, known === undefined ? { ...push } : { ...known, by: known.by + push.by });
  }
  return [...sums.values()];
}

function bySize(pushes: readonly Push[]): Push[] {
  return [...pushes].sort((left, right) => size(right) - size(left));
}

/** The chains that end in a push, at most `branches` of them. @param after the numbers that come after it on the way to the figure */
function tracedBack(push: Push, pushes: readonly Push[], branches: number, after: readonly Figure[]): Chain[] {
  const step = stepOf(push, false);
  if (push.deed !== null) return [{ root: { kind: 'deed', ...push.deed }, steps: [step] }];
  const behind = behindOf(push, pushes, after)
    .filter((cause) => !opposes(cause, push))
    .sort((left, right) => telling(right) - telling(left));
  const chains = distinct(behind)
    .slice(0, branches)
    .flatMap((cause) => tracedBack(cause, pushes, 1, [...after, push.what]));
  if (chains.length > 0) return chains.map(({ root, steps: before }) => ({ root, steps: [...before, step] }));
  return [{ root: rootOf(edgesInto(push).map(({ from }) => from)), steps: [step] }];
}

/** Chains from the player's cards to pushes, the one that leans hardest on its push first; also those that held a push back. */
function ownChains(direct: readonly Push[], pushes: readonly Push[]): Chain[] {
  const lean = ({ steps }: Chain) => size(steps.at(-2) ?? (steps[0] as Step));
  return direct.flatMap((push) => ownChain(push, pushes, []) ?? []).sort((left, right) => lean(right) - lean(left));
}

/** A chain from one of the player's cards to a push, by the largest steps that lead to one. */
function ownChain(push: Push, pushes: readonly Push[], after: readonly Figure[]): Chain | null {
  if (push.deed !== null) return push.deed.who === 'washington' ? { root: { kind: 'deed', ...push.deed }, steps: [stepOf(push, false)] } : null;
  for (const cause of bySize(behindOf(push, pushes, after))) {
    const chain = ownChain(cause, pushes, [...after, push.what]);
    if (chain === null) continue;
    // What is held back holds back what follows it.
    const heldBack = chain.steps.at(-1)?.against === true;
    return { root: chain.root, steps: [...chain.steps, stepOf(push, opposes(cause, push) !== heldBack)] };
  }
  return null;
}

function stepOf({ what, by, because }: Push, against: boolean): Step {
  return { what, by, because, against };
}

/** Whether what moved one number pushes another the other way than it went. */
function opposes(cause: Push, push: Push): boolean {
  return !edgesInto(push).some(({ from, sign }) => from === cause.what && cause.by * push.by * sign > 0);
}

/** Tenths; a year's shells are on another scale than all else. */
function size({ what, by }: Pick<Push, 'what' | 'by'>): number {
  return what === 'munitions' ? Math.abs(by) / 2 : Math.abs(by);
}

/** The causal graph's ways into a push of the engine's own course; what fades by itself has none. */
function edgesInto(push: Push) {
  return CAUSAL_GRAPH.filter(({ rule, to, from }) => rule === push.because.rule && to === push.what && from !== push.what);
}

/** What moved the numbers that a push follows. Numbers that come later in the chain are left out, and so is what is too small. */
function behindOf(push: Push, pushes: readonly Push[], after: readonly Figure[]): Push[] {
  if (after.length + 1 >= MOST_STEPS) return [];
  const from = edgesInto(push).map((edge) => edge.from as Figure);
  return pushes.filter((cause) => !after.includes(cause.what) && from.includes(cause.what) && size(cause) >= VISIBLE_CHANGE);
}

/** One of each deed, and of the numbers' own courses one a rule: four tracks that grow by themselves are one story. */
function distinct(pushes: readonly Push[]): Push[] {
  const storyOf = ({ deed, because }: Push) => (deed === null ? because.rule : nameOf(deed.event));
  return pushes.filter((push, at) => pushes.findIndex((other) => storyOf(other) === storyOf(push)) === at);
}

/** Somebody's deed says more than a number's own course, unless that is far the larger. */
function telling({ what, by, deed }: Push): number {
  return size({ what, by }) * (deed === null ? 1 : 3);
}

const GIVEN: readonly string[] = ['war', 'bond', 'west', 'time', 'crises'] satisfies Given[];

/** Where no deed lies behind: what is given, else how a number stood from the outset; what fades by itself, time. */
function rootOf(from: readonly (Quantity | Given)[]): Root {
  const given = from.find((node): node is Given => GIVEN.includes(node));
  if (given !== undefined) return { kind: 'given', node: given };
  const [what] = from as readonly Quantity[];
  return what === undefined ? { kind: 'given', node: 'time' } : { kind: 'standing', what };
}
