// The pages of a class's campaign: they need the content, which those of a quiz session do without.

import '../words.ts';
import '../../screens/desk.css';
import './class.css';

export { ControlTurn } from './controlTurn.tsx';
export { ClassDebriefSheet } from './debrief.tsx';
export { ProjectedDebrief } from './projectedDebrief.tsx';
export { ProjectedTurn } from './projectedTurn.tsx';
export { SeatTurnSheet } from './seatTurn.tsx';
