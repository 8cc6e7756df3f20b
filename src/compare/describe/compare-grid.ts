import type { Chart } from '../../model/blocks/chart.js';
import type { Table } from '../../model/blocks/table.js';
import { hasOneCell } from '../../model/has-one-cell.js';
import { interleave, type Pair } from '../align/interleave.js';
import { listWords } from '../align/list-words.js';
import { makeMember, type Member } from '../align/member.js';
import { matchMembers } from '../align/match-members.js';
import { pairSequences } from '../align/pair-sequences.js';
import type { Words } from '../align/words.js';
import { classifyPair, sortKinds } from './classify-change.js';
import type { CompareWords } from './compare-words.js';
import type { ChangeKind, ColumnComparison, GridPart, RowComparison } from './comparison.js';
import { toGrid, type Column, type GridRow } from './to-grid.js';

/** Compares two grids cell by cell. Rows and columns are matched by their headings. */
export function compareGrid(
  before: Table | Chart | null,
  after: Table | Chart | null,
  compare: CompareWords,
): Pick<GridPart, 'columns' | 'rows' | 'how'> {
  const [old, now] = [toGrid(before), toGrid(after)];
  const pairs = pairColumns(old.columns, now.columns);
  const columns = pairs.map((pair) => compareColumn(pair, compare));
  const rows = pairSequences(old.rows, now.rows, toRowMember).map((pair) => compareRow(pair, pairs, compare));
  return { columns, rows, how: classifyGrid(columns, rows) };
}

/** Pairs columns by heading. In tables of the same width, columns with new headings are also paired by place. */
function pairColumns(before: Column[], after: Column[]): Pair<Column>[] {
  const targets = matchMembers(before.map(toColumnMember), after.map(toColumnMember));
  if (before.length === after.length)
    targets.forEach((to, from) => {
      if (to === -1 && !targets.includes(from)) targets[from] = from;
    });
  return interleave({ before, after, targets }, () => 1).filter(({ isAway }) => !isAway);
}

function toColumnMember({ heading }: Column): Member {
  const words = listWords(heading);
  return makeMember('column', { label: words.join(' '), words, isKnownByPlace: true });
}

function toRowMember({ kind, label, cells }: GridRow): Member {
  return makeMember(kind, { label, words: cells.flatMap(listWords) });
}

function compareColumn(pair: Pair<Column>, compare: CompareWords): ColumnComparison {
  const heading = compare(pair.before?.heading ?? null, pair.after?.heading ?? null);
  const { isNumeric = false, headsRows = false } = pair.after ?? pair.before ?? {};
  return { how: classifyPair(pair, [heading]), heading, isNumeric, headsRows };
}

function compareRow(pair: Pair<GridRow>, columns: Pair<Column>[], compare: CompareWords): RowComparison {
  const { before, after } = pair;
  const { kind = 'data', name = '' } = after ?? before ?? {};
  const cellColumns = hasOneCell({ kind }) ? columns.slice(0, 1) : columns;
  const cells = cellColumns.map((column) =>
    compare(findCell(before, column.before), findCell(after, column.after)),
  );
  const inBothVersions = cells.filter((_, at) => cellColumns[at]?.before && cellColumns[at].after);
  return { how: classifyPair(pair, inBothVersions), kind, name, cells };
}

function findCell(row: GridRow | null, column: Column | null): Words | null {
  return row && column ? (row.cells[column.index] ?? null) : null;
}

/** Changes inside rows that both versions have are changes of the grid. */
function classifyGrid(columns: readonly ColumnComparison[], rows: readonly RowComparison[]): ChangeKind[] {
  const inside = rows
    .map(({ how }) => how)
    .filter((how) => !how.includes('added') && !how.includes('removed'));
  const how = inside.flat().filter((kind) => kind !== 'moved');
  if (rows.some((row) => row.how.some(isRowChange))) how.push('rows');
  if (columns.some((column) => column.how.length > 0)) how.push('columns');
  return sortKinds(how);
}

function isRowChange(kind: ChangeKind): boolean {
  return kind === 'added' || kind === 'removed' || kind === 'moved';
}
