import type { Figure } from '../model/figure.js';
import type { Control, Indicator } from '../model/indicator.js';
import type { Measure, QuarterData } from '../model/inputs.js';
import { controlLimits } from '../statistics/control-chart.js';
import { indicatorOf, missingFigure } from './indicator-of.js';

/** Monthly counts over all quarters on file, with the limits of ordinary variation. The value is the latest month's. */
export function controlIndicator(measure: Measure, history: QuarterData[]): Indicator {
  const months = history.flatMap((data) => data.months[measure.id] ?? []);
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
