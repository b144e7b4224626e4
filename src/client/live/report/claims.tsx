// The report by claim of the article.

import type { Report } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { paragraphsText } from '../../quiz/wording.ts';
import { useWords } from '../../shelves.ts';
import { TableFrame } from '../parts/tableFrame.tsx';

export function Claims({ report }: { report: Report }) {
  const words = useWords();
  if (report.claims.length === 0) return null;
  const sorted = [...report.claims].sort((one, other) => (one.right ?? 1001) - (other.right ?? 1001));
  return (
    <section class="sheet" aria-labelledby="by-claim">
      <h2 id="by-claim">{words.t('live:report.byClaim')}</h2>
      <TableFrame label={words.t('live:report.byClaim')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.t('live:report.claim')}</th>
              <th scope="col" class="number">
                {words.t('live:report.answers')}
              </th>
              <th scope="col" class="number">
                {words.t('live:report.right')}
              </th>
              <th scope="col" class="number">
                {words.t('live:report.surelyWrong')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ claim, answers, right, surelyWrong }) => (
              <tr key={claim.id}>
                <th scope="row">
                  {claim.text} <span class="paragraph">{paragraphsText(words, claim.paragraphs)}</span>
                </th>
                <td class="number">{answers}</td>
                <td class="number">
                  <Share share={right} />
                </td>
                <td class="number">{surelyWrong}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

/** Per mille as a figure with a bar. */
export function Share({ share }: { share: number | null }) {
  const words = useWords();
  if (share === null) return <>{words.t('live:report.noAnswers')}</>;
  return (
    <span class="share">
      <span class="share-bar" aria-hidden="true">
        <span style={{ inlineSize: `${share / 10}%` }} />
      </span>
      {percent(words, share)}
    </span>
  );
}
