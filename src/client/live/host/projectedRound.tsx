// The question on the projector: open, closed, talked over, and told.

import { keyOf } from '../../../quiz/marking.ts';
import type { Revealed, ScreenView, Tally } from '../../../session/types.ts';
import { percent } from '../../../telling/wording.ts';
import { paragraphsText } from '../../quiz/wording.ts';
import { useWords } from '../../shelves.ts';
import { Countdown, useSecondsLeft } from '../parts/countdown.tsx';
import { TallyBars } from '../parts/tallyBars.tsx';
import { Standings } from './standings.tsx';
import { mostFrequentMistake, whyRight } from './told.ts';

type ScreenRound = NonNullable<ScreenView['round']>;

export function ProjectedRound({ view, round, at }: { view: ScreenView; round: ScreenRound; at: number }) {
  const words = useWords();
  const seconds = useSecondsLeft(round.left, at, view.paused);
  const { stage, asked, revealed, tallies } = round;
  return (
    <div class={`screen-round stage-${stage}`}>
      <div class="screen-bar">
        <p>{words.t(round.isTwin ? 'live:control.twin' : 'live:control.question', { number: round.number, of: round.of })}</p>
        <p role="status">{words.t(stage !== 'open' ? `live:screen.stage.${stage}` : round.ballot > 0 ? 'live:screen.revote' : 'live:screen.open')}</p>
        {stage === 'open' && view.devices !== 'none' && <p class="screen-answered">{words.t('live:control.answered', { answered: round.answered, expected: round.expected })}</p>}
        {stage === 'open' && seconds !== null && round.whole !== null && <Countdown seconds={seconds} whole={Math.round(round.whole / 1000)} />}
      </div>
      <h2 class="screen-stem">{asked.stem}</h2>
      {stage === 'discuss' && <p class="screen-discuss">{words.t('live:screen.discuss')}</p>}
      <div class="screen-answers">
        <TallyBars asked={asked} solution={revealed === null ? null : keyOf(revealed.question.item)} tallies={tallies ?? []} />
        {revealed !== null && <Told revealed={revealed} tallies={tallies ?? []} />}
        {revealed !== null && view.standings !== null && view.standings.length > 0 && <Standings standings={view.standings} teams={view.leaderboard === 'teams'} />}
      </div>
    </div>
  );
}

/** The line to remember, and what the most frequent mistake overlooks; the students' own screens tell each part. */
function Told({ revealed: { question, claim }, tallies }: { revealed: Revealed; tallies: readonly Tally[] }) {
  const words = useWords();
  const { kind } = question.item;
  const tally = tallies.at(-1) ?? null;
  const before = tallies.length > 1 ? tallies[0] : undefined;
  const why = whyRight(question);
  const mistake = tally === null ? null : mostFrequentMistake(question, tally);
  const shareIn = ({ right, answers }: Tally) => percent(words, answers === 0 ? 0 : Math.floor((1000 * right) / answers));
  return (
    <div class="screen-told">
      {tally !== null && tally.answers > 0 && (
        <p class="screen-right">
          {before === undefined
            ? words.t('live:student.classRight', { share: shareIn(tally), count: tally.answers })
            : words.t('live:screen.twice', { before: shareIn(before), after: shareIn(tally) })}
        </p>
      )}
      {tally !== null && (kind === 'order' || kind === 'signs') && Object.keys(tally.letters).length > 0 && (
        <p class="screen-paragraph">{words.t(`live:screen.counted.${kind}`)}</p>
      )}
      {why !== null && <p>{why}</p>}
      {mistake !== null && (
        <p class="screen-mistake">
          <span class="screen-label">{words.t(`live:screen.mistake.${mistake.of}`, { place: mistake.place })}</span> {mistake.why}
        </p>
      )}
      {claim !== null && (
        <p class="screen-claim">
          {claim.text} <span class="screen-paragraph">{paragraphsText(words, claim.paragraphs)}</span>
        </p>
      )}
    </div>
  );
}
