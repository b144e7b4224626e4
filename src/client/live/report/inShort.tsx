// The report in a few sentences.

import type { Report } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { useWords } from '../../shelves.ts';

export function InShort({ report }: { report: Report }) {
  const words = useWords();
  const counted = report.items.filter(({ skipped }) => !skipped);
  const last = counted.map(({ ballots }) => ballots.at(-1));
  const answers = last.reduce((sum, tally) => sum + (tally?.answers ?? 0), 0);
  const right = last.reduce((sum, tally) => sum + (tally?.right ?? 0), 0);
  const [worst] = report.misconceptions;
  const hardest = [...report.claims].filter(({ right }) => right !== null).sort((one, other) => (one.right ?? 0) - (other.right ?? 0))[0];
  return (
    <section class="sheet" aria-labelledby="in-short">
      <h2 id="in-short">{words.t('live:report.inShort')}</h2>
      {answers === 0 ? (
        <p>{words.t('live:debrief.nothing')}</p>
      ) : (
        <>
          <p class="lead">{words.t('live:debrief.right', { share: percent(words, Math.floor((1000 * right) / answers)), answers, count: counted.length })}</p>
          {worst !== undefined && (
            <p>
              {words.t(worst.surely > 0 ? 'live:report.worstSure' : 'live:report.worst', {
                name: worst.misconception.name,
                held: worst.held,
                surely: worst.surely,
                count: worst.answers,
              })}
            </p>
          )}
          {hardest !== undefined && report.claims.length > 1 && <p>{words.t('live:report.hardest', { claim: hardest.claim.text, share: percent(words, hardest.right ?? 0) })}</p>}
          {report.gain !== null && (
            <p>{words.t('live:control.gain', { before: percent(words, report.gain.before), after: percent(words, report.gain.after), count: report.gain.seats })}</p>
          )}
          {report.twins.right !== null && <p>{words.t('live:report.twins', { share: percent(words, report.twins.right), count: report.twins.answers })}</p>}
        </>
      )}
    </section>
  );
}
