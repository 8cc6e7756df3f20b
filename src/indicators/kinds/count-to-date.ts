import * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { daysOfQuarter, daysOfYearTo, isYearEnd, quarterLabel, type Quarter } from '../../model/quarter.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { compareCounts, findRateDirection } from '../compare-counts.js';
import { findCountInQuarter } from '../find-count-in-quarter.js';
import { findCountToDate } from '../find-count-to-date.js';
import { commonFields } from '../fields/common-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { countFields } from '../fields/count-fields.js';
import { measureChanges } from '../measure-changes.js';
import { projectYear } from '../project-year.js';
import type { TestResult } from '../test-result.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('count-to-date').describe('a count from 1 April to the end of each quarter'),
  ...commonFields,
  ...comparedFields,
  ...countFields,
});

/** A count of the financial year so far, with its projection for the whole year. */
export const countToDate = {
  schema,
  units: ['count', 'pounds', 'days', 'months'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const { value, problems } = normaliseCompared(raw, fields, context);
    return {
      value: { kind: 'count-to-date', ...fields, ...value, dispersion: raw.dispersion ?? 1 },
      problems,
    };
  },
  compute: (measure, inputs) => ({ indicator: computeCount(measure, inputs) }),
} satisfies MeasureKindDefinition<'count-to-date', z.infer<typeof schema>>;

function computeCount(measure: MeasureOf<'count-to-date'>, inputs: Inputs): Indicator {
  const { quarter, history } = inputs;
  const indicator = buildIndicator(measure, inputs, (data) =>
    findCountToDate(measure.id, data.quarter, history),
  );
  const projection = projectYear(measure, quarter, indicator);
  return {
    ...indicator,
    projection,
    ...measureChanges(measure, quarter, indicator, {
      family: 'counts',
      countDays: daysOfYearTo,
      findDirection: findRateDirection,
      testChange: makeTest(measure, quarter, daysOfYearTo),
      recent: {
        indicator: buildIndicator(measure, inputs, (data) =>
          findCountInQuarter(measure.id, data.quarter, history),
        ),
        countDays: daysOfQuarter,
        nameEarlier: quarterLabel,
        findDirection: findRateDirection,
        testChange: makeTest(measure, quarter, daysOfQuarter),
      },
    }),
    target: assessTarget(
      measure,
      quarter,
      isYearEnd(quarter) ? indicator.value : projection,
      indicator.value.value,
    ),
  };
}

/** Makes the test of two counts by day. `countDays` counts the days that a count covers. */
function makeTest(
  measure: MeasureOf<'count-to-date'>,
  quarter: Quarter,
  countDays: (quarter: Quarter) => number,
): (earlier: Quarter, from: Figure, to: Figure) => TestResult {
  return (earlier, from, to) =>
    compareCounts(
      measure,
      { count: from, exposure: countDays(earlier) },
      { count: to, exposure: countDays(quarter) },
    );
}
