import { formatColumns } from '../format/columns.js';

/** Formats rows under a heading. Columns that contain only numbers are right-aligned. */
export function formatTable(heading: string[], rows: string[][]): string {
  const isNumeric = heading.map((_cell, index) => rows.every((row) => /^\d*$/.test(row[index] ?? '')));
  return formatColumns([heading, ...rows], isNumeric).join('\n');
}
