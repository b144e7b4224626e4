// The door to saved campaigns: signals that pages show, and what they may ask for. Nothing here waits for the disk, and play never waits for it.

import { signal } from '@preact/signals';
import type { Content } from '../../content/crossref.ts';
import { campaignKey } from '../../telling/campaignKey.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import type { Reached, Slot } from './drawers.ts';
import type { Removed } from './filing.ts';
import type { DiskTrouble, Document, Imported, Loaded, Store } from './store.ts';

export type { Imported, Loaded } from './store.ts';

export interface SlotSummary extends Slot {
  /** How many turns its level has; null when there is no such level. */
  turns: number | null;
}

/** Newest first; null until they are known. */
export const saves = signal<readonly SlotSummary[] | null>(null);
/** What was reached on each level by first lines. */
export const reached = signal<ReadonlyMap<string, Reached>>(new Map());
/** Why nothing reaches the disk; null while all is well. */
export const diskTrouble = signal<DiskTrouble | null>(null);
/** The open campaign is written by another tab. */
export const elsewhere = signal(false);
/** The slot whose newest generation was found damaged when it was loaded. */
export const recovered = signal<SlotSummary | null>(null);
/** What can be put back. */
export const removed = signal<SlotSummary | null>(null);

/** How often a lease is renewed, or asked for, milliseconds. */
const RENEWAL = 5000;
/** A tab that writes answers by then, on a slow machine too, milliseconds. */
const ANSWER = 2000;
const CHANNEL = 'counterweight-saves';
const ASKED = 'counterweight-asked-to-persist';

let content: Content | null = null;
let opening: Promise<Store> | null = null;
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
let attended: Playthrough | null = null;
/** Whether the other tabs were asked who writes the campaign, and what is done when one answers. */
let asked = false;
let answered: (campaign: string) => void = () => undefined;
/** Made here while another tab writes. */
let unwritten: { play: Playthrough; practice: boolean } | null = null;
let thrownAway: Removed | null = null;

/** Opens the store, once, when there is content to read saves with. Where it cannot be fetched, the next choice tries again, though some browsers remember the failure until the page is loaded anew. */
export async function openSaves(read: Content): Promise<void> {
  if (content !== null) return;
  content = read;
  hasContent(read);
  channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => heard(data));
  window.addEventListener('pagehide', () => void leave().catch(() => undefined));
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void renew().catch(() => undefined);
  });
  await refresh().catch(() => undefined);
}

let hasContent: (content: Content) => void;
const contentThere = new Promise<Content>((resolve) => {
  hasContent = resolve;
});

/** @throws where it cannot be fetched, which is then said */
function store(): Promise<Store> {
  opening ??= fetchStore().catch((error: unknown) => {
    opening = null;
    diskTrouble.value = 'unfetched';
    throw error;
  });
  return opening;
}

async function fetchStore(): Promise<Store> {
  const [read, { createStore }] = await Promise.all([contentThere, import('./store.ts')]);
  if (diskTrouble.value === 'unfetched') diskTrouble.value = null;
  return createStore({ content: read, owner: newId(), now: () => Date.now(), newId, trouble: (trouble: DiskTrouble | null) => (diskTrouble.value = trouble) });
}

/** Not cryptographic where it need not be, and there on plain HTTP. */
function newId(): string {
  return [...window.crypto.getRandomValues(new Uint32Array(2))].map((word) => word.toString(36)).join('');
}

async function refresh(): Promise<void> {
  const open = await store();
  const slots = await open.list();
  saves.value = slots.map(summaryOf);
  reached.value = new Map((await open.reached()).map((on) => [on.level, on]));
}

function summaryOf(slot: Slot): SlotSummary {
  return { ...slot, turns: content?.levels.get(slot.level)?.turns ?? null };
}

/** Tells this tab and the others that something has changed. */
async function changed(): Promise<void> {
  tellOthers('changed');
  await refresh();
}

// ---------------------------------------------------------------- a campaign as it is played

/** Saves a campaign as it stands; called at each choice. @returns the slot, once it is on disk or known not to be; null while another tab writes */
export async function autosave(play: Playthrough, { practice }: { practice: boolean }): Promise<string | null> {
  const written = await (await store()).follow(play, practice);
  // Another campaign may have been opened meanwhile: this one's fate is none of its business.
  if (attended !== null && campaignKey(attended.log.header) === campaignKey(play.log.header)) {
    elsewhere.value = written === null;
    unwritten = written === null ? { play, practice } : null;
  }
  if (written?.lasts === true) void askToPersist();
  await changed();
  return written?.id ?? null;
}

/** Claims the right to write a campaign for as long as its pages are open. @returns what ends it */
export function attend(play: Playthrough): () => void {
  attended = play;
  asked = false;
  void renew();
  const timer = setInterval(() => void renew(), RENEWAL);
  return () => {
    clearInterval(timer);
    void leave();
    attended = null;
    unwritten = null;
    elsewhere.value = false;
  };
}

async function renew(force = false): Promise<void> {
  const play = attended;
  if (play === null) return;
  const open = await store();
  let mine = await open.claim(play, force);
  // A page that was killed leaves its lease behind: nobody answers for it.
  if (!mine && !asked && channel !== null) {
    asked = true;
    if (!(await isAnswered(campaignKey(play.log.header)))) mine = attended === play && (await open.claim(play, true));
  }
  if (attended !== play) return;
  elsewhere.value = !mine;
  if (force) tellOthers('changed');
  if (mine && unwritten !== null) await autosave(unwritten.play, unwritten);
}

function isAnswered(campaign: string): Promise<boolean> {
  return new Promise((resolve) => {
    answered = (by) => by === campaign && resolve(true);
    tellOthers({ whoWrites: campaign });
    setTimeout(() => resolve(false), ANSWER);
  });
}

async function leave(): Promise<void> {
  const play = attended;
  if (play === null || elsewhere.value) return;
  await (await store()).letGo(play);
  tellOthers('changed');
}

/** What tabs say to each other. */
type Said = 'changed' | { whoWrites: string } | { iWrite: string };

function tellOthers(said: Said): void {
  channel?.postMessage(said);
}

function heard(said: Said): void {
  if (said === 'changed') {
    void refresh();
    void renew();
  } else if ('iWrite' in said) {
    answered(said.iWrite);
  } else if (attended !== null && !elsewhere.value && campaignKey(attended.log.header) === said.whoWrites) {
    tellOthers({ iWrite: said.whoWrites });
  }
}

/** Takes the right to write from the other tab, which then says so. */
export const writeHere = (): Promise<void> => renew(true);

/** Asks the browser once not to clear what is saved when the disk fills up. */
async function askToPersist(): Promise<void> {
  try {
    if (window.localStorage.getItem(ASKED) !== null) return;
    window.localStorage.setItem(ASKED, 'yes');
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // Not offered here, as on plain HTTP: saves then stay as long as the browser likes.
  }
}

// ---------------------------------------------------------------- slots

export async function loadSlot(id: string): Promise<Loaded> {
  const loaded = await (await store()).load(id);
  await refresh();
  recovered.value = loaded.ok && loaded.recovered ? (saves.value?.find((slot) => slot.id === id) ?? null) : null;
  return loaded;
}

/** Keeps a campaign as it stands under a name, beside the slot that follows it. */
export async function saveAs(play: Playthrough, name: string, { practice }: { practice: boolean }): Promise<void> {
  await (await store()).keep(play, name, practice);
  await changed();
}

export async function renameSlot(id: string, name: string): Promise<void> {
  await (await store()).rename(id, name);
  await changed();
}

export async function removeSlot(id: string): Promise<void> {
  const gone = await (await store()).remove(id);
  // Pressed twice, it has gone already: what can be put back still can.
  if (gone !== null) {
    thrownAway = gone;
    removed.value = summaryOf(gone.slot);
  }
  if (recovered.value?.id === id) recovered.value = null;
  await changed();
}

export async function undoRemove(): Promise<void> {
  if (thrownAway === null) return;
  await (await store()).putBack(thrownAway);
  thrownAway = null;
  removed.value = null;
  await changed();
}

export async function discardDamaged(id: string): Promise<void> {
  await (await store()).discardDamaged(id);
  if (recovered.value?.id === id) recovered.value = null;
  await changed();
}

/** A slot as a file; null when it is gone. */
export async function exportSlot(id: string, which: 'good' | 'damaged' = 'good'): Promise<Document | null> {
  return (await store()).document(id, which);
}

export async function importFile(file: File): Promise<Imported> {
  const imported = await (await store()).take(file);
  if (imported.ok) await changed();
  return imported;
}
