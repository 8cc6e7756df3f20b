import { humanise } from '../format/words.js';
import { inferColumns } from '../inputs/data-sets/build-columns.js';
import { parseNumber } from '../inputs/data-sets/parse-cell.js';
import type { RawTable } from '../inputs/data-sets/raw-table.js';
import type { ColumnType, DataSet } from '../model/data-set.js';
import { groupBy } from '../model/group-by.js';
import { nameData } from '../model/name-data.js';

/** A column as `data/datasets.yaml` defines it. */
interface ProposedColumn {
  label: string;
  /** The heading in the file, where neither the name nor the label is it. */
  header?: string;
  type: ColumnType;
  /** True for percentages below 0 or above 100, such as the fill rates of shifts. */
  confirmed?: true;
}

/** The definition of a data set, as `data/datasets.yaml` has it. */
export interface ProposedDefinition {
  title: string;
  columns: Record<string, ProposedColumn>;
}

/** Proposes the definition of a data set: a column for each heading, with the type that its cells have. */
export function proposeDefinition(id: string, table: RawTable, earlier: DataSet | null): ProposedDefinition {
  const columns = inferColumns(table, { earlier, packed: null }).value.columns.map(
    ({ id: name, label, type }, at) => ({
      name: /[a-z0-9]$/.test(name) && name !== 'c-' ? name : `column-${at + 1}`,
      heading: table.headings[at]?.text ?? '',
      label: label.text,
      type: type ?? 'text',
      isUnusual: type === 'percent' && hasUnusual(table, table.headings[at]?.text ?? ''),
    }),
  );
  const groups = groupBy(columns, ({ name }) => name);
  const nameOf = (column: (typeof columns)[number]): string => {
    const namesakes: readonly (typeof columns)[number][] = groups.get(column.name) ?? [];
    const isOneHeading = new Set(namesakes.map(({ heading }) => heading)).size < 2;
    return isOneHeading ? column.name : `${column.name}-${namesakes.indexOf(column) + 1}`;
  };
  return {
    title: humanise(id),
    columns: Object.fromEntries(columns.map((column) => [nameOf(column), toEntry(nameOf(column), column)])),
  };
}

/** Returns true if a column has percentages that look like a mistake. */
function hasUnusual({ rows }: RawTable, heading: string): boolean {
  return rows.some(({ cells }) => {
    const number = parseNumber((cells.get(heading)?.text ?? '').replace(/\s*\[[a-z]+\].*$/i, ''), 'percent');
    return number !== null && (number.value < 0 || number.value > 100);
  });
}

function toEntry(
  name: string,
  {
    heading,
    label,
    type,
    isUnusual,
  }: { heading: string; label: string; type: ColumnType; isUnusual: boolean },
): ProposedColumn {
  const isFound = label === heading || nameData(heading) === name;
  return { label, ...(!isFound && { header: heading }), type, ...(isUnusual && { confirmed: true }) };
}
