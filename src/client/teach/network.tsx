// For the school's IT: what runs, what talks to what, and what is kept where.

import { useShelves } from '../shelves.ts';
import { KEPT, NETWORK } from './kit.ts';
import { Entries, Lines, Part } from './parts.tsx';

export function NetworkSheet() {
  const { words } = useShelves();
  return (
    <>
      <Part id="short" heading={words.t('kit:network.short')}>
        <p class="lead">{words.t('kit:network.shortText')}</p>
      </Part>
      <Part id="table" heading={words.t('kit:network.table')}>
        <Entries entries={NETWORK.map((id) => ({ id, name: words.t(`kit:network.row.${id}.name`), text: words.t(`kit:network.row.${id}.text`) }))} />
      </Part>
      <Part id="kept" heading={words.t('kit:network.data')}>
        <Entries entries={KEPT.map((id) => ({ id, name: words.t(`kit:network.dataRow.${id}.name`), text: words.t(`kit:network.dataRow.${id}.text`) }))} />
      </Part>
      <Part id="check" heading={words.t('kit:network.check')}>
        <Lines text={words.t('kit:network.checks')} />
      </Part>
    </>
  );
}
