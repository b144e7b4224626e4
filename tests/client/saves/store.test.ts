// The store as the pages meet it: play goes on whatever the disk does, and what could not be written is written later.

import { describe, expect, test } from 'vitest';
import type { Cabinet } from '../../../src/client/saves/drawers.ts';
import { openMemory } from '../../../src/client/saves/memory.ts';
import { createStore, type DiskTrouble, type Store } from '../../../src/client/saves/store.ts';
import { scoreOf, stateHash } from '../../../src/rules/campaign.ts';
import { ending } from '../../../src/rules/endings.ts';
import { choose, type Playthrough, startPlay } from '../../../src/telling/playthrough.ts';
import { content } from '../../content.ts';

/** A disk that can be made to fail. */
function disk(): Cabinet & { fails: string | null } {
  const cabinet = openMemory();
  return {
    ...cabinet,
    fails: null,
    transact(work) {
      return this.fails === null ? cabinet.transact(work) : Promise.reject(new DOMException('No', this.fails));
    },
  };
}

let clock = Date.parse('2026-01-31T12:00:00.000Z');
let ids = 0;

function open(connect: (displaced: () => void) => Promise<Cabinet>, owner = 'this tab'): { store: Store; troubles: (DiskTrouble | null)[] } {
  const troubles: (DiskTrouble | null)[] = [];
  const store = createStore({ content, owner, now: () => clock++, newId: () => `id-${++ids}`, trouble: (trouble) => troubles.push(trouble) }, connect);
  return { store, troubles };
}

function start(level = 'vostochny-2023', seed = 7): Playthrough {
  const outcome = startPlay(content, level, seed);
  if (!outcome.ok) throw new Error(outcome.trouble.reason);
  return outcome.play;
}

function hold(play: Playthrough): Playthrough {
  const outcome = choose(play, [{ kind: 'decide', cards: [] }]);
  if (!outcome.ok) throw new Error(outcome.trouble.reason);
  return outcome.play;
}

function toTheEnd(play: Playthrough): Playthrough {
  let now = play;
  while (now.state.phase !== 'over') now = hold(now);
  return now;
}

async function loaded(store: Store, id: string) {
  const outcome = await store.load(id);
  if (!outcome.ok) throw new Error(outcome.trouble.reason);
  return outcome;
}

const asFile = ({ name, text }: { name: string; text: string }) => new File([text], name);

describe('on a disk that works', () => {
  test('a campaign is followed, listed and gone on from', async () => {
    const cabinet = disk();
    const { store, troubles } = open(async () => cabinet);
    const play = hold(hold(start()));
    const written = await store.follow(play, false);
    expect(written).toMatchObject({ lasts: true });
    expect(await store.list()).toMatchObject([{ level: 'vostochny-2023', seed: 7, turn: 2, over: false, practice: false, name: '' }]);
    const again = await loaded(open(async () => cabinet).store, written?.id ?? '');
    expect(again).toMatchObject({ practice: false, recovered: false });
    expect(stateHash(again.play.state)).toBe(stateHash(play.state));
    expect(troubles).toEqual([null]);
  });

  test('a choice is not lost when the page closes before it is filed', async () => {
    const cabinet = disk();
    let closes = false;
    const closing: Cabinet = { ...cabinet, transact: (work) => (closes ? new Promise(() => undefined) : cabinet.transact(work)) };
    const { store } = open(async () => closing);
    const play = hold(start());
    await store.follow(play, false);
    closes = true;
    void store.follow(hold(play), false);
    await new Promise((resolve) => setTimeout(resolve));
    expect(await open(async () => cabinet).store.list()).toMatchObject([{ turn: 2 }]);
  });

  test('a copy under a name stays as it is while the campaign goes on', async () => {
    const cabinet = disk();
    const { store } = open(async () => cabinet);
    const play = hold(start());
    await store.follow(play, false);
    const id = await store.keep(play, ' The \u202eparting of ways ', false);
    await store.follow(hold(play), false);
    const slots = await store.list();
    expect(slots.map(({ name, turn, kind }) => [name, turn, kind])).toEqual([
      ['', 2, 'auto'],
      ['The  parting of ways', 1, 'kept'],
    ]);
    expect((await loaded(store, id)).play.state.turn).toBe(1);
  });

  test('export, and import in another browser, give the same state under the same name', async () => {
    const { store } = open(async () => disk());
    const play = hold(hold(start('pyongyang-2024', 3)));
    const { id } = (await store.follow(play, true)) as { id: string };
    await store.rename(id, 'Period five');
    const file = await store.document(id, 'good');
    expect(file?.name).toBe('counterweight-pyongyang-2024-3-turn-3.json');
    const other = open(async () => disk()).store;
    const imported = await other.take(asFile(file as { name: string; text: string }));
    if (!imported.ok) throw new Error(imported.trouble.reason);
    expect(await other.list()).toMatchObject([{ name: 'Period five', kind: 'kept', practice: true, turn: 2 }]);
    const again = await loaded(other, imported.id);
    expect(again.practice).toBe(true);
    expect(stateHash(again.play.state)).toBe(stateHash(play.state));
  });

  test('a file that is no save, or of no level, is refused and nothing is kept', async () => {
    const { store } = open(async () => disk());
    expect(await store.take(new File(['PK'], 'a.zip'))).toMatchObject({ ok: false, trouble: { reason: 'foreign-save' }, problems: [{ file: 'a.zip' }] });
    expect(await store.take(new File([' '.repeat(3_000_000)], 'a.json'))).toMatchObject({ ok: false, trouble: { reason: 'huge-save' } });
    expect(await store.list()).toEqual([]);
  });

  test('a first line to its end is scored, a practice branch is not', async () => {
    const over = toTheEnd(start());
    const practised = open(async () => disk()).store;
    await practised.follow(over, true);
    expect(await practised.reached()).toEqual([]);
    const { store } = open(async () => disk());
    await store.follow(over, false);
    const best = { score: scoreOf(over.world, over.state), ending: ending(over.world, over.state) };
    expect(await store.reached()).toEqual([{ level: 'vostochny-2023', endings: [best.ending], best, seeds: [7] }]);
  });

  test('what is gone is said to be gone', async () => {
    const { store } = open(async () => disk());
    expect(await store.load('nowhere')).toEqual({ ok: false, trouble: { reason: 'no-such-save' } });
    expect(await store.document('nowhere', 'good')).toBeNull();
  });
});

test('what was reached before, while the disk was full and after it is all known, here and to the next visit', async () => {
  const cabinet = disk();
  const full = { ...cabinet, writes: true };
  full.transact = (work, durability) => (durability === 'relaxed' || full.writes ? cabinet.transact(work) : Promise.reject(new DOMException('No', 'QuotaExceededError')));
  const { store } = open(async () => full);
  const ends = [7, 8, 9, 10].map((seed) => toTheEnd(start('vostochny-2023', seed)));
  const scores = ends.map(({ world, state }) => scoreOf(world, state));
  await store.follow(ends[0] as Playthrough, false);
  full.writes = false;
  await store.follow(ends[1] as Playthrough, false);
  await store.follow(ends[2] as Playthrough, false);
  const [during] = await store.reached();
  expect(during).toMatchObject({ seeds: [7, 8, 9], best: { score: Math.max(...scores.slice(0, 3)) } });
  full.writes = true;
  await store.follow(ends[3] as Playthrough, false);
  for (const reader of [store, open(async () => cabinet).store]) {
    const [on] = await reader.reached();
    expect([...(on?.seeds ?? [])].sort((one, other) => one - other)).toEqual([7, 8, 9, 10]);
    expect(on?.best?.score).toBe(Math.max(...scores));
    expect([...(on?.endings ?? [])].sort()).toEqual([...new Set(ends.map(({ world, state }) => ending(world, state)))].sort());
  }
});

describe('two tabs', () => {
  test('one writes; the other is told so, until it takes over', async () => {
    const cabinet = disk();
    const [first, second] = [open(async () => cabinet, 'first').store, open(async () => cabinet, 'second').store];
    const play = hold(start());
    expect(await first.claim(play)).toBe(true);
    expect(await second.claim(play)).toBe(false);
    expect(await second.follow(play, false)).toBeNull();
    expect(await second.list()).toEqual([]);
    expect(await second.claim(play, true)).toBe(true);
    expect(await second.follow(play, false)).not.toBeNull();
    expect(await first.follow(hold(play), false)).toBeNull();
    await second.letGo(play);
    expect(await first.follow(hold(play), false)).not.toBeNull();
  });
});

describe('on a disk that fails', () => {
  test('a private window is played in, listed, loaded and exported; it is said that nothing lasts', async () => {
    const { store, troubles } = open(() => Promise.reject(new DOMException('No', 'InvalidStateError')));
    const written = await store.follow(hold(start()), false);
    expect(written).toMatchObject({ lasts: false });
    expect(troubles).toEqual(['unavailable']);
    expect(await store.claim(start())).toBe(true);
    expect(await store.list()).toMatchObject([{ turn: 1 }]);
    expect((await loaded(store, written?.id ?? '')).play.state.turn).toBe(1);
    expect(await store.document(written?.id ?? '', 'good')).not.toBeNull();
    expect(await store.remove(written?.id ?? '')).not.toBeNull();
    expect(await store.list()).toEqual([]);
  });

  test('of a later version is left alone, and it is said', async () => {
    const { troubles } = open(() => Promise.reject(new DOMException('No', 'VersionError')));
    await Promise.resolve();
    await Promise.resolve();
    expect(troubles).toEqual(['newer']);
  });

  test('and is taken over by a later version in another tab: it is said', async () => {
    const { store, troubles } = open(async (displaced) => {
      setTimeout(displaced);
      return disk();
    });
    await store.follow(hold(start()), false);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(troubles.at(-1)).toBe('newer');
  });

  test('a full disk is said and played on; all is written once there is room', async () => {
    const cabinet = disk();
    const { store, troubles } = open(async () => cabinet);
    const first = hold(start());
    await store.follow(first, false);
    cabinet.fails = 'QuotaExceededError';
    const second = hold(first);
    expect(await store.follow(second, false)).toMatchObject({ lasts: false });
    await store.keep(second, 'Kept', false);
    expect(troubles.at(-1)).toBe('full');
    cabinet.fails = null;
    expect((await store.list()).map(({ turn }) => turn)).toEqual([2, 2, 1]);
    await store.follow(hold(second), false);
    expect(troubles.at(-1)).toBeNull();
    const onDisk = await open(async () => cabinet).store.list();
    expect(onDisk.map(({ name, turn }) => [name, turn])).toEqual([
      ['', 3],
      ['Kept', 2],
    ]);
  });
});
