import { toPercent } from '../format/numbers.js';
import type { Measure, MeasureOf } from '../model/measure.js';
import type { PeriodData } from '../model/period-data.js';

/** Lists the values of a measure in all periods, as percentages or percentage points. Gaps are listed by their size. */
export function listMeasurePercentages(measure: Measure, history: readonly PeriodData[]): number[] {
  const fractions = history.flatMap((data) => listFractions(measure, data));
  return fractions.flatMap((fraction) => (fraction === null ? [] : [Math.abs(toPercent(fraction))]));
}

function listFractions(measure: Measure, data: PeriodData): (number | null)[] {
  switch (measure.kind) {
    case 'survey':
      return [data.published[measure.id]?.value ?? null, data.waves[measure.id]?.figure.value ?? null];
    case 'group-gap':
      return [data.gaps[measure.id]?.value ?? findGap(measure, data)];
    case 'ratio-of-counts':
      return [findRate(measure, data)];
    case 'control-chart':
      return measure.unit === 'percent'
        ? (data.months[measure.id] ?? []).map(({ figure }) => figure.value)
        : [];
    case 'area-ranking':
    case 'count-to-date':
    case 'count':
    case 'rate':
    case 'shares':
      return [];
    default:
      return measure satisfies never;
  }
}

function findGap({ id, groups }: MeasureOf<'group-gap'>, data: PeriodData): number | null {
  const [reference, other] = [groups.reference, groups.other].map(
    (group) => data.groups[id]?.[group]?.figure.value,
  );
  return typeof reference === 'number' && typeof other === 'number' ? reference - other : null;
}

/** Finds the rate by the counts of the year so far or, without them, by those of the period. */
function findRate({ numerator, denominator }: MeasureOf<'ratio-of-counts'>, data: PeriodData): number | null {
  const [part, whole] = [numerator, denominator].map((id) => (data.toDate[id] ?? data.inPeriod[id])?.value);
  return typeof part === 'number' && typeof whole === 'number' && whole > 0 ? part / whole : null;
}
