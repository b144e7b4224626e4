// The question that is on, as the host sees it: who has answered, what is right, what the class believes.

import type { HostRound, HostView } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { paragraphsText } from '../../quiz/wording.ts';
import { useWords } from '../../shelves.ts';
import { Countdown, useSecondsLeft } from '../parts/countdown.tsx';
import { CountForm } from '../parts/countForm.tsx';
import { TallyBars } from '../parts/tallyBars.tsx';
import type { Commanding } from './commands.ts';

interface ControlRoundProps {
  view: HostView;
  round: HostRound;
  at: number;
  commands: Commanding;
}

export function ControlRound({ view, round, at, commands }: ControlRoundProps) {
  const words = useWords();
  const seconds = useSecondsLeft(round.left, at, view.paused);
  const { asked, answered, expected, stage, tallies, gain, held, suggests } = round;
  return (
    <>
      <section class="sheet control-question" aria-labelledby="stem">
        <h2 id="stem" class="stem">
          {asked.stem}
        </h2>
        {stage === 'open' && (
          <div class="control-progress">
            {view.devices !== 'none' && (
              <p class="control-answered" data-testid="answered">
                {words.t('live:control.answered', { answered, expected })}
              </p>
            )}
            {seconds !== null && round.whole !== null && <Countdown seconds={seconds} whole={Math.round(round.whole / 1000)} />}
          </div>
        )}
        <TallyBars asked={asked} solution={round.key} tallies={tallies} />
      </section>
      {view.devices === 'none' && stage !== 'revealed' && stage !== 'skipped' && <Hands key={`${round.index}.${round.ballot}`} round={round} commands={commands} />}
      {stage === 'closed' && suggests !== null && (
        <p class="suggestion" role="status">
          {words.t(suggests === 'discuss' ? 'live:control.suggestDiscuss' : 'live:control.suggestReveal')}
        </p>
      )}
      {gain !== null && (
        <p class="suggestion" role="status">
          {words.t('live:control.gain', { before: percent(words, gain.before), after: percent(words, gain.after), count: gain.seats })}
          {gain.won !== null && ` ${words.t('live:control.won', { share: percent(words, gain.won) })}`}
        </p>
      )}
      {stage !== 'open' && held.length > 0 && (
        <section class="sheet" aria-labelledby="held">
          <h2 id="held">{words.t('live:control.held')}</h2>
          <ul class="held">
            {held.map(({ misconception, held, surely }) => (
              <li key={misconception.id}>
                <q>{misconception.name}</q>{' '}
                <span class="hint">
                  {words.t('live:control.heldBy', { count: held })}
                  {surely > 0 && `, ${words.t('live:control.surely', { count: surely })}`}
                  {misconception.paragraphs.length > 0 && ` · ${paragraphsText(words, misconception.paragraphs)}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Hands counted by the teacher. */
function Hands({ round, commands }: { round: HostRound; commands: Commanding }) {
  const words = useWords();
  const { asked } = round;
  const letters = asked.kind === 'one' || asked.kind === 'scale' ? round.shown : null;
  const places =
    letters === null
      ? (['right', 'wrong'] as const).map((id) => ({ id, name: words.t(`live:hands.${id}`) }))
      : letters.map((id) => ({ id, name: words.t('live:hands.letter', { letter: id.toUpperCase() }) }));
  return <CountForm legend={words.t('live:hands.heading')} places={places} hands={round.hands} onCount={(hands) => commands.give({ type: 'count', round: round.index, hands })} />;
}
