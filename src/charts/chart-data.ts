import { formatMonth, formatValue, formatMissingNotice } from '../format.js';
import type { ChartData, Point } from '../model/drawing.js';
import { isToCome, TO_COME, type Figure } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import { listChartQuarters } from '../model/list-chart-quarters.js';
import type { Indicators } from '../model/indicators.js';
import type { Organisation } from '../model/organisation.js';
import type { ChartSpec } from '../model/template.js';
import { windowLabel } from '../model/quarter.js';

/** What one chart is to plot; where nothing of it is on file, why. Null where no measure is called so. */
export function chartData(
  { content }: ChartSpec,
  indicators: Indicators,
  areas: Organisation['areas'],
): ChartData | null {
  switch (content.kind) {
    case 'trend':
      return trend(
        content.measures.flatMap((id) => indicators.measures[id] ?? []),
        content.emphasis,
      );
    case 'ranking':
      return ranking(indicators.rankings[content.measure], areas);
    case 'dots':
      return dots(content.measures.flatMap((id) => indicators.measures[id] ?? []));
    case 'control':
      return control(indicators.measures[content.measure]);
  }
}

function trend(measures: Indicator[], emphasis: string | undefined): ChartData | null {
  if (measures.length === 0) return null;
  const figures = measures.flatMap(({ series, value }) => [value, ...series.map(({ figure }) => figure)]);
  if (figures.every(({ value }) => value === null)) return missing(figures);
  const quarters = listChartQuarters(measures);
  return {
    kind: 'trend',
    unit: measures[0]?.value.unit === 'percent' ? 'percent' : 'count',
    periods: quarters.map(windowLabel),
    series: measures.map(({ id, short, series }) => ({
      label: short,
      emphasis: id === emphasis,
      points: quarters.map((wanted) => point(series.find(({ quarter }) => quarter === wanted)?.figure)),
    })),
  };
}

function ranking(
  found: Indicators['rankings'][string] | undefined,
  areas: Organisation['areas'],
): ChartData | null {
  if (!found) return null;
  if (found.reason !== null) return missing([found.gap]);
  const rows = [...found.top, ...found.bottom].map(({ name, figure, end }) => ({
    label: name,
    point: point(figure),
    end,
  }));
  const noun = found.between === 1 ? areas.singular : areas.plural;
  return {
    kind: 'ranking',
    unit: rows[0] && found.top[0]?.figure.unit === 'percent' ? 'percent' : 'count',
    rows,
    gapNote:
      found.between > 0
        ? `${found.between} ${noun} ${found.bottom.length > 0 ? 'between these ' : ''}not shown`
        : null,
  };
}

function dots(measures: Indicator[]): ChartData | null {
  if (measures.length === 0) return null;
  const figures = measures.map(({ value }) => value);
  if (figures.every(({ value }) => value === null)) return missing(figures);
  const rows = [...measures]
    .sort((a, b) => (b.value.value ?? -1) - (a.value.value ?? -1))
    .map(({ short, value }) => ({
      label: short,
      point: value.value === null ? { value: null, text: cellText(value) } : point(value),
    }));
  return { kind: 'dots', rows, axisNote: 'Logarithmic scale: each gridline is ten times the one before' };
}

function control(measure: Indicator | undefined): ChartData | null {
  const found = measure?.control;
  if (!found) return null;
  const figures = [measure.value, ...found.months.map(({ figure }) => figure)];
  if (figures.every(({ value }) => value === null)) return missing(figures);
  const line = (name: string, figure: Figure) =>
    figure.value === null ? [] : [{ label: name, value: figure.value }];
  return {
    kind: 'control',
    periods: found.months.map(({ month }) => formatMonth(month)),
    points: found.months.map(({ figure, signal, verdict }) => ({ ...point(figure), signal, verdict })),
    lines: [
      ...line('upper limit', found.upper),
      ...line('mean', found.mean),
      ...line('lower limit', found.lower),
    ],
  };
}

function missing(figures: Figure[]): ChartData {
  return {
    kind: 'missing',
    text: formatMissingNotice(figures.findLast(({ reason }) => reason)?.reason ?? 'none on file'),
  };
}

function cellText(figure: Figure): string {
  return isToCome(figure) ? TO_COME : 'not available';
}

function point(figure: Figure | undefined): Point {
  if (!figure) return { value: null, text: '' };
  const { value, interval } = figure;
  const text = value === null ? '' : formatValue(figure);
  return interval && interval.upper !== null
    ? { value, text, interval: [interval.lower, interval.upper] }
    : { value, text };
}
