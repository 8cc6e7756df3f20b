import * as z from 'zod';
import { field } from '../../schema/field.js';
import {
  date,
  designEffectValue,
  id,
  magnitude,
  per,
  places,
  qualifier,
  signed,
  text,
  unit,
} from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { defineEither, defineFields, empty, fillIn, keep, moveOn } from './declared-schema.js';

/** Schemas of figures that several period files share. An empty value means that the figure is still to come. */

const SOURCE = 'Residents’ Survey 2024, page 3';

/** The source at the top of a file, for every figure in it that states no other. */
export const fileSource = field(
  text.nullable(),
  'who published these figures, and where; empty while they are to come',
  SOURCE,
);

/** Who supplies figures, and by when. */
export const owed = {
  owner: keep(
    field(text.nullable(), 'who supplies it; lists of figures to come say so', 'Head of Customer Service'),
  ).optional(),
  due: empty(field(date.nullable(), 'the day by which it is due from its owner', '2025-07-03')).optional(),
};

/** The period at the top of a file. */
export const filePeriod = moveOn(
  field(
    text.nullable(),
    'the time that these figures are about, where it is not the period',
    'December 2024',
    'financial year 2024/25 to the end of Q3',
  ),
);

export const designEffect = empty(
  field(
    designEffectValue.nullable(),
    'how much larger variances are than in a simple random sample, usually from 1 to 3; empty where it is not known',
    1.3,
  ),
);

const source = empty(
  field(text.nullable(), 'who published it, and where; by default the file’s source', SOURCE),
);
const assumed = empty(
  field(
    text.nullable(),
    'what had to be assumed of it, and why; the paper prints it',
    'The source gives no closing date; the end of the period is assumed.',
  ),
);

const window = empty(
  z
    .strictObject({
      from: field(date, 'the first day', '2000-04-01'),
      to: field(date, 'the last day', '2000-06-30'),
    })
    .nullable()
    .meta({
      description:
        'the days that it covers, where they are not those of the period or of the measure’s window',
      examples: [{ from: '2000-04-01', to: '2000-06-30' }],
    }),
);

/** Details that the map of every figure takes. */
export const provenance = {
  source: source.optional(),
  period: moveOn(
    field(text.nullable(), 'the time that it is about; by default the period', 'December 2024'),
  ).optional(),
  window: window.optional(),
  reason: empty(
    field(
      text.nullable(),
      'why there is no value, where there is none; by default "to come"',
      'the survey was not held',
    ),
  ).optional(),
  base: empty(
    field(z.number().int().positive().nullable(), 'how many people or cases it rests on', 1200),
  ).optional(),
  qualifier: empty(
    field(qualifier.nullable(), 'how precise it is, in the word to be printed before it', 'over'),
  ).optional(),
  assumed: assumed.optional(),
};

const percentValue = fillIn(
  field(
    z.number().min(0).max(100).nullable(),
    'a percentage from 0 to 100, as published; empty while it is to come',
    64,
    58.5,
  ),
);
const countValue = fillIn(
  field(
    z.number().int().min(0).nullable(),
    'a whole number, without commas; empty while it is to come',
    8453,
  ),
);

const measureValue = fillIn(
  field(
    z.number().nullable(),
    "a number in the measure's unit, without commas; empty while it is to come",
    8453,
  ),
);

const margin = empty(
  field(
    z.number().positive().nullable(),
    'the margin of error that the source publishes, in the unit of the value; the paper prints 49% (±2)',
    2,
  ),
);

const confirmed = empty(
  field(z.boolean().nullable(), 'true if a value that looks like a mistake is right', true),
);

/** The reason why figures cannot be compared with earlier ones. */
export const seriesBreak = empty(
  field(
    text.nullable(),
    'why it cannot be compared with earlier figures, in a sentence; the paper prints it and compares nothing across it',
    'The question was reworded.',
  ),
);

/** The earlier value of a revised figure, and the reason. */
const revision = {
  was: empty(
    field(
      z.number().nullable(),
      'the value as first published, where it was revised; the paper prints it',
      60,
    ),
  ).optional(),
  revised: empty(
    field(
      text.nullable(),
      'why it differs from an earlier figure for the same time, in a sentence; the paper prints it',
      'Cases were reclassified in June.',
    ),
  ).optional(),
};

/** A percentage: 64, or a map with details such as its base or source. */
export const percentFigure = defineEither(
  percentValue,
  defineFields({
    value: percentValue,
    'design-effect': designEffect.optional(),
    confirmed: confirmed.optional(),
    margin: margin.optional(),
    ...provenance,
  }),
).describe('a percentage from 0 to 100, or { value: 64, reason: … }', 64, {
  value: 64,
  base: 1200,
});

/** A percentage of a series, which may break. */
export const percentInSeries = defineEither(
  percentValue,
  defineFields({
    value: percentValue,
    'design-effect': designEffect.optional(),
    confirmed: confirmed.optional(),
    break: seriesBreak.optional(),
    ...revision,
    ...provenance,
  }),
).describe('a percentage from 0 to 100, or { value: 64, reason: … }', 64, {
  value: 64,
  break: 'The question was reworded.',
});

const pointsValue = fillIn(
  field(
    z.number().min(-100).max(100).nullable(),
    'percentage points, as published; below 0 if the other group is higher; empty while it is to come',
    8,
    -3.5,
  ),
);

/** A gap of a series, which may break: 8, or a map with details such as its source. */
export const pointsInSeries = defineEither(
  pointsValue,
  defineFields({ value: pointsValue, break: seriesBreak.optional(), ...provenance }),
).describe('percentage points from -100 to 100, or { value: 8, source: … }', 8, {
  value: -3.5,
  source: 'School census, table 4',
});

/** A count: 8453, or a map with details such as its source. */
export const countFigure = defineEither(
  countValue,
  defineFields({ value: countValue, ...revision, ...provenance }),
).describe('a whole number without commas, or { value: 8453, source: … }', 8453, {
  value: 8453,
  source: 'Visitor log, December 2024',
});

/** A number in the unit of its measure: 8453, or a map with details such as its source. */
export const measureFigure = defineEither(
  measureValue,
  defineFields({
    value: measureValue,
    confirmed: confirmed.optional(),
    break: seriesBreak.optional(),
    ...revision,
    ...provenance,
  }),
).describe('a number without commas, or { value: 8453, source: … }', 8453, {
  value: 8453,
  source: 'Visitor log, December 2024',
});

/** A number at a date: 118, or a map with the day. */
export const stockFigure = defineEither(
  measureValue,
  defineFields({
    value: measureValue,
    at: empty(
      field(
        date.nullable(),
        'the day that it is about, where it is not the last of the period',
        '2025-09-28',
      ),
    ).optional(),
    ...provenance,
  }),
).describe('a number without commas, or { value: 118, at: 2025-09-28 }', 118, {
  value: 118,
  at: '2025-09-28',
});

/** A count of the year so far, which may be lower than an earlier one only after a revision. */
export const countToDateFigure = defineEither(
  measureValue,
  defineFields({
    value: measureValue,
    break: seriesBreak.optional(),
    ...revision,
    ...provenance,
  }),
).describe('a number without commas, or { value: 8453, source: … }', 8453, {
  value: 8453,
  revised: 'Cases were reclassified in June.',
});

/** Counted answers to a survey question, with weighted sums if the survey is weighted. */
export const answers = defineFields({
  base: fillIn(
    field(z.number().int().min(0).nullable(), 'how many people answered; empty while it is to come', 1211),
  ),
  count: empty(
    field(
      z.number().int().min(0).nullable(),
      'how many of them gave the answer, where the survey is not weighted',
      729,
    ),
  ).optional(),
  'weighted-base': empty(
    field(z.number().min(0).nullable(), 'the sum of the weights of those who answered', 1208.8),
  ).optional(),
  'weighted-count': empty(
    field(z.number().min(0).nullable(), 'the sum of the weights of those who gave the answer', 730.1),
  ).optional(),
  'design-effect': designEffect.optional(),
  break: seriesBreak.optional(),
  assumed: assumed.optional(),
  source: source.optional(),
}).describe('counted answers: base and count, or base with weighted-base and weighted-count');

export const statedFact = defineFields({
  label: keep(field(text, 'what the number is, in words', 'new benches')),
  value: fillIn(
    field(z.number().nullable(), 'the number, without commas or units; empty while it is to come', 14),
  ),
  unit: keep(unit),
  in: keep(magnitude).optional(),
  per: keep(per).optional(),
  places: keep(places).optional(),
  signed: keep(signed).optional(),
  margin: margin.optional(),
  standing: keep(
    field(
      z.boolean(),
      'true if it stays the same from period to period: the next period then keeps its value',
      true,
    ),
  ).optional(),
  confirmed: confirmed.optional(),
  ...owed,
  ...revision,
  ...provenance,
});

/** A total that is computed from other facts, so that it can be printed with its sum. */
export const summedFact = defineFields({
  label: keep(field(text, 'what the total is, in words', 'new street furniture')),
  sum: keep(
    field(z.array(withNames(id, 'facts')).min(2), 'the facts of this file that it is the sum of', [
      'benches',
      'bins',
    ]),
  ),
  published: empty(
    field(
      z.number().nullable(),
      'the total as published, if it was published: the sum must agree with it',
      15,
    ),
  ).optional(),
  places: keep(places).optional(),
  signed: keep(signed).optional(),
  source: source.optional(),
});
