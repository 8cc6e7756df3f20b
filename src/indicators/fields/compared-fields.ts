import * as z from 'zod';
import { COMPARED_PERIODS } from '../../model/compared-period.js';
import type { Figure } from '../../model/figure.js';
import type { ChangeTargetField, ComparedFields, MeasureFields } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { countPlaces, countTypedPlaces, toFigureValue } from '../../model/published-value.js';
import { parsePeriod } from '../../model/period.js';
import { nameUnit } from '../../model/unit.js';
import { describeForms } from '../../model/period-forms.js';
import { field } from '../../schema/field.js';
import { text } from '../../schema/scalars.js';
import type { MeasureContext } from '../kinds/measure-context.js';

const target = z
  .strictObject({
    value: field(z.number(), 'the target: a percentage for percentages', 62),
    tolerance: field(
      z.number().min(0),
      'the largest miss that counts as at risk, in per cent of the target; used where there is no interval',
      2,
    ).optional(),
    confirmed: field(z.boolean(), 'true if a value that looks like a fraction is right', true).optional(),
    source: field(text, 'who set it, and where', 'Corporate plan 2024/25, page 12'),
  })
  .describe('the value to reach by the end of the year');

const changeTarget = z
  .strictObject({
    value: field(z.number(), 'the change to reach: below 0 for a fall', -10),
    as: field(
      z.enum(['percent', 'points', 'number']),
      'percent: in per cent of the earlier figure; points: in percentage points; number: in the unit of the measure. The default is points for percentages and gaps, and percent for others',
      'percent',
    ).optional(),
    source: field(text, 'who set it, and where', 'Corporate plan 2024/25, page 12'),
  })
  .describe('the change to reach since the period under compare-with');

const schema = z.strictObject({
  'compare-with': field(
    z.union([
      z.enum(COMPARED_PERIODS),
      z.string().regex(/^\d{4}-[a-z0-9-]+$/, 'a period such as 2007-08-q4 or 2025-m09'),
    ]),
    'the earlier period that the change is measured from, or a period such as 2007-08-q4',
    'previous-year-end',
    'same-period-last-year',
    '2007-08-q4',
  ).optional(),
  notable: field(
    z.number().min(0),
    'the smallest change since the last period that the text mentions: in percentage points for percentages, 2 by default; in per cent for others, 5 by default',
    3,
  ).optional(),
  target: target.optional(),
  'change-target': changeTarget.optional(),
});

type Raw = z.infer<typeof schema>;

/** The default of `notable:`. */
const DEFAULT_NOTABLE = { points: 2, 'per cent': 5 };

/** The earlier period and the target of a measure, in `measures.yaml`. */
export const comparedFields = schema.shape;

/** Reads the earlier period and the target of a measure. */
export function normaliseCompared(
  raw: Raw,
  fields: MeasureFields,
  context: MeasureContext,
): Checked<ComparedFields> {
  const period = normalisePeriod(raw['compare-with'], context);
  return {
    value: {
      compareWith: period.value,
      comparePlace: context.placeOf('compare-with'),
      notable: (raw.notable ?? DEFAULT_NOTABLE[isShare(fields) ? 'points' : 'per cent']) / 100,
      target: raw.target && {
        figure: makeTargetFigure(raw.target, fields, context),
        tolerance: raw.target.tolerance === undefined ? undefined : raw.target.tolerance / 100,
      },
      changeTarget: makeChangeTarget(raw['change-target'], fields, context),
    },
    problems: [
      ...period.problems,
      ...checkTarget(raw.target, fields, context),
      ...checkChangeTarget(raw, fields, context),
    ],
  };
}

function normalisePeriod(
  name: string | undefined,
  { placeOf, yearStarts }: MeasureContext,
): Checked<ComparedFields['compareWith']> {
  if (name === undefined) return { value: undefined, problems: [] };
  const value = COMPARED_PERIODS.find((word) => word === name) ?? parsePeriod(name, yearStarts) ?? undefined;
  const problem = makeError(
    'period-exists',
    placeOf('compare-with'),
    `"${name}" is not a period of this project`,
    { expected: describeForms(yearStarts) },
  );
  return { value, problems: value === undefined ? [problem] : [] };
}

function isShare({ unit }: MeasureFields): boolean {
  return unit === 'percent' || unit === 'points';
}

function makeTargetFigure(
  { value, source, confirmed }: NonNullable<Raw['target']>,
  { id, label, unit, places, isSigned }: MeasureFields,
  { placeOf, sourceOf }: MeasureContext,
): Figure {
  return {
    id: `${id}.target`,
    label: `${label}: target`,
    value: toFigureValue(value, unit),
    places: places ?? countTypedPlaces(sourceOf('target', 'value')) ?? countPlaces(value),
    ...(isSigned === true && { isSigned }),
    unit,
    source,
    place: placeOf('target', 'value'),
    ...(confirmed !== undefined && { confirmed }),
  };
}

function makeChangeTarget(
  raw: Raw['change-target'],
  fields: MeasureFields,
  { placeOf, sourceOf }: MeasureContext,
): ChangeTargetField | undefined {
  if (!raw) return undefined;
  const as = raw.as ?? (isShare(fields) ? 'points' : 'percent');
  const unit = as === 'number' ? fields.unit : as;
  return {
    as,
    figure: {
      id: `${fields.id}.change-target`,
      label: `${fields.label}: target for the change`,
      value: toFigureValue(raw.value, unit),
      places: countTypedPlaces(sourceOf('change-target', 'value')) ?? countPlaces(raw.value),
      isSigned: true,
      unit,
      source: raw.source,
      place: placeOf('change-target', 'value'),
    },
  };
}

/** Checks that a target for a change has a change to compare it with, in a unit that fits the measure. */
function checkChangeTarget(raw: Raw, fields: MeasureFields, { placeOf }: MeasureContext): Problem[] {
  const target = raw['change-target'];
  if (!target) return [];
  const fits =
    target.as === undefined || target.as === 'percent' || isShare(fields) === (target.as === 'points');
  return [
    ...(raw['compare-with'] === undefined
      ? [
          makeError(
            'key-is-present',
            placeOf('change-target'),
            'a target for a change needs "compare-with"',
            {
              expected: 'compare-with: same-period-last-year, or another earlier period',
            },
          ),
        ]
      : []),
    ...(fits
      ? []
      : [
          makeError(
            'value-fits',
            placeOf('change-target', 'as'),
            `as: ${target.as ?? ''} does not fit unit: ${nameUnit(fields.unit)}`,
            {
              expected: isShare(fields) ? 'as: points, or as: percent' : 'as: percent, or as: number',
            },
          ),
        ]),
  ];
}

/** Checks that the target of a percentage, or of the size of a gap, is between 0 and 100. */
function checkTarget(
  target: Raw['target'],
  { unit, isSigned }: MeasureFields,
  { placeOf }: MeasureContext,
): Problem[] {
  const isPercentage = unit === 'percent' || unit === 'points';
  if (!target || !isPercentage || isSigned === true || target.confirmed === true) return [];
  if (target.value >= 0 && target.value <= 100) return [];
  return [
    makeError('value-fits', placeOf('target', 'value'), `value: ${target.value} does not fit`, {
      expected: unit === 'points' ? 'the size of a gap, from 0 to 100' : 'a percentage from 0 to 100',
      hint: 'If it is right, confirm it: confirmed: true',
    }),
  ];
}
