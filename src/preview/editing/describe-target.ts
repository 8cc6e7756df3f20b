import type { DescribedRow } from '../../edit/describe-row.js';
import type { EditTarget } from '../../edit/edit.js';
import type { OpenEdit } from './edit-messages.js';
import type { Opened } from './open-place.js';

/** Describes a target for the head of its editor, and for what is said of its edits. */
export function describeTarget({
  target,
  before: text,
  row,
}: Opened): Pick<OpenEdit, 'name' | 'label' | 'field' | 'note'> {
  switch (target.kind) {
    case 'heading':
      return { name: 'Heading', label: 'Heading', field: 'line', note: OF_TEMPLATE };
    case 'front-matter':
      return { name: 'Title of the appendix', label: 'Title', field: 'line', note: OF_TEMPLATE };
    case 'lines':
      return { name: 'Text of the template', label: MARKDOWN, field: 'text', note: OF_TEMPLATE };
    case 'cell':
      return {
        name: row ? nameCell(row) : `Cell in row ${target.row}, column ${target.column}`,
        label: 'Cell',
        field: 'line',
        note: null,
      };
    case 'yaml': {
      const label = findParagraph(target)?.label;
      if (label !== undefined)
        return { name: `Paragraph “${label}”`, label: MARKDOWN, field: 'text', note: null };
      const isLong = text.includes('\n') || text.length > 80 || text.includes('{{');
      return {
        name: row?.column ? nameCell(row) : nameValue(target.path),
        label: isLong ? MARKDOWN : 'Value',
        field: isLong ? 'text' : 'line',
        note: target.file.startsWith('templates/') ? OF_TEMPLATE : null,
      };
    }
    default:
      return target satisfies never;
  }
}

/** Names a cell by its row and column: “Bins”, “Visits”. */
function nameCell({ row, name, column }: DescribedRow): string {
  const heading = column === null ? 'no heading' : `“${column}”`;
  return name === null ? `Cell in row ${row}, column ${heading}` : `Cell in row “${name}”, column ${heading}`;
}

/** Returns the section and the label of a paragraph of the paper's own file. Null for any other target. */
export function findParagraph(target: EditTarget): { file: string; section: string; label: string } | null {
  if (target.kind !== 'yaml') return null;
  const [top, section, label, ...rest] = target.path;
  return top === 'narrative' && typeof section === 'string' && typeof label === 'string' && rest.length === 0
    ? { file: target.file, section, label }
    : null;
}

const MARKDOWN = 'Text: Markdown, with figures and references as {{…}}';
const OF_TEMPLATE = 'This text is in the template: every paper of this kind prints it.';

/** Names a value by its keys: “confidence”, “title” of “counts”. */
function nameValue(path: readonly (string | number)[]): string {
  const keys = path.filter((key) => typeof key === 'string');
  const [last = 'value', parent] = keys.reverse();
  if (last === NOTES) return `Note of “${parent ?? ''}”`;
  if (parent === undefined || !NAMES_OF_PARTS.has(last)) return `“${last}”`;
  return `${last.slice(0, 1).toUpperCase()}${last.slice(1)} ${PARENTS[parent] ?? `of “${parent}”`}`;
}

/** The key of the list of notes below a table or a drawing. */
const NOTES = 'notes';

/** Keys that say little without the one above. */
const NAMES_OF_PARTS = new Set([
  ...['title', 'subtitle', 'label', 'heading', 'alternative'],
  ...['value', 'base', 'source', 'published'],
]);

/** Words for lists, whose entries have no name in the path. */
const PARENTS: Record<string, string> = { sections: 'of the section', fields: 'of the header' };
