import type { ChartRows, MeasureSeries, RowsSource } from '../../model/chart-rows.js';
import { MEASURE_SERIES } from '../../model/chart-rows.js';
import type { Figure } from '../../model/figure.js';
import { findMeasures } from '../../model/find-measures.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { Indicator } from '../../model/indicator.js';
import type { Indicators } from '../../model/indicators.js';
import { nameDates, writeDatesInSentence } from '../../model/name-dates.js';
import { nameSpan } from '../../model/name-span.js';
import { windowLabel, type Period } from '../../model/period.js';
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
      label: content.names[name] ?? nameSeries(name, measures, source),
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

/** Finds the earlier figure and its period: that of the chart, or the one that the measure is compared with. */
function findEarlier(
  { change, series }: Indicator,
  from: string | null,
): { figure: Figure; period: Period; since: string | null } | null {
  if (from === null) return change && { figure: change.from, period: change.earlier, since: change.since };
  const point = series.find(({ period }) => period.id === from);
  return point ? { ...point, since: null } : null;
}

/** Names a series by its period if all measures share it. */
function nameSeries(
  name: MeasureSeries,
  measures: readonly Indicator[],
  { from, hasDates }: MeasureSource,
): string {
  const earlier = joinSame(measures.map((measure) => nameEarlier(measure, from, hasDates)));
  switch (name) {
    case 'value':
      return joinSame(measures.map((measure) => nameLatest(measure, hasDates))) ?? 'Latest';
    case 'earlier':
      return earlier ?? 'Earlier';
    case 'change':
      return earlier === null ? 'Change' : `Change since ${writeDatesInSentence(earlier)}`;
    case 'percent-change':
      return earlier === null
        ? 'Change in per cent'
        : `Change since ${writeDatesInSentence(earlier)}, per cent`;
    case 'target':
      return 'Target';
    default:
      return name satisfies never;
  }
}

function nameEarlier(measure: Indicator, from: string | null, hasDates: boolean): string | undefined {
  const earlier = findEarlier(measure, from);
  if (!earlier) return undefined;
  if (hasDates) return nameDates([measure], earlier.period);
  return earlier.since ?? nameSpan(earlier.figure, earlier.period);
}

function nameLatest({ change, series, value, ...measure }: Indicator, hasDates: boolean): string | undefined {
  const last = series.at(-1);
  const isLast = last?.figure === value;
  if (hasDates && last && isLast) return nameDates([{ ...measure, series }], last.period);
  if (change) return change.later;
  return last && isLast ? windowLabel(last.period) : value.period;
}

function joinSame(names: readonly (string | undefined)[]): string | null {
  const known = new Set(names.filter((name) => name !== undefined));
  const [first = null] = known;
  return known.size === 1 ? first : null;
}
