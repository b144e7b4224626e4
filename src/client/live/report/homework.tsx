// Campaigns played alone: by link, or from the files that students hand back.

import { useState } from 'preact/hooks';
import { readSave } from '../../../content/saveFile.ts';
import { LONGEST_NAME } from '../../../protocol/messages.ts';
import { encodeLog } from '../../../rules/campaign.ts';
import type { Report } from '../../../session/types.ts';
import { percent, signed } from '../../../telling/wording.ts';
import { playLink } from '../../route.ts';
import { useShelves } from '../../shelves.ts';
import { api } from '../ours.ts';
import { TableFrame } from '../parts/tableFrame.tsx';
import { browser } from '../platform.ts';
import { troubleKey } from '../words.ts';
import { seatText } from './names.ts';

interface HomeworkProps {
  report: Report;
  areNamesHidden: boolean;
  code: string;
  host: string;
  /** The report is read anew. */
  onAdded: () => void;
}

export function HomeworkPart({ report, areNamesHidden, code, host, onAdded }: HomeworkProps) {
  const { content, words } = useShelves();
  const [said, setSaid] = useState<readonly string[]>([]);
  const { homework, played } = report;
  if (played === null) return null;
  const { header } = played.campaign;
  const t = (key: 'report' | 'none' | 'ending' | 'score' | 'open') => words.t(`live:class.homework.${key}`);
  return (
    <section class="sheet" aria-labelledby="homework">
      <h2 id="homework">{t('report')}</h2>
      {homework.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <TableFrame label={t('report')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.t('live:report.column.name')}</th>
                <th scope="col">{t('ending')}</th>
                <th scope="col">{t('score')}</th>
                <th scope="col">{words.t('live:report.column.brier')}</th>
                <th scope="col">{t('open')}</th>
              </tr>
            </thead>
            <tbody>
              {homework.map((one) => (
                <tr key={one.seat}>
                  <th scope="row">{seatText(words, one, areNamesHidden)}</th>
                  <td>{words.t(`endings:${one.ending}.title`)}</td>
                  <td>{signed(words, one.score)}</td>
                  <td>{one.brier === null ? '' : percent(words, one.brier)}</td>
                  <td>
                    <a href={playLink(one.code, 'debrief')} aria-label={words.t('live:class.homework.openOf', { name: seatText(words, one, areNamesHidden) })}>
                      {t('open')}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {report.endedAt === null && (
        <div class="field no-print">
          <label for="result-files">{words.t('live:class.homework.add')}</label>
          <input
            id="result-files"
            type="file"
            multiple
            accept=".json,application/json"
            aria-describedby="result-files-hint"
            onChange={({ currentTarget }) => void add([...(currentTarget.files ?? [])])}
          />
          <p id="result-files-hint" class="hint">
            {words.t('live:class.homework.addHint')}
          </p>
          <div role="status">
            {said.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </div>
      )}
    </section>
  );

  /** Each file takes a seat of its own, named after it. */
  async function add(files: readonly File[]): Promise<void> {
    const lines: string[] = [];
    let added = 0;
    for (const file of files) {
      const why = await addOne(file);
      if (why === null) added++;
      else lines.push(words.t('live:class.homework.addWrong', { name: file.name, why }));
    }
    setSaid([words.t('live:class.homework.added', { count: added }), ...lines]);
    if (added > 0) onAdded();
  }

  /** @returns what stood in the way */
  async function addOne(file: File): Promise<string | null> {
    const read = readSave(file.name, new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return read.problems[0]?.message ?? words.t('live:class.homework.notOver');
    const level = content.levels.get(header.level);
    const { log, carried } = read.save;
    if (level === undefined || carried !== null || log.header.level !== header.level || log.header.seed !== header.seed) return words.t('live:class.homework.notOver');
    const token = browser.newSecret();
    const seated = await api.takeSeat(code, token, { members: 1 });
    if (!seated.ok) return words.t(troubleKey(seated.trouble));
    const handed = await api.handIn(code, token, encodeLog(log, level.deck));
    if (!handed.ok) {
      await api.command(code, host, { type: 'remove', seat: seated.value.seat });
      return words.t(handed.trouble === 'not-the-campaign' ? 'live:class.homework.notOver' : troubleKey(handed.trouble));
    }
    // A name that is refused leaves the made-up one.
    await api.rename(code, host, seated.value.seat, file.name.replace(/\.json$/, '').slice(0, LONGEST_NAME));
    return null;
  }
}
