// What is kept where: slots by campaign and line, three generations, damage found and kept, leases, what was reached.

import { beforeEach, describe, expect, test } from 'vitest';
import type { Cabinet, Draft, Drawers, Finish, Slot } from '../../../src/client/saves/drawers.ts';
import { claim, discardDamaged, fileArrivals, follow, GENERATIONS, LEASE, MOST_FOLLOWED, open, putBack, remove, rename, withFinish } from '../../../src/client/saves/filing.ts';
import { openMemory } from '../../../src/client/saves/memory.ts';
import type { EndingId, LevelId } from '../../../src/rules/types.ts';

let cabinet: Cabinet;
let ids: number;
beforeEach(() => {
  cabinet = openMemory();
  ids = 0;
});
const inside = <Result>(work: (drawers: Drawers) => Promise<Result>) => cabinet.transact(work);

function draft(line: string, more: Partial<Draft['slot']> = {}, text = `text of ${line}`): Draft {
  const slot = {
    name: '',
    campaign: 'one',
    line,
    level: 'pyongyang-2024' as LevelId,
    seed: 7,
    turn: line.length,
    over: false,
    practice: false,
    savedAt: `2026-01-01T00:00:${String(line.length).padStart(2, '0')}.000Z`,
  };
  return { slot: { ...slot, ...more }, text, finished: null };
}

const followed = (one: Draft) => inside((drawers) => follow(drawers, one, `slot-${++ids}`));
const textsIn = (id: string) => inside(async (drawers) => (await drawers.generations(id)).map(({ text }) => text));
const slotsNow = () => inside((drawers) => drawers.slots());

/** Texts that begin with `bad` are damaged, with `new` newer. */
const opened = (id: string) =>
  inside((drawers) =>
    open(drawers, id, (text) => {
      if (text.startsWith('bad')) return { is: 'damaged' };
      if (text.startsWith('new')) return { is: 'newer' };
      const { name: _, ...slot } = draft(text.replace('text of ', '')).slot;
      return { is: 'good', good: text, slot };
    }),
  );

async function spoil(id: string, newest: number): Promise<void> {
  await inside(async (drawers) => {
    const generations = await drawers.generations(id);
    for (const generation of generations.slice(-newest)) await drawers.putGeneration({ ...generation, text: 'bad' });
  });
}

describe('a campaign that is followed', () => {
  test('stays in one slot, with its last three generations', async () => {
    const ids = new Set<string>();
    for (const line of ['a', 'ab', 'abc', 'abcd', 'abcde']) ids.add(await followed(draft(line)));
    expect(ids.size).toBe(1);
    expect(GENERATIONS).toBe(3);
    expect(await textsIn('slot-1')).toEqual(['text of abc', 'text of abcd', 'text of abcde']);
    expect(await slotsNow()).toMatchObject([{ id: 'slot-1', kind: 'auto', turn: 5, line: 'abcde', trouble: null }]);
  });

  test('is written once for one line, so that opening it again pushes no generation out', async () => {
    for (const line of ['a', 'ab', 'ab', 'ab', 'ab']) await followed(draft(line));
    expect(await textsIn('slot-1')).toEqual(['text of a', 'text of ab']);
  });

  test.each([
    ['another line of the same campaign', draft('ax')],
    ['fewer choices of it', draft('a')],
    ['practice', draft('abc', { practice: true })],
    ['another campaign', draft('abc', { campaign: 'two' })],
  ])('is not overwritten by %s', async (_, other) => {
    await followed(draft('ab'));
    expect(await followed(other)).toBe('slot-2');
    expect(await textsIn('slot-1')).toEqual(['text of ab']);
  });

  test('goes on in the slot with the longest line before it', async () => {
    await followed(draft('a'));
    await followed(draft('x'));
    await followed(draft('xy'));
    expect(await followed(draft('xyz'))).toBe('slot-2');
  });

  test('leaves what a later version wrote as it is', async () => {
    const newer = '{"format":"counterweight-save","schema":99,"more":1}';
    await followed(draft('a'));
    await inside((drawers) => drawers.putGeneration({ slot: 'slot-1', at: 2, text: newer, damaged: false }));
    expect(await followed(draft('ab'))).toBe('slot-2');
    expect(await textsIn('slot-1')).toEqual(['text of a', newer]);
  });

  test('makes room by the oldest that is finished or practice, then by the oldest; never by one that has a name', async () => {
    const at = (day: number) => `2026-02-${String(day).padStart(2, '0')}T00:00:00.000Z`;
    for (let day = 1; day <= MOST_FOLLOWED; day++) await followed(draft('a', { campaign: `c${day}`, savedAt: at(day), over: day === 5, practice: day === 6 }));
    await inside((drawers) => rename(drawers, 'slot-1', 'Period five'));
    const gone = async (campaign: string) => {
      const before = (await slotsNow()).map(({ id }) => id);
      await followed(draft('a', { campaign, savedAt: at(28) }));
      const after = (await slotsNow()).map(({ id }) => id);
      return before.filter((id) => !after.includes(id));
    };
    expect(await gone('n1')).toEqual([]);
    expect(await gone('n2')).toEqual(['slot-5']);
    expect(await gone('n3')).toEqual(['slot-6']);
    expect(await gone('n4')).toEqual(['slot-2']);
    expect((await slotsNow()).length).toBe(MOST_FOLLOWED + 1);
    expect(await textsIn('slot-2')).toEqual([]);
  });
});

test('what was only jotted down when the page closed is filed when it opens again, in its order, once', async () => {
  await followed(draft('a'));
  await cabinet.jot({ id: 'second', draft: draft('abc') });
  await cabinet.jot({ id: 'first', draft: draft('ab') });
  await inside(fileArrivals);
  expect(await slotsNow()).toMatchObject([{ id: 'slot-1', line: 'abc' }]);
  expect(await textsIn('slot-1')).toEqual(['text of a', 'text of ab', 'text of abc']);
  await inside(fileArrivals);
  expect((await textsIn('slot-1')).length).toBe(3);
});

describe('a damaged generation', () => {
  beforeEach(async () => {
    for (const line of ['a', 'ab', 'abc']) await followed(draft(line));
  });

  test('is passed over for the one before it, and kept for export', async () => {
    await spoil('slot-1', 1);
    expect(await opened('slot-1')).toEqual({ is: 'good', good: 'text of ab', recovered: true });
    expect(await slotsNow()).toMatchObject([{ line: 'ab', turn: 2, trouble: 'recovered' }]);
    expect(await opened('slot-1')).toEqual({ is: 'good', good: 'text of ab', recovered: false });
    expect(await followed(draft('abx'))).toBe('slot-1');
    expect(await textsIn('slot-1')).toEqual(['text of a', 'text of ab', 'bad', 'text of abx']);
  });

  test('does not count as one of the three, and only the latest of its kind is kept', async () => {
    await spoil('slot-1', 1);
    await opened('slot-1');
    for (const line of ['abx', 'abxy', 'abxyz']) await followed(draft(line));
    expect(await textsIn('slot-1')).toEqual(['bad', 'text of abx', 'text of abxy', 'text of abxyz']);
    await spoil('slot-1', 1);
    await opened('slot-1');
    await followed(draft('abxyq'));
    expect((await textsIn('slot-1')).filter((text) => text === 'bad').length).toBe(1);
  });

  test('can be thrown away', async () => {
    await spoil('slot-1', 2);
    await opened('slot-1');
    await inside((drawers) => discardDamaged(drawers, 'slot-1'));
    expect(await textsIn('slot-1')).toEqual(['text of a']);
    expect(await slotsNow()).toMatchObject([{ trouble: null }]);
  });

  test('beside no good one leaves a slot that can only be exported or thrown away', async () => {
    await spoil('slot-1', 3);
    expect(await opened('slot-1')).toEqual({ is: 'damaged' });
    expect(await slotsNow()).toMatchObject([{ trouble: 'lost' }]);
    await inside((drawers) => discardDamaged(drawers, 'slot-1'));
    expect(await slotsNow()).toEqual([]);
  });
});

test('a generation of a later version is refused; the older ones under it are no way around it', async () => {
  await followed(draft('a'));
  await inside((drawers) => drawers.putGeneration({ slot: 'slot-1', at: 2, text: 'new', damaged: false }));
  expect(await opened('slot-1')).toEqual({ is: 'newer' });
  expect(await textsIn('slot-1')).toEqual(['text of a', 'new']);
  expect(await slotsNow()).toMatchObject([{ trouble: 'newer' }]);
});

test('what was removed can be put back as it was', async () => {
  for (const line of ['a', 'ab']) await followed(draft(line));
  const before: Slot[] = await slotsNow();
  const removed = await inside((drawers) => remove(drawers, 'slot-1'));
  expect(await slotsNow()).toEqual([]);
  expect(await textsIn('slot-1')).toEqual([]);
  if (removed !== null) await inside((drawers) => putBack(drawers, removed));
  expect(await slotsNow()).toEqual(before);
  expect(await textsIn('slot-1')).toEqual(['text of a', 'text of ab']);
});

describe('a lease', () => {
  const claimed = (owner: string, now: number, force = false) => inside((drawers) => claim(drawers, 'one', owner, now, force));

  test('belongs to one tab until it is released, runs out or is taken', async () => {
    expect(await claimed('a', 0)).toBe(true);
    expect(await claimed('b', 1000)).toBe(false);
    expect(await claimed('a', 5000)).toBe(true);
    expect(await claimed('b', 5000 + LEASE)).toBe(false);
    expect(await claimed('b', 5001 + LEASE)).toBe(true);
    expect(await claimed('a', 6000 + LEASE)).toBe(false);
    expect(await claimed('a', 6000 + LEASE, true)).toBe(true);
    expect(await claimed('b', 6001 + LEASE)).toBe(false);
    await cabinet.letGo('one');
    expect(await claimed('b', 6003 + LEASE)).toBe(true);
  });

  test('of a clock that was set back does not last for ever', async () => {
    await claimed('a', 1_000_000);
    expect(await claimed('b', 0)).toBe(true);
  });

  test('is for one campaign', async () => {
    await claimed('a', 0);
    expect(await inside((drawers) => claim(drawers, 'two', 'b', 0))).toBe(true);
  });
});

describe('what was reached', () => {
  const finish = (ending: string, seed: number, score: number | null): Finish => ({ level: 'l' as LevelId, ending: ending as EndingId, seed, score });

  test('holds every ending once and the best score', () => {
    const after = [finish('bad', 1, -20), finish('good', 2, 50), finish('bad', 3, 10)].reduce(withFinish, undefined as Parameters<typeof withFinish>[0]);
    expect(after).toEqual({ level: 'l', endings: ['bad', 'good'], best: { score: 50, ending: 'good' }, seeds: [1, 2, 3] });
  });

  test('scores the first line of a seed alone: its hidden facts are known afterwards', () => {
    const after = withFinish(withFinish(undefined, finish('bad', 1, -20)), finish('good', 1, 90));
    expect(after).toEqual({ level: 'l', endings: ['bad', 'good'], best: { score: -20, ending: 'bad' }, seeds: [1] });
  });

  test('has no score under other assumptions than the level’s own', () => {
    expect(withFinish(undefined, finish('good', 1, null))).toEqual({ level: 'l', endings: ['good'], best: null, seeds: [] });
  });

  test('is written with the last choice of a first line', async () => {
    await followed({ ...draft('a'), finished: finish('good', 7, 5) });
    expect(await inside((drawers) => drawers.reached())).toMatchObject([{ level: 'l', best: { score: 5 } }]);
  });
});
