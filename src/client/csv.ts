// Tables for spreadsheets. What is in a cell is never run as a formula.

import Papa from 'papaparse';

/** Spreadsheets take a file without it for another alphabet. */
const BYTE_ORDER_MARK = '\ufeff';

export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${BYTE_ORDER_MARK}${Papa.unparse(rows as unknown[][], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
