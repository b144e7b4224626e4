// One saved campaign in the list, and what can be done with it.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MAX_NAME, nameFrom } from '../../../content/saveName.ts';
import { useShelves } from '../../shelves.ts';
import { discardDamaged, exportSlot, removeSlot, renameSlot, type SlotSummary } from '../door.ts';
import { downloadSave, levelName, nameOf, standingOf } from '../told.ts';

interface SlotRowProps {
  slot: SlotSummary;
  goOn: (id: string) => Promise<void>;
  say: (text: string) => void;
}

export function SlotRow({ slot, goOn, say }: SlotRowProps) {
  const { words } = useShelves();
  const [renaming, setRenaming] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  // The form has gone and the button is there again: before anything else is typed.
  const wasRenaming = useRef(false);
  useLayoutEffect(() => {
    if (wasRenaming.current && !renaming) renameButton.current?.focus();
    wasRenaming.current = renaming;
  }, [renaming]);
  const { id, trouble } = slot;
  const name = nameOf(words, slot);
  const save = async (which: 'good' | 'damaged') => {
    const file = await exportSlot(id, which);
    if (file === null) return;
    downloadSave(file);
    say(words.t('interface:saves.exported', { name, file: file.name }));
  };
  const finish = (renamed: string | null) => {
    setRenaming(false);
    if (renamed === null) return;
    void renameSlot(id, renamed);
    say(words.t('interface:saves.renamed', { name: renamed === '' ? levelName(words, slot.level) : renamed }));
  };
  const action = (text: string) => ({ 'aria-label': words.t('interface:saves.actionOn', { action: text, name }) });
  const [on, rename, exported, remove] = [
    words.t(slot.over ? 'interface:saves.lookBack' : 'interface:saves.goOn'),
    words.t('interface:saves.rename'),
    words.t('interface:saves.export'),
    words.t('interface:saves.remove'),
  ];

  return (
    <li class="sheet slot" data-testid="slot">
      <h3>{name}</h3>
      <p class="meta">{standingOf(words, slot)}</p>
      {trouble !== null && <p class="wrong">{words.t(`interface:saves.slot.${trouble}`)}</p>}
      {renaming ? (
        <Rename slot={slot} finish={finish} />
      ) : (
        <p class="actions">
          {trouble !== 'lost' && trouble !== 'newer' && (
            <button type="button" class="primary" onClick={() => void goOn(id)} {...action(on)}>
              {on}
            </button>
          )}
          {trouble !== 'lost' && (
            <>
              <button type="button" ref={renameButton} onClick={() => setRenaming(true)} {...action(rename)}>
                {rename}
              </button>
              <button type="button" onClick={() => void save('good')} {...action(exported)}>
                {exported}
              </button>
            </>
          )}
          {(trouble === 'lost' || trouble === 'recovered') && (
            <>
              <button type="button" onClick={() => void save('damaged')} {...action(words.t('interface:saves.exportDamaged'))}>
                {words.t('interface:saves.exportDamaged')}
              </button>
              <button type="button" onClick={() => void discardDamaged(id)} {...action(words.t('interface:saves.discardDamaged'))}>
                {words.t('interface:saves.discardDamaged')}
              </button>
            </>
          )}
          {trouble !== 'lost' && (
            <button type="button" onClick={() => void removeSlot(id)} {...action(remove)}>
              {remove}
            </button>
          )}
        </p>
      )}
    </li>
  );
}

function Rename({ slot, finish }: { slot: SlotSummary; finish: (name: string | null) => void }) {
  const { words } = useShelves();
  const [name, setName] = useState(slot.name);
  const input = useRef<HTMLInputElement>(null);
  // At once: what is typed before the name is selected would be overwritten by what is typed after.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        finish(nameFrom(name));
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') finish(null);
      }}
    >
      <label for={`name-${slot.id}`}>{words.t('interface:saves.name')}</label>
      <input
        id={`name-${slot.id}`}
        ref={input}
        value={name}
        maxLength={MAX_NAME}
        autocomplete="off"
        aria-describedby={`hint-${slot.id}`}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <p id={`hint-${slot.id}`} class="hint">
        {words.t('interface:saves.nameHint', { most: MAX_NAME })}
      </p>
      <p class="actions">
        <button type="submit" class="primary">
          {words.t('interface:saves.saveName')}
        </button>
        <button type="button" onClick={() => finish(null)}>
          {words.t('interface:saves.cancel')}
        </button>
      </p>
    </form>
  );
}
