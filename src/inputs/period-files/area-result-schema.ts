import * as z from 'zod';
import { field } from '../../schema/field.js';
import { text } from '../../schema/scalars.js';
import { defineEither, defineFields, empty, fillIn } from './declared-schema.js';
import { answers, designEffect, provenance } from './figure-schemas.js';

const value = fillIn(
  field(
    z.number().nullable(),
    'the result in the unit of the measure, as published; empty while it is to come',
    64,
    21.5,
  ),
);

/** A result as published: 64, or a map with details such as its base. */
const published = defineEither(
  value,
  defineFields({
    value,
    'design-effect': designEffect.optional(),
    confirmed: empty(
      field(z.boolean().nullable(), 'true if a value that looks like a fraction is right', true),
    ).optional(),
    ...provenance,
  }),
);

/** Events and the people among whom they were counted, of which the program makes a rate. */
const events = defineFields({
  count: fillIn(
    field(z.number().int().min(0).nullable(), 'the number of events; empty while it is to come', 41),
  ),
  population: empty(
    field(
      z.number().positive().nullable(),
      'the number of people, homes or other things that the rate is for; empty while it is to come',
      24000,
    ),
  ),
  source: empty(
    field(text.nullable(), 'who published it, and where; by default the file’s source', 'Incident log'),
  ).optional(),
  assumed: empty(
    field(
      text.nullable(),
      'what had to be assumed of it, and why; the paper prints it',
      'The population is that of the year before.',
    ),
  ).optional(),
}).describe('events and a population: { count: 41, population: 24000 }');

/** The result of an area, or of all areas together, in any unit. */
export const areaResult = defineEither(published, defineEither(events, answers)).describe(
  'the result: a number in the unit of the measure, counted answers, or events and their population',
  64,
  { base: 800, count: 512 },
  { count: 41, population: 24000 },
);
