import * as z from 'zod';
import { formatDate, formatMonth } from '../../format/dates.js';
import type { Figure } from '../../model/figure.js';
import { isOfKind, type Measure } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import type { PeriodFigures } from '../../model/period-data.js';
import { monthsOf, nameYearToDate, type Period } from '../../model/period.js';
import type { Unit } from '../../model/unit.js';
import { field } from '../../schema/field.js';
import { id, text, yearMonth } from '../../schema/scalars.js';
import type { ValidYaml } from '../source-reader.js';
import type { Path } from '../yaml/yaml-file.js';
import { buildFigure, type RawFigure } from './build-figure.js';
import { checkMeasureValue } from './check-measure-value.js';
import { defineEntries, defineFields, empty, fillIn } from './declared-schema.js';
import {
  countFigure,
  countToDateFigure,
  filePeriod,
  fileSource,
  measureFigure,
  stockFigure,
} from './figure-schemas.js';
import { definePeriodFile, type PeriodContext } from './period-file.js';
import { readByMeasure } from './read-by-measure.js';

const countsByMonth = z
  .record(
    yearMonth,
    field(
      z.union([measureFigure.schema, z.null()]),
      'the number; empty where the month was not counted',
      441,
    ),
  )
  .nullable()
  .describe('the numbers of one measure, by month as YYYY-MM; percentages as 92.4');

const contents = defineFields({
  source: empty(fileSource),
  period: filePeriod.optional(),
  assumed: empty(
    field(
      text.nullable(),
      'what had to be assumed of all of these, and why; the paper prints it',
      'The source gives no closing date; the end of the period is assumed.',
    ),
  ).optional(),
  'to-date': defineEntries(id, countToDateFigure)
    .describe('counts from the start of the year to the end of the period, by measure')
    .withNames('measures of the kind count-to-date')
    .optional(),
  'in-period': defineEntries(id, measureFigure)
    .describe('counts within the period, by measure; numbers of control charts only in the folder of a month')
    .withNames(
      'measures of the kind count-to-date',
      'measures of the kind count',
      'measures of the kind control-chart',
    )
    .optional(),
  'as-at': defineEntries(id, stockFigure)
    .describe('numbers at the end of the period, by measure: people on a waiting list, vacant posts')
    .withNames('measures of the kind count')
    .optional(),
  populations: defineEntries(id, countFigure)
    .describe('what rates are worked out over, by name')
    .withNames('populations')
    .optional(),
  months: defineEntries(id, fillIn(countsByMonth))
    .describe('numbers by month, by measure; empty while the months are to come')
    .withNames('measures of the kind control-chart')
    .optional(),
}).describe("A period's counts");

type ActivityFile = ValidYaml<z.infer<typeof contents.schema>>;
type Month = PeriodFigures['months'][string][number];

/** Counts of the year to date, of the quarter and by month, and the populations that rates divide by. */
export const activity = definePeriodFile({
  name: 'activity',
  contents,
  fills: ['toDate', 'inPeriod', 'asAt', 'populations', 'months'],
  read: (activityFile, context) => {
    const label = context.period.label;
    const toDate = readCounts(activityFile, 'to-date', nameYearToDate(context.period), context);
    const inPeriod = readCounts(activityFile, 'in-period', label, context);
    const asAt = readStocks(activityFile, context);
    const months = addOwnMonth(readMonths(activityFile, context), inPeriod.value, context);
    return {
      value: {
        toDate: toDate.value,
        inPeriod: inPeriod.value,
        asAt: asAt.value,
        populations: buildPopulations(activityFile, label),
        months: months.value,
      },
      problems: [...toDate.problems, ...inPeriod.problems, ...asAt.problems, ...months.problems],
    };
  },
});

function readCounts(
  { data, file }: ActivityFile,
  key: 'to-date' | 'in-period',
  period: string,
  { measures, period: { kind } }: PeriodContext,
): Checked<Record<string, Figure>> {
  const defaults = { source: data.source, period: data.period ?? period, assumed: data.assumed };
  const kinds = key === 'to-date' ? TO_DATE : kind === 'month' ? IN_MONTH : IN_PERIOD;
  const map = { file, at: [key], raw: data[key], kinds, measures };
  return readByMeasure(map, ({ measure, raw, at }) => ({
    value: buildFigure(measure, raw, { file, at }, defaults),
    problems: [
      ...checkMeasureValue(measure, raw, file.placeOf([...at, 'value'])),
      ...(isAtDate(measure)
        ? [refuseKey(file, at, `"${measure.id}" is a number at a date`, 'Move it under as-at:.')]
        : []),
    ],
  }));
}

const TO_DATE = ['count-to-date'] as const;
const IN_PERIOD = ['count-to-date', 'count'] as const;
const IN_MONTH = ['count-to-date', 'count', 'control-chart'] as const;

/** Adds the counts of control charts that the folder of a month has under `in-period:`. */
function addOwnMonth(
  { value, problems }: Checked<PeriodFigures['months']>,
  inPeriod: Readonly<Record<string, Figure>>,
  { period, measures }: PeriodContext,
): Checked<PeriodFigures['months']> {
  const month = period.start.slice(0, 7);
  const monthly = measures.filter((measure) => isOfKind(measure, 'control-chart'));
  const months = { ...value };
  for (const { id: name } of monthly) {
    const figure = inPeriod[name];
    if (figure) months[name] = [...(value[name] ?? []), { month, figure }];
  }
  return { value: months, problems };
}

/** Reads numbers at a date. Without a day of their own, they are those at the end of the period. */
function readStocks(
  { data, file }: ActivityFile,
  { period, measures }: PeriodContext,
): Checked<Record<string, Figure>> {
  const map = { file, at: ['as-at'], raw: data['as-at'], kinds: ['count'] as const, measures };
  return readByMeasure(map, ({ measure, raw, at }) => {
    const day = (typeof raw === 'object' && raw?.at) || period.end;
    const defaults = { source: data.source, period: `at ${formatDate(day)}`, assumed: data.assumed };
    return {
      value: { ...buildFigure(measure, raw, { file, at }, defaults), at: day },
      problems: [
        ...checkMeasureValue(measure, raw, file.placeOf([...at, 'value'])),
        ...(isAtDate(measure)
          ? []
          : [refuseKey(file, at, `"${measure.id}" is a count over some time`, MOVE_COUNT)]),
        ...(day > period.end ? [refuseLaterDay(day, period, file, at)] : []),
      ],
    };
  });
}

const MOVE_COUNT = 'Move it under in-period:, or write window: as-at for it in measures.yaml.';

function refuseLaterDay(day: string, period: Period, file: ActivityFile['file'], at: Path): Problem {
  return makeError(
    'windows-in-order',
    file.placeOf([...at, 'at']),
    `${day} is after the end of ${period.label}`,
    {
      expected: `a day up to ${period.end}`,
    },
  );
}

function isAtDate(measure: Measure): boolean {
  return isOfKind(measure, 'count') && measure.window === 'as-at';
}

function refuseKey(file: ActivityFile['file'], at: Path, message: string, hint: string): Problem {
  return makeError('key-is-known', file.keyPlaceOf(at), message, { hint });
}

function readMonths(
  activityFile: ActivityFile,
  { period, measures }: PeriodContext,
): Checked<PeriodFigures['months']> {
  const { data, file } = activityFile;
  const map = { file, at: ['months'], raw: data.months, kinds: ['control-chart'], measures } as const;
  return readByMeasure(map, ({ measure, raw, at }) => ({
    value: listCounts(raw, period, measure.unit).map(([month, count]) =>
      buildMonth(activityFile, measure, month, count, [...at, month]),
    ),
    problems: [
      ...findMonthsAfter(period, Object.keys(raw ?? {}), file, at),
      ...Object.entries(raw ?? {}).flatMap(([month, count]) =>
        checkMeasureValue(measure, count, file.placeOf([...at, month, 'value'])),
      ),
    ],
  }));
}

/** Returns the counts in order. While the file is empty, the months of the quarter are to come. */
function listCounts(raw: z.infer<typeof countsByMonth>, period: Period, unit: Unit): [string, RawFigure][] {
  if (raw === null) return monthsOf(period).map((month) => [month, null]);
  return Object.entries(raw)
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([month, count]) => [
      month,
      count ?? { value: null, reason: unit === 'count' ? 'not counted' : 'not measured' },
    ]);
}

function buildMonth(
  { data, file }: ActivityFile,
  measure: Measure,
  month: string,
  count: RawFigure,
  at: Path,
): Month {
  const defaults = { source: data.source, period: formatMonth(month), assumed: data.assumed };
  return { month, figure: buildFigure(measure, count, { file, at }, defaults) };
}

/** Reports months after the quarter. Earlier months are allowed: a chart can start with them. */
function findMonthsAfter(period: Period, months: string[], file: ActivityFile['file'], at: Path): Problem[] {
  const last = monthsOf(period).at(-1) ?? '';
  return months
    .filter((month) => month > last)
    .sort()
    .map((month) =>
      makeError(
        'windows-in-order',
        file.keyPlaceOf([...at, month]),
        `${month} is after the end of ${period.label}`,
        { expected: `a month up to ${last}` },
      ),
    );
}

function buildPopulations({ data, file }: ActivityFile, period: string): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(data.populations ?? {}).map(([name, raw]) => {
      const identity = { id: name, label: name.replaceAll('-', ' '), unit: 'count' } as const;
      const typedAt = { file, at: ['populations', name] };
      return [name, buildFigure(identity, raw, typedAt, { source: data.source, period })];
    }),
  );
}
