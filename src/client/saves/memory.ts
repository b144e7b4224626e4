// Drawers that last as long as the page: for private windows and full disks.

import type { Arrival, Cabinet, Drawers, Generation, Lease, Reached, Slot } from './drawers.ts';

export function openMemory(): Cabinet {
  const slots = new Map<string, Slot>();
  const generations = new Map<string, Map<number, Generation>>();
  const reached = new Map<string, Reached>();
  const arrivals = new Map<string, Arrival>();
  const leases = new Map<string, Lease>();
  const drawers: Drawers = {
    slots: async () => [...slots.values()],
    slot: async (id) => slots.get(id),
    putSlot: async (slot) => slots.set(slot.id, slot),
    dropSlot: async (id) => slots.delete(id),
    generations: async (slot) => [...(generations.get(slot)?.values() ?? [])].sort((one, other) => one.at - other.at),
    putGeneration: async (generation) => generations.set(generation.slot, new Map(generations.get(generation.slot)).set(generation.at, generation)),
    dropGeneration: async (slot, at) => generations.get(slot)?.delete(at),
    reached: async () => [...reached.values()],
    putReached: async (on) => reached.set(on.level, on),
    dropReached: async (level) => reached.delete(level),
    arrivals: async () => [...arrivals.values()],
    dropArrival: async (id) => arrivals.delete(id),
    lease: async (campaign) => leases.get(campaign),
    putLease: async (lease) => leases.set(lease.campaign, lease),
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    transact: (work) => {
      const next = last.then(() => work(drawers));
      last = next.catch(() => undefined);
      return next;
    },
    jot: async (arrival) => void arrivals.set(arrival.id, arrival),
    letGo: async (campaign) => void leases.delete(campaign),
  };
}
