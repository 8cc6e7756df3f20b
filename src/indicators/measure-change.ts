import type { Figure } from '../model/figure.js';
import type { Change, Indicator } from '../model/indicator.js';
import type { Measure } from '../model/inputs.js';
import { previousYearEnd, shiftQuarter, type Quarter } from '../model/quarter.js';
import { missingFigure } from './missing-figure.js';

/** The change since the earlier period that the measure names: a difference of unrounded values. */
export function measureChange(
  measure: Measure,
  quarter: Quarter,
  series: Indicator['series'],
): Change | null {
  if (!measure.compareWith) return null;
  const earlier =
    measure.compareWith === 'previous-year-end' ? previousYearEnd(quarter) : shiftQuarter(quarter, -1);
  const at = (wanted: Quarter): Figure =>
    series.find((one) => one.quarter === wanted)?.figure ?? missingFigure(measure, wanted);
  const from = at(earlier);
  const to = at(quarter);
  const difference = from.value === null || to.value === null ? null : exactDifference(to.value, from.value);
  return {
    from,
    to,
    direction: directionOf(difference),
    better: isBetter(difference, measure.betterWhen),
    figure: {
      id: `${measure.id}.change`,
      label: `${measure.label}: change`,
      value: difference,
      unit: measure.unit === 'percent' ? 'points' : measure.unit,
      period: `${from.period ?? earlier} to ${to.period ?? quarter}`,
      place: to.place,
      source: to.source,
      formula: `${measure.id} ${quarter} − ${measure.id} ${earlier}`,
      ...(difference === null && {
        reason: (from.value === null ? from : to).reason ?? 'a figure is missing',
      }),
    },
  };
}

/** 0.64 − 0.56 is 0.07999…: twelve significant digits are more than any survey has. */
function exactDifference(later: number, earlier: number): number {
  return Number((later - earlier).toPrecision(12));
}

function directionOf(difference: number | null): Change['direction'] {
  if (difference === null) return 'unknown';
  return difference > 0 ? 'rose' : difference < 0 ? 'fell' : 'unchanged';
}

function isBetter(difference: number | null, betterWhen: Measure['betterWhen']): boolean | null {
  if (difference === null || difference === 0 || betterWhen === 'neither') return null;
  return difference > 0 === (betterWhen === 'higher');
}
