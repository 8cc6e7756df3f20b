import * as z from 'zod';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { daysOfPeriod, daysOfYearTo, isYearEnd, type Period } from '../../model/period.js';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { compareCounts, countDaysOf, findRateDirection, type ExposedCount } from '../compare-counts.js';
import { findCountInPeriod } from '../find-count-in-period.js';
import { findCountToDate } from '../find-count-to-date.js';
import { checkName } from '../fields/check-name.js';
import { commonFields } from '../fields/common-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { countFields } from '../fields/count-fields.js';
import { findPeriodData } from '../../model/find-period-data.js';
import { measureChanges } from '../measure-changes.js';
import { computeRateFigure } from '../compute-rate-figure.js';
import { makeUntested, type TestResult } from '../test-result.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('rate').describe('the events of the year so far for a number of people, such as 1,000'),
  ...commonFields,
  numerator: field(
    withNames(id, 'measures of the kind count-to-date', 'measures of the kind count'),
    'the count that is divided, a measure of the kind count-to-date or count',
    'fines',
  ),
  denominator: field(
    withNames(id, 'populations'),
    'the population it is divided by, an entry under populations:',
    'households',
  ),
  per: field(z.number().positive(), 'for how many people', 1000),
  ...comparedFields,
  ...countFields,
});

/** Events of the year so far for a number of people, such as 1,000. */
export const rate = {
  schema,
  units: ['ratio', 'rate'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const { numerator, denominator, per, dispersion = 1 } = raw;
    const { value, problems } = normaliseCompared(raw, fields, context);
    const population = { name: denominator, place: context.placeOf('denominator') };
    return {
      value: { kind: 'rate', ...fields, ...value, numerator, population, per, dispersion },
      problems: [...checkName(numerator, 'count', context.counts, context.placeOf('numerator')), ...problems],
    };
  },
  compute: (measure, inputs) => ({ indicator: computeRate(measure, inputs) }),
} satisfies MeasureKindDefinition<'rate', z.infer<typeof schema>>;

/** Compares rates by their counts, each over its people and days. */
function computeRate(measure: MeasureOf<'rate'>, inputs: Inputs): Indicator {
  const { period } = inputs;
  const build = (findCount: CountFinder): Indicator =>
    buildIndicator(measure, inputs, (data) => computeRateFigure(measure, data, inputs.history, findCount));
  const indicator = build(findCountToDate);
  return {
    ...indicator,
    ...measureChanges(measure, period, indicator, {
      family: 'counts',
      countDays: daysOfYearTo,
      findDirection: findRateDirection,
      testChange: makeTest(measure, inputs, findCountToDate, daysOfYearTo),
      recent: {
        indicator: build(findCountInPeriod),
        countDays: daysOfPeriod,
        nameEarlier: ({ label }) => label,
        findDirection: findRateDirection,
        testChange: makeTest(measure, inputs, findCountInPeriod, daysOfPeriod),
      },
    }),
    target: assessTarget(measure, period, isYearEnd(period) ? indicator.value : null),
  };
}

type CountFinder = typeof findCountToDate;

/** Makes the test of two rates from the counts that `findCount` finds. `countDays` counts the days that a count covers. */
function makeTest(
  measure: MeasureOf<'rate'>,
  { period, history }: Inputs,
  findCount: CountFinder,
  countDays: (period: Period) => number,
): (earlier: Period) => TestResult {
  const findExposedCount = (end: Period): ExposedCount | null => {
    const count = findCount(measure.numerator, end, history);
    const people = findPeriodData(history, end)?.populations[measure.population.name]?.value ?? 0;
    return count && { count, exposure: people * countDaysOf(count, countDays(end)) };
  };
  return (earlier) => {
    const [before, after] = [findExposedCount(earlier), findExposedCount(period)];
    return before && after ? compareCounts(measure, before, after) : makeUntested('a count is missing');
  };
}
