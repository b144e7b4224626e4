// All saved campaigns: go on, rename, export, delete with a way back.

import '../saves.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Playthrough } from '../../../telling/playthrough.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useShelves } from '../../shelves.ts';
import { loadSlot, removed, saves, undoRemove } from '../door.ts';
import { nameOf, saveTroubleText } from '../told.ts';
import { SlotRow } from './slot.tsx';

export interface SavesListProps {
  /** Goes on with what was loaded. @param slot its id */
  open: (play: Playthrough, slot: string, practice: boolean) => void;
}

export function SavesList({ open }: SavesListProps) {
  const { words } = useShelves();
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const slots = saves.value ?? [];
  const gone = removed.value;
  // The button that was pressed is gone with its row: the focus goes on to the way back.
  const goneBefore = useRef(gone);
  useLayoutEffect(() => {
    if (gone !== null && gone !== goneBefore.current) undo.current?.focus();
    goneBefore.current = gone;
  }, [gone]);

  const goOn = async (id: string) => {
    setWrong('');
    const loaded = await loadSlot(id);
    if (loaded.ok) open(loaded.play, id, loaded.practice);
    else setWrong(saveTroubleText(words, loaded.trouble));
  };
  const putBack = async (name: string) => {
    heading.current?.focus();
    await undoRemove();
    setSaid(words.t('interface:saves.restored', { name }));
  };

  if (slots.length === 0 && gone === null && wrong === '' && said === '') return null;
  return (
    <section class="saves" aria-labelledby="saves">
      <h2 id="saves" ref={heading} tabIndex={-1}>
        {words.t('interface:saves.heading')}
      </h2>
      {wrong !== '' && <Trouble words={words} text={wrong} back={false} />}
      {gone !== null && (
        <p class="actions undo">
          <span>{words.t('interface:saves.removed', { name: nameOf(words, gone) })}</span>
          <button type="button" ref={undo} onClick={() => void putBack(nameOf(words, gone))}>
            {words.t('interface:saves.undo')}
          </button>
        </p>
      )}
      {slots.length > 0 && (
        <ul class="slots">
          {slots.map((slot) => (
            <SlotRow key={slot.id} slot={slot} goOn={goOn} say={setSaid} />
          ))}
        </ul>
      )}
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}
