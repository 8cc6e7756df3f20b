import type { Figure } from '../model/figure.js';
import type { MeasureOf } from '../model/measure.js';
import type { PeriodData } from '../model/period-data.js';
import { addWilsonInterval } from './add-wilson-interval.js';
import { poolWaves } from './pool-waves.js';

/** Finds the result of a survey measure over the twelve months that end with a quarter: as published, or pooled from waves. */
export function findRollingFigure(
  measure: MeasureOf<'rolling-survey'>,
  data: PeriodData,
  history: readonly PeriodData[],
): Figure | null {
  const published = data.rolling[measure.id];
  return published ? addWilsonInterval(published) : poolWaves(measure, data.period, history);
}
