// A checkpoint of a campaign: one question on what has just happened, and another like it for those who missed. A right answer earns a clearer report.

import { useMemo, useState } from 'preact/hooks';
import type { Bank } from '../../content/quizzes.ts';
import type { Choice } from '../../rules/types.ts';
import { type Checkpoint, checkpointOf, drawsAt } from '../../telling/checkpoint.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { quarterOf } from '../../telling/wording.ts';
import { Page } from '../parts/page.tsx';
import { recordAnswer } from '../review/door.ts';
import { useShelves } from '../shelves.ts';
import { type Answered, Asking } from './asking.tsx';
import { WithBank } from './bank.tsx';

interface CheckpointProps {
  play: Playthrough;
  /** Takes what came of it into the campaign, and goes on to the desk. */
  settle: (answer: Extract<Choice, { kind: 'answer' }>) => void;
}

export function CheckpointScreen({ play, settle }: CheckpointProps) {
  const { words } = useShelves();
  const { world, state } = play;
  return (
    <Page
      words={words}
      name={words.t('interface:checkpoint.heading')}
      above={`${words.t(`levels:${world.level.id}.title`)} · ${words.t('interface:desk.turn', { turn: state.turn + 1, turns: world.level.turns })}`}
      below={quarterOf(words, world.level.start, state.turn)}
      focusKey={`checkpoint ${world.level.id} ${state.turn}`}
      class="checkpoint narrow"
      history
    >
      <WithBank>{(bank) => <Questions play={play} bank={bank} settle={settle} />}</WithBank>
    </Page>
  );
}

function Questions({ play, bank, settle }: CheckpointProps & { bank: Bank }) {
  const { words } = useShelves();
  const checkpoint = useMemo((): Checkpoint | null => checkpointOf(play, bank, words), [play, bank, words]);
  const [isRetry, setRetry] = useState(false);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const pass = () => settle({ kind: 'answer', item: '', response: null, earned: false });
  if (checkpoint === null) return <Passed pass={pass} />;
  const question = isRetry ? checkpoint.retry : checkpoint.first;
  const isRight = answered?.mark.right === true;
  const again = answered !== null && !isRight && !isRetry;
  const onward = () => {
    if (answered === null) return;
    if (again) {
      setAnswered(null);
      setRetry(true);
      return;
    }
    settle({ kind: 'answer', item: question.item.id, response: answered.response, earned: isRight });
  };
  return (
    <>
      <p class="lead">{words.t(isRetry ? 'interface:checkpoint.retryLead' : 'interface:checkpoint.lead')}</p>
      <Asking
        key={isRetry ? 'retry' : 'first'}
        question={question}
        bank={bank}
        draws={drawsAt(play, isRetry)}
        beliefOf={checkpoint.beliefOf}
        onAnswered={(given) => {
          setAnswered(given);
          void recordAnswer(given, 'checkpoint', bank.quizzes.find(({ items }) => items.includes(given.question.item))?.id ?? null).catch(() => undefined);
        }}
        onward={onward}
        onwardText={words.t(again ? 'interface:checkpoint.again' : isRight ? 'interface:checkpoint.earned' : 'interface:checkpoint.missed')}
      />
      {answered === null && (
        <p class="actions">
          <button type="button" data-testid="pass" onClick={pass}>
            {words.t('interface:checkpoint.pass')}
          </button>
          <span class="hint">{words.t('interface:checkpoint.passNote')}</span>
        </p>
      )}
      {isRight && (
        <p role="status" class="insight">
          {words.t('interface:checkpoint.insight')}
        </p>
      )}
    </>
  );
}

/** Without a question there is nothing to earn. */
function Passed({ pass }: { pass: () => void }) {
  const { words } = useShelves();
  return (
    <p class="actions">
      <button type="button" class="primary" onClick={pass}>
        {words.t('interface:checkpoint.missed')}
      </button>
    </p>
  );
}
