// A note that teaches, in a level that brings the desk into use step by step: what is new now and what to do with it. It can be put away for good.

import type { Level } from '../../rules/types.ts';
import { change, settings } from '../settings.ts';
import { useShelves } from '../shelves.ts';

export function Lesson({ level, turn, sheet }: { level: Level; turn: number; sheet: 'desk' | 'world' }) {
  const { words } = useShelves();
  const step = level.steps[turn];
  if (step === undefined || !settings.value.hints) return null;
  if (sheet === 'world' && turn > 0) return null;
  const topic = sheet === 'world' ? 'world' : step;
  return (
    <aside class="lesson" aria-label={words.t('interface:lesson.heading')}>
      <div>
        <p class="term">{words.t('interface:lesson.heading')}</p>
        <p>{words.t(`interface:lesson.${topic}`)}</p>
      </div>
      <button type="button" onClick={() => change({ hints: false })}>
        {words.t('interface:lesson.skip')}
      </button>
    </aside>
  );
}
