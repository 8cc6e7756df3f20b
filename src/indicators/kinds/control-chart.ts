import * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import type { Control } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureFields, MeasureOf } from '../../model/measure.js';
import { controlLimits } from '../../statistics/control-chart.js';
import { buildIndicator } from '../build-indicator.js';
import { commonFields } from '../fields/common-fields.js';
import { listMonths } from '../list-months.js';
import { makeMissingFigure } from '../make-missing-figure.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('control-chart').describe('a count by month, with the limits of ordinary variation'),
  ...commonFields,
});

/** Monthly counts over all quarters on file, with the limits of ordinary variation. The value is the latest month's. */
export const controlChart = {
  schema,
  units: ['count', 'pounds', 'days', 'months'],
  result: 'single value',
  normalise: (_raw, fields) => ({ value: { kind: 'control-chart', ...fields }, problems: [] }),
  compute: (measure, inputs) => {
    const indicator = buildIndicator(
      measure,
      inputs,
      ({ months }) => months[measure.id]?.at(-1)?.figure ?? null,
    );
    return { indicator: { ...indicator, control: computeControl(measure, inputs) } };
  },
} satisfies MeasureKindDefinition<'control-chart', z.infer<typeof schema>>;

function computeControl(measure: MeasureOf<'control-chart'>, { history }: Inputs): Control {
  const months = listMonths(measure, history);
  const figures = months.map(({ figure }) => figure);
  const limits = controlLimits(
    figures.map(({ value }) => value),
    measure.betterWhen,
    true,
  );
  const makeLine = (id: string, name: string, value: number | null): Figure =>
    makeLimit(measure, figures, { id, name, value });
  return {
    months: months.map((month, index) => ({
      ...month,
      signal: limits.signals[index] ?? null,
      verdict: limits.verdicts[index] ?? null,
    })),
    mean: makeLine('mean', 'mean', limits.mean),
    lower: makeLine('lower-limit', 'lower limit', limits.lpl === null ? null : Math.max(0, limits.lpl)),
    upper: makeLine('upper-limit', 'upper limit', limits.upl),
    trial: limits.trial,
  };
}

function makeLimit(
  measure: MeasureFields,
  months: readonly Figure[],
  { id, name, value }: { id: string; name: string; value: number | null },
): Figure {
  const [first, last] = [months[0], months.at(-1)];
  if (value === null || !first || !last) return makeMissingFigure(measure, 'too few months are on file');
  return {
    ...last,
    id: `${measure.id}.${id}`,
    label: `${measure.label}: ${name}`,
    value,
    period: `${first.period ?? ''} to ${last.period ?? ''}`,
    formula: id === 'mean' ? 'mean of the months' : 'mean and 2.66 times the mean moving range',
    inputs: months,
  };
}
