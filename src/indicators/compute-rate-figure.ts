import { formatNumber } from '../format/numbers.js';
import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import type { MeasureOf } from '../model/measure.js';
import type { PeriodData } from '../model/period-data.js';
import type { Window } from '../model/window.js';
import { poissonRate } from '../statistics/counts.js';
import { CONFIDENCE } from './confidence.js';
import { findWindowedCount } from './find-windowed-count.js';
import { makeMissingFigure } from './make-missing-figure.js';
import { findMissingInput, makeRatioFigure } from './make-ratio-figure.js';

/** Computes a rate from the counts of a window. Returns null if the period has neither the count nor the population. */
export function computeRateFigure(
  measure: MeasureOf<'rate'>,
  { period, populations }: PeriodData,
  history: readonly PeriodData[],
  window: Window,
): Figure | null {
  const count = findWindowedCount(measure.numerator, window, period, history);
  const people = populations[measure.population.name];
  if (!count && !people) return null;
  if (!count || !people) {
    const missing = count ? 'population' : 'count';
    return makeMissingFigure(measure, `no ${missing} on file for ${period.label}`);
  }
  return findMissingInput(measure, [count, people]) ?? divide(measure, count, people);
}

function divide(measure: MeasureOf<'rate'>, count: Figure, people: Figure): Figure {
  const { per } = measure;
  const { rate, lower, upper } = poissonRate(count.value ?? 0, people.value ?? 0, per, CONFIDENCE);
  if (rate === null || lower === null || upper === null)
    return makeMissingFigure(measure, 'the population is zero');
  return {
    ...makeRatioFigure(measure, count),
    value: rate,
    base: people.value ?? 0,
    formula: `${formatValue(count)} ÷ ${formatValue(people)} × ${formatNumber(per)}`,
    inputs: [count, people],
    interval: { lower, upper, confidence: CONFIDENCE },
  };
}
