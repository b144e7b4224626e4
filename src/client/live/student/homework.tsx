// A campaign played alone: the way to it, and handing in its replay code.

import { useState } from 'preact/hooks';
import type { SeatView } from '../../../session/types.ts';
import { cue } from '../../audio/door.ts';
import { startLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import type { Outbox } from '../outbox.ts';
import { Status } from '../parts/status.tsx';

const LONGEST_CODE = 4000;

interface HomeworkProps {
  homework: NonNullable<SeatView['homework']>;
  /** Whether nothing is played together in this session. */
  isAll: boolean;
  outbox: Outbox;
}

export function HomeworkSheet({ homework: { level, seed, handedIn }, isAll, outbox }: HomeworkProps) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const sent = outbox.sent({ kind: 'homework' });
  const isOnItsWay = sent?.state.is === 'sending';
  return (
    <section class="sheet homework" aria-labelledby="homework">
      <h2 id="homework">{words.t(isAll ? 'live:class.homework.seatHeading' : 'live:class.homework.heading')}</h2>
      <p>{words.t('live:class.homework.lead')}</p>
      <p class="actions">
        <a class="go" href={startLink(level, seed)} target="_blank" rel="noopener">
          {words.t('live:class.homework.play')}
        </a>
      </p>
      <form
        noValidate
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          const code = typed.trim();
          setEmpty(code === '');
          if (code === '' || isOnItsWay) return;
          cue('report');
          outbox.send({ kind: 'homework', code });
        }}
      >
        <label for="homework-code">{words.t('live:class.homework.code')}</label>
        <textarea
          id="homework-code"
          class="code"
          rows={3}
          maxLength={LONGEST_CODE}
          spellcheck={false}
          autocomplete="off"
          value={typed}
          aria-describedby={isEmpty ? 'homework-empty' : undefined}
          aria-invalid={isEmpty}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p id="homework-empty" role="alert" class="wrong">
          {isEmpty ? words.t('live:class.homework.empty') : ''}
        </p>
        {sent !== null && sent.state.is !== 'saved' && <Status status={sent.state} />}
        <p class="actions">
          <button type="submit" class="primary" aria-disabled={isOnItsWay}>
            {words.t(handedIn === null ? 'live:class.homework.handIn' : 'live:class.homework.again')}
          </button>
          <span role="status">{handedIn !== null && !isOnItsWay ? words.t('live:class.homework.saved') : ''}</span>
        </p>
      </form>
    </section>
  );
}
