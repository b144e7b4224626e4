// What this device knows of a student: taken along as files, or forgotten.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { MisconceptionId } from '../../../quiz/types.ts';
import { download } from '../../download.ts';
import { useShelves } from '../../shelves.ts';
import { type AnkiNote, ankiText } from '../anki.ts';
import { claimIn } from '../claims.ts';
import { csvText } from '../csv.ts';
import { clearAll, putBack, thrownAway } from '../door.ts';
import { forgetRound } from '../ongoing.ts';
import { inTime, isMissed, type Standing } from '../schedule.ts';
import { beliefText, type Study, topicOf } from '../study.ts';

export function Data({ study }: { study: Study }) {
  const { content, words } = useShelves();
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const { answers, courseEnd, own } = study.kept;
  const gone = thrownAway.value?.what === 'everything' ? thrownAway.value : null;
  const goneBefore = useRef(gone);
  useEffect(() => {
    if (gone !== null && gone !== goneBefore.current) undo.current?.focus();
    goneBefore.current = gone;
  }, [gone]);

  const notesOf = (which: (standing: Standing) => boolean): AnkiNote[] =>
    study.families.flatMap(({ key, quiz }) => {
      const standing = study.standings.get(key);
      const question = standing === undefined || !which(standing) ? null : study.find(quiz, standing.last.item);
      return question === null ? [] : [{ question, quiz: quiz.startsWith('own:') ? 'own' : quiz, claim: claimIn(content, words, question.item.claim) }];
    });
  const save = (name: string, type: string, text: string) => {
    download(name, new Blob([text], { type }));
    setSaid(words.t('interface:quiz.data.exported', { file: name }));
  };
  const saveNotes = (name: string, notes: readonly AnkiNote[]) => save(name, 'text/plain;charset=utf-8', ankiText(words, notes));
  const saveTable = () =>
    save(
      'counterweight-answers.csv',
      'text/csv;charset=utf-8',
      csvText(words, inTime(answers), {
        find: (answer) => {
          const question = study.find(answer.quiz, answer.item);
          return question === null ? null : { question, topic: topicOf(study, answer) };
        },
        claim: (id) => claimIn(content, words, id),
        misconception: ({ quiz }, id) => beliefText(study.bankOf(quiz ?? ''), words.language, id as MisconceptionId),
      }),
    );
  const missed = notesOf(isMissed);
  const answered = notesOf(() => true);
  const hasAny = answers.length > 0 || courseEnd !== null || own.length > 0;
  return (
    <section class="sheet quiz-data" aria-labelledby="data">
      <h2 id="data" ref={heading} tabIndex={-1}>
        {words.t('interface:quiz.data.heading')}
      </h2>
      <p>{answers.length === 0 ? words.t('interface:quiz.data.none') : words.t('interface:quiz.data.count', { count: answers.length })}</p>
      {answers.length > 0 && (
        <>
          <h3>{words.t('interface:quiz.data.export')}</h3>
          <p class="actions">
            {missed.length > 0 && (
              <button type="button" onClick={() => saveNotes('counterweight-missed-anki.txt', missed)}>
                {words.t('interface:quiz.data.ankiMissed', { count: missed.length })}
              </button>
            )}
            {answered.length > 0 && (
              <button type="button" onClick={() => saveNotes('counterweight-answered-anki.txt', answered)}>
                {words.t('interface:quiz.data.ankiAnswered', { count: answered.length })}
              </button>
            )}
            <button type="button" onClick={saveTable}>
              {words.t('interface:quiz.data.csv')}
            </button>
          </p>
          <p class="hint">{words.t('interface:quiz.data.ankiHint')}</p>
        </>
      )}
      {hasAny && (
        <div class="clear">
          <button
            type="button"
            aria-describedby="clear-hint"
            onClick={() => {
              setSaid('');
              forgetRound();
              void clearAll();
            }}
          >
            {words.t('interface:quiz.data.clear')}
          </button>
          <p id="clear-hint" class="hint">
            {words.t('interface:quiz.data.clearHint')}
          </p>
        </div>
      )}
      {gone !== null && (
        <div class="clear">
          <p>{words.t('interface:quiz.data.cleared')}</p>
          <button
            type="button"
            ref={undo}
            aria-describedby="undo-hint"
            onClick={() => {
              heading.current?.focus();
              void putBack().then(() => setSaid(words.t('interface:quiz.data.restored')));
            }}
          >
            {words.t('interface:quiz.data.undo')}
          </button>
          <p id="undo-hint" class="hint">
            {words.t('interface:quiz.data.undoHint')}
          </p>
        </div>
      )}
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}
