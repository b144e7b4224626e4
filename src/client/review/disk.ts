// The shelves in IndexedDB, in a database of their own.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Aside, Change, Shelves } from './shelves.ts';

interface Shape extends DBSchema {
  answers: { key: string; value: { id: string } };
  settings: { key: string; value: { key: string } };
  own: { key: string; value: { id: string } };
  aside: { key: string; value: Aside };
}

const NAME = 'counterweight-review';
const VERSION = 1;
const STORES = ['answers', 'settings', 'own', 'aside'] as const;
const COURSE = 'course';

/** A browser that does not answer by then does not let this page keep anything, milliseconds. */
const PATIENCE = 5000;

/**
 * @param displaced called when a later version of the program, in another tab, takes the database over
 * @throws when the browser does not let this page keep anything: `VersionError` when a later version has been here
 */
export async function openDisk(displaced: () => void): Promise<Shelves> {
  let database: Promise<IDBPDatabase<Shape>> | null = null;
  const connect = (): Promise<IDBPDatabase<Shape>> => {
    const opening = openDB<Shape>(NAME, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('answers', { keyPath: 'id' });
        fresh.createObjectStore('settings', { keyPath: 'key' });
        fresh.createObjectStore('own', { keyPath: 'id' });
        fresh.createObjectStore('aside', { keyPath: 'id' });
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
      if (database === connected) database = null;
      throw error;
    });
    // What opens after all would stand in a later version's way.
    opening.then((open) => isLate && open.close()).catch(() => undefined);
    database = connected;
    return connected;
  };
  await connect();
  const open = (): Promise<IDBPDatabase<Shape>> => database ?? connect();
  return {
    async read() {
      const transaction = (await open()).transaction(['answers', 'settings', 'own']);
      const [answers, course, own] = await Promise.all([
        transaction.objectStore('answers').getAll(),
        transaction.objectStore('settings').get(COURSE),
        transaction.objectStore('own').getAll(),
      ]);
      return { answers, course, own };
    },
    async change(changes) {
      const transaction = (await open()).transaction(STORES, 'readwrite', { durability: 'strict' });
      const work = changes.flatMap((change) => requestsFor(change));
      await Promise.all([...work, transaction.done]);

      function requestsFor(change: Change): Promise<unknown>[] {
        const [answers, settings, own, aside] = [
          transaction.objectStore('answers'),
          transaction.objectStore('settings'),
          transaction.objectStore('own'),
          transaction.objectStore('aside'),
        ];
        switch (change.is) {
          case 'answer':
            return [answers.put(change.put)];
          case 'course':
            return [settings.put(change.put)];
          case 'own':
            return [own.put(change.put)];
          case 'own-gone':
            return [own.delete(change.id)];
          case 'aside': {
            const { from } = change.put;
            const gone = from === 'course' ? settings.delete(COURSE) : from === 'own' ? own.delete(change.key) : answers.delete(change.key);
            return [aside.put(change.put), gone];
          }
          case 'cleared':
            return [answers.clear(), settings.clear(), own.clear(), aside.clear()];
        }
      }
    },
  };
}

function refusal(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new DOMException('IndexedDB does not answer', 'TimeoutError')), PATIENCE));
}
