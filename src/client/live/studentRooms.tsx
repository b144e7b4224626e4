// A student's pages of live sessions, in one chunk that needs no content.

import './words.ts';
import './live.css';

export { Join } from './student/join.tsx';
export { SeatPage } from './student/seat.tsx';
