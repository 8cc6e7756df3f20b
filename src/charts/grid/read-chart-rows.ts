import type { AxisPeriods } from '../../model/axis-periods.js';
import type { ChartRows, RowsSource, RowsTarget } from '../../model/chart-rows.js';
import { expandSurveyNames } from '../../model/expand-survey-names.js';
import { mapValues } from '../../model/map-values.js';
import type { Measure } from '../../model/measure.js';
import type { Place } from '../../model/problem.js';

/** The parts of an entry of `charts.yaml` that say which rows and series a chart shows. Kinds lack some of them. */
export interface RowsEntry {
  data?: string | undefined;
  measures?: readonly string[] | undefined;
  measure?: string | undefined;
  columns?: readonly string[] | undefined;
  over?: 'rows' | 'periods' | AxisPeriods | undefined;
  last?: number | undefined;
  from?: string | undefined;
  periods?: 'dates' | undefined;
  rows?: readonly string[] | undefined;
  where?: Readonly<Record<string, string | number | readonly (string | number)[]>> | undefined;
  sort?: { by: string; order?: 'ascending' | 'descending' | undefined } | undefined;
  top?: number | undefined;
  names?: Readonly<Record<string, string>> | undefined;
  pale?: string | undefined;
  target?: number | string | { value: number; name: string } | undefined;
  interval?: readonly string[] | undefined;
  reference?: string | { row: string; name?: string | undefined } | undefined;
  beside?: readonly string[] | undefined;
  labels?: boolean | undefined;
}

/** Returns the place of a key below the entry, or of the entry itself for no keys. */
export type PlaceOf = (...below: (string | number)[]) => Place;

/** The project that a chart belongs to, and the places of its entry. */
interface ChartProject {
  measures: readonly Measure[];
  placeOf: PlaceOf;
}

/** Reads the rows and series of a chart. `defaults` are the columns of measures that the kind shows. */
export function readChartRows(
  entry: RowsEntry,
  defaults: readonly string[],
  { measures, placeOf }: ChartProject,
): ChartRows {
  const {
    sort,
    top = null,
    names = {},
    pale = null,
    interval,
    beside = [],
    labels = true,
    reference,
  } = entry;
  const [lower = '', upper = ''] = interval ?? [];
  return {
    source: readSource(entry, defaults, measures),
    sort: sort ? { by: sort.by, order: sort.order ?? 'ascending' } : null,
    top,
    names,
    pale,
    target: readTarget(entry),
    interval: interval ? { lower, upper } : null,
    reference: readReference(reference),
    beside,
    isLabelled: labels,
    place: placeOf(),
    places: listPlaces(entry, placeOf),
  };
}

function readSource(entry: RowsEntry, defaults: readonly string[], known: readonly Measure[]): RowsSource {
  const {
    data,
    measures,
    measure,
    columns,
    over = 'rows',
    last = null,
    from = null,
    rows = null,
    where = {},
  } = entry;
  const count = [data, measures, measure].filter((one) => one !== undefined).length;
  if (count !== 1) return { kind: 'unclear', count };
  if (measure !== undefined) return { kind: 'areas', measure };
  if (measures) {
    const shown = expandSurveyNames(measures, known);
    return {
      kind: 'measures',
      measures: shown,
      columns: columns ?? defaults,
      from,
      hasDates: entry.periods === 'dates',
    };
  }
  return {
    kind: 'data',
    set: data ?? '',
    columns: columns ?? [],
    over,
    last,
    from,
    rows,
    where: mapValues(where, (wanted) => (typeof wanted === 'object' ? wanted : [wanted])),
  };
}

function readTarget({ target, measures }: RowsEntry): RowsTarget | null {
  if (target === undefined) return null;
  if (typeof target === 'number') return { kind: 'value', value: target, name: null };
  if (typeof target === 'object') return { kind: 'value', value: target.value, name: target.name };
  return measures ? { kind: 'own', name: null } : { kind: 'column', column: target, name: null };
}

function readReference(reference: RowsEntry['reference']): ChartRows['reference'] {
  if (reference === undefined) return null;
  return typeof reference === 'string'
    ? { row: reference, name: null }
    : { row: reference.row, name: reference.name ?? null };
}

/** Lists the places of the keys that a check may report. */
function listPlaces(entry: RowsEntry, placeOf: PlaceOf): Record<string, Place> {
  const keys = [
    'data',
    'columns',
    'rows',
    'measures',
    'target',
    'pale',
    'from',
    'periods',
    'reference',
    'over',
  ] as const;
  const lists = ['columns', 'rows', 'beside', 'interval'] as const;
  return Object.fromEntries([
    ...keys.flatMap((key) => (entry[key] === undefined ? [] : [[key, placeOf(key)] as const])),
    ...lists.flatMap((key) =>
      (entry[key] ?? []).map((_item, index) => [`${key}.${index}`, placeOf(key, index)] as const),
    ),
    ...Object.keys(entry.where ?? {}).map((key) => [`where.${key}`, placeOf('where', key)] as const),
    ...(entry.sort ? [['sort.by', placeOf('sort', 'by')] as const] : []),
    ...(typeof entry.target === 'object' ? [['target.value', placeOf('target', 'value')] as const] : []),
    ...(typeof entry.reference === 'object' ? [['reference.row', placeOf('reference', 'row')] as const] : []),
  ]);
}
