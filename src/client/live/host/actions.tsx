// What the host may do now: the one step that comes next, large, and the others beside it. Each has its key.

import type { Command, HostView } from '../../../session/types.ts';
import type { TellingKey } from '../../../telling/wording.ts';
import { useShortcuts } from '../../keys.ts';
import { reportLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { troubleKey } from '../words.ts';
import type { Commanding } from './commands.ts';
import { nextSteps, type Step } from './steps.ts';

interface ActionsProps {
  view: HostView;
  code: string;
  commands: Commanding;
}

export function Actions({ view, code, commands: { trouble, isBusy, give } }: ActionsProps) {
  const words = useWords();
  const { main, others } = nextSteps(view);
  const all = main === null ? others : [main, ...others];
  const act = (command: Command) => give(command);
  useShortcuts([
    ...(main === null ? [] : [{ key: 'n', name: 'interface:shortcuts.hostNext', act: () => act(main.command) } as const]),
    ...all.flatMap(({ key, name, command }) => (key === null ? [] : [{ key, name, act: () => act(command) } as const])),
  ]);
  return (
    <section class="control-actions" aria-label={words.t('live:control.actions')}>
      <p role="alert" class="refusal">
        {trouble === null ? '' : words.t(troubleKey(trouble))}
      </p>
      <div class="control-buttons">
        {main !== null && <ActionButton step={main} isMain isBusy={isBusy} act={act} />}
        {(view.phase === 'homework' || view.phase === 'wrapped' || view.phase === 'ended') && (
          <a class="go" href={reportLink(code)}>
            {words.t('live:control.report')}
          </a>
        )}
        {others.map((step) => (
          <ActionButton key={step.id} step={step} isMain={false} isBusy={isBusy} act={act} />
        ))}
      </div>
    </section>
  );
}

const TURN_STEPS = ['openVote', 'closeVote', 'voteAgain', 'act', 'goOn', 'moreTime'] as const;

function stepName({ id }: Step): TellingKey {
  const ofTurn = TURN_STEPS.find((step) => step === id);
  return ofTurn === undefined ? `live:step.${id as Exclude<Step['id'], (typeof TURN_STEPS)[number]>}` : `live:class.step.${ofTurn}`;
}

function ActionButton({ step, isMain, isBusy, act }: { step: Step; isMain: boolean; isBusy: boolean; act: (command: Command) => void }) {
  const words = useWords();
  return (
    <button type="button" class={isMain ? 'primary' : ''} data-step={step.id} aria-keyshortcuts={step.key ?? undefined} aria-disabled={isBusy} onClick={() => act(step.command)}>
      {words.t(stepName(step))}
      {step.key !== null && (
        <span class="key" aria-hidden="true">
          {step.key}
        </span>
      )}
    </button>
  );
}
