// The day on which the course ends: no review is planned after it.

import { useState } from 'preact/hooks';
import { dateOf } from '../../../telling/wording.ts';
import { useShelves } from '../../shelves.ts';
import { setCourseEnd } from '../door.ts';
import { endOf } from '../schedule.ts';
import type { Study } from '../study.ts';

/** Years of four digits: a date input lets more be typed. */
const LAST_DAY = '9999-12-31';

export function Course({ study: { kept, now } }: { study: Study }) {
  const { words } = useShelves();
  const [said, setSaid] = useState('');
  const end = kept.courseEnd;
  const set = async (value: string | null) => {
    await setCourseEnd(value);
    setSaid(value === null ? words.t('interface:quiz.course.unset') : words.t('interface:quiz.course.set', { date: dateOf(words, value, 'day') }));
  };
  return (
    <section class="sheet field course" aria-labelledby="course">
      <h2 id="course">{words.t('interface:quiz.course.heading')}</h2>
      <label for="course-end">{words.t('interface:quiz.course.label')}</label>
      <div class="actions">
        <input
          id="course-end"
          type="date"
          max={LAST_DAY}
          value={end ?? ''}
          aria-describedby="course-hint"
          onChange={({ currentTarget }) => {
            const { value, validity } = currentTarget;
            if (validity.valid) void set(value === '' ? null : value);
          }}
        />
        {end !== null && (
          <button
            type="button"
            onClick={({ currentTarget }) => {
              currentTarget.parentElement?.querySelector('input')?.focus();
              void set(null);
            }}
          >
            {words.t('interface:quiz.course.remove')}
          </button>
        )}
      </div>
      <p id="course-hint" class="hint">
        {words.t('interface:quiz.course.hint')}
      </p>
      {end !== null && now >= endOf(end) && <p class="wrong">{words.t('interface:quiz.course.past')}</p>}
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}
