// How well the class's confidence fits its answers: what each step stands for beside what came of it.

import type { Calibration } from '../../../quiz/calibration.ts';
import { percent } from '../../../telling/wording.ts';
import { useWords } from '../../shelves.ts';
import { TableFrame } from '../parts/tableFrame.tsx';
import { Share } from './claims.tsx';

export function Calibrated({ calibration }: { calibration: Calibration }) {
  const words = useWords();
  if (calibration.answers === 0) return null;
  return (
    <section class="sheet" aria-labelledby="calibration">
      <h2 id="calibration">{words.t('live:report.calibration')}</h2>
      <p class="hint">{words.t('live:report.calibrationHint')}</p>
      <TableFrame label={words.t('live:report.calibration')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.t('live:report.said')}</th>
              <th scope="col" class="number">
                {words.t('live:report.answers')}
              </th>
              <th scope="col" class="number">
                {words.t('live:report.stated')}
              </th>
              <th scope="col" class="number">
                {words.t('live:report.right')}
              </th>
            </tr>
          </thead>
          <tbody>
            {calibration.curve.map(({ confidence, stated, answers, right }) => (
              <tr key={confidence}>
                <th scope="row">{words.t(`interface:asking.confidence.name.${confidence}`)}</th>
                <td class="number">{answers}</td>
                <td class="number">{percent(words, stated)}</td>
                <td class="number">
                  <Share share={right} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
