import * as z from 'zod';
import { field } from '../../schema/field.js';
import { magnitude, places, signed, text, unit } from '../../schema/scalars.js';

/** Fields that a measure of every kind takes, in `measures.yaml`. */
export const commonFields = {
  label: field(text, 'its name in tables', 'Satisfied with parks'),
  short: field(text, 'a shorter name for charts; by default its label', 'Satisfied').optional(),
  question: field(
    text,
    'the question asked, where it comes from a survey',
    'How satisfied are you with the parks in your ward?',
  ).optional(),
  unit,
  in: magnitude.optional(),
  places: places.optional(),
  signed: signed.optional(),
  'better-when': field(
    z.enum(['higher', 'lower', 'neither']),
    'which way is better: it decides what counts as an improvement',
    'higher',
  ),
  source: field(text, 'who measures it, and how', 'Residents’ Survey, rolling twelve months'),
};
