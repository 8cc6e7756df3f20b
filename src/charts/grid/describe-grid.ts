import { formatInterval } from '../../format/figures.js';
import { joinNames, uncapitalise } from '../../format/words.js';
import { isToCome } from '../../model/figure.js';
import { formatGridCell } from './format-grid-value.js';
import type { GridRow, RowGrid } from './row-grid.js';

/** The rows that a text alternative lists one by one. Of more, it names both ends. */
const MOST_LISTED = 8;

/**
 * Describes the rows of a chart in words, for its text alternative. A chart with texts beside its rows stands for a table, so
 * each row is listed with them.
 */
export function describeGrid(grid: RowGrid): string {
  const { rows, reference, target, beside } = grid;
  const lines = [reference, target].flatMap((line) => (line ? [`${line.label}.`] : []));
  return [
    ...(rows.length <= MOST_LISTED || beside.length > 0 ? listRows(grid) : describeEnds(grid)),
    ...describeMissing(grid),
    ...lines,
  ].join(' ');
}

function listRows(grid: RowGrid): string[] {
  const known = grid.rows.filter((row) => row.cells.some(({ figure }) => figure?.value != null));
  if (known.length === 0) return [];
  return [`${known.map((row) => describeRow(row, grid)).join('; ')}.`];
}

function describeRow({ name: label, cells, beside }: GridRow, { series, beside: headings }: RowGrid): string {
  const values = cells.map((cell, index) => {
    const text = formatGridCell(cell, series[index] ?? { places: 0 });
    const interval = cell.figure && formatInterval(cell.figure);
    const value = interval ? `${text} (${interval})` : text;
    return series.length > 1 ? `${series[index]?.label ?? ''} ${value}` : value;
  });
  const texts = beside.flatMap((text, index) =>
    text === '' ? [] : [`${uncapitalise(headings[index] ?? '')} ${uncapitalise(text)}`],
  );
  return `${label}: ${[...values, ...texts].join(', ')}`;
}

/** Names the highest and the lowest row of each series. */
function describeEnds({ rows, series }: RowGrid): string[] {
  return series.flatMap((one, index) => {
    const known = rows
      .flatMap(({ label, cells }) => {
        const cell = cells[index];
        return cell?.figure?.value == null ? [] : [{ label, cell, value: cell.figure.value }];
      })
      .sort((a, b) => b.value - a.value);
    const [highest, lowest] = [known[0], known.at(-1)];
    if (!highest || !lowest) return [];
    const name = series.length > 1 ? `${one.label}: ` : '';
    return [
      `${name}${known.length} of ${rows.length} rows have a figure. Highest: ${highest.label}, ${formatGridCell(highest.cell, one)}. Lowest: ${lowest.label}, ${formatGridCell(lowest.cell, one)}.`,
    ];
  });
}

function describeMissing({ rows }: RowGrid): string[] {
  const missing = rows.filter(({ cells }) => cells.some(({ figure }) => figure?.value == null));
  const [toCome, absent] = [true, false].map((wanted) =>
    missing.filter(({ cells }) =>
      cells.some(({ figure }) => figure?.value == null && (figure !== null && isToCome(figure)) === wanted),
    ),
  );
  const name = (list: readonly GridRow[] = []): string => joinNames(list.map(({ name: label }) => label));
  return [
    ...(absent && absent.length > 0 ? [`No figure: ${name(absent)}.`] : []),
    ...(toCome && toCome.length > 0 ? [`To come: ${name(toCome)}.`] : []),
  ];
}

/** Describes the change of each row between its two series. */
export function describeChanges({ rows, series }: RowGrid): string {
  const [from, to] = series;
  return rows
    .map(({ name: label, cells: [earlier, later] }) => {
      if (!from || !to || !earlier || !later) return '';
      return `${label}: from ${formatGridCell(earlier, from)} to ${formatGridCell(later, to)}.`;
    })
    .join(' ');
}
