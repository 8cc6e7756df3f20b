import { formatNumber } from '../../format/numbers.js';
import { nameColumn, type DataCell, type DataColumn } from '../../model/data-set.js';
import type { Figure } from '../../model/figure.js';

/** Leaves out the figures of a row that rest on too few people or cases, and gives the others their base. */
export function hideUnreliable(
  cells: Record<string, DataCell>,
  columns: readonly DataColumn[],
): Record<string, DataCell> {
  if (!columns.some(({ minimumBase }) => minimumBase)) return cells;
  const changed = columns.flatMap((column): [string, DataCell][] => {
    const [cell, base] = [cells[column.id], findBase(cells, column)];
    if (cell?.kind !== 'figure' || cell.figure.value === null || base === null) return [];
    return [
      [
        column.id,
        addBase(cell.figure, base, column, columns) ?? { ...cell, figure: { ...cell.figure, base } },
      ],
    ];
  });
  return { ...cells, ...Object.fromEntries(changed) };
}

function findBase(cells: Record<string, DataCell>, { minimumBase }: DataColumn): number | null {
  const cell = minimumBase ? cells[minimumBase.column] : undefined;
  return cell?.kind === 'figure' ? cell.figure.value : null;
}

/** Returns the cell without its figure if the base is too small, and otherwise null. */
function addBase(
  figure: Figure,
  base: number,
  { minimumBase }: DataColumn,
  columns: readonly DataColumn[],
): DataCell | null {
  if (!minimumBase || base >= minimumBase.least) return null;
  const column = columns.find(({ id }) => id === minimumBase.column);
  const name = column ? nameColumn(column) : minimumBase.column;
  const reason = `it rests on ${formatNumber(base)} (${name}), fewer than ${minimumBase.least}`;
  const details = { ...figure };
  delete details.note; // that of a mark beside the number
  return {
    kind: 'figure',
    figure: { ...details, value: null, base, reason, isUnreliable: true },
    mark: 'unreliable',
  };
}
