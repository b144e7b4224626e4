// Dragging a card to the slots, by mouse from anywhere on it, by touch from its handle, so that a finger still scrolls the page.

import { signal } from '@preact/signals';
import type { CardId } from '../../rules/types.ts';
import { cue } from '../audio/door.ts';

/** The card under way; null while none is. */
export const dragged = signal<CardId | null>(null);

/** CSS pixels before a press becomes a drag. */
const THRESHOLD = 8;
/** How far below the top of the slip the hand holds it. */
const SLIP = 30;

/** What a press on a card begins. @param drop called when the card is let go over the slots */
export function beginDrag(event: PointerEvent, card: CardId, drop: () => void): void {
  const pressed = event.currentTarget;
  const sheet = pressed instanceof HTMLElement ? pressed.closest<HTMLElement>('.card') : null;
  const fromHandle = event.target instanceof Element && event.target.closest('.handle') !== null;
  if (sheet === null || event.button !== 0 || (event.pointerType !== 'mouse' && !fromHandle)) return;
  if (!fromHandle && event.target instanceof Element && event.target.closest('input, button, summary, a') !== null) return;
  const { clientX, clientY, pointerId } = event;
  // Neither a selection of text nor the focus: a press may be the beginning of a drag.
  const style = document.documentElement.style;
  style.userSelect = 'none';
  let lifted = false;
  const move = (moved: PointerEvent) => {
    if (moved.pointerId !== pointerId) return;
    if (!lifted && Math.hypot(moved.clientX - clientX, moved.clientY - clientY) < THRESHOLD) return;
    moved.preventDefault();
    if (!lifted) {
      cue('card-lifted');
      lifted = true;
      dragged.value = card;
      sheet.classList.add('dragged');
    }
    // A small slip of the card hangs at the hand, above all columns, so that the slots stay in sight.
    sheet.style.translate = `${moved.clientX - sheet.offsetWidth / 2}px ${moved.clientY - SLIP}px`;
  };
  const end = (ended: PointerEvent | KeyboardEvent) => {
    if (ended instanceof KeyboardEvent && ended.key !== 'Escape') return;
    if (ended instanceof PointerEvent && ended.pointerId !== pointerId) return;
    for (const [name, listener] of listeners) window.removeEventListener(name, listener as EventListener);
    style.userSelect = '';
    sheet.style.translate = '';
    sheet.classList.remove('dragged');
    const wasDragged = dragged.value === card;
    dragged.value = null;
    if (wasDragged) window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    if (wasDragged && ended.type === 'pointerup' && ended instanceof PointerEvent && overSlots(ended)) drop();
  };
  const listeners = [
    ['pointermove', move],
    ['pointerup', end],
    ['pointercancel', end],
    ['keydown', end],
  ] as const;
  for (const [name, listener] of listeners) window.addEventListener(name, listener as EventListener);
}

/** The click that ends a drag chooses nothing. */
function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function overSlots({ clientX, clientY }: PointerEvent): boolean {
  return document.elementsFromPoint(clientX, clientY).some((element) => element.closest('[data-drop=slots]') !== null);
}
