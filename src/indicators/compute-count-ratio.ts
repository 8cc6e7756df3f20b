import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import type { MeasureOf } from '../model/measure.js';
import type { PeriodData } from '../model/period-data.js';
import type { Period } from '../model/period.js';
import { ratioOfCounts } from '../statistics/counts.js';
import { findWindowedCount } from './find-windowed-count.js';
import { makeMissingFigure } from './make-missing-figure.js';
import { findMissingInput, makeRatioFigure } from './make-ratio-figure.js';

const OVER_100 = 'above 100%, as one count may include cases of the other from an earlier period';

/** Computes one count over the window of a measure as a share of another. Returns null if neither count is on file. */
export function computeCountRatio(
  measure: MeasureOf<'ratio-of-counts'>,
  period: Period,
  history: readonly PeriodData[],
): Figure | null {
  const numerator = findWindowedCount(measure.numerator, measure.window, period, history);
  const denominator = findWindowedCount(measure.denominator, measure.window, period, history);
  if (!numerator && !denominator) return null;
  if (!numerator || !denominator) {
    const missing = (numerator ? measure.denominator : measure.numerator).replaceAll('-', ' ');
    return makeMissingFigure(measure, `no ${missing} on file for ${period.label}`);
  }
  return findMissingInput(measure, [numerator, denominator]) ?? divide(measure, numerator, denominator);
}

function divide(measure: MeasureOf<'ratio-of-counts'>, numerator: Figure, denominator: Figure): Figure {
  const { rate, status } = ratioOfCounts(numerator.value ?? 0, denominator.value ?? 0);
  if (rate === null) return makeMissingFigure(measure, 'the count that it is divided by is zero');
  return {
    ...makeRatioFigure(measure, numerator),
    value: rate,
    base: denominator.value ?? 0,
    formula: `${formatValue(numerator)} ÷ ${formatValue(denominator)}`,
    inputs: [numerator, denominator],
    ...(status === 'over 100%' && { note: OVER_100 }),
  };
}
