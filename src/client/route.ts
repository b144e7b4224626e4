// The address is the campaign: everything that is shown follows from what stands after the '#'.

import { computed, signal } from '@preact/signals';

/** Which sheet of a campaign lies open. */
export type Sheet = 'desk' | 'world' | 'debrief';
const SHEETS: readonly string[] = ['desk', 'world', 'debrief'] satisfies Sheet[];

export type Route =
  | { page: 'title' }
  | { page: 'about' }
  | { page: 'start'; level: string; seed: string }
  /** @see practiceLink */
  | { page: 'play'; code: string; sheet: Sheet; practice: boolean }
  /** A campaign whose code cannot hold it: it is loaded from its slot. */
  | { page: 'saved'; slot: string; sheet: Sheet }
  | { page: 'replay'; code: string }
  | { page: 'unknown' };

const address = signal(window.location.hash);
window.addEventListener('hashchange', () => {
  address.value = window.location.hash;
});

export const route = computed(() => readRoute(address.value));

export function readRoute(hash: string): Route {
  const [page = '', first, second, ...rest] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  if (page === '' && first === undefined) return { page: 'title' };
  if (page === 'about' && first === undefined) return { page: 'about' };
  if (first === undefined || first === '' || rest.length > 0) return { page: 'unknown' };
  if (page === 'replay' && second === undefined) return { page: 'replay', code: first };
  if (page === 'saved' && second !== undefined && SHEETS.includes(second)) return { page: 'saved', slot: first, sheet: second as Sheet };
  const practice = page === 'practice';
  if (page !== 'play' && !practice) return { page: 'unknown' };
  if (second === undefined || SHEETS.includes(second)) return { page: 'play', code: first, sheet: (second ?? 'world') as Sheet, practice };
  if (practice) return { page: 'unknown' };
  return { page: 'start', level: first, seed: second };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const startLink = (level: string, seed: number): string => `#/play/${encodeURIComponent(level)}/${seed}`;
export const playLink = (code: string, sheet: Sheet): string => `#/play/${encodeURIComponent(code)}/${sheet}`;
/** A branch of a campaign, played to see what would have been: it is not scored. */
export const practiceLink = (code: string, sheet: Sheet): string => `#/practice/${encodeURIComponent(code)}/${sheet}`;
export const savedLink = (slot: string, sheet: Sheet): string => `#/saved/${encodeURIComponent(slot)}/${sheet}`;
export const replayLink = (code: string): string => `#/replay/${encodeURIComponent(code)}`;

export function visit(link: string): void {
  window.location.hash = link;
}

/** Goes on within a campaign: a refresh resumes here, and going back leaves the campaign. */
export function replaceAddress(link: string): void {
  window.history.replaceState(null, '', link);
  address.value = link;
}
