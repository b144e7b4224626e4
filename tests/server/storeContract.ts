// What every store of sessions keeps to. A new one, such as PostgreSQL, joins by a line in `stores.test.ts`.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CodeTaken, Fenced, type SessionRecord, type Store, type Stored } from '../../src/server/live/store.ts';
import type { Entry, Input, SeatId, TokenHash } from '../../src/session/types.ts';

export interface Shelter {
  open: () => Promise<Store>;
  /** Opens what an earlier store of this shelter kept, which may still be open; null where nothing outlives a store. */
  openAgain: (() => Promise<Store>) | null;
  remove: () => Promise<void>;
}

const CODE = 'ABCDEF';
const OTHER = 'GHJKMN';
const NOON = 1_767_000_000_000;

const record = (code: string, more: Partial<SessionRecord> = {}): SessionRecord => ({
  code,
  host: 'a'.repeat(64),
  screen: 'b'.repeat(64),
  createdAt: NOON,
  kept: false,
  ...more,
});
const joined = (token: string): Input => ({ type: 'joined', token: token as TokenHash, members: 1 });
const entry = (seq: number, at = NOON + seq, input: Input = joined(`token ${seq}`)): Entry => ({ seq, at, input });
const seat = (id: string) => id as SeatId;
const addressed = (code: string, ...entries: Entry[]) => entries.map((one) => ({ code, entry: one }));

export function keepsTheContract(name: string, shelterFor: () => Promise<Shelter>): void {
  describe(`a store of sessions (${name})`, () => {
    let shelter: Shelter;
    let store: Store;
    const opened: Store[] = [];
    beforeEach(async () => {
      shelter = await shelterFor();
      store = await shelter.open();
      opened.push(store);
    });
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
      await shelter.remove();
    });
    const seqs = async (code: string) => (await store.read(code))?.entries.map(({ seq }) => seq);

    test('gives back what it was given', async () => {
      await store.create(record(CODE, { kept: true }), entry(0));
      const odd = joined('“quoted” \u0000 \ud83d\ude00 \u2028 \\ \' "');
      await store.append(addressed(CODE, entry(1, NOON - 5, odd)));
      await store.setName(CODE, seat('s1'), 'Zoë “Ω” 😀');
      expect(await store.read(CODE)).toEqual({
        session: record(CODE, { kept: true }),
        entries: [entry(0), entry(1, NOON - 5, odd)],
        names: new Map([['s1', 'Zoë “Ω” 😀']]),
      });
      expect(await store.isWell()).toBe(true);
    });

    test('knows nothing of a code it was never given', async () => {
      expect(await store.read(CODE)).toBeNull();
    });

    test('refuses a code that is taken, and leaves its session as it was', async () => {
      await store.create(record(CODE), entry(0));
      await expect(store.create(record(CODE, { host: 'c'.repeat(64) }), entry(0, NOON + 9))).rejects.toBeInstanceOf(CodeTaken);
      expect(await store.read(CODE)).toMatchObject({ session: { host: 'a'.repeat(64) }, entries: [{ at: NOON }] });
    });

    test('gives entries back in their order, of one session or many in one append', async () => {
      await store.create(record(CODE), entry(0));
      await store.create(record(OTHER), entry(0));
      await store.append([...addressed(OTHER, entry(1)), ...addressed(CODE, entry(1), entry(2)), ...addressed(OTHER, entry(2))]);
      await store.append([]);
      await store.append(addressed(CODE, entry(3)));
      expect([await seqs(CODE), await seqs(OTHER)]).toEqual([
        [0, 1, 2, 3],
        [0, 1, 2],
      ]);
    });

    test('takes as many entries at once as the engine gathers', async () => {
      await store.create(record(CODE), entry(0));
      await store.append(addressed(CODE, ...Array.from({ length: 1000 }, (_, i) => entry(i + 1))));
      expect(await seqs(CODE)).toHaveLength(1001);
    });

    test('fences a second writer', async () => {
      await store.create(record(CODE), entry(0));
      await store.append(addressed(CODE, entry(1)));
      await expect(store.append(addressed(CODE, entry(1, NOON + 99)))).rejects.toBeInstanceOf(Fenced);
      expect((await store.read(CODE))?.entries.at(-1)?.at).toBe(NOON + 1);
    });

    test('takes all entries of an append or none', async () => {
      await store.create(record(CODE), entry(0));
      await store.create(record(OTHER), entry(0));
      await store.append(addressed(OTHER, entry(1)));
      await expect(store.append([...addressed(CODE, entry(1), entry(2)), ...addressed(OTHER, entry(1))])).rejects.toBeInstanceOf(Fenced);
      expect([await seqs(CODE), await seqs(OTHER)]).toEqual([[0], [0, 1]]);
    });

    test('refuses entries of a session that is not there', async () => {
      await expect(store.append(addressed(CODE, entry(1)))).rejects.toBeInstanceOf(Fenced);
      expect(await store.read(CODE)).toBeNull();
    });

    test('names seats, names them anew, and forgets a name', async () => {
      await store.create(record(CODE), entry(0));
      await store.create(record(OTHER), entry(0));
      await store.setName(CODE, seat('s1'), 'Ada');
      await store.setName(CODE, seat('s2'), 'Ben');
      await store.setName(OTHER, seat('s1'), 'Cleo');
      await store.setName(CODE, seat('s1'), 'Ann');
      await store.setName(CODE, seat('s2'), null);
      await store.setName(CODE, seat('s3'), null);
      expect([(await store.read(CODE))?.names, (await store.read(OTHER))?.names]).toEqual([new Map([['s1', 'Ann']]), new Map([['s1', 'Cleo']])]);
    });

    test('deletes a session with its log and its names, and no other', async () => {
      for (const code of [CODE, OTHER]) {
        await store.create(record(code), entry(0));
        await store.append(addressed(code, entry(1)));
        await store.setName(code, seat('s1'), code);
      }
      await store.delete(CODE);
      await store.delete('ZZZZZZ');
      expect(await store.read(CODE)).toBeNull();
      expect(await store.read(OTHER)).toMatchObject({ entries: [{ seq: 0 }, { seq: 1 }], names: new Map([['s1', OTHER]]) });
      await expect(store.append(addressed(CODE, entry(2)))).rejects.toBeInstanceOf(Fenced);
      await store.create(record(CODE), entry(0));
      expect(await store.read(CODE)).toMatchObject({ entries: [{ seq: 0 }], names: new Map() });
    });

    test('lets sessions expire by their last entry, unless they are kept', async () => {
      for (const [code, kept] of [
        ['AAAAAA', false],
        ['BBBBBB', false],
        ['CCCCCC', true],
        ['DDDDDD', false],
      ] as const)
        await store.create(record(code, { kept }), entry(0, NOON));
      await store.append(addressed('BBBBBB', entry(1, NOON + 5000)));
      await store.setKept('DDDDDD', true);
      expect(await store.expire(NOON)).toEqual([]);
      expect(await store.expire(NOON + 1000)).toEqual(['AAAAAA']);
      await store.setKept('DDDDDD', false);
      expect((await store.expire(NOON + 6000)).toSorted()).toEqual(['BBBBBB', 'DDDDDD']);
      expect([await store.read('AAAAAA'), await store.read('BBBBBB'), (await store.read('CCCCCC'))?.session.kept]).toEqual([null, null, true]);
    });

    test('keeps what it hands out apart from what it holds', async () => {
      await store.create(record(CODE), entry(0));
      const first = (await store.read(CODE)) as Stored;
      (first.entries as Entry[]).push(entry(1));
      (first.names as Map<SeatId, string>).set(seat('s1'), 'Nobody');
      expect(await store.read(CODE)).toMatchObject({ entries: [{ seq: 0 }], names: new Map() });
    });

    test('keeps all of it for whoever opens it again, and fences whoever still writes', async ({ skip }) => {
      const { openAgain } = shelter;
      if (openAgain === null) return skip('nothing outlives this store');
      await store.create(record(CODE), entry(0));
      await store.append(addressed(CODE, entry(1)));
      await store.setName(CODE, seat('s1'), 'Ada');
      const second = await openAgain();
      opened.push(second);
      expect(await second.read(CODE)).toEqual(await store.read(CODE));
      await second.append(addressed(CODE, entry(2)));
      await expect(store.append(addressed(CODE, entry(2, NOON + 99)))).rejects.toBeInstanceOf(Fenced);
      expect((await second.read(CODE))?.entries).toEqual([entry(0), entry(1), entry(2)]);
    });
  });
}
