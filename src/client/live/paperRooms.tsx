// Pages around live sessions that need no session.

import './words.ts';
import './live.css';

export { AnswerCards } from './paper/cards.tsx';
export { Preflight } from './paper/preflight.tsx';
export { Privacy } from './paper/privacy.tsx';
