// The report as a spreadsheet file. Texts are written as texts, so that none runs as a formula.

import writeXlsxFile from 'write-excel-file/browser';
import type { Sheet } from './table.ts';

const LONGEST_SHEET_NAME = 31;

export async function workbookOf(sheets: readonly Sheet[]): Promise<Blob> {
  return writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      sheet: name.replace(/[\\/*?:[\]]/g, ' ').slice(0, LONGEST_SHEET_NAME),
      data: rows.map((row, at) =>
        row.map((value) =>
          value === null ? null : typeof value === 'number' ? { type: Number, value } : { type: String, value, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) },
        ),
      ),
      stickyRowsCount: 1,
    })),
  ).toBlob();
}
