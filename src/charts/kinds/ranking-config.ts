import type { ChartDataset } from 'chart.js';
import type { RankingChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { getAxisFactor } from '../axis-factor.js';
import { mixShade } from '../bar-shades.js';
import { joinFrames, type ConfiguredChart, type Frame } from '../configured-chart.js';
import { configureNameAxis, measureNameAxis, shortenName } from '../name-axis.js';
import {
  drawGapNote,
  drawRankingIntervals,
  drawRankingValues,
  drawZeroLine,
  type Slot,
} from './ranking-plugins.js';

/** The distance from bar to bar, in points. */
const ROW_HEIGHT = 17;

/** The part of the axis that the values of bars to the left take. */
const LEFT_VALUE_SHARE = 0.25;

/** The share of white in the bars of the lower end. */
const PALE_SHARE = 0.7;

/** Configures bars from zero, best first. The bars of the lower end are pale if areas between the ends are not shown. */
export function configureRanking(
  data: RankingChart,
  theme: Theme,
  width: number,
  frame: Frame,
): ConfiguredChart {
  const { rows, gapNote } = data;
  const topCount = rows.filter(({ end }) => end === 'top').length;
  const gap = gapNote === null ? [] : [null];
  const slots = [...rows.slice(0, topCount), ...gap, ...rows.slice(topCount)];
  const factor = getAxisFactor(data.unit);
  const isSigned = rows.some(({ point }) =>
    [point.value ?? 0, ...(point.interval ?? [])].some((end) => end < 0),
  );
  const names = rows.map(({ label }) => label);
  const sides = joinFrames(frame, { left: measureNameAxis(names, width), right: isSigned ? 56 : 40 });
  return {
    frame: sides,
    height: slots.length * ROW_HEIGHT + 14,
    config: {
      type: 'bar',
      data: {
        labels: slots.map((slot) => (slot === null ? '' : shortenName(slot.label, width))),
        datasets: [configureBars(slots, gapNote !== null, factor, theme)],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { right: sides.right, top: 2 } },
        scales: {
          x: { ...findRange(data, factor), display: false },
          y: {
            ...configureNameAxis(names, width, theme, sides.left),
            grid: { display: false },
            border: { color: theme.colours.rule, display: !isSigned },
          },
        },
      },
      plugins: [
        ...(isSigned ? [drawZeroLine(theme)] : []),
        drawRankingIntervals(slots, factor, theme),
        drawRankingValues(slots, factor, theme),
        drawGapNote(topCount, gapNote, theme),
      ],
    },
  };
}

/** Finds the ends of the axis: zero, the values and their intervals. Percentages of a whole end at 100. */
function findRange({ rows, isShare }: RankingChart, factor: number): { min: number; max?: number } {
  if (isShare) return { min: 0, max: 100 };
  const ends = rows.flatMap(({ point }) => [point.value ?? 0, ...(point.interval ?? [])]);
  const [least, most] = [Math.min(0, ...ends) * factor, Math.max(0, ...ends) * factor];
  return least < 0 ? { min: least - (most - least) * LEFT_VALUE_SHARE, max: most } : { min: 0 };
}

function configureBars(slots: Slot[], hasEnds: boolean, factor: number, theme: Theme): ChartDataset<'bar'> {
  const hasIntervals = slots.some((slot) => slot?.point.interval);
  const [strong, pale] = [0, PALE_SHARE].map((share) => mixShade(share, hasIntervals, theme).fill);
  return {
    data: slots.map((slot) => (slot?.point.value ?? 0) * factor),
    backgroundColor: slots.map((slot) => (hasEnds && slot?.end !== 'top' ? pale : strong)),
    borderColor: theme.colours.accent,
    borderWidth: slots.map((slot) => (slot === null ? 0 : 0.8)),
    barThickness: 11,
  };
}
