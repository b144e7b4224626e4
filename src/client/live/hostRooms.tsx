// A teacher's pages of live sessions.

import './words.ts';
import '../quiz/quiz.css';
import './live.css';

export { Control } from './host/control.tsx';
export { Projector } from './host/projector.tsx';
export { SetUp } from './host/setUp.tsx';
