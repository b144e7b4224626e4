// What is done with drawers, each in one transaction: keep, open, remove, and who may write.

import { isNewer } from '../../content/saveFile.ts';
import type { Draft, Drawers, Finish, Generation, Reached, Slot } from './drawers.ts';

export const GENERATIONS = 3;
/** Campaigns followed without a name; beyond these the oldest goes, finished ones first. */
export const MOST_FOLLOWED = 24;
/** A lease not renewed for so long is anybody's, milliseconds. */
export const LEASE = 16_000;

/** Follows a campaign: into the slot that holds the choices before these, or into a fresh one. @returns the slot's id */
export async function follow(drawers: Drawers, { slot: draft, text, finished }: Draft, freshId: string): Promise<string> {
  const slots = await drawers.slots();
  const before = await slotBefore(drawers, slots, draft);
  if (before !== null && before.slot.line === draft.line && before.generations.some(({ damaged }) => !damaged)) return before.slot.id;
  const id = before?.slot.id ?? freshId;
  const generations = before?.generations ?? [];
  const put: Generation = { slot: id, at: (generations.at(-1)?.at ?? 0) + 1, text, damaged: false };
  await drawers.putGeneration(put);
  const good = [...generations.filter(({ damaged }) => !damaged), put];
  const damaged = generations.filter(({ damaged }) => damaged);
  for (const { at } of [...good.slice(0, -GENERATIONS), ...damaged.slice(0, -1)]) await drawers.dropGeneration(id, at);
  await drawers.putSlot({ ...draft, id, kind: 'auto', name: before?.slot.name ?? draft.name, trouble: damaged.length > 0 ? 'recovered' : null });
  if (before === null) for (const { id: old } of tooMany(slots)) await remove(drawers, old);
  if (finished !== null) await reach(drawers, finished);
  return id;
}

async function slotBefore(drawers: Drawers, slots: readonly Slot[], draft: Draft['slot']): Promise<{ slot: Slot; generations: Generation[] } | null> {
  const fitting = slots
    .filter((slot) => slot.kind === 'auto' && isSameRun(slot, draft) && draft.line.startsWith(slot.line))
    .sort((one, other) => other.line.length - one.line.length);
  for (const slot of fitting) {
    const generations = await drawers.generations(slot.id);
    // What a later version wrote is left as it is.
    if (!generations.some(({ text }) => isNewer(text))) return { slot, generations };
  }
  return null;
}

/** Of one campaign, and both its first line or both practice. */
export function isSameRun(one: Pick<Slot, 'campaign' | 'practice'>, other: Pick<Slot, 'campaign' | 'practice'>): boolean {
  return one.campaign === other.campaign && one.practice === other.practice;
}

/** Room for one more. Named ones and those of a later version stay. */
function tooMany(slots: readonly Slot[]): Slot[] {
  const followed = slots.filter(({ kind, name, trouble }) => kind === 'auto' && name === '' && trouble !== 'newer');
  const spare = (slot: Slot) => (slot.over || slot.practice ? 0 : 1);
  const first = followed.sort((one, other) => spare(one) - spare(other) || (one.savedAt < other.savedAt ? -1 : 1));
  return first.slice(0, Math.max(0, followed.length - MOST_FOLLOWED + 1));
}

/** Files what a page that closed too soon had jotted down. */
export async function fileArrivals(drawers: Drawers): Promise<void> {
  const arrivals = await drawers.arrivals();
  arrivals.sort((one, other) => (one.draft.slot.savedAt < other.draft.slot.savedAt ? -1 : 1));
  for (const { id, draft } of arrivals) {
    const slots = await drawers.slots();
    const isPast = slots.some((slot) => slot.kind === 'auto' && isSameRun(slot, draft.slot) && slot.line.startsWith(draft.slot.line));
    if (!isPast) await follow(drawers, draft, id);
    await drawers.dropArrival(id);
  }
}

/** Keeps a document as it is, in a slot of its own. */
export async function keep(drawers: Drawers, { slot, text }: Pick<Draft, 'slot' | 'text'>, id: string): Promise<void> {
  await drawers.putGeneration({ slot: id, at: 1, text, damaged: false });
  await drawers.putSlot({ ...slot, id, kind: 'kept', trouble: null });
}

export type Verdict<Good> =
  | { is: 'good'; good: Good; slot: Omit<Slot, 'id' | 'kind' | 'name' | 'trouble'> }
  | { is: 'damaged' }
  | { is: 'newer' }
  | { is: 'refused'; refused: Good };
export type Opened<Good> = { is: 'good'; good: Good; recovered: boolean } | { is: 'damaged' | 'newer' | 'missing' } | { is: 'refused'; refused: Good };

/** The newest good generation of a slot. What is found damaged on the way is marked and kept. */
export async function open<Good>(drawers: Drawers, id: string, judge: (text: string) => Verdict<Good>): Promise<Opened<Good>> {
  const slot = await drawers.slot(id);
  if (slot === undefined) return { is: 'missing' };
  let recovered = false;
  for (const generation of (await drawers.generations(id)).reverse()) {
    if (generation.damaged) continue;
    const verdict = judge(generation.text);
    switch (verdict.is) {
      case 'good':
        if (recovered) await drawers.putSlot({ ...slot, ...verdict.slot, trouble: 'recovered' });
        return { is: 'good', good: verdict.good, recovered };
      case 'newer':
        await drawers.putSlot({ ...slot, trouble: 'newer' });
        return { is: 'newer' };
      case 'refused':
        return verdict;
      case 'damaged':
        recovered = true;
        await drawers.putGeneration({ ...generation, damaged: true });
    }
  }
  await drawers.putSlot({ ...slot, trouble: 'lost' });
  return { is: 'damaged' };
}

/** Throws the damaged generations of a slot away, and the slot with them when nothing else is in it. */
export async function discardDamaged(drawers: Drawers, id: string): Promise<void> {
  const slot = await drawers.slot(id);
  const generations = await drawers.generations(id);
  for (const { at, damaged } of generations) if (damaged) await drawers.dropGeneration(id, at);
  if (slot === undefined) return;
  if (generations.every(({ damaged }) => damaged)) await drawers.dropSlot(id);
  else await drawers.putSlot({ ...slot, trouble: null });
}

export interface Removed {
  slot: Slot;
  generations: readonly Generation[];
}

/** @returns all that was in it, so that it can be put back; null when it is not there */
export async function remove(drawers: Drawers, id: string): Promise<Removed | null> {
  const slot = await drawers.slot(id);
  const generations = await drawers.generations(id);
  for (const { at } of generations) await drawers.dropGeneration(id, at);
  await drawers.dropSlot(id);
  return slot === undefined ? null : { slot, generations };
}

export async function putBack(drawers: Drawers, { slot, generations }: Removed): Promise<void> {
  for (const generation of generations) await drawers.putGeneration(generation);
  await drawers.putSlot(slot);
}

export async function rename(drawers: Drawers, id: string, name: string): Promise<void> {
  const slot = await drawers.slot(id);
  if (slot !== undefined) await drawers.putSlot({ ...slot, name });
}

async function reach(drawers: Drawers, finish: Finish): Promise<void> {
  const before = (await drawers.reached()).find(({ level }) => level === finish.level);
  await drawers.putReached(withFinish(before, finish));
}

/** What two records of a level tell together. */
export function united(one: Reached, other: Reached): Reached {
  const best = one.best === null || (other.best !== null && other.best.score > one.best.score) ? other.best : one.best;
  return { level: one.level, endings: [...new Set([...one.endings, ...other.endings])], best, seeds: [...new Set([...one.seeds, ...other.seeds])] };
}

/** A seed is scored once: who plays it again knows its hidden facts. */
export function withFinish(before: Reached | undefined, { level, ending, seed, score }: Finish): Reached {
  const { endings = [], seeds = [], best = null } = before ?? {};
  const isFirst = score !== null && !seeds.includes(seed);
  return {
    level,
    endings: endings.includes(ending) ? endings : [...endings, ending],
    best: isFirst && (best === null || score > best.score) ? { score, ending } : best,
    seeds: isFirst ? [...seeds, seed] : seeds,
  };
}

/**
 * Renews one's own lease or takes a free one; another's is taken only by force.
 * @param now milliseconds of the clock
 * @returns whether the campaign is this owner's to write
 */
export async function claim(drawers: Drawers, campaign: string, owner: string, now: number, force = false): Promise<boolean> {
  const lease = await drawers.lease(campaign);
  const held = lease !== undefined && lease.owner !== owner && Math.abs(now - lease.renewed) <= LEASE;
  if (held && !force) return false;
  await drawers.putLease({ campaign, owner, renewed: now });
  return true;
}
