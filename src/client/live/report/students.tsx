// The report by student, in an order of the teacher's choice.

import { useState } from 'preact/hooks';
import type { Report, ReportStudent } from '../../../session/types.ts';
import { signedPoints } from '../../quiz/wording.ts';
import { useWords } from '../../shelves.ts';
import { TableFrame } from '../parts/tableFrame.tsx';
import { seatText } from './names.ts';

const COLUMNS = ['name', 'answered', 'right', 'points', 'brier'] as const;
type Column = (typeof COLUMNS)[number];

export function Students({ report, areNamesHidden }: { report: Report; areNamesHidden: boolean }) {
  const words = useWords();
  const [order, setOrder] = useState<{ by: Column; down: boolean }>({ by: 'name', down: false });
  if (report.students.length === 0) return null;
  const sorted = [...report.students].sort((one, other) => (order.down ? -1 : 1) * compare(order.by, one, other));
  return (
    <section class="sheet" aria-labelledby="by-student">
      <h2 id="by-student">{words.t('live:report.byStudent')}</h2>
      <p class="hint">{words.t('live:report.brierHint')}</p>
      <TableFrame label={words.t('live:report.byStudent')}>
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" class={column === 'name' ? '' : 'number'} aria-sort={order.by === column ? (order.down ? 'descending' : 'ascending') : undefined}>
                  <button type="button" class="sort" onClick={() => setOrder({ by: column, down: order.by === column ? !order.down : column !== 'name' })}>
                    {words.t(`live:report.column.${column}`)} <span aria-hidden="true">{order.by === column ? (order.down ? '▾' : '▴') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((student) => (
              <tr key={student.seat}>
                <th scope="row">
                  {seatText(words, student, areNamesHidden)}
                  {student.members > 1 && <span class="hint"> ×{student.members}</span>}
                  {student.removed && <span class="tag">{words.t('live:report.removed')}</span>}
                </th>
                <td class="number">{words.t('live:report.ofAnswers', { part: student.answered, whole: student.asked })}</td>
                <td class="number">{student.right}</td>
                <td class="number">{signedPoints(words, 100 * student.points)}</td>
                <td class="number">
                  {student.brier === null ? '' : new Intl.NumberFormat(words.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(student.brier / 1000)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function compare(by: Column, one: ReportStudent, other: ReportStudent): number {
  switch (by) {
    case 'name':
      return one.name.localeCompare(other.name) || Number(one.seat.slice(1)) - Number(other.seat.slice(1));
    case 'brier':
      return (one.brier ?? 1001) - (other.brier ?? 1001);
    default:
      return one[by] - other[by];
  }
}
