// What was believed, confident-wrong first, each with the paragraphs that answer it.

import type { Report } from '../../../session/types.ts';
import { paragraphsText } from '../../quiz/wording.ts';
import { useWords } from '../../shelves.ts';
import { TableFrame } from '../parts/tableFrame.tsx';
import { nameFor } from './names.ts';

export function Misconceptions({ report, areNamesHidden }: { report: Report; areNamesHidden: boolean }) {
  const words = useWords();
  if (report.misconceptions.length === 0) return null;
  const nameOf = (seat: string) => nameFor(words, report.students, seat);
  return (
    <section class="sheet" aria-labelledby="by-misconception">
      <h2 id="by-misconception">{words.t('live:report.byMisconception')}</h2>
      <p class="hint">{words.t('live:report.misconceptionHint')}</p>
      <TableFrame label={words.t('live:report.byMisconception')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.t('live:report.belief')}</th>
              <th scope="col">{words.t('live:report.answeredIn')}</th>
              <th scope="col" class="number">
                {words.t('live:report.held')}
              </th>
              <th scope="col" class="number">
                {words.t('live:report.surely')}
              </th>
              {!areNamesHidden && <th scope="col">{words.t('live:report.who')}</th>}
            </tr>
          </thead>
          <tbody>
            {report.misconceptions.map(({ misconception, held, surely, answers, seats }) => (
              <tr key={misconception.id}>
                <th scope="row">
                  <q>{misconception.name}</q>
                </th>
                <td>{misconception.paragraphs.length > 0 ? paragraphsText(words, misconception.paragraphs) : ''}</td>
                <td class="number">{words.t('live:report.ofAnswers', { part: held, whole: answers })}</td>
                <td class="number">{surely}</td>
                {!areNamesHidden && <td class="who">{seats.map(nameOf).join(', ')}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
