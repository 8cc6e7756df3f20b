import type { Chart } from '../../model/blocks/chart.js';
import type { Table } from '../../model/blocks/table.js';
import type { GridPart, How, RowComparison } from './comparison.js';
import { cellWords, gridOf, type Column, type GridRow } from './grid.js';
import { howPair, inOrder } from './how.js';
import { matchUp } from '../align/match-up.js';
import { interleave, sideBySide, type Pair } from '../align/side-by-side.js';
import type { Compare, Words } from './spans.js';

type Compared = Pick<GridPart, 'columns' | 'rows' | 'how'>;

/** Cell by cell: rows are known by what heads them, columns by their headings. */
export function compareGrid(
  before: Table | Chart | null,
  after: Table | Chart | null,
  compare: Compare,
): Compared {
  const [old, now] = [gridOf(before), gridOf(after)];
  const pairs = pairColumns(old.columns, now.columns);
  const columns = pairs.map((pair) => {
    const heading = compare(pair.before?.heading ?? null, pair.after?.heading ?? null);
    return { how: howPair(pair, [heading]), heading, numeric: (pair.after ?? pair.before)?.numeric ?? false };
  });
  const rows = sideBySide(old.rows, now.rows, ({ kind, label, cells }) => ({
    kind,
    label,
    group: '',
    words: cells.flatMap(cellWords),
    knownByPlace: false,
  })).map((pair) => compareRow(pair, pairs, compare));
  return { columns, rows, how: howGrid(columns, rows) };
}

function howGrid(columns: Compared['columns'], rows: Compared['rows']): How[] {
  const inPlace = ({ how }: { how: How[] }): boolean =>
    how.every((one) => one !== 'added' && one !== 'removed' && one !== 'moved');
  const how: How[] = rows.filter(({ how }) => !/added|removed/.test(how.join())).flatMap(({ how }) => how);
  return inOrder([
    ...how.filter((one) => one !== 'moved'),
    ...(rows.every(inPlace) ? [] : (['rows'] as const)),
    ...(columns.every(({ how }) => how.length === 0) ? [] : (['columns'] as const)),
  ]);
}

/** By heading; in tables of the same width, columns whose headings were changed also by place. */
function pairColumns(before: Column[], after: Column[]): Pair<Column>[] {
  const [old, now] = [before, after].map((columns) =>
    columns.map(({ heading }) => ({
      kind: 'column',
      label: cellWords(heading).join(' '),
      group: '',
      words: cellWords(heading),
      knownByPlace: true,
    })),
  );
  const targets = matchUp(old ?? [], now ?? []);
  if (before.length === after.length)
    targets.forEach((to, from) => {
      if (to === -1 && !targets.includes(from)) targets[from] = from;
    });
  return interleave(before, after, targets, () => 1).filter(({ away }) => !away);
}

function compareRow(pair: Pair<GridRow>, columns: Pair<Column>[], compare: Compare): RowComparison {
  const { before, after } = pair;
  const { kind = 'data', name = '' } = after ?? before ?? {};
  const cell = (row: GridRow | null, column: Column | null): Words | null =>
    row && column ? (row.cells[column.index] ?? null) : null;
  const wide = columns[0] ? [{ ...columns[0] }] : [];
  const across = kind === 'group' ? wide : columns;
  const cells = across.map((column) => compare(cell(before, column.before), cell(after, column.after)));
  const kept = cells.filter((_, at) => across[at]?.before && across[at].after);
  return { how: howPair(pair, kept), kind, name, cells };
}
