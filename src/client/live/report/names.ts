// How a seat is called in a report.

import type { ReportStudent } from '../../../session/types.ts';
import type { Vocabulary } from '../../../telling/wording.ts';

/** Its name, or its number where it has none or names are hidden. */
export function seatText(words: Vocabulary, { seat, name }: Pick<ReportStudent, 'seat' | 'name'>, isHidden = false): string {
  return isHidden || name === '' ? words.t('live:session.seat', { number: seat.slice(1) }) : name;
}

export function nameFor(words: Vocabulary, students: readonly ReportStudent[], seat: string): string {
  const student = students.find((one) => one.seat === seat);
  return student === undefined ? seat : seatText(words, student);
}
