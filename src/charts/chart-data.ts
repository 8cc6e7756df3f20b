import { formatValue } from '../format.js';
import type { ChartData, Point } from '../model/drawing.js';
import type { Figure } from '../model/figure.js';
import type { Indicator, Indicators } from '../model/indicator.js';
import type { ChartSpec, Organisation } from '../model/inputs.js';
import { windowLabel } from '../model/quarter.js';

/** What one chart is to plot. Null where none of its figures is on file: there is nothing to draw then. */
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
  }
}

function trend(measures: Indicator[], emphasis: string | undefined): ChartData | null {
  const quarters = [
    ...new Set(measures.flatMap(({ series }) => series.map(({ quarter }) => quarter))),
  ].sort();
  if (quarters.length === 0) return null;
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
    gapNote: found.between > 0 ? `${found.between} ${noun} between these not shown` : null,
  };
}

function dots(measures: Indicator[]): ChartData | null {
  const known = measures.filter(({ value }) => value.value !== null && value.value > 0);
  if (known.length === 0) return null;
  const rows = known
    .sort((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0))
    .map(({ short, value }) => ({ label: short, point: point(value) }));
  return { kind: 'dots', rows, axisNote: 'Logarithmic scale: each gridline is ten times the one before' };
}

function point(figure: Figure | undefined): Point {
  return figure ? { value: figure.value, text: formatValue(figure) } : { value: null, text: '' };
}
