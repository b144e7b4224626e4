// Claims whose questions were missed at last, with what may have led there.

import { quizLink } from '../../route.ts';
import { useShelves } from '../../shelves.ts';
import { paragraphsText } from '../claims.ts';
import { missedClaims } from '../progress.ts';
import { beliefText, type Study } from '../study.ts';

/** So many stand open; the rest is folded away. */
const SHOWN = 4;

export function Missed({ study }: { study: Study }) {
  const { words } = useShelves();
  const claims = missedClaims(study.families, study.standings);
  const [first, rest] = [claims.slice(0, SHOWN), claims.slice(SHOWN)];
  return (
    <section class="sheet missed-claims" aria-labelledby="missed">
      <h2 id="missed">{words.t('interface:quiz.missed.heading')}</h2>
      {claims.length === 0 ? <p>{words.t(study.standings.size === 0 ? 'interface:quiz.missed.fresh' : 'interface:quiz.missed.none')}</p> : <List claims={first} study={study} />}
      {rest.length > 0 && (
        <details>
          <summary>{words.t('interface:quiz.missed.more', { count: rest.length })}</summary>
          <List claims={rest} study={study} />
        </details>
      )}
    </section>
  );
}

function List({ claims, study }: { claims: ReturnType<typeof missedClaims>; study: Study }) {
  const { content, words } = useShelves();
  return (
    <ul>
      {claims.map(({ claim, quiz, questions, misconceptions }) => (
        <li key={claim}>
          <p>
            {words.t(`claims:${claim}`)} <span class="paragraph">{paragraphsText(content, words, claim)}</span>
          </p>
          <p class="meta">
            {words.t('interface:quiz.missed.count', { count: questions })} · <a href={linkTo(quiz)}>{words.t('interface:quiz.topics.goOn', { topic: study.titleOf(quiz) })}</a>
          </p>
          {misconceptions.length > 0 && (
            <details>
              <summary>{words.t('interface:quiz.missed.believed')}</summary>
              <ul class="beliefs-held">
                {misconceptions.map((id) => (
                  <li key={id}>
                    <q>{beliefText(study.bankOf(quiz), words.language, id)}</q>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function linkTo(quiz: string): string {
  return quizLink(quiz.startsWith('own:') ? { of: 'own', id: quiz.slice('own:'.length) } : { of: 'topic', topic: quiz });
}
