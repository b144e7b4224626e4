// A saved campaign from a file, chosen or dropped; what is wrong with a file is said with its place and cure.

import '../saves.css';
import { useState } from 'preact/hooks';
import { useShelves } from '../../shelves.ts';
import { type Imported, importFile, saves } from '../door.ts';
import { nameOf, saveTroubleText } from '../told.ts';

const MOST_PROBLEMS = 5;

export function ImportSave() {
  const { words } = useShelves();
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<{ file: string; outcome: Extract<Imported, { ok: false }> } | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const outcome = await importFile(file);
    setSaid('');
    setRefused(outcome.ok ? null : { file: file.name, outcome });
    if (!outcome.ok) return;
    const slot = saves.value?.find(({ id }) => id === outcome.id);
    setSaid(slot === undefined ? '' : words.t('interface:saves.imported', { name: nameOf(words, slot) }));
  };
  return (
    <section
      aria-label={words.t('interface:saves.import')}
      class={over ? 'sheet field import over' : 'sheet field import'}
      data-testid="import"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <label for="import">{words.t('interface:saves.import')}</label>
      <input
        id="import"
        type="file"
        accept=".json,application/json"
        aria-describedby="import-hint"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again once it has been mended.
          void take(file).finally(() => (currentTarget.value = ''));
        }}
      />
      <p id="import-hint" class="hint">
        {words.t('interface:saves.importHint')}
      </p>
      <div role="alert">
        {refused !== null && (
          <>
            <p class="wrong">
              {words.t('interface:saves.notImported', { file: refused.file.slice(0, 80) })} {saveTroubleText(words, refused.outcome.trouble)}
            </p>
            {refused.outcome.problems.length > 0 && (
              <details>
                <summary>{words.t('interface:saves.problems')}</summary>
                <ul class="problems">
                  {refused.outcome.problems.slice(0, MOST_PROBLEMS).map(({ message }) => (
                    <li key={message}>{message}</li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
