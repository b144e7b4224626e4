// Where saves lie, in one transaction at a time: the same drawers on disk and in memory.

import type { EndingId, LevelId } from '../../rules/types.ts';

/** One saved campaign, as the list tells of it. Its documents are its generations. */
export interface Slot {
  id: string;
  /** `auto` follows a campaign as it is played; `kept` stays as it was saved. */
  kind: 'auto' | 'kept';
  /** As the player called it; empty when nobody did. */
  name: string;
  /** See `campaignKey`. */
  campaign: string;
  /** See `lineOf`: which choices led here. */
  line: string;
  level: LevelId;
  seed: number;
  /** 0-based. */
  turn: number;
  over: boolean;
  practice: boolean;
  savedAt: string;
  /** `recovered`: a damaged generation lies beside the good ones. `lost`: no good one is left. `newer`: a later version wrote it. */
  trouble: 'recovered' | 'lost' | 'newer' | null;
}

export interface Generation {
  slot: string;
  /** Counts up; the highest is the newest. */
  at: number;
  text: string;
  /** Found damaged once: it stays beside the good ones until it is thrown away. */
  damaged: boolean;
}

/** What was reached on a level by first lines. */
export interface Reached {
  level: LevelId;
  endings: readonly EndingId[];
  /** The highest score, tenths, of campaigns under the level's own assumptions; null when there was none. */
  best: { score: number; ending: EndingId } | null;
  /** Whose first line has been scored: their hidden facts are known from then on. */
  seeds: readonly number[];
}

/** What is to be kept: a campaign as it stands. */
export interface Draft {
  slot: Omit<Slot, 'id' | 'kind' | 'trouble'>;
  text: string;
  /** What a campaign that is over came to; null while it is under way, or where it is practice. */
  finished: Finish | null;
}

export interface Finish {
  level: LevelId;
  ending: EndingId;
  seed: number;
  /** Tenths; null under other assumptions than the level's own. */
  score: number | null;
}

/** A draft that is not filed yet: jotted down first, so that a page that closes in the next moment loses nothing. */
export interface Arrival {
  /** Also the id of its slot, where it needs a fresh one. */
  id: string;
  draft: Draft;
}

/** Which tab writes a campaign. */
export interface Lease {
  campaign: string;
  owner: string;
  /** When it was last renewed, milliseconds of the clock. */
  renewed: number;
}

export interface Drawers {
  slots(): Promise<Slot[]>;
  slot(id: string): Promise<Slot | undefined>;
  putSlot(slot: Slot): Promise<unknown>;
  dropSlot(id: string): Promise<unknown>;
  /** Oldest first. */
  generations(slot: string): Promise<Generation[]>;
  putGeneration(generation: Generation): Promise<unknown>;
  dropGeneration(slot: string, at: number): Promise<unknown>;
  reached(): Promise<Reached[]>;
  putReached(reached: Reached): Promise<unknown>;
  dropReached(level: LevelId): Promise<unknown>;
  arrivals(): Promise<Arrival[]>;
  dropArrival(id: string): Promise<unknown>;
  lease(campaign: string): Promise<Lease | undefined>;
  putLease(lease: Lease): Promise<unknown>;
}

export interface Cabinet {
  /** All of the work, or none. It awaits nothing but its drawers. `relaxed` may be lost with the power: leases, and what only reads. */
  transact<Result>(work: (drawers: Drawers) => Promise<Result>, durability?: 'strict' | 'relaxed'): Promise<Result>;
  /** At once, in one request that is under way when this returns; a page that closes does not stop it. */
  jot(arrival: Arrival): Promise<void>;
  /** The same for a lease that is given up. */
  letGo(campaign: string): Promise<void>;
}
