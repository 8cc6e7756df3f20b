import { formatMonth } from '../../format.js';
import type { Figure } from '../../model/figure.js';
import type { Control, Indicator } from '../../model/indicator.js';
import type { Measure } from '../../model/measure.js';
import type { QuarterData } from '../../model/quarter-data.js';
import { controlLimits } from '../../statistics/control-chart.js';
import { indicatorOf, missingFigure } from '../indicator-of.js';

/** Monthly counts over all quarters on file, with the limits of ordinary variation. The value is the latest month's. */
export function controlIndicator(measure: Measure, history: QuarterData[]): Indicator {
  const months = withoutGaps(
    measure,
    history.flatMap((data) => data.months[measure.id] ?? []),
  );
  const indicator = indicatorOf(measure, history, (data) => data.months[measure.id]?.at(-1)?.figure ?? null);
  const found = controlLimits(
    months.map(({ figure }) => figure.value),
    measure.betterWhen,
    true,
  );
  const first = months[0]?.figure;
  const last = months.at(-1)?.figure;
  const limit = (id: string, name: string, value: number | null): Figure => {
    if (value === null || !first || !last)
      return missingFigure(measure, undefined, 'too few months are on file');
    return {
      ...last,
      id: `${measure.id}.${id}`,
      label: `${measure.label}: ${name}`,
      value,
      period: `${first.period ?? ''} to ${last.period ?? ''}`,
      formula: id === 'mean' ? 'mean of the months' : 'mean and 2.66 times the mean moving range',
      inputs: months.map(({ figure }) => figure),
    };
  };
  const control: Control = {
    months: months.map((month, index) => ({
      ...month,
      signal: found.signals[index] ?? null,
      verdict: found.verdicts[index] ?? null,
    })),
    mean: limit('mean', 'mean', found.mean),
    lower: limit('lower-limit', 'lower limit', found.lpl === null ? null : Math.max(0, found.lpl)),
    upper: limit('upper-limit', 'upper limit', found.upl),
    trial: found.trial,
  };
  return { ...indicator, control };
}

type Month = { month: string; figure: Figure };

/** Every month from the first on file to the last. One that nobody counted stands there without a value: it breaks every run. */
function withoutGaps(measure: Measure, months: Month[]): Month[] {
  const known = new Map(months.map((one) => [one.month, one]));
  const names = [...known.keys()].sort();
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: Month[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) {
    const reason = `no count on file for ${formatMonth(month)}`;
    const figure = { ...missingFigure(measure, undefined, reason), period: formatMonth(month) };
    all.push(known.get(month) ?? { month, figure });
  }
  return all;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
