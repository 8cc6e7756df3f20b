import type { ChartDataset } from 'chart.js';
import type { RankingChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { getAxisFactor } from '../axis-factor.js';
import { PAPER } from '../chart-style.js';
import type { ConfiguredChart } from '../configured-chart.js';
import { configureNameAxis, shortenName } from '../name-axis.js';
import { Hatch } from '../vector/hatch.js';
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

/** Configures bars from zero, best first. Hatching tells the two ends apart as well as colours. */
export function configureRanking(data: RankingChart, theme: Theme, width: number): ConfiguredChart {
  const { rows, gapNote } = data;
  const topCount = rows.filter(({ end }) => end === 'top').length;
  const gap = gapNote === null ? [] : [null];
  const slots = [...rows.slice(0, topCount), ...gap, ...rows.slice(topCount)];
  const factor = getAxisFactor(data.unit);
  const isSigned = rows.some(({ point }) =>
    [point.value ?? 0, ...(point.interval ?? [])].some((end) => end < 0),
  );
  return {
    height: slots.length * ROW_HEIGHT + 14,
    config: {
      type: 'bar',
      data: {
        labels: slots.map((slot) => (slot === null ? '' : shortenName(slot.label, width))),
        datasets: [configureBars(slots, factor, theme)],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { right: isSigned ? 56 : 40, top: 2 } },
        scales: {
          x: { ...findRange(data, factor), display: false },
          y: {
            ...configureNameAxis(
              rows.map(({ label }) => label),
              width,
              theme,
            ),
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

function configureBars(slots: Slot[], factor: number, { colours }: Theme): ChartDataset<'bar'> {
  const low = colours.series[1] ?? colours.ink;
  const hatch = new Hatch(low, PAPER) as unknown as string; // Chart.js types only its own kinds of paint
  return {
    data: slots.map((slot) => (slot?.point.value ?? 0) * factor),
    backgroundColor: slots.map((slot) => (slot?.end === 'top' ? colours.accent : hatch)),
    borderColor: slots.map((slot) => (slot?.end === 'top' ? colours.accent : low)),
    borderWidth: slots.map((slot) => (slot === null ? 0 : 0.8)),
    barThickness: 11,
  };
}
