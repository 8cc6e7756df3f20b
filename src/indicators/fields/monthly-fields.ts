import * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import type { MeasureFields, MeasureOf, Recalculation } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { countPlaces, countTypedPlaces, toFigureValue } from '../../model/published-value.js';
import { field } from '../../schema/field.js';
import { id, text, yearMonth } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import type { MeasureContext } from '../kinds/measure-context.js';

const target = z
  .strictObject({
    value: field(z.number(), 'the target of each month; 95 for 95%', 400, 95),
    source: field(text, 'who set it, and where', 'Corporate plan 2024/25, page 12'),
  })
  .describe('the value to reach in each month');

const recalculation = z
  .strictObject({
    from: field(yearMonth, 'the first month of the new limits', '2014-10'),
    reason: field(
      text,
      'why the months before it no longer count; the chart prints it',
      'a new phone system',
    ),
  })
  .describe('a month from which the limits are calculated anew');

const data = z
  .strictObject({
    set: field(withNames(id, 'data sets'), 'the data set, by its name', 'falls'),
    column: field(id, 'the column with the numbers', 'falls'),
    row: field(
      id,
      'the row of each monthly file, or total; without it, each row of a file is a month, named as April 2025 or 2025-04',
      'total',
    ).optional(),
  })
  .describe('the data set that has the months, instead of activity.yaml');

const schema = z.strictObject({
  target: target.optional(),
  recalculate: z
    .array(recalculation)
    .describe('the months from which the limits are calculated anew, oldest first')
    .optional(),
  data: data.optional(),
});

type Raw = z.infer<typeof schema>;
type MonthlyFields = Pick<MeasureOf<'control-chart'>, 'target' | 'recalculations' | 'data'>;

/** The monthly target, the data set and the phases of a control chart, in `measures.yaml`. */
export const monthlyFields = schema.shape;

/** Reads the monthly target, the data set and the months from which limits are calculated anew. */
export function normaliseMonthly(
  raw: Raw,
  fields: MeasureFields,
  context: MeasureContext,
): Checked<MonthlyFields> {
  const recalculations = (raw.recalculate ?? []).map(({ from, reason }, index) => ({
    from,
    reason,
    place: context.placeOf('recalculate', index, 'from'),
  }));
  return {
    value: {
      target: raw.target && makeTargetFigure(raw.target, fields, context),
      recalculations,
      data: raw.data && {
        set: raw.data.set,
        column: raw.data.column,
        row: raw.data.row,
        place: context.placeOf('data'),
        places: {
          set: context.placeOf('data', 'set'),
          column: context.placeOf('data', 'column'),
          row: context.placeOf('data', 'row'),
        },
      },
    },
    problems: [...checkTarget(raw.target, fields, context), ...findDisorder(recalculations)],
  };
}

function makeTargetFigure(
  { value, source }: NonNullable<Raw['target']>,
  { id: name, label, unit, places, isSigned }: MeasureFields,
  { placeOf, sourceOf }: MeasureContext,
): Figure {
  return {
    id: `${name}.target`,
    label: `${label}: target of each month`,
    value: toFigureValue(value, unit),
    places: places ?? countTypedPlaces(sourceOf('target', 'value')) ?? countPlaces(value),
    ...(isSigned === true && { isSigned }),
    unit,
    source,
    period: 'each month',
    place: placeOf('target', 'value'),
  };
}

/** Checks that months can reach the target: no month is below 0 or above 100%, unless the measure is signed. */
function checkTarget(
  target: Raw['target'],
  { unit, isSigned }: MeasureFields,
  { placeOf }: MeasureContext,
): Problem[] {
  const isTooLarge = unit === 'percent' && target !== undefined && target.value > 100;
  if (!target || isSigned === true || (target.value >= 0 && !isTooLarge)) return [];
  return [
    makeError('value-fits', placeOf('target', 'value'), `value: ${target.value} does not fit`, {
      expected: unit === 'percent' ? 'a percentage from 0 to 100' : 'a number, 0 or more',
      hint: 'If the measure may have such values, set signed: true for it.',
    }),
  ];
}

function findDisorder(recalculations: readonly Recalculation[]): Problem[] {
  return recalculations.flatMap(({ from, place }, index) => {
    const before = recalculations[index - 1];
    if (!before || from > before.from) return [];
    return [
      makeError('months-in-order', place, `${from} does not come after ${before.from}`, {
        expected: 'the months of recalculate: in order, oldest first',
      }),
    ];
  });
}
