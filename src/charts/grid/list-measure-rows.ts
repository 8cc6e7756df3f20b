import type { ChartRows, MeasureSeries, RowsSource } from '../../model/chart-rows.js';
import { MEASURE_SERIES } from '../../model/chart-rows.js';
import type { Figure } from '../../model/figure.js';
import { findMeasures } from '../../model/find-measures.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { Indicator } from '../../model/indicator.js';
import type { Indicators } from '../../model/indicators.js';
import { nameSpan } from '../../model/name-span.js';
import { windowLabel } from '../../model/period.js';
import type { GridCell, ListedRows } from './row-grid.js';

type MeasureSource = Extract<RowsSource, { kind: 'measures' }>;

/** Lists a row for each measure. Returns null if no measure exists. */
export function listMeasureRows(
  content: ChartRows,
  source: MeasureSource,
  indicators: Indicators,
): ListedRows | null {
  const measures = findMeasures(source.measures, indicators);
  if (measures.length === 0) return null;
  const columns = source.columns.filter((name) => isSeries(name));
  const rows = measures.map((measure) => ({
    id: measure.id,
    label: content.names[measure.id] ?? measure.short,
    name: content.names[measure.id] ?? measure.label,
    group: null,
    beside: [],
    target: content.target?.kind === 'own' ? (measure.target?.figure ?? null) : null,
    cells: columns.map((name): GridCell => {
      const figure = findSeriesFigure(measure, name, source.from);
      return { figure, mark: figure?.seriesBreak === undefined ? null : 'break' };
    }),
  }));
  return {
    series: columns.map((name, index) => ({
      id: name,
      label: content.names[name] ?? nameSeries(name, measures, source.from),
      isPale: content.pale === name || (content.pale === null && name === 'earlier'),
      places: findMostPlaces(rows.flatMap(({ cells }) => cells[index]?.figure ?? [])),
    })),
    rows,
    beside: [],
    reference: null,
    disclosure: null,
    gap: null,
    cells: [],
  };
}

function isSeries(name: string): name is MeasureSeries {
  return MEASURE_SERIES.some((known) => known === name);
}

function findSeriesFigure(measure: Indicator, name: MeasureSeries, from: string | null): Figure | null {
  switch (name) {
    case 'value':
      return measure.value;
    case 'earlier':
      return findEarlier(measure, from)?.figure ?? null;
    case 'change':
      return measure.change?.figure ?? null;
    case 'percent-change':
      return measure.change?.relative ?? null;
    case 'target':
      return measure.target?.figure ?? null;
    default:
      return name satisfies never;
  }
}

/** Finds the earlier figure and its name: that of a period, or the one that the measure is compared with. */
function findEarlier(measure: Indicator, from: string | null): { figure: Figure; name: string } | null {
  if (from === null) return measure.change && { figure: measure.change.from, name: measure.change.since };
  const point = measure.series.find(({ period }) => period.id === from);
  return point ? { figure: point.figure, name: nameSpan(point.figure, point.period) } : null;
}

/** Names a series by its period if all measures share it. */
function nameSeries(name: MeasureSeries, measures: readonly Indicator[], from: string | null): string {
  const earlier = joinSame(measures.map((measure) => findEarlier(measure, from)?.name));
  switch (name) {
    case 'value':
      return joinSame(measures.map(nameLatest)) ?? 'Latest';
    case 'earlier':
      return earlier ?? 'Earlier';
    case 'change':
      return earlier === null ? 'Change' : `Change since ${earlier}`;
    case 'percent-change':
      return earlier === null ? 'Change in per cent' : `Change since ${earlier}, per cent`;
    case 'target':
      return 'Target';
    default:
      return name satisfies never;
  }
}

function nameLatest({ change, series, value }: Indicator): string | undefined {
  if (change) return change.later;
  const last = series.at(-1);
  return last && last.figure === value ? windowLabel(last.period) : value.period;
}

function joinSame(names: readonly (string | undefined)[]): string | null {
  const known = new Set(names.filter((name) => name !== undefined));
  const [first = null] = known;
  return known.size === 1 ? first : null;
}
