import type { DataColumn, DataRow } from '../../model/data-set.js';
import type { Markup } from '../../model/markup.js';
import type { DataTable } from '../../model/template.js';

/** A note that the heading of a column or a row cites by a letter. */
export interface LetteredNote {
  letter: string;
  note: Markup;
  column: string | null;
  row: string | null;
}

/** Gives letters to the notes on columns and rows that the table prints, from left to right and from top to bottom. */
export function letterNotes(
  { columnNotes, rowNotes }: DataTable,
  columns: readonly DataColumn[],
  rows: readonly DataRow[],
): LetteredNote[] {
  const notes = [
    ...columns.flatMap(({ id }) => {
      const note = columnNotes[id];
      return note ? [{ note, column: id, row: null }] : [];
    }),
    ...rows.flatMap(({ id }) => {
      const note = rowNotes[id];
      return note ? [{ note, column: null, row: id }] : [];
    }),
  ];
  return notes.map((note, index) => ({ ...note, letter: toLetters(index) }));
}

/** Names notes a to z, then aa, ab and so on. */
function toLetters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : `${toLetters(Math.floor(index / 26) - 1)}${last}`;
}
