// What a player must know about saving, above every page, for as long as it holds.

import '../saves.css';
import { shellWords as words } from '../../shelves.ts';
import { diskTrouble, elsewhere, exportSlot, recovered, saves, writeHere } from '../door.ts';
import { downloadSave, nameOf } from '../told.ts';

export function StorageNotice() {
  const trouble = diskTrouble.value;
  const damaged = recovered.value;
  const newest = saves.value?.[0];
  const exportNewest = async (id: string) => {
    const file = await exportSlot(id);
    if (file !== null) downloadSave(file);
  };
  const exportDamaged = async (id: string) => {
    const file = await exportSlot(id, 'damaged');
    if (file !== null) downloadSave(file);
  };
  const quiet = trouble === null && !elsewhere.value && damaged === null;
  // The region stands before anything is said in it: only then is it read out.
  return (
    <div class={quiet ? 'unseen' : 'storage-notice'} role="status" data-testid="storage-notice">
      {trouble !== null && (
        <div>
          <p>{words.t(`interface:saves.notice.${trouble}`)}</p>
          {newest !== undefined && (
            <button type="button" onClick={() => void exportNewest(newest.id)}>
              {words.t('interface:saves.notice.exportLatest')}
            </button>
          )}
        </div>
      )}
      {elsewhere.value && (
        <div>
          <p>{words.t('interface:saves.notice.elsewhere')}</p>
          <button type="button" onClick={() => void writeHere()}>
            {words.t('interface:saves.notice.writeHere')}
          </button>
        </div>
      )}
      {damaged !== null && (
        <div>
          <p>{words.t('interface:saves.notice.recovered', { name: nameOf(words, damaged) })}</p>
          <button type="button" onClick={() => void exportDamaged(damaged.id)}>
            {words.t('interface:saves.exportDamaged')}
          </button>
        </div>
      )}
    </div>
  );
}
