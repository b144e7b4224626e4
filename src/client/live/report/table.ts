// The report as tables for spreadsheets.

import type { Response } from '../../../quiz/types.ts';
import type { PlayedTurn, Report } from '../../../session/types.ts';
import { percent, type Vocabulary } from '../../../telling/wording.ts';
import { seatText } from './names.ts';

export type Cell = string | number | null;
export interface Sheet {
  name: string;
  /** The first row is the heading. */
  rows: readonly (readonly Cell[])[];
}

/** Students with an answer a column, then what stands by misconception, by claim and by question. */
export function sheetsOf(report: Report, words: Vocabulary, areNamesHidden: boolean): Sheet[] {
  const t = (
    key:
      | 'removed'
      | 'byStudent'
      | 'byMisconception'
      | 'byClaim'
      | 'byItem'
      | 'claim'
      | 'belief'
      | 'answeredIn'
      | 'held'
      | 'surely'
      | 'answers'
      | 'right'
      | 'surelyWrong'
      | 'question'
      | 'rightBefore',
  ) => words.t(`live:report.${key}`);
  const column = (name: 'name' | 'answered' | 'right' | 'points' | 'brier') => words.t(`live:report.column.${name}`);
  return [
    {
      name: t('byStudent'),
      rows: [
        [
          column('name'),
          column('answered'),
          column('right'),
          column('points'),
          column('brier'),
          ...report.items.map(({ number, isTwin }) => words.t(isTwin ? 'live:report.twinNumber' : 'live:report.number', { number })),
        ],
        ...report.students.map((student): Cell[] => [
          `${seatText(words, student, areNamesHidden)}${student.removed ? ` (${t('removed')})` : ''}`,
          student.answered,
          student.right,
          student.points / 10,
          student.brier === null ? null : student.brier / 1000,
          ...student.answers.map((answer) => (answer === null ? '' : answer.late ? words.t('live:status.late') : `${letters(answer.response)} ${percent(words, answer.credit)}`)),
        ]),
      ],
    },
    ...(report.played === null ? [] : [decisionSheet(report.played.turns, words)]),
    ...(report.tickets.length === 0 ? [] : [ticketSheet(report.tickets, words, areNamesHidden)]),
    {
      name: t('byMisconception'),
      rows: [
        [t('belief'), t('answeredIn'), t('held'), t('surely'), t('answers')],
        ...report.misconceptions.map(({ misconception, held, surely, answers }): Cell[] => [
          misconception.name,
          misconception.paragraphs.map((one) => `¶${one}`).join(' '),
          held,
          surely,
          answers,
        ]),
      ],
    },
    {
      name: t('byClaim'),
      rows: [
        [t('claim'), t('answers'), t('right'), t('surelyWrong')],
        ...report.claims.map(({ claim, answers, right, surelyWrong }): Cell[] => [claim.text, answers, right === null ? null : right / 1000, surelyWrong]),
      ],
    },
    {
      name: t('byItem'),
      rows: [
        [t('question'), t('answers'), t('rightBefore'), t('right')],
        ...report.items.map(({ question, ballots, skipped }): Cell[] => {
          const [first, second] = ballots;
          const last = second ?? first;
          return [
            question.words.stem,
            skipped ? null : (last?.answers ?? null),
            second === undefined || first === undefined ? null : first.right,
            skipped ? null : (last?.right ?? null),
          ];
        }),
      ],
    },
  ];
}

/** A turn a row; cards by their ids, which a reader without the game's words can look up too. */
function decisionSheet(turns: readonly PlayedTurn[], words: Vocabulary): Sheet {
  const t = (key: 'decisions' | 'turn' | 'played' | 'second' | 'mean' | 'hold' | 'overruled') => words.t(`live:class.debrief.${key}`);
  return {
    name: t('decisions'),
    rows: [
      [t('turn'), t('played'), t('second'), t('overruled'), words.t('live:class.control.tally'), t('mean'), t('hold')],
      ...turns.map(({ turn, decided, second, overruled, tally, beliefs }): Cell[] => [
        turn + 1,
        decided.join(' '),
        second.join(' '),
        overruled ? 1 : 0,
        tally.cards.map(({ card, votes }) => `${card} ${votes}`).join(', '),
        beliefs.length === 0 ? null : Math.round(beliefs.reduce((sum, belief) => sum + belief, 0) / beliefs.length) / 1000,
        tally.hold,
      ]),
    ],
  };
}

function ticketSheet(tickets: Report['tickets'], words: Vocabulary, areNamesHidden: boolean): Sheet {
  const parts = ['claim', 'evidence', 'reasoning'] as const;
  return {
    name: words.t('live:class.ticket.report'),
    rows: [
      [words.t('live:report.column.name'), ...parts.map((part) => words.t(`live:class.ticket.parts.${part}`))],
      ...tickets.map((ticket): Cell[] => [seatText(words, ticket, areNamesHidden), ...parts.map((part) => ticket[part])]),
    ],
  };
}

/** Such as `B`, `A C`, or `A+ B−` for signs. */
function letters(response: Response): string {
  switch (response.kind) {
    case 'one':
    case 'scale':
      return response.option.toUpperCase();
    case 'several':
      return response.options.map((id) => id.toUpperCase()).join(' ');
    case 'order':
      return response.steps.map((id) => id.toUpperCase()).join(' ');
    case 'signs':
      return Object.entries(response.signs)
        .map(([id, sign]) => `${id.toUpperCase()}${{ more: '+', less: '−', none: '0' }[sign]}`)
        .join(' ');
  }
}
