// Keyboard shortcuts: a screen names its own while it is shown, and one listener serves them all. They can be turned off.

import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { InterfaceKey } from '../telling/wording.ts';
import { settings } from './settings.ts';

export interface Shortcut {
  /** As `KeyboardEvent.key` has it, lower case. */
  key: string;
  name: InterfaceKey;
  act: () => void;
}

/** Those that work now, in the order in which they were named. */
export const shortcuts = signal<readonly Shortcut[]>([]);

/** @param own may differ from call to call; their keys and names alone are compared */
export function useShortcuts(own: readonly Shortcut[]): void {
  const latest = useRef(own);
  latest.current = own;
  const signature = own.map(({ key, name }) => `${key} ${name}`).join();
  // With the screen itself: a key pressed as soon as it is seen must not be lost.
  useLayoutEffect(() => {
    const named = latest.current.map(({ key, name }, i): Shortcut => ({ key, name, act: () => latest.current[i]?.act() }));
    shortcuts.value = [...shortcuts.value, ...named];
    return () => {
      shortcuts.value = shortcuts.value.filter((shortcut) => !named.includes(shortcut));
    };
  }, [signature]);
}

const WRITING = 'textarea, select, input:not([type=range], [type=checkbox], [type=radio], [type=button])';

window.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  if (!settings.value.shortcuts || ctrlKey || altKey || metaKey || event.defaultPrevented) return;
  if (target instanceof Element && target.matches(WRITING)) return;
  if (document.querySelector('dialog[open]') !== null) return;
  const found = shortcuts.value.findLast((shortcut) => shortcut.key === key.toLowerCase());
  if (found === undefined) return;
  event.preventDefault();
  found.act();
});
