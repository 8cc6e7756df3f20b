import type { Block } from '../model/blocks/block.js';
import type { Table } from '../model/blocks/table.js';
import { toPlainText } from '../model/inline.js';
import { listSections } from '../model/list-sections.js';
import type { Problem } from '../model/problem.js';
import type { CheckableText } from './checkable-text.js';
import { reportProblem } from './report-problem.js';

/** Checks that the marks of each table have a note, in the table or after it, and that each note has its mark. */
export function checkMarkNotes({ document }: CheckableText): Problem[] {
  return listSections(document).flatMap(({ blocks }) =>
    blocks.flatMap((block, index) =>
      block.kind === 'table' ? findUnmatchedMarks(block, blocks.slice(index + 1, index + 3)) : [],
    ),
  );
}

const MARK = /[▲▼△▽↔*†‡§]/g;

/** Finds marks that no note explains, and notes that explain a mark which the table does not have. */
function findUnmatchedMarks(table: Table, after: Block[]): Problem[] {
  const cells = table.rows.flatMap((row) => row.cells.map(toPlainText)).join(' ');
  const notes = [
    ...table.notes.map(toPlainText),
    ...after.flatMap((block) =>
      block.kind === 'note' || block.kind === 'paragraph' ? [toPlainText(block.content)] : [],
    ),
  ];
  const marks = new Set(cells.match(MARK) ?? []);
  const explained = new Set(notes.join(' ').match(MARK) ?? []);
  const inNotes = new Set(table.notes.map(toPlainText).join(' ').match(MARK) ?? []);
  const name = table.number ?? 'the table';
  return [
    ...[...marks]
      .filter((mark) => !explained.has(mark))
      .map((mark) =>
        reportProblem('mark-has-note', table.place, `no note explains the mark ${mark} of ${name}`, {
          expected: `a note under the table: ${mark} …`,
        }),
      ),
    ...[...inNotes]
      .filter((mark) => !marks.has(mark))
      .map((mark) =>
        reportProblem(
          'mark-has-note',
          table.place,
          `a note explains the mark ${mark}, but ${name} has no such mark`,
          {
            hint: 'Add the mark to its cell, or remove the note.',
          },
        ),
      ),
  ];
}
