import * as z from 'zod';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { countDaysOfSpan } from '../../model/month-span.js';
import { daysOfPeriod, isYearEnd, type Period } from '../../model/period.js';
import { getWindowSpan, type Window } from '../../model/window.js';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { countDaysOf, findRateDirection } from '../compare-counts.js';
import { countPeriodsApart, nameEarlierWindow } from '../describe-window.js';
import { windowOfCounts } from '../fields/window-of-counts.js';
import { findWindowedCount } from '../find-windowed-count.js';
import { checkName } from '../fields/check-name.js';
import { commonFields } from '../fields/common-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { countFields } from '../fields/count-fields.js';
import { findPeriodData } from '../../model/find-period-data.js';
import { inheritDisclosure } from '../inherit-disclosure.js';
import { measureChanges } from '../measure-changes.js';
import { computeRateFigure } from '../compute-rate-figure.js';
import { makeUntested, type TestResult } from '../test-result.js';
import { testWindowedCounts, type WindowedCount } from '../test-windowed-counts.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('rate').describe('events for a number of people, such as 1,000'),
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
  ...windowOfCounts,
  ...comparedFields,
  ...countFields,
});

type Measure = MeasureOf<'rate'>;

/** Events of the year so far, or of another window, for a number of people, such as 1,000. */
export const rate = {
  schema,
  units: ['ratio', 'rate'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const { numerator, denominator, per, window = 'year-to-date', dispersion = 1 } = raw;
    const { value, problems } = normaliseCompared(raw, fields, context);
    const population = { name: denominator, place: context.placeOf('denominator') };
    return {
      value: { kind: 'rate', ...fields, ...value, numerator, population, per, window, dispersion },
      problems: [...checkName(numerator, 'count', context.counts, context.placeOf('numerator')), ...problems],
    };
  },
  compute: (measure, inputs) => ({ indicator: computeRate(measure, inputs) }),
} satisfies MeasureKindDefinition<'rate', z.infer<typeof schema>>;

/** Compares rates by their counts, each over its people and days. */
function computeRate(measure: Measure, inputs: Inputs): Indicator {
  const { period } = inputs;
  const { window } = measure;
  const indicator = buildRates(measure, inputs, window);
  return {
    ...indicator,
    ...countPeriodsApart(window, period),
    ...measureChanges(measure, period, indicator, {
      family: 'counts',
      countDays: (end, figure) => countDaysOf(figure, countDaysOfSpan(getWindowSpan(window, end))),
      ...nameEarlierWindow(window),
      findDirection: findRateDirection,
      testChange: (earlier) => testRates(measure, inputs, window, earlier),
      ...(window === 'year-to-date' && {
        recent: {
          indicator: buildRates(measure, inputs, 'period'),
          countDays: (end, figure) => countDaysOf(figure, daysOfPeriod(end)),
          nameEarlier: ({ label }) => label,
          findDirection: findRateDirection,
          testChange: (earlier) => testRates(measure, inputs, 'period', earlier),
        },
      }),
    }),
    target: assessTarget(
      measure,
      period,
      window !== 'year-to-date' || isYearEnd(period) ? indicator.value : null,
    ),
  };
}

function buildRates(measure: Measure, inputs: Inputs, window: Window): Indicator {
  const protectedMeasure = inheritDisclosure(measure, inputs, [measure.numerator]);
  return buildIndicator(protectedMeasure, inputs, (data) =>
    computeRateFigure(measure, data, inputs.history, window),
  );
}

/** Tests two rates by the counts of a window. */
function testRates(
  measure: Measure,
  { period, history }: Inputs,
  window: Window,
  earlier: Period,
): TestResult {
  const findCount = (end: Period): WindowedCount | null => {
    const figure = findWindowedCount(measure.numerator, window, end, history);
    const people = findPeriodData(history, end)?.populations[measure.population.name]?.value ?? 0;
    return figure && { figure, span: getWindowSpan(window, end), people };
  };
  const [before, after] = [findCount(earlier), findCount(period)];
  return before && after
    ? testWindowedCounts(measure, measure.numerator, before, after, history)
    : makeUntested('a count is missing');
}
