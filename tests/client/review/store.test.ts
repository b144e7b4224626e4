// What is kept of practice: nothing is lost where the disk refuses, and a damaged record is set aside.

import { describe, expect, test } from 'vitest';
import type { AnswerRecord } from '../../../src/client/review/records.ts';
import { type Change, openMemory, type Shelves } from '../../../src/client/review/shelves.ts';
import { createReviewStore, type KeepingTrouble } from '../../../src/client/review/store.ts';

const ANSWER: Omit<AnswerRecord, 'schema' | 'id'> = {
  at: 1000,
  quiz: 'the-war',
  item: 'war-chain' as never,
  claim: 'war-feeds-dependence' as never,
  kind: 'one',
  response: { kind: 'one', option: 'a' as never },
  confidence: 2,
  credit: 1000,
  misconceptions: [],
  from: 'practice',
};

function storeOn(shelves: Shelves | null, name = 'InvalidStateError') {
  const troubles: (KeepingTrouble | null)[] = [];
  let made = 0;
  const store = createReviewStore({ newId: () => `id-${++made}`, trouble: (trouble) => troubles.push(trouble) }, () =>
    shelves === null ? Promise.reject(Object.assign(new Error('no'), { name })) : Promise.resolve(shelves),
  );
  return { store, troubles };
}

/** Shelves that refuse for a while. */
function refusing(): { shelves: Shelves; refuse: { now: boolean } } {
  const memory = openMemory();
  const refuse = { now: true };
  const change = (changes: readonly Change[]) => (refuse.now ? Promise.reject(Object.assign(new Error('full'), { name: 'QuotaExceededError' })) : memory.change(changes));
  return { shelves: { read: memory.read, change }, refuse };
}

describe('the store', () => {
  test('gives back what it took, and forgets and restores all of it', async () => {
    const { store } = storeOn(openMemory());
    expect(await store.addAnswer(ANSWER)).toMatchObject({ lasts: true });
    await store.setCourseEnd('2026-12-01');
    await store.keepOwn('mine.json', '{}', 5);
    const kept = await store.read();
    expect(kept).toMatchObject({ answers: [{ item: 'war-chain' }], courseEnd: '2026-12-01', own: [{ name: 'mine.json' }] });
    await store.clear();
    expect(await store.read()).toEqual({ answers: [], courseEnd: null, own: [] });
    await store.putBack(kept);
    expect(await store.read()).toEqual(kept);
  });

  test('keeps in memory where the browser lets it keep nothing, and says so', async () => {
    const { store, troubles } = storeOn(null);
    expect(await store.addAnswer(ANSWER)).toMatchObject({ lasts: false });
    expect((await store.read()).answers).toHaveLength(1);
    expect(troubles).toContain('unavailable');
  });

  test('writes what a full disk refused once there is room, each answer once', async () => {
    const { shelves, refuse } = refusing();
    const { store, troubles } = storeOn(shelves);
    expect(await store.addAnswer(ANSWER)).toMatchObject({ lasts: false });
    expect(troubles.at(-1)).toBe('full');
    refuse.now = false;
    expect(await store.addAnswer({ ...ANSWER, at: 2000 })).toMatchObject({ lasts: true });
    expect(troubles.at(-1)).toBeNull();
    expect((await shelves.read()).answers).toHaveLength(2);
    expect((await store.read()).answers).toHaveLength(2);
  });

  test('sets a damaged record aside and leaves one of a later version where it is', async () => {
    const memory = openMemory();
    const aside: Change[] = [];
    const shelves: Shelves = {
      read: memory.read,
      change: (changes) => {
        aside.push(...changes.filter(({ is }) => is === 'aside'));
        return memory.change(changes);
      },
    };
    const put = (record: object) => memory.change([{ is: 'answer', put: record as AnswerRecord }]);
    await put({ schema: 1, id: 'good', ...ANSWER });
    await put({ schema: 1, id: 'bad', ...ANSWER, credit: 'much' });
    await put({ schema: 2, id: 'later', ...ANSWER });
    const { store } = storeOn(shelves);
    expect((await store.read()).answers.map(({ id }) => id)).toEqual(['good']);
    expect(aside.map((change) => change.is === 'aside' && change.key)).toEqual(['bad']);
    expect((await memory.read()).answers).toHaveLength(2);
  });
});
