// Asks before what cannot be undone.

import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../../shelves.ts';

interface AskProps {
  heading: string;
  /** What is lost. */
  text: string;
  /** On the button that does it. */
  yes: string;
  onYes: () => void;
  onClose: () => void;
}

export function Ask({ heading, text, yes, onYes, onClose }: AskProps) {
  const words = useWords();
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = element.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={element} class="sheet" aria-labelledby={id} onClose={onClose}>
      <div class="dialog-inside">
        <div class="dialog-head">
          <h2 id={id}>{heading}</h2>
        </div>
        <p>{text}</p>
        <p class="actions">
          <button type="button" autofocus onClick={onClose}>
            {words.t('live:ask.no')}
          </button>
          <button
            type="button"
            class="danger"
            onClick={() => {
              onYes();
              onClose();
            }}
          >
            {yes}
          </button>
        </p>
      </div>
    </dialog>
  );
}
