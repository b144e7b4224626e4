// A round of practice or review: question after question, then what came of it.

import { useState } from 'preact/hooks';
import type { Bank } from '../../content/quizzes.ts';
import type { ItemId, Question } from '../../quiz/types.ts';
import { Loading } from '../later.tsx';
import { Page } from '../parts/page.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { type Answered, Asking } from '../quiz/asking.tsx';
import type { QuizSheet } from '../route.ts';
import { useShelves } from '../shelves.ts';
import { openReview, recordAnswer } from './door.ts';
import { waitText } from './inWords.ts';
import { anySeed, type Ongoing, remember, unfinished } from './ongoing.ts';
import { KeepingNotice } from './parts/notice.tsx';
import { Summary } from './parts/summary.tsx';
import { drawsOf, practiceRound, reviewRound } from './round.ts';
import { ownKey, type Study, useStudy } from './study.ts';
import './review.css';

type RoundSheet = Exclude<QuizSheet, { of: 'home' }>;

void openReview();

export function RoundScreen({ bank, sheet }: { bank: Bank; sheet: RoundSheet }) {
  const { words } = useShelves();
  const study = useStudy(bank);
  const name = study === null ? words.t('interface:quiz.heading') : nameOf(sheet, study);
  return (
    <Page
      words={words}
      name={name ?? words.t('interface:trouble.heading')}
      focusKey={`quiz ${keyOf(sheet)}`}
      class="quiz-round"
      beside={
        <p class="links">
          <a href="#/quiz">{words.t('interface:quiz.back')}</a>
        </p>
      }
    >
      <KeepingNotice />
      {study === null ? <Loading /> : name === null ? <Trouble words={words} text={missingText()} /> : <Round key={keyOf(sheet)} study={study} sheet={sheet} />}
    </Page>
  );

  /** null where there is no such quiz. */
  function nameOf(sheet: RoundSheet, study: Study): string | null {
    switch (sheet.of) {
      case 'all':
        return words.t('interface:quiz.all');
      case 'review':
        return words.t('interface:quiz.review');
      case 'topic':
        return study.families.some(({ quiz }) => quiz === sheet.topic) ? study.titleOf(sheet.topic) : null;
      case 'own':
        return study.families.some(({ quiz }) => quiz === ownKey(sheet.id)) ? study.titleOf(ownKey(sheet.id)) : null;
    }
  }

  function missingText(): string {
    return words.t(sheet.of === 'own' ? 'interface:quiz.own.missing' : 'interface:trouble.page');
  }
}

function keyOf(sheet: RoundSheet): string {
  return sheet.of === 'topic' ? sheet.topic : sheet.of === 'own' ? ownKey(sheet.id) : sheet.of;
}

function begin(study: Study, sheet: RoundSheet): Ongoing {
  const seed = anySeed();
  const { families, standings, due, kept } = study;
  const within = sheet.of === 'topic' || sheet.of === 'own' ? families.filter(({ quiz }) => quiz === keyOf(sheet)) : families;
  const questions = sheet.of === 'review' ? reviewRound(families, due, kept.answers, seed) : practiceRound(within, standings, kept.answers, seed);
  const quizOf = ({ item }: Question) => families.find(({ members }) => members.some((member) => member.item === item))?.quiz ?? '';
  return { of: keyOf(sheet), seed, asked: questions.map((question) => ({ quiz: quizOf(question), item: question.item.id })), given: [] };
}

/** A round that was left goes on, where all of its questions are still there. */
function resumed(study: Study, sheet: RoundSheet): Ongoing | null {
  const left = unfinished(keyOf(sheet));
  return left?.asked.every(({ quiz, item }) => study.find(quiz, item as ItemId) !== null) === true ? left : null;
}

function Round({ study, sheet }: { study: Study; sheet: RoundSheet }) {
  const { words } = useShelves();
  const [round, setRound] = useState<Ongoing>(() => resumed(study, sheet) ?? begin(study, sheet));
  const [at, setAt] = useState(round.given.length);
  const put = (next: Ongoing) => {
    remember(next);
    setRound(next);
  };
  const again = () => {
    put(begin(study, sheet));
    setAt(0);
  };
  if (round.asked.length === 0) return <Nothing study={study} sheet={sheet} />;
  const asked = round.asked[at];
  const question = asked === undefined ? null : study.find(asked.quiz, asked.item as ItemId);
  if (asked === undefined || question === null) return <Summary study={study} round={round} again={again} review={sheet.of === 'review'} />;
  const isLast = at + 1 === round.asked.length;
  const keep = async (answered: Answered) => {
    const { mark, confidence } = answered;
    // First the answer, then the place in the round: a refresh in between asks once more rather than losing one.
    await recordAnswer(answered, sheet.of === 'review' ? 'review' : 'practice', asked.quiz).catch(() => undefined);
    put({ ...round, given: [...round.given.slice(0, at), { credit: mark.credit, confidence }] });
  };
  return (
    <>
      <Asking
        key={`${round.seed} ${question.item.id}`}
        question={question}
        bank={study.bankOf(asked.quiz)}
        draws={drawsOf(round.seed, question.item.id)}
        above={aboveOf(asked.quiz)}
        onAnswered={(answered) => void keep(answered)}
        onward={() => setAt(at + 1)}
        onwardText={words.t(isLast ? 'interface:quiz.round.finish' : 'interface:quiz.round.onward')}
      />
      <p class="hint leave">{words.t('interface:quiz.round.leave')}</p>
    </>
  );

  function aboveOf(quiz: string): string {
    const place = words.t('interface:quiz.round.above', { at: at + 1, of: round.asked.length });
    return sheet.of === 'all' || sheet.of === 'review' ? `${place} · ${study.titleOf(quiz)}` : place;
  }
}

function Nothing({ study, sheet }: { study: Study; sheet: RoundSheet }) {
  const { words } = useShelves();
  if (sheet.of !== 'review') return <Trouble words={words} text={words.t('interface:quiz.round.none')} />;
  return (
    <section class="sheet" aria-labelledby="nothing-due">
      <h2 id="nothing-due">{words.t('interface:quiz.nothingDue.heading')}</h2>
      <p class="lead">{words.t('interface:quiz.nothingDue.text')}</p>
      {study.next !== null && <p>{words.t('interface:quiz.next.nextDue', { wait: waitText(words, study.next - study.now) })}</p>}
      <p class="actions">
        <a class="go primary" href="#/quiz">
          {words.t('interface:quiz.back')}
        </a>
      </p>
    </section>
  );
}
