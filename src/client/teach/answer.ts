// What is right in an item, in words.

import type { Item, ItemWords, OptionId } from '../../quiz/types.ts';
import type { Vocabulary } from '../../telling/wording.ts';

export interface Right {
  id: OptionId;
  text: string;
  why: string;
}

/** The right options; the steps in their order; the arrows with their signs, given ones without a reason. */
export function answerOf(words: Vocabulary, item: Item, own: ItemWords): Right[] {
  const said = ({ id }: { id: OptionId }): Right => ({ id, text: own.options[id]?.text ?? '', why: own.options[id]?.why ?? '' });
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'scale':
      return item.options.filter(({ key }) => key).map(said);
    case 'order':
      return item.steps.map(said);
    case 'signs':
      return item.edges.map(({ id, from, to, sign, given }) => ({
        id,
        text: words.t(`interface:asking.signs.arrow.${sign}`, { from: own.nodes[from] ?? '', to: own.nodes[to] ?? '' }),
        why: given ? words.t('kit:answers.given') : (own.edges[id]?.[sign] ?? ''),
      }));
  }
}
