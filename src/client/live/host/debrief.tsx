// What the class shall take home, for the host.

import type { ClassDebrief } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { paragraphsText } from '../../quiz/wording.ts';
import { reportLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';

export function Debrief({ debrief, code }: { debrief: ClassDebrief; code: string }) {
  const words = useWords();
  const { rounds, answers, right, misconceptions, gain } = debrief;
  return (
    <section class="sheet" aria-labelledby="class-debrief">
      <h2 id="class-debrief">{words.t('live:debrief.heading')}</h2>
      {answers === 0 ? (
        <p>{words.t('live:debrief.nothing')}</p>
      ) : (
        <>
          <p class="lead">{words.t('live:debrief.right', { share: percent(words, right), answers, count: rounds })}</p>
          {gain !== null && <p>{words.t('live:control.gain', { before: percent(words, gain.before), after: percent(words, gain.after), count: gain.seats })}</p>}
          {misconceptions.length > 0 && (
            <>
              <h3>{words.t('live:debrief.misconceptions')}</h3>
              <ul class="held">
                {misconceptions.map(({ misconception, held }) => (
                  <li key={misconception.id}>
                    <q>{misconception.name}</q>{' '}
                    <span class="hint">
                      {words.t('live:control.heldBy', { count: held })}
                      {misconception.paragraphs.length > 0 && ` · ${paragraphsText(words, misconception.paragraphs)}`}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <p>
        <a href={reportLink(code)}>{words.t('live:control.report')}</a>
      </p>
    </section>
  );
}
