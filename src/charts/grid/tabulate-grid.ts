import { writeIntervalCell } from '../../format/cell-texts.js';
import type { NumberTable } from '../kinds/chart-kind.js';
import { formatGridCell } from './format-grid-value.js';
import type { GridCell, RowGrid } from './row-grid.js';
import { formatChange } from './add-changes.js';
import { nameAxisUnit } from './format-grid-value.js';

/**
 * Lists the numbers behind a chart: the rows with their series, then the target and the line through all rows. A single series has
 * its intervals too.
 */
export function tabulateGrid({
  series,
  rows,
  beside,
  target,
  targetName,
  reference,
  unit,
}: RowGrid): NumberTable {
  const hasIntervals = series.length === 1 && rows.some(({ cells: [cell] }) => hasInterval(cell));
  const words = unit === null ? null : nameAxisUnit(unit);
  const blanks = beside.map(() => '–');
  const hasTargets = targetName !== null;
  const hasChanges = rows.some(({ change }) => change !== undefined);
  const columns = series.map(({ label }) =>
    words === null || label.includes(words) ? label : `${label} (${words})`,
  );
  const fill = (count: number): string[] => Array.from({ length: Math.max(0, count) }, () => '–');
  return {
    columns: [
      ...columns,
      ...(hasIntervals ? ['95% interval'] : []),
      ...(hasChanges ? ['Change'] : []),
      ...(targetName === null ? [] : [targetName]),
      ...beside,
    ],
    rows: [
      ...rows.map((row) => ({
        label: row.name,
        cells: [
          ...row.cells.map((cell, index) => {
            const text = formatGridCell(cell, series[index] ?? { places: 0 });
            return cell.figure ? { figure: cell.figure, text } : text;
          }),
          ...(hasIntervals ? [row.cells[0]?.figure ? writeIntervalCell(row.cells[0].figure) : '–'] : []),
          ...(hasChanges ? [row.change ? { figure: row.change, text: formatChange(row.change) } : '–'] : []),
          ...(hasTargets ? [row.target ?? '–'] : []),
          ...row.beside.map((text) => (text === '' ? '–' : text)),
        ],
      })),
      ...[reference, target].flatMap((line) =>
        line
          ? [
              {
                isLine: true as const,
                label: line.figure.label,
                cells: [
                  line.figure,
                  ...fill(series.length - 1 + Number(hasIntervals) + Number(hasTargets) + Number(hasChanges)),
                  ...blanks,
                ],
              },
            ]
          : [],
      ),
    ],
  };
}

/** Returns true if a figure has an interval. A margin is printed with its value. */
function hasInterval(cell: GridCell | undefined): boolean {
  return cell?.figure?.interval !== undefined && cell.figure.margin === undefined;
}
