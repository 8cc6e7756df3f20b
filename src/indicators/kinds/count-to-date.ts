import * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { daysOfPeriod, daysOfYearTo, isYearEnd, type Period } from '../../model/period.js';
import { getWindowSpan } from '../../model/window.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { compareCounts, countDaysOf, findRateDirection } from '../compare-counts.js';
import { findCountInPeriod } from '../find-count-in-period.js';
import { findCountToDate } from '../find-count-to-date.js';
import { commonFields } from '../fields/common-fields.js';
import { disclosureFields } from '../fields/disclosure-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { countFields } from '../fields/count-fields.js';
import { measureChanges } from '../measure-changes.js';
import { projectYear } from '../project-year.js';
import type { TestResult } from '../test-result.js';
import { testWindowedCounts } from '../test-windowed-counts.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('count-to-date').describe('a count from the start of the year to the end of each period'),
  ...commonFields,
  ...comparedFields,
  ...countFields,
  ...disclosureFields,
});

/** A count of the project's year so far, with its projection for the whole year. */
export const countToDate = {
  schema,
  units: ['count', 'number', 'pounds', 'noun'],
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
  const { period, history } = inputs;
  const indicator = buildIndicator(measure, inputs, (data) =>
    findCountToDate(measure.id, data.period, history),
  );
  const projection = projectYear(measure, period, indicator);
  return {
    ...indicator,
    projection,
    ...measureChanges(measure, period, indicator, {
      family: 'counts',
      countDays: (end, figure) => countDaysOf(figure, daysOfYearTo(end)),
      findDirection: findRateDirection,
      testChange: (earlier, from, to) =>
        testWindowedCounts(
          measure,
          measure.id,
          { figure: from, span: getWindowSpan('year-to-date', earlier), people: 1 },
          { figure: to, span: getWindowSpan('year-to-date', period), people: 1 },
          history,
        ),
      recent: {
        indicator: buildIndicator(measure, inputs, (data) =>
          findCountInPeriod(measure.id, data.period, history),
        ),
        countDays: (end, figure) => countDaysOf(figure, daysOfPeriod(end)),
        nameEarlier: ({ label }) => label,
        findDirection: findRateDirection,
        testChange: (earlier, from, to) => testInPeriod(measure, [earlier, period], [from, to]),
      },
    }),
    target: assessTarget(
      measure,
      period,
      isYearEnd(period) ? indicator.value : projection,
      indicator.value.value,
    ),
  };
}

/** Tests the counts of two periods by day. */
function testInPeriod(
  measure: MeasureOf<'count-to-date'>,
  [earlier, later]: readonly [Period, Period],
  [from, to]: readonly [Figure, Figure],
): TestResult {
  return compareCounts(
    measure,
    { count: from, exposure: countDaysOf(from, daysOfPeriod(earlier)) },
    { count: to, exposure: countDaysOf(to, daysOfPeriod(later)) },
  );
}
