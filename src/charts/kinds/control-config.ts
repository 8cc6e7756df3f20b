import type { ChartDataset, Scale, ScriptableLineSegmentContext } from 'chart.js';
import { formatNumber } from '../../format/numbers.js';
import type { ControlChart, SpecialCause } from '../../model/drawing.js';
import { getSignalColour, type Theme } from '../../model/theme.js';
import { NO_LINE, PAPER, SMALL_STYLE } from '../chart-style.js';
import { joinFrames, type ConfiguredChart, type Frame } from '../configured-chart.js';
import { shortenMonth } from './shorten-month.js';
import { configureLabelAxis } from './configure-label-axis.js';
import { drawControlFoot, placeControlFoot } from './control-key.js';
import { drawControlLines, listNamedLines, measureNames } from './control-lines.js';

/** The height of the plot and its axis, in points. */
const PLOT_HEIGHT = 196;

/** The space above the plot, and with the months of new limits there. Points. */
const TOP = 8;
const TOP_WITH_HEADINGS = 20;

/** An estimate of the room for the labels of the vertical axis, in points. */
const AXIS_WIDTH = 34;

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
  const sides = joinFrames(frame, { left: AXIS_WIDTH, right: measureNames(listNamedLines(data)) });
  const { right } = sides;
  const top = data.phases.length > 1 ? TOP_WITH_HEADINGS : TOP;
  return {
    frame: sides,
    height: PLOT_HEIGHT + top + foot.height,
    config: {
      type: 'line',
      data: { labels: data.periods, datasets: [configurePoints(data, theme)] },
      options: {
        layout: { padding: { right, top, bottom: foot.height } },
        scales: {
          x: configureLabelAxis(
            data.periods.map(shortenMonth),
            width - right - sides.left,
            SMALL_STYLE,
            theme,
          ),
          y: {
            ...configureCounts(data, theme),
            afterFit: (axis: Scale) => {
              axis.width = Math.max(axis.width, sides.left);
            },
          },
        },
      },
      plugins: [drawControlLines(data, theme), drawControlFoot(foot, theme)],
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

/** Counts cannot be negative, and their axis starts at 0. */
function configureCounts({ points, phases, target }: ControlChart, { colours }: Theme) {
  const lines = [...phases.flatMap((phase) => phase.lines), ...(target ? [target] : [])];
  const highest = Math.max(1, ...[...points, ...lines].flatMap(({ value }) => value ?? []));
  return {
    min: 0,
    suggestedMax: highest * 1.04,
    ticks: {
      color: colours.soft,
      font: { size: SMALL_STYLE.size },
      maxTicksLimit: 7,
      precision: 0,
      padding: 8,
      callback: (value: string | number) => formatNumber(Number(value)),
    },
    grid: { color: colours.hairline, lineWidth: 0.6, drawTicks: false },
    border: { display: false },
  };
}
