// Items, answers and keys as plain lines of text, for lists and for files that leave this page.

import { keyOf } from '../../quiz/marking.ts';
import type { ItemOf, Question, Response } from '../../quiz/types.ts';
import type { Vocabulary } from '../../telling/wording.ts';

/** What was answered, in the words of the options. */
export function responseText(words: Vocabulary, { item, words: own }: Question, response: Response): string {
  const textOf = (id: string) => own.options[id]?.text ?? id;
  switch (response.kind) {
    case 'one':
    case 'scale':
      return textOf(response.option);
    case 'several':
      return response.options.map(textOf).join('; ');
    case 'order':
      return response.steps.map((id, at) => `${at + 1}. ${textOf(id)}`).join(' ');
    case 'signs':
      if (item.kind !== 'signs') return '';
      return item.edges
        .flatMap((edge) => {
          const sign = response.signs[edge.id];
          return edge.given || sign === undefined ? [] : `${arrowText(words, own, edge)}: ${words.t(`interface:quiz.anki.sign.${sign}`)}`;
        })
        .join('; ');
  }
}

export function keyText(words: Vocabulary, question: Question): string {
  return responseText(words, question, keyOf(question.item));
}

export function arrowText(words: Vocabulary, own: Question['words'], { from, to }: ItemOf<'signs'>['edges'][number]): string {
  return words.t('interface:quiz.anki.arrow', { from: own.nodes[from] ?? from, to: own.nodes[to] ?? to });
}

const MINUTES = 60_000;
const HOURS = 60 * MINUTES;
const DAYS = 24 * HOURS;

/** How far off something is, such as "in 9 minutes" or "in 3 days". @param wait milliseconds, above 0 */
export function waitText({ language }: Vocabulary, wait: number): string {
  const relative = new Intl.RelativeTimeFormat(language);
  if (wait < HOURS) return relative.format(Math.ceil(wait / MINUTES), 'minute');
  return wait < DAYS ? relative.format(Math.round(wait / HOURS), 'hour') : relative.format(Math.round(wait / DAYS), 'day');
}
