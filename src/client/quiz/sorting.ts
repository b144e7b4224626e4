// Dragging a line of a list to another place, by mouse from anywhere on it, by touch from its handle, so that a finger still scrolls the page.

import { cue } from '../audio/door.ts';

/** A line on its way. */
export interface Lift {
  /** 0-based: where it was taken up, and where it would come to lie. */
  from: number;
  to: number;
  /** CSS pixels from where it lay. */
  by: number;
  /** CSS pixels that it leaves free for the others. */
  room: number;
}

/** CSS pixels before a press becomes a drag. */
const THRESHOLD = 8;
/** CSS pixels from the window's edge within which the page scrolls along, and by how much a move. */
const EDGE = 56;
const SCROLLED = 14;

interface Sorting {
  /** Null when nothing is on its way any more. */
  onLift: (lift: Lift | null) => void;
  onDrop: (to: number) => void;
}

/** What a press on a line begins. @param line a child of the list, which holds nothing but lines */
export function beginSort(event: PointerEvent, line: HTMLElement, { onLift, onDrop }: Sorting): void {
  const pressed = event.target instanceof Element ? event.target : null;
  const fromHandle = pressed?.closest('.handle') != null;
  if (event.button !== 0 || pressed?.closest('button') != null || (event.pointerType !== 'mouse' && !fromHandle)) return;
  const { pageX, pageY, pointerId } = event;
  const lines = [...(line.parentElement?.children ?? [])].map((other) => {
    const { top, height } = other.getBoundingClientRect();
    return { other, top: top + window.scrollY, height };
  });
  const from = lines.findIndex(({ other }) => other === line);
  const own = lines[from];
  if (own === undefined) return;
  const next = lines[from + 1];
  const before = lines[from - 1];
  const gap = next !== undefined ? next.top - own.top - own.height : before !== undefined ? own.top - before.top - before.height : 0;
  // Neither a selection of text nor the focus: a press may be the beginning of a drag.
  const { style } = document.documentElement;
  style.userSelect = 'none';
  let lift: Lift | null = null;
  const move = (moved: PointerEvent) => {
    if (moved.pointerId !== pointerId) return;
    if (lift === null && Math.hypot(moved.pageX - pageX, moved.pageY - pageY) < THRESHOLD) return;
    moved.preventDefault();
    if (lift === null) cue('card-lifted');
    if (moved.clientY < EDGE) window.scrollBy(0, -SCROLLED);
    else if (moved.clientY > window.innerHeight - EDGE) window.scrollBy(0, SCROLLED);
    const by = moved.pageY - pageY;
    const middle = own.top + own.height / 2 + by;
    const to = lines.filter(({ other, top, height }) => other !== line && top + height / 2 < middle).length;
    lift = { from, to, by, room: own.height + gap };
    onLift(lift);
  };
  const end = (ended: PointerEvent | KeyboardEvent) => {
    if (ended instanceof KeyboardEvent ? ended.key !== 'Escape' : ended.pointerId !== pointerId) return;
    for (const [name, listener] of listeners) window.removeEventListener(name, listener as EventListener);
    style.userSelect = '';
    onLift(null);
    if (lift !== null && ended.type === 'pointerup') onDrop(lift.to);
  };
  const listeners = [
    ['pointermove', move],
    ['pointerup', end],
    ['pointercancel', end],
    ['keydown', end],
  ] as const;
  for (const [name, listener] of listeners) window.addEventListener(name, listener as EventListener);
}

/** How far a line steps aside for the one on its way. @returns CSS pixels */
export function asideOf(at: number, lift: Lift | null): number {
  if (lift === null) return 0;
  if (at === lift.from) return lift.by;
  if (lift.from < at && at <= lift.to) return -lift.room;
  return lift.to <= at && at < lift.from ? lift.room : 0;
}
