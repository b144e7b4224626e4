// The question on the projector: open, closed, talked over, and told.

import { keyOf } from '../../../quiz/marking.ts';
import type { OptionId, Question } from '../../../quiz/types.ts';
import type { ScreenView } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { paragraphsText } from '../../quiz/wording.ts';
import { useWords } from '../../shelves.ts';
import { Countdown, clock, useSecondsLeft } from '../parts/countdown.tsx';
import { TallyBars } from '../parts/tallyBars.tsx';
import { Standings } from './projector.tsx';

type ScreenRound = NonNullable<ScreenView['round']>;

export function ProjectedRound({ view, round, at }: { view: ScreenView; round: ScreenRound; at: number }) {
  const words = useWords();
  const seconds = useSecondsLeft(round.left, at, view.paused);
  const { stage, asked, revealed, tallies } = round;
  const last = tallies?.at(-1) ?? null;
  return (
    <div class={`screen-round stage-${stage}`}>
      <div class="screen-bar">
        <p>{words.t(round.isTwin ? 'live:control.twin' : 'live:control.question', { number: round.number, of: round.of })}</p>
        <p role="status">{stageText()}</p>
        {stage === 'open' && view.devices !== 'none' && <p class="screen-answered">{words.t('live:control.answered', { answered: round.answered, expected: round.expected })}</p>}
        {stage === 'open' && seconds !== null && round.whole !== null && <Countdown seconds={seconds} whole={Math.round(round.whole / 1000)} />}
      </div>
      <h2 class="screen-stem">{asked.stem}</h2>
      {stage === 'discuss' && <p class="screen-discuss">{words.t('live:screen.discuss')}</p>}
      <TallyBars asked={asked} solution={revealed === null ? null : keyOf(revealed.question.item)} tallies={tallies ?? []} />
      {revealed !== null && (
        <div class="screen-told">
          {last !== null && last.answers > 0 && (
            <p class="screen-right">{words.t('live:student.classRight', { share: percent(words, Math.floor((1000 * last.right) / last.answers)), count: last.answers })}</p>
          )}
          {whyOf(revealed.question).map((why) => (
            <p key={why}>{why}</p>
          ))}
          {revealed.claim !== null && (
            <p class="screen-claim">
              {revealed.claim.text} <span class="screen-paragraph">{paragraphsText(words, revealed.claim.paragraphs)}</span>
            </p>
          )}
        </div>
      )}
      {revealed !== null && view.standings !== null && view.standings.length > 0 && <Standings standings={view.standings} teams={view.leaderboard === 'teams'} />}
    </div>
  );

  function stageText(): string {
    if (stage === 'open') return words.t(round.ballot > 0 ? 'live:screen.revote' : seconds === null ? 'live:screen.open' : 'live:screen.openTimed', { time: clock(seconds ?? 0) });
    return words.t(`live:screen.stage.${stage}`);
  }
}

/** Why the right answer is right, where it is one; of the others the students' own screens tell each part. */
function whyOf({ item, words }: Question): string[] {
  if (item.kind !== 'one' && item.kind !== 'scale') return [];
  const key = keyOf(item) as { option: OptionId };
  return [words.options[key.option]?.why ?? ''];
}
