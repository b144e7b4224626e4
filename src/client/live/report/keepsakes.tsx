// What can be taken out of a session, how long it is kept, and its end.

import { useEffect, useState } from 'preact/hooks';
import type { Keeping } from '../../../protocol/messages.ts';
import type { Report } from '../../../session/types.ts';
import { download } from '../../download.ts';
import { hostLink, visit } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { api, device } from '../ours.ts';
import { Ask } from '../parts/ask.tsx';
import { troubleKey } from '../words.ts';
import { csvOf } from './csv.ts';
import { sheetsOf } from './table.ts';

interface KeepsakesProps {
  code: string;
  host: string;
  report: Report;
  areNamesHidden: boolean;
}

export function Keepsakes({ code, host, report, areNamesHidden }: KeepsakesProps) {
  const words = useWords();
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    void api.keeping(code, host).then((found) => found.ok && setKeeping(found.value));
  }, [code, host]);
  const day = new Intl.DateTimeFormat(words.language === 'en' ? 'en-GB' : words.language, { dateStyle: 'long' });
  const sheets = () => sheetsOf(report, words, areNamesHidden);
  return (
    <section class="sheet keepsakes" aria-labelledby="keepsakes">
      <h2 id="keepsakes">{words.t('live:report.take')}</h2>
      <p class="actions">
        <button type="button" onClick={() => download(`counterweight-${code}.csv`, new Blob([csvOf(sheets())], { type: 'text/csv;charset=utf-8' }))}>
          {words.t('live:report.csv')}
        </button>
        <button type="button" onClick={() => void saveWorkbook()}>
          {words.t('live:report.xlsx')}
        </button>
        <button type="button" onClick={() => void saveAll()}>
          {words.t('live:report.whole')}
        </button>
      </p>
      <p class="hint">{words.t('live:report.takeHint')}</p>
      {keeping !== null && (
        <label class="flag-line">
          <input type="checkbox" checked={keeping.kept} onChange={({ currentTarget }) => void keep(currentTarget.checked)} />
          {keeping.deletedAt === null ? words.t('live:report.kept') : words.t('live:report.keep', { day: day.format(keeping.deletedAt) })}
        </label>
      )}
      <p class="actions">
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          {words.t('live:report.delete')}
        </button>
        <span role="status" class="hint">
          {said}
        </span>
      </p>
      {isAsking && (
        <Ask
          heading={words.t('live:report.deleteHeading')}
          text={words.t('live:report.deleteText')}
          yes={words.t('live:report.delete')}
          onYes={() => void remove()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );

  async function saveWorkbook(): Promise<void> {
    setSaid(words.t('live:report.making'));
    const { workbookOf } = await import('./workbook.ts');
    download(`counterweight-${code}.xlsx`, await workbookOf(sheets()));
    setSaid('');
  }

  async function saveAll(): Promise<void> {
    const whole = await api.exported(code, host);
    if (!whole.ok) return setSaid(words.t(troubleKey(whole.trouble)));
    download(`counterweight-${code}.json`, new Blob([JSON.stringify(whole.value)], { type: 'application/json' }));
  }

  async function keep(kept: boolean): Promise<void> {
    const done = await api.keep(code, host, kept);
    if (done.ok) setKeeping(done.value);
    else setSaid(words.t(troubleKey(done.trouble)));
  }

  async function remove(): Promise<void> {
    const done = await api.remove(code, host);
    if (!done.ok) return setSaid(words.t(troubleKey(done.trouble)));
    device.forget(code);
    visit(hostLink());
  }
}
