// Items from somebody's own campaign: why did a number move in this quarter? The key is what moved it most, by the campaign's own record;
// what is wrong was there as well and did not act on it, or pushed the other way. What causes are called and what leads to what is the caller's to say.

import type { Because, ClaimId, Quantity } from '../rules/types.ts';
import type { Draws } from './layout.ts';
import type { ItemId, ItemOf, MisconceptionId, Option, OptionId } from './types.ts';

/** What one cause did to one number, tenths. */
export interface Push {
  what: Quantity;
  by: number;
  because: Because;
}

/** Somebody's deed, or a rule at work by itself, in one quarter. */
export interface Cause {
  /** Causes that read alike have one id, and are given as one cause. */
  id: OptionId;
  /** How it is told: as a card of the player's, as news, or as the quarter's own course. What has no name of its own is no option, but counts as acting. */
  form: 'card' | 'news' | 'course' | 'unnamed';
  pushes: readonly Push[];
  /** All that it moved and all that those may move in turn: of these it may be a cause at one remove. */
  stirs: ReadonlySet<string>;
  /** What it came of: somebody's move has its reasons. What stirred these may be the cause behind it. */
  heeds: ReadonlySet<string>;
  /** Numbers of which its name says too little to be judged by. */
  unclear: ReadonlySet<Quantity>;
}

/** What moves a number where it happens, and did not happen in this quarter. */
export interface Asleep {
  id: OptionId;
  what: Quantity;
  /** Whether it raises the number or lowers it. */
  goes: 1 | -1;
}

export interface TracedQuarter {
  /** 0-based. */
  turn: number;
  causes: readonly Cause[];
  asleep: readonly Asleep[];
}

/** Why an option is right or wrong. */
export type Role = { role: 'key' | 'other-way'; push: Push } | { role: 'elsewhere'; pushes: readonly Push[] } | { role: 'asleep' };

export interface Traced {
  item: ItemOf<'one' | 'several'>;
  what: Quantity;
  /** The whole change of the quarter, tenths. */
  by: number;
  roles: ReadonlyMap<OptionId, Role>;
}

/** “What happened in the same quarter must have caused it”, “what acted on it pushed the way it went”, “what can move it did move it”. */
export const TRACE_MISCONCEPTIONS = ['trace-same-time', 'trace-other-way', 'trace-could-have'] as const;
type TraceMisconception = (typeof TRACE_MISCONCEPTIONS)[number];

/** Tenths: a smaller change is not asked about. */
const LEAST = 20;
const WRONG = { most: 3, least: 2 };

/**
 * Every item that a quarter gives, on numbers in the order of `asked`.
 * @param otherwise the claim of an item whose key rests on none
 * @param draws which of many wrong causes are taken
 */
export function tracedItems(quarter: TracedQuarter, asked: readonly Quantity[], otherwise: ClaimId, draws: Draws): Traced[] {
  return asked.flatMap((what, at) => tracedItem(quarter, what, otherwise, (index) => draws(100 * at + index)) ?? []);
}

function tracedItem({ turn, causes, asleep }: TracedQuarter, what: Quantity, otherwise: ClaimId, draws: Draws): Traced | null {
  const acting = causes.flatMap((cause) => actOf(cause, what) ?? []);
  const by = acting.reduce((sum, { push }) => sum + push.by, 0);
  const goes = by > 0 ? 1 : -1;
  const [key, second] = acting.filter(({ push }) => push.by * goes > 0).sort((left, right) => Math.abs(right.push.by) - Math.abs(left.push.by));
  const isClear = key !== undefined && isNamed(key.cause, what) && (second === undefined || 3 * Math.abs(second.push.by) <= 2 * Math.abs(key.push.by));
  if (!isClear || Math.abs(by) < LEAST) return null;

  const against = acting.filter(({ cause, push }) => push.by * goes < 0 && isNamed(cause, what)).sort((left, right) => Math.abs(right.push.by) - Math.abs(left.push.by));
  const elsewhere = shuffled(
    causes.filter((cause) => cause.form !== 'unnamed' && isApart(cause, what, key.cause)),
    draws,
  );
  const wrong = wrongOf(key.cause.form, [
    ...against.slice(0, 1).map(({ cause, push }): Wrong => ({ id: cause.id, form: cause.form, role: { role: 'other-way', push } })),
    ...elsewhere.filter(({ form }) => form === 'card' || form === 'news').map(beside),
    ...asleep.filter((one) => one.what === what && one.goes === goes).map(({ id }): Wrong => ({ id, form: 'course', role: { role: 'asleep' } })),
    ...elsewhere.filter(({ form }) => form === 'course').map(beside),
  ]);
  if (wrong === null) return null;
  const all = new Map<OptionId, Role>([[key.cause.id, { role: 'key', push: key.push }], ...wrong.map(({ id, role }): [OptionId, Role] => [id, role])]);
  return {
    item: itemOf(
      turn,
      what,
      key.push.because.claims[0] ?? otherwise,
      shuffled([...all], (index) => draws(50 + index)),
    ),
    what,
    by,
    roles: all,
  };
}

const isNamed = ({ form, unclear }: Cause, what: Quantity): boolean => form !== 'unnamed' && !unclear.has(what);

interface Wrong {
  id: OptionId;
  form: Cause['form'];
  role: Role;
}

const beside = ({ id, form, pushes }: Cause): Wrong => ({ id, form, role: { role: 'elsewhere', pushes } });

/** The first few, one of them in the key's own form, so that its form does not tell the key; null where there are too few. */
function wrongOf(form: Cause['form'], all: readonly Wrong[]): Wrong[] | null {
  const alike = all.find((one) => one.form === form);
  if (alike === undefined || all.length < WRONG.least) return null;
  const first = all.slice(0, WRONG.most);
  return first.includes(alike) ? first : [...first.slice(0, WRONG.most - 1), alike];
}

/** All that a cause did to a number, by the rule that did most of it; null where it did not act on it. */
function actOf(cause: Cause, what: Quantity): { cause: Cause; push: Push } | null {
  const own = cause.pushes.filter((push) => push.what === what);
  const largest = own.toSorted((left, right) => Math.abs(right.by) - Math.abs(left.by))[0];
  return largest === undefined ? null : { cause, push: { ...largest, by: own.reduce((sum, push) => sum + push.by, 0) } };
}

/** Whether a cause had nothing to do with a number, neither by itself nor through what it stirred, nor with the cause that moved it. */
function isApart({ stirs }: Cause, what: Quantity, key: Cause): boolean {
  return !stirs.has(what) && ![...key.heeds].some((reason) => stirs.has(reason));
}

function itemOf(turn: number, what: Quantity, claim: ClaimId, roles: readonly (readonly [OptionId, Role])[]): Traced['item'] {
  const misconceptionOf = (role: Exclude<Role['role'], 'key'>): TraceMisconception =>
    role === 'other-way' ? 'trace-other-way' : role === 'asleep' ? 'trace-could-have' : 'trace-same-time';
  const options = roles.map(
    ([id, { role }]): Option => (role === 'key' ? { id, key: true } : { id, key: false, misconception: misconceptionOf(role) as string as MisconceptionId }),
  );
  const name = what.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { id: `trace-${turn}-${name}` as ItemId, claim, thinking: 'explain', twinOf: null, facts: [], kind: 'one', options };
}

function shuffled<One>(all: readonly One[], draws: Draws): One[] {
  const left = [...all];
  for (let last = left.length - 1; last > 0; last--) {
    const at = draws(last) % (last + 1);
    [left[last], left[at]] = [left[at] as One, left[last] as One];
  }
  return left;
}
