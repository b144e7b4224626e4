// The question of a checkpoint at the terminal: told in numbered lines, answered in numbers, marked here; for programs as an object without its key.

import type { Content } from '../content/crossref.ts';
import { type Bank, quizWordsIn } from '../content/quizzes.ts';
import { type Draws, shownOrder } from '../quiz/layout.ts';
import { keyOf, type Mark, mark, points, readResponse } from '../quiz/marking.ts';
import { CONFIDENCES, type Confidence, type Edge, type Item, type ItemOf, type MisconceptionId, type OptionId, type Question, type Response, SIGNS } from '../quiz/types.ts';
import type { Choice } from '../rules/types.ts';
import { type Checkpoint, checkpointOf, drawsAt } from '../telling/checkpoint.ts';
import type { Playthrough } from '../telling/playthrough.ts';
import { percent, type Vocabulary } from '../telling/wording.ts';
import { wrap } from './terminal.ts';

export interface Marked {
  mark: Mark;
  /** Thousandths of a point. */
  points: number;
  /** What goes into the campaign; null where a second try is left. */
  choice: Extract<Choice, { kind: 'answer' }> | null;
}

/** A checkpoint being answered. */
export class Asking {
  #isRetry = false;
  readonly #play: Playthrough;
  readonly #checkpoint: Checkpoint;
  readonly #bank: Bank;
  readonly #content: Content;
  readonly #words: Vocabulary;

  constructor(play: Playthrough, checkpoint: Checkpoint, bank: Bank, content: Content, words: Vocabulary) {
    this.#play = play;
    this.#checkpoint = checkpoint;
    this.#bank = bank;
    this.#content = content;
    this.#words = words;
  }

  get #question(): Question {
    return this.#isRetry ? this.#checkpoint.retry : this.#checkpoint.first;
  }

  get #shown(): readonly OptionId[] {
    const { item } = this.#question;
    const draws: Draws = drawsAt(this.#play, this.#isRetry);
    return item.kind === 'signs' ? askedOf(item).map(({ id }) => id) : shownOrder(item, draws);
  }

  // -------------------------------------------------------------- in lines

  question(): string {
    const w = this.#words;
    const { item, words } = this.#question;
    return [
      `${w.t('interface:checkpoint.heading')}. ${w.t(this.#isRetry ? 'interface:checkpoint.retryLead' : 'interface:checkpoint.lead')}`,
      words.stem,
      [...this.#lines().map((line, at) => `  ${at + 1}  ${line}`), ...(item.kind === 'signs' ? this.#given(item) : [])].join('\n'),
      w.t(`interface:terminal.question.hint.${item.kind}`),
    ]
      .map((part) => wrap(part, part.startsWith('  ') ? 3 : 0))
      .join('\n\n');
  }

  /** What is numbered: options or steps as shown, or the arrows whose sign is asked. */
  #lines(): string[] {
    const { item, words } = this.#question;
    if (item.kind === 'signs') return askedOf(item).map((edge) => this.#arrow(edge));
    return this.#shown.map((id) => words.options[id]?.text ?? '');
  }

  #arrow({ from, to }: Edge): string {
    const { nodes } = this.#question.words;
    return this.#words.t('interface:terminal.question.arrow', { from: nodes[from] ?? '', to: nodes[to] ?? '' });
  }

  #given({ edges }: ItemOf<'signs'>): string[] {
    const w = this.#words;
    return edges.filter(({ given }) => given).map((edge) => `     ${w.t('interface:asking.signs.given')} ${this.#arrow(edge)}: ${w.t(`interface:asking.signs.${edge.sign}`)}`);
  }

  /** What was typed as a response; null where it is none. @param numbers of lines as shown; of an item of signs one for each arrow, by `SIGNS` */
  responseOf(numbers: readonly string[]): Response | null {
    const { item } = this.#question;
    const shown = this.#shown;
    const at = numbers.map((number) => (/^\d{1,2}$/.test(number) ? Number(number) - 1 : -1));
    const ids = at.map((one) => shown[one]);
    switch (item.kind) {
      case 'one':
      case 'scale':
        return ids.length === 1 ? readResponse(item, { kind: item.kind, option: ids[0] }) : null;
      case 'several':
        return readResponse(item, { kind: item.kind, options: ids });
      case 'order':
        return readResponse(item, { kind: item.kind, steps: ids });
      case 'signs':
        return at.length === shown.length ? readResponse(item, { kind: item.kind, signs: Object.fromEntries(shown.map((id, i) => [id, SIGNS[at[i] ?? -1]])) }) : null;
    }
  }

  /** Asks how sure somebody is of a response. */
  sure(response: Response): string {
    const w = this.#words;
    const pay = (credit: number, confidence: Confidence) => signedPoints(w, points({ credit }, confidence));
    return [
      wrap(w.t('interface:terminal.question.taken', { answer: this.#answerText(response) })),
      ...CONFIDENCES.map((number) =>
        w.t('interface:terminal.question.sure', {
          number,
          name: w.t(`interface:asking.confidence.name.${number}`),
          right: w.t('interface:asking.confidence.ifRight', { points: pay(1000, number) }),
          wrong: w.t('interface:asking.confidence.ifWrong', { points: pay(0, number) }),
        }),
      ),
    ].join('\n');
  }

  #answerText(response: Response): string {
    const number = (id: OptionId) => String(this.#shown.indexOf(id) + 1);
    switch (response.kind) {
      case 'one':
      case 'scale':
        return number(response.option);
      case 'several':
        return response.options.map(number).join(', ');
      case 'order':
        return response.steps.map(number).join(', ');
      case 'signs':
        return this.#shown.map((id) => this.#words.t(`interface:asking.signs.${response.signs[id] ?? 'none'}`)).join(', ');
    }
  }

  /** Marks a response of the question's kind; after a first miss the second question is the one asked. */
  answer(response: Response, confidence: Confidence): Marked & { feedback: string } {
    const { item } = this.#question;
    const marked = mark(item, response);
    const settled = marked.right || this.#isRetry;
    const earned = points(marked, confidence);
    const feedback = this.#feedback(response, confidence, marked, earned);
    if (!settled) this.#isRetry = true;
    return { mark: marked, points: earned, choice: settled ? { kind: 'answer', item: item.id, response, earned: marked.right } : null, feedback };
  }

  #feedback(response: Response, confidence: Confidence, marked: Mark, earned: number): string {
    const w = this.#words;
    const { item } = this.#question;
    const verdict = marked.right ? 'right' : marked.credit > 0 ? 'partly' : 'wrong';
    const beliefs = marked.misconceptions.flatMap((id) => this.#belief(id) ?? []);
    const claim = this.#content.claims.find(({ id }) => id === item.claim);
    const heading = item.kind === 'order' ? 'steps' : item.kind === 'signs' ? 'arrows' : 'options';
    const indented = (heading: string, lines: readonly string[]) => (lines.length === 0 ? '' : [heading, ...lines.map((line) => wrap(`  ${line}`, 2))].join('\n'));
    return [
      wrap(
        [
          `${w.t(`interface:asking.result.${verdict}`)}.`,
          verdict === 'partly' ? w.t('interface:asking.result.credit', { percent: percent(w, marked.credit) }) : '',
          w.t(`interface:asking.result.were.${confidence}`),
          w.t('interface:asking.result.points', { count: Math.abs(earned) / 1000, points: signedPoints(w, earned) }),
        ]
          .filter((text) => text !== '')
          .join(' '),
      ),
      indented(
        w.t('interface:asking.result.believed'),
        beliefs.map(
          ({ name, paragraphs }) => `“${name}”${paragraphs.length === 0 ? '' : ` (${w.t('interface:asking.result.answeredIn', { paragraphs: this.#paragraphs(paragraphs) })})`}`,
        ),
      ),
      indented(w.t(`interface:asking.result.${heading}`), this.#explained(response)),
      indented(w.t('interface:asking.result.claim'), claim === undefined ? [] : [`${w.t(`claims:${claim.id}`)} (${this.#paragraphs(claim.paragraphs)})`]),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  }

  /** Every option, step or arrow with why it is right or wrong; the steps in the right order. */
  #explained(response: Response): string[] {
    const w = this.#words;
    const { item, words } = this.#question;
    const marks = (yours: boolean, key: boolean) =>
      [yours ? w.t('interface:asking.result.yours') : '', key ? w.t(item.kind === 'several' ? 'interface:asking.result.keys' : 'interface:asking.result.key') : '']
        .filter((text) => text !== '')
        .map((text) => ` [${text}]`)
        .join('');
    if (item.kind === 'signs') {
      const given = response.kind === 'signs' ? response.signs : {};
      return askedOf(item).flatMap((edge, at) => [
        `${at + 1}  ${this.#arrow(edge)}`,
        ...SIGNS.map((sign) => `   ${w.t(`interface:asking.signs.${sign}`)}${marks(given[edge.id] === sign, edge.sign === sign)}: ${words.edges[edge.id]?.[sign] ?? ''}`),
      ]);
    }
    const line = (id: OptionId, told: string) => `${this.#shown.indexOf(id) + 1}  ${words.options[id]?.text ?? ''}${told} – ${words.options[id]?.why ?? ''}`;
    if (item.kind === 'order') {
      const placed = response.kind === 'order' ? response.steps : [];
      return item.steps.map(({ id }) => line(id, ` [${w.t('interface:asking.result.place', { place: placed.indexOf(id) + 1 })}]`));
    }
    const chosen = response.kind === 'several' ? response.options : response.kind === 'one' || response.kind === 'scale' ? [response.option] : [];
    return this.#shown.map((id) => line(id, marks(chosen.includes(id), item.options.find((option) => option.id === id)?.key === true)));
  }

  #belief(id: MisconceptionId): { name: string; paragraphs: readonly number[] } | null {
    const quiz = this.#bank.quizzes.find(({ misconceptions }) => misconceptions.some((one) => one.id === id));
    if (quiz === undefined) return this.#checkpoint.beliefOf(id);
    return { name: quizWordsIn(this.#bank, quiz.id, this.#words.language).misconceptions[id] ?? '', paragraphs: this.#bank.misconceptions.get(id)?.paragraphs ?? [] };
  }

  #paragraphs(list: readonly number[]): string {
    return this.#words.t('interface:why.paragraphs', { count: list.length, list: list.join(', ') });
  }

  // -------------------------------------------------------------- for programs

  /** The question without what is right in it. */
  told(): object {
    const { item, words } = this.#question;
    const listed = this.#shown.map((id) => ({ id, text: words.options[id]?.text ?? '' }));
    const common = { type: 'question', retry: this.#isRetry, item: item.id, kind: item.kind, stem: words.stem };
    switch (item.kind) {
      case 'one':
      case 'several':
      case 'scale':
        return { ...common, options: listed };
      case 'order':
        return { ...common, steps: listed };
      case 'signs': {
        const edges = item.edges.map(({ id, from, to, given, sign }) => (given ? { id, from, to, sign } : { id, from, to }));
        return { ...common, nodes: item.nodes.map((id) => ({ id, text: words.nodes[id] ?? '' })), edges };
      }
    }
  }

  /** What a program sent, as a response to the question; null where it is none. */
  read(sent: unknown): Response | null {
    return readResponse(this.#question.item, sent);
  }

  /** Answers as a program does, and tells what came of it. */
  mark(response: Response, confidence: Confidence): Marked & { told: object } {
    const { item, words } = this.#question;
    const beliefOf = (id: MisconceptionId) => ({ id, ...this.#belief(id) });
    const { feedback: _, ...marked } = this.answer(response, confidence);
    const { mark: given, points: earned, choice } = marked;
    return {
      ...marked,
      told: {
        type: 'marked',
        item: item.id,
        ...given,
        misconceptions: given.misconceptions.map(beliefOf),
        confidence,
        points: earned / 1000,
        key: keyOf(item),
        explained: explanations(item, words),
        earned: choice?.earned ?? null,
      },
    };
  }
}

/** @returns null where no checkpoint waits */
export function askAt(play: Playthrough, bank: Bank, content: Content, words: Vocabulary): Asking | null {
  const checkpoint = checkpointOf(play, bank, words);
  return checkpoint === null ? null : new Asking(play, checkpoint, bank, content, words);
}

const askedOf = ({ edges }: ItemOf<'signs'>): Edge[] => edges.filter(({ given }) => !given);

function explanations(item: Item, words: Question['words']): object {
  return item.kind === 'signs' ? words.edges : Object.fromEntries(Object.entries(words.options).map(([id, { why }]) => [id, why]));
}

/** "+3", "−1.3" with a true minus, or "0". */
function signedPoints({ language }: Vocabulary, thousandths: number): string {
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.abs(thousandths) / 1000);
  return `${thousandths > 0 ? '+' : thousandths < 0 ? '−' : ''}${size}`;
}
