import type { ChartDataset, ScriptableLineSegmentContext } from 'chart.js';
import type { ControlChart, SpecialCause } from '../../model/drawing.js';
import { getSignalColour, type Theme } from '../../model/theme.js';
import { NO_LINE, PAPER, SMALL_STYLE } from '../chart-style.js';
import { joinFrames, type ConfiguredChart, type Frame } from '../configured-chart.js';
import { nameAxisUnit } from '../grid/format-grid-value.js';
import { chooseScale } from '../value-scale.js';
import { shortenMonth } from './shorten-month.js';
import { configureLabelAxis } from './configure-label-axis.js';
import { drawVerticalAxis, measureVerticalAxis } from './draw-vertical-axis.js';
import { drawControlFoot, placeControlFoot } from './control-key.js';
import { drawControlLines, listNamedLines, measureNames } from './control-lines.js';
import { drawAxisStart, START_HEIGHT } from './draw-axis-start.js';

/** The height of the plot and its axis, in points. */
const PLOT_HEIGHT = 196;

/** The space above the plot, and with the months of new limits there. Points. */
const TOP = 8;
const TOP_WITH_HEADINGS = 20;

/** The space above the plot for the unit, in points. */
const UNIT_HEIGHT = 12;

const POINT_STYLES = {
  concern: 'rectRot',
  improvement: 'rect',
  neither: 'triangle',
} as const satisfies Record<SpecialCause, string>;

/**
 * Configures months in order, with the mean and both limits named at their ends. Special causes have larger,
 * hollow marks. The key and the icons are below.
 */
export function configureControl(
  data: ControlChart,
  theme: Theme,
  width: number,
  frame: Frame,
): ConfiguredChart {
  const foot = placeControlFoot(data, width);
  const scale = chooseScale(listValues(data), data.unit, { mostTicks: 7, mayStartLater: true });
  const sides = joinFrames(frame, {
    left: measureVerticalAxis(scale),
    right: measureNames(listNamedLines(data)),
  });
  const { left, right } = sides;
  const unit = nameAxisUnit(data.unit);
  const headings = data.phases.length > 1 ? TOP_WITH_HEADINGS : TOP;
  const top = headings + (unit === null ? 0 : UNIT_HEIGHT);
  const startHeight = scale.min > 0 ? START_HEIGHT : 0;
  const bottom = foot.height + startHeight;
  return {
    frame: sides,
    height: PLOT_HEIGHT + top + bottom,
    config: {
      type: 'line',
      data: { labels: data.periods, datasets: [configurePoints(data, theme)] },
      options: {
        layout: { padding: { left, right, top, bottom } },
        scales: {
          x: configureLabelAxis(data.periods.map(shortenMonth), width - right - left, SMALL_STYLE, theme),
          y: { display: false, min: scale.min, max: scale.max },
        },
      },
      plugins: [
        drawVerticalAxis(scale, unit, theme, headings + 5),
        drawControlLines(data, theme),
        drawControlFoot(foot, theme),
        ...(startHeight > 0 ? [drawAxisStart(scale, theme, foot.height)] : []),
      ],
    },
  };
}

function configurePoints({ points }: ControlChart, theme: Theme): ChartDataset<'line'> {
  const { accent } = theme.colours;
  const choose = <Value>(forSignal: (signal: SpecialCause) => Value, usual: Value): Value[] =>
    points.map(({ signal }) => (signal === null ? usual : forSignal(signal)));
  return {
    data: points.map(({ value }) => value ?? NaN),
    borderColor: accent,
    borderWidth: 1.6,
    pointBackgroundColor: choose(() => PAPER, accent),
    pointBorderColor: choose((signal) => getSignalColour(signal, theme), accent),
    pointBorderWidth: choose(() => 1.8, 1),
    pointRadius: choose(() => 4.4, 2.6),
    pointStyle: choose((signal) => POINT_STYLES[signal], 'circle'),
    spanGaps: false,
    // A line with segments is drawn piece by piece, with other joints.
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

/** The values that the axis has room for: those of the months and of all lines. */
function listValues({ points, phases, target }: ControlChart): number[] {
  const lines = [...phases.flatMap((phase) => phase.lines), ...(target ? [target] : [])];
  return [...points, ...lines].flatMap(({ value }) => value ?? []);
}
