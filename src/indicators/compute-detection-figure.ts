import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import type { MeasureOf } from '../model/measure.js';
import type { PeriodData } from '../model/period-data.js';
import { periodLabel, type Period } from '../model/period.js';
import { detectionRate } from '../statistics/counts.js';
import { findCountToDate } from './find-count-to-date.js';
import { makeMissingFigure } from './make-missing-figure.js';
import { findMissingInput, makeRatioFigure } from './make-ratio-figure.js';

const OVER_100 = 'above 100%, as detections may belong to offences of an earlier period';

/** Computes the detection rate of the year to a quarter. Returns null if neither count is on file. */
export function computeDetectionFigure(
  measure: MeasureOf<'detection-rate'>,
  period: Period,
  history: readonly PeriodData[],
): Figure | null {
  const detections = findCountToDate(measure.numerator, period, history);
  const offences = findCountToDate(measure.denominator, period, history);
  if (!detections && !offences) return null;
  if (!detections || !offences) {
    const missing = detections ? 'offences' : 'detections';
    return makeMissingFigure(measure, `no ${missing} on file for ${periodLabel(period)}`);
  }
  return findMissingInput(measure, [detections, offences]) ?? divide(measure, detections, offences);
}

function divide(measure: MeasureOf<'detection-rate'>, detections: Figure, offences: Figure): Figure {
  const { rate, status } = detectionRate(detections.value ?? 0, offences.value ?? 0);
  if (rate === null) return makeMissingFigure(measure, 'there were no offences');
  return {
    ...makeRatioFigure(measure, detections),
    value: rate,
    base: offences.value ?? 0,
    formula: `${formatValue(detections)} ÷ ${formatValue(offences)}`,
    inputs: [detections, offences],
    ...(status === 'over 100%' && { note: OVER_100 }),
  };
}
