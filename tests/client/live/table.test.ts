// The report as tables: what a spreadsheet gets of a quiz and of a class's campaign.

import { expect, test } from 'vitest';
import { csvOf } from '../../../src/client/live/report/csv.ts';
import { sheetsOf } from '../../../src/client/live/report/table.ts';
import { createWords } from '../../../src/content/words.ts';
import type { CardId } from '../../../src/rules/types.ts';
import { reportOf } from '../../../src/session/report.ts';
import type { Report, SeatId } from '../../../src/session/types.ts';
import type { TellingKey } from '../../../src/telling/wording.ts';
import { content } from '../../content.ts';
import { lesson } from '../../session/lesson.ts';

const words = createWords<TellingKey>(content.text, 'en');

function report(): Report {
  const one = lesson();
  const [ada, bo] = [one.join('ada'), one.join('bo')];
  one.command({ type: 'start' });
  one.answer(ada, one.right(), { confidence: 3 });
  one.answer(bo, one.wrong(), { confidence: 3 });
  one.command({ type: 'reveal', round: 0 });
  one.command({ type: 'wrapUp' });
  return reportOf(one.state, { get: (seat) => (seat === ada ? '=Ada' : 'Bo') }, { openedAt: 0, endedAt: null });
}

test('a quiz: a student a row with an answer a column, then misconceptions, claims and questions', () => {
  const sheets = sheetsOf(report(), words, false);
  expect(sheets.map(({ name }) => name)).toEqual(['By student', 'By misconception', 'By claim', 'By question']);
  const [students] = sheets;
  expect(students?.rows).toHaveLength(3);
  expect(students?.rows[1]?.slice(0, 3)).toEqual(['=Ada', 1, 1]);
  expect(students?.rows[2]?.slice(0, 3)).toEqual(['Bo', 1, 0]);
  expect(sheets[1]?.rows.length).toBeGreaterThan(1);
});

test('with names hidden, none is in any table', () => {
  expect(csvOf(sheetsOf(report(), words, true))).not.toMatch(/Ada|Bo\b/);
});

test('a name that begins like a formula is no formula in a table of commas', () => {
  expect(csvOf(sheetsOf(report(), words, false))).not.toMatch(/(^|,|\n)"?=Ada/);
});

test('a campaign: a turn a row, and exit tickets', () => {
  const card = 'quiet-channel' as CardId;
  const played: Report = {
    ...report(),
    played: {
      campaign: null as never,
      held: 0,
      turns: [{ turn: 0, beliefs: [200, 700], tally: { votes: 3, cards: [{ card, votes: 2 }], hold: 1 }, decided: [card], voted: [card], second: [], overruled: false }],
    },
    tickets: [{ seat: 's1' as SeatId, name: 'Ada', claim: 'A deal', evidence: 'Trains', reasoning: 'Hidden' }],
  };
  const sheets = sheetsOf(played, words, false);
  expect(sheets.find(({ name }) => name === 'What the class decided')?.rows[1]).toEqual([1, card, '', 0, `${card} 2`, 0.45, 1]);
  expect(sheets.find(({ name }) => name === 'Exit tickets')?.rows[1]).toEqual(['Ada', 'A deal', 'Trains', 'Hidden']);
});
