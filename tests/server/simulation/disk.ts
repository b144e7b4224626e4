// A disk under a store: what is written takes its time, may be refused, and is lost or kept whole when the machine dies on the way.

import { openMemoryStore } from '../../../src/server/live/memoryStore.ts';
import type { Store } from '../../../src/server/live/store.ts';
import type { Entry } from '../../../src/session/types.ts';
import type { World } from './world.ts';

/** Where a machine's clock stood in the world when an entry reached the disk. */
export interface Written {
  code: string;
  entry: Entry;
  /** World time of the entry's `at`. */
  at: number;
}

export interface Disk {
  /** What a machine sees of it, until it dies. @param toWorld its clock in the world's time */
  storeFor: (isAlive: () => boolean, toWorld: (at: number) => number) => Store;
  /** What is written. */
  bare: Store;
  written: Written[];
  /** The machine that wrote died. */
  crash: () => void;
  /** Whether it refuses now and then. */
  isFaulty: boolean;
}

const REFUSES = 0.003;

export function openDisk(world: World): Disk {
  const bare = openMemoryStore();
  const written: Written[] = [];
  /** Appends on their way. */
  const underWay = new Set<(isKept: boolean) => void>();
  const disk: Disk = { storeFor, bare, written, crash, isFaulty: true };
  return disk;

  function crash(): void {
    for (const settle of [...underWay]) settle(world.chance(0.5));
  }

  function storeFor(isAlive: () => boolean, toWorld: (at: number) => number): Store {
    /** Of a machine that died nothing is heard again. */
    const later = <Value>(work: () => Promise<Value>, least = 1, most = 4): Promise<Value> =>
      new Promise((resolve, reject) => world.after(world.between(least, most), () => isAlive() && void work().then(resolve, reject)));
    const passed = (method: 'read' | 'isWell') =>
      disk.isFaulty && method === 'read' && world.chance(REFUSES) ? Promise.reject(new Error('The disk refuses to read')) : Promise.resolve();
    return {
      create: (session, first) => later(() => bare.create(session, first)),
      append(all) {
        const keep = async () => {
          await bare.append(all);
          for (const { code, entry } of all) written.push({ code, entry: structuredClone(entry), at: toWorld(entry.at) });
        };
        return new Promise((resolve, reject) => {
          const settle = (isKept: boolean) => {
            underWay.delete(settle);
            cancel();
            if (isKept) void keep();
          };
          const cancel = world.after(world.chance(0.02) ? world.between(200, 3000) : world.between(1, 25), () => {
            underWay.delete(settle);
            if (!disk.isFaulty || !world.chance(REFUSES)) return void keep().then(resolve, reject);
            // It may say no and have written all the same.
            void (world.chance(0.5) ? keep() : Promise.resolve()).then(() => reject(new Error('The disk refuses')), reject);
          });
          underWay.add(settle);
        });
      },
      read: (code) => later(() => passed('read').then(() => bare.read(code))),
      setName: (code, seat, name) => later(() => bare.setName(code, seat, name)),
      setKept: (code, kept) => later(() => bare.setKept(code, kept)),
      delete: (code) => later(() => bare.delete(code)),
      expire: (before) => later(() => bare.expire(before)),
      isWell: async () => true,
      close: async () => {},
    };
  }
}
