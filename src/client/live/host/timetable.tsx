// The lesson's timetable: what was planned for when, and where the class is.

import type { HostView } from '../../../session/types.ts';
import { whole } from '../../../telling/wording.ts';
import { useWords } from '../../shelves.ts';

export function Timetable({ view }: { view: HostView }) {
  const words = useWords();
  const { timetable, elapsed, settings } = view;
  const minutes = (tenths: number) => whole(words, Math.floor(tenths / 10));
  return (
    <details class="sheet timetable" open={view.phase !== 'lobby'}>
      <summary>{words.t('live:timetable.heading')}</summary>
      <p class="hint">
        {elapsed === null
          ? words.t('live:timetable.planned', { minutes: settings.minutes })
          : words.t('live:timetable.elapsed', { minutes: minutes(elapsed), of: settings.minutes })}
      </p>
      <ol>
        {timetable.map(({ number, stem, plannedAt, begunAt, state }) => (
          <li key={number} class={`timetable-line is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span class="timetable-at">{words.t('live:timetable.at', { minutes: minutes(begunAt ?? plannedAt) })}</span>
            <span class="timetable-stem">{stem === '' ? words.t('live:class.turn', { number, of: timetable.length }) : stem}</span>
            <span class="timetable-state">{words.t(`live:timetable.${state}`)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
