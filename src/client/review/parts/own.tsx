// Quiz files of one's own: opened from the device, kept on it, never sent anywhere.

import { useEffect, useRef, useState } from 'preact/hooks';
import { idsOf } from '../../../content/levelChecks.ts';
import { MAX_SIZE } from '../../../content/parse.ts';
import type { Problem } from '../../../content/problems.ts';
import { parseStrangerQuiz, quizWordsIn } from '../../../content/quizzes.ts';
import { quizLink } from '../../route.ts';
import { useShelves } from '../../shelves.ts';
import { keepOwn, putBack, removeOwn, thrownAway } from '../door.ts';
import { topicsOf } from '../progress.ts';
import { type OwnQuiz, ownKey, type Study } from '../study.ts';

interface Refused {
  file: string;
  why: 'huge' | 'unread' | null;
  problems: readonly Problem[];
}

export function Own({ study }: { study: Study }) {
  const { content, words } = useShelves();
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const gone = thrownAway.value?.what === 'own' ? thrownAway.value : null;
  // The button that was pressed is gone with its row: the focus goes on to the way back.
  const goneBefore = useRef(gone);
  useEffect(() => {
    if (gone !== null && gone !== goneBefore.current) undo.current?.focus();
    goneBefore.current = gone;
  }, [gone]);

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setSaid('');
    setRefused(null);
    if (file.size > MAX_SIZE) return setRefused({ file: file.name, why: 'huge', problems: [] });
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return setRefused({ file: file.name, why: 'unread', problems: [] });
    const read = parseStrangerQuiz(file.name, new Uint8Array(bytes), content);
    if (!read.ok) return setRefused({ file: file.name, why: null, problems: read.problems });
    const text = new TextDecoder().decode(bytes);
    const { title } = quizWordsIn(read.bank, read.quiz.id, words.language);
    if (study.own.some((own) => own.file.text === text)) return setSaid(words.t('interface:quiz.own.known', { title }));
    await keepOwn(file.name, text);
    const questions = words.t('interface:quiz.own.questions', { count: read.quiz.items.length });
    setSaid(words.t('interface:quiz.own.opened', { title, questions }));
  };

  return (
    <section
      class={over ? 'sheet field own over' : 'sheet field own'}
      aria-labelledby="own"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id="own">{words.t('interface:quiz.own.heading')}</h2>
      {study.own.length > 0 && (
        <ul class="own-files">
          {study.own.map((own) => (
            <OwnRow key={own.file.id} own={own} study={study} />
          ))}
        </ul>
      )}
      {gone !== null && (
        <p class="actions">
          <span>{words.t('interface:quiz.own.removed', { title: gone.name })}</span>
          <button
            type="button"
            ref={undo}
            onClick={() => {
              input.current?.focus();
              void putBack().then(() => setSaid(words.t('interface:quiz.own.back', { title: gone.name })));
            }}
          >
            {words.t('interface:quiz.data.undo')}
          </button>
        </p>
      )}
      <label for="own-file">{words.t('interface:quiz.own.label')}</label>
      <input
        id="own-file"
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-describedby="own-hint"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again once it has been mended.
          void take(file).finally(() => (currentTarget.value = ''));
        }}
      />
      <p id="own-hint" class="hint">
        {words.t('interface:quiz.own.hint')}
      </p>
      <div role="alert">{refused !== null && <RefusedFile {...refused} />}</div>
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}

function RefusedFile({ file, why, problems }: Refused) {
  const { words } = useShelves();
  return (
    <>
      <p class="wrong">
        {words.t('interface:quiz.own.notOpened', { file: file.slice(0, 80) })} {why !== null && words.t(`interface:quiz.own.${why}`)}
      </p>
      {problems.length > 0 && (
        <details open>
          <summary>{words.t('interface:quiz.own.problems', { count: problems.length })}</summary>
          <ul class="faults">
            {problems.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function OwnRow({ own: { file, title, bank }, study }: { own: OwnQuiz; study: Study }) {
  const { content, words } = useShelves();
  const standing = topicsOf(study.families, study.standings, idsOf(content.claims)).find(({ quiz }) => quiz === ownKey(file.id));
  return (
    <li>
      <h3>{title}</h3>
      <p class="meta">
        {bank === null || standing === undefined
          ? words.t('interface:quiz.own.unsound')
          : words.t('interface:quiz.topics.standing', { answered: standing.answered, questions: standing.questions })}
      </p>
      <p class="actions">
        {bank !== null && (
          <a class="go" href={quizLink({ of: 'own', id: file.id })} aria-label={words.t('interface:quiz.topics.goOn', { topic: title })}>
            {words.t('interface:quiz.topics.go')}
          </a>
        )}
        <button type="button" aria-label={words.t('interface:quiz.own.removeNamed', { title })} onClick={() => void removeOwn(file.id, title)}>
          {words.t('interface:quiz.own.remove')}
        </button>
      </p>
    </li>
  );
}
