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
  | { page: 'quiz'; at: QuizSheet }
  /** A student's way into a session, and their seat in it. */
  | { page: 'join'; code: string }
  | { page: 'seat'; code: string }
  /** A teacher's pages. A secret in the address is kept on the device and taken out of it. */
  | { page: 'host'; secret: string }
  | { page: 'control' | 'screen'; code: string; secret: string }
  | { page: 'report'; code: string }
  | { page: (typeof PLAIN_PAGES)[number] }
  /** The teacher's kit; null: all its sheets. */
  | { page: 'teach'; at: string | null }
  | { page: 'unknown' };

/** Without anything after their name. */
const PLAIN_PAGES = ['cards', 'preflight', 'privacy'] as const;

/** Which sheet of the quiz lies open. `own` is a file of one's own. */
export type QuizSheet = { of: 'home' } | { of: 'all' } | { of: 'review' } | { of: 'topic'; topic: string } | { of: 'own'; id: string };

const address = signal(window.location.hash);
window.addEventListener('hashchange', () => {
  address.value = window.location.hash;
});

export const route = computed(() => readRoute(address.value));

export function readRoute(hash: string): Route {
  const [page = '', first, second, ...rest] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  if (page === '' && first === undefined) return { page: 'title' };
  if (page === 'about' && first === undefined) return { page: 'about' };
  if (page === 'teach' && second === undefined) return { page: 'teach', at: first || null };
  if (page === 'quiz' && rest.length === 0) return readQuiz(first, second);
  const live = rest.length === 0 ? readLive(page, first, second) : null;
  if (live !== null) return live;
  if (first === undefined || first === '' || rest.length > 0) return { page: 'unknown' };
  if (page === 'replay' && second === undefined) return { page: 'replay', code: first };
  if (page === 'saved' && second !== undefined && SHEETS.includes(second)) return { page: 'saved', slot: first, sheet: second as Sheet };
  const practice = page === 'practice';
  if (page !== 'play' && !practice) return { page: 'unknown' };
  if (second === undefined || SHEETS.includes(second)) return { page: 'play', code: first, sheet: (second ?? 'world') as Sheet, practice };
  if (practice) return { page: 'unknown' };
  return { page: 'start', level: first, seed: second };
}

function readQuiz(first: string | undefined, second: string | undefined): Route {
  if (first === undefined || first === '') return { page: 'quiz', at: { of: 'home' } };
  if (first === 'own') return second === undefined || second === '' ? { page: 'unknown' } : { page: 'quiz', at: { of: 'own', id: second } };
  if (second !== undefined) return { page: 'unknown' };
  return { page: 'quiz', at: first === 'all' || first === 'review' ? { of: first } : { of: 'topic', topic: first } };
}

function readLive(page: string, first = '', second?: string): Route | null {
  const plain = PLAIN_PAGES.find((name) => name === page);
  if (plain !== undefined) return first === '' && second === undefined ? { page: plain } : null;
  switch (page) {
    case 'join':
      return second === undefined ? { page, code: first } : null;
    case 's':
      return first !== '' && second === undefined ? { page: 'seat', code: first } : null;
    case 'host':
      return second === undefined ? { page, secret: first } : null;
    case 'control':
    case 'screen':
      return first === '' ? null : { page, code: first, secret: second ?? '' };
    case 'report':
      return first !== '' && second === undefined ? { page, code: first } : null;
    default:
      return null;
  }
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

export function quizLink(sheet: QuizSheet): string {
  switch (sheet.of) {
    case 'home':
      return '#/quiz';
    case 'all':
    case 'review':
      return `#/quiz/${sheet.of}`;
    case 'topic':
      return `#/quiz/${encodeURIComponent(sheet.topic)}`;
    case 'own':
      return `#/quiz/own/${encodeURIComponent(sheet.id)}`;
  }
}

export const joinLink = (code = ''): string => (code === '' ? '#/join' : `#/join/${code}`);
export const seatLink = (code: string): string => `#/s/${code}`;
export const hostLink = (): string => '#/host';
/** @param secret for another device; without it the device must know the session */
export const controlLink = (code: string, secret = ''): string => `#/control/${code}${secret === '' ? '' : `/${secret}`}`;
export const screenLink = (code: string, secret = ''): string => `#/screen/${code}${secret === '' ? '' : `/${secret}`}`;
export const reportLink = (code: string): string => `#/report/${code}`;
export const teachLink = (sheet: string | null): string => (sheet === null ? '#/teach' : `#/teach/${sheet}`);

export function visit(link: string): void {
  window.location.hash = link;
}

/** Goes on within a campaign: a refresh resumes here, and going back leaves the campaign. */
export function replaceAddress(link: string): void {
  window.history.replaceState(null, '', link);
  address.value = link;
}
