// All tables of a report below each other, for programs that open one table a file.

import { csvOf as csvOfRows } from '../../csv.ts';
import type { Sheet } from './table.ts';

export function csvOf(sheets: readonly Sheet[]): string {
  return csvOfRows(sheets.flatMap(({ name, rows }, at) => [...(at === 0 ? [] : [[]]), [name], ...rows]));
}
