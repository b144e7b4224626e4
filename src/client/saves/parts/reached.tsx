// What was reached on a level.

import type { LevelId } from '../../../rules/types.ts';
import { signed } from '../../../telling/wording.ts';
import { useShelves } from '../../shelves.ts';
import { reached } from '../door.ts';

/** Nothing, where nothing was. */
export function ReachedOn({ level: id }: { level: string }) {
  const { content, words } = useShelves();
  const level = content.levels.get(id as LevelId);
  const on = reached.value.get(id);
  if (on === undefined || level === undefined) return null;
  const here = on.endings.filter((ending) => level.endings.some(({ id }) => id === ending));
  return (
    <p class="meta reached-on" data-testid="reached">
      {words.t('interface:saves.reached', { count: here.length, of: level.endings.length })}
      {on.best !== null && words.has(`endings:${on.best.ending}.title`) && (
        <> {words.t('interface:saves.best', { score: signed(words, on.best.score), ending: words.t(`endings:${on.best.ending}.title`) })}</>
      )}
    </p>
  );
}
