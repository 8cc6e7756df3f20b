import type { Figure } from '../model/figure.js';
import type { MeasureOf } from '../model/measure.js';
import type { PeriodData } from '../model/period-data.js';
import { addWilsonInterval } from './add-wilson-interval.js';
import { poolWaves } from './pool-waves.js';

/** Finds the result of a survey measure over the window that ends with a period: as published, or pooled from waves. */
export function findSurveyFigure(
  measure: MeasureOf<'survey'>,
  data: PeriodData,
  history: readonly PeriodData[],
): Figure | null {
  const published = data.published[measure.id];
  return published ? addWilsonInterval(published) : poolWaves(measure, data.period, history);
}
