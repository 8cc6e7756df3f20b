import type { Indicator } from '../model/indicator.js';
import type { Inputs } from '../model/inputs.js';
import {
  findPeriodOf,
  periodDates,
  PERIOD_KINDS,
  shiftPeriod,
  type Period,
  type PeriodKind,
} from '../model/period.js';
import { computeMeasure } from './kinds/index.js';

/**
 * Computes the measures as the latest period of each other length on file shows them: the months of a quarter's paper, and the quarters
 * of a month's.
 */
export function computeMeasuresOver(inputs: Inputs): Partial<Record<PeriodKind, Record<string, Indicator>>> {
  const { history, measures, period } = inputs;
  const kinds = PERIOD_KINDS.filter(
    (kind) => kind !== period.kind && history.some((data) => data.period.kind === kind),
  );
  return Object.fromEntries(
    kinds.map((kind) => {
      const latest = findLatest(period, kind);
      const indicators = measures.flatMap(
        (measure) => computeMeasure(measure, { ...inputs, period: latest }).indicator ?? [],
      );
      return [kind, Object.fromEntries(indicators.map((indicator) => [indicator.id, indicator]))];
    }),
  );
}

/** Finds the last period of a kind that ends with a period, or before it. */
function findLatest(period: Period, kind: PeriodKind): Period {
  const containing = findPeriodOf(periodDates(period).end, kind, period.yearStarts);
  return containing.end <= period.end ? containing : shiftPeriod(containing, -1);
}
