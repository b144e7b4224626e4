// Which step of a lesson comes next, and which others there are. Pure.

import type { Command, HostTurn, HostView } from '../../../session/types.ts';
import type { InterfaceKey } from '../../../telling/wording.ts';

export interface Step {
  id: TurnStep | 'start' | 'close' | 'discuss' | 'revote' | 'reveal' | 'next' | 'finish' | 'twin' | 'extend' | 'pause' | 'resume' | 'skip';
  command: Command;
  /** Lower case; null: none beside the key of what comes next. */
  key: string | null;
  name: InterfaceKey;
}

export interface Steps {
  /** Null once there is nothing to be done but to look at the report. */
  main: Step | null;
  others: readonly Step[];
}

type TurnStep = 'openVote' | 'closeVote' | 'voteAgain' | 'act' | 'goOn' | 'moreTime';

/** Seconds by which a question is extended. */
const EXTENSION = 30;

export function nextSteps({ phase, paused, round, turn, can, questions }: HostView): Steps {
  const turnAt = turn?.index ?? 0;
  const at = round?.index ?? 0;
  const steps = {
    start: step('start', { type: 'start' }),
    resume: step('resume', { type: 'resume' }, 'p'),
    pause: step('pause', { type: 'pause' }, 'p'),
    close: step('close', { type: 'close', round: at }, 'c'),
    discuss: step('discuss', { type: 'discuss', round: at }, 'd'),
    revote: step('revote', { type: 'revote', round: at }, 'v'),
    reveal: step('reveal', { type: 'reveal', round: at }, 'r'),
    next: step('next', { type: 'next', round: at, twin: false }),
    finish: step('finish', { type: 'next', round: at, twin: false }),
    twin: step('twin', { type: 'next', round: at, twin: true }, 't'),
    extend: step('extend', { type: 'extend', round: at, seconds: EXTENSION }, 'e'),
    skip: step('skip', { type: 'skip', round: at }),
    openVote: step('openVote', { type: 'openVote', turn: turnAt }),
    closeVote: step('closeVote', { type: 'closeVote', turn: turnAt }),
    voteAgain: step('voteAgain', { type: 'voteAgain', turn: turnAt }, 'v'),
    act: step('act', { type: 'act', turn: turnAt }),
    goOn: step('goOn', { type: 'goOn', turn: turnAt }),
    moreTime: step('moreTime', { type: 'moreTime', turn: turnAt, seconds: EXTENSION }, 'e'),
  } as const;
  const allowed = (...ids: (keyof typeof steps)[]): Step[] => ids.map((id) => steps[id]).filter(({ command }) => can.includes(command.type));
  if (phase === 'homework' || phase === 'wrapped' || phase === 'ended') return { main: null, others: [] };
  if (paused) return { main: steps.resume, others: [] };
  if (phase === 'turn') return turn === null ? { main: null, others: [] } : turnSteps(turn.stage);
  if (phase === 'lobby' || round === null) return { main: steps.start, others: [] };
  switch (round.stage) {
    case 'open':
      return { main: steps.close, others: allowed('extend', 'reveal', 'pause', 'skip') };
    case 'closed':
      return round.suggests === 'discuss'
        ? { main: steps.discuss, others: allowed('reveal', 'pause', 'skip') }
        : { main: steps.reveal, others: allowed('discuss', 'pause', 'skip') };
    case 'discuss':
      return { main: steps.revote, others: allowed('reveal', 'pause', 'skip') };
    case 'revealed': {
      const isLast = round.number === questions;
      const onward = isLast ? steps.finish : steps.next;
      // A twin shows whether a discussion has taught more than the answer.
      if (round.hasTwin && round.ballot > 0) return { main: steps.twin, others: [onward, ...allowed('pause')] };
      return { main: onward, others: [...(round.hasTwin ? [steps.twin] : []), ...allowed('pause')] };
    }
    case 'skipped':
      return { main: steps.next, others: [] };
  }

  function turnSteps(stage: HostTurn['stage']): Steps {
    switch (stage) {
      case 'predict':
        return { main: steps.openVote, others: allowed('moreTime', 'pause') };
      case 'vote':
        return { main: steps.closeVote, others: allowed('moreTime', 'pause') };
      case 'voted':
        return { main: steps.act, others: allowed('voteAgain', 'pause') };
      case 'world':
        return { main: steps.goOn, others: allowed('pause') };
    }
  }
}

function step(id: Step['id'], command: Command, key: string | null = null): Step {
  return { id, command, key, name: `interface:shortcuts.host.${id}` };
}
