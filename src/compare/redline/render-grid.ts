import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { ChangeKind, ColumnComparison, GridPart, RowComparison } from '../describe/comparison.js';
import { hasOneCell } from '../../model/has-one-cell.js';
import { renderSpans } from './render-spans.js';

/** Renders a table with the rows and columns of both versions. Added, removed and moved ones have a tag. */
export function renderGrid({ columns, rows }: GridPart, caption: Html): Html {
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>
<caption>${caption}</caption>
<thead>
<tr>${columns.map(renderHeading)}</tr>
</thead>
<tbody>${rows.map((row) => renderRow(row, columns))}
</tbody>
</table></div>`;
}

function renderHeading({ how, heading, isNumeric, headsRows }: ColumnComparison): Html {
  const attributes = { class: joinCellClasses(how, isNumeric, headsRows) };
  if (heading.length === 0) return makeElement('td', attributes, null);
  return makeElement('th', { scope: 'col', ...attributes }, [renderTag(how), renderSpans(heading)]);
}

function renderRow(row: RowComparison, columns: readonly ColumnComparison[]): Html {
  const { how, kind } = row;
  const classes = [...(kind === 'data' ? [] : [kind]), ...selectWholeKinds(how)];
  const cells = hasOneCell(row) ? renderSpanningCell(row, columns.length) : renderCells(row, columns);
  return markup`\n${makeElement('tr', { class: classes.join(' ') || null }, cells)}`;
}

/** Renders the heading of a group, or the words for rows that the table leaves out. */
function renderSpanningCell({ how, kind, cells }: RowComparison, width: number): Html {
  const content = [renderTag(how), renderSpans(cells[0] ?? [])];
  return kind === 'group'
    ? makeElement('th', { scope: 'rowgroup', colspan: width }, content)
    : makeElement('td', { colspan: width }, content);
}

function renderCells({ how, cells }: RowComparison, columns: readonly ColumnComparison[]): Html[] {
  return cells.map((cell, index) => {
    const { how: columnHow = [], isNumeric = false, headsRows = false } = columns[index] ?? {};
    const attributes = { class: joinCellClasses(columnHow, isNumeric) };
    const content = [index === 0 ? renderTag(how) : null, renderSpans(cell)];
    return headsRows
      ? makeElement('th', { scope: 'row', ...attributes }, content)
      : makeElement('td', attributes, content);
  });
}

/** Selects the changes of a whole row or column. */
function selectWholeKinds(how: readonly ChangeKind[]): ChangeKind[] {
  return how.filter((kind) => kind === 'added' || kind === 'removed' || kind === 'moved');
}

function renderTag(how: readonly ChangeKind[]): Html | null {
  const kinds = selectWholeKinds(how);
  return kinds.length > 0 ? markup`<span class="tag">${kinds.join(', ')}</span> ` : null;
}

/** `stub` is the heading above the names of rows, which stay in sight while a table scrolls. */
function joinCellClasses(how: readonly ChangeKind[], isNumeric: boolean, isStub = false): string | null {
  return (
    [...(isNumeric ? ['figure'] : []), ...(isStub ? ['stub'] : []), ...selectWholeKinds(how)].join(' ') ||
    null
  );
}
