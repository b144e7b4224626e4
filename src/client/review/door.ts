// The door to what a device remembers of a student's practice: a signal that pages show, and what they may ask for. Nothing here leaves the device.

import { signal } from '@preact/signals';
import type { Answered } from '../quiz/asking.tsx';
import type { AnswerRecord, From } from './records.ts';
import type { KeepingTrouble, Kept, ReviewStore } from './store.ts';

/** null until it is known. */
export const kept = signal<Kept | null>(null);
/** Why nothing reaches the disk; null while all is well. */
export const keepingTrouble = signal<KeepingTrouble | 'unfetched' | null>(null);
/** What was thrown away last and can be put back: everything, or one file. */
export const thrownAway = signal<{ what: 'everything' | 'own'; name: string; kept: Kept } | null>(null);

const CHANNEL = 'counterweight-review';
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
channel?.addEventListener('message', () => {
  if (opening !== null) void refresh().catch(() => undefined);
});

let opening: Promise<ReviewStore> | null = null;

/** @throws where it cannot be fetched, which is then said */
function store(): Promise<ReviewStore> {
  opening ??= import('./store.ts').then(
    ({ createReviewStore }) => {
      if (keepingTrouble.value === 'unfetched') keepingTrouble.value = null;
      return createReviewStore({ newId, trouble: (trouble) => (keepingTrouble.value = trouble) });
    },
    (error: unknown) => {
      opening = null;
      keepingTrouble.value = 'unfetched';
      throw error;
    },
  );
  return opening;
}

/** Not cryptographic where it need not be, and there on plain HTTP. */
function newId(): string {
  return [...window.crypto.getRandomValues(new Uint32Array(3))].map((word) => word.toString(36)).join('');
}

/** Reads what is kept; later calls read it anew. */
export async function openReview(): Promise<void> {
  await refresh().catch(() => undefined);
}

async function refresh(): Promise<void> {
  kept.value = await (await store()).read();
}

/** Tells this tab and the others that something has changed. */
async function changed(): Promise<void> {
  channel?.postMessage('changed');
  await refresh();
}

/**
 * Keeps an answer, at once.
 * @param quiz the quiz the question stands in, `own:` and an id for a file of one's own; left out where it stands in none, as one made from a campaign does
 * @returns the record, and whether it has reached the disk
 */
export async function recordAnswer({ question, response, confidence, mark }: Answered, from: From, quiz: string | null = null): Promise<{ id: string; lasts: boolean }> {
  const { id, claim, kind } = question.item;
  const { credit, misconceptions } = mark;
  const answer: Omit<AnswerRecord, 'schema' | 'id'> = { at: Date.now(), quiz, item: id, claim, kind, response, confidence, credit, misconceptions, from };
  const written = await (await store()).addAnswer(answer);
  await changed();
  return written;
}

export async function setCourseEnd(end: string | null): Promise<void> {
  await (await store()).setCourseEnd(end);
  await changed();
}

/** @returns the file's id */
export async function keepOwn(name: string, text: string): Promise<string> {
  const id = await (await store()).keepOwn(name, text, Date.now());
  await changed();
  return id;
}

/** @param name what is said of it while it can be put back */
export async function removeOwn(id: string, name: string): Promise<void> {
  const gone = kept.value?.own.filter((file) => file.id === id) ?? [];
  await (await store()).dropOwn(id);
  thrownAway.value = { what: 'own', name, kept: { answers: [], courseEnd: null, own: gone } };
  await changed();
}

/** Forgets everything that this device knows of the student's practice. */
export async function clearAll(): Promise<void> {
  const open = await store();
  const all = await open.read();
  await open.clear();
  thrownAway.value = { what: 'everything', name: '', kept: all };
  await changed();
}

export async function putBack(): Promise<void> {
  const gone = thrownAway.value;
  if (gone === null) return;
  await (await store()).putBack(gone.kept);
  thrownAway.value = null;
  await changed();
}
