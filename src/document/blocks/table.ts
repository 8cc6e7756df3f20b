import type { Table } from '../../model/blocks/table.js';
import type { Inline } from '../../model/inline.js';
import { joinChecked } from '../../model/join-checked.js';
import { makeNoteAnchor } from '../../model/make-note-anchor.js';
import { FIRST_NOTE_LINK, type Cell, type ManuscriptTable } from '../../model/manuscript.js';
import type { Checked } from '../../model/problem.js';
import type { Placed, RenderFragment } from './placed.js';

export function buildTable(
  table: ManuscriptTable,
  { anchor, number }: Placed,
  render: RenderFragment,
): Checked<Table> {
  const title = render(table.title);
  const headings = joinChecked(
    table.columns.map(({ heading }) =>
      typeof heading === 'string'
        ? { value: [{ kind: 'text' as const, text: heading }], problems: [] }
        : render(heading),
    ),
  );
  const rows = joinChecked(table.rows.map((row) => buildRow(row, anchor, render)));
  const notes = joinChecked(table.notes.map(render));
  return {
    value: {
      kind: 'table',
      anchor,
      number,
      title: title.value,
      columns: table.columns.map(({ align }, index) => ({
        heading: headings.value[index] ?? [],
        align,
        width: null,
      })),
      rows: rows.value,
      notes: notes.value,
      place: table.place,
    },
    problems: [title, headings, rows, notes].flatMap(({ problems }) => problems),
  };
}

function buildRow(
  { kind, cells }: ManuscriptTable['rows'][number],
  anchor: string,
  render: RenderFragment,
): Checked<Table['rows'][number]> {
  const { value, problems } = joinChecked(cells.map((cell) => buildCell(cell, anchor, render)));
  return { value: { kind, cells: value }, problems };
}

function buildCell(cell: Cell, anchor: string, render: RenderFragment): Checked<Inline[]> {
  if (!Array.isArray(cell)) return render(cell);
  return { value: cell.map((inline) => linkToNote(inline, anchor)), problems: [] };
}

/** Generated marks lead to the first note of their table. The table's anchor is first known here. */
function linkToNote(inline: Inline, anchor: string): Inline {
  if (inline.kind !== 'reference' || inline.target !== FIRST_NOTE_LINK) return inline;
  return { ...inline, target: makeNoteAnchor({ anchor }, 1) };
}
