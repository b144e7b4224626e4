// What is kept of a student's practice: on disk, and in memory where the disk refuses. Fetched after the shell stands.

import { openDisk } from './disk.ts';
import { type AnswerRecord, type Course, type OwnFile, readAnswer, readCourse, readOwnFile } from './records.ts';
import { type Aside, type Change, openMemory, type Raw, type Shelves } from './shelves.ts';

/** `unavailable`: the browser lets this page keep nothing. `full`: no room. `newer`: a later version has taken over. `failed`: anything else. */
export type KeepingTrouble = 'unavailable' | 'full' | 'newer' | 'failed';

/** All that is kept, looked over. */
export interface Kept {
  answers: readonly AnswerRecord[];
  /** ISO date. */
  courseEnd: string | null;
  own: readonly OwnFile[];
}

interface Surroundings {
  newId: () => string;
  trouble: (trouble: KeepingTrouble | null) => void;
}

export type ReviewStore = ReturnType<typeof createReviewStore>;

export function createReviewStore({ newId, trouble }: Surroundings, connect: (displaced: () => void) => Promise<Shelves> = openDisk) {
  const memory = openMemory();
  /** Changes that the disk has not taken yet, in their order. */
  let waiting: Change[] = [];
  let isDisplaced = false;
  const disk = connect(() => {
    isDisplaced = true;
    trouble('newer');
  });
  disk.catch((error: unknown) => trouble(troubleOf(error, 'unavailable')));

  /** On disk, after all that waits to go there; where that fails it waits too, and is kept in memory. */
  async function write(changes: readonly Change[]): Promise<boolean> {
    let shelves: Shelves;
    try {
      shelves = await disk;
    } catch {
      await memory.change(changes);
      return false;
    }
    const all = [...waiting, ...changes];
    try {
      await shelves.change(all);
    } catch (error) {
      trouble(isDisplaced ? 'newer' : troubleOf(error, 'failed'));
      waiting.push(...changes);
      await memory.change(changes);
      return false;
    }
    if (waiting.length > 0) {
      waiting = [];
      await memory.change([{ is: 'cleared' }]);
    }
    trouble(null);
    return true;
  }

  async function readDisk(): Promise<Kept> {
    const shelves = await disk.catch(() => null);
    if (shelves === null) return EMPTY;
    const raw = await shelves.read().catch((): Raw => ({ answers: [], course: undefined, own: [] }));
    const damaged = damagedIn(raw, newId);
    // Out of the way, so that it is met once; where that fails it is met again next time.
    if (damaged.length > 0) await shelves.change(damaged).catch(() => undefined);
    return lookedOver(raw);
  }

  return {
    async read(): Promise<Kept> {
      const onDisk = await readDisk();
      const inMemory = lookedOver(await memory.read());
      const isCleared = waiting.some(({ is }) => is === 'cleared');
      const gone = new Set(waiting.flatMap((change) => (change.is === 'own-gone' ? [change.id] : [])));
      const course = waiting.some(({ is }) => is === 'course' || is === 'cleared') ? inMemory.courseEnd : (inMemory.courseEnd ?? onDisk.courseEnd);
      return {
        answers: byId(isCleared ? [] : onDisk.answers, inMemory.answers),
        courseEnd: course,
        own: byId(isCleared ? [] : onDisk.own, inMemory.own).filter(({ id }) => !gone.has(id) || inMemory.own.some((one) => one.id === id)),
      };
    },

    /** @returns whether it lasts */
    write,

    addAnswer: (answer: Omit<AnswerRecord, 'schema' | 'id'>): Promise<{ id: string; lasts: boolean }> => {
      const id = newId();
      return write([{ is: 'answer', put: { schema: 1, id, ...answer } }]).then((lasts) => ({ id, lasts }));
    },

    setCourseEnd: (end: string | null): Promise<boolean> => write([{ is: 'course', put: courseOf(end) }]),

    keepOwn: async (name: string, text: string, addedAt: number): Promise<string> => {
      const id = newId();
      await write([{ is: 'own', put: { schema: 1, id, name: name.slice(0, 255) || '-', text, addedAt } }]);
      return id;
    },

    dropOwn: (id: string): Promise<boolean> => write([{ is: 'own-gone', id }]),

    clear: (): Promise<boolean> => write([{ is: 'cleared' }]),

    /** What was cleared or dropped, put back beside what has been added since. */
    putBack: ({ answers, courseEnd, own }: Kept): Promise<boolean> =>
      write([
        ...answers.map((put): Change => ({ is: 'answer', put })),
        ...own.map((put): Change => ({ is: 'own', put })),
        ...(courseEnd === null ? [] : [{ is: 'course', put: courseOf(courseEnd) } as const]),
      ]),
  };
}

const EMPTY: Kept = { answers: [], courseEnd: null, own: [] };

function courseOf(end: string | null): Course {
  return { schema: 1, key: 'course', end };
}

function lookedOver({ answers, course, own }: Raw): Kept {
  return {
    answers: answers.flatMap((record) => readAnswer(record) ?? []),
    courseEnd: readCourse(course)?.end ?? null,
    own: own.flatMap((record) => readOwnFile(record) ?? []),
  };
}

/** Records that cannot be read. Those of a later version cannot either, but they are left where they are. */
function damagedIn({ answers, course, own }: Raw, newId: () => string): Change[] {
  const aside = (from: Aside['from'], record: unknown): Change[] => {
    const { id } = (record ?? {}) as { id?: unknown };
    const key = from === 'course' ? 'course' : id;
    return typeof key === 'string' && !isLater(record) ? [{ is: 'aside', key, put: { id: newId(), from, record } }] : [];
  };
  return [
    ...answers.filter((record) => readAnswer(record) === null).flatMap((record) => aside('answers', record)),
    ...own.filter((record) => readOwnFile(record) === null).flatMap((record) => aside('own', record)),
    ...(course === undefined || readCourse(course) !== null ? [] : aside('course', course)),
  ];
}

function isLater(record: unknown): boolean {
  const { schema } = (record ?? {}) as { schema?: unknown };
  return typeof schema === 'number' && schema > 1;
}

function byId<One extends { id: string }>(...lists: readonly (readonly One[])[]): One[] {
  return [...new Map(lists.flat().map((one) => [one.id, one])).values()];
}

function troubleOf(error: unknown, otherwise: 'unavailable' | 'failed'): KeepingTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'newer' : otherwise;
}
