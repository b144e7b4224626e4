// The quiz's front page: what is due, the topics, how confidence fits, what was missed, and what is kept.

import { idsOf } from '../../content/levelChecks.ts';
import type { Bank } from '../../content/quizzes.ts';
import { dateOf } from '../../telling/wording.ts';
import { Loading } from '../later.tsx';
import { Page } from '../parts/page.tsx';
import { quizLink } from '../route.ts';
import { useShelves } from '../shelves.ts';
import { openReview } from './door.ts';
import { waitText } from './inWords.ts';
import { Course } from './parts/course.tsx';
import { Data } from './parts/data.tsx';
import { Fit } from './parts/fit.tsx';
import { Missed } from './parts/missed.tsx';
import { KeepingNotice } from './parts/notice.tsx';
import { Own } from './parts/own.tsx';
import { topicsOf } from './progress.ts';
import { endOf } from './schedule.ts';
import { type Study, useStudy } from './study.ts';
import './review.css';

void openReview();

export function QuizHome({ bank }: { bank: Bank }) {
  const { words } = useShelves();
  const study = useStudy(bank);
  return (
    <Page words={words} name={words.t('interface:quiz.heading')} below={words.t('interface:quiz.below')} focusKey="quiz" class="quiz-home">
      <KeepingNotice />
      {study === null ? <Loading /> : <Opened study={study} />}
    </Page>
  );
}

function Opened({ study }: { study: Study }) {
  return (
    <div class="quiz-parts">
      <div class="quiz-column">
        <Next study={study} />
        <Topics study={study} />
      </div>
      <div class="quiz-column">
        <Fit answers={study.kept.answers} />
        <Missed study={study} />
        <Course study={study} />
        <Own study={study} />
      </div>
      <Data study={study} />
    </div>
  );
}

function Next({ study }: { study: Study }) {
  const { words } = useShelves();
  const { due, next, kept, now } = study;
  const isFresh = study.standings.size === 0;
  const isOver = kept.courseEnd !== null && now >= endOf(kept.courseEnd);
  return (
    <section class="sheet quiz-next" aria-labelledby="next">
      <h2 id="next">{words.t('interface:quiz.next.heading')}</h2>
      {isFresh ? (
        <p>{words.t('interface:quiz.next.fresh')}</p>
      ) : isOver ? (
        <p>{words.t('interface:quiz.next.over', { date: dateOf(words, kept.courseEnd ?? '', 'day') })}</p>
      ) : (
        <>
          <p class="lead">{due.length === 0 ? words.t('interface:quiz.next.none') : words.t('interface:quiz.next.due', { count: due.length })}</p>
          {due.length === 0 && next !== null && <p>{words.t('interface:quiz.next.nextDue', { wait: waitText(words, next - now) })}</p>}
          <p class="hint">{words.t('interface:quiz.next.dueNote')}</p>
        </>
      )}
      <p class="actions">
        {due.length > 0 && (
          <a class="go primary" href={quizLink({ of: 'review' })}>
            {words.t('interface:quiz.next.review', { count: due.length })}
          </a>
        )}
        <a class={due.length > 0 ? 'go' : 'go primary'} href={quizLink({ of: 'all' })}>
          {words.t('interface:quiz.next.mixed')}
        </a>
      </p>
    </section>
  );
}

function Topics({ study }: { study: Study }) {
  const { content, words } = useShelves();
  const topics = topicsOf(study.families, study.standings, idsOf(content.claims)).filter(({ quiz }) => !quiz.startsWith('own:'));
  return (
    <section aria-labelledby="topics" class="sheet topics">
      <h2 id="topics">{words.t('interface:quiz.topics.heading')}</h2>
      <ul>
        {topics.map(({ quiz, questions, answered, missed }) => (
          <li key={quiz}>
            <h3>{study.titleOf(quiz)}</h3>
            <svg class="topic-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect class="whole" width="100" height="4" />
              <rect class="known" width={(100 * (answered - missed)) / questions} height="4" />
              <rect class="missed" x={(100 * (answered - missed)) / questions} width={(100 * missed) / questions} height="4" />
            </svg>
            <p class="meta">
              {words.t('interface:quiz.topics.standing', { answered, questions })}
              {answered > 0 && ` · ${missed === 0 ? words.t('interface:quiz.topics.notMissed') : words.t('interface:quiz.topics.missed', { count: missed })}`}
            </p>
            <a class="go" href={quizLink({ of: 'topic', topic: quiz })} aria-label={words.t('interface:quiz.topics.goOn', { topic: study.titleOf(quiz) })}>
              {words.t('interface:quiz.topics.go')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
