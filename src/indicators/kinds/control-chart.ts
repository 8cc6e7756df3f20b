import * as z from 'zod';
import { buildIndicator } from '../build-indicator.js';
import { computeControl } from '../compute-control.js';
import { listMonths, type MonthlyFigure } from '../list-months.js';
import { commonFields } from '../fields/common-fields.js';
import { disclosureFields } from '../fields/disclosure-fields.js';
import { monthlyFields, normaliseMonthly } from '../fields/monthly-fields.js';
import type { Figure } from '../../model/figure.js';
import type { MeasureOf } from '../../model/measure.js';
import type { PeriodData } from '../../model/period-data.js';
import { monthsOf } from '../../model/period.js';
import { makeError, type Problem } from '../../model/problem.js';
import { per } from '../../schema/scalars.js';
import type { MeasureContext } from './measure-context.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z
    .literal('control-chart')
    .describe('a count, percentage, rate or other number by month, with the limits of ordinary variation'),
  ...commonFields,
  ...monthlyFields,
  per: per.optional(),
  ...disclosureFields,
});

/** Monthly figures over all periods on file, with the limits of ordinary variation. The value is the latest month's. */
export const controlChart = {
  schema,
  units: ['count', 'number', 'percent', 'points', 'ratio', 'rate', 'pounds', 'noun'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const { value, problems } = normaliseMonthly(raw, fields, context);
    return {
      value: { kind: 'control-chart', ...fields, ...value },
      problems: [...problems, ...checkDisclosure(raw, context)],
    };
  },
  compute: (measure, inputs) => {
    const months = listMonths(measure, inputs.history);
    const indicator = buildIndicator(measure, inputs, (data) => findLatest(measure, data, months));
    return { indicator: { ...indicator, control: computeControl(measure, inputs) } };
  },
} satisfies MeasureKindDefinition<'control-chart', z.infer<typeof schema>>;

/** The numbers of a data set stand in its files, which its own definition protects. */
function checkDisclosure(
  { data, disclosure }: z.infer<typeof schema>,
  { placeOf }: MeasureContext,
): Problem[] {
  if (!data || !disclosure) return [];
  return [
    makeError(
      'key-fits',
      placeOf('disclosure'),
      'a measure whose months a data set has takes no disclosure:',
      {
        hint: `Write disclosure: for the data set ${data.set} in data/datasets.yaml.`,
      },
    ),
  ];
}

/** Finds the latest month of a period: in its own file, or in the folder of the month. */
function findLatest(
  { id }: MeasureOf<'control-chart'>,
  { period, months }: PeriodData,
  all: readonly MonthlyFigure[],
): Figure | null {
  const last = months[id]?.at(-1)?.month;
  const within = last === undefined ? monthsOf(period) : [last];
  return all.findLast(({ month }) => within.includes(month))?.figure ?? null;
}
