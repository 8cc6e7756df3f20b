import { CONFIDENTIAL, type Disclosure } from '../../model/disclosure.js';
import type { Figure } from '../../model/figure.js';
import { isOfKind, type Measure, type MeasureOf } from '../../model/measure.js';
import type { PeriodData } from '../../model/period-data.js';
import { findYear } from '../../model/period.js';
import { getWindowSpan } from '../../model/window.js';
import { hideInAreas } from '../../statistics/hide-in-areas.js';
import { hideInSeries, type SpanCount } from '../../statistics/hide-in-series.js';
import type { Path } from '../yaml/yaml-file.js';

/** A count to take out of a period's file. */
export interface HiddenCount {
  /** The path of the file. */
  path: string;
  at: Path;
  /** The figure, or one of the figures, that the entry makes. */
  figure: Figure;
}

/** A count of a measure, and its place in a file. */
interface FoundCount extends HiddenCount {
  start: string;
  end: string;
}

/**
 * Finds the counts of measures that could identify people, and the counts that would reveal them: all periods on file are
 * considered together, oldest first. Whatever is computed from a hidden count is not available.
 */
export function findHiddenCounts(
  measures: readonly Measure[],
  history: readonly PeriodData[],
  mayShow: (disclosure: Disclosure) => boolean,
): HiddenCount[] {
  return measures.flatMap((measure) => {
    const { disclosure } = measure;
    if (!disclosure || mayShow(disclosure)) return [];
    const { threshold } = disclosure;
    if (isOfKind(measure, 'area-ranking')) return hideAreas(measure, history, threshold);
    if (isOfKind(measure, 'count') && measure.window === 'as-at')
      return listStocks(measure.id, history).filter(({ figure: { value } }) => isSmall(value, threshold));
    const counts = isOfKind(measure, 'control-chart')
      ? listMonths(measure.id, history)
      : listCounts(measure.id, history);
    return hideCounts(counts, threshold);
  });
}

function isSmall(value: number | null, threshold: number): boolean {
  return value !== null && value > 0 && value < threshold;
}

function hideCounts(counts: readonly FoundCount[], threshold: number): HiddenCount[] {
  const ordered = counts.filter(({ figure }) => isCounted(figure)).sort(compareCounts);
  const series = ordered.map(({ start, end, figure: { value } }, index): SpanCount => {
    return { id: String(index), start, end, value };
  });
  const hidden = hideInSeries(series, threshold);
  return ordered.filter(({ figure: { value } }, index) => value !== null && hidden.has(String(index)));
}

/** A figure that its author calls confidential is protected too. Others without a value say nothing. */
function isCounted({ value, reason }: Figure): boolean {
  return value !== null || reason === CONFIDENTIAL;
}

/** Sorts counts by their ends. Of two with the same end, the longer one comes first, so that totals are shown. */
function compareCounts(a: FoundCount, b: FoundCount): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  return a.start === b.start ? 0 : a.start < b.start ? -1 : 1;
}

function listCounts(id: string, history: readonly PeriodData[]): FoundCount[] {
  return history.flatMap(({ period, toDate, inPeriod }) => {
    const path = nameFile(period.id, 'activity');
    const [total, own] = [toDate[id], inPeriod[id]];
    return [
      ...(total
        ? [
            {
              path,
              at: ['to-date', id],
              figure: total,
              ...findDays(total, findYear(period).start, period.end),
            },
          ]
        : []),
      ...(own
        ? [{ path, at: ['in-period', id], figure: own, ...findDays(own, period.start, period.end) }]
        : []),
    ];
  });
}

function listStocks(id: string, history: readonly PeriodData[]): HiddenCount[] {
  return history.flatMap(({ period, asAt }) => {
    const figure = asAt[id];
    return figure ? [{ path: nameFile(period.id, 'activity'), at: ['as-at', id], figure }] : [];
  });
}

function listMonths(id: string, history: readonly PeriodData[]): FoundCount[] {
  return history.flatMap(({ period, months, inPeriod }) =>
    (months[id] ?? []).map(({ month, figure }) => ({
      path: nameFile(period.id, 'activity'),
      at: figure === inPeriod[id] ? ['in-period', id] : ['months', id, month],
      figure,
      ...findDays(figure, `${month}-01`, findLastDayOfMonth(month)),
    })),
  );
}

function nameFile(period: string, name: string): string {
  return `data/${period}/${name}.yaml`;
}

/** Returns the days that a count covers, the last one excluded. */
function findDays({ window }: Figure, from: string, to: string): { start: string; end: string } {
  const end = new Date(`${window?.to ?? to}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 1);
  return { start: window?.from ?? from, end: end.toISOString().slice(0, 10) };
}

function findLastDayOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The results of all areas over one time, by the file that has them. */
interface AreaTable {
  path: string;
  areas: { name: string; figure: Figure; start: string; end: string }[];
  whole: Figure | null;
}

function hideAreas(
  measure: MeasureOf<'area-ranking'>,
  history: readonly PeriodData[],
  threshold: number,
): HiddenCount[] {
  const tables = history.flatMap(({ period, areas }): AreaTable[] => {
    const data = areas[measure.id];
    if (!data) return [];
    const { first, last } = getWindowSpan(measure.window, period);
    const published = data.published.filter(({ figure }) => isCounted(figure) && hasCount(figure, measure));
    return [
      {
        path: nameFile(period.id, 'areas'),
        areas: published.map(({ name, figure }) => ({
          name,
          figure,
          ...findDays(figure, `${first}-01`, findLastDayOfMonth(last)),
        })),
        whole: data.whole && hasCount(data.whole, measure) ? data.whole : null,
      },
    ];
  });
  const hidden = hideInAreas(
    tables.map(({ path, areas, whole }) => ({
      id: path,
      areas: areas.map(({ name, figure, start, end }) => ({ name, start, end, value: readCount(figure) })),
      whole: whole && readCount(whole),
    })),
    threshold,
  );
  return tables.flatMap(({ path, areas, whole }) => {
    const found = hidden.get(path);
    const at = ['rankings', measure.id];
    return [
      ...areas
        .filter(({ name }) => found?.areas.has(name) === true)
        .map(({ name, figure }) => ({ path, at: [...at, 'published', name], figure })),
      ...(whole && found?.hidesWhole === true ? [{ path, at: [...at, 'whole'], figure: whole }] : []),
    ];
  });
}

/** Returns true if a result has a count. A rate that was published without its events has none. */
function hasCount({ value, inputs }: Figure, { per }: MeasureOf<'area-ranking'>): boolean {
  return value === null || per === undefined || inputs !== undefined;
}

/** Returns the number of events: of a rate, the count that it is computed from. */
function readCount({ value, inputs }: Figure): number | null {
  return value === null ? null : (inputs?.[0]?.value ?? value);
}
