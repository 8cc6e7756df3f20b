import { formatValue } from '../../format/figures.js';
import type { ChartRows, RowsSource } from '../../model/chart-rows.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { Indicators } from '../../model/indicators.js';
import type { ListedRows } from './row-grid.js';

/** Lists the areas of a league table that it shows, best first, with their ranks beside them. */
export function listAreaRows(
  content: ChartRows,
  { measure }: Extract<RowsSource, { kind: 'areas' }>,
  { rankings }: Indicators,
): ListedRows | null {
  const table = Object.hasOwn(rankings, measure) ? rankings[measure] : undefined;
  if (!table) return null;
  const areas = [...table.top, ...table.bottom];
  const { overall } = table;
  return {
    series: [
      {
        id: 'value',
        label: content.names['value'] ?? table.label,
        isPale: false,
        places: findMostPlaces(areas.map(({ ranked }) => ranked)),
      },
    ],
    rows: areas.map(({ id, name, ranked, rankText }) => ({
      id,
      label: name,
      name,
      group: null,
      cells: [{ figure: ranked, mark: null }],
      beside: [rankText],
      target: null,
    })),
    beside: ['Rank'],
    reference:
      content.reference && overall && overall.value !== null && table.rankedBy === 'value'
        ? { label: `${content.reference.name ?? 'All'} ${formatValue(overall)}`, figure: overall }
        : null,
    disclosure: null,
    gap: table.between > 0 ? { before: table.top.length, text: `${table.between} not shown` } : null,
    cells: [],
  };
}
