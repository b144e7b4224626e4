// A dialog of the browser's own: it holds the focus, closes by Escape, and gives the focus back.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Vocabulary } from '../../telling/wording.ts';
import { cue } from '../audio/door.ts';
import { dialog } from '../dialogs.ts';

interface DialogProps {
  id: NonNullable<(typeof dialog)['value']>;
  name: string;
  words: Vocabulary;
  /** Slides in at the side and takes the full height. */
  drawer?: boolean;
  children: () => ComponentChildren;
}

export function Dialog({ id, name, words, drawer = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const open = dialog.value === id;
  // At once: a screen that comes next takes the focus, and a dialog closed later would take it back.
  useLayoutEffect(() => {
    if (!open) return;
    const shown = element.current;
    cue('drawer');
    shown?.showModal();
    return () => shown?.close();
  }, [open]);
  if (!open) return null;
  const close = () => {
    dialog.value = null;
  };
  return (
    <dialog ref={element} class={drawer ? 'sheet drawer' : 'sheet'} closedby="any" aria-labelledby={`${id}-name`} onClose={close}>
      <div class="dialog-inside">
        <div class="dialog-head">
          <h2 id={`${id}-name`}>{name}</h2>
          <button type="button" onClick={close}>
            {words.t('interface:app.close')}
          </button>
        </div>
        {children()}
      </div>
    </dialog>
  );
}
