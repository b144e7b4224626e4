// The order in which an item's options are shown.

import type { Item, ItemOf, OptionId } from './types.ts';

/** A draw for each index, 0 and up, uniform over whole numbers from 0: the caller's hash of seed, stream and turn. */
export type Draws = (index: number) => number;

/** Ids of the options or steps as they are shown. A scale keeps its order; a chain is never shown in the right one. */
export function shownOrder(item: Exclude<Item, ItemOf<'signs'>>, draws: Draws): OptionId[] {
  switch (item.kind) {
    case 'one':
    case 'several':
      return shuffled(item.options, draws);
    case 'scale':
      return item.options.map(({ id }) => id);
    case 'order': {
      const shown = shuffled(item.steps, draws);
      const isRight = shown.every((id, at) => id === item.steps[at]?.id);
      return isRight ? [...shown.slice(1), shown[0] as OptionId] : shown;
    }
  }
}

function shuffled(all: readonly { id: OptionId }[], draws: Draws): OptionId[] {
  const ids = all.map(({ id }) => id);
  for (let last = ids.length - 1; last > 0; last--) {
    const at = draws(last) % (last + 1);
    [ids[last], ids[at]] = [ids[at] as OptionId, ids[last] as OptionId];
  }
  return ids;
}
