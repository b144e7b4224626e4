// The end of a quiz on the projector: how the class did, and what is worth another thought.

import type { ScreenView } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { paragraphsText } from '../../quiz/wording.ts';
import { useWords } from '../../shelves.ts';
import { Standings } from './standings.tsx';

const MOST_HELD = 3;

export function ProjectedEnd({ view }: { view: ScreenView }) {
  const words = useWords();
  const { debrief, standings, leaderboard } = view;
  return (
    <div class="screen-debrief">
      <h2>{words.t(view.phase === 'ended' ? 'live:screen.ended' : 'live:debrief.heading')}</h2>
      {debrief !== null && debrief.answers > 0 && (
        <>
          <p>{words.t('live:debrief.right', { share: percent(words, debrief.right), answers: debrief.answers, count: debrief.rounds })}</p>
          {debrief.gain !== null && (
            <p>{words.t('live:control.gain', { before: percent(words, debrief.gain.before), after: percent(words, debrief.gain.after), count: debrief.gain.seats })}</p>
          )}
          {debrief.misconceptions.length > 0 && (
            <>
              <h3>{words.t('live:debrief.misconceptions')}</h3>
              <ul class="screen-held">
                {debrief.misconceptions.slice(0, MOST_HELD).map(({ misconception }) => (
                  <li key={misconception.id}>
                    <q>{misconception.name}</q> {misconception.paragraphs.length > 0 && <span class="screen-paragraph">{paragraphsText(words, misconception.paragraphs)}</span>}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {standings !== null && standings.length > 0 && <Standings standings={standings} teams={leaderboard === 'teams'} />}
    </div>
  );
}
