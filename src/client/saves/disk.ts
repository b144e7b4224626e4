// Drawers in IndexedDB. What is written has reached the disk when a transaction is done.

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Arrival, Cabinet, Drawers, Generation, Lease, Reached, Slot } from './drawers.ts';

interface Shape extends DBSchema {
  slots: { key: string; value: Slot };
  generations: { key: [slot: string, at: number]; value: Generation };
  reached: { key: string; value: Reached };
  arrivals: { key: string; value: Arrival };
  leases: { key: string; value: Lease };
}

const NAME = 'counterweight';
const VERSION = 1;
const STORES = ['slots', 'generations', 'reached', 'arrivals', 'leases'] as const;
type Transaction = IDBPTransaction<Shape, typeof STORES, 'readwrite'>;

/** A browser that does not answer by then does not let this page save, milliseconds. */
const PATIENCE = 5000;

/**
 * @param displaced called when a later version of the program, in another tab, takes the database over
 * @throws when the browser does not let this page save: `VersionError` when a later version has been here
 */
export async function openDisk(displaced: () => void): Promise<Cabinet> {
  let database: Promise<IDBPDatabase<Shape>> | null = null;
  const connect = (): Promise<IDBPDatabase<Shape>> => {
    const opening = openDB<Shape>(NAME, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('slots', { keyPath: 'id' });
        fresh.createObjectStore('generations', { keyPath: ['slot', 'at'] });
        fresh.createObjectStore('reached', { keyPath: 'level' });
        fresh.createObjectStore('arrivals', { keyPath: 'id' });
        fresh.createObjectStore('leases', { keyPath: 'campaign' });
      },
      blocking(_, wanted) {
        void database?.then((open) => open.close()).catch(() => undefined);
        if (wanted === null) database = null;
        else displaced();
      },
      terminated() {
        database = null;
      },
    });
    let isLate = false;
    const connected = Promise.race([opening, refusal()]).catch((error: unknown) => {
      isLate = true;
      // The next to ask tries again, and what opens after all would stand in a later version's way.
      if (database === connected) database = null;
      throw error;
    });
    opening.then((open) => isLate && open.close()).catch(() => undefined);
    database = connected;
    return connected;
  };
  await connect();
  /** One request; `commit` sends it on its way without waiting for its answer. */
  const atOnce = async (name: 'arrivals' | 'leases', act: (transaction: IDBPTransaction<Shape, (typeof name)[], 'readwrite'>) => Promise<unknown>): Promise<void> => {
    const transaction = (await (database ?? connect())).transaction([name], 'readwrite', { durability: 'strict' });
    transaction.done.catch(() => undefined);
    const acted = act(transaction);
    transaction.commit();
    await Promise.all([acted, transaction.done]);
  };
  return {
    jot: (arrival) => atOnce('arrivals', (transaction) => transaction.objectStore('arrivals').put(arrival)),
    letGo: (campaign) => atOnce('leases', (transaction) => transaction.objectStore('leases').delete(campaign)),
    transact: async (work, durability = 'strict') => {
      const transaction = (await (database ?? connect())).transaction(STORES, 'readwrite', { durability });
      const done = transaction.done;
      // Heard below as well; a rejection that nobody has awaited yet must not count as unhandled.
      done.catch(() => undefined);
      try {
        const result = await work(drawersOf(transaction));
        await done;
        return result;
      } catch (error) {
        abort(transaction);
        throw error;
      }
    },
  };
}

function refusal(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new DOMException('IndexedDB does not answer', 'TimeoutError')), PATIENCE));
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

function drawersOf(transaction: Transaction): Drawers {
  const slots = transaction.objectStore('slots');
  const generations = transaction.objectStore('generations');
  const reached = transaction.objectStore('reached');
  const arrivals = transaction.objectStore('arrivals');
  const leases = transaction.objectStore('leases');
  return {
    slots: () => slots.getAll(),
    slot: (id) => slots.get(id),
    putSlot: (slot) => slots.put(slot),
    dropSlot: (id) => slots.delete(id),
    generations: (slot) => generations.getAll(IDBKeyRange.bound([slot, 0], [slot, Number.MAX_SAFE_INTEGER])),
    putGeneration: (generation) => generations.put(generation),
    dropGeneration: (slot, at) => generations.delete([slot, at]),
    reached: () => reached.getAll(),
    putReached: (on) => reached.put(on),
    dropReached: (level) => reached.delete(level),
    arrivals: () => arrivals.getAll(),
    dropArrival: (id) => arrivals.delete(id),
    lease: (campaign) => leases.get(campaign),
    putLease: (lease) => leases.put(lease),
  };
}
