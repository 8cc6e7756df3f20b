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
  const heads = joinChecked(
    (table.heads ?? []).map(({ heading, start, span }) => {
      const { value, problems } = render(heading);
      return { value: { heading: value, start, span }, problems };
    }),
  );
  const rows = joinChecked(table.rows.map((row) => buildRow(row, table, anchor, render)));
  const notes = joinChecked(table.notes.map(render));
  return {
    value: {
      kind: 'table',
      anchor,
      number,
      title: title.value,
      columns: table.columns.map(({ align, letter, headsRows }, index) => ({
        heading: [...(headings.value[index] ?? []), ...citeLetter(letter, table, anchor)],
        align,
        width: null,
        ...(headsRows && { headsRows }),
      })),
      ...(heads.value.length > 0 && { heads: heads.value }),
      rows: rows.value,
      notes: notes.value.map((note, index) => [...nameNote(index, table), ...note]),
      place: table.place,
    },
    problems: [title, headings, heads, rows, notes].flatMap(({ problems }) => problems),
  };
}

function buildRow(
  { kind, cells, letter }: ManuscriptTable['rows'][number],
  table: ManuscriptTable,
  anchor: string,
  render: RenderFragment,
): Checked<Table['rows'][number]> {
  const { value, problems } = joinChecked(cells.map((cell) => buildCell(cell, anchor, render)));
  const [heading = [], ...others] = value;
  const named =
    letter === undefined ? value : [[...heading, ...citeLetter(letter, table, anchor)], ...others];
  return { value: { kind, cells: named }, problems };
}

/** Makes the mark that leads from a heading to its note: "(a)". */
function citeLetter(letter: string | undefined, { letters = {} }: ManuscriptTable, anchor: string): Inline[] {
  const index = letter === undefined ? undefined : letters[letter];
  if (letter === undefined || index === undefined) return [];
  return [
    { kind: 'text', text: '\u00a0' },
    { kind: 'reference', target: makeNoteAnchor({ anchor }, index + 1), text: `(${letter})` },
  ];
}

/** Starts a note with the letter that headings cite. */
function nameNote(index: number, { letters = {} }: ManuscriptTable): Inline[] {
  const letter = Object.keys(letters).find((name) => letters[name] === index);
  return letter === undefined ? [] : [{ kind: 'text', text: `(${letter}) ` }];
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
