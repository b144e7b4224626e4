// All saved campaigns of this browser: on disk, and in memory where the disk refuses. Fetched after the shell stands.

import type { Content } from '../../content/crossref.ts';
import { MAX_SIZE } from '../../content/parse.ts';
import type { Problem } from '../../content/problems.ts';
import { readSave, type SaveFault, sealSave } from '../../content/saveFile.ts';
import { nameFrom } from '../../content/saveName.ts';
import type { Save } from '../../content/saveSchema.ts';
import { scoreOf } from '../../rules/campaign.ts';
import { ending } from '../../rules/endings.ts';
import { campaignKey } from '../../telling/campaignKey.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { lineOf, type Resumed, resumeSave, type SaveTrouble, saveOf } from '../../telling/saving.ts';
import { openDisk } from './disk.ts';
import type { Cabinet, Draft, Drawers, Finish, Reached, Slot } from './drawers.ts';
import { claim, discardDamaged, fileArrivals, follow, isSameRun, keep, open, putBack, type Removed, remove, rename, united, type Verdict } from './filing.ts';
import { openMemory } from './memory.ts';

/** `unavailable`: the browser lets this page save nothing. `full`: no room. `newer`: a later version has taken over. `unfetched`: this program is not there. `failed`: anything else. */
export type DiskTrouble = 'unavailable' | 'full' | 'newer' | 'unfetched' | 'failed';
export type Loaded = { ok: true; play: Playthrough; practice: boolean; recovered: boolean } | { ok: false; trouble: SaveTrouble };
export type Imported = { ok: true; id: string } | { ok: false; trouble: SaveTrouble; problems: readonly Problem[] };
export interface Document {
  name: string;
  text: string;
}

interface Surroundings {
  content: Content;
  /** Names this tab. */
  owner: string;
  /** Milliseconds. */
  now: () => number;
  newId: () => string;
  trouble: (trouble: DiskTrouble | null) => void;
}

const FAULTS: Readonly<Record<SaveFault, SaveTrouble>> = {
  newer: { reason: 'newer-save' },
  damaged: { reason: 'damaged-save' },
  foreign: { reason: 'foreign-save' },
  huge: { reason: 'huge-save' },
};

export type Store = ReturnType<typeof createStore>;

export function createStore({ content, owner, now, newId, trouble }: Surroundings, connect: (displaced: () => void) => Promise<Cabinet> = openDisk) {
  const memory = openMemory();
  let isDisplaced = false;
  const displaced = () => {
    isDisplaced = true;
    trouble('newer');
  };
  const disk = connect(displaced).then(async (cabinet) => {
    await cabinet.transact(fileArrivals).catch((error: unknown) => trouble(troubleOf(error, 'failed')));
    return cabinet;
  });
  disk.catch((error: unknown) => trouble(troubleOf(error, 'unavailable')));

  /** On disk; where that fails, for as long as the page lasts. */
  async function write<Result>(work: (drawers: Drawers) => Promise<Result>): Promise<{ result: Result; lasts: boolean }> {
    let cabinet: Cabinet;
    try {
      cabinet = await disk;
    } catch {
      return { result: await memory.transact(work), lasts: false };
    }
    try {
      return { result: await cabinet.transact(work), lasts: true };
    } catch (error) {
      trouble(isDisplaced ? 'newer' : troubleOf(error, 'failed'));
      await recall(cabinet);
      return { result: await memory.transact(work), lasts: false };
    }
  }

  /** Brings what was reached to memory, so that what is reached now is judged beside it. */
  async function recall(cabinet: Cabinet): Promise<void> {
    const onDisk = await cabinet.transact((drawers) => drawers.reached(), 'relaxed').catch((): Reached[] => []);
    await memory.transact(async (drawers) => {
      const known = new Map((await drawers.reached()).map((on) => [on.level, on]));
      for (const on of onDisk) await drawers.putReached(united(on, known.get(on.level) ?? on));
    });
  }

  /** What is on disk and what is in memory; what cannot be read is not there. */
  async function all<Item>(read: (drawers: Drawers) => Promise<Item[]>): Promise<Item[]> {
    const onDisk = disk.then((cabinet) => cabinet.transact(read, 'relaxed')).catch((): Item[] => []);
    return [...(await onDisk), ...(await memory.transact(read))];
  }

  /** Where a slot lies. */
  async function inside<Result>(id: string, work: (drawers: Drawers) => Promise<Result>): Promise<Result> {
    const inMemory = await memory.transact((drawers) => drawers.slot(id));
    return inMemory !== undefined ? memory.transact(work) : (await disk).transact(work);
  }

  /** Brings to disk what could not be written earlier. */
  async function moveToDisk(written: Draft['slot']): Promise<void> {
    const waiting = await memory.transact((drawers) => drawers.slots());
    for (const slot of waiting) {
      const removed = await memory.transact((drawers) => remove(drawers, slot.id));
      const isOld = slot.kind === 'auto' && isSameRun(slot, written) && written.line.startsWith(slot.line);
      if (removed !== null && !isOld) await putBackSafely(removed);
    }
    for (const on of await memory.transact((drawers) => drawers.reached())) {
      const { lasts } = await write(async (drawers) => {
        const before = (await drawers.reached()).find(({ level }) => level === on.level);
        await drawers.putReached(before === undefined ? on : united(before, on));
      });
      if (lasts) await memory.transact((drawers) => drawers.dropReached(on.level));
    }
    if ((await memory.transact((drawers) => drawers.slots())).length === 0) trouble(null);
  }

  const putBackSafely = (removed: Removed) => write((drawers) => putBack(drawers, removed));

  function draftOf(save: Save, finished: Finish | null): Draft {
    return { slot: { name: save.name, ...aboutOf(save) }, text: sealSave(save), finished };
  }

  function judge(text: string): Verdict<Loaded> {
    const read = readSave('save', text);
    if (!read.ok) return { is: read.fault === 'newer' ? 'newer' : 'damaged' };
    const outcome = resumed(content, read.save);
    if (outcome.ok) return { is: 'good', good: loadedOf(outcome, read.save), slot: aboutOf(read.save) };
    return outcome.trouble.reason === 'damaged-save' ? { is: 'damaged' } : { is: 'refused', refused: outcome };
  }

  return {
    /** Newest first. */
    async list(): Promise<Slot[]> {
      const slots = await all((drawers) => drawers.slots());
      return slots.sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
    },

    async reached(): Promise<Reached[]> {
      const known = new Map<string, Reached>();
      for (const on of await all((drawers) => drawers.reached())) known.set(on.level, united(known.get(on.level) ?? on, on));
      return [...known.values()];
    },

    /** Saves a campaign as it stands. @returns the slot's id and whether it is on disk; null while another tab writes this campaign */
    async follow(play: Playthrough, practice: boolean): Promise<{ id: string; lasts: boolean } | null> {
      const draft = draftOf(saveOf(play, { savedAt: new Date(now()).toISOString(), name: '', practice }), practice ? null : finishOf(play));
      const id = newId();
      void disk.then((cabinet) => cabinet.jot({ id, draft })).catch(() => undefined);
      const { result, lasts } = await write(async (drawers) => {
        const filed = (await claim(drawers, draft.slot.campaign, owner, now())) ? await follow(drawers, draft, id) : null;
        await drawers.dropArrival(id);
        return filed;
      });
      if (lasts) await moveToDisk(draft.slot);
      return result === null ? null : { id: result, lasts };
    },

    async keep(play: Playthrough, name: string, practice: boolean): Promise<string> {
      const id = newId();
      const draft = draftOf(saveOf(play, { savedAt: new Date(now()).toISOString(), name: nameFrom(name), practice }), null);
      await write((drawers) => keep(drawers, draft, id));
      return id;
    },

    async load(id: string): Promise<Loaded> {
      const opened = await inside(id, (drawers) => open(drawers, id, judge)).catch((): { is: 'missing' } => ({ is: 'missing' }));
      switch (opened.is) {
        case 'good':
          return opened.good.ok ? { ...opened.good, recovered: opened.recovered } : opened.good;
        case 'refused':
          return opened.refused;
        case 'newer':
          return { ok: false, trouble: FAULTS.newer };
        case 'damaged':
          return { ok: false, trouble: FAULTS.damaged };
        case 'missing':
          return { ok: false, trouble: { reason: 'no-such-save' } };
      }
    },

    remove: (id: string): Promise<Removed | null> => inside(id, (drawers) => remove(drawers, id)),
    putBack: putBackSafely,
    rename: (id: string, name: string): Promise<void> => inside(id, (drawers) => rename(drawers, id, nameFrom(name))),
    discardDamaged: (id: string): Promise<void> => inside(id, (drawers) => discardDamaged(drawers, id)),

    /** As a file: what is damaged or from a later version word for word, what is good under its present name. */
    async document(id: string, which: 'good' | 'damaged'): Promise<Document | null> {
      const { slot, generations } = await inside(id, async (drawers) => ({ slot: await drawers.slot(id), generations: await drawers.generations(id) }));
      const newest = generations.filter(({ damaged }) => damaged === (which === 'damaged')).at(-1) ?? generations.at(-1);
      if (slot === undefined || newest === undefined) return null;
      const read = readSave('save', newest.text);
      const mark = which === 'damaged' ? '-damaged' : '';
      return {
        name: `counterweight-${slot.level}-${slot.seed}-turn-${slot.turn + (slot.over ? 0 : 1)}${mark}.json`,
        text: read.ok ? sealSave({ ...read.save, name: slot.name }) : newest.text,
      };
    },

    /** Takes a file in, once it is known that it can be gone on from. */
    async take(file: File): Promise<Imported> {
      // Of a huge file no more is read than is needed to refuse it.
      const read = readSave(file.name, new Uint8Array(await file.slice(0, MAX_SIZE + 1).arrayBuffer()));
      if (!read.ok) return { ok: false, trouble: FAULTS[read.fault], problems: read.problems };
      const outcome = resumed(content, read.save);
      if (!outcome.ok) return { ok: false, trouble: outcome.trouble, problems: [] };
      const id = newId();
      await write((drawers) => keep(drawers, draftOf(read.save, null), id));
      return { ok: true, id };
    },

    /** @returns whether this tab writes the campaign */
    async claim(play: Playthrough, force = false): Promise<boolean> {
      const campaign = campaignKey(play.log.header);
      return disk.then((cabinet) => cabinet.transact((drawers) => claim(drawers, campaign, owner, now(), force), 'relaxed')).catch(() => true);
    },

    /** Gives up a campaign that this tab writes. */
    async letGo(play: Playthrough): Promise<void> {
      await disk.then((cabinet) => cabinet.letGo(campaignKey(play.log.header))).catch(() => undefined);
    },
  };
}

/** A file may be made to trip the rules up in a way that no check foresaw: then it is damaged, and nothing else happens. */
function resumed(content: Content, save: Save): Resumed {
  try {
    return resumeSave(content, save);
  } catch (error) {
    console.error(error);
    return { ok: false, trouble: FAULTS.damaged };
  }
}

function aboutOf({ log, state, practice, savedAt }: Save): Omit<Slot, 'id' | 'kind' | 'name' | 'trouble'> {
  const { level, seed } = log.header;
  return { campaign: campaignKey(log.header), line: lineOf(log.choices), level, seed, turn: state.turn, over: state.phase === 'over', practice, savedAt };
}

function loadedOf({ play }: Extract<Resumed, { ok: true }>, { practice }: Save): Loaded {
  return { ok: true, play, practice, recovered: false };
}

/** Scores compare under the level's own assumptions and one set of rules alone. */
function finishOf({ world, state, carried }: Playthrough): Finish | null {
  if (state.phase !== 'over') return null;
  const asAuthored = world.rival === null && Object.keys(world.changed).length === 0 && carried === null;
  return { level: world.level.id, ending: ending(world, state), seed: state.seed, score: asAuthored ? scoreOf(world, state) : null };
}

function troubleOf(error: unknown, otherwise: 'unavailable' | 'failed'): DiskTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'newer' : otherwise;
}
