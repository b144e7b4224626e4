// The pages of the quiz, in one chunk.

import type { Bank } from '../content/quizzes.ts';
import { WithBank } from './quiz/bank.tsx';
import { QuizHome } from './review/home.tsx';
import { RoundScreen } from './review/roundScreen.tsx';
import type { QuizSheet } from './route.ts';

export function QuizPages({ sheet }: { sheet: QuizSheet }) {
  return <WithBank>{(bank: Bank) => (sheet.of === 'home' ? <QuizHome bank={bank} /> : <RoundScreen bank={bank} sheet={sheet} />)}</WithBank>;
}
