import { formatDate, formatMonth } from '../format/dates.js';
import type { Figure } from './figure.js';
import type { Indicator } from './indicator.js';
import { countMonths, rollingSpan, spanEndingWith, type MonthSpan } from './month-span.js';
import { formatMonths, formatWindow } from './name-span.js';
import type { Period } from './period.js';
import { getWindowSpan } from './window.js';

type Measure = Pick<Indicator, 'series' | 'survey' | 'projection'>;

/**
 * Names the time of several measures in a period by its dates: "Year to March 2008", "April to June 2008", "30 June 2008". Figures of
 * different times share the period's own name. A period without figures is named like the latest one.
 */
export function nameDates(measures: readonly Measure[], period: Period): string {
  const found = measures.flatMap((measure) => {
    const figure = measure.series.find((point) => point.period === period)?.figure;
    return figure && figure.value !== null ? [nameTime(measure, figure, period)] : [];
  });
  const names = found.length > 0 ? found : measures.flatMap((measure) => nameLikeLatest(measure, period));
  const [name, ...others] = new Set(names);
  return name === undefined || others.length > 0 ? period.label : name;
}

/** Returns the name of a time as it is written in a sentence: "the year to March 2008". */
export function writeDatesInSentence(name: string): string {
  return name.replace(/^Year/, 'the year');
}

function nameTime(measure: Measure, figure: Figure, period: Period): string {
  const { at, window } = figure;
  if (at !== undefined) return formatDate(at);
  if (window !== undefined) return formatWindow(window);
  const span = findSpan(measure, figure, period);
  return span === null ? period.label : nameSpan(span);
}

function nameLikeLatest(measure: Measure, period: Period): string[] {
  const latest = measure.series.findLast(({ figure }) => figure.value !== null);
  if (!latest) return [];
  const { figure } = latest;
  if (figure.at !== undefined) return [formatDate(period.end)];
  const span = figure.window === undefined ? findSpan(measure, figure, latest.period) : null;
  if (span === null) return [period.label];
  const isToDate = figure.span === undefined && measure.survey === null;
  return [
    nameSpan(
      isToDate
        ? getWindowSpan('year-to-date', period)
        : spanEndingWith(period.end.slice(0, 7), countMonths(span)),
    ),
  ];
}

/** Finds the months of a figure. A survey covers twelve months by default, and a count with a projection the year so far. */
function findSpan({ survey, projection }: Measure, { span }: Figure, period: Period): MonthSpan | null {
  if (span === 'unknown') return null;
  if (span !== undefined) return span;
  if (survey !== null) return rollingSpan(period);
  return projection === null ? null : getWindowSpan('year-to-date', period);
}

function nameSpan(span: MonthSpan): string {
  return countMonths(span) === 12 ? `Year to ${formatMonth(span.last)}` : formatMonths(span);
}
