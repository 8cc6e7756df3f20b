import { formatValue } from '../format.js';
import type { Figure } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import type { Measure, QuarterData } from '../model/inputs.js';
import { financialYearLabel, quarterLabel } from '../model/quarter.js';
import { indicatorOf } from './rolling-indicator.js';

/** A count from 1 April to the end of each quarter: as published, or else the sum of the year's quarters so far. */
export function countIndicator(measure: Measure, history: QuarterData[]): Indicator {
  return indicatorOf(
    measure,
    history,
    (data) => data.toDate[measure.id] ?? sumOfQuarters(measure, data, history),
  );
}

function sumOfQuarters(measure: Measure, data: QuarterData, history: QuarterData[]): Figure | undefined {
  const year = history.filter(
    (one) =>
      financialYearLabel(one.quarter) === financialYearLabel(data.quarter) && one.quarter <= data.quarter,
  );
  const parts = year.flatMap((one) => one.inQuarter[measure.id] ?? []);
  const first = parts[0];
  if (!first || parts.length < Number(data.quarter.slice(-1))) return undefined;
  return {
    ...first,
    value: parts.reduce((total, part) => total + (part.value ?? 0), 0),
    period: `financial year to the end of ${quarterLabel(data.quarter)}`,
    formula: parts.map(formatValue).join(' + '),
  };
}
