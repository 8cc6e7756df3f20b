import type { ChartDataset, ScriptableLineSegmentContext } from 'chart.js';
import type { TrendChart, TrendSeries } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { NAME_STYLE, NO_LINE, PAPER } from '../chart-style.js';
import { joinFrames, type ConfiguredChart, type Frame } from '../configured-chart.js';
import { nameAxisUnit } from '../grid/format-grid-value.js';
import { chooseScale, type ValueScale } from '../value-scale.js';
import { configureLabelAxis } from './configure-label-axis.js';
import { drawVerticalAxis, measureVerticalAxis } from './draw-vertical-axis.js';
import { drawTrendGaps, drawTrendTargets, findEmptyPeriods } from './trend-gaps.js';
import { drawTrendIntervals } from './trend-intervals.js';
import { drawTrendLabels, measureTrendLabels } from './trend-labels.js';
import { shortenMonth } from './shorten-month.js';
import { drawAxisStart, START_HEIGHT } from './draw-axis-start.js';
import { getSeriesColour } from './trend-series.js';

/** Dashes and gaps in points. The first lines, which matter most, are solid. */
const DASHES = [[], [], [5, 2], [1.5, 2], [7, 2, 1.5, 2]];
const MARKERS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot'] as const;

/** Points. */
const MIN_HEIGHT = 180;

/** The height of the plot and its axis without the labels, in points. */
const BASE_HEIGHT = 140;

/** Space for points at the edge of the plot, in points. */
const EDGE = 5;

/** Lines with more points have smaller ones. */
const MANY_POINTS = 24;

/**
 * Configures lines over periods. Dashes and markers tell them apart as well as colours, and each has its name
 * at its end.
 */
export function configureTrend(data: TrendChart, theme: Theme, width: number, frame: Frame): ConfiguredChart {
  const labels = measureTrendLabels(data, width);
  const scale = chooseScale(listValues(data), data.unit, { mostTicks: 7, mayStartLater: true });
  const sides = joinFrames(frame, { left: measureVerticalAxis(scale), right: labels.padding });
  const unit = nameAxisUnit(data.unit);
  const bottom = scale.min > 0 ? START_HEIGHT : 0;
  const top = unit === null ? 8 : 18;
  return {
    height:
      Math.max(MIN_HEIGHT, (data.series.length + data.targets.length) * labels.lineHeight + BASE_HEIGHT) +
      bottom +
      top -
      8,
    frame: sides,
    config: {
      type: 'line',
      data: {
        labels: data.periods,
        datasets: data.series.map((series, index) => configureLine(series, index, theme)),
      },
      options: {
        layout: { padding: { right: sides.right, top, left: sides.left, bottom } },
        scales: {
          x: configureLabelAxis(
            data.periods.map(shortenMonth),
            width - sides.left - sides.right - 2 * EDGE,
            NAME_STYLE,
            theme,
            findEmptyPeriods(data),
          ),
          y: { display: false, ...findEnds(scale) },
        },
      },
      plugins: [
        drawVerticalAxis(scale, unit, theme),
        drawTrendTargets(data, theme),
        drawTrendIntervals(data, theme),
        drawTrendGaps(data, theme),
        drawTrendLabels(data, labels, theme),
        ...(bottom > 0 ? [drawAxisStart(scale, theme)] : []),
      ],
    },
  };
}

function findEnds({ min, max }: ValueScale): { min: number; max: number } {
  return { min, max };
}

function listValues({ series, targets }: TrendChart): number[] {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value, interval }) => [value ?? [], interval ?? []].flat()),
  );
  return [...values, ...targets.map(({ value }) => value)];
}

function configureLine(
  { label, points, isEmphasised }: TrendSeries,
  index: number,
  theme: Theme,
): ChartDataset<'line'> {
  const colour = getSeriesColour(index, theme);
  return {
    label,
    data: points.map(({ value }) => value ?? NaN),
    borderColor: colour,
    borderWidth: isEmphasised ? 2.4 : 1.4,
    borderDash: isEmphasised ? [] : (DASHES[index % DASHES.length] ?? []),
    pointStyle: MARKERS[index % MARKERS.length] ?? 'circle',
    pointRadius: points.length > MANY_POINTS ? 1.8 : 2.8,
    pointBorderWidth: 1.2,
    pointBorderColor: colour,
    pointBackgroundColor: index % 2 === 0 ? colour : PAPER,
    // A period without a figure is a gap.
    spanGaps: false,
    ...(points.some(({ startsSeries }) => startsSeries) && {
      segment: {
        borderColor: ({ p1DataIndex }: ScriptableLineSegmentContext) =>
          points[p1DataIndex]?.startsSeries === true ? NO_LINE : undefined,
      },
    }),
    tension: 0,
    clip: false,
  };
}
