import type { DataSet } from '../model/data-set.js';
import type { Fragment } from '../model/fragment.js';
import type { Checked } from '../model/problem.js';
import { selectRows } from '../model/select-rows.js';
import type { TableSpec } from '../model/template.js';
import type { Renderer } from './renderer.js';

/**
 * Renders the cells of the type markdown that no table prints, to find their mistakes. Their authors see a mistake where they make
 * it, and not months later in another paper. `placed` names the tables that sections place. Returns the cells that the next stage has
 * to check.
 */
export function renderUnprintedCells(
  dataSets: Readonly<Record<string, DataSet>>,
  tables: readonly TableSpec[],
  placed: ReadonlySet<string>,
  { render }: Pick<Renderer, 'render'>,
): Checked<Fragment[]> {
  const printed = tables.filter(({ id }) => placed.has(id));
  const rendered = Object.values(dataSets).flatMap((set) => {
    const columns = set.columns.filter(({ type }) => type === 'markdown').map(({ id }) => id);
    if (columns.length === 0) return [];
    const cells = listPrinted(set, printed);
    return set.rows.flatMap((row) =>
      columns.flatMap((column) => {
        const cell = row.cells[column];
        if (cell?.kind !== 'markup' || !canHaveMistakes(cell.markup.text)) return [];
        return cells.has(`${row.id}.${column}`) ? [] : [render(cell.markup)];
      }),
    );
  });
  return {
    value: rendered.flatMap(({ value, isComplete }) => (isComplete ? [value] : [])),
    problems: rendered.flatMap(({ problems }) => problems),
  };
}

/** Matches emphasis that is closed, and marks that a backslash takes the meaning from. */
const SOUND = /\\.|(\*\*|__|[*_])(?=\S)[^*_\n]+\1/g;

/** Matches characters that Markdown gives a meaning, and starts of lines that make other blocks than paragraphs. */
const MARKS = /[`*<[\]|{}]|__|^\s*(?:[-+#>~=]|\d+[.)]\s)|^(?: {4}|\t)/m;

/** Returns true if text can have mistakes. Most cells cannot, and the parser takes long for 10,000 of them. */
function canHaveMistakes(text: string): boolean {
  return MARKS.test(text.replace(SOUND, ''));
}

/** Lists the cells of a data set that tables print, as "row.column". */
function listPrinted(set: DataSet, tables: readonly TableSpec[]): Set<string> {
  return new Set(
    tables.flatMap(({ content }) => {
      if (content.kind !== 'data' || content.set !== set.id) return [];
      const columns = content.columns ?? set.columns.map(({ id }) => id);
      return selectRows(content, set).flatMap((row) => columns.map((column) => `${row.id}.${column}`));
    }),
  );
}
