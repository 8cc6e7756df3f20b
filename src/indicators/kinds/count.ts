import * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { countDaysOfSpan, countMonths, periodSpan, type MonthSpan } from '../../model/month-span.js';
import { nameSpan } from '../../model/name-span.js';
import type { PeriodData } from '../../model/period-data.js';
import { monthsOf, type Period } from '../../model/period.js';
import { COUNT_WINDOWS, getWindowSpan } from '../../model/window.js';
import { field } from '../../schema/field.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { countDaysOf, findRateDirection } from '../compare-counts.js';
import { commonFields } from '../fields/common-fields.js';
import { disclosureFields } from '../fields/disclosure-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { countFields } from '../fields/count-fields.js';
import { findWindowedCount } from '../find-windowed-count.js';
import { measureChanges } from '../measure-changes.js';
import { makeUntested, type TestResult } from '../test-result.js';
import { testWindowedCounts } from '../test-windowed-counts.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z
    .literal('count')
    .describe('a count of each period, or of the months that end with it, or a number at the end of it'),
  ...commonFields,
  window: field(
    z.enum(COUNT_WINDOWS),
    'the time that each figure covers: the period, which is the default, or the months that end with it; as-at for a number at a date, such as people on a waiting list',
    'rolling-12-months',
    'as-at',
  ).optional(),
  ...comparedFields,
  ...countFields,
  ...disclosureFields,
});

type Measure = MeasureOf<'count'>;

/** A count of each period by itself, such as this period against the same one last year, or a number at a date. */
export const count = {
  schema,
  units: ['count', 'number', 'pounds', 'noun'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const { value, problems } = normaliseCompared(raw, fields, context);
    const { window = 'period', dispersion = 1 } = raw;
    return { value: { kind: 'count', ...fields, ...value, window, dispersion }, problems };
  },
  compute: (measure, inputs) => ({ indicator: computeCount(measure, inputs) }),
} satisfies MeasureKindDefinition<'count', z.infer<typeof schema>>;

function computeCount(measure: Measure, inputs: Inputs): Indicator {
  const { period, history } = inputs;
  const indicator = buildIndicator(measure, inputs, (data) => findCount(measure, data, history));
  const isFlow = measure.window !== 'as-at';
  return {
    ...indicator,
    periodsApart: Math.max(1, Math.ceil(countMonths(findSpan(measure, period)) / monthsOf(period).length)),
    ...measureChanges(measure, period, indicator, {
      family: 'counts',
      nameEarlier: (earlier, from) => (isFlow && from.span ? nameSpan(from, earlier) : earlier.label),
      ...(isFlow && {
        countDays: (end, figure) => countDaysOf(figure, countDaysOfSpan(findSpan(measure, end))),
        findDirection: findRateDirection,
      }),
      testChange: (earlier, from, to) => testCounts(measure, [earlier, period], [from, to], history),
    }),
    target: assessTarget(measure, period, indicator.value),
  };
}

/** Returns the months that a figure of a period covers. */
function findSpan({ window }: Measure, period: Period): MonthSpan {
  return window === 'as-at' ? periodSpan(period) : getWindowSpan(window, period);
}

function findCount(
  measure: Measure,
  { period, asAt }: PeriodData,
  history: readonly PeriodData[],
): Figure | null {
  const { id, window } = measure;
  return window === 'as-at' ? (asAt[id] ?? null) : findWindowedCount(id, window, period, history);
}

function testCounts(
  measure: Measure,
  [earlier, later]: readonly [Period, Period],
  [from, to]: readonly [Figure, Figure],
  history: readonly PeriodData[],
): TestResult {
  if (measure.window === 'as-at') return makeUntested('numbers at a date are not counts of separate events');
  const before = { figure: from, span: findSpan(measure, earlier), people: 1 };
  const after = { figure: to, span: findSpan(measure, later), people: 1 };
  return testWindowedCounts(measure, measure.id, before, after, history);
}
