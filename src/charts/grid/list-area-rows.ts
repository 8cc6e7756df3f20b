import { AREA_COLUMN_TEXTS, isAreaColumn } from '../../format/area-column-texts.js';
import { formatValue } from '../../format/figures.js';
import type { ChartRows, RowsSource } from '../../model/chart-rows.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { Indicators } from '../../model/indicators.js';
import type { ListedRows } from './row-grid.js';

/** The columns beside the areas, by default. */
const DEFAULT_BESIDE = ['rank'];

/** Lists the areas of a league table that it shows, best first, with columns of the table beside them. */
export function listAreaRows(
  content: ChartRows,
  { measure }: Extract<RowsSource, { kind: 'areas' }>,
  { rankings }: Indicators,
): ListedRows | null {
  const table = Object.hasOwn(rankings, measure) ? rankings[measure] : undefined;
  if (!table) return null;
  const areas = [...table.top, ...table.bottom];
  const { overall } = table;
  const beside = (content.beside.length > 0 ? content.beside : DEFAULT_BESIDE).filter(isAreaColumn);
  return {
    series: [
      {
        id: 'value',
        label: content.names['value'] ?? table.label,
        isPale: false,
        places: findMostPlaces(areas.map(({ ranked }) => ranked)),
      },
    ],
    rows: areas.map((area) => ({
      id: area.id,
      label: area.name,
      name: area.name,
      group: null,
      cells: [{ figure: area.ranked, mark: null }],
      beside: beside.map((name) => AREA_COLUMN_TEXTS[name].write(area).text),
      target: null,
    })),
    beside: beside.map((name) => content.names[name] ?? AREA_COLUMN_TEXTS[name].heading),
    reference:
      content.reference && overall && overall.value !== null && table.rankedBy === 'value'
        ? { label: `${content.reference.name ?? 'All'} ${formatValue(overall)}`, figure: overall }
        : null,
    disclosure: null,
    gap: table.between > 0 ? { before: table.top.length, text: `${table.between} not shown` } : null,
    cells: [],
  };
}
