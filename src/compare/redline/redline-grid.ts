import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { GridPart, ChangeKind, RowComparison } from '../describe/comparison.js';
import { spansHtml } from './spans-html.js';

/** A table with the rows and columns of both versions; each that was added, removed or moved says so. */
export function gridHtml({ columns, rows }: GridPart, caption: Html): Html {
  const head = columns.map(({ how, heading, isNumeric }) => {
    const marks = { class: cellClass(how, isNumeric) };
    if (heading.length === 0) return makeElement('td', marks, null);
    return makeElement('th', { scope: 'col', ...marks }, [tagOf(how), spansHtml(heading)]);
  });
  const body = rows.map((row) => rowHtml(row, columns));
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>
<caption>${caption}</caption>
<thead>
<tr>${head}</tr>
</thead>
<tbody>${body}
</tbody>
</table></div>`;
}

function rowHtml({ how, kind, cells }: RowComparison, columns: GridPart['columns']): Html {
  const written = cells.map((cell, index) => {
    const { how: columnChangeKind = [], isNumeric = false } = columns[index] ?? {};
    const content = [index === 0 ? tagOf(how) : null, spansHtml(cell)];
    if (kind === 'group') return makeElement('th', { scope: 'rowgroup', colspan: columns.length }, content);
    const attributes = { class: cellClass(columnChangeKind, isNumeric) };
    return index === 0
      ? makeElement('th', { scope: 'row', ...attributes }, content)
      : makeElement('td', attributes, content);
  });
  const marks = [...(kind === 'data' ? [] : [kind]), ...wholly(how)];
  return markup`\n${makeElement('tr', { class: marks.join(' ') || null }, written)}`;
}

/** "added", "removed" or "moved", of a whole row or column. */
function wholly(how: readonly ChangeKind[]): ChangeKind[] {
  return how.filter((one) => one === 'added' || one === 'removed' || one === 'moved');
}

function tagOf(how: readonly ChangeKind[]): Html | null {
  const words = wholly(how);
  return words.length > 0 ? markup`<span class="tag">${words.join(', ')}</span> ` : null;
}

function cellClass(how: readonly ChangeKind[], isNumeric: boolean): string | null {
  return [...(isNumeric ? ['figure'] : []), ...wholly(how)].join(' ') || null;
}
