import type { Chart } from '../../model/blocks/chart.js';
import type { Table } from '../../model/blocks/table.js';
import type { GridPart, How, RowComparison } from './comparison.js';
import { toGrid, type Column, type GridRow } from './to-grid.js';
import { howPair, inOrder } from './classify-change.js';
import { interleave, type Pair } from '../align/interleave.js';
import { listWords } from '../align/list-words.js';
import { matchMembers } from '../align/match-members.js';
import { pairSequences } from '../align/pair-sequences.js';
import type { Words } from '../align/words.js';
import type { CompareWords } from './compare-words.js';

type Compared = Pick<GridPart, 'columns' | 'rows' | 'how'>;

/** Cell by cell: rows are known by what heads them, columns by their headings. */
export function compareGrid(
  before: Table | Chart | null,
  after: Table | Chart | null,
  compare: CompareWords,
): Compared {
  const [old, now] = [toGrid(before), toGrid(after)];
  const pairs = pairColumns(old.columns, now.columns);
  const columns = pairs.map((pair) => {
    const heading = compare(pair.before?.heading ?? null, pair.after?.heading ?? null);
    return { how: howPair(pair, [heading]), heading, numeric: (pair.after ?? pair.before)?.numeric ?? false };
  });
  const rows = pairSequences(old.rows, now.rows, ({ kind, label, cells }) => ({
    kind,
    label,
    group: '',
    words: cells.flatMap(listWords),
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
      label: listWords(heading).join(' '),
      group: '',
      words: listWords(heading),
      knownByPlace: true,
    })),
  );
  const targets = matchMembers(old ?? [], now ?? []);
  if (before.length === after.length)
    targets.forEach((to, from) => {
      if (to === -1 && !targets.includes(from)) targets[from] = from;
    });
  return interleave({ before, after, targets }, () => 1).filter(({ away }) => !away);
}

function compareRow(pair: Pair<GridRow>, columns: Pair<Column>[], compare: CompareWords): RowComparison {
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
