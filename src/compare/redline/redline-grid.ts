import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { GridPart, How, RowComparison } from '../describe/comparison.js';
import { spansHtml } from './spans-html.js';

/** A table with the rows and columns of both versions; each that was added, removed or moved says so. */
export function gridHtml({ columns, rows }: GridPart, caption: Html): Html {
  const head = columns.map(({ how, heading, numeric }) => {
    const marks = { class: cellClass(how, numeric) };
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
    const { how: columnHow = [], numeric = false } = columns[index] ?? {};
    const content = [index === 0 ? tagOf(how) : null, spansHtml(cell)];
    if (kind === 'group') return makeElement('th', { scope: 'rowgroup', colspan: columns.length }, content);
    const attributes = { class: cellClass(columnHow, numeric) };
    return index === 0
      ? makeElement('th', { scope: 'row', ...attributes }, content)
      : makeElement('td', attributes, content);
  });
  const marks = [...(kind === 'data' ? [] : [kind]), ...wholly(how)];
  return markup`\n${makeElement('tr', { class: marks.join(' ') || null }, written)}`;
}

/** "added", "removed" or "moved", of a whole row or column. */
function wholly(how: readonly How[]): How[] {
  return how.filter((one) => one === 'added' || one === 'removed' || one === 'moved');
}

function tagOf(how: readonly How[]): Html | null {
  const words = wholly(how);
  return words.length > 0 ? markup`<span class="tag">${words.join(', ')}</span> ` : null;
}

function cellClass(how: readonly How[], numeric: boolean): string | null {
  return [...(numeric ? ['figure'] : []), ...wholly(how)].join(' ') || null;
}
