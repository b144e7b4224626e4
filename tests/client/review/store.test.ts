// What a student has answered is kept whatever the disk does, and what is damaged on it harms nothing else.

import { describe, expect, test } from 'vitest';
import type { AnswerRecord } from '../../../src/client/review/records.ts';
import { type Aside, type Change, openMemory, type Raw, type Shelves } from '../../../src/client/review/shelves.ts';
import { createReviewStore, type KeepingTrouble } from '../../../src/client/review/store.ts';
import { answer } from './answers.ts';

/** A disk that can be made to fail, and that may hold anything. */
function disk(planted: Partial<Raw> = {}): Shelves & { fails: string | null; aside: Aside[] } {
  const memory = openMemory();
  const aside: Aside[] = [];
  const gone = new Set<string>();
  return {
    fails: null,
    aside,
    async read() {
      const own = await memory.read();
      const left = (all: unknown[]) => all.filter((record) => !gone.has((record as { id?: string })?.id ?? ''));
      return { answers: [...left(planted.answers ?? []), ...own.answers], course: own.course ?? planted.course, own: [...left(planted.own ?? []), ...own.own] };
    },
    async change(changes) {
      if (this.fails !== null) throw new DOMException('No', this.fails);
      for (const change of changes) {
        if (change.is !== 'aside') continue;
        aside.push(change.put);
        gone.add(change.key);
      }
      await memory.change(changes);
    },
  };
}

let ids = 0;
function open(connect: () => Promise<Shelves>) {
  const troubles: (KeepingTrouble | null)[] = [];
  return { store: createReviewStore({ newId: () => `id-${++ids}`, trouble: (trouble) => troubles.push(trouble) }, connect), troubles };
}

const given = (part: Partial<AnswerRecord> = {}): Omit<AnswerRecord, 'schema' | 'id'> => {
  const { schema: _, id: __, ...rest } = answer(part);
  return rest;
};

describe('on a disk that works', () => {
  test('answers, the end of the course and files are there for the next page', async () => {
    const shelves = disk();
    const { store, troubles } = open(async () => shelves);
    expect(await store.addAnswer(given())).toMatchObject({ lasts: true });
    await store.setCourseEnd('2026-12-18');
    const file = await store.keepOwn('mine.json', '{}', 5);
    const again = await open(async () => shelves).store.read();
    expect(again).toMatchObject({ answers: [{ item: 'tie-1', schema: 1 }], courseEnd: '2026-12-18', own: [{ id: file, name: 'mine.json', text: '{}', addedAt: 5 }] });
    expect(troubles.filter((trouble) => trouble !== null)).toEqual([]);
  });

  test('two tabs that answer at once lose nothing', async () => {
    const shelves = disk();
    const [one, other] = [open(async () => shelves).store, open(async () => shelves).store];
    await Promise.all([one, other, one, other].map((store, i) => store.addAnswer(given({ at: i }))));
    expect((await one.read()).answers.map(({ at }) => at).sort()).toEqual([0, 1, 2, 3]);
  });

  test('everything is cleared, and comes back beside what was answered since', async () => {
    const { store } = open(async () => disk());
    await store.addAnswer(given({ at: 1 }));
    await store.setCourseEnd('2026-12-18');
    await store.keepOwn('mine.json', '{}', 5);
    const before = await store.read();
    await store.clear();
    expect(await store.read()).toEqual({ answers: [], courseEnd: null, own: [] });
    await store.addAnswer(given({ at: 2 }));
    await store.putBack(before);
    const after = await store.read();
    expect(after).toMatchObject({ courseEnd: '2026-12-18', own: before.own });
    expect(after.answers.map(({ at }) => at).sort()).toEqual([1, 2]);
  });
});

describe('a record that is damaged', () => {
  const sound = answer();
  test.each([
    ['a credit out of bounds', { ...answer(), credit: 4000 }],
    ['an item that is no name', { ...answer(), item: '<img src=x>' }],
    ['a response of another kind', { ...answer(), kind: 'order' }],
    ['a key too many', { ...answer(), extra: 1 }],
    ['nothing but an id', { id: 'bare' }],
    ['a moment that is none', { ...answer(), at: 'yesterday' }],
  ])('is set aside word for word, and the rest is read: %s', async (_, damaged) => {
    const shelves = disk({ answers: [damaged, sound] });
    const { store, troubles } = open(async () => shelves);
    expect((await store.read()).answers).toEqual([sound]);
    expect(shelves.aside).toMatchObject([{ from: 'answers', record: damaged }]);
    await store.read();
    expect(shelves.aside).toHaveLength(1);
    expect(troubles).toEqual([]);
  });

  test('is no end of a course either', async () => {
    const shelves = disk({ course: { schema: 1, key: 'course', end: 'someday' } });
    expect((await open(async () => shelves).store.read()).courseEnd).toBeNull();
    expect(shelves.aside).toMatchObject([{ from: 'course' }]);
  });

  test('of a later version is left where it is', async () => {
    const shelves = disk({ answers: [{ ...answer(), schema: 2, mood: 'good' }, null, 7] });
    expect((await open(async () => shelves).store.read()).answers).toEqual([]);
    expect(shelves.aside).toEqual([]);
  });
});

describe('on a disk that refuses', () => {
  test('answers last as long as the page, and it is said', async () => {
    const { store, troubles } = open(() => Promise.reject(new DOMException('No', 'SecurityError')));
    expect(await store.addAnswer(given())).toMatchObject({ lasts: false });
    expect((await store.read()).answers).toHaveLength(1);
    expect(troubles).toEqual(['unavailable']);
  });

  test('what it does not take is shown, and written once it takes it', async () => {
    const shelves = disk();
    const { store, troubles } = open(async () => shelves);
    await store.addAnswer(given({ at: 1 }));
    shelves.fails = 'QuotaExceededError';
    expect(await store.addAnswer(given({ at: 2 }))).toMatchObject({ lasts: false });
    await store.setCourseEnd('2026-12-18');
    expect(await store.read()).toMatchObject({ answers: [{ at: 1 }, { at: 2 }], courseEnd: '2026-12-18' });
    shelves.fails = null;
    expect(await store.addAnswer(given({ at: 3 }))).toMatchObject({ lasts: true });
    expect(await open(async () => shelves).store.read()).toMatchObject({ answers: [{ at: 1 }, { at: 2 }, { at: 3 }], courseEnd: '2026-12-18' });
    expect(troubles.at(-1)).toBeNull();
    expect(troubles).toContain('full');
  });

  test('what is cleared stays cleared on the page, and goes from the disk later', async () => {
    const shelves = disk();
    const { store } = open(async () => shelves);
    await store.addAnswer(given());
    shelves.fails = 'UnknownError';
    await store.clear();
    expect(await store.read()).toEqual({ answers: [], courseEnd: null, own: [] });
    shelves.fails = null;
    await store.setCourseEnd(null);
    expect((await open(async () => shelves).store.read()).answers).toEqual([]);
  });

  test.each<[string, KeepingTrouble]>([
    ['VersionError', 'newer'],
    ['TimeoutError', 'unavailable'],
  ])('%s is told as it is', async (name, expected) => {
    const { store, troubles } = open(() => Promise.reject(new DOMException('No', name)));
    await store.write([] satisfies Change[]);
    expect(troubles).toEqual([expected]);
  });
});
