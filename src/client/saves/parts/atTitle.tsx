// What the title screen shows of saved campaigns, fetched once the shell stands.

import { codeOf, type Playthrough } from '../../../telling/playthrough.ts';
import { playLink, practiceLink, savedLink, visit } from '../../route.ts';

export { SavesList } from './list.tsx';
export { ReachedOn } from './reached.tsx';

/** A campaign that its code can hold is opened by it. */
export function openSaved(play: Playthrough, slot: string, practice: boolean): void {
  const sheet = play.state.phase === 'over' ? 'debrief' : 'desk';
  visit(play.carried !== null ? savedLink(slot, sheet) : (practice ? practiceLink : playLink)(codeOf(play), sheet));
}
