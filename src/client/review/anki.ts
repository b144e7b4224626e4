// Questions as a text file that Anki imports as it is.

import { shownOrder } from '../../quiz/layout.ts';
import type { Question } from '../../quiz/types.ts';
import type { Vocabulary } from '../../telling/wording.ts';
import { arrowText, keyText } from './inWords.ts';
import { drawsOf } from './round.ts';

export interface AnkiNote {
  question: Question;
  quiz: string;
  claim: { id: string; text: string; paragraphs: readonly number[] } | null;
}

/** Options keep the order of this draw, so that a file exported twice holds the same cards. */
const ORDER = 1;

/** Headers, then a note a line: front, back, tags, parted by tabs. What is in them is escaped HTML; nothing of a file's own is markup. */
export function ankiText(words: Vocabulary, notes: readonly AnkiNote[]): string {
  const headers = ['#separator:tab', '#html:true', '#notetype:Basic', `#deck:${words.t('interface:quiz.anki.deck').replaceAll(/[\t\r\n]/g, ' ')}`, '#tags column:3'];
  return `${[...headers, ...notes.map((note) => [front(words, note), back(words, note), tags(note)].join('\t'))].join('\n')}\n`;
}

function front(words: Vocabulary, { question }: AnkiNote): string {
  const { item, words: own } = question;
  const stem = paragraph(own.stem);
  if (item.kind === 'signs') {
    const lines = item.edges.map((edge) => {
      const given = edge.given ? ` (${words.t('interface:quiz.anki.given', { sign: words.t(`interface:quiz.anki.sign.${edge.sign}`) })})` : '';
      return `${arrowText(words, own, edge)}${given}`;
    });
    return stem + paragraph(words.t('interface:quiz.anki.signs')) + list('ol', lines);
  }
  const options = shownOrder(item, drawsOf(ORDER, item.id)).map((id) => own.options[id]?.text ?? id);
  switch (item.kind) {
    case 'one':
      return stem + list('ul', options);
    case 'several':
      return stem + paragraph(words.t('interface:quiz.anki.several')) + list('ul', options);
    case 'order':
      return stem + paragraph(words.t('interface:quiz.anki.order')) + list('ul', options);
    case 'scale':
      return stem + paragraph(words.t('interface:quiz.anki.scale', { low: options[0] ?? '', high: options.at(-1) ?? '' })) + list('ol', options);
  }
}

function back(words: Vocabulary, { question, claim }: AnkiNote): string {
  const { item, words: own } = question;
  const key = `<p><b>${escaped(words.t('interface:quiz.anki.key'))}:</b> ${escaped(keyText(words, question))}</p>`;
  const whys =
    item.kind === 'signs'
      ? item.edges.flatMap((edge) => (edge.given ? [] : `${arrowText(words, own, edge)}: ${own.edges[edge.id]?.[edge.sign] ?? ''}`))
      : Object.values(own.options).map(({ text, why }) => `${text}: ${why}`);
  const why = `<p><b>${escaped(words.t('interface:quiz.anki.why'))}</b></p>${list('ul', whys)}`;
  if (claim === null) return key + why;
  const where = words.t('interface:why.paragraphs', { count: claim.paragraphs.length, list: claim.paragraphs.join(', ') });
  return `${key}${why}<p><b>${escaped(words.t('interface:quiz.anki.claim'))}:</b> ${escaped(claim.text)} (${escaped(where)})</p>`;
}

/** A tag has no spaces. */
function tags({ question: { item }, quiz }: AnkiNote): string {
  return ['counterweight', quiz, item.claim, item.thinking].map((tag) => tag.replaceAll(/[^\w:-]/g, '-')).join(' ');
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;
const list = (kind: 'ul' | 'ol', lines: readonly string[]): string => `<${kind}>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</${kind}>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text in a cell: no markup, no quote that would open a quoted cell, no tab or break that would end one. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] as string).replaceAll(/[\t\r\n]+/g, ' ');
}
