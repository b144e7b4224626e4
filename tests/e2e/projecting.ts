// What projectors are sent in lessons of all kinds, made by the session's own fold and views.

import type { Confidence } from '../../src/quiz/types.ts';
import { headerFor } from '../../src/server/live/quizzes.ts';
import type { Command, ScreenView, SeatId, SessionHeader, Settings } from '../../src/session/types.ts';
import { lookAt } from '../../src/session/views.ts';
import { bank } from '../bank.ts';
import { content } from '../content.ts';
import { type Lesson, lesson } from '../session/lesson.ts';
import { SETTINGS } from './classroom.ts';

export interface Shown {
  name: string;
  view: ScreenView;
}

/** What a language does to words. */
export type Language = (text: string) => string;

const CLASS = 34;
/** As long as own names may be. */
const LONG_NAMES = ['Maximiliane-Konstantina 2', 'Bartholomew Featherstone', 'Anna', 'Wilhelmina van Rensburg'];

function headerOf(items: readonly string[], settings: Partial<Settings>, language: Language): SessionHeader {
  const title = 'Our lesson on rockets, shells and what Beijing makes of them';
  const chosen = headerFor({ content, bank }, { kind: 'quiz', settings: { ...SETTINGS, ...settings }, language: 'en', title, items: [...items] }, 7);
  if (!chosen.ok) throw new Error(chosen.detail);
  const { questions, twins, misconceptions, claims, ...more } = chosen.header.quiz;
  const longer = <Words>(words: Words): Words =>
    (typeof words === 'string' ? language(words) : Object.fromEntries(Object.entries(words as object).map(([key, inner]) => [key, longer(inner)]))) as Words;
  const inLanguage = (all: typeof questions) => all.map(({ item, words }) => ({ item, words: longer(words) }));
  return {
    ...chosen.header,
    quiz: {
      ...more,
      questions: inLanguage(questions),
      twins: inLanguage(twins),
      misconceptions: misconceptions.map((one) => ({ ...one, name: language(one.name) })),
      claims: claims.map((one) => ({ ...one, text: language(one.text) })),
    },
  };
}

interface Hosted {
  lesson: Lesson;
  names: Map<SeatId, string>;
  command: (command: Command) => void;
  /** Each seat answers: one in `every` wrongly. */
  answerAll: (every: number) => void;
  look: (name: string) => Shown;
}

function host(header: SessionHeader, seats: number, nameOf: (at: number) => string = (at) => `${LONG_NAMES[at % LONG_NAMES.length]?.slice(0, 21)} ${at}`): Hosted {
  const one = lesson(header);
  const names = new Map<SeatId, string>();
  for (let at = 0; at < seats; at++) names.set(one.join(`seat ${at}`), nameOf(at));
  return {
    lesson: one,
    names,
    command(command) {
      const ack = one.command(command, 1000);
      if (ack.status !== 'saved') throw new Error(`${command.type}: ${ack.status}`);
    },
    answerAll(every) {
      for (const [at, seat] of [...names.keys()].entries()) one.answer(seat, at % every === 0 ? one.wrong() : one.right(), { confidence: ((at % 3) + 1) as Confidence });
    },
    look: (name) => ({ name, view: lookAt(one.state, names, new Set(names.keys())).screen(one.now) }),
  };
}

/** A question at every stage, talked over, with points. */
export function roundOf(item: string, language: Language): Shown[] {
  const { command, answerAll, look } = host(headerOf([item], { leaderboard: 'on' }, language), CLASS);
  command({ type: 'start' });
  const shown = [look(`${item} open`)];
  answerAll(2);
  command({ type: 'close', round: 0 });
  shown.push(look(`${item} closed`));
  command({ type: 'discuss', round: 0 });
  shown.push(look(`${item} discuss`));
  command({ type: 'revote', round: 0 });
  shown.push(look(`${item} revote`));
  answerAll(3);
  command({ type: 'reveal', round: 0 });
  shown.push(look(`${item} revealed`));
  return shown;
}

/** A question that nobody talked over, in a class without points. */
export function plainRoundOf(item: string, language: Language): Shown[] {
  const { command, answerAll, look } = host(headerOf([item], {}, language), CLASS);
  command({ type: 'start' });
  answerAll(3);
  command({ type: 'reveal', round: 0 });
  return [look(`${item} revealed at once`)];
}

/** Before and after the questions. */
export function aroundThem(items: readonly string[], language: Language): Shown[] {
  const lobbies = [0, 1, 40, 120].map((seats) => host(headerOf(items, {}, language), seats).look(`lobby with ${seats}`));
  const made = host(headerOf(items, {}, language), 40, (at) => `Patient Cormorant ${at}`).look('lobby with 40 made-up names');
  const locked = host(headerOf(items, {}, language), 40);
  locked.command({ type: 'lock', locked: true });
  const hands = host(headerOf(items, { devices: 'none' }, language), 0);
  const shown = [...lobbies, made, locked.look('lobby that is locked'), hands.look('hands')];
  hands.command({ type: 'start' });
  hands.command({ type: 'count', round: 0, hands: { a: 9, b: 8, c: 2, d: 1 } });
  hands.command({ type: 'reveal', round: 0 });
  shown.push(hands.look('hands counted'));
  for (const leaderboard of ['on', 'teams'] as const) {
    const { command, answerAll, look } = host(headerOf(items, { leaderboard, teams: leaderboard === 'teams' ? 6 : 0 }, language), CLASS);
    command({ type: 'start' });
    command({ type: 'pause' });
    shown.push(look('paused'));
    command({ type: 'resume' });
    for (const round of items.keys()) {
      answerAll(2);
      command({ type: 'close', round });
      command({ type: 'discuss', round });
      command({ type: 'revote', round });
      answerAll(3);
      command({ type: 'reveal', round });
      command({ type: 'next', round, twin: false });
    }
    shown.push(look(`wrapped with ${leaderboard}`));
    command({ type: 'end' });
    shown.push(look(`ended with ${leaderboard}`));
  }
  const silent = host(headerOf(items, {}, language), 3);
  silent.command({ type: 'start' });
  silent.command({ type: 'skip', round: 0 });
  shown.push(silent.look('skipped'));
  silent.command({ type: 'end' });
  return [...shown, silent.look('ended without answers')];
}

// ---------------------------------------------------------------- in the browser

/** What is wrong with the screen as it stands: what does not fit, is cut off, lies on other text or is too small. Runs in the page. */
export function screenFaults(least: number): { faults: string[]; letters: number } {
  const faults: string[] = [];
  const { innerWidth, innerHeight } = window;
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) faults.push(`the page scrolls: ${root.scrollWidth} × ${root.scrollHeight}`);
  const bodies = [...document.querySelectorAll<HTMLElement>('.projector-body')];
  for (const { scrollWidth, clientWidth, scrollHeight, clientHeight } of bodies) {
    if (scrollWidth > clientWidth || scrollHeight > clientHeight) faults.push(`${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight}`);
  }
  const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
  const placed: { text: string; rect: DOMRect }[] = [];
  while (walker.nextNode()) {
    const text = (walker.currentNode.textContent ?? '').trim();
    const parent = walker.currentNode.parentElement as HTMLElement;
    if (text === '' || parent.closest('.unseen') !== null) continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size < least - 0.01) faults.push(`${size} px: ${text.slice(0, 40)}`);
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      if (rect.left < 0 || rect.top < 0 || rect.right > innerWidth + 1 || rect.bottom > innerHeight + 1) faults.push(`outside: ${text.slice(0, 40)}`);
      placed.push({ text, rect });
    }
  }
  for (const [at, { text, rect }] of placed.entries()) {
    for (const other of placed.slice(at + 1)) {
      if (other.text === text) continue;
      const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      const down = Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top);
      // Boxes of lines are higher than their letters.
      if (across > 2 && down > 0.4 * Math.min(rect.height, other.rect.height)) faults.push(`on each other: ${text.slice(0, 30)} / ${other.text.slice(0, 30)}`);
    }
  }
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut = (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) || (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1);
    if (isCut && !element.matches('.projector-body, .unseen')) faults.push(`cut off: ${element.outerHTML.slice(0, 80)}`);
  }
  return { faults, letters: Number(bodies[0]?.style.getPropertyValue('--letters') ?? 0) };
}
